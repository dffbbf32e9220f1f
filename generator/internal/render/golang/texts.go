package golang

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/statusgen/statusgen/generator/internal/render"
)

// What a table says in texts has one at the place of each code, after an empty
// one: an array or, where the table is large, the lines of one text, which take
// a compiler a fraction of the time. It is a variable, because a constant would
// be carried by every package that the look-up is inlined into.

// texts declares the texts of a name.
func (p *printer) texts(name string, texts []render.Text) {
	if !p.table.Lined() {
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
		fmt.Fprintf(out, "\nvar %s = %s\n", name, strings.Join(lines.Literals, " +\n\t"))
	})
	p.numbers(startsOf(name), "Where each line of "+name+" starts.", lines.Starts)
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
	if p.table.Lined() {
		g.Id("i").Op(":=").Add(place)
		place = jen.Id("i")
	}
	return p.textAt(name, place)
}

// textAt gives the text at a place.
func (p *printer) textAt(name string, place *jen.Statement) *jen.Statement {
	if !p.table.Lined() {
		return jen.Id(name).Index(place)
	}
	start := jen.Id(startsOf(name)).Index(place)
	next := jen.Id(startsOf(name)).Index(place.Clone().Op("+").Lit(1))
	return jen.Id(name).Index(start.Op(":").Add(next).Op("-").Lit(1))
}

func startsOf(name string) string { return name + "At" }
