package golang

import (
	"github.com/dave/jennifer/jen"

	"github.com/statusgen/statusgen/generator/internal/render"
)

func (p *printer) codeType() {
	stranger := "A code that the table lacks is a Code too: it keeps its value, and has no name and no phrase."
	if !p.table.Open {
		stranger = "The table is closed: decoding a code that it lacks is an error, from JSON, text or a database column; encoding/gob does not ask."
	}
	p.say("Code is a status code of the table "+p.table.Name+".", stranger)
	p.out.Type().Id("Code").Id(p.underlying())
}

func (p *printer) enumeration() {
	p.say("Count is the number of codes in the table.")
	p.out.Const().Id("Count").Op("=").Lit(len(p.table.Codes))

	p.say("Fingerprint is a hash of the table's facts, the same in every language. Two programs that have the same one agree " +
		"on every code; documentation does not change it.")
	p.out.Const().Id("Fingerprint").Op("=").Lit(p.table.Fingerprint)

	p.say("All yields the codes of the table, in its order.")
	p.out.Func().Id("All").Params().Qual("iter", "Seq").Index(jen.Id("Code")).Block(
		jen.Return(jen.Func().Params(jen.Id("yield").Func().Params(jen.Id("Code")).Bool()).Block(
			jen.For(jen.List(jen.Id("_"), jen.Id("c")).Op(":=").Range().Id("codes").Index(jen.Lit(1), jen.Id("Count").Op("+").Lit(1))).Block(
				jen.If(jen.Op("!").Id("yield").Call(jen.Id("c"))).Block(jen.Return()),
			),
		)),
	)
	var aliased []string // names has the aliases after the names, and codes what they stand for at the same places
	for _, alias := range p.table.Names[len(p.table.Codes):] {
		aliased = append(aliased, alias.Code.Identifier)
	}
	p.array("codes", "Code", p.noCode(), func(c *render.Code) string { return c.Identifier }, aliased...)
}

// lookups prints the methods that answer with a fact of one code.
func (p *printer) lookups() {
	p.stringer()
	p.say("Known reports whether the table has the code.")
	p.on("Known").Params().Bool().Block(jen.Return(jen.Id("c").Dot("place").Call().Op("!=").Lit(0)))

	names := make([]render.Text, len(p.table.Names))
	for i, name := range p.table.Names {
		names[i] = render.NewText(name.Name)
	}
	p.lookup("Name", "names",
		"Name gives the code's name in lower-case words joined by underscores, or nothing for a code that the table lacks.",
		true, names)
	p.phrase()
	p.lookup("Summary", "summaries",
		"Summary says what the code means. It is empty where nothing is said.",
		p.table.Some.Summary, p.textsOf(func(c *render.Code) render.Text { return c.Summary }))
	p.lookup("Action", "actions",
		"Action says what whoever receives the code can do about it. It is empty where nothing is said.",
		p.table.Some.Action, p.textsOf(func(c *render.Code) render.Text { return c.Action }))
	p.references()
	p.lifecycles()
}

// lookup prints a method that answers with one of some texts, or with nothing
// where no code of the table has an answer.
func (p *printer) lookup(method, name, doc string, some bool, texts []render.Text) {
	p.say(doc)
	p.on(method).Params().String().BlockFunc(func(g *jen.Group) {
		if !some {
			g.Return(jen.Lit(""))
			return
		}
		g.Return(p.textOf(g, name, jen.Id("c")))
		p.texts(name, texts)
	})
}

// stringer prints String. What it says of a code with a phrase is kept ready,
// because programs label logs and metrics with it.
func (p *printer) stringer() {
	stranger := jen.String().Call(jen.Id("c"))
	example := "the code and its phrase"
	if p.table.Integer {
		stranger = jen.Qual("strconv", "FormatInt").Call(jen.Int64().Call(jen.Id("c")), jen.Lit(10))
	}
	if label := p.table.Example().Code.Label(); label != nil {
		example += ", as in " + render.Quote(p.language.String, label)
	}
	p.say("String gives " + example + ". A code without a phrase stands alone.")
	method := p.on("String").Params().String()
	if !p.table.Some.Phrase {
		method.Block(jen.Return(stranger))
		return
	}
	method.BlockFunc(func(g *jen.Group) {
		g.If(jen.Id("label").Op(":=").Add(p.textOf(g, "labels", jen.Id("c"))), jen.Id("label").Op("!=").Lit("")).Block(
			jen.Return(jen.Id("label")),
		)
		g.Return(stranger)
	})
	p.texts("labels", p.textsOf((*render.Code).Label))
}
