package golang

import (
	"math"
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
	case render.Dense, render.Paged:
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
	case render.Dense, render.Paged:
		return "No branch is taken on the way, because one that is mispredicted costs more than the rest."
	case render.Scattered:
		return "The codes lie far apart: a perfect hash gives the only place where the code can be."
	}
	return ""
}

// indexed prints the lookup by an array, or by pages of one.
func (p *printer) indexed(method *jen.Statement, x *render.Index) {
	unsigned, subtract := "uint", "Sub"
	if p.table.Wide {
		unsigned, subtract = "uint64", "Sub64"
	}
	first, paged := "places", len(x.Pages) > 0
	size := jen.Id(unsigned).Call(jen.Len(jen.Id(first)))
	if paged {
		size = jen.Lit(int(x.Size))
	}
	method.BlockFunc(func(g *jen.Group) {
		g.Id("i").Op(":=").Id(unsigned).Call(jen.Id("c")).Add(minus(x.Base))
		g.List(jen.Id("_"), jen.Id("inside")).Op(":=").Qual("math/bits", subtract).Call(jen.Id("i"), size, jen.Lit(0)).
			Comment("1 below the size, else 0")
		if !paged {
			g.Return(jen.Int().Call(jen.Id("places").Index(jen.Id("i").Op("&").Op("-").Id("inside"))))
			return
		}
		g.Id("i").Op("&=").Op("-").Id("inside")
		g.Id("page").Op(":=").Id(unsigned).Call(jen.Id("pages").Index(jen.Id("i").Op("/").Lit(render.PageSize)))
		g.Return(jen.Int().Call(jen.Id("places").Index(
			jen.Id("page").Op("*").Lit(render.PageSize).Op("+").Id("i").Op("%").Lit(render.PageSize),
		)))
	})
	if paged {
		p.numbers("pages", "The number of each page of "+strconv.Itoa(render.PageSize)+" codes.", x.Pages)
	}
	p.numbers("places", "The place of each code, counted from 1; 0 is no code of the table.", x.Places)
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
	method.BlockFunc(func(g *jen.Group) {
		if p.table.Integer {
			g.Id("h").Op(":=").Id("mix").Call(jen.Id("uint64").Call(jen.Id("c")).Op("^").Lit(int(h.Seed)), jen.Id("multiplier"))
			p.mixes = true
		} else {
			g.Id("h").Op(":=").Id("hash").Call(jen.Lit(int(h.Seed)), jen.Index().Byte().Call(jen.Id("c")))
			p.hashes = true
		}
		p.probe(g, "", h)
		g.If(jen.Id("codes").Index(jen.Id("place")).Op("!=").Id("c")).Block(jen.Return(jen.Lit(0)))
		g.Return(jen.Id("place"))
	})
	p.slots("", h)
}

// probe prints the way from a hash h to a place.
func (p *printer) probe(g *jen.Group, prefix string, h *render.Hash) {
	g.Id("h").Op("^=").Id("uint64").Call(jen.Id(word(prefix, "displacements")).Index(jen.Id("h").Op(">>").Lit(64 - h.BucketBits)))
	g.Id("place").Op(":=").Int().Call(jen.Id(word(prefix, "slots")).Index(jen.Id("h").Op("*").Id("multiplier").Op(">>").Lit(64 - h.SlotBits)))
}

// slots declares the arrays of a perfect hash.
func (p *printer) slots(prefix string, h *render.Hash) {
	p.numbers(word(prefix, "displacements"), "What tells apart the keys of each bucket.", h.Displacements)
	p.numbers(word(prefix, "slots"), "The place of the key in each slot, counted from 1; 0 is none.", h.Slots)
}

// word joins words to an identifier of the file's own.
func word(prefix, name string) string {
	if prefix == "" {
		return name
	}
	return prefix + string(name[0]-'a'+'A') + name[1:]
}

// named prints the lookup of names and aliases.
func (p *printer) named() {
	p.say("named gives the place of a name in names, counted from 1; 0 is none.")
	function := p.out.Func().Id("named").Params(jen.Id("text").String()).Int()
	if h := p.table.NameHash(); h != nil {
		p.hashes = true
		function.BlockFunc(func(g *jen.Group) {
			g.Id("h").Op(":=").Id("hash").Call(jen.Lit(int(h.Seed)), jen.Index().Byte().Call(jen.Id("text")))
			p.probe(g, "name", h)
			g.If(jen.Id("names").Index(jen.Id("place")).Op("!=").Id("text")).Block(jen.Return(jen.Lit(0)))
			g.Return(jen.Id("place"))
		})
		p.slots("name", h)
		return
	}
	function.BlockFunc(func(g *jen.Group) {
		g.Switch(jen.Id("text")).BlockFunc(func(g *jen.Group) {
			for i, name := range p.table.Names {
				g.Case(jen.Lit(name.Name)).Block(jen.Return(jen.Lit(i + 1)))
			}
		})
		g.Return(jen.Lit(0))
	})
}

// hashing prints what the perfect hashes of a table stand on.
func (p *printer) hashing() {
	if !p.hashes && !p.mixes {
		return
	}
	p.say("multiplier is 2^64 divided by the golden ratio, which spreads neighbouring numbers.")
	p.out.Const().Id("multiplier").Op("=").Op("0x" + strconv.FormatUint(render.Multiplier, 16))
	p.say("mix folds the product of two numbers, of which every bit depends on all of theirs.")
	p.out.Func().Id("mix").Params(jen.List(jen.Id("a"), jen.Id("b")).Uint64()).Uint64().Block(
		jen.List(jen.Id("high"), jen.Id("low")).Op(":=").Qual("math/bits", "Mul64").Call(jen.Id("a"), jen.Id("b")),
		jen.Return(jen.Id("high").Op("^").Id("low")),
	)
	if p.hashes {
		p.hashOfTexts()
	}
}

// hashOfTexts prints render.HashText.
func (p *printer) hashOfTexts() {
	text := jen.Id("text").Index().Byte()
	from := func(i jen.Code) *jen.Statement { return jen.Id("text").Index(i, jen.Empty()) }
	n := jen.Id("n")
	p.say("hash gives the hash of a text, sixteen bytes at a time.")
	p.out.Func().Id("hash").Params(jen.Id("seed").Uint64(), text.Clone()).Uint64().Block(
		jen.Id("h").Op(":=").Id("seed").Op("^").Uint64().Call(jen.Len(jen.Id("text"))),
		jen.For(jen.Empty(), jen.Len(jen.Id("text")).Op(">").Lit(16), jen.Id("text").Op("=").Add(from(jen.Lit(16)))).Block(
			jen.Id("h").Op("=").Id("mix").Call(
				jen.Id("h").Op("^").Id("word").Call(jen.Id("text")),
				jen.Id("multiplier").Op("^").Id("word").Call(from(jen.Lit(8))),
			),
		),
		jen.Var().List(jen.Id("a"), jen.Id("b")).Uint64(),
		jen.Switch(jen.Id("n").Op(":=").Len(jen.Id("text")), jen.Empty()).Block(
			jen.Case(n.Clone().Op(">=").Lit(8)).Block(
				jen.List(jen.Id("a"), jen.Id("b")).Op("=").List(
					jen.Id("word").Call(jen.Id("text")), jen.Id("word").Call(from(n.Clone().Op("-").Lit(8)))),
			),
			jen.Case(n.Clone().Op(">=").Lit(4)).Block(
				jen.List(jen.Id("a"), jen.Id("b")).Op("=").List(
					jen.Id("half").Call(jen.Id("text")), jen.Id("half").Call(from(n.Clone().Op("-").Lit(4)))),
			),
			jen.Case(n.Clone().Op(">").Lit(0)).Block(
				jen.Id("a").Op("=").Uint64().Call(jen.Id("text").Index(jen.Lit(0))).Op("|").
					Uint64().Call(jen.Id("text").Index(n.Clone().Op("/").Lit(2))).Op("<<").Lit(8),
				jen.Id("b").Op("=").Uint64().Call(jen.Id("text").Index(n.Clone().Op("-").Lit(1))),
			),
		),
		jen.Return(jen.Id("mix").Call(jen.Id("h").Op("^").Id("a"), jen.Id("multiplier").Op("^").Id("b"))),
	)
	p.say("word reads eight bytes, and half four; both become one instruction.")
	p.out.Func().Id("word").Params(text.Clone()).Uint64().Block(
		jen.Id("_").Op("=").Id("text").Index(jen.Lit(7)),
		jen.Return(combine(8, "uint64")),
	)
	p.out.Line()
	p.out.Func().Id("half").Params(text.Clone()).Uint64().Block(
		jen.Id("_").Op("=").Id("text").Index(jen.Lit(3)),
		jen.Return(jen.Uint64().Call(combine(4, "uint32"))),
	)
}

// combine reads bytes as a number of a kind, the least significant first.
func combine(bytes int, kind string) *jen.Statement {
	all := jen.Null()
	for i := range bytes {
		if i > 0 {
			all.Op("|")
		}
		if i == 4 {
			all.Line()
		}
		all.Id(kind).Call(jen.Id("text").Index(jen.Lit(i)))
		if i > 0 {
			all.Op("<<").Lit(8 * i)
		}
	}
	return all
}

// numbers declares an array of numbers, as narrow as they allow.
func (p *printer) numbers(name, doc string, list []int) {
	element, most := "uint8", 0
	for _, n := range list {
		most = max(most, n)
	}
	switch {
	case most > math.MaxUint16:
		element = "uint32"
	case most > math.MaxUint8:
		element = "uint16"
	}
	const inRow = 20
	p.arrays = append(p.arrays, jen.Comment(doc).Line().
		Var().Id(name).Op("=").Index(jen.Op("...")).Id(element).ValuesFunc(func(g *jen.Group) {
		for i, n := range list {
			if i%inRow == 0 {
				g.Line().Lit(n)
			} else {
				g.Lit(n)
			}
		}
		g.Line()
	}))
}
