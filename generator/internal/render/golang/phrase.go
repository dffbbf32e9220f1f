package golang

import (
	"github.com/dave/jennifer/jen"

	"github.com/statusgen/statusgen/generator/internal/render"
)

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
			p.phraseByHash(g, h)
			return
		}
		g.Switch(jen.String().Call(jen.Id("folded"))).BlockFunc(func(g *jen.Group) {
			for _, c := range p.phrasesByCode() {
				g.Case(c.labels...).Block(jen.Return(jen.Id(c.code.Identifier), jen.True()))
			}
		})
		g.Return(p.none(), jen.False())
	})
	p.fold()
}

// phraseCase is a case of a switch: all phrases of one code.
type phraseCase struct {
	code   *render.Code
	labels []jen.Code
}

func (p *printer) phrasesByCode() []phraseCase {
	var cases []phraseCase
	at := map[*render.Code]int{}
	for _, phrase := range p.table.Phrases {
		i, seen := at[phrase.Code]
		if !seen {
			i = len(cases)
			at[phrase.Code] = i
			cases = append(cases, phraseCase{code: phrase.Code})
		}
		cases[i].labels = append(cases[i].labels, p.text(phrase.Folded))
	}
	return cases
}

func (p *printer) phraseByHash(g *jen.Group, h *render.Hash) {
	p.probeText(g, "phrase", jen.Id("folded"), jen.String().Call(jen.Id("folded")), jen.Id("foldedPhrases"), h,
		jen.List(p.none(), jen.False()), jen.List(jen.Id("phraseCodes").Index(jen.Id("place")), jen.Id("place").Op("!=").Lit(0)))
	declare(p, "foldedPhrases", jen.String(), jen.Lit(""), p.table.Phrases,
		func(f render.Phrase) jen.Code { return p.text(f.Folded) })
	declare(p, "phraseCodes", jen.Id("Code"), p.none(), p.table.Phrases,
		func(f render.Phrase) jen.Code { return jen.Id(f.Code.Identifier) })
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
