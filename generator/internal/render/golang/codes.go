package golang

import (
	"strconv"

	"github.com/dave/jennifer/jen"

	"github.com/statusgen/statusgen/generator/internal/render"
)

func (p *printer) codeType() {
	stranger := "A code that the table lacks is a Code too: it keeps its value, and has no name and no phrase."
	if !p.table.Open {
		stranger = "The table is closed: decoding a code that it lacks is an error."
	}
	p.say("Code is a status code of the table "+p.table.Name+".", stranger)
	p.out.Type().Id("Code").Id(p.underlying())
}

func (p *printer) constants() {
	p.out.Line()
	p.out.Comment("The codes of the table, in its order.")
	p.out.Const().DefsFunc(func(g *jen.Group) {
		for i, code := range p.table.Codes {
			if i > 0 {
				g.Line()
			}
			p.doc(g, code.Doc)
			g.Id(code.Identifier).Id("Code").Op("=").Op(code.Literal)
			for _, alias := range code.Aliases {
				g.Line()
				p.doc(g, alias.Doc)
				g.Id(alias.Identifier).Op("=").Id(code.Identifier)
			}
		}
	})
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
	p.array("codes", "Code", p.none(), func(c *render.Code) jen.Code { return jen.Id(c.Identifier) }, p.aliases(
		func(n render.Name) jen.Code { return jen.Id(n.Code.Identifier) })...)
}

// aliases prints one value for each alias: names has them after the names, and
// codes what they stand for at the same places.
func (p *printer) aliases(value func(render.Name) jen.Code) []jen.Code {
	var list []jen.Code
	for _, name := range p.table.Names[len(p.table.Codes):] {
		list = append(list, value(name))
	}
	return list
}

// lookups prints the methods that answer with a fact of one code.
func (p *printer) lookups() {
	p.stringer()
	p.say("Known reports whether the table has the code.")
	p.on("Known").Params().Bool().Block(jen.Return(jen.Id("c").Dot("place").Call().Op("!=").Lit(0)))

	p.lookup("Name", "names", "string",
		"Name gives the code's name in lower-case words joined by underscores, or nothing for a code that the table lacks.",
		true, func(c *render.Code) jen.Code { return jen.Lit(c.Name) },
		p.aliases(func(n render.Name) jen.Code { return jen.Lit(n.Name) })...)
	p.phrase()
	p.lookup("Summary", "summaries", "string",
		"Summary says what the code means. It is empty for a code that the table lacks.",
		p.table.Some.Summary, func(c *render.Code) jen.Code { return p.text(c.Summary) })
	p.lookup("Action", "actions", "string",
		"Action says what whoever receives the code can do about it. It is empty where nothing is said.",
		p.table.Some.Action, func(c *render.Code) jen.Code { return p.text(c.Action) })
	p.references()
	p.lifecycles()
}

// lookup prints a method that answers from an array, or with nothing where no
// code of the table has an answer.
func (p *printer) lookup(method, array, result, doc string, some bool, value func(*render.Code) jen.Code, more ...jen.Code) {
	p.say(doc)
	function := p.on(method).Params().Id(result)
	if !some {
		function.Block(jen.Return(jen.Lit("")))
		return
	}
	function.Block(jen.Return(jen.Id(array).Index(jen.Id("c").Dot("place").Call())))
	p.array(array, result, jen.Lit(""), value, more...)
}

// stringer prints String. What it says of a code with a phrase is kept ready,
// because programs label logs and metrics with it.
func (p *printer) stringer() {
	stranger := jen.String().Call(jen.Id("c"))
	example := "the code and its phrase"
	if p.table.Integer {
		stranger = jen.Qual("strconv", "FormatInt").Call(jen.Int64().Call(jen.Id("c")), jen.Lit(10))
		example += ", as in " + strconv.Quote("404 Not Found")
	}
	p.say("String gives " + example + ". A code without a phrase stands alone.")
	method := p.on("String").Params().String()
	if !p.table.Some.Phrase {
		method.Block(jen.Return(stranger))
		return
	}
	method.Block(
		jen.If(jen.Id("label").Op(":=").Id("labels").Index(jen.Id("c").Dot("place").Call()), jen.Id("label").Op("!=").Lit("")).Block(
			jen.Return(jen.Id("label")),
		),
		jen.Return(stranger),
	)
	p.array("labels", "string", jen.Lit(""), func(c *render.Code) jen.Code {
		if c.Label == nil {
			return jen.Lit("")
		}
		return p.text(c.Label)
	})
}
