package codes

import "github.com/statusgen/statusgen/generator/internal/diag"

// Filter means the codes that fit one of its items.
type Filter struct {
	Items []FilterItem // each once
	is    map[any]bool
}

// FilterItem is what a code can be: a Value, a FilterName, a FilterClass or a
// Lifecycle.
type FilterItem struct {
	Pos diag.Pos
	Is  any
}

type (
	FilterName  string
	FilterClass string
)

// NewFilter makes a filter of items.
func NewFilter(items ...FilterItem) *Filter {
	f := &Filter{is: make(map[any]bool, len(items))}
	for _, item := range items {
		f.Add(item)
	}
	return f
}

// Add adds an item, unless it is there.
func (f *Filter) Add(item FilterItem) {
	if !f.is[item.Is] {
		f.is[item.Is] = true
		f.Items = append(f.Items, item)
	}
}

// Fits reports whether a code of a table is meant. No filter means no code.
func (f *Filter) Fits(t *Table, c *Code) bool {
	if f == nil {
		return false
	}
	for _, is := range traits(t, c) {
		if f.is[is] {
			return true
		}
	}
	return false
}

// traits gives all that an item can say of a code of a table.
func traits(t *Table, c *Code) [4]any {
	is := [4]any{c.Value.Value, FilterName(c.Name.Value), t.LifecycleOf(c), nil}
	if class := t.ClassOf(c.Value.Value); class != nil {
		is[3] = FilterClass(class.Name.Value)
	}
	return is
}

// Idle gives the items that fit no code of some tables.
func (f *Filter) Idle(tables ...*Table) []FilterItem {
	if f == nil {
		return nil
	}
	used := make(map[any]bool, len(f.Items))
	for _, t := range tables {
		for _, c := range t.Codes {
			for _, is := range traits(t, c) {
				used[is] = used[is] || f.is[is]
			}
		}
	}
	var idle []FilterItem
	for _, item := range f.Items {
		if !used[item.Is] {
			idle = append(idle, item)
		}
	}
	return idle
}

// take reports whether a code is wanted, given what only and except say.
func take(t *Table, c *Code, only, except *Filter) bool {
	return (only == nil || only.Fits(t, c)) && !except.Fits(t, c)
}
