package golang

import (
	"github.com/dave/jennifer/jen"

	"github.com/statusgen/statusgen/generator/internal/render"
)

// messages prints what errors say. A message is one constant text: what of it
// is filled in stands between braces.
func (p *printer) messages() {
	p.say("Message says what happened, in the words of the table. Whoever may know of the code may read it: no internal parameter is in it.")
	p.onError("Message").Params().String().BlockFunc(func(g *jen.Group) {
		g.If(jen.Id("message").Op(":=").Add(p.textOf(g, "messages", jen.Id("e").Dot("code"))), jen.Id("message").Op("!=").Lit("")).Block(
			jen.Return(p.fill(jen.Id("message"))),
		)
		g.Id("code").Op(":=").Lit("code ").Op("+").Add(p.written(jen.Id("e").Dot("code")))
		g.If(jen.Id("p").Op(":=").Id("e").Dot("problem"), jen.Id("p").Op("!=").Nil()).Block(
			jen.Return(jen.Qual("cmp", "Or").Call(jen.Id("p").Dot("Detail"), jen.Id("p").Dot("Title"), jen.Id("code"))),
		)
		g.Return(jen.Id("code"))
	})
	if locales := p.table.Errors.Locales; len(locales) > 0 {
		example := locales[0].Identifier
		p.say("In says what happened in another language: that of the first locale that has a message of the code, as in e.In("+example+".Message). "+
			"Where none has, it is what Message says.",
			"The locales are packages below this one.")
		p.onError("In").Params(jen.Id("locales").Op("...").Func().Params(jen.Id("code").Id(p.underlying())).String()).String().Block(
			jen.For(jen.List(jen.Id("_"), jen.Id("locale")).Op(":=").Range().Id("locales")).Block(
				jen.If(
					jen.Id("message").Op(":=").Id("locale").Call(jen.Id(p.underlying()).Call(jen.Id("e").Dot("code"))),
					jen.Id("message").Op("!=").Lit(""),
				).Block(jen.Return(p.fill(jen.Id("message")))),
			),
			jen.Return(jen.Id("e").Dot("Message").Call()),
		)
	}
	if p.carries() {
		p.filled()
	}
	p.texts("messages", p.textsOf(func(c *render.Code) render.Text { return p.message(c.Error.Message) }))
}

// message gives a message as one text. Where no error carries a value, nothing
// is filled in.
func (p *printer) message(message []render.Piece) render.Text {
	if !p.carries() {
		return message[0].Text
	}
	return render.Template(message)
}

// fill gives a message with the values of an error.
func (p *printer) fill(message *jen.Statement) *jen.Statement {
	if !p.carries() {
		return message
	}
	return jen.Id("e").Dot("filled").Call(message)
}

// written gives a code as a text.
func (p *printer) written(code *jen.Statement) *jen.Statement {
	if p.table.Integer {
		return jen.Qual("strconv", "FormatInt").Call(jen.Int64().Call(code), jen.Lit(10))
	}
	return jen.String().Call(code)
}

// filled prints how the values of an error come into a message.
func (p *printer) filled() {
	p.say("filled gives a message with the values of the error: {name} is that of a parameter, and {{ and }} are braces.")
	message, at := jen.Id("message"), jen.Id("at")
	p.onError("filled").Params(jen.Id("message").String()).String().Block(
		jen.Var().Id("b").Qual("strings", "Builder"),
		jen.For().Block(
			jen.Id("at").Op(":=").Qual("strings", "IndexAny").Call(jen.Id("message"), jen.Lit("{}")),
			jen.If(jen.Id("at").Op("<").Lit(0)).Block(
				jen.If(jen.Id("b").Dot("Len").Call().Op("==").Lit(0)).Block(jen.Return(jen.Id("message"))),
				jen.Return(jen.Id("b").Dot("String").Call().Op("+").Id("message")),
			),
			jen.Id("b").Dot("WriteString").Call(message.Clone().Index(jen.Op(":").Add(at))),
			jen.List(jen.Id("brace"), jen.Id("rest")).Op(":=").List(
				message.Clone().Index(at.Clone().Op(":").Add(at.Clone()).Op("+").Lit(1)), message.Clone().Index(at.Clone().Op("+").Lit(1).Op(":"))),
			jen.If(jen.Qual("strings", "HasPrefix").Call(jen.Id("rest"), jen.Id("brace"))).Block(
				jen.Id("b").Dot("WriteString").Call(jen.Id("brace")),
				jen.Id("message").Op("=").Id("rest").Index(jen.Lit(1).Op(":")),
				jen.Continue(),
			),
			jen.List(jen.Id("name"), jen.Id("after"), jen.Id("_")).Op(":=").Qual("strings", "Cut").Call(jen.Id("rest"), jen.Lit("}")),
			jen.List(jen.Id("v"), jen.Id("_")).Op(":=").Id("e").Dot("value").Call(jen.Id("name")),
			jen.Id("b").Dot("WriteString").Call(jen.Id("v").Dot("String").Call()),
			jen.Id("message").Op("=").Id("after"),
		),
	)
}

// locale prints the package of a locale: pure data, which imports nothing.
func (p *printer) locale(locale *render.Locale) ([]byte, error) {
	name := locale.Identifier
	p.begin(name, p.comment(render.NewDoc("Package "+name+" holds the messages of the errors of the table "+p.table.Name+" in the locale "+locale.Tag+".")))
	p.say("Tag names the locale, as BCP 47 does.")
	p.out.Const().Id("Tag").Op("=").Lit(locale.Tag)
	p.say("Message gives what an error of a code says, for the method In of an error, or nothing where the locale has no message.")
	p.out.Func().Id("Message").Params(jen.Id("code").Id(p.underlying())).String().BlockFunc(func(g *jen.Group) {
		if len(locale.Messages) > 0 {
			g.Switch(jen.Id("code")).BlockFunc(func(g *jen.Group) {
				for _, m := range locale.Messages {
					g.Case(jen.Op(m.Code.Literal)).Block(jen.Return(p.text(p.message(m.Message))))
				}
			})
		}
		g.Return(jen.Lit(""))
	})
	return p.assembled(plan{pkg: name, names: undeclared(0, []string{"Tag", "Message"})})
}
