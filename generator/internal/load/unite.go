package load

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/statusgen/statusgen/generator/internal/codes"
)

// unite makes one table of all bases. What is said once for the whole table is
// the first base's.
func (h *heritage) unite() {
	for i, b := range h.bases {
		if b.kind() != h.table.Kind {
			h.add(ruleBaseClash, b.ref.Pos, fmt.Sprintf("%s is of kind %s, but %s is of kind %s",
				show(h.bases[0].ref.Value), h.table.Kind, show(b.ref.Value), b.kind()))
			h.broken = true
			continue
		}
		h.uniteFields(b.entry.table, i == 0)
		h.table.Words = slices.Concat(b.entry.table.Words, b.words, h.table.Words)
		h.uniteClasses(b)
		h.uniteProperties(b)
		h.uniteCodes(b)
		h.table.Bases = append(h.table.Bases, &codes.Base{Ref: b.ref, Table: b.entry.table, SHA256: b.entry.hash()})
	}
	h.given = slices.Clone(h.table.Codes)
	if len(h.bases) > 1 {
		h.keepFacts()
	}
}

// uniteFields takes over what describes the table. What it asks of its own
// codes (require), and says for those that do not say it themselves (reference,
// since), is not taken over: it would be asked, or said, of the author's. One
// internal base makes the table internal.
func (h *heritage) uniteFields(from *codes.Table, first bool) {
	t := h.table
	t.Title = either(t.Title, from.Title)
	t.Summary = either(t.Summary, from.Summary)
	t.Pattern = either(t.Pattern, from.Pattern)
	if !t.Type.Given() && from.Type.Given() {
		t.Type = from.Type
	}
	t.Range = cmp.Or(t.Range, from.Range)
	t.Errors = cmp.Or(t.Errors, from.Errors)
	if !t.Visibility.Given() && from.IsInternal() {
		t.Visibility = from.Visibility
	}
	if first {
		t.Unknown = from.Unknown
	}
}

// uniteClasses adds the classes of a base. One that an earlier base has must
// be of the same codes; it gains the defaults of properties that are new.
func (h *heritage) uniteClasses(b *base) {
	earlier := len(h.table.Classes)
	for _, class := range b.entry.table.Classes {
		name := class.Name.Value
		at, known := h.classes[name]
		if !known || at >= earlier {
			h.classes[name] = len(h.table.Classes)
			h.table.Classes = append(h.table.Classes, class)
			continue
		}
		united := *h.table.Classes[at]
		if !sameExtent(&united, class) {
			h.clash(subject{"class", name}, b, united.Name.Pos, class.Name.Pos,
				fmt.Sprintf("the class %s of %s is not of the same codes as that of another base", show(name), show(b.ref.Value)),
				"list the class here, to say which codes it holds")
		}
		if !sameErrors(&united, class) {
			h.clash(subject{"class", name}, b, united.Name.Pos, class.Name.Pos,
				fmt.Sprintf("the class %s of %s has another message or other parameters than that of another base", show(name), show(b.ref.Value)),
				"list the class here, to say which they are")
		}
		united.Defaults = slices.Clone(united.Defaults)
		for _, s := range class.Defaults {
			if _, known := h.properties[s.Property.Value]; !known {
				united.Defaults = append(united.Defaults, s)
			}
		}
		h.table.Classes[at] = &united
	}
}

func sameExtent(a, b *codes.Class) bool {
	if a.Range == nil || b.Range == nil {
		return a.Range == b.Range && a.Prefix.Value == b.Prefix.Value && a.Glob.Value == b.Glob.Value
	}
	return a.Range.Min == b.Range.Min && a.Range.Max == b.Range.Max
}

func sameErrors(a, b *codes.Class) bool {
	return a.Message.Value == b.Message.Value && codes.SameParams(a.Params, b.Params)
}

// uniteProperties adds the properties of a base. One that an earlier base has
// must have the same values to choose from.
func (h *heritage) uniteProperties(b *base) {
	from := b.entry.table
	for _, property := range from.Properties {
		name := property.Name.Value
		if property.Table.Value == from.Name.Value { // it points into its own table
			inner := *property
			inner.Table.Value = h.table.Name.Value
			property = &inner
		}
		at, known := h.properties[name]
		if !known {
			h.properties[name] = len(h.table.Properties)
			h.table.Properties = append(h.table.Properties, property)
			continue
		}
		if first := h.table.Properties[at]; !sameValues(first, property) {
			h.clash(subject{"property", name}, b, first.Name.Pos, property.Name.Pos,
				fmt.Sprintf("the property %s of %s has other values than that of another base", show(name), show(b.ref.Value)),
				"list the property here, to say which values it has")
		}
	}
}

func sameValues(a, b *codes.Property) bool {
	return a.Type.Value == b.Type.Value && a.Many == b.Many && a.Table.Value == b.Table.Value &&
		slices.EqualFunc(a.Values, b.Values, func(v, w codes.At[string]) bool { return v.Value == w.Value })
}

// uniteCodes adds the codes of a base. One that an earlier base has must be
// the same in every fact.
func (h *heritage) uniteCodes(b *base) {
	earlier := len(h.table.Codes)
	for _, c := range b.codes {
		code := asWritten(c.Value.Value)
		at, known := h.codes[code]
		if !known || at >= earlier {
			h.codes[code] = len(h.table.Codes)
			h.table.Codes = append(h.table.Codes, c)
			continue
		}
		if first := h.table.Codes[at]; !first.SameFacts(c) {
			h.clash(subject{"code", code}, b, first.Value.Pos, c.Value.Pos,
				fmt.Sprintf("%s and %s differ on %s", show(first.Origin), show(c.Origin), bare(code)),
				"leave it out of one of them with except, or list it here with its name, which changes the first")
		}
	}
}

// keepFacts makes sure that each code has the properties that it has in its own
// base, whatever the defaults of the others are.
func (h *heritage) keepFacts() {
	for _, b := range h.bases {
		for _, c := range b.codes {
			c.Properties = slices.Clip(c.Properties)
			for _, p := range b.entry.table.Properties {
				at := h.properties[p.Name.Value]
				had, has := b.entry.table.FactOf(c, p), h.table.FactOf(c, h.table.Properties[at])
				if had != nil && !sameFact(had, has) {
					c.Properties = append(c.Properties, codes.Setting{Property: p.Name, Fact: had})
				}
			}
		}
	}
}

func sameFact(a, b *codes.Fact) bool {
	return b != nil && slices.EqualFunc(a.Items, b.Items, func(v, w codes.Scalar) bool { return v.Value == w.Value })
}
