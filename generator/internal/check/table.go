package check

import (
	"iter"

	"github.com/statusgen/statusgen/generator/internal/codes"
)

// table is a table with what several rules look up in it, so that none of them
// searches once per code.
type table struct {
	*codes.Table
	classes    map[string]*codes.Class
	properties map[string]*codes.Property
	aliases    map[string]*codes.Code
	home       map[*codes.Code]*codes.Class // the class of each code; absent: none
	pattern    *pattern                     // nil: absent, or not to be used
	stock      *stock                       // of free codes; nil until somebody asks
}

func newTable(t *codes.Table) *table {
	indexed := &table{
		Table:      t,
		classes:    make(map[string]*codes.Class, len(t.Classes)),
		properties: make(map[string]*codes.Property, len(t.Properties)),
		aliases:    make(map[string]*codes.Code),
		home:       make(map[*codes.Code]*codes.Class, min(len(t.Classes), 1)*len(t.Codes)),
	}
	for _, class := range t.Classes {
		indexed.classes[class.Name.Value] = class
	}
	for _, p := range t.Properties {
		indexed.properties[p.Name.Value] = p
	}
	for _, c := range t.Codes {
		for _, a := range c.Aliases {
			indexed.aliases[a.Name.Value] = c
		}
		if class := t.ClassOf(c.Value.Value); class != nil {
			indexed.home[c] = class
		}
	}
	if t.Kind == codes.Text {
		indexed.pattern = newPattern(t.Pattern.Value)
	}
	return indexed
}

// inRange reports whether a code may stand in the table as far as its range
// goes. An empty range is a fault of its own and allows everything here.
func (t *table) inRange(v codes.Value) bool {
	limited := t.Kind == codes.Integer && t.Range != nil && t.Range.Min <= t.Range.Max
	return !limited || v.Kind != codes.Integer || t.Range.Contains(v.Int)
}

// fitsPattern reports whether a code may stand in the table as far as its
// pattern goes.
func (t *table) fitsPattern(v codes.Value) bool {
	return v.Kind != codes.Text || t.pattern == nil || t.pattern.matches(v.Text)
}

// settings yields every value that a class or a code gives to a property.
func (t *table) settings() iter.Seq[codes.Setting] {
	return func(yield func(codes.Setting) bool) {
		for _, class := range t.Classes {
			for _, s := range class.Defaults {
				if !yield(s) {
					return
				}
			}
		}
		for _, c := range t.Codes {
			for _, s := range c.Properties {
				if !yield(s) {
					return
				}
			}
		}
	}
}

// facts yields every value of every property that the table declares: the
// property's default, those of classes, and those of codes.
func (t *table) facts() iter.Seq2[*codes.Property, *codes.Fact] {
	return func(yield func(*codes.Property, *codes.Fact) bool) {
		for _, p := range t.Properties {
			if p.Default != nil && !yield(p, p.Default) {
				return
			}
		}
		for s := range t.settings() {
			if p := t.properties[s.Property.Value]; p != nil && !yield(p, s.Fact) {
				return
			}
		}
	}
}

// codeScalars yields every scalar that stands for a code, with the table that
// the code belongs to.
func (p *pass) codeScalars(t *table) iter.Seq2[*table, codes.Scalar] {
	return func(yield func(*table, codes.Scalar) bool) {
		for property, fact := range t.facts() {
			target := p.named[property.Table.Value]
			if property.Type.Value != codes.CodeProperty || target == nil {
				continue
			}
			for _, s := range fact.Items {
				if !yield(target, s) {
					return
				}
			}
		}
	}
}

// sound reports whether a class says clearly what it holds, so that a rule
// about codes in classes can rely on it.
func (t *table) sound(c *codes.Class) bool {
	if c.Range != nil {
		return t.Kind == codes.Integer && c.Range.Min <= c.Range.Max
	}
	return t.Kind == codes.Text && (c.Prefix.Given() || globIsSound(c.Glob.Value))
}
