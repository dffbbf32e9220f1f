package evolve

import (
	"fmt"
	"slices"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
)

// shared gives the properties whose values can be compared: those that both
// sides have, of one type. What is new has no value before.
func (p *pair) shared(compare func(was, is *codes.Property)) {
	for _, is := range p.now.Properties {
		if was := p.old.Property(is.Name.Value); was != nil && was.Type.Value == is.Type.Value && was.Many == is.Many {
			compare(was, is)
		}
	}
}

// values compares the facts of a code.
func (p *pair) values(was, is *codes.Code) {
	p.shared(func(old, now *codes.Property) {
		before, after := p.old.FactOf(was, old), p.now.FactOf(is, now)
		if written(p.comparison.old.Catalog, old, before) == written(p.comparison.now.Catalog, now, after) {
			return
		}
		p.add(propertyChanged, p.aboutNameOf(is, now.Name.Value), placeOfFact(before, was.Value.Pos), placeOfFact(after, is.Value.Pos),
			fmt.Sprintf("%s of %s was %s, and is %s", quote(now.Name.Value), called(is),
				written(p.comparison.old.Catalog, old, before), written(p.comparison.now.Catalog, now, after)),
			p.spelled(codes.PropertyRole, old.Name.Value, now.Name.Value))
	})
}

// strangers compares the facts of codes that nobody listed: by the classes that
// both sides have, and outside of all.
func (p *pair) strangers() {
	if p.now.Unknown == codes.Closed {
		return // there are none
	}
	for _, is := range distinct(p.now) {
		if was := classNamed(p.old, is.Name.Value); was != nil {
			p.defaults(was, is, "unlisted codes of class "+quote(is.Name.Value), was.Name.Pos, is.Name.Pos)
		}
	}
	p.defaults(nil, nil, "unlisted codes", p.old.Name.Pos, p.now.Name.Pos)
}

func (p *pair) defaults(was, is *codes.Class, whose string, wasPos, isPos diag.Pos) {
	p.shared(func(old, now *codes.Property) {
		before, after := p.old.FactOfClass(was, old), p.now.FactOfClass(is, now)
		from, to := written(p.comparison.old.Catalog, old, before), written(p.comparison.now.Catalog, now, after)
		if from == to || is != nil && p.byProperty(before, after, old, now) {
			return
		}
		name := now.Name.Value
		if is != nil {
			name = is.Name.Value + "/" + name
		}
		p.add(defaultChanged, p.aboutName(name), placeOfFact(before, wasPos), placeOfFact(after, isPos),
			fmt.Sprintf("%s of %s was %s, and is %s", quote(now.Name.Value), whose, from, to),
			p.spelled(codes.PropertyRole, now.Name.Value, now.Name.Value))
	})
}

// byProperty reports whether the values of a class are the property's own
// default on both sides, so that nothing has changed in the class.
func (p *pair) byProperty(before, after *codes.Fact, old, now *codes.Property) bool {
	return before == old.Default && after == now.Default
}

func placeOfFact(f *codes.Fact, other diag.Pos) diag.Pos {
	if f == nil {
		return other
	}
	return either(f.Pos, other)
}

// written gives the value of a property as a message shows it. Two values are
// the same if they are written alike: a set has no order, and a code is the
// same under whatever name.
func written(c *codes.Catalog, p *codes.Property, f *codes.Fact) string {
	if f == nil {
		return "absent"
	}
	items := make([]string, len(f.Items))
	for i, s := range f.Items {
		items[i] = scalar(c, p, s)
	}
	if !p.Many {
		return list(items)
	}
	slices.Sort(items)
	if len(items) == 0 {
		return "empty"
	}
	return list(slices.Compact(items))
}

func scalar(c *codes.Catalog, p *codes.Property, s codes.Scalar) string {
	if p.Type.Value == codes.CodeProperty {
		if v, ok := c.Target(p, s); ok {
			return show(v)
		}
	}
	if text, isText := s.Value.(string); isText {
		return fmt.Sprintf("%q", text)
	}
	return s.String()
}
