package codes

import (
	"strings"

	"github.com/statusgen/statusgen/generator/internal/diag"
)

// Owner is who gives out the codes of a part of a table, so that two who add
// one at a time never choose the same. Exactly one of Range and Prefix is given;
// who has several parts is listed once for each.
type Owner struct {
	Name    At[string]
	Range   *Range
	Prefix  At[string]
	Summary At[string]
}

// Contains reports whether a code, known or not, is the owner's to give out.
func (o *Owner) Contains(v Value) bool {
	if o.Range != nil {
		return v.Kind == Integer && o.Range.Contains(v.Int)
	}
	return v.Kind == Text && o.Prefix.Given() && strings.HasPrefix(v.Text, o.Prefix.Value)
}

// Pos gives where the owner is told what is his.
func (o *Owner) Pos() diag.Pos {
	if o.Range != nil {
		return o.Range.Pos
	}
	return o.Prefix.Pos
}

// Owns reports whether a code is that of an owner, by name, to give out, and
// whether there is such an owner at all.
func (t *Table) Owns(owner string, v Value) (owns, known bool) {
	for _, o := range t.Owners {
		if o.Name.Value == owner {
			owns, known = owns || o.Contains(v), true
		}
	}
	return owns, known
}

// OwnerOf gives the name of the owner of a code: the one that it names, or the
// one whose part it lies in. It may be empty.
func (t *Table) OwnerOf(c *Code) string {
	if c.Owner.Given() {
		return c.Owner.Value
	}
	for _, o := range t.Owners {
		if o.Contains(c.Value.Value) {
			return o.Name.Value
		}
	}
	return ""
}
