package golang

import (
	"bytes"
	"fmt"

	"github.com/dave/jennifer/jen"

	"github.com/statusgen/statusgen/generator/internal/render"
)

// What a table says in texts has one at the place of each code, after an empty
// one: an array or, where the table is large, the lines of one text, which take
// a compiler a fraction of the time. It is a variable, because a constant would
// be carried by every package that the look-up is inlined into.

// inlined are the texts that are found without a call, at the price of an array
// of where they start: what a server asks for with every answer.
const inlined = "phrases"

// lined reports whether the texts of a name are lines. In a scattered table the
// look-up of the place leaves so little room for what is inlined that those are
// an array.
func (p *printer) lined(name string) bool {
	return p.table.Lined() && (name != inlined || p.table.Shape != render.Scattered)
}

// texts declares the texts of a name.
func (p *printer) texts(name string, texts []render.Text) {
	if !p.lined(name) {
		p.list("", name, "string", 1, func(yield func(string) bool) {
			yield(noText)
			for _, text := range texts {
				yield(p.quote(text))
			}
		})
		return
	}
	lines := render.NewLines(p.language.String, "`", append([]render.Text{nil}, texts...))
	p.arrays = append(p.arrays, func(out *bytes.Buffer) {
		fmt.Fprintf(out, "\nvar %s = ", name)
		for i, literal := range lines.Literals {
			if i > 0 {
				out.WriteString(" +\n\t")
			}
			out.WriteString(literal)
		}
		out.WriteByte('\n')
	})
	if name == "names" {
		p.names = lines
	}
	doc := startsOf(name) + " has where each line of " + name + " starts."
	if name == inlined {
		p.numbers(startsOf(name), doc, lines.Starts)
	} else {
		p.pack(startsOf(name), doc, lines.Starts, 32)
	}
}

// textsOf gives a text of each code.
func (p *printer) textsOf(text func(*render.Code) render.Text) []render.Text {
	texts := make([]render.Text, len(p.table.Codes))
	for i, c := range p.table.Codes {
		texts[i] = text(c)
	}
	return texts
}

// textOf gives the text of a code, whose place is looked up in a statement of
// its own where it is needed twice.
func (p *printer) textOf(g *jen.Group, name string, code *jen.Statement) *jen.Statement {
	place := code.Dot("place").Call()
	if name == inlined && p.lined(name) {
		g.Id("i").Op(":=").Add(place)
		place = jen.Id("i")
	}
	return p.textAt(name, place)
}

// textAt gives the text at a place.
func (p *printer) textAt(name string, place *jen.Statement) *jen.Statement {
	if !p.lined(name) {
		return jen.Id(name).Index(place)
	}
	if name != inlined {
		return jen.Id("line").Call(jen.Id(name), jen.Id(startsOf(name)), place)
	}
	start := jen.Id(startsOf(name)).Index(place)
	next := jen.Id(startsOf(name)).Index(place.Clone().Op("+").Lit(1))
	return jen.Id(name).Index(start.Op(":").Add(next).Op("-").Lit(1))
}

// line prints what gives the text at a place.
func (p *printer) line() {
	if !p.table.Lined() {
		return
	}
	p.say("line gives a line of a text, without its end.")
	p.out.Func().Id("line").Params(jen.List(jen.Id("text"), jen.Id("starts")).String(), jen.Id("i").Int()).String().Block(
		jen.Id("starts").Op("=").Id("starts").Index(jen.Lit(4).Op("*").Id("i").Op(":")).Index(jen.Op(":").Lit(8)),
		jen.Return(jen.Id("text").Index(
			jen.Id(unpack(32)).Call(jen.Id("starts"), jen.Lit(0)).Op(":").Id(unpack(32)).Call(jen.Id("starts"), jen.Lit(1)).Op("-").Lit(1),
		)),
	)
}

func startsOf(name string) string { return name + "At" }
