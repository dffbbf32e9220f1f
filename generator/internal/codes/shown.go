package codes

import "slices"

// For gives what a target shows of the catalogue: the tables and codes that it
// chooses and, where it is public, nothing that is internal. All that is left
// out is not there at all, so that nothing made from the rest can tell of it.
func (c *Catalog) For(t *Target) *Catalog {
	if t.Tables == nil && t.Only == nil && t.Except == nil && !t.IsPublic() {
		return c
	}
	shown := &Catalog{Targets: c.Targets, Words: c.Words}
	for _, table := range c.Tables {
		if part := c.part(table, t); t.Shows(table) {
			shown.Tables = append(shown.Tables, part)
		} else {
			shown.Referred = append(shown.Referred, part)
		}
	}
	for _, table := range c.Referred {
		shown.Referred = append(shown.Referred, c.part(table, t))
	}
	return shown
}

// IsPublic reports whether the output is for others to see.
func (t *Target) IsPublic() bool { return t.Visibility.Value == Public }

// Choice gives what the target says of a table, or nil.
func (t *Target) Choice(table string) *Choice {
	for _, choice := range t.Tables {
		if choice.Table.Value == table {
			return choice
		}
	}
	return nil
}

// Chooses reports whether a table is among those that the author wants there.
func (t *Target) Chooses(table *Table) bool {
	return t.Tables == nil || t.Choice(table.Name.Value) != nil
}

// Shows reports whether a table is among those that the target shows.
func (t *Target) Shows(table *Table) bool {
	return t.Chooses(table) && !(t.IsPublic() && table.IsInternal())
}

// Takes reports whether the target shows a code of a table that it shows.
func (t *Target) Takes(table *Table, c *Code) bool {
	if t.IsPublic() && table.HidesCode(c) {
		return false
	}
	choice := t.Choice(table.Name.Value)
	return take(table, c, t.Only, t.Except) && (choice == nil || take(table, c, choice.Only, choice.Except))
}

// part gives as much of a table as a target shows. A value that is a code of a
// table is that code itself there, because its name may be left out.
func (c *Catalog) part(table *Table, t *Target) *Table {
	hidden := func(internal bool) bool { return internal && t.IsPublic() }
	part := table.with(nil)
	part.Classes, part.Properties = nil, nil
	part.Errors = c.errorsFor(table, t)
	if t.IsPublic() {
		part.Retired = nil // it may name what was internal
	}

	gone := map[string]bool{} // properties
	for _, p := range table.Properties {
		if hidden(table.HidesProperty(p)) {
			gone[p.Name.Value] = true
			continue
		}
		shown := *p
		shown.Default = c.bare(p, p.Default)
		part.Properties = append(part.Properties, &shown)
	}
	settings := func(all []Setting) []Setting {
		var kept []Setting
		for _, s := range all {
			if !gone[s.Property.Value] {
				s.Fact = c.bare(table.Property(s.Property.Value), s.Fact)
				kept = append(kept, s)
			}
		}
		return kept
	}
	for _, class := range table.Classes {
		if !hidden(table.HidesClass(class)) {
			shown := *class
			shown.Defaults = settings(class.Defaults)
			shown.Params = t.params(class.Params)
			part.Classes = append(part.Classes, &shown)
		}
	}
	for _, code := range table.Codes {
		if t.Takes(table, code) {
			shown := *code
			shown.Properties = settings(code.Properties)
			shown.Params = t.params(code.Params)
			part.Codes = append(part.Codes, &shown)
		}
	}
	for _, code := range part.Codes {
		if d := code.Deprecated; d != nil && part.Named(d.Use.Value) == nil {
			alone := *d
			alone.Use = At[string]{}
			code.Deprecated = &alone
		}
	}
	part.Locales = translated(table.Locales, part)
	return part
}

// errorsFor gives what a target sees of how the codes of a table become errors:
// the property that is the status by its name, or that there is none.
func (c *Catalog) errorsFor(table *Table, t *Target) *Errors {
	status := c.StatusOf(table)
	if status == nil {
		return table.Errors
	}
	shown := *table.Errors
	shown.NoStatus = t.IsPublic() && table.HidesProperty(status)
	shown.Status = status.Name
	if shown.NoStatus {
		shown.Status = At[string]{}
	}
	return &shown
}

// params gives the parameters that a target shows.
func (t *Target) params(all []*Param) []*Param {
	if !t.IsPublic() {
		return all
	}
	return slices.DeleteFunc(slices.Clone(all), (*Param).IsPrivate)
}

// translated gives as much of the locales as is about the codes of a table.
func translated(locales []*Locale, part *Table) (list []*Locale) {
	for _, l := range locales {
		shown := *l
		shown.Messages = slices.DeleteFunc(slices.Clone(l.Messages), func(m Translation) bool {
			return part.Named(m.Code.Value) == nil
		})
		if len(shown.Messages) > 0 || len(l.Messages) == 0 {
			list = append(list, &shown)
		}
	}
	return list
}

// bare gives a fact with codes in the place of their names.
func (c *Catalog) bare(p *Property, f *Fact) *Fact {
	if f == nil || p == nil || p.Type.Value != CodeProperty {
		return f
	}
	bare := *f
	bare.Items = slices.Clone(f.Items)
	for i, item := range bare.Items {
		switch value, ok := c.Target(p, item); {
		case !ok:
		case value.Kind == Text:
			bare.Items[i].Value = value.Text
		default:
			bare.Items[i].Value = value.Int
		}
	}
	return &bare
}
