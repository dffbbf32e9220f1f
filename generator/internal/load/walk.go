package load

import (
	"fmt"
	"slices"
	"strings"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
)

// reader walks the nodes of one file.
type reader struct {
	*findings
	library     *library // nil where there is only one file
	spoiled     map[diag.Pos]bool
	repaired    bool            // texts may hold placeholders
	suggestions int             // made so far
	what, field string          // that are read: a mapping, and a field of it
	value       *node           // of the field
	sheets      map[sort]*sheet // that codes were read into
}

// field is one field of a mapping whose fields the format knows.
type field struct {
	name string
	need need
	read func(*node)
}

type need bool

const (
	optional need = false
	required need = true
)

// object reads a mapping whose fields the format knows. It reads them in the
// order given here, not in the order of the file, so that a field can depend
// on one before it. What is missing is missing at start.
func (r *reader) object(n *node, start diag.Pos, what string, fields []field) {
	if !r.isMapping(n, what) {
		return
	}
	given := make([]*node, len(fields))
	sound := r.entries(n, func(key, value *node) {
		i := slices.IndexFunc(fields, func(f field) bool { return f.name == key.Value })
		if i < 0 {
			r.unknownField(key, what, fields)
			return
		}
		given[i] = value
	})
	for i, f := range fields {
		switch value := given[i]; {
		case value != nil && f.need == required && isEmptyText(value):
			r.add(ruleMissingField, r.pos(value), fmt.Sprintf("%q is empty", f.name))
		case value != nil:
			r.what, r.field, r.value = what, f.name, value
			f.read(value)
		case f.need == required && sound:
			r.add(ruleMissingField, start, fmt.Sprintf("%s needs %q", what, f.name))
		}
	}
}

// reservedFields have no meaning yet, and will have one.
var reservedFields = map[string]bool{
	"encoding": true,
}

func (r *reader) unknownField(key *node, what string, fields []field) {
	var hint diag.Option
	switch {
	case reservedFields[key.Value]:
		hint = diag.Hint("%s is reserved for a later version", key.Value)
	case what == includedFile && slices.Contains(includersFields, key.Value):
		hint = diag.Hint("%s stands in the file that includes this one", key.Value)
	default:
		names := make([]string, len(fields))
		for i, f := range fields {
			names[i] = f.name
		}
		hint = r.didYouMean(key.Value, names)
	}
	r.add(ruleUnknownField, r.pos(key), fmt.Sprintf("%s is not a field of %s", show(key.Value), what), hint)
}

// named reads a mapping from names that the author chose.
func (r *reader) named(n *node, what string, read func(name codes.At[string], value *node)) {
	if !r.isMapping(n, what) {
		return
	}
	r.entries(n, func(key, value *node) {
		read(codes.At[string]{Value: key.Value, Pos: r.pos(key)}, value)
	})
}

// entries gives the entries of a mapping whose keys are texts, each key once.
// The mapping is sound if no other key hides what it may have held.
func (r *reader) entries(n *node, read func(key, value *node)) (sound bool) {
	sound = true
	seen := newKeys(len(n.Content) / 2)
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		switch {
		case r.damaged(key):
			sound = false
		case key.ShortTag() == "!!merge":
			sound = false
			r.add(ruleMergeKey, r.pos(key), "a merge key is not allowed", diag.Hint("write the fields themselves"))
		case key.Kind != scalar:
			sound = false
			r.add(ruleKeyNotString, r.pos(key), fmt.Sprintf("the key is %s, not a text", kindName(key)))
		case key.ShortTag() != "!!str":
			sound = false
			r.add(ruleKeyNotString, r.pos(key), fmt.Sprintf("the key %s is %s, not a text", bare(key.Value), kindName(key)), diag.Hint("quote it if it is meant as text"))
		default:
			if first := seen.add(key); first != nil {
				r.add(ruleDuplicateKey, r.pos(key), fmt.Sprintf("the key %s is given twice", show(key.Value)), diag.See(r.pos(first)))
				continue
			}
			read(key, value)
		}
	}
	return sound
}

// keys are those of a mapping so far. Most mappings are a code's, for whose few
// keys a map would cost more than all else.
type keys struct {
	few  []*node
	many map[string]*node
}

func newKeys(size int) *keys {
	if size <= 16 {
		return &keys{few: make([]*node, 0, size)}
	}
	return &keys{many: make(map[string]*node, size)}
}

// add takes a key, or gives the one of the same text that is there already.
func (k *keys) add(key *node) (first *node) {
	if k.many == nil {
		for _, first := range k.few {
			if first.Value == key.Value {
				return first
			}
		}
		k.few = append(k.few, key)
		return nil
	}
	if first = k.many[key.Value]; first == nil {
		k.many[key.Value] = key
	}
	return first
}

// list reads the items of a list.
func (r *reader) list(read func(*node)) func(*node) {
	return func(n *node) {
		if r.damaged(n) {
			return
		}
		if n.Kind != sequence {
			r.add(ruleExpectedList, r.pos(n), "expected a list, found "+kindName(n), r.listForm(n))
			return
		}
		for _, item := range n.Content {
			if isNull(item) || isEmptyText(item) {
				r.emptyItem(item)
				continue
			}
			read(item)
		}
	}
}

// fieldOf gives the field whose value a node is, while it is read.
func (r *reader) fieldOf(n *node) string {
	if n == r.value {
		return r.field
	}
	return ""
}

// emptyItem reports an item without a value. The library places one that is
// not there at all behind its dash.
func (r *reader) emptyItem(item *node) {
	if r.damaged(item) {
		return
	}
	pos := r.pos(item)
	if item.Value == "" && item.Style == 0 && pos.Column > 1 {
		pos.Column--
	}
	r.add(ruleEntryEmpty, pos, "this item of a list is empty", diag.Hint("remove it"))
}

func (r *reader) isMapping(n *node, what string) bool {
	if n.Kind == mapping {
		return true
	}
	if !r.damaged(n) {
		r.add(ruleExpectedMapping, r.pos(n), fmt.Sprintf("%s is a mapping of fields, not %s", what, kindName(n)), mappingForm(n, what))
	}
	return false
}

func (r *reader) pos(n *node) diag.Pos { return r.at(n.Line, n.Column) }

// damaged reports whether a node holds something that has been reported and
// repaired, so that its value is not the author's and counts as lost.
func (r *reader) damaged(n *node) bool {
	damaged := r.spoiled[r.pos(n)] || r.repaired && strings.ContainsRune(n.Value, placeholder)
	if damaged {
		r.lost++
	}
	return damaged
}

func isNull(n *node) bool { return n.Kind == scalar && n.ShortTag() == "!!null" }

// isEmptyText reports whether a node is a text of no characters. Nothing at
// all is no text.
func isEmptyText(n *node) bool {
	return n.Kind == scalar && n.Value == "" && n.ShortTag() == "!!str"
}

// kindName says what a node is, as messages call it.
func kindName(n *node) string {
	switch n.Kind {
	case mapping:
		return "a mapping"
	case sequence:
		return "a list"
	}
	switch n.ShortTag() {
	case "!!null":
		return "nothing"
	case "!!bool":
		return "a boolean"
	case "!!int", "!!float":
		return "a number"
	case "!!timestamp":
		return "a date"
	}
	return "a text"
}
