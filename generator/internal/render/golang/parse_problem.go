package golang

import (
	"fmt"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/render"
)

// parseProblem prints the strict reader of problems. What a code does
// not have is kept as it is; what it has is of its type, or the problem is none.
func (p *printer) parseProblem() {
	p.say("ProblemError says what is wrong with a problem.")
	p.out.Type().Id("ProblemError").Struct(
		jen.Id("Member").String().Comment("the member at fault; empty: the whole text"),
		jen.Id("Reason").String(),
	)
	p.say("Error names the member and the reason.")
	p.out.Func().Params(jen.Id("e").Op("*").Id("ProblemError")).Id("Error").Params().String().Block(
		jen.If(jen.Id("e").Dot("Member").Op("==").Lit("")).Block(
			jen.Return(jen.Lit(p.table.Package+": invalid problem: ").Op("+").Id("e").Dot("Reason")),
		),
		jen.Return(jen.Lit(p.table.Package+": invalid problem: the member ").Op("+").Qual("strconv", "Quote").Call(jen.Id("e").Dot("Member")).
			Op("+").Lit(" ").Op("+").Id("e").Dot("Reason")),
	)
	p.readProblem()
	p.members()
	p.takeMember()
	p.wholeNumbers()
	if p.carries() {
		p.takeParams()
		if p.reads(codes.DecimalParam) {
			p.decimals()
		}
	}
}

// readProblem prints ParseProblem itself.
func (p *printer) readProblem() {
	doc := "A code that the table lacks is kept, and so is every member that its code does not have. The error is a *ProblemError."
	if !p.table.Open {
		doc = "Every member is kept that its code does not have. The error is a *ProblemError or, for a code that the table lacks, an *UnknownCodeError."
	}
	p.say("ParseProblem reads a problem strictly: the members that every problem can have, and the parameters of its code, are of their types, "+
		"each is there once, and none is missing that every error of the code has.",
		"MarshalJSON trusts the program that fills a problem: "+p.trusted()+" is written as it is, and refused here.", doc)
	p.out.Func().Id("ParseProblem").Params(jen.Id("data").Index().Byte()).Params(jen.Op("*").Id("Problem"), jen.Error()).BlockFunc(func(g *jen.Group) {
		g.List(jen.Id("members"), jen.Err()).Op(":=").Id("membersOf").Call(jen.Id("data"))
		g.If(jen.Err().Op("!=").Nil()).Block(jen.Return(jen.Nil(), jen.Err()))
		g.Id("p").Op(":=").Op("&").Id("Problem").Values()
		g.Id("coded").Op(":=").False()
		g.For(jen.List(jen.Id("_"), jen.Id("member")).Op(":=").Range().Id("members")).Block(
			jen.If(jen.Id("reason").Op(":=").Id("p").Dot("take").Call(jen.Id("member")), jen.Id("reason").Op("!=").Lit("")).Block(
				jen.Return(jen.Nil(), fault(jen.Id("member").Dot("Name"), jen.Id("reason"))),
			),
			jen.Id("coded").Op("=").Id("coded").Op("||").Id("member").Dot("Name").Op("==").Lit("code"),
		)
		g.If(jen.Op("!").Id("coded")).Block(jen.Return(jen.Nil(), fault(jen.Lit("code"), jen.Lit("is missing"))))
		if !p.table.Open {
			g.If(jen.Op("!").Id("p").Dot("Code").Dot("Known").Call()).Block(
				jen.Return(jen.Nil(), unknown(p.written(jen.Id("p").Dot("Code")))),
			)
		}
		if !p.carries() {
			g.Return(jen.Id("p"), jen.Nil())
			return
		}
		g.For(jen.List(jen.Id("_"), jen.Id("want")).Op(":=").Range().Id("parameters").Index(jen.Id("p").Dot("Code").Dot("place").Call())).Block(
			jen.If(jen.Id("reason").Op(":=").Id("p").Dot("takeParameter").Call(jen.Id("want")), jen.Id("reason").Op("!=").Lit("")).Block(
				jen.Return(jen.Nil(), fault(jen.Id("want").Dot("name"), jen.Id("reason"))),
			),
		)
		g.Return(jen.Id("p"), jen.Nil())
	})
}

// trusted names what is written, and not read.
func (p *printer) trusted() string {
	const status = "a status outside of 100 to 599"
	switch decimal, integer := p.reads(codes.DecimalParam), p.reads(codes.IntegerParam); {
	case decimal && integer:
		return "a decimal number that is none, an integer beyond 2^53-1, or " + status
	case decimal:
		return "a decimal number that is none, or " + status
	case integer:
		return "an integer beyond 2^53-1, or " + status
	}
	return status
}

func fault(member, reason *jen.Statement) *jen.Statement {
	return jen.Op("&").Id("ProblemError").Values(jen.Id("Member").Op(":").Add(member), jen.Id("Reason").Op(":").Add(reason))
}

// members prints the reading of a JSON object that keeps the order of its
// members.
func (p *printer) members() {
	p.say("membersOf gives the members of a JSON object, in their order.")
	whole := func(reason string) jen.Code {
		return jen.Return(jen.Nil(), jen.Op("&").Id("ProblemError").Values(jen.Id("Reason").Op(":").Lit(reason)))
	}
	p.out.Func().Id("membersOf").Params(jen.Id("data").Index().Byte()).Params(jen.Index().Id("Extension"), jen.Error()).Block(
		jen.Id("decoder").Op(":=").Qual("encoding/json", "NewDecoder").Call(jen.Qual("bytes", "NewReader").Call(jen.Id("data"))),
		jen.If(
			jen.List(jen.Id("begin"), jen.Err()).Op(":=").Id("decoder").Dot("Token").Call(),
			jen.Err().Op("!=").Nil().Op("||").Id("begin").Op("!=").Qual("encoding/json", "Delim").Call(jen.LitRune('{')),
		).Block(whole("it is not a JSON object")),
		jen.Var().Id("members").Index().Id("Extension"),
		jen.Id("seen").Op(":=").Map(jen.String()).Bool().Values(),
		jen.For(jen.Id("decoder").Dot("More").Call()).Block(
			jen.List(jen.Id("token"), jen.Err()).Op(":=").Id("decoder").Dot("Token").Call(),
			jen.If(jen.Err().Op("!=").Nil()).Block(whole("it is not JSON")),
			jen.List(jen.Id("name"), jen.Id("_")).Op(":=").Id("token").Assert(jen.String()).Comment("the decoder takes no other key"),
			jen.If(jen.Id("seen").Index(jen.Id("name"))).Block(jen.Return(jen.Nil(), fault(jen.Id("name"), jen.Lit("is there twice")))),
			jen.Id("seen").Index(jen.Id("name")).Op("=").True(),
			jen.Id("member").Op(":=").Id("Extension").Values(jen.Id("Name").Op(":").Id("name")),
			jen.If(jen.Err().Op(":=").Id("decoder").Dot("Decode").Call(jen.Op("&").Id("member").Dot("Value")), jen.Err().Op("!=").Nil()).Block(whole("it is not JSON")),
			jen.Id("members").Op("=").Append(jen.Id("members"), jen.Id("member")),
		),
		jen.If(
			jen.List(jen.Id("_"), jen.Err()).Op(":=").Id("decoder").Dot("Token").Call(),
			jen.Err().Op("!=").Nil(),
		).Block(whole("it is not JSON")),
		jen.If(
			jen.List(jen.Id("_"), jen.Err()).Op(":=").Id("decoder").Dot("Token").Call(),
			jen.Err().Op("!=").Qual("io", "EOF"),
		).Block(whole("something follows the JSON object")),
		jen.Return(jen.Id("members"), jen.Nil()),
	)
}

// takeMember prints the reading of the members that every problem can have.
func (p *printer) takeMember() {
	p.say("take takes a member in, or says what is wrong with it.")
	take := func(name, field string) jen.Code {
		return jen.Case(jen.Lit(name)).Block(jen.Return(jen.Id("takeText").Call(jen.Id("member").Dot("Value"), jen.Op("&").Id("p").Dot(field))))
	}
	p.onProblem("take").Params(jen.Id("member").Id("Extension")).String().Block(
		jen.Switch(jen.Id("member").Dot("Name")).Block(
			take("type", "Type"),
			take("title", "Title"),
			take("detail", "Detail"),
			take("instance", "Instance"),
			jen.Case(jen.Lit("status")).Block(
				jen.List(jen.Id("n"), jen.Id("ok")).Op(":=").Id("wholeNumber").Call(jen.Id("member").Dot("Value")),
				jen.If(jen.Op("!").Id("ok").Op("||").Id("n").Op("<").Lit(100).Op("||").Id("n").Op(">").Lit(599)).Block(
					jen.Return(jen.Lit("is no HTTP status")),
				),
				jen.Id("p").Dot("Status").Op("=").Int().Call(jen.Id("n")),
			),
			jen.Case(jen.Lit("code")).BlockFunc(p.takeCode),
			jen.Default().Block(
				jen.Id("p").Dot("Extensions").Op("=").Append(jen.Id("p").Dot("Extensions"), jen.Id("member")),
			),
		),
		jen.Return(jen.Lit("")),
	)
	p.out.Line()
	p.out.Func().Id("takeText").Params(jen.Id("data").Qual("encoding/json", "RawMessage"), jen.Id("into").Op("*").String()).String().Block(
		jen.If(jen.String().Call(jen.Id("data")).Op("==").Lit("null").Op("||").Qual("encoding/json", "Unmarshal").Call(jen.Id("data"), jen.Id("into")).Op("!=").Nil()).Block(
			jen.Return(jen.Lit("is no text")),
		),
		jen.Return(jen.Lit("")),
	)
}

func (p *printer) takeCode(g *jen.Group) {
	if p.table.Integer {
		g.List(jen.Id("n"), jen.Id("ok")).Op(":=").Id("wholeNumber").Call(jen.Id("member").Dot("Value"))
		g.If(jen.Op("!").Id("ok").Op("||").Int64().Call(jen.Id("Code").Call(jen.Id("n"))).Op("!=").Id("n")).Block(jen.Return(jen.Lit("is no code")))
		g.Id("p").Dot("Code").Op("=").Id("Code").Call(jen.Id("n"))
		return
	}
	g.Var().Id("code").String()
	g.If(jen.Id("takeText").Call(jen.Id("member").Dot("Value"), jen.Op("&").Id("code")).Op("!=").Lit("").Op("||").Id("code").Op("==").Lit("")).Block(
		jen.Return(jen.Lit("is no code")),
	)
	g.Id("p").Dot("Code").Op("=").Id("Code").Call(jen.Id("code"))
}

// takeParams prints the reading of parameters, and which codes have which.
func (p *printer) takeParams() {
	p.say("parameter is what a problem of a code can have beside what every problem has.")
	p.out.Type().Id("parameter").Struct(
		jen.Id("name").String(),
		jen.Id("kind").Id("kind"),
		jen.Id("optional").Bool(),
	)
	p.say("takeParameter takes a parameter from among the other members, or says what is wrong with it.")
	var kinds []jen.Code
	value := func(kind codes.ParamType, into, condition, made *jen.Statement, reason string) {
		if p.reads(kind) {
			kinds = append(kinds, jen.Case(jen.Id(kindOf(kind))).Block(
				into,
				jen.If(condition).Block(jen.Return(jen.Lit(reason))),
				jen.Id("v").Op("=").Add(made),
			))
		}
	}
	data, name := jen.Id("p").Dot("Extensions").Index(jen.Id("i")).Dot("Value"), jen.Id("want").Dot("name")
	text := jen.Var().Id("text").String()
	noText := jen.Id("takeText").Call(data.Clone(), jen.Op("&").Id("text")).Op("!=").Lit("")
	value(codes.TextParam, text.Clone(), noText.Clone(), jen.Id("textValue").Call(name.Clone(), jen.Id("text")), "is no text")
	value(codes.DecimalParam, text.Clone(), noText.Clone().Op("||").Op("!").Id("isDecimal").Call(jen.Id("text")),
		jen.Id("textValue").Call(name.Clone(), jen.Id("text")), "is no decimal number as a text")
	value(codes.IntegerParam, jen.List(jen.Id("n"), jen.Id("ok")).Op(":=").Id("wholeNumber").Call(data.Clone()), jen.Op("!").Id("ok"),
		jen.Id("integerValue").Call(name.Clone(), jen.Id("n")), "is no integer up to 2^53-1")
	value(codes.BooleanParam, jen.Id("word").Op(":=").String().Call(data.Clone()),
		jen.Id("word").Op("!=").Lit("true").Op("&&").Id("word").Op("!=").Lit("false"),
		jen.Id("booleanValue").Call(name.Clone(), jen.Id("word").Op("==").Lit("true")), "is neither true nor false")
	p.onProblem("takeParameter").Params(jen.Id("want").Id("parameter")).String().Block(
		jen.Id("i").Op(":=").Qual("slices", "IndexFunc").Call(jen.Id("p").Dot("Extensions"),
			jen.Func().Params(jen.Id("x").Id("Extension")).Bool().Block(jen.Return(jen.Id("x").Dot("Name").Op("==").Id("want").Dot("name")))),
		jen.Switch().Block(
			jen.Case(jen.Id("i").Op("<").Lit(0).Op("&&").Id("want").Dot("optional")).Block(jen.Return(jen.Lit(""))),
			jen.Case(jen.Id("i").Op("<").Lit(0)).Block(jen.Return(jen.Lit("is missing"))),
		),
		jen.Var().Id("v").Id("value"),
		jen.Switch(jen.Id("want").Dot("kind")).Block(kinds...),
		jen.Id("p").Dot("values").Op("=").Append(jen.Id("p").Dot("values"), jen.Id("v")),
		jen.Id("p").Dot("Extensions").Op("=").Qual("slices", "Delete").Call(jen.Id("p").Dot("Extensions"), jen.Id("i"), jen.Id("i").Op("+").Lit(1)),
		jen.Return(jen.Lit("")),
	)
	p.array("parameters", "[]parameter", "nil", parametersOf)
}

// parametersOf writes the parameters that a problem of a code can have.
func parametersOf(c *render.Code) string {
	public := c.Error.Public()
	if len(public) == 0 {
		return "nil"
	}
	all := make([]string, len(public))
	for i, param := range public {
		all[i] = fmt.Sprintf("{%q, %s, %t}", param.Name, kindOf(param.Type), param.Optional)
	}
	return "{" + strings.Join(all, ", ") + "}"
}

func kindOf(t codes.ParamType) string { return string(t) + "Kind" }

// numbers prints what is a number to every language.
func (p *printer) wholeNumbers() {
	p.say("wholeNumber reads a JSON number that is whole, and at most 2^53-1 either way, which every language holds exactly.")
	p.out.Func().Id("wholeNumber").Params(jen.Id("data").Qual("encoding/json", "RawMessage")).Params(jen.Int64(), jen.Bool()).Block(
		jen.List(jen.Id("n"), jen.Err()).Op(":=").Qual("strconv", "ParseFloat").Call(jen.String().Call(jen.Id("data")), jen.Lit(64)),
		jen.If(jen.Err().Op("!=").Nil().Op("||").Id("n").Op("!=").Qual("math", "Trunc").Call(jen.Id("n")).Op("||").
			Qual("math", "Abs").Call(jen.Id("n")).Op(">").Lit(1).Op("<<").Lit(53).Op("-").Lit(1)).Block(jen.Return(jen.Lit(0), jen.False())),
		jen.Return(jen.Int64().Call(jen.Id("n")), jen.True()),
	)
}

// decimals prints what is a decimal number.
func (p *printer) decimals() {
	p.say("isDecimal reports whether a text is a decimal number: -12.50, but neither 1e3 nor 01.")
	p.out.Func().Id("isDecimal").Params(jen.Id("text").String()).Bool().Block(
		jen.List(jen.Id("whole"), jen.Id("fraction"), jen.Id("point")).Op(":=").Qual("strings", "Cut").Call(
			jen.Qual("strings", "TrimPrefix").Call(jen.Id("text"), jen.Lit("-")), jen.Lit(".")),
		jen.Return(jen.Id("isDigits").Call(jen.Id("whole")).Op("&&").Parens(
			jen.Id("whole").Op("==").Lit("0").Op("||").Id("whole").Index(jen.Lit(0)).Op("!=").LitRune('0')).
			Op("&&").Parens(jen.Op("!").Id("point").Op("||").Id("isDigits").Call(jen.Id("fraction")))),
	)
	p.out.Line()
	p.out.Func().Id("isDigits").Params(jen.Id("text").String()).Bool().Block(
		jen.Return(jen.Id("text").Op("!=").Lit("").Op("&&").Qual("strings", "Trim").Call(jen.Id("text"), jen.Lit("0123456789")).Op("==").Lit("")),
	)
}
