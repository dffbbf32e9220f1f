package cli

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/agext/levenshtein"

	"github.com/statusgen/statusgen/generator/internal/codes"
)

// nothing says that nothing answers to what was asked, and what may have been
// meant.
func nothing(homes []home, asked string) string {
	for _, h := range homes {
		if rest, inTable := h.cut(asked); inTable {
			name := h.table.Name.Value
			return fmt.Sprintf("%.60q is no code, name, phrase or class of the table %s%s%s",
				rest, name, h.refusal(rest), hint(name+"/", guess(rest, h.words()), ""))
		}
	}
	if name, rest, isPath := strings.Cut(asked, "/"); isPath {
		if near := guess(name, tables(homes)); near != "" {
			return fmt.Sprintf("no table is called %.60q%s", name, hint("", near, "/"+rest))
		}
	}
	return fmt.Sprintf("nothing is called %.60q%s", asked, hint("", guess(asked, words(homes)), ""))
}

// refusal says why a code that the table does not list cannot be one of it.
func (h home) refusal(text string) string {
	v, ok := h.read(text)
	switch {
	case !ok:
		return ""
	case h.table.Range != nil && !h.allows(v):
		return fmt.Sprintf(", whose codes are %d to %d", h.table.Range.Min, h.table.Range.Max)
	case h.table.Unknown == codes.Closed:
		return ", which is closed: any other code is an error"
	}
	return ""
}

func hint(before, near, after string) string {
	if near == "" {
		return ""
	}
	return fmt.Sprintf("; did you mean %q?", before+near+after)
}

// A guess is bounded, whatever the source holds.
const (
	maxGuessedLength = 64     // of a word, in characters
	maxCandidates    = 10_000 // of about the right length
)

// guess gives the known word that is nearest to the one given, or none.
func guess(given string, known []string) string {
	given = codes.Fold(given)
	length := utf8.RuneCountInString(given)
	if length > maxGuessedLength {
		return ""
	}
	best, nearest := "", min(2+length/4, 4, length) // the longer the word, the more slips
	compared := 0
	for _, candidate := range known {
		apart := utf8.RuneCountInString(candidate) - length
		if max(apart, -apart) >= nearest {
			continue
		}
		if compared++; compared > maxCandidates {
			break
		}
		if d := levenshtein.Distance(given, codes.Fold(candidate), nil); d < nearest {
			best, nearest = candidate, d
		}
	}
	return best
}

// tables lists the names of the tables.
func tables(homes []home) []string {
	var list []string
	for _, h := range homes {
		list = append(list, h.table.Name.Value)
	}
	return list
}

// names lists what can be asked for in one word: tables, codes and rules.
func names(homes []home) []string {
	list := tables(homes)
	for _, h := range homes {
		for _, c := range h.table.Codes {
			list = append(list, c.Name.Value)
		}
	}
	for _, stage := range stages {
		for _, rule := range stage.rules {
			list = append(list, rule.Name)
		}
	}
	return list
}

// words lists all that can be asked for, but codes.
func words(homes []home) []string {
	list := names(homes)
	for _, h := range homes {
		list = append(list, h.words()...)
	}
	return list
}

// words lists what the parts of a table are called.
func (h home) words() []string {
	var list []string
	for _, c := range h.table.Classes {
		list = append(list, c.Name.Value)
	}
	for _, c := range h.table.Codes {
		list = append(list, c.Name.Value, c.Phrase.Value)
		for _, a := range c.Aliases {
			list = append(list, a.Name.Value)
		}
		for _, also := range c.Also {
			list = append(list, also.Value)
		}
		for _, mark := range h.marks(c) {
			list = append(list, mark.text)
		}
	}
	return list
}
