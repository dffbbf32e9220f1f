package golang

import (
	"slices"

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

// unknownError prints the error for a text. Decoding takes no names, so its
// error does not deny that there is one.
func (p *printer) unknownError() {
	doc, bare := "UnknownCodeError says that a text stands for no code.", p.bare()
	if bare != "" {
		doc = "UnknownCodeError says that a text stands for no code or, where no names are read, is not a code itself."
	}
	p.say(doc)
	p.out.Type().Id("UnknownCodeError").StructFunc(func(g *jen.Group) {
		g.Id("Input").String().Comment("the text, as it came")
		if bare != "" {
			g.Line().Id("bare").Bool().Comment("no name was read")
		}
	})
	p.say("Error names the text.")
	input := jen.Qual("strconv", "Quote").Call(jen.Id("e").Dot("Input"))
	p.out.Func().Params(jen.Id("e").Op("*").Id("UnknownCodeError")).Id("Error").Params().String().BlockFunc(func(g *jen.Group) {
		if bare != "" {
			g.If(jen.Id("e").Dot("bare")).Block(
				jen.Return(jen.Lit(p.table.Package + ": ").Op("+").Add(input.Clone()).Op("+").Lit(" is not " + bare)),
			)
		}
		g.Return(jen.Lit(p.table.Package + ": no status code ").Op("+").Add(input))
	})
}

// bare says what decoding reads where Parse reads more; empty: there is no such
// difference.
func (p *printer) bare() string {
	switch {
	case p.table.Open:
		return "" // all of it is left to others
	case p.table.Integer:
		return "the number of a status code"
	case p.isNamed():
		return "itself a status code"
	}
	return ""
}

// isNamed reports whether some code is called other than what it is.
func (p *printer) isNamed() bool {
	return slices.ContainsFunc(p.table.Names, func(n render.Name) bool {
		return !n.Code.NamesItself || n.Name != n.Code.Name
	})
}

// notDecoded is the error for what is not a code itself.
func (p *printer) notDecoded(input *jen.Statement) *jen.Statement {
	if p.bare() == "" {
		return unknown(input)
	}
	return jen.Op("&").Id("UnknownCodeError").Values(jen.Id("Input").Op(":").Add(input), jen.Id("bare").Op(":").True())
}

func unknown(input *jen.Statement) *jen.Statement {
	return jen.Op("&").Id("UnknownCodeError").Values(jen.Id("Input").Op(":").Add(input))
}

// parse prints Parse, and the work that it does. An error that nobody keeps is
// not allocated, as long as Parse is small enough to be inlined.
func (p *printer) parse(doc string, work func(*jen.Group)) {
	p.say(doc + "The error is an [*UnknownCodeError].")
	p.out.Func().Id("Parse").Params(jen.Id("text").String()).Params(jen.Id("Code"), jen.Error()).Block(
		jen.If(jen.List(jen.Id("c"), jen.Id("ok")).Op(":=").Id("parse").Call(jen.Id("text")), jen.Id("ok")).Block(
			jen.Return(jen.Id("c"), jen.Nil()),
		),
		jen.Return(p.none(), unknown(jen.Id("text"))),
	)
	p.say("parse does the work of Parse, which stays small enough to be inlined: an error that is not kept is then not allocated.")
	p.out.Func().Id("parse").Params(jen.Id("text").String()).Params(jen.Id("Code"), jen.Bool()).BlockFunc(work)
}

func (p *printer) parseInteger() {
	doc := "Parse reads a code as a person writes it: its number in plain decimal, or its exact name or alias. "
	accepted := jen.Id("ok")
	if p.table.Open {
		doc += "A number that the table lacks is a code too, up to 2^53-1 either way"
		if !p.table.Wide {
			doc += ", or as far as an int goes"
		}
		doc += ". "
	} else {
		accepted = jen.Id("ok").Op("&&").Id("Code").Call(jen.Id("n")).Dot("Known").Call()
	}
	p.parse(doc, func(g *jen.Group) {
		g.If(jen.Id("text").Op("!=").Lit("").Op("&&").Id("text").Index(jen.Lit(0)).Op("<=").LitRune('9')).Block(
			jen.Comment("a name begins with a letter, and letters are above the digits and the minus"),
			jen.List(jen.Id("n"), jen.Id("ok")).Op(":=").Id("number").Call(jen.Id("text")),
			jen.Return(jen.Id("Code").Call(jen.Id("n")), accepted),
		)
		g.Id("place").Op(":=").Id("named").Call(jen.Id("text"))
		g.Return(jen.Id("codes").Index(jen.Id("place")), jen.Id("place").Op("!=").Lit(0))
	})
	p.named()
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
	named := p.isNamed()
	p.parse(doc, func(g *jen.Group) {
		code := jen.Id("c").Op(":=").Id("Code").Call(jen.Id("text"))
		if !named {
			g.Add(code)
			if p.table.Open {
				g.Return(jen.Id("c"), jen.Id("c").Dot("Known").Call().Op("||").Id("graphic").Call(jen.Id("text")))
			} else {
				g.Return(jen.Id("c"), jen.Id("c").Dot("Known").Call())
			}
			return
		}
		g.If(code, jen.Id("c").Dot("Known").Call()).Block(jen.Return(jen.Id("c"), jen.True()))
		g.If(jen.Id("place").Op(":=").Id("named").Call(jen.Id("text")), jen.Id("place").Op("!=").Lit(0)).Block(
			jen.Return(jen.Id("codes").Index(jen.Id("place")), jen.True()),
		)
		if p.table.Open {
			g.Return(jen.Id("Code").Call(jen.Id("text")), jen.Id("graphic").Call(jen.Id("text")))
		} else {
			g.Return(jen.Lit(""), jen.False())
		}
	})
	if named {
		p.named()
	}
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

// decoding prints how a closed table refuses strangers.
func (p *printer) decoding() {
	p.say("Scan reads a code from a database column. The error is an [*UnknownCodeError] for a value that the table lacks; " +
		"NULL, and what is not " + p.scanned() + ", is another error.")
	pointer := jen.Params(jen.Id("c").Op("*").Id("Code"))
	if !p.table.Integer {
		p.out.Func().Add(pointer.Clone()).Id("Scan").Params(jen.Id("source").Any()).Error().Block(
			jen.Switch(jen.Id("source").Op(":=").Id("source").Assert(jen.Type())).Block(
				jen.Case(jen.String()).Block(jen.Return(jen.Id("c").Dot("UnmarshalText").Call(jen.Index().Byte().Call(jen.Id("source"))))),
				jen.Case(jen.Index().Byte()).Block(jen.Return(jen.Id("c").Dot("UnmarshalText").Call(jen.Id("source")))),
			),
			jen.Return(p.cannotScan()),
		)
		p.say("UnmarshalText reads a code of the table from text. The error is an [*UnknownCodeError].")
		p.out.Func().Add(pointer.Clone()).Id("UnmarshalText").Params(jen.Id("text").Index().Byte()).Error().Block(
			jen.Id("decoded").Op(":=").Id("Code").Call(jen.Id("text")),
			jen.If(jen.Op("!").Id("decoded").Dot("Known").Call()).Block(jen.Return(p.notDecoded(jen.String().Call(jen.Id("text"))))),
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
		"The error is an [*UnknownCodeError].")
	p.out.Func().Add(pointer.Clone()).Id("UnmarshalText").Params(jen.Id("text").Index().Byte()).Error().Block(
		jen.Return(jen.Id("c").Dot("decode").Call(jen.String().Call(jen.Id("text")))),
	)
	p.say("UnmarshalJSON reads a code of the table from a JSON number, or from a JSON string of one, which the keys of objects are; " +
		"null changes nothing. The error is an [*UnknownCodeError].")
	p.out.Func().Add(pointer.Clone()).Id("UnmarshalJSON").Params(jen.Id("data").Index().Byte()).Error().Block(
		jen.Id("text").Op(":=").String().Call(jen.Id("data")),
		jen.If(jen.Id("text").Op("==").Lit("null")).Block(jen.Return(jen.Nil())),
		jen.If(
			jen.Id("last").Op(":=").Len(jen.Id("text")).Op("-").Lit(1),
			jen.Id("last").Op(">").Lit(0).Op("&&").Id("text").Index(jen.Lit(0)).Op("==").LitRune('"').Op("&&").
				Id("text").Index(jen.Id("last")).Op("==").LitRune('"'),
		).Block(jen.Id("text").Op("=").Id("text").Index(jen.Lit(1).Op(":").Id("last"))),
		jen.Return(jen.Id("c").Dot("decode").Call(jen.Id("text"))),
	)
	p.say("decode reads a code of the table from its number in plain decimal.")
	p.out.Func().Add(pointer.Clone()).Id("decode").Params(jen.Id("text").String()).Error().Block(
		jen.List(jen.Id("n"), jen.Id("ok")).Op(":=").Id("number").Call(jen.Id("text")),
		jen.If(jen.Op("!").Id("ok").Op("||").Op("!").Id("Code").Call(jen.Id("n")).Dot("Known").Call()).Block(
			jen.Return(p.notDecoded(jen.Id("text"))),
		),
		jen.Op("*").Id("c").Op("=").Id("Code").Call(jen.Id("n")),
		jen.Return(jen.Nil()),
	)
}

// cannotScan is the error for a column of another type.
func (p *printer) cannotScan() *jen.Statement {
	return jen.Qual("errors", "New").Call(jen.Lit(p.table.Package + ": a code is scanned from " + p.scanned()))
}

// scanned says what columns codes are in.
func (p *printer) scanned() string {
	if p.table.Integer {
		return "an integer or text"
	}
	return "text"
}
