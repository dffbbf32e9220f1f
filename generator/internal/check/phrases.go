package check

import (
	"fmt"
	"iter"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
)

var ruleDuplicatePhrase = &diag.Rule{
	Name:     "duplicate-phrase",
	Doc:      "A code lists each of its phrases once, capitals and spaces aside, because look-up by phrase folds those.",
	Severity: diag.Warning,
}

func duplicatePhrase(p *pass, _ *table, c *codes.Code) {
	if len(c.Also) == 0 {
		return
	}
	seen := make(map[string]diag.Pos, 1+len(c.Also))
	for phrase := range phrases(c) {
		key := codes.Fold(phrase.Value)
		if first, taken := seen[key]; taken {
			p.report(phrase.Pos, fmt.Sprintf("%s has the phrase %s twice", quote(c.Name.Value), quote(phrase.Value)), diag.See(first),
				diag.Hint("capitals and spaces make no difference; remove one"))
			continue
		}
		seen[key] = phrase.Pos
	}
}

var ruleAmbiguousPhrase = &diag.Rule{
	Name:     "ambiguous-phrase",
	Doc:      "No phrase under also belongs to another code too, capitals and spaces aside, because look-up by an ambiguous phrase finds neither; a registry that gives two codes one phrase is taken as it is.",
	Severity: diag.Warning,
}

func ambiguousPhrase(p *pass, t *table) {
	type owner struct {
		code *codes.Code
		pos  diag.Pos
		own  bool // its registry's phrase
	}
	seen := make(map[string]owner, len(t.Codes))
	for _, c := range t.Codes {
		for phrase := range phrases(c) {
			key := codes.Fold(phrase.Value)
			first, taken := seen[key]
			own := phrase == c.Phrase
			if !taken {
				seen[key] = owner{c, phrase.Pos, own}
				continue
			}
			if first.own && own {
				continue // the registry's doing, and no fault of the author's
			}
			if first.code.Value.Value != c.Value.Value {
				p.report(phrase.Pos, fmt.Sprintf("%s is a phrase of both %s and %s",
					quote(phrase.Value), quote(first.code.Name.Value), quote(c.Name.Value)), diag.See(first.pos),
					diag.Hint("look-up by this phrase finds neither"))
			}
		}
	}
}

// phrases yields all that a code answers to.
func phrases(c *codes.Code) iter.Seq[codes.At[string]] {
	return func(yield func(codes.At[string]) bool) {
		if c.Phrase.Value != "" && !yield(c.Phrase) {
			return
		}
		for _, also := range c.Also {
			if !yield(also) {
				return
			}
		}
	}
}
