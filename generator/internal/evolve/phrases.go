package evolve

import (
	"fmt"

	"github.com/statusgen/statusgen/generator/internal/codes"
)

// phrase compares what a code's registry calls it.
func (p *pair) phrase(was, is *codes.Code) {
	before, after := was.Phrase.Value, is.Phrase.Value
	old, now := either(was.Phrase.Pos, was.Value.Pos), either(is.Phrase.Pos, is.Value.Pos)
	message := fmt.Sprintf("the phrase of %s was %s, and is %s", called(is), quote(before), quote(after))
	switch {
	case before == after:
		return
	case before == "":
		p.add(phraseAdded, p.aboutCode(is), nowhere, now, fmt.Sprintf("%s has the phrase %s", called(is), quote(after)))
		return
	case after == "":
		message = fmt.Sprintf("%s had the phrase %s, and has none", called(is), quote(before))
	}
	p.add(phraseChanged, p.aboutCode(is), old, now, message, p.keepPhrase(before))
}

// keepPhrase hints at how an old phrase still finds its code, if it finds none.
func (p *pair) keepPhrase(phrase string) option {
	if len(p.phrases.of[codes.Fold(phrase)]) > 0 {
		return func(*Change) {}
	}
	return hint("let the old phrase still find the code:", fmt.Sprintf("also: [%q]", phrase))
}

// finds is what phrases find. One that several codes have finds none of them.
type finds struct {
	order []string // of the folded phrases
	of    map[string][]*codes.Code
	first map[string]codes.At[string] // as it is written
}

func findsOf(t *codes.Table) finds {
	f := finds{of: make(map[string][]*codes.Code, len(t.Codes)), first: make(map[string]codes.At[string], len(t.Codes))}
	for _, c := range t.Codes {
		for _, phrase := range append([]codes.At[string]{c.Phrase}, c.Also...) {
			folded := codes.Fold(phrase.Value)
			others := f.of[folded]
			switch {
			case folded == "" || len(others) > 0 && others[len(others)-1] == c:
			case len(others) == 0:
				f.first[folded] = phrase
				f.order = append(f.order, folded)
				fallthrough
			default:
				f.of[folded] = append(others, c)
			}
		}
	}
	return f
}

// lookUps compares what people find by the words that they use.
func (p *pair) lookUps() {
	before := findsOf(p.old)
	for _, folded := range before.order {
		if len(before.of[folded]) > 1 {
			continue
		}
		was, phrase := before.of[folded][0], before.first[folded]
		is := p.now.Find(was.Value.Value)
		if is == nil || p.reused(was, is) || folded == codes.Fold(was.Phrase.Value) && was.Phrase.Value != is.Phrase.Value && len(p.phrases.of[folded]) == 0 {
			continue // it is told already
		}
		about := p.aboutNameOf(is, folded)
		switch now := p.phrases.of[folded]; {
		case len(now) == 1 && now[0] == is:
		case len(now) == 1:
			p.add(phraseLost, about, phrase.Pos, p.phrases.first[folded].Pos,
				fmt.Sprintf("%s found %s, and finds %s", quote(phrase.Value), called(was), called(now[0])))
		case len(now) > 1:
			p.add(phraseLost, about, phrase.Pos, is.Value.Pos,
				fmt.Sprintf("%s found %s, and finds none, because several codes have it", quote(phrase.Value), called(is)))
		default:
			p.add(phraseLost, about, phrase.Pos, is.Value.Pos, fmt.Sprintf("%s does not find %s any more", quote(phrase.Value), called(is)),
				p.keepPhrase(phrase.Value))
		}
	}
}
