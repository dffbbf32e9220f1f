package golang

import (
	"github.com/dave/jennifer/jen"

	"github.com/statusgen/statusgen/generator/internal/render"
)

// named prints the lookup of names and aliases.
func (p *printer) named() {
	p.say("named gives the place of a name in names, counted from 1; 0 is none.", p.namedNote())
	function := p.out.Func().Id("named").Params(jen.Id("text").String()).Int()
	h := p.table.NameHash()
	switch {
	case h == nil:
		function.BlockFunc(p.namedBySwitch)
	case p.lined("names"):
		p.namedByLine(function, h)
	default:
		p.compares = true
		function.BlockFunc(func(g *jen.Group) {
			strange := p.probeText(g, "name", jen.Index().Byte().Call(jen.Id("text")), h)
			g.If(strange.Op("||").Op("!").Id("same").Call(p.textAt("names", jen.Id("place")), jen.Id("text"))).Block(jen.Return(jen.Lit(0)))
			g.Return(jen.Id("place"))
		})
	}
}

func (p *printer) namedNote() string {
	if !p.lined("names") {
		return ""
	}
	return "A name of 8 to 32 bytes is read once, to be hashed and compared: each step on the way to a line of a long text waits for " +
		"the one before it, so there are few."
}

func (p *printer) namedBySwitch(g *jen.Group) {
	g.Switch(jen.Id("text")).BlockFunc(func(g *jen.Group) {
		for i, name := range p.table.Names {
			g.Case(jen.Lit(name.Name)).Block(jen.Return(jen.Lit(i + 1)))
		}
	})
	g.Return(jen.Lit(0))
}

// namedByLine prints the lookup of names that are lines of a text. A slot has
// the line itself; the place of the name, which nobody waits for, is beside it.
func (p *printer) namedByLine(function *jen.Statement, h *render.Hash) {
	p.hashes = true
	lines, lengthBits := p.names.Slots(h)
	line := p.packed("nameLines", "nameLines has the name in each slot: where its line starts, how long it is, and eight bits of its hash.", lines)
	place := p.packed("namePlaces", "namePlaces has the place of the name in each slot, counted from 1; 0 is none.", h.Slots)
	start := jen.Id("line").Op(">>").Lit(8 + lengthBits)
	length := jen.Id("line").Op(">>").Lit(8).Op("&").Lit(1<<lengthBits - 1)
	slot, n, zero := jen.Id("slot"), jen.Id("n"), jen.Return(jen.Lit(0))
	found := jen.Return(jen.Int().Call(place(slot)))
	names := jen.Id("names").Index(start.Op(":"))
	a, b, c, d := jen.Id("a"), jen.Id("b"), jen.Id("c"), jen.Id("d")
	x, y := wordsOf("x"), wordsOf("y")
	function.Block(
		n.Clone().Op(":=").Len(jen.Id("text")),
		jen.If(n.Clone().Op("<").Lit(8).Op("||").Add(n).Op(">").Lit(32)).Block(
			slot.Clone().Op(":=").Id("nameSlot").Call(jen.Id("hash").Call(seed(h), jen.Index().Byte().Call(jen.Id("text")))),
			jen.If(jen.Id("line").Op(":=").Add(line(slot)), names.Clone().Index(jen.Op(":").Add(length)).Op("!=").Id("text")).Block(zero),
			found,
		),
		jen.Id("x").Op(":=").Index().Byte().Call(jen.Id("text")),
		third(),
		jen.List(a, b, c, d).Op(":=").List(x...),
		jen.Id("h").Op(":=").Add(started(seed(h), n.Clone())),
		jen.Id("h").Op("=").Add(mixed()),
		slot.Clone().Op(":=").Id("nameSlot").Call(jen.Id("h")),
		jen.Id("line").Op(":=").Add(line(slot)),
		jen.If(jen.Uint8().Call(jen.Id("line")).Op("!=").Uint8().Call(jen.Id("h").Op(">>").Lit(16)).Op("||").
			Int().Call(length).Op("!=").Add(n)).Block(zero),
		jen.Id("y").Op(":=").Index().Byte().Call(names.Clone().Index(jen.Op(":").Add(n))),
		jen.If(a.Clone().Op("!=").Add(y[0]).Op("||").Add(b).Op("!=").Add(y[1]).Op("||").
			Add(c).Op("!=").Add(y[2]).Op("||").Add(d).Op("!=").Add(y[3])).Block(zero),
		found,
	)
	p.say("nameSlot gives the slot of a name's hash.")
	p.out.Func().Id("nameSlot").Params(jen.Id("h").Uint64()).Uint64().BlockFunc(func(g *jen.Group) {
		p.displace(g, "name", h)
		g.Return(jen.Id("h").Op("*").Id("multiplier").Op(">>").Lit(64 - h.SlotBits))
	})
}
