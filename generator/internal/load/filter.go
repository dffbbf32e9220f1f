package load

import (
	"fmt"

	"github.com/statusgen/statusgen/generator/internal/codes"
)

// filter reads only or except.
func (r *reader) filter(n *node, what string, kind codes.Kind) *codes.Filter {
	f := codes.NewFilter()
	r.object(n, r.pos(n), what, []field{
		{"codes", optional, r.list(func(n *node) {
			var code codes.At[codes.Value]
			if r.codeValue(&code, likely(kind, n))(n); code.Given() {
				f.Add(codes.FilterItem{Pos: code.Pos, Is: code.Value})
			}
		})},
		{"names", optional, r.list(func(n *node) {
			if name, ok := r.str(n); ok {
				f.Add(codes.FilterItem{Pos: name.Pos, Is: codes.FilterName(name.Value)})
			}
		})},
		{"classes", optional, r.list(func(n *node) {
			if name, ok := r.str(n); ok {
				f.Add(codes.FilterItem{Pos: name.Pos, Is: codes.FilterClass(name.Value)})
			}
		})},
		{"lifecycles", optional, r.list(func(n *node) {
			var lifecycle codes.At[codes.Lifecycle]
			if oneOf(r, &lifecycle, codes.Lifecycles)(n); lifecycle.Given() {
				f.Add(codes.FilterItem{Pos: lifecycle.Pos, Is: lifecycle.Value})
			}
		})},
	})
	return f
}

// filterInto reads the filter of a target, which comes before the tables.
func (r *reader) filterInto(into **codes.Filter, what string) func(*node) {
	return func(n *node) { *into = r.filter(n, what, unreadKind) }
}

// idle reports the items of a filter that fit no code of some tables.
func (r *reader) idle(f *codes.Filter, of string, tables ...*codes.Table) {
	for _, item := range f.Idle(tables...) {
		says, word := "", ""
		var known []string // what the word may be a slip of
		among := func(names func(*codes.Table) []string) {
			for _, t := range tables {
				if len(known) < maxCandidates {
					known = append(known, names(t)...)
				}
			}
		}
		switch is := item.Is.(type) {
		case codes.Value:
			says = "is " + bare(asWritten(is))
		case codes.FilterName:
			says, word = "is named "+show(string(is)), string(is)
			among(namesOfCodes)
		case codes.FilterClass:
			says, word = "is of class "+show(string(is)), string(is)
			among(namesOfClasses)
		case codes.Lifecycle:
			says = "has the lifecycle " + string(is)
		}
		r.add(ruleFilterNothing, item.Pos, fmt.Sprintf("no code of %s %s", of, says), r.didYouMean(word, known))
	}
}

func namesOfCodes(t *codes.Table) []string {
	return candidates(t.Codes, func(c *codes.Code) string { return c.Name.Value })
}

func namesOfClasses(t *codes.Table) []string {
	return candidates(t.Classes, func(c *codes.Class) string { return c.Name.Value })
}
