package golang

import (
	"strconv"

	"github.com/dave/jennifer/jen"

	"github.com/statusgen/statusgen/generator/internal/render"
)

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
	if p.compares {
		p.same()
	}
	p.unpacking()
}

// seed prints the seed of a hash, which is most often the first that is tried.
func seed(h *render.Hash) *jen.Statement {
	if h.Seed == render.Multiplier {
		return jen.Id("multiplier")
	}
	return jen.Op("0x" + strconv.FormatUint(h.Seed, 16))
}

// hashOfTexts prints render.HashText.
func (p *printer) hashOfTexts() {
	text := jen.Id("text").Index().Byte()
	n, words := jen.Id("n"), wordsOf("text")
	half := func(from jen.Code) *jen.Statement {
		return jen.Uint64().Call(jen.Id("half").Call(jen.Id("text").Index(from, jen.Empty())))
	}
	byteAt := func(at jen.Code) *jen.Statement { return jen.Uint64().Call(jen.Id("text").Index(at)) }
	p.say("hash gives the hash of a text. Four words cover what is no longer than 32 bytes, " +
		"so that names, whose lengths nobody foresees, all take one way.")
	p.out.Func().Id("hash").Params(jen.Id("seed").Uint64(), text.Clone()).Uint64().Block(
		jen.Id("h").Op(":=").Add(started(jen.Id("seed"), jen.Len(jen.Id("text")))),
		jen.For(jen.Empty(), jen.Len(jen.Id("text")).Op(">").Lit(32), jen.Id("text").Op("=").Id("text").Index(jen.Lit(16), jen.Empty())).Block(
			jen.Id("h").Op("=").Id("mix").Call(
				jen.Id("h").Op("^").Id("word").Call(jen.Id("text")),
				jen.Id("multiplier").Op("^").Id("word").Call(jen.Id("text").Index(jen.Lit(8), jen.Empty())),
			),
		),
		jen.Var().List(jen.Id("a"), jen.Id("b"), jen.Id("c"), jen.Id("d")).Uint64(),
		jen.Switch(jen.Id("n").Op(":=").Len(jen.Id("text")), jen.Empty()).Block(
			jen.Case(n.Clone().Op(">=").Lit(8)).Block(
				third(),
				jen.List(jen.Id("a"), jen.Id("b")).Op("=").List(words[:2]...),
				jen.List(jen.Id("c"), jen.Id("d")).Op("=").List(words[2:]...),
			),
			jen.Case(n.Clone().Op(">=").Lit(4)).Block(
				jen.List(jen.Id("a"), jen.Id("b")).Op("=").List(
					jen.Uint64().Call(jen.Id("half").Call(jen.Id("text"))), half(n.Clone().Op("-").Lit(4))),
			),
			jen.Case(n.Clone().Op(">").Lit(0)).Block(
				jen.Id("a").Op("=").Add(byteAt(jen.Lit(0))).Op("|").Add(byteAt(n.Clone().Op("/").Lit(2))).Op("<<").Lit(8),
				jen.Id("b").Op("=").Add(byteAt(n.Clone().Op("-").Lit(1))),
			),
		),
		jen.Return(mixed()),
	)
	p.say("word reads eight bytes, and half four, the least significant first, which is one instruction on most machines.")
	p.out.Func().Id("word").Params(text.Clone()).Uint64().Block(
		jen.Id("_").Op("=").Id("text").Index(jen.Lit(7)),
		jen.Return(combine(8, "uint64")),
	)
	p.out.Line()
	p.out.Func().Id("half").Params(text.Clone()).Uint32().Block(
		jen.Id("_").Op("=").Id("text").Index(jen.Lit(3)),
		jen.Return(combine(4, "uint32")),
	)
}

// started is the hash of a text of which nothing but the length is known.
func started(seed, length *jen.Statement) *jen.Statement {
	return seed.Op("*").Parens(jen.Lit(2).Op("*").Uint64().Call(length).Op("+").Lit(1))
}

// third prints where the second of the words is, as far as the third from the
// last.
func third() *jen.Statement {
	return jen.Id("third").Op(":=").Parens(jen.Id("n").Op("-").Lit(6)).Op("/").Lit(3)
}

// wordsOf reads the words that cover n bytes, which are 8 to 32.
func wordsOf(bytes string) []jen.Code {
	from := func(at jen.Code) *jen.Statement { return jen.Id("word").Call(jen.Id(bytes).Index(at, jen.Empty())) }
	end := jen.Id("n").Op("-").Lit(8)
	return []jen.Code{
		jen.Id("word").Call(jen.Id(bytes)), from(jen.Id("third")), from(end.Clone().Op("-").Id("third")), from(end),
	}
}

// mixed is the hash of a text, of its last words and what is before them.
func mixed() *jen.Statement {
	pair := func(one, other string) *jen.Statement {
		return jen.Id("mix").Call(jen.Id("h").Op("^").Id(one), jen.Id("multiplier").Op("^").Id(other))
	}
	return pair("a", "b").Op("^").Qual("math/bits", "RotateLeft64").Call(pair("c", "d"), jen.Lit(render.Apart))
}

// same prints the comparison of texts that have been found by their hash.
func (p *printer) same() {
	n, x, y := jen.Id("n"), wordsOf("x"), wordsOf("y")
	equal := func(i int) *jen.Statement { return jen.Add(x[i]).Op("==").Add(y[i]) }
	p.say("same reports whether texts are equal. Of those of 8 to 32 bytes it compares the words that hash reads, " +
		"because the branches that == takes depend on the length, and are mispredicted.")
	p.out.Func().Id("same").Params(jen.List(jen.Id("a"), jen.Id("b")).String()).Bool().Block(
		n.Clone().Op(":=").Len(jen.Id("a")),
		jen.If(n.Clone().Op("!=").Len(jen.Id("b")).Op("||").Add(n.Clone()).Op("<").Lit(8).Op("||").Add(n.Clone()).Op(">").Lit(32)).Block(
			jen.Return(jen.Id("a").Op("==").Id("b")),
		),
		jen.List(jen.Id("x"), jen.Id("y")).Op(":=").List(jen.Index().Byte().Call(jen.Id("a")), jen.Index().Byte().Call(jen.Id("b"))),
		third(),
		jen.Return(equal(0).Op("&&").Add(equal(1)).Op("&&").Line().Add(equal(2)).Op("&&").Add(equal(3))),
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
