package check

import (
	"fmt"
	"iter"
	"strconv"
	"unicode/utf8"

	"github.com/agext/levenshtein"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
)

// quote shows the author's text in a message.
func quote(s string) string { return diag.Quote(s) }

// show gives a code as a message shows it.
func show(v codes.Value) string {
	if v.Kind == codes.Text {
		return quote(v.Text)
	}
	return v.String()
}

// showScalar gives a property's value as a message shows it.
func showScalar(s codes.Scalar) string {
	if text, ok := s.Value.(string); ok {
		return quote(text)
	}
	return s.String()
}

// showCharacter names the first character of s: itself where it is printable
// ASCII, else its code point, for lookalikes and what cannot be seen.
func showCharacter(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	switch {
	case r == utf8.RuneError && size == 1:
		return fmt.Sprintf("the byte 0x%02X", s[0])
	case r == ' ':
		return "a space"
	case ' ' < r && r <= '~':
		return strconv.QuoteRune(r)
	}
	return fmt.Sprintf("U+%04X", r)
}

// list joins words as a choice.
func list(words []string) string { return diag.Enumerate(words, "or") }

// A guess compares the author's word to known ones. All three are bounded, so
// that a file of nothing but mistakes is still answered at once.
const (
	maxGuesses       = 200 // in one run
	maxCandidates    = 200 // in one guess
	maxGuessedLength = 64  // of a word, in characters
)

// didYouMean hints at the known word that is nearest to the one given, capitals
// aside, if any is near. One that shares nothing with it is never near.
func (p *pass) didYouMean(given string, known iter.Seq[string]) diag.Option {
	length := utf8.RuneCountInString(given)
	if p.guesses == maxGuesses || length == 0 || length > maxGuessedLength {
		return diag.Hint("")
	}
	p.guesses++
	given = codes.LowerASCII(given)

	best, nearest := "", min(2+length/4, 4) // the longer the word, the more slips
	compared := 0
	for candidate := range known {
		if compared == maxCandidates {
			break
		}
		apart := len(candidate) - length
		if len(candidate) > maxGuessedLength || max(apart, -apart) >= nearest {
			continue
		}
		compared++
		if d := levenshtein.Distance(given, codes.LowerASCII(candidate), nil); d < nearest && d < max(length, len(candidate)) {
			best, nearest = candidate, d
		}
	}
	if best == "" {
		return diag.Hint("")
	}
	return diag.Hint("did you mean %q?", best)
}

// among yields the names of some items, for didYouMean.
func among[T any](items []T, name func(T) string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, item := range items {
			if !yield(name(item)) {
				return
			}
		}
	}
}
