package load

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
)

// clash is something on which two bases differ. It is reported unless the
// author settles it.
type clash struct {
	subject subject
	report  func()
}

// subject is what bases can differ on: a class, property or code.
type subject struct{ what, name string }

func (h *heritage) clash(s subject, b *base, first, second diag.Pos, message, hint string) {
	h.clashes = append(h.clashes, clash{s, func() {
		h.add(ruleBaseClash, b.ref.Pos, message, diag.See(first), diag.See(second), diag.Hint("%s", hint))
	}})
}

// finish reports what the author has not settled, and puts the codes in their
// order.
func (h *heritage) finish() {
	for _, c := range h.clashes {
		if !h.settled[c.subject] {
			c.report()
		}
	}
	h.nameClashes()
	h.inheritLocales()
	unordered := func(b *base) bool { return !slices.IsSortedFunc(b.codes, byValue) }
	if len(h.bases) > 0 && !slices.ContainsFunc(h.bases, unordered) {
		slices.SortStableFunc(h.table.Codes, byValue)
	}
}

func byValue(a, b *codes.Code) int {
	v, w := a.Value.Value, b.Value.Value
	return cmp.Or(cmp.Compare(v.Int, w.Int), strings.Compare(v.Text, w.Text))
}

// nameClashes reports names and aliases that two bases give to different
// codes, where the author has not given others.
func (h *heritage) nameClashes() {
	if len(h.bases) < 2 {
		return
	}
	lines := make(map[string]diag.Pos, len(h.bases))
	for _, b := range slices.Backward(h.bases) {
		lines[b.ref.Value] = b.ref.Pos
	}
	type owner struct {
		code *codes.Code
		name codes.At[string]
	}
	owners := make(map[string]owner, len(h.given))
	claim := func(c *codes.Code, name codes.At[string]) {
		first, taken := owners[name.Value]
		switch {
		case !taken:
			owners[name.Value] = owner{c, name}
		case first.code.Origin != c.Origin: // within one base, it is that base's own fault
			h.add(ruleBaseClash, lines[c.Origin], fmt.Sprintf("%s gives the name %s to %s, and %s to %s",
				show(first.code.Origin), show(name.Value), bare(asWritten(first.code.Value.Value)), show(c.Origin), bare(asWritten(c.Value.Value))),
				diag.See(first.name.Pos), diag.See(name.Pos),
				diag.Hint("leave one of the codes out with except, or list it here with another name"))
		}
	}
	for i, given := range h.given {
		now := h.table.Codes[i]
		if now.Name == given.Name {
			claim(now, now.Name)
		}
		for k, alias := range given.Aliases {
			if k < len(now.Aliases) && now.Aliases[k] == alias { // else, the author has written others
				claim(now, alias.Name)
			}
		}
	}
}
