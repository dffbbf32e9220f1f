package evolve

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/statusgen/statusgen/generator/internal/codes"
)

func classNamed(t *codes.Table, name string) *codes.Class {
	for _, c := range t.Classes {
		if c.Name.Value == name {
			return c
		}
	}
	return nil
}

// distinct gives the classes of a table. Of two with one name, which only a
// source that nobody has checked can have, the first stands.
func distinct(t *codes.Table) []*codes.Class {
	return slices.DeleteFunc(slices.Clone(t.Classes), func(c *codes.Class) bool { return classNamed(t, c.Name.Value) != c })
}

// classes compares the parts of the code space.
func (p *pair) classes() {
	for _, was := range distinct(p.old) {
		name := was.Name.Value
		is := classNamed(p.now, name)
		switch {
		case is == nil:
			p.add(classRemoved, p.aboutName(name), was.Name.Pos, p.now.Name.Pos,
				fmt.Sprintf("the class %s is gone", quote(name)), p.spelled(codes.GuardRole, name, ""))
		case part(was) != part(is):
			p.add(classRedrawn, p.aboutName(name), was.Name.Pos, is.Name.Pos,
				fmt.Sprintf("the class %s held %s, and holds %s", quote(name), part(was), part(is)), p.spelled(codes.GuardRole, name, name))
		}
	}
	for _, is := range distinct(p.now) {
		if classNamed(p.old, is.Name.Value) == nil {
			p.add(classAdded, p.aboutName(is.Name.Value), nowhere, is.Name.Pos,
				fmt.Sprintf("the class %s is new: %s", quote(is.Name.Value), part(is)), p.spelled(codes.GuardRole, "", is.Name.Value))
		}
	}
}

// part says which codes a class holds.
func part(c *codes.Class) string {
	switch {
	case c.Range != nil:
		return extent(c.Range)
	case c.Prefix.Given():
		return "what begins with " + strconv.Quote(c.Prefix.Value)
	}
	return "what is like " + strconv.Quote(c.Glob.Value)
}

// properties compares what facts there are.
func (p *pair) properties() {
	for _, was := range p.old.Properties {
		name := was.Name.Value
		is := p.now.Property(name)
		if is == nil {
			p.add(propertyRemoved, p.aboutName(name), was.Name.Pos, p.now.Name.Pos,
				fmt.Sprintf("the property %s is gone", quote(name)), p.spelled(codes.PropertyRole, name, ""))
			continue
		}
		if before, after := typeOf(was), typeOf(is); before != after {
			p.add(typeChanged, p.aboutName(name), was.Name.Pos, is.Name.Pos,
				fmt.Sprintf("the property %s was %s, and is %s", quote(name), before, after), p.spelled(codes.PropertyRole, name, name))
		}
		p.choices(was, is)
	}
	for _, is := range p.now.Properties {
		if p.old.Property(is.Name.Value) == nil {
			p.add(propertyAdded, p.aboutName(is.Name.Value), nowhere, is.Name.Pos,
				fmt.Sprintf("the property %s is new", quote(is.Name.Value)), p.spelled(codes.PropertyRole, "", is.Name.Value))
		}
	}
}

// typeOf says what a program gets when it asks for a property.
func typeOf(p *codes.Property) string {
	what := string(p.Type.Value)
	if p.Type.Value == codes.CodeProperty {
		what = "code of " + quote(p.Table.Value)
	}
	switch {
	case p.Many:
		return "a set of type " + what
	case p.Default == nil:
		return "of type " + what + " or absent"
	}
	return "of type " + what
}

// choices compares what a one_of property has to choose from.
func (p *pair) choices(was, is *codes.Property) {
	if was.Type.Value != codes.OneOfProperty || is.Type.Value != codes.OneOfProperty {
		return
	}
	has := func(values []codes.At[string], value string) bool {
		return slices.ContainsFunc(values, func(v codes.At[string]) bool { return v.Value == value })
	}
	for _, v := range was.Values {
		if !has(is.Values, v.Value) {
			p.add(valueRemoved, p.aboutName(is.Name.Value+"/"+v.Value), v.Pos, is.Name.Pos,
				fmt.Sprintf("the property %s has no value %s any more", quote(is.Name.Value), quote(v.Value)), p.spelled(codes.ValueRole, was.Name.Value+"/"+v.Value, ""))
		}
	}
	for _, v := range is.Values {
		if !has(was.Values, v.Value) {
			p.add(valueAdded, p.aboutName(is.Name.Value+"/"+v.Value), nowhere, v.Pos,
				fmt.Sprintf("the property %s can also be %s", quote(is.Name.Value), quote(v.Value)), p.spelled(codes.ValueRole, "", is.Name.Value+"/"+v.Value))
		}
	}
}
