package codes

import (
	"cmp"
	"slices"
	"sync"
)

// fingerprint is made when it is first asked for.
type fingerprint struct {
	once sync.Once
	hash string
}

// Fingerprint gives a hash of what a program can ask of a table of the
// catalogue. It is the same for two tables that answer alike, in whatever
// order and words their sources say it.
func (c *Catalog) Fingerprint(t *Table) string {
	t.print.once.Do(func() {
		w := factWriter{without: []string{"-", "documentation"}, settle: c.settler(t)}
		t.print.hash = w.hashOf(c.settled(t))
	})
	return t.print.hash
}

// settled gives a table with every default applied and every reference
// followed, but for those of its codes. What has no order of its own is sorted.
func (c *Catalog) settled(t *Table) *Table {
	s := t.with(slices.Clone(t.Codes))
	written := sortedProperties(t)
	s.Classes, s.Properties = slices.Clone(t.Classes), slices.Clone(written)
	for i, p := range written {
		settled := *p
		settled.Values = sorted(p.Values)
		settled.Default = c.settledFact(p, p.Default)
		s.Properties[i] = &settled
	}
	sortBy(s.Classes, func(class *Class) string { return class.Name.Value })
	for i, class := range s.Classes {
		settled := *class
		settled.Defaults = c.settings(written, func(p *Property) *Fact { return t.FactOfClass(class, p) })
		s.Classes[i] = &settled
	}
	slices.SortStableFunc(s.Codes, func(a, b *Code) int {
		return cmp.Or(cmp.Compare(a.Value.Value.Int, b.Value.Value.Int), cmp.Compare(a.Value.Value.Text, b.Value.Value.Text))
	})
	if t.Errors != nil {
		s.Errors = &Errors{Type: t.Errors.Type}
		if status := c.StatusOf(t); status != nil {
			s.Errors.Status = status.Name
		}
	}
	return s
}

// settler settles the codes of a table, one after the other and in one place:
// another table of a large one would be as large.
func (c *Catalog) settler(t *Table) func(*Code) *Code {
	written := sortedProperties(t)
	var settled Code
	return func(code *Code) *Code {
		settled = *code
		settled.Lifecycle = At[Lifecycle]{Value: t.LifecycleOf(code)}
		settled.Aliases = slices.Clone(code.Aliases)
		sortBy(settled.Aliases, func(a *Alias) string { return a.Name.Value })
		settled.Also = sorted(code.Also)
		settled.Properties = c.settings(written, func(p *Property) *Fact { return t.FactOf(code, p) })
		settled.Params = slices.Clone(t.ParamsOf(code))
		sortBy(settled.Params, func(p *Param) string { return p.Name.Value })
		return &settled
	}
}

func sortedProperties(t *Table) []*Property {
	properties := slices.Clone(t.Properties)
	sortBy(properties, func(p *Property) string { return p.Name.Value })
	return properties
}

// settings gives what is said of some properties, as they were written.
func (c *Catalog) settings(properties []*Property, fact func(*Property) *Fact) []Setting {
	var all []Setting
	for _, p := range properties {
		if f := fact(p); f != nil {
			all = append(all, Setting{p.Name, c.settledFact(p, f)})
		}
	}
	return all
}

// settledFact gives the value of a property as a program gets it. The values
// of one_of are a set; the order of others can be seen.
func (c *Catalog) settledFact(p *Property, f *Fact) *Fact {
	if f == nil {
		return nil
	}
	settled := &Fact{Items: slices.Clone(c.bare(p, f).Items)}
	if p.Type.Value == OneOfProperty {
		sortBy(settled.Items, Scalar.String)
	}
	return settled
}

func sortBy[T any](list []T, key func(T) string) {
	slices.SortStableFunc(list, func(a, b T) int { return cmp.Compare(key(a), key(b)) })
}

func sorted(list []At[string]) []At[string] {
	list = slices.Clone(list)
	sortBy(list, func(a At[string]) string { return a.Value })
	return list
}
