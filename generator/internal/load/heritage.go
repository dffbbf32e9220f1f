package load

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/statusgen/statusgen/generator/internal/codes"
)

// heritage is a table while it is read. It starts as what its bases give, and
// what its author writes is read over that: so a field that the author leaves
// out is the base's, without anybody having to compare.
type heritage struct {
	*reader
	table   *codes.Table
	bases   []*base
	depth   int              // of bases below it
	broken  bool             // a base is missing: it may have what the author leaves out
	clashes []clash          // of the bases
	settled map[subject]bool // by the author

	// What the bases gave and the author has not written over yet: the codes
	// by how they are written, the others by name.
	codes, classes, properties map[string]int
	given                      []*codes.Code // all codes that the bases gave
}

// heritage reads what a table extends.
func (r *reader) heritage(e *entry) *heritage {
	h := &heritage{
		reader: r,
		// Without a type of its own or of a base, a table's type is its name.
		table:   &codes.Table{Name: e.name, Type: codes.At[string]{Value: e.name.Value}},
		settled: map[subject]bool{},
		codes:   map[string]int{}, classes: map[string]int{}, properties: map[string]int{},
	}
	extends := valueOf(e.node, "extends")
	if extends == nil {
		for _, key := range r.keysAmong(e.node, []string{"only", "except"}) {
			r.add(ruleMissingField, r.pos(key), fmt.Sprintf("%q chooses from what a table extends, but this one extends nothing", key.Value))
		}
		return h
	}
	h.extends(extends)
	kind := codes.Integer
	if len(h.bases) > 0 {
		kind = h.bases[0].kind()
	} else if h.broken {
		kind = unreadKind
	}
	h.table.Kind = kind
	var only, except *codes.Filter
	if n := valueOf(e.node, "only"); n != nil {
		only = h.filter(n, "only", kind)
	}
	if n := valueOf(e.node, "except"); n != nil {
		except = h.filter(n, "except", kind)
	}
	h.choose(only, except)
	h.unite()
	return h
}

// choose takes from the bases the codes that the filters leave: those of each
// base, and those of all.
func (h *heritage) choose(only, except *codes.Filter) {
	for _, b := range h.bases {
		table := b.entry.table
		wanted := func(c *codes.Code, only, except *codes.Filter) bool {
			return (only == nil || only.Fits(table, c)) && !except.Fits(table, c)
		}
		for _, c := range table.Codes {
			if wanted(c, only, except) && wanted(c, b.only, b.except) {
				b.codes = append(b.codes, b.copy(c))
			}
		}
	}
	if h.broken {
		return
	}
	tables := make([]*codes.Table, len(h.bases))
	for i, b := range h.bases {
		tables[i] = b.entry.table
		h.idle(b.only, show(b.ref.Value), tables[i])
		h.idle(b.except, show(b.ref.Value), tables[i])
	}
	of := "its bases"
	if len(h.bases) == 1 {
		of = show(h.bases[0].ref.Value)
	}
	h.idle(only, of, tables...)
	h.idle(except, of, tables...)
}

// copy gives a code of a base as another table can hold it: with what its own
// table says for codes that do not say it themselves.
func (b *base) copy(c *codes.Code) *codes.Code {
	table := b.entry.table
	taken := *c
	taken.Origin, taken.Overridden = b.ref.Value, false
	taken.Reference = table.ReferenceOf(c)
	taken.Since = either(c.Since, table.Since)
	taken.Owner = codes.At[string]{} // who gives out codes there does not here
	return &taken
}

func either(own, other codes.At[string]) codes.At[string] {
	if own.Given() {
		return own
	}
	return other
}

// class adds a class of the author's, or puts it in the place of a base's.
func (h *heritage) class(c *codes.Class) {
	h.settled[subject{"class", c.Name.Value}] = true
	put(h.classes, &h.table.Classes, c.Name.Value, c)
}

// property does the same for a property.
func (h *heritage) property(p *codes.Property) {
	h.settled[subject{"property", p.Name.Value}] = true
	put(h.properties, &h.table.Properties, p.Name.Value, p)
}

// code reads a code over that of a base, if a base has it.
func (h *heritage) code(n *node) {
	code := ""
	if value := valueOf(n, "code"); value != nil {
		code = value.Value
	}
	if valueOf(n, "name") != nil {
		h.settled[subject{"code", code}] = true
	}
	var over *codes.Code
	if at, ok := h.codes[code]; ok {
		over = h.table.Codes[at]
	} else if h.broken {
		over = &codes.Code{}
	}
	put(h.codes, &h.table.Codes, code, h.reader.code(n, h.table.Kind, over))
}

// put writes over what was given under a name, once, or adds an item.
func put[T any](given map[string]int, list *[]T, name string, item T) {
	if at, ok := given[name]; ok {
		delete(given, name)
		(*list)[at] = item
		return
	}
	*list = append(*list, item)
}

// over copies a list that is to be written over, and says where each of its
// items is.
func over[T any](list []T, name func(T) string) (copied []T, at map[string]int) {
	at = make(map[string]int, len(list))
	for i, item := range list {
		at[name(item)] = i
	}
	return slices.Clone(list), at
}

// asWritten gives a code as a source writes it, but for the quotes.
func asWritten(v codes.Value) string {
	if v.Kind == codes.Text {
		return v.Text
	}
	return strconv.FormatInt(v.Int, 10)
}

// kind reads the kind of a table, which is that of its bases.
func (h *heritage) kind(n *node) {
	bases := h.table.Kind
	h.reader.kind(&h.table.Kind)(n)
	if own := h.table.Kind; len(h.bases) > 0 && own != unreadKind && own != bases {
		h.add(ruleBaseClash, h.pos(n), fmt.Sprintf("the table cannot be of kind %s, because %s is of kind %s",
			own, show(h.bases[0].ref.Value), bases))
	}
}
