package follow

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
	"github.com/statusgen/statusgen/generator/internal/edit"
	"github.com/statusgen/statusgen/generator/internal/registry"
)

// listed is a property of a code as a list has it.
type listed struct {
	property *codes.Property
	text     string
	items    []any
}

// written gives the value as a source has it.
func (f listed) written() edit.Value {
	list := make(edit.List, len(f.items))
	for i, item := range f.items {
		list[i] = edit.Value(item)
		if text, isText := item.(string); isText && f.property.Type.Value == codes.TextProperty && !startsWithLetter(text) {
			list[i] = edit.Quoted(text)
		}
	}
	if f.property.Many {
		return list
	}
	return list[0]
}

func startsWithLetter(text string) bool {
	return text != "" && (text[0]|0x20 >= 'a' && text[0]|0x20 <= 'z')
}

// facts reads the properties of an entry, and the lifecycle. It reports whether
// all of them can be said in a source.
func (l *lister) facts(entry registry.Entry) ([]listed, bool) {
	if lifecycle := codes.Lifecycle(entry.Fields["lifecycle"]); lifecycle != "" && !slices.Contains(codes.Lifecycles, lifecycle) {
		l.left(ruleValue, entry.Pos, fmt.Sprintf("%q is no lifecycle", lifecycle))
		return nil, false
	}
	var facts []listed
	for _, p := range l.table.Properties {
		text := entry.Fields[p.Name.Value]
		if text == "" || slices.Contains(Order, p.Name.Value) || p.Name.Value == "url" {
			continue // the column is that of a field of the code
		}
		fact := listed{property: p, text: text}
		words := []string{text}
		if p.Many {
			words = strings.Split(text, ";")
		}
		for _, word := range words {
			item, err := l.item(p, strings.TrimSpace(word))
			if err != nil {
				l.left(ruleValue, entry.Pos, fmt.Sprintf("the property %s of %s cannot be %q: %s", p.Name.Value, entry.Code, text, err), diag.See(p.Name.Pos))
				return nil, false
			}
			fact.items = append(fact.items, item)
		}
		facts = append(facts, fact)
	}
	return facts, true
}

// item reads one value of a property.
func (l *lister) item(p *codes.Property, word string) (any, error) {
	switch p.Type.Value {
	case codes.BooleanProperty:
		switch strings.ToLower(word) { // spreadsheets write TRUE
		case "true", "yes":
			return true, nil
		case "false", "no":
			return false, nil
		}
		return nil, fmt.Errorf("it is true or false")
	case codes.IntegerProperty:
		n, err := strconv.ParseInt(word, 10, 64)
		if err != nil {
			return nil, fmt.Errorf("it is an integer")
		}
		return n, nil
	case codes.OneOfProperty:
		if !slices.ContainsFunc(p.Values, func(v codes.At[string]) bool { return v.Value == word }) {
			var values []string
			for _, v := range p.Values {
				values = append(values, v.Value)
			}
			return nil, fmt.Errorf("it is one of %s", strings.Join(values, ", "))
		}
	case codes.CodeProperty:
		if n, err := strconv.ParseInt(word, 10, 64); err == nil {
			return n, nil
		}
	}
	return word, nil
}

// holds reports whether a code has the value.
func (l *lister) holds(code *codes.Code, fact listed) bool {
	return l.same(fact, l.table.FactOf(code, fact.property))
}

// isDefault reports whether a code that says nothing has the value.
func (l *lister) isDefault(v codes.Value, fact listed) bool {
	return l.same(fact, l.table.FactOfClass(l.table.ClassOf(v), fact.property))
}

func (l *lister) same(fact listed, is *codes.Fact) bool {
	if is == nil || len(is.Items) != len(fact.items) {
		return false
	}
	want := &codes.Fact{}
	for _, item := range fact.items {
		want.Items = append(want.Items, codes.Scalar{Value: item})
	}
	return slices.EqualFunc(fact.property.Ordered(want), fact.property.Ordered(is), func(a, b codes.Scalar) bool {
		return l.sameItem(fact.property, a, b)
	})
}

// sameItem compares two values. A code may stand there by its name.
func (l *lister) sameItem(p *codes.Property, a, b codes.Scalar) bool {
	if p.Type.Value != codes.CodeProperty {
		return a.Value == b.Value
	}
	x, known := l.catalog.Target(p, a)
	y, too := l.catalog.Target(p, b)
	return known && too && x == y
}
