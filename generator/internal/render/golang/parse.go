package golang

import (
	"github.com/dave/jennifer/jen"

	"github.com/statusgen/statusgen/generator/internal/render"
)

// parsing prints the ways from text to a code.
func (p *printer) parsing() {
	p.unknownError()
	if p.table.Integer {
		p.parseInteger()
		p.number()
	} else {
		p.parseText()
	}
	p.fromPhrase()
}

func (p *printer) unknownError() {
	p.say("UnknownCodeError says that a text stands for no code.")
	p.out.Type().Id("UnknownCodeError").Struct(jen.Id("Input").String().Comment("the text, as it came"))
	p.say("Error names the text.")
	p.out.Func().Params(jen.Id("e").Op("*").Id("UnknownCodeError")).Id("Error").Params().String().Block(
		jen.Return(jen.Lit(p.table.Package+": no status code ").Op("+").Qual("strconv", "Quote").Call(jen.Id("e").Dot("Input"))),
	)
}

var parseResults = jen.Params(jen.Id("Code"), jen.Error())

func unknown(input *jen.Statement) *jen.Statement {
	return jen.Op("&").Id("UnknownCodeError").Values(jen.Id("Input").Op(":").Add(input))
}

func (p *printer) parseInteger() {
	accepted := jen.Id("ok")
	doc := "Parse reads a code as a person writes it: its number in plain decimal, or its exact name or alias. " +
		"A number that the table lacks is a code too. The error is an *UnknownCodeError."
	if !p.table.Open {
		accepted = jen.Id("ok").Op("&&").Id("Code").Call(jen.Id("n")).Dot("Known").Call()
		doc = "Parse reads a code as a person writes it: its number in plain decimal, or its exact name or alias. " +
			"The error is an *UnknownCodeError."
	}
	p.say(doc)
	p.out.Func().Id("Parse").Params(jen.Id("text").String()).Add(parseResults).BlockFunc(func(g *jen.Group) {
		g.If(jen.List(jen.Id("n"), jen.Id("ok")).Op(":=").Id("number").Call(jen.Id("text")), accepted).Block(
			jen.Return(jen.Id("Code").Call(jen.Id("n")), jen.Nil()),
		)
		p.switchOnNames(g)
		g.Return(jen.Lit(0), unknown(jen.Id("text")))
	})
}

func (p *printer) switchOnNames(g *jen.Group) {
	if len(p.table.Names) == 0 {
		return
	}
	byCode := map[*render.Code][]jen.Code{}
	for _, name := range p.table.Names {
		byCode[name.Code] = append(byCode[name.Code], jen.Lit(name.Name))
	}
	g.Switch(jen.Id("text")).BlockFunc(func(g *jen.Group) {
		for _, code := range p.table.Codes {
			g.Case(p.labels(code, byCode[code])...).Block(jen.Return(jen.Id(code.Identifier), jen.Nil()))
		}
	})
}

// labels adds to the names of a code what else Parse takes for it: in a text
// table, the code itself.
func (p *printer) labels(code *render.Code, names []jen.Code) []jen.Code {
	if p.table.Integer || code.NamesItself {
		return names
	}
	return append([]jen.Code{jen.Op(code.Literal)}, names...)
}

// number prints the reading of a decimal: every language reads the same ones.
func (p *printer) number() {
	p.say("number reads a plain decimal: no sign but a minus, no leading zero, and no more than 2^53-1, " +
		"which every language can hold.")
	p.out.Func().Id("number").Params(jen.Id("text").String()).Params(jen.Id("n").Int64(), jen.Id("ok").Bool()).Block(
		jen.Id("digits").Op(":=").Qual("strings", "TrimPrefix").Call(jen.Id("text"), jen.Lit("-")),
		jen.If(jen.Id("digits").Op("==").Lit("").Op("||").Len(jen.Id("digits")).Op(">").Lit(16).Op("||").
			Id("digits").Index(jen.Lit(0)).Op("==").LitRune('0').Op("&&").Len(jen.Id("digits")).Op(">").Lit(1)).Block(
			jen.Return(jen.Lit(0), jen.False()),
		),
		jen.For(jen.Id("i").Op(":=").Range().Len(jen.Id("digits"))).Block(
			jen.If(jen.Id("digits").Index(jen.Id("i")).Op("<").LitRune('0').Op("||").LitRune('9').Op("<").Id("digits").Index(jen.Id("i"))).Block(
				jen.Return(jen.Lit(0), jen.False()),
			),
			jen.Id("n").Op("=").Id("n").Op("*").Lit(10).Op("+").Int64().Call(jen.Id("digits").Index(jen.Id("i")).Op("-").LitRune('0')),
		),
		jen.If(jen.Id("n").Op(">").Lit(1).Op("<<").Lit(53).Op("-").Lit(1)).Block(jen.Return(jen.Lit(0), jen.False())),
		jen.If(jen.Len(jen.Id("digits")).Op("<").Len(jen.Id("text"))).Block(jen.Id("n").Op("=").Op("-").Id("n")),
		jen.Return(jen.Id("n"), jen.Int64().Call(jen.Id("Code").Call(jen.Id("n"))).Op("==").Id("n")),
	)
}

func (p *printer) parseText() {
	doc := "Parse reads a code as a person writes it: the code itself, or its exact name or alias. "
	if p.table.Open {
		doc += "Any other text of visible ASCII characters is a code that the table lacks. "
	}
	p.say(doc + "The error is an *UnknownCodeError.")
	p.out.Func().Id("Parse").Params(jen.Id("text").String()).Add(parseResults).BlockFunc(func(g *jen.Group) {
		p.switchOnNames(g)
		if p.table.Open {
			g.If(jen.Id("graphic").Call(jen.Id("text"))).Block(jen.Return(jen.Id("Code").Call(jen.Id("text")), jen.Nil()))
		}
		g.Return(jen.Lit(""), unknown(jen.Id("text")))
	})
	if !p.table.Open {
		return
	}
	p.say("graphic reports whether text is one or more visible ASCII characters, and nothing else.")
	p.out.Func().Id("graphic").Params(jen.Id("text").String()).Bool().Block(
		jen.For(jen.Id("i").Op(":=").Range().Len(jen.Id("text"))).Block(
			jen.If(jen.Id("text").Index(jen.Id("i")).Op("<").LitRune('!').Op("||").LitRune('~').Op("<").Id("text").Index(jen.Id("i"))).Block(
				jen.Return(jen.False()),
			),
		),
		jen.Return(jen.Id("text").Op("!=").Lit("")),
	)
}

func (p *printer) fromPhrase() {
	p.say("FromPhrase gives the code that a phrase stands for: the registry's, or one that people use. " +
		"The case of ASCII letters and the amount of ASCII white space do not matter. " +
		"ok is false for a phrase that stands for no code, or for several.")
	p.out.Func().Id("FromPhrase").Params(jen.Id("phrase").String()).Params(jen.Id("c").Id("Code"), jen.Id("ok").Bool()).BlockFunc(func(g *jen.Group) {
		byCode := map[*render.Code][]jen.Code{}
		for _, phrase := range p.table.Phrases {
			byCode[phrase.Code] = append(byCode[phrase.Code], p.text(phrase.Folded))
		}
		if len(byCode) > 0 {
			g.Switch(jen.Id("fold").Call(jen.Id("phrase"))).BlockFunc(func(g *jen.Group) {
				for _, code := range p.table.Codes {
					if labels := byCode[code]; len(labels) > 0 {
						g.Case(labels...).Block(jen.Return(jen.Id(code.Identifier), jen.True()))
					}
				}
			})
		}
		if p.table.Integer {
			g.Return(jen.Lit(0), jen.False())
		} else {
			g.Return(jen.Lit(""), jen.False())
		}
	})
	if len(p.table.Phrases) > 0 {
		p.fold()
	}
}

func (p *printer) fold() {
	p.say("fold gives a phrase with ASCII letters in lower case, and one space for each run of ASCII white space inside.")
	p.out.Func().Id("fold").Params(jen.Id("phrase").String()).String().Block(
		jen.Id("folded").Op(":=").Make(jen.Index().Byte(), jen.Lit(0), jen.Len(jen.Id("phrase"))),
		jen.Id("space").Op(":=").False(),
		jen.For(jen.Id("i").Op(":=").Range().Len(jen.Id("phrase"))).Block(
			jen.Id("b").Op(":=").Id("phrase").Index(jen.Id("i")),
			jen.If(jen.Id("b").Op("==").LitRune(' ').Op("||").LitRune('\t').Op("<=").Id("b").Op("&&").Id("b").Op("<=").LitRune('\r')).Block(
				jen.Id("space").Op("=").Len(jen.Id("folded")).Op(">").Lit(0),
				jen.Continue(),
			),
			jen.If(jen.Id("space")).Block(
				jen.Id("folded").Op("=").Append(jen.Id("folded"), jen.LitRune(' ')),
				jen.Id("space").Op("=").False(),
			),
			jen.If(jen.LitRune('A').Op("<=").Id("b").Op("&&").Id("b").Op("<=").LitRune('Z')).Block(
				jen.Id("b").Op("+=").LitRune('a').Op("-").LitRune('A'),
			),
			jen.Id("folded").Op("=").Append(jen.Id("folded"), jen.Id("b")),
		),
		jen.Return(jen.String().Call(jen.Id("folded"))),
	)
}

// decoding prints how a closed table refuses strangers.
func (p *printer) decoding() {
	p.say("Scan reads a code from a database column. The error is an *UnknownCodeError for a value that the table lacks; " +
		"NULL, and what is no integer or text, is another error.")
	known := func(to *jen.Statement, input *jen.Statement) *jen.Statement {
		return jen.If(jen.Op("!").Add(to).Dot("Known").Call()).Block(jen.Return(unknown(input)))
	}
	pointer := jen.Params(jen.Id("c").Op("*").Id("Code"))
	if !p.table.Integer {
		p.out.Func().Add(pointer.Clone()).Id("Scan").Params(jen.Id("source").Any()).Error().Block(
			jen.Switch(jen.Id("source").Op(":=").Id("source").Assert(jen.Type())).Block(
				jen.Case(jen.String()).Block(jen.Return(jen.Id("c").Dot("UnmarshalText").Call(jen.Index().Byte().Call(jen.Id("source"))))),
				jen.Case(jen.Index().Byte()).Block(jen.Return(jen.Id("c").Dot("UnmarshalText").Call(jen.Id("source")))),
			),
			jen.Return(p.cannotScan()),
		)
		p.say("UnmarshalText reads a code of the table from text. The error is an *UnknownCodeError.")
		p.out.Func().Add(pointer.Clone()).Id("UnmarshalText").Params(jen.Id("text").Index().Byte()).Error().Block(
			jen.Id("decoded").Op(":=").Id("Code").Call(jen.Id("text")),
			known(jen.Id("decoded"), jen.String().Call(jen.Id("text"))),
			jen.Op("*").Id("c").Op("=").Id("decoded"),
			jen.Return(jen.Nil()),
		)
		return
	}
	p.out.Func().Add(pointer.Clone()).Id("Scan").Params(jen.Id("source").Any()).Error().Block(
		jen.Switch(jen.Id("source").Op(":=").Id("source").Assert(jen.Type())).Block(
			jen.Case(jen.Int64()).Block(jen.Return(jen.Id("c").Dot("decode").Call(jen.Qual("strconv", "FormatInt").Call(jen.Id("source"), jen.Lit(10))))),
			jen.Case(jen.String()).Block(jen.Return(jen.Id("c").Dot("decode").Call(jen.Id("source")))),
			jen.Case(jen.Index().Byte()).Block(jen.Return(jen.Id("c").Dot("decode").Call(jen.String().Call(jen.Id("source"))))),
		),
		jen.Return(p.cannotScan()),
	)
	p.say("UnmarshalText reads a code of the table from its number in plain decimal. " +
		"The error is an *UnknownCodeError.")
	p.out.Func().Add(pointer.Clone()).Id("UnmarshalText").Params(jen.Id("text").Index().Byte()).Error().Block(
		jen.Return(jen.Id("c").Dot("decode").Call(jen.String().Call(jen.Id("text")))),
	)
	p.say("UnmarshalJSON reads a code of the table from a JSON number, or from the text that stands for it as the key of a JSON object; " +
		"null changes nothing. The error is an *UnknownCodeError.")
	p.out.Func().Add(pointer.Clone()).Id("UnmarshalJSON").Params(jen.Id("data").Index().Byte()).Error().Block(
		jen.Id("text").Op(":=").String().Call(jen.Id("data")),
		jen.If(jen.Id("text").Op("==").Lit("null")).Block(jen.Return(jen.Nil())),
		jen.Return(jen.Id("c").Dot("decode").Call(jen.Qual("strings", "Trim").Call(jen.Id("text"), jen.Lit("\"")))),
	)
	p.say("decode reads a code of the table from its number in plain decimal.")
	p.out.Func().Add(pointer.Clone()).Id("decode").Params(jen.Id("text").String()).Error().Block(
		jen.List(jen.Id("n"), jen.Id("ok")).Op(":=").Id("number").Call(jen.Id("text")),
		jen.If(jen.Op("!").Id("ok").Op("||").Op("!").Id("Code").Call(jen.Id("n")).Dot("Known").Call()).Block(
			jen.Return(unknown(jen.Id("text"))),
		),
		jen.Op("*").Id("c").Op("=").Id("Code").Call(jen.Id("n")),
		jen.Return(jen.Nil()),
	)
}

// cannotScan is the error for a column of another type.
func (p *printer) cannotScan() *jen.Statement {
	return jen.Qual("errors", "New").Call(jen.Lit(p.table.Package + ": a code is scanned from an integer or text"))
}
