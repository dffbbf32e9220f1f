package render

import (
	"slices"
	"strconv"

	"github.com/statusgen/statusgen/generator/internal/codes"
)

// properties plans the properties of a table, all but their values for codes
// and classes.
func (p *planner) properties(t *codes.Table, n *namer) []*Property {
	var list []*Property
	for _, def := range t.Properties {
		name := def.Name.Value
		property := &Property{
			Name:       name,
			Identifier: n.spell(codes.PropertyRole, name),
			Type:       def.Type.Value,
			Many:       def.Many,
			Optional:   !def.Many && def.Default == nil,
			ValueType:  p.language.Types[def.Type.Value],
		}
		n.declare(codes.PropertyRole, property.Identifier, "the property", def.Name)
		switch def.Type.Value {
		case codes.OneOfProperty:
			p.values(def, n, property)
		case codes.CodeProperty:
			of := p.catalog.Table(def.Table.Value)
			property.Of, property.OfShown = of.Name.Value, slices.Contains(p.catalog.Tables, of)
			property.ValueType = p.language.Types[codes.IntegerProperty]
			if of.Kind == codes.Text {
				property.ValueType = p.language.Types[codes.TextProperty]
			}
		}
		if p.language.Wide != "" && p.isWideProperty(t, def) {
			property.ValueType = p.language.Wide
		}
		property.Default = p.fact(def, property, def.Default)
		property.Doc = p.propertyDoc(def, property)
		list = append(list, property)
	}
	return list
}

// isWideProperty reports whether some value of a property needs more than 32
// bits.
func (p *planner) isWideProperty(t *codes.Table, def *codes.Property) bool {
	if def.Type.Value == codes.CodeProperty && needsWide(p.catalog.Table(def.Table.Value)) {
		return true
	}
	// A code that is no longer in its table, or never was, can be wider than
	// the table.
	return slices.ContainsFunc(t.FactsOf(def), func(f *codes.Fact) bool {
		return slices.ContainsFunc(f.Items, func(s codes.Scalar) bool {
			n, _ := s.Value.(int64)
			return isWide(n)
		})
	})
}

// values plans the values of a one_of property, and its type where the
// language has one.
func (p *planner) values(def *codes.Property, n *namer, property *Property) {
	if p.naming.Has(codes.PropertyTypeRole) {
		property.ValueType = n.spell(codes.PropertyTypeRole, property.Name)
		n.declare(codes.PropertyTypeRole, property.ValueType, "the type of the property", def.Name)
	}
	context := n.context
	context.Property = property.Name
	for _, v := range def.Values {
		value := &Value{Name: v.Value, Identifier: n.naming.Spell(codes.ValueRole, v.Value, context)}
		n.declareValue(property, value.Identifier, v)
		property.Values = append(property.Values, value)
	}
}

// settle gives every code its facts, and every property the shortest way to
// say them: what each class gives, and the codes that differ from it.
func (p *planner) settle(t *codes.Table, table *Table, classes map[*codes.Class]*Class) {
	for i, def := range t.Properties {
		property := table.Properties[i]
		byClass := map[*Class]*Fact{nil: property.Default}
		for _, c := range t.Classes {
			fact := p.fact(def, property, t.FactOfClass(c, def))
			byClass[classes[c]] = fact
			if !same(fact, property.Default) {
				property.ByClass = append(property.ByClass, ClassFact{Class: classes[c], Fact: fact})
			}
		}
		for j, c := range t.Codes {
			code := table.Codes[j]
			fact := p.fact(def, property, t.FactOf(c, def))
			code.Facts = append(code.Facts, fact)
			if !same(fact, byClass[code.Class]) {
				property.ByCode = append(property.ByCode, CodeFact{Code: code, Fact: fact})
			}
		}
	}
}

// fact plans a value. There may be none.
func (p *planner) fact(def *codes.Property, property *Property, written *codes.Fact) *Fact {
	fact := &Fact{Property: property, Literal: p.language.Literals.None}
	if written == nil {
		return fact
	}
	for _, scalar := range def.Ordered(written) {
		fact.Items = append(fact.Items, p.item(def, property, scalar))
	}
	if !def.Many {
		fact.Literal = fact.Items[0].Literal
	}
	return fact
}

func (p *planner) item(def *codes.Property, property *Property, scalar codes.Scalar) Item {
	if def.Type.Value == codes.CodeProperty {
		value, _ := p.catalog.Target(def, scalar)
		item := Item{Literal: p.literal(value), Shown: NewText(shown(value)), value: value}
		if code := p.catalog.Table(def.Table.Value).Find(value); code != nil {
			item.Name = code.Name.Value
		}
		return item
	}
	switch v := scalar.Value.(type) {
	case bool:
		literal := p.language.Literals.False
		if v {
			literal = p.language.Literals.True
		}
		return Item{Literal: literal, Shown: NewText(strconv.FormatBool(v)), value: v}
	case int64:
		digits := strconv.FormatInt(v, 10)
		return Item{Literal: digits, Shown: NewText(digits), value: v}
	}
	text, _ := scalar.Value.(string)
	item := Item{Literal: p.quoted(text), Shown: NewText(text), value: text}
	if p.naming.Has(codes.ValueRole) {
		if i := slices.IndexFunc(property.Values, func(v *Value) bool { return v.Name == text }); i >= 0 {
			item.Literal = property.Values[i].Identifier
		}
	}
	return item
}

func same(a, b *Fact) bool {
	return slices.EqualFunc(a.Items, b.Items, func(x, y Item) bool { return x.value == y.value })
}
