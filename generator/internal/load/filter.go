package load

import (
	"fmt"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
)

// filter is what only or except says: a code that fits one of the items is
// meant.
type filter struct {
	items map[any]*item
	order []*item
}

// item is a code, name, class or lifecycle in a filter.
type item struct {
	pos   diag.Pos
	says  string                     // of a code that fits
	word  string                     // what the author may have misspelt
	known func(base *entry) []string // what else it may be
	used  bool
}

// The keys of items, beside codes.Value and codes.Lifecycle.
type (
	nameKey  string
	classKey string
)

func (f *filter) add(key any, i item) {
	if f.items[key] == nil {
		f.items[key] = &i
		f.order = append(f.order, &i)
	}
}

// filter reads only or except.
func (r *reader) filter(n *node, what string, kind codes.Kind) *filter {
	f := &filter{items: map[any]*item{}}
	r.object(n, r.pos(n), what, []field{
		{"codes", optional, r.list(func(n *node) {
			var code codes.At[codes.Value]
			if r.codeValue(&code, likely(kind, n))(n); code.Given() {
				f.add(code.Value, item{pos: code.Pos, says: "is " + bare(n.Value)})
			}
		})},
		{"names", optional, r.list(func(n *node) {
			if name, ok := r.str(n); ok {
				f.add(nameKey(name.Value), item{pos: name.Pos, says: "is named " + show(name.Value), word: name.Value, known: namesOfCodes})
			}
		})},
		{"classes", optional, r.list(func(n *node) {
			if name, ok := r.str(n); ok {
				f.add(classKey(name.Value), item{pos: name.Pos, says: "is of class " + show(name.Value), word: name.Value, known: namesOfClasses})
			}
		})},
		{"lifecycles", optional, r.list(func(n *node) {
			var lifecycle codes.At[codes.Lifecycle]
			if oneOf(r, &lifecycle, codes.Lifecycles)(n); lifecycle.Given() {
				f.add(lifecycle.Value, item{pos: lifecycle.Pos, says: "has the lifecycle " + string(lifecycle.Value)})
			}
		})},
	})
	return f
}

// fits reports whether a code of a table is meant. It looks at every item, to
// know in the end which of them was never of use. No filter means no code.
func (f *filter) fits(t *codes.Table, c *codes.Code) (fits bool) {
	if f == nil {
		return false
	}
	keys := [...]any{c.Value.Value, nameKey(c.Name.Value), t.LifecycleOf(c), nil}
	if class := t.ClassOf(c.Value.Value); class != nil {
		keys[3] = classKey(class.Name.Value)
	}
	for _, key := range keys {
		if i := f.items[key]; i != nil {
			i.used, fits = true, true
		}
	}
	return fits
}

// unused reports the items of a filter that fit no code of any base.
func (h *heritage) unused(f *filter, of string, bases ...*base) {
	if f == nil {
		return
	}
	for _, i := range f.order {
		if i.used {
			continue
		}
		var known []string
		for _, b := range bases {
			if i.known == nil || len(known) >= maxCandidates {
				break
			}
			known = append(known, i.known(b.entry)...)
		}
		h.add(ruleFilterNothing, i.pos, fmt.Sprintf("no code of %s %s", of, i.says), h.didYouMean(i.word, known))
	}
}

func namesOfCodes(base *entry) []string {
	return candidates(base.table.Codes, func(c *codes.Code) string { return c.Name.Value })
}

func namesOfClasses(base *entry) []string {
	return candidates(base.table.Classes, func(c *codes.Class) string { return c.Name.Value })
}
