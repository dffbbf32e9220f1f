package load

import (
	"fmt"
	"slices"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
)

// The grammar of codes.yaml, one function per node of it.

// source reads the root. Its tables are read later, when somebody asks for
// them.
func (r *reader) source(n *node, f *file) {
	if !r.isRoot(n) {
		return
	}
	var version int64
	what, fields := "the source", []field{
		{"version", required, r.version(&version)},
		{"targets", optional, r.targets(f.catalog)},
		{"words", optional, r.words(f.catalog)},
		{"suppress", optional, r.list(func(n *node) { f.catalog.Suppress = append(f.catalog.Suppress, r.suppression(n)) })},
		{"include", optional, r.patterns(&f.include)},
		{"tables", required, r.tables(f)},
	}
	if f.included {
		what = includedFile
		fields = slices.DeleteFunc(fields, func(f field) bool { return slices.Contains(includersFields, f.name) })
	}
	r.object(n, r.pos(n), what, fields)
}

const includedFile = "an included file"

// includersFields are the fields of the root that an included file leaves to
// the file that includes it.
var includersFields = []string{"targets", "words", "suppress", "include"}

// isRoot reports whether the root is a mapping. What it should be is told in
// the author's words, not the walk's.
func (r *reader) isRoot(n *node) bool {
	if n.Kind == mapping || r.damaged(n) {
		return n.Kind == mapping
	}
	r.add(ruleRootNotMapping, r.pos(n), fmt.Sprintf("the file is %s, not a mapping of fields", kindName(n)), diag.Hint("write fields such as `version: 1`"))
	return false
}

func (r *reader) version(into *int64) func(*node) {
	return func(n *node) {
		version, ok := r.int(n)
		if ok && version != 1 {
			r.add(ruleWrongVersion, r.pos(n), fmt.Sprintf("version %d of the source format is not known", version), diag.Hint("write `version: 1`"))
		}
		*into = version
	}
}

func (r *reader) words(c *codes.Catalog) func(*node) {
	return func(n *node) {
		r.named(n, "words", func(word codes.At[string], n *node) {
			if as, ok := r.str(n); ok {
				c.Words = append(c.Words, codes.Word{Lower: word, Written: as})
			}
		})
	}
}

func (r *reader) suppression(n *node) *codes.Suppression {
	s := &codes.Suppression{Pos: r.pos(n)}
	r.object(n, s.Pos, "a suppression", []field{
		{"rule", required, r.text(&s.Rule)},
		{"table", optional, r.text(&s.Table)},
		{"code", optional, r.anyCode(&s.Code)},
		{"name", optional, r.text(&s.Name)},
		{"reason", required, r.text(&s.Reason)},
	})
	return s
}

// anyCode reads a code whose table need not be there any more: what is quoted
// is text.
func (r *reader) anyCode(into **codes.At[codes.Value]) func(*node) {
	return func(n *node) {
		var code codes.At[codes.Value]
		if r.codeValue(&code, likely(unreadKind, n))(n); code.Given() {
			*into = &code
		}
	}
}

func (r *reader) tables(f *file) func(*node) {
	return func(n *node) {
		r.named(n, "tables", func(name codes.At[string], n *node) {
			e := &entry{name: name, node: n, file: f, reader: r}
			f.tables = append(f.tables, e)
			f.named[name.Value] = e
		})
	}
}

func (r *reader) reference(into **codes.Reference) func(*node) {
	return func(n *node) {
		ref := &codes.Reference{Pos: r.pos(n)}
		r.object(n, ref.Pos, "a reference", []field{
			{"text", required, r.text(&ref.Text)},
			{"url", optional, r.text(&ref.URL)},
		})
		*into = ref
	}
}

// limits reads a range.
func (r *reader) limits(into **codes.Range) func(*node) {
	return func(n *node) {
		if r.damaged(n) {
			return
		}
		if n.Kind != sequence || len(n.Content) != 2 {
			r.add(ruleRangeSyntax, r.pos(n), "expected a range of two integers", diag.Hint("write [first, last]"))
			return
		}
		limits := &codes.Range{Pos: r.pos(n)}
		r.integer(&limits.Min)(n.Content[0])
		r.integer(&limits.Max)(n.Content[1])
		*into = limits
	}
}

// settings reads the values of properties, over those that are there already.
func (r *reader) settings(into *[]codes.Setting) func(*node) {
	return func(n *node) {
		list, there := over(*into, func(s codes.Setting) string { return s.Property.Value })
		r.named(n, "a set of properties", func(property codes.At[string], n *node) {
			if fact := r.fact(n); fact != nil {
				put(there, &list, property.Value, codes.Setting{Property: property, Fact: fact})
			}
		})
		*into = list
	}
}

func (r *reader) factInto(into **codes.Fact) func(*node) {
	return func(n *node) { *into = r.fact(n) }
}

// fact reads the value of a property: a scalar, or a list of them.
func (r *reader) fact(n *node) *codes.Fact {
	fact := &codes.Fact{Pos: r.pos(n), List: n.Kind == sequence}
	add := func(n *node) {
		if value, ok := r.scalarValue(n); ok {
			fact.Items = append(fact.Items, codes.Scalar{Pos: r.pos(n), Value: value})
		}
	}
	if fact.List {
		r.list(add)(n)
		return fact
	}
	if add(n); len(fact.Items) == 0 {
		return nil
	}
	return fact
}

// scalarValue reads a value whose type the author chooses by how it is
// written.
func (r *reader) scalarValue(n *node) (value any, ok bool) {
	switch {
	case r.damaged(n):
		return nil, false
	case n.Kind != scalar || isNull(n):
		r.add(ruleValueExpected, r.pos(n), fmt.Sprintf("expected true, false, an integer or a text, found %s", kindName(n)))
		return nil, false
	}
	switch n.ShortTag() {
	case "!!bool":
		if n.Value == "true" || n.Value == "false" {
			return n.Value == "true", true
		}
		r.badBoolean(n)
		return nil, false
	case "!!int", "!!float":
		return r.int(n)
	}
	text, ok := r.str(n)
	return text.Value, ok
}
