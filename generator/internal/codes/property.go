package codes

import (
	"slices"
	"strconv"

	"github.com/statusgen/statusgen/generator/internal/diag"
)

// PropertyType is the type of a property's values.
type PropertyType string

const (
	BooleanProperty PropertyType = "boolean"
	IntegerProperty PropertyType = "integer"
	TextProperty    PropertyType = "text"
	OneOfProperty   PropertyType = "one_of"
	CodeProperty    PropertyType = "code" // a directed map into another table
)

// PropertyTypes lists every property type.
var PropertyTypes = []PropertyType{
	BooleanProperty, IntegerProperty, TextProperty, OneOfProperty, CodeProperty,
}

// Property is a typed fact that every code of a table carries. The generator
// knows none of them by name.
type Property struct {
	Name       At[string]
	Type       At[PropertyType]
	Many       bool
	Values     []At[string]   // of one_of
	Table      At[string]     // of code
	Default    *Fact          // nil: absent
	Summary    At[string]     `facts:"documentation"`
	Visibility At[Visibility] `facts:"documentation"`
	RequiredIn []At[string]   `facts:"documentation"` // classes whose codes must state it themselves
	AllowedIn  []At[string]   `facts:"documentation"` // classes whose codes may state it; none: all
}

// Setting gives a property a value, for a code or for a class.
type Setting struct {
	Property At[string]
	Fact     *Fact
}

// Fact is the value of a property as the author wrote it: one scalar, or a
// list of them.
type Fact struct {
	Pos   diag.Pos
	List  bool
	Items []Scalar
}

// Scalar is one written value: true, 42, or text. Whether it fits its property
// is for the checks to say.
type Scalar struct {
	Pos   diag.Pos
	Value any // bool, int64 or string
}

// String gives the scalar as a message shows it.
func (s Scalar) String() string {
	switch v := s.Value.(type) {
	case bool:
		return strconv.FormatBool(v)
	case int64:
		return strconv.FormatInt(v, 10)
	case string:
		return strconv.Quote(v)
	}
	return "nothing"
}

// Property finds a property by name. It returns nil where there is none.
func (t *Table) Property(name string) *Property {
	for _, p := range t.Properties {
		if p.Name.Value == name {
			return p
		}
	}
	return nil
}

// FactIn gives what settings say of a property, or nil.
func FactIn(settings []Setting, property string) *Fact {
	for _, s := range settings {
		if s.Property.Value == property {
			return s.Fact
		}
	}
	return nil
}

// FactOf gives the value of a property for a code of the table: the code's
// own, else its class's default, else the property's. It is nil where the
// value is absent.
func (t *Table) FactOf(c *Code, p *Property) *Fact {
	if own := FactIn(c.Properties, p.Name.Value); own != nil {
		return own
	}
	return t.FactOfClass(t.ClassOf(c.Value.Value), p)
}

// FactOfClass gives the value of a property for the codes of a class that do
// not state it, known or not. The class may be nil.
func (t *Table) FactOfClass(class *Class, p *Property) *Fact {
	if class != nil {
		if fact := FactIn(class.Defaults, p.Name.Value); fact != nil {
			return fact
		}
	}
	return p.Default
}

// FactsOf gives every value of a property that the table states: the
// property's default, those of classes, and those of codes.
func (t *Table) FactsOf(p *Property) []*Fact {
	var facts []*Fact
	add := func(fact *Fact) {
		if fact != nil {
			facts = append(facts, fact)
		}
	}
	add(p.Default)
	for _, class := range t.Classes {
		add(FactIn(class.Defaults, p.Name.Value))
	}
	for _, code := range t.Codes {
		add(FactIn(code.Properties, p.Name.Value))
	}
	return facts
}

// Ordered gives the items of a fact in the order in which every language can
// keep them: of a one_of property, that of its values; of any other, the
// author's.
func (p *Property) Ordered(fact *Fact) []Scalar {
	if p.Type.Value != OneOfProperty {
		return fact.Items
	}
	place := func(s Scalar) int {
		return slices.IndexFunc(p.Values, func(v At[string]) bool { return v.Value == s.Value })
	}
	return slices.SortedStableFunc(slices.Values(fact.Items), func(a, b Scalar) int { return place(a) - place(b) })
}

// Target gives the value that a scalar of a code property stands for in the
// table it refers to: the value of the code with that canonical name, or the
// bare code itself. ok is false where there is no such code.
func (c *Catalog) Target(p *Property, s Scalar) (v Value, ok bool) {
	table := c.Table(p.Table.Value)
	if table == nil {
		return Value{}, false
	}
	if name, isText := s.Value.(string); isText {
		if code := table.Named(name); code != nil {
			return code.Value.Value, true
		}
	}
	return bareCode(table, s)
}

// bareCode reads a scalar as a code that its table need not list.
func bareCode(t *Table, s Scalar) (Value, bool) {
	switch v := s.Value.(type) {
	case int64:
		return IntegerValue(v), t.Kind == Integer
	case string:
		return TextValue(v), t.Kind == Text
	}
	return Value{}, false
}
