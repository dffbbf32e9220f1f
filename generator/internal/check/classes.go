package check

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
)

var ruleGlobSyntax = &diag.Rule{
	Name: "glob-syntax",
	Doc:  "A glob has its * at the end or not at all, because a class is told by how its codes begin.",
}

func globSyntax(p *pass, t *table) {
	for _, class := range t.Classes {
		if glob := class.Glob.Value; !globIsSound(glob) {
			p.report(class.Glob.Pos, fmt.Sprintf("the glob %s has a * before its end", quote(glob)),
				diag.Hint("? stands for one character, and a final * for any"))
		}
	}
}

func globIsSound(glob string) bool {
	return !strings.Contains(strings.TrimSuffix(glob, "*"), "*")
}

var ruleClassOutOfRange = &diag.Rule{
	Name: "class-out-of-range",
	Doc:  "A class lies in its table's range, because no code outside of it is possible.",
}

func classOutOfRange(p *pass, t *table) {
	if t.Range == nil || t.Range.Min > t.Range.Max {
		return
	}
	for _, class := range t.Classes {
		r := class.Range
		if r == nil || !t.sound(class) || t.Range.Contains(r.Min) && t.Range.Contains(r.Max) {
			continue
		}
		p.report(r.Pos, fmt.Sprintf("the class %s, %d to %d, reaches outside the range of its table, %d to %d",
			quote(class.Name.Value), r.Min, r.Max, t.Range.Min, t.Range.Max), diag.See(t.Range.Pos))
	}
}

var ruleClassMissing = &diag.Rule{
	Name: "class-missing",
	Doc:  "Every code of a table with classes lies in one of them, because programs decide by class.",
}

func classMissing(p *pass, t *table) {
	// Where a class is unclear or a code impossible, another rule speaks.
	unclear := func(class *codes.Class) bool { return !t.sound(class) }
	if len(t.Classes) == 0 || slices.ContainsFunc(t.Classes, unclear) {
		return
	}
	for _, c := range t.Codes {
		v := c.Value.Value
		if t.home[c] == nil && v.Kind == t.Kind && t.inRange(v) && t.fitsPattern(v) {
			p.report(c.Value.Pos, fmt.Sprintf("%s lies in no class of the table %s", show(v), quote(t.Name.Value)))
		}
	}
}

var ruleClassOverlap = &diag.Rule{
	Name: "class-overlap",
	Doc:  "No possible code lies in two classes, whether the table lists it or not, because a code has at most one class.",
}

func classOverlap(p *pass, t *table) {
	overlap := func(a, b *codes.Class, shared codes.Value) {
		p.report(placeOf(b), fmt.Sprintf("the classes %s and %s both hold %s", quote(a.Name.Value), quote(b.Name.Value), show(shared)),
			diag.See(placeOf(a)))
	}
	if t.Kind == codes.Integer {
		overlappingRanges(t, overlap)
	} else {
		overlappingShapes(t, overlap)
	}
}

// sameName tells one class listed twice: duplicate-class says so.
func sameName(a, b *codes.Class) bool { return a.Name.Value == b.Name.Value }

// placeOf gives where a class says what it holds.
func placeOf(c *codes.Class) diag.Pos {
	switch {
	case c.Range != nil:
		return c.Range.Pos
	case c.Prefix.Given():
		return c.Prefix.Pos
	}
	return c.Glob.Pos
}

// overlappingRanges goes through the ranges from left to right. One that
// starts before the furthest end so far shares its start with that one.
func overlappingRanges(t *table, overlap func(a, b *codes.Class, shared codes.Value)) {
	type ranged struct {
		*codes.Class
		order int
	}
	var sorted []ranged
	for i, class := range t.Classes {
		if class.Range != nil && t.sound(class) {
			sorted = append(sorted, ranged{class, i})
		}
	}
	slices.SortStableFunc(sorted, func(a, b ranged) int { return cmp.Compare(a.Range.Min, b.Range.Min) })
	for i, furthest := 1, 0; i < len(sorted); i++ {
		a, b := sorted[furthest], sorted[i]
		if b.Range.Min <= a.Range.Max && !sameName(a.Class, b.Class) {
			shared := codes.IntegerValue(b.Range.Min)
			if a.order < b.order {
				overlap(a.Class, b.Class, shared)
			} else {
				overlap(b.Class, a.Class, shared)
			}
		}
		if b.Range.Max > a.Range.Max {
			furthest = i
		}
	}
}

// overlappingShapes compares every two shapes; classes are few, whatever the
// number of codes.
func overlappingShapes(t *table, overlap func(a, b *codes.Class, shared codes.Value)) {
	shapes := make([]shape, len(t.Classes))
	for i, class := range t.Classes {
		shapes[i] = shapeOf(class)
	}
	for i, b := range t.Classes {
		for j, a := range t.Classes[:i] {
			if !t.sound(a) || !t.sound(b) || sameName(a, b) {
				continue
			}
			if text, ok := shapes[j].shared(shapes[i]); ok {
				overlap(a, b, codes.TextValue(text))
				break
			}
		}
	}
}

// shape is a prefix or a glob: what its codes begin with, and whether more may
// follow.
type shape struct {
	begin []rune
	open  bool
}

// anyRune stands in a shape for one character, whichever.
const anyRune = -1

func shapeOf(c *codes.Class) shape {
	if c.Prefix.Given() {
		return shape{[]rune(c.Prefix.Value), true}
	}
	begin, open := strings.CutSuffix(c.Glob.Value, "*")
	s := shape{[]rune(begin), open}
	for i, r := range s.begin {
		if r == '?' {
			s.begin[i] = anyRune
		}
	}
	return s
}

// shared gives a text that both shapes hold, the shortest there is.
func (s shape) shared(other shape) (string, bool) {
	long, short := s, other
	if len(long.begin) < len(short.begin) {
		long, short = short, long
	}
	if len(long.begin) > len(short.begin) && !short.open {
		return "", false
	}
	text := slices.Clone(long.begin)
	for i, r := range short.begin {
		switch {
		case text[i] == anyRune:
			text[i] = r
		case r != anyRune && r != text[i]:
			return "", false
		}
	}
	for i, r := range text {
		if r == anyRune {
			text[i] = '0' // any character would do
		}
	}
	return string(text), true
}
