package render

import (
	"cmp"
	"slices"
	"strings"
)

// Phrased lists the codes that have a phrase.
func (t *Table) Phrased() []*Code {
	return t.having(func(c *Code) bool { return c.Phrase != nil })
}

// Summarised lists the codes that have a summary.
func (t *Table) Summarised() []*Code {
	return t.having(func(c *Code) bool { return c.Summary != nil })
}

// Actionable lists the codes that have an action.
func (t *Table) Actionable() []*Code {
	return t.having(func(c *Code) bool { return c.Action != nil })
}

// Referenced lists the codes that have a reference.
func (t *Table) Referenced() []*Code {
	return t.having(func(c *Code) bool { return c.Reference != nil })
}

// Referring lists the codes whose reference is not the table's.
func (t *Table) Referring() []*Code {
	return t.having(func(c *Code) bool { return !c.Reference.equal(t.Reference) })
}

func (r *Reference) equal(other *Reference) bool {
	if r == nil || other == nil {
		return r == other
	}
	return r.Text.raw() == other.Text.raw() && r.URL.raw() == other.URL.raw()
}

// OtherNames lists the names that are not a code's own: its aliases, and those
// that only other targets show.
func (t *Table) OtherNames() []Name {
	var list []Name
	for _, name := range t.Names {
		if name.Name != name.Code.Name {
			list = append(list, name)
		}
	}
	return list
}

// OtherPhrases lists the phrases that are not a code's own.
func (t *Table) OtherPhrases() []Phrase {
	var list []Phrase
	for _, phrase := range t.Phrases {
		if !phrase.Own {
			list = append(list, phrase)
		}
	}
	return list
}

func (t *Table) having(fact func(*Code) bool) []*Code {
	var list []*Code
	for _, c := range t.Codes {
		if fact(c) {
			list = append(list, c)
		}
	}
	return list
}

// Exports lists every identifier of the table, and those that its file
// declares beside them, for languages that want them in one place: CONSTANTS
// first, then Types, then the rest, each by alphabet and numbers by their size.
func (t *Table) Exports(beside ...string) []string {
	list := append(t.Functions(beside...), t.Type)
	for _, c := range t.Codes {
		list = append(list, c.Identifier)
		for _, a := range c.Aliases {
			list = append(list, a.Identifier)
		}
	}
	return ordered(list)
}

// Functions lists the tests and the properties among Exports.
func (t *Table) Functions(beside ...string) []string {
	list := slices.Clone(beside)
	for _, c := range t.Classes {
		list = append(list, c.Guard)
	}
	for _, p := range t.Properties {
		list = append(list, p.Identifier)
	}
	return ordered(list)
}

func ordered(identifiers []string) []string {
	var ranks [3][]string
	for _, identifier := range identifiers {
		rank := capitals(identifier)
		ranks[rank] = append(ranks[rank], identifier)
	}
	for _, rank := range ranks {
		slices.SortFunc(rank, func(a, b string) int {
			if order := natural(a, b); order != 0 {
				return order
			}
			return cmp.Compare(a, b)
		})
	}
	return slices.Concat(ranks[:]...)
}

// capitals ranks an identifier by how much of it is in capitals.
func capitals(identifier string) int {
	switch {
	case len(identifier) > 1 && !strings.ContainsFunc(identifier, func(r rune) bool { return 'a' <= r && r <= 'z' }):
		return 0
	case identifier[0] >= 'A' && identifier[0] <= 'Z':
		return 1
	}
	return 2
}

// natural compares identifiers by character, and whole numbers in them by size.
func natural(a, b string) int {
	for a != "" && b != "" {
		if isDigit(a[0]) && isDigit(b[0]) {
			if x, y := number(a), number(b); x != "" && y != "" {
				if order := cmp.Or(cmp.Compare(len(x), len(y)), cmp.Compare(x, y)); order != 0 {
					return order
				}
				a, b = a[len(x):], b[len(y):]
				continue
			}
		}
		if a[0] != b[0] {
			return cmp.Compare(a[0], b[0])
		}
		a, b = a[1:], b[1:]
	}
	return cmp.Compare(len(a), len(b))
}

// number gives the digits that a text starts with, if they are a number: a zero
// in front makes them a mere row of digits.
func number(s string) string {
	end := 0
	for end < len(s) && isDigit(s[end]) {
		end++
	}
	if end > 0 && s[0] == '0' {
		return ""
	}
	return s[:end]
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
