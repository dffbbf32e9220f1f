package golang

import (
	"github.com/dave/jennifer/jen"

	"github.com/statusgen/statusgen/generator/internal/render"
)

const mediaType = "application/problem+json"

// problem prints what the receiver of an error is told, and how it is written.
func (p *printer) problem() {
	p.say("MediaType is the type of a problem on the wire.")
	p.out.Const().Id("MediaType").Op("=").Lit(mediaType)

	p.say("Problem is what whoever receives an error is told of it: problem details (RFC 9457), with the code and the parameters "+
		"of the error, but for internal ones, as further members.",
		"It is written as JSON by json.Marshal, and read by ParseProblem or json.Unmarshal. Type, Title, Detail and Instance are left out where they are empty, and Status where it is 0.")
	p.out.Type().Id("Problem").StructFunc(func(g *jen.Group) {
		g.Id("Type").String().Comment("a URI; empty: about:blank")
		g.Id("Title").String()
		g.Id("Status").Int().Comment("of HTTP; 0: none")
		g.Id("Detail").String()
		g.Id("Instance").String().Comment("a URI of what happened")
		g.Id("Code").Id("Code")
		g.Id("Extensions").Index().Id("Extension").Comment("members that its code does not have, in their order")
		if p.carries() {
			g.Line().Id("values").Index().Id("value")
		}
	})
	p.say("Extension is a member of a problem that its code does not have.")
	p.out.Type().Id("Extension").Struct(
		jen.Id("Name").String(),
		jen.Id("Value").Qual("encoding/json", "RawMessage"),
	)
	p.problemOf()
	p.say("HTTPStatus gives the status of a response that says so, or 0 where the error has none.")
	p.onProblem("HTTPStatus").Params().Int().Block(jen.Return(jen.Id("p").Dot("Status")))
	p.say("Err gives the error that the problem tells of. What it says is in the words of this program; of a code that the table lacks, in those of the problem.")
	p.onProblem("Err").Params().Op("*").Id("Error").Block(
		jen.Return(jen.Op("&").Id("Error").ValuesFunc(func(g *jen.Group) {
			g.Id("code").Op(":").Id("p").Dot("Code")
			if p.carries() {
				g.Id("values").Op(":").Id("p").Dot("values")
			}
			g.Id("problem").Op(":").Id("p").Dot("clone").Call()
		})),
	)
	p.say("clone gives a copy that shares nothing which can be changed.")
	extensions := func() *jen.Statement { return jen.Id("cloned").Dot("Extensions") }
	p.onProblem("clone").Params().Op("*").Id("Problem").Block(
		jen.Id("cloned").Op(":=").Op("*").Id("p"),
		extensions().Op("=").Qual("slices", "Clone").Call(jen.Id("p").Dot("Extensions")),
		jen.For(jen.List(jen.Id("i"), jen.Id("x")).Op(":=").Range().Add(extensions())).Block(
			extensions().Index(jen.Id("i")).Dot("Value").Op("=").Qual("slices", "Clone").Call(jen.Id("x").Dot("Value")),
		),
		jen.Return(jen.Op("&").Id("cloned")),
	)
	p.marshal()
}

// onProblem starts a method of Problem.
func (p *printer) onProblem(name string) *jen.Statement {
	return p.out.Func().Params(jen.Id("p").Op("*").Id("Problem")).Id(name)
}

// problemOf prints how an error becomes a problem.
func (p *printer) problemOf() {
	code := func() *jen.Statement { return jen.Id("e").Dot("code") }
	p.say("Problem gives what whoever receives the error is told: no cause, and no internal parameter. Of an error that was read from a problem, it is that problem.",
		"The error of a code that is internal itself has a problem like any other, with its message and parameters: it is for whoever may know of the code.")
	p.onError("Problem").Params().Op("*").Id("Problem").BlockFunc(func(g *jen.Group) {
		g.If(jen.Id("e").Dot("problem").Op("!=").Nil()).Block(
			jen.Return(jen.Id("e").Dot("problem").Dot("clone").Call()),
		)
		var fields []jen.Code
		set := func(name string, value *jen.Statement) {
			fields = append(fields, jen.Line().Id(name).Op(":").Add(value))
		}
		if p.hasTypes() {
			set("Type", p.textOf(g, "problemTypes", code()))
			p.texts("problemTypes", p.textsOf(func(c *render.Code) render.Text { return c.Error.Type }))
		}
		set("Title", code().Dot("Phrase").Call())
		switch status := p.table.Errors.Status; {
		case p.table.Errors.IsStatus:
			set("Status", jen.Int().Call(code()))
		case status != nil && status.Optional:
			g.List(jen.Id("status"), jen.Id("_")).Op(":=").Add(code()).Dot(status.Identifier).Call()
			set("Status", asInt(status, jen.Id("status")))
		case status != nil:
			set("Status", asInt(status, code().Dot(status.Identifier).Call()))
		}
		set("Detail", jen.Id("e").Dot("Message").Call())
		set("Code", code())
		fields = append(fields, jen.Line())
		if !p.carries() {
			g.Return(jen.Op("&").Id("Problem").Values(fields...))
			return
		}
		g.Id("p").Op(":=").Op("&").Id("Problem").Values(fields...)
		g.For(jen.List(jen.Id("_"), jen.Id("v")).Op(":=").Range().Id("e").Dot("values")).Block(
			jen.If(jen.Op("!").Id("v").Dot("private")).Block(
				jen.Id("p").Dot("values").Op("=").Append(jen.Id("p").Dot("values"), jen.Id("v")),
			),
		)
		g.Return(jen.Id("p"))
	})
}

// asInt gives a status as the type that net/http has for it.
func asInt(status *render.Property, value *jen.Statement) *jen.Statement {
	if status.ValueType == "int" {
		return value
	}
	return jen.Int().Call(value)
}

func (p *printer) hasTypes() bool { return p.table.Codes[0].Error.Type != nil }

// marshal prints how a problem is written: the members of RFC 9457 in its
// order, the code, the parameters, and then what else there is.
func (p *printer) marshal() {
	p.say("MarshalJSON writes the problem as a JSON object. The error is a *ProblemError for an extension that is called like another member.")
	add := func(name, value *jen.Statement) *jen.Statement { return jen.Id("o").Dot("add").Call(name, value) }
	given := func(name, field string, absent jen.Code) jen.Code {
		value := jen.Id("p").Dot(field)
		return jen.If(value.Clone().Op("!=").Add(absent)).Block(add(jen.Lit(name), value))
	}
	// by value: a Problem in a struct is one, too
	p.out.Func().Params(jen.Id("p").Id("Problem")).Id("MarshalJSON").Params().Params(jen.Index().Byte(), jen.Error()).BlockFunc(func(g *jen.Group) {
		g.If(jen.Err().Op(":=").Id("p").Dot("clash").Call(), jen.Err().Op("!=").Nil()).Block(jen.Return(jen.Nil(), jen.Err()))
		g.Var().Id("o").Id("object")
		g.Add(given("type", "Type", jen.Lit("")))
		g.Add(given("title", "Title", jen.Lit("")))
		g.Add(given("status", "Status", jen.Lit(0)))
		g.Add(given("detail", "Detail", jen.Lit("")))
		g.Add(given("instance", "Instance", jen.Lit("")))
		g.Add(add(jen.Lit("code"), jen.Id(p.underlying()).Call(jen.Id("p").Dot("Code"))))
		if p.carries() {
			g.For(jen.List(jen.Id("_"), jen.Id("v")).Op(":=").Range().Id("p").Dot("values")).Block(
				add(jen.Id("v").Dot("name"), jen.Id("v").Dot("json").Call()),
			)
		}
		g.For(jen.List(jen.Id("_"), jen.Id("x")).Op(":=").Range().Id("p").Dot("Extensions")).Block(
			add(jen.Id("x").Dot("Name"), jen.Id("x").Dot("Value")),
		)
		g.If(jen.Id("o").Dot("fault").Op("!=").Nil()).Block(jen.Return(jen.Nil(), jen.Id("o").Dot("fault")))
		g.Return(jen.Append(jen.Id("o").Dot("text"), jen.LitRune('}')), jen.Nil())
	})
	p.clash()
	p.say("UnmarshalJSON reads the problem as ParseProblem does; null changes nothing.")
	p.onProblem("UnmarshalJSON").Params(jen.Id("data").Index().Byte()).Error().Block(
		jen.If(jen.String().Call(jen.Id("data")).Op("==").Lit("null")).Block(jen.Return(jen.Nil())),
		jen.List(jen.Id("read"), jen.Err()).Op(":=").Id("ParseProblem").Call(jen.Id("data")),
		jen.If(jen.Err().Op("!=").Nil()).Block(jen.Return(jen.Err())),
		jen.Op("*").Id("p").Op("=").Op("*").Id("read"),
		jen.Return(jen.Nil()),
	)
	p.say("object is a JSON object that is being written.")
	p.out.Type().Id("object").Struct(
		jen.Id("text").Index().Byte(),
		jen.Id("fault").Error().Comment("the first one"),
	)
	p.out.Line()
	p.out.Func().Params(jen.Id("o").Op("*").Id("object")).Id("add").Params(jen.Id("name").String(), jen.Id("value").Any()).Block(
		jen.Id("separator").Op(":=").Byte().Call(jen.LitRune(',')),
		jen.If(jen.Len(jen.Id("o").Dot("text")).Op("==").Lit(0)).Block(jen.Id("separator").Op("=").LitRune('{')),
		jen.For(jen.List(jen.Id("_"), jen.Id("part")).Op(":=").Range().Index(jen.Op("...")).Any().Values(jen.Id("name"), jen.Id("value"))).Block(
			jen.List(jen.Id("data"), jen.Err()).Op(":=").Qual("encoding/json", "Marshal").Call(jen.Id("part")),
			jen.If(jen.Err().Op("!=").Nil().Op("&&").Id("o").Dot("fault").Op("==").Nil()).Block(jen.Id("o").Dot("fault").Op("=").Err()),
			jen.Id("o").Dot("text").Op("=").Append(jen.Append(jen.Id("o").Dot("text"), jen.Id("separator")), jen.Id("data").Op("...")),
			jen.Id("separator").Op("=").LitRune(':'),
		),
	)
}

// clash prints what keeps a member from being written twice.
func (p *printer) clash() {
	reasons := func(name jen.Code) *jen.Statement { return jen.Id("reasons").Index(name) }
	p.say("clash finds an extension that is called like another member.")
	p.out.Func().Params(jen.Id("p").Op("*").Id("Problem")).Id("clash").Params().Error().BlockFunc(func(g *jen.Group) {
		g.If(jen.Len(jen.Id("p").Dot("Extensions")).Op("==").Lit(0)).Block(jen.Return(jen.Nil()))
		g.Const().Id("other").Op("=").Lit("is no extension")
		g.Id("reasons").Op(":=").Map(jen.String()).String().ValuesFunc(func(g *jen.Group) {
			for _, name := range []string{"type", "title", "status", "detail", "instance", "code"} {
				g.Lit(name).Op(":").Id("other")
			}
		})
		if p.carries() {
			g.For(jen.List(jen.Id("_"), jen.Id("v")).Op(":=").Range().Id("p").Dot("values")).Block(
				reasons(jen.Id("v").Dot("name")).Op("=").Id("other"),
			)
			g.For(jen.List(jen.Id("_"), jen.Id("want")).Op(":=").Range().Id("parameters").Index(jen.Id("p").Dot("Code").Dot("place").Call())).Block(
				reasons(jen.Id("want").Dot("name")).Op("=").Id("other"),
			)
		}
		g.For(jen.List(jen.Id("_"), jen.Id("x")).Op(":=").Range().Id("p").Dot("Extensions")).Block(
			jen.If(jen.Id("reason").Op(":=").Add(reasons(jen.Id("x").Dot("Name"))), jen.Id("reason").Op("!=").Lit("")).Block(
				jen.Return(fault(jen.Id("x").Dot("Name"), jen.Id("reason"))),
			),
			reasons(jen.Id("x").Dot("Name")).Op("=").Lit("is there twice"),
		)
		g.Return(jen.Nil())
	})
}
