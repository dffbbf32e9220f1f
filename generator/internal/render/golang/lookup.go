package golang

import (
	"fmt"
	"strconv"

	"github.com/dave/jennifer/jen"

	"github.com/statusgen/statusgen/generator/internal/render"
)

// place prints the one lookup that all others stand on. Every array of facts
// has an empty first element, so that no answer needs a test of its own.
func (p *printer) place() {
	p.say("place gives the place of the code in the table, counted from 1; 0 is none.", p.placeNote())
	method := p.on("place").Params().Int()
	switch p.table.Shape {
	case render.Dense, render.Ranked, render.Paged:
		p.indexed(method, p.table.Index())
	case render.Scattered:
		p.hashed(method, p.table.Hash())
	default:
		method.BlockFunc(func(g *jen.Group) {
			g.Switch(jen.Id("c")).BlockFunc(func(g *jen.Group) {
				for i, code := range p.table.Codes {
					g.Case(jen.Id(code.Identifier)).Block(jen.Return(jen.Lit(i + 1)))
				}
			})
			g.Return(jen.Lit(0))
		})
	}
}

func (p *printer) placeNote() string {
	switch p.table.Shape {
	case render.Dense, render.Ranked, render.Paged:
		return "No branch is taken on the way, because one that is mispredicted costs more than the rest."
	case render.Scattered:
		return "The codes lie far apart: a perfect hash gives the only place where the code can be."
	}
	return ""
}

// indexed prints the lookup by an array, by a count of bits, or by pages of an
// array.
func (p *printer) indexed(method *jen.Statement, x *render.Index) {
	unsigned, subtract := "uint", "Sub"
	if p.table.Wide {
		unsigned, subtract = "uint64", "Sub64"
	}
	size, inside := jen.Lit(int(x.Size)), "1 if i is less than that size, else 0"
	if p.table.Shape == render.Dense {
		inside = "1 if i < len(places), else 0"
		size = jen.Id(unsigned).Call(jen.Len(jen.Id("places")))
	}
	method.BlockFunc(func(g *jen.Group) {
		g.Id("i").Op(":=").Id(unsigned).Call(jen.Id("c")).Add(minus(x.Base))
		g.List(jen.Id("_"), jen.Id("inside")).Op(":=").Qual("math/bits", subtract).Call(jen.Id("i"), size, jen.Lit(0)).
			Comment(inside)
		if p.table.Shape == render.Dense {
			g.Return(jen.Int().Call(jen.Id("places").Index(jen.Id("i").Op("&").Op("-").Id("inside"))))
			return
		}
		g.Id("i").Op("&=").Op("-").Id("inside")
		if p.table.Shape == render.Ranked {
			p.ranked(g, x)
			return
		}
		g.Id("page").Op(":=").Id(unsigned).Call(jen.Id("pages").Index(jen.Id("i").Op("/").Lit(render.PageSize)))
		g.Return(jen.Int().Call(jen.Id("places").Index(
			jen.Id("page").Op("*").Lit(render.PageSize).Op("+").Id("i").Op("%").Lit(render.PageSize),
		)))
		p.numbers("pages", "pages has the number of each page of "+strconv.Itoa(render.PageSize)+" codes.", x.Pages)
	})
	if p.table.Shape != render.Ranked {
		p.places("places has the place of each code, counted from 1; 0 is no code of the table.", x.Places)
	}
}

// ranked prints the count of the codes up to one of them, which is its place.
func (p *printer) ranked(g *jen.Group, x *render.Index) {
	bit := jen.Id("i").Op("%").Lit(render.WordSize)
	g.Id("word").Op(":=").Id("words").Index(jen.Id("i").Op("/").Lit(render.WordSize))
	g.Id("rank").Op(":=").Int().Call(jen.Id("ranks").Index(jen.Id("i").Op("/").Lit(render.WordSize))).Op("+").
		Qual("math/bits", "OnesCount64").Call(jen.Id("word").Op("<<").Parens(jen.Lit(render.WordSize - 1).Op("-").Add(bit.Clone())))
	g.Return(jen.Id("rank").Op("&").Op("-").Int().Call(jen.Id("word").Op(">>").Parens(bit).Op("&").Lit(1)))
	p.list("words has a bit for each code, from the lowest up.", "words", "uint64", 5, func(yield func(string) bool) {
		for _, word := range x.Words {
			yield(fmt.Sprintf("%#016x", word))
		}
	})
	p.numbers("ranks", "ranks has the number of codes before each word.", x.Ranks)
}

// minus subtracts an unsigned number. What is negative as a signed one is
// added.
func minus(n uint64) *jen.Statement {
	switch signed := int64(n); {
	case n == 0:
		return jen.Null()
	case signed < 0:
		return jen.Op("+").Op(strconv.FormatUint(-n, 10))
	}
	return jen.Op("-").Op(strconv.FormatUint(n, 10))
}

// hashed prints the lookup by a perfect hash of the codes.
func (p *printer) hashed(method *jen.Statement, h *render.Hash) {
	if !p.table.Integer {
		method.BlockFunc(func(g *jen.Group) {
			strange := p.probeText(g, "", jen.Index().Byte().Call(jen.Id("c")), h)
			g.If(strange.Op("||").Id("codes").Index(jen.Id("place")).Op("!=").Id("c")).Block(jen.Return(jen.Lit(0)))
			g.Return(jen.Id("place"))
		})
		return
	}
	p.mixes = true
	method.BlockFunc(func(g *jen.Group) {
		g.Id("h").Op(":=").Id("mix").Call(jen.Uint64().Call(jen.Id("c")).Op("^").Add(seed(h)), jen.Id("multiplier"))
		p.displace(g, "", h)
		slot := p.packed("slots", "slots has the place of the code in each slot, counted from 1; 0 is none.", h.Slots)
		g.Id("place").Op(":=").Int().Call(slot(jen.Id("h").Op("*").Id("multiplier").Op(">>").Lit(64 - h.SlotBits)))
		g.If(jen.Id("codes").Index(jen.Id("place")).Op("!=").Id("c")).Block(jen.Return(jen.Lit(0)))
		g.Return(jen.Id("place"))
	})
}

// probeText prints the lookup of the only place where a text, given as bytes,
// can be. Most strangers are told by a part of the hash, without a look at what
// is in that place; it gives the test for them.
func (p *printer) probeText(g *jen.Group, prefix string, bytes *jen.Statement, h *render.Hash) *jen.Statement {
	p.hashes = true
	g.Id("h").Op(":=").Id("hash").Call(seed(h), bytes)
	p.displace(g, prefix, h)
	slots := word(prefix, "slots")
	slot := p.packed(slots, slots+" has the place of the key in each slot, counted from 1, and sixteen bits of its hash.", h.Tagged())
	g.Id("slot").Op(":=").Add(slot(jen.Id("h").Op("*").Id("multiplier").Op(">>").Lit(64 - h.SlotBits)))
	g.Id("place").Op(":=").Int().Call(jen.Id("slot").Op(">>").Lit(16))
	return jen.Uint16().Call(jen.Id("slot")).Op("!=").Uint16().Call(jen.Id("h").Op(">>").Lit(16))
}

// displace changes a hash by what tells apart the keys of its bucket.
func (p *printer) displace(g *jen.Group, prefix string, h *render.Hash) {
	displacements := word(prefix, "displacements")
	displacement := p.packed(displacements, displacements+" has what tells apart the keys of each bucket.", h.Displacements)
	g.Id("h").Op("^=").Uint64().Call(displacement(jen.Id("h").Op(">>").Lit(64 - h.BucketBits)))
}

// word joins words to an identifier of the file's own.
func word(prefix, name string) string {
	if prefix == "" {
		return name
	}
	return prefix + string(name[0]-'a'+'A') + name[1:]
}
