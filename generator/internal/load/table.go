package load

import (
	"fmt"
	"slices"
	"strings"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
)

func (r *reader) table(e *entry) *codes.Table {
	lost, ofCodes := r.lost, 0
	h := r.heritage(e)
	t := h.table
	r.object(e.node, e.name.Pos, "a table", []field{
		{"extends", optional, alreadyRead},
		{"only", optional, alreadyRead},
		{"except", optional, alreadyRead},
		{"title", optional, r.text(&t.Title)},
		{"summary", optional, r.text(&t.Summary)},
		{"visibility", optional, oneOf(r, &t.Visibility, codes.Visibilities)},
		{"type", optional, r.text(&t.Type)},
		{"kind", optional, h.kind},
		{"range", optional, r.limits(&t.Range)},
		{"pattern", optional, r.text(&t.Pattern)},
		{"unknown", optional, choice(r, &t.Unknown, codes.Open, codes.Closed)},
		{"reference", optional, r.reference(&t.Reference)},
		{"since", optional, r.text(&t.Since)},
		{"owners", optional, r.list(func(n *node) { t.Owners = append(t.Owners, r.owner(n)) })},
		{"require", optional, r.texts(&t.Require)},
		{"errors", optional, h.errors},
		{"classes", optional, r.list(func(n *node) { h.class(r.class(n)) })},
		{"properties", optional, r.properties(h)},
		{"retired", optional, r.list(func(n *node) { t.Retired = append(t.Retired, r.retired(n, t.Kind)) })},
		{"codes", need(valueOf(e.node, "extends") == nil), r.list(func(n *node) {
			before := r.lost
			h.code(n)
			ofCodes += r.lost - before
		})},
		{"locales", optional, h.locales},
	})
	e.bases, e.depth, e.broken = h.bases, h.depth, h.broken
	h.finish()
	r.crowded(e, t)
	t.Misread = h.broken || r.lost-lost > ofCodes
	return t
}

// alreadyRead stands for what heritage has read, before all else.
func alreadyRead(*node) {}

// unreadKind is the kind of a table whose author misspelt it. What is right
// for its codes is not known then.
const unreadKind codes.Kind = -1

// likely gives the kind of a table or, where that is not known, the one that a
// code seems to be of: one in quotes is text.
func likely(kind codes.Kind, code *node) codes.Kind {
	switch {
	case kind != unreadKind:
		return kind
	case code != nil && isQuoted(code):
		return codes.Text
	}
	return codes.Integer
}

func (r *reader) kind(into *codes.Kind) func(*node) {
	return func(n *node) {
		*into = unreadKind
		choice(r, into, codes.Integer, codes.Text)(n)
	}
}

func (r *reader) class(n *node) *codes.Class {
	c := &codes.Class{}
	r.object(n, r.pos(n), "a class", []field{
		{"name", required, r.text(&c.Name)},
		{"range", optional, r.limits(&c.Range)},
		{"prefix", optional, r.text(&c.Prefix)},
		{"glob", optional, r.text(&c.Glob)},
		{"summary", optional, r.text(&c.Summary)},
		{"visibility", optional, oneOf(r, &c.Visibility, codes.Visibilities)},
		{"defaults", optional, r.settings(&c.Defaults)},
		{"message", optional, r.text(&c.Message)},
		{"params", optional, r.params(&c.Params)},
	})
	r.exactlyOne(n, "a class", "range", "prefix", "glob")
	return c
}

func (r *reader) owner(n *node) *codes.Owner {
	o := &codes.Owner{}
	r.object(n, r.pos(n), "an owner", []field{
		{"name", required, r.text(&o.Name)},
		{"range", optional, r.limits(&o.Range)},
		{"prefix", optional, r.text(&o.Prefix)},
		{"summary", optional, r.text(&o.Summary)},
	})
	r.exactlyOne(n, "an owner", "range", "prefix")
	return o
}

// exactlyOne makes sure that a mapping has one of some fields.
func (r *reader) exactlyOne(n *node, what string, names ...string) {
	if n.Kind != mapping {
		return
	}
	given := r.keysAmong(n, names)
	switch {
	case len(given) == 0:
		r.add(ruleMissingField, r.pos(n), fmt.Sprintf("%s needs one of %s", what, strings.Join(names, ", ")))
	case len(given) > 1:
		r.add(ruleFieldConflict, r.pos(given[1]), fmt.Sprintf("%s has either %q or %q", what, given[0].Value, given[1].Value), diag.See(r.pos(given[0])))
	}
}

// keysAmong gives the keys of a mapping that are among some names.
func (r *reader) keysAmong(n *node, names []string) (given []*node) {
	for i := 0; n.Kind == mapping && i+1 < len(n.Content); i += 2 {
		if slices.Contains(names, n.Content[i].Value) {
			given = append(given, n.Content[i])
		}
	}
	return given
}

// valueOf gives what a mapping has under a key, before the mapping is read; or
// nil.
func valueOf(n *node, key string) *node {
	for i := 0; n.Kind == mapping && i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return n.Content[i+1]
		}
	}
	return nil
}

func (r *reader) properties(h *heritage) func(*node) {
	return func(n *node) {
		r.named(n, "the properties of a table", func(name codes.At[string], n *node) {
			p := &codes.Property{Name: name}
			r.object(n, name.Pos, "a property", []field{
				{"type", required, oneOf(r, &p.Type, codes.PropertyTypes)},
				{"many", optional, r.boolean(&p.Many)},
				{"values", optional, r.texts(&p.Values)},
				{"table", optional, r.text(&p.Table)},
				{"default", optional, r.factInto(&p.Default)},
				{"summary", optional, r.text(&p.Summary)},
				{"visibility", optional, oneOf(r, &p.Visibility, codes.Visibilities)},
				{"required_in", optional, r.texts(&p.RequiredIn)},
				{"allowed_in", optional, r.texts(&p.AllowedIn)},
			})
			h.property(p)
		})
	}
}

func (r *reader) retired(n *node, kind codes.Kind) *codes.Retired {
	kind = likely(kind, valueOf(n, "code"))
	retired := &codes.Retired{Pos: r.pos(n)}
	r.object(n, retired.Pos, "a retired entry", []field{
		{"code", optional, func(n *node) {
			var code codes.At[codes.Value]
			if r.codeValue(&code, kind)(n); code.Given() {
				retired.Code = &code
			}
		}},
		{"name", optional, r.text(&retired.Name)},
		{"reason", required, r.text(&retired.Reason)},
	})
	if n.Kind == mapping && len(r.keysAmong(n, []string{"code", "name"})) == 0 {
		r.add(ruleMissingField, retired.Pos, `a retired entry needs "code" or "name"`)
	}
	return retired
}
