package golang

import (
	"github.com/dave/jennifer/jen"

	"github.com/statusgen/statusgen/generator/internal/render"
)

// phrase prints the way from a code to its phrase. The array holds the phrases
// that are no code's own as well, after those of the codes.
func (p *printer) phrase() {
	phrases := p.textsOf(func(c *render.Code) render.Text { return c.Phrase })
	some := p.table.Some.Phrase
	if p.table.PhraseHash() != nil {
		for _, phrase := range p.table.OtherPhrases() {
			phrases = append(phrases, phrase.Folded)
			some = true
		}
	}
	p.lookup("Phrase", "phrases",
		"Phrase gives the code's reason phrase, in the words of its registry or specification, or nothing where it has none.",
		some, phrases)
}

// fromPhrase prints the way from a phrase to a code.
func (p *printer) fromPhrase() {
	p.say("FromPhrase gives the code that a phrase stands for: the registry's, or one that people use. " +
		"The case of ASCII letters and the amount of ASCII white space do not matter. " +
		"ok is false for a phrase that stands for no code, or for several.")
	function := p.out.Func().Id("FromPhrase").Params(jen.Id("phrase").String()).Params(jen.Id("c").Id("Code"), jen.Id("ok").Bool())
	if len(p.table.Phrases) == 0 {
		function.Block(jen.Return(p.none(), jen.False()))
		return
	}
	longest := 0
	for _, phrase := range p.table.Phrases {
		longest = max(longest, phrase.Folded.Size())
	}
	function.BlockFunc(func(g *jen.Group) {
		g.Var().Id("buffer").Index(jen.Lit(longest)).Byte().Comment("as long as the longest phrase")
		g.List(jen.Id("folded"), jen.Id("ok")).Op(":=").Id("fold").Call(jen.Id("buffer").Index(jen.Empty(), jen.Lit(0)), jen.Id("phrase"))
		g.If(jen.Op("!").Id("ok")).Block(jen.Return(p.none(), jen.False()))
		if h := p.table.PhraseHash(); h != nil {
			p.phraseByHash(g, h, longest)
			return
		}
		g.Switch(jen.String().Call(jen.Id("folded"))).BlockFunc(func(g *jen.Group) {
			for _, list := range grouped(p.table.Phrases, func(f render.Phrase) *render.Code { return f.Code }) {
				g.CaseFunc(func(g *jen.Group) {
					for _, phrase := range list {
						g.Add(p.text(phrase.Folded))
					}
				}).Block(jen.Return(jen.Id(list[0].Code.Identifier), jen.True()))
			}
		})
		g.Return(p.none(), jen.False())
	})
	p.fold()
}

// phraseByHash finds the place of a folded phrase in the array of phrases,
// which holds the codes' own as their registry writes them.
func (p *printer) phraseByHash(g *jen.Group, h *render.Hash, longest int) {
	g.If(p.probeText(g, "phrase", jen.Id("folded"), h)).Block(jen.Return(p.none(), jen.False()))
	g.Var().Id("other").Index(jen.Lit(longest)).Byte()
	g.If(jen.List(jen.Id("found"), jen.Id("_")).Op(":=").Id("fold").Call(jen.Id("other").Index(jen.Empty(), jen.Lit(0)), p.textAt("phrases", jen.Id("place"))),
		jen.String().Call(jen.Id("found")).Op("!=").String().Call(jen.Id("folded"))).Block(jen.Return(p.none(), jen.False()))
	if others := p.table.OtherPhrases(); len(others) > 0 {
		g.If(jen.Id("place").Op(">").Id("Count")).Block(
			jen.Return(jen.Id("otherPhrases").Index(jen.Id("place").Op("-").Id("Count").Op("-").Lit(1)), jen.True()),
		)
		p.list("otherPhrases has what the phrases behind those of the codes stand for.", "otherPhrases", "Code", 1, func(yield func(string) bool) {
			for _, phrase := range others {
				yield(phrase.Code.Identifier)
			}
		})
	}
	g.Return(jen.Id("codes").Index(jen.Id("place")), jen.Id("place").Op("!=").Lit(0))
}

func (p *printer) fold() {
	p.say("fold appends a phrase with ASCII letters in lower case, and one space for each run of ASCII white space inside. " +
		"ok is false where there is no room for it.")
	p.out.Func().Id("fold").Params(jen.Id("folded").Index().Byte(), jen.Id("phrase").String()).
		Params(jen.Id("_").Index().Byte(), jen.Id("ok").Bool()).Block(
		jen.Id("space").Op(":=").False(),
		jen.For(jen.Id("i").Op(":=").Range().Len(jen.Id("phrase"))).Block(
			jen.Id("b").Op(":=").Id("phrase").Index(jen.Id("i")),
			jen.If(jen.Id("b").Op("==").LitRune(' ').Op("||").LitRune('\t').Op("<=").Id("b").Op("&&").Id("b").Op("<=").LitRune('\r')).Block(
				jen.Id("space").Op("=").Len(jen.Id("folded")).Op(">").Lit(0),
				jen.Continue(),
			),
			jen.If(jen.Id("space")).Block(
				jen.If(jen.Len(jen.Id("folded")).Op("==").Cap(jen.Id("folded"))).Block(jen.Return(jen.Nil(), jen.False())),
				jen.Id("folded").Op("=").Append(jen.Id("folded"), jen.LitRune(' ')),
				jen.Id("space").Op("=").False(),
			),
			jen.If(jen.Len(jen.Id("folded")).Op("==").Cap(jen.Id("folded"))).Block(jen.Return(jen.Nil(), jen.False())),
			jen.If(jen.LitRune('A').Op("<=").Id("b").Op("&&").Id("b").Op("<=").LitRune('Z')).Block(
				jen.Id("b").Op("+=").LitRune('a').Op("-").LitRune('A'),
			),
			jen.Id("folded").Op("=").Append(jen.Id("folded"), jen.Id("b")),
		),
		jen.Return(jen.Id("folded"), jen.True()),
	)
}
