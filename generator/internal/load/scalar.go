package load

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/agext/levenshtein"
	"gopkg.in/yaml.v3"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
)

// sexagesimal is a number of base 60, which YAML had up to version 1.1, and
// many readers still have: 1:30 is 90.
var sexagesimal = regexp.MustCompile(`^[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?$`)

// str reads a text. YAML must read it as one too.
func (r *reader) str(n *node) (at codes.At[string], ok bool) {
	switch {
	case r.damaged(n):
		return at, false
	case n.Kind != scalar:
		r.add(ruleStringExpected, r.pos(n), "expected a text, found "+kindName(n))
		return at, false
	case isNull(n) && n.Value == "":
		r.add(ruleStringExpected, r.pos(n), "expected a text, found nothing", diag.Hint("write the text, or remove the field"))
		return at, false
	case n.ShortTag() != "!!str":
		r.add(ruleStringExpected, r.pos(n), fmt.Sprintf("expected a text, found %s, which YAML reads as %s", bare(n.Value), kindName(n)),
			diag.Hint("quote it: %s", show(n.Value)))
		return at, false
	case !isQuoted(n) && strings.Contains(n.Value, ":") && sexagesimal.MatchString(n.Value):
		r.add(ruleStringExpected, r.pos(n), fmt.Sprintf("expected a text, found %s, which older YAML reads as a number", bare(n.Value)),
			diag.Hint("quote it: %s", show(n.Value)))
		return at, false
	}
	return codes.At[string]{Value: n.Value, Pos: r.pos(n)}, true
}

// text reads a text into a field. An empty one is the same as none.
func (r *reader) text(into *codes.At[string]) func(*node) {
	return func(n *node) {
		if at, ok := r.str(n); ok && at.Value != "" {
			*into = at
		}
	}
}

// texts reads a list of texts. It takes the place of one that is there.
func (r *reader) texts(into *[]codes.At[string]) func(*node) {
	return func(n *node) {
		*into = nil
		r.list(func(n *node) {
			if at, ok := r.str(n); ok {
				*into = append(*into, at)
			}
		})(n)
	}
}

// boolean reads true or false.
func (r *reader) boolean(into *bool) func(*node) {
	return func(n *node) {
		if r.damaged(n) {
			return
		}
		if n.Kind != scalar || isQuoted(n) || n.Value != "true" && n.Value != "false" {
			r.badBoolean(n)
			return
		}
		*into = n.Value == "true"
	}
}

func (r *reader) badBoolean(n *node) {
	found := kindName(n)
	if n.Kind == scalar && n.Value != "" {
		found = written(n)
	}
	r.add(ruleBoolSyntax, r.pos(n), fmt.Sprintf("expected a boolean, found %s", found), diag.Hint("write true or false, without quotes"))
}

// oneOf reads one of some words into a field.
func oneOf[W ~string](r *reader, into *codes.At[W], words []W) func(*node) {
	return func(n *node) {
		at, ok := r.str(n)
		if ok && r.isOneOf(at, wordsOf(words)) {
			*into = codes.At[W]{Value: W(at.Value), Pos: at.Pos}
		}
	}
}

// choice reads the word of one of some values.
func choice[T fmt.Stringer](r *reader, into *T, values ...T) func(*node) {
	return func(n *node) {
		words := make([]string, len(values))
		for i, value := range values {
			words[i] = value.String()
		}
		at, ok := r.str(n)
		if ok && r.isOneOf(at, words) {
			*into = values[slices.Index(words, at.Value)]
		}
	}
}

func wordsOf[W ~string](words []W) []string {
	all := make([]string, len(words))
	for i, w := range words {
		all[i] = string(w)
	}
	return all
}

func (r *reader) isOneOf(at codes.At[string], words []string) bool {
	if slices.Contains(words, at.Value) {
		return true
	}
	r.add(ruleUnknownValue, at.Pos, fmt.Sprintf("%s is not one of %s", show(at.Value), strings.Join(words, ", ")), r.meant(at.Value, words))
	return false
}

// synonyms are what other formats call what a field of ours takes.
var synonyms = map[string]string{
	"string": "text", "str": "text", "int": "integer", "number": "integer", "bool": "boolean", "enum": "one_of",
}

// meant names the one of some words that a wrong one stands for elsewhere, or
// is a misspelling of.
func (r *reader) meant(word string, words []string) diag.Option {
	if synonym := synonyms[strings.ToLower(word)]; slices.Contains(words, synonym) {
		return diag.Hint("did you mean %q?", synonym)
	}
	return r.didYouMean(word, words)
}

// isQuoted reports whether a scalar is a text by its style alone.
func isQuoted(n *node) bool {
	return n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle|yaml.LiteralStyle|yaml.FoldedStyle) != 0
}

func isDoubleQuoted(n *node) bool {
	return n.Kind == scalar && n.Style&yaml.DoubleQuotedStyle != 0
}

// written shows a scalar as the author wrote it, quotes included.
func written(n *node) string {
	if isQuoted(n) {
		return show(n.Value)
	}
	return bare(n.Value)
}

// maxCandidates is how many words are looked at for one that was meant.
const maxCandidates = 200

// candidates gives the names of some items, for didYouMean.
func candidates[T any](items []T, name func(T) string) []string {
	names := make([]string, min(len(items), maxCandidates))
	for i := range names {
		names[i] = name(items[i])
	}
	return names
}

func nameOfTable(e *entry) string { return e.name.Value }

// didYouMean names the candidate that a word is a misspelling of, if one is
// near, whatever its capitals, and has something in common with it. The work
// is bounded: a hostile file may hold many unknown words.
func (r *reader) didYouMean(word string, candidates []string) diag.Option {
	const maxSuggestions, maxLength, maxDistance = 1000, 64, 2
	best, bestDistance := "", maxDistance+1
	if r.suggestions++; r.suggestions <= maxSuggestions && len(word) <= maxLength {
		small := strings.ToLower(word)
		for _, candidate := range candidates[:min(len(candidates), maxCandidates)] {
			if len(candidate) > maxLength {
				continue
			}
			length := max(utf8.RuneCountInString(small), utf8.RuneCountInString(candidate))
			distance := levenshtein.Distance(small, strings.ToLower(candidate), nil)
			if distance < bestDistance && distance < length/2+1 {
				best, bestDistance = candidate, distance
			}
		}
	}
	if best == "" {
		return diag.Hint("")
	}
	return diag.Hint("did you mean %q?", best)
}
