package check

import (
	"fmt"
	"slices"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
)

var rulePropertyDefinition = &diag.Rule{
	Name: "property-definition",
	Doc:  "A property has what its type needs and nothing that its type cannot use: values for one_of, a table for code, and many for these two only.",
}

func propertyDefinition(p *pass, t *table) {
	for _, property := range t.Properties {
		name, kind := quote(property.Name.Value), property.Type.Value
		isOneOf, isCode := kind == codes.OneOfProperty, kind == codes.CodeProperty
		if isOneOf && len(property.Values) == 0 {
			p.report(property.Name.Pos, fmt.Sprintf("the property %s is one_of, but has no values", name))
		}
		if !isOneOf && len(property.Values) > 0 {
			p.report(property.Values[0].Pos, fmt.Sprintf("the property %s has values, but is %s and not one_of", name, kind))
		}
		if isCode && !property.Table.Given() {
			p.report(property.Name.Pos, fmt.Sprintf("the property %s is a code, but has no table", name))
		}
		if !isCode && property.Table.Given() {
			p.report(property.Table.Pos, fmt.Sprintf("the property %s has a table, but is %s and not code", name, kind))
		}
		if property.Many && !isOneOf && !isCode {
			p.report(property.Type.Pos, fmt.Sprintf("the property %s is %s, which cannot be many", name, kind), diag.Hint("one_of and code can"))
		}
		requiredButNotAllowed(p, t, property)
	}
}

func requiredButNotAllowed(p *pass, t *table, property *codes.Property) {
	if len(property.AllowedIn) == 0 {
		return
	}
	for _, class := range property.RequiredIn {
		if t.classes[class.Value] != nil && !lists(property.AllowedIn, class.Value) {
			p.report(class.Pos, fmt.Sprintf("the property %s is required in %s, but not allowed there",
				quote(property.Name.Value), quote(class.Value)), diag.See(property.AllowedIn[0].Pos))
		}
	}
}

var ruleUnknownProperty = &diag.Rule{
	Name: "unknown-property",
	Doc:  "Codes and classes give values to properties of their table only, because a property is declared with its type.",
}

func unknownProperty(p *pass, t *table) {
	known := among(t.Properties, func(p *codes.Property) string { return p.Name.Value })
	for s := range t.settings() {
		if name := s.Property.Value; t.properties[name] == nil {
			p.report(s.Property.Pos, fmt.Sprintf("the table %s has no property %s", quote(t.Name.Value), quote(name)), p.didYouMean(name, known))
		}
	}
}

var rulePropertyType = &diag.Rule{
	Name: "property-type",
	Doc:  "A value has the type of its property, and is a list where the property is many, because each language gives it that type.",
}

func propertyType(p *pass, t *table) {
	for property, fact := range t.facts() {
		name := quote(property.Name.Value)
		switch {
		case property.Many && !fact.List:
			p.report(fact.Pos, fmt.Sprintf("%s takes a list of values", name), diag.Hint("write it between [ and ]"))
		case !property.Many && fact.List:
			p.report(fact.Pos, fmt.Sprintf("%s takes one value, not a list", name))
		}
		for _, s := range fact.Items {
			scalarType(p, property, s)
		}
	}
}

func scalarType(p *pass, property *codes.Property, s codes.Scalar) {
	wrong := func(want string, more ...diag.Option) {
		p.report(s.Pos, fmt.Sprintf("%s takes %s, not %s", quote(property.Name.Value), want, showScalar(s)), more...)
	}
	text, isText := s.Value.(string)
	switch property.Type.Value {
	case codes.BooleanProperty:
		if _, ok := s.Value.(bool); !ok {
			wrong("true or false")
		}
	case codes.IntegerProperty:
		if _, ok := s.Value.(int64); !ok {
			wrong("an integer")
		}
	case codes.TextProperty:
		if !isText {
			wrong("text", diag.Hint("quote it"))
		}
	case codes.OneOfProperty:
		if len(property.Values) > 0 && (!isText || !lists(property.Values, text)) {
			wrong(choices(property.Values), p.didYouMean(text, among(property.Values, func(v codes.At[string]) string { return v.Value })))
		}
	case codes.CodeProperty:
		if target := p.named[property.Table.Value]; target != nil && standingIn(target, s) == misfit {
			wrong(fmt.Sprintf("a code of the table %s", quote(target.Name.Value)))
		}
	}
}

// maxChoices is how many allowed values a message lists.
const maxChoices = 10

func choices(values []codes.At[string]) string {
	if len(values) > maxChoices {
		return fmt.Sprintf("one of its %d values", len(values))
	}
	words := make([]string, len(values))
	for i, v := range values {
		words[i] = quote(v.Value)
	}
	return list(words)
}

var rulePropertyRequired = &diag.Rule{
	Name: "property-required",
	Doc:  "A code in a class that required_in names states the property itself, because somebody has to have thought about it.",
}

func propertyRequired(p *pass, t *table) {
	for _, property := range t.Properties {
		if len(property.RequiredIn) == 0 {
			continue
		}
		for _, c := range t.Codes {
			class := t.home[c]
			if class == nil || states(c, property) {
				continue
			}
			if i := index(property.RequiredIn, class.Name.Value); i >= 0 {
				p.report(c.Value.Pos, fmt.Sprintf("%s has to state %s itself, because it lies in the class %s",
					quote(c.Name.Value), quote(property.Name.Value), quote(class.Name.Value)), diag.See(property.RequiredIn[i].Pos))
			}
		}
	}
}

func states(c *codes.Code, property *codes.Property) bool {
	return slices.ContainsFunc(c.Properties, func(s codes.Setting) bool { return s.Property.Value == property.Name.Value })
}

var rulePropertyAllowed = &diag.Rule{
	Name: "property-allowed",
	Doc:  "A code or a class states a property only in the classes that allowed_in names, because elsewhere it has no meaning.",
}

func propertyAllowed(p *pass, t *table) {
	limited := make(map[string]*codes.Property)
	for _, property := range t.Properties {
		if len(property.AllowedIn) > 0 && t.knows(property.AllowedIn) {
			limited[property.Name.Value] = property
		}
	}
	in := func(class *codes.Class, settings []codes.Setting) {
		for _, s := range settings {
			property := limited[s.Property.Value]
			if property != nil && !lists(property.AllowedIn, class.Name.Value) {
				p.report(s.Property.Pos, fmt.Sprintf("%s is not allowed in the class %s",
					quote(property.Name.Value), quote(class.Name.Value)), diag.See(property.AllowedIn[0].Pos))
			}
		}
	}
	for _, class := range t.Classes {
		in(class, class.Defaults)
	}
	for _, c := range t.Codes {
		if class := t.home[c]; class != nil {
			in(class, c.Properties)
		}
	}
}

// knows reports whether every class named is one of the table's. A misspelt
// one is reported once, not at every code that it would have held.
func (t *table) knows(classes []codes.At[string]) bool {
	return !slices.ContainsFunc(classes, func(c codes.At[string]) bool { return t.classes[c.Value] == nil })
}

func lists(names []codes.At[string], name string) bool { return index(names, name) >= 0 }

// index gives where a list first holds a name, or -1.
func index(names []codes.At[string], name string) int {
	return slices.IndexFunc(names, func(n codes.At[string]) bool { return n.Value == name })
}
