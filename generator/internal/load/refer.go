package load

import (
	"fmt"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
)

// refer gives a catalogue the tables that properties of bases refer to, where
// it has none of that name itself.
func (l *library) refer(c *codes.Catalog, own []*entry) {
	known := make(map[string]*codes.Table, len(own))
	mine := make(map[string]bool, len(own))
	for _, e := range own {
		mine[e.name.Value] = true
	}
	for _, e := range own {
		for _, b := range e.bases {
			for _, p := range e.table.Properties {
				name := p.Table.Value
				if name == "" || mine[name] {
					continue
				}
				meant := l.meant(b, p.Name.Value, name, map[*entry]bool{})
				switch {
				case meant == nil:
				case known[name] == nil:
					known[name] = meant
					c.Referred = append(c.Referred, meant)
				case known[name] != meant:
					e.reader.add(ruleBaseClash, b.ref.Pos,
						fmt.Sprintf("the property %s of %s refers to another table %s than that of another base", show(p.Name.Value), show(b.ref.Value), show(name)),
						diag.See(known[name].Name.Pos), diag.See(meant.Name.Pos), diag.Hint("add a table %s to this source, for both", show(name)))
				}
			}
		}
	}
}

// meant gives the table that a property of a base means by a name: one of the
// catalogue of that base, or of the one that the base has the property from.
// It is nil where the base has no such property. Each entry is asked once.
func (l *library) meant(b *base, property, name string, asked map[*entry]bool) *codes.Table {
	p := b.entry.table.Property(property)
	if p == nil || p.Table.Value != name || asked[b.entry] {
		return nil
	}
	asked[b.entry] = true
	if e := l.near(b.entry.file, name); e != nil {
		return l.table(e, b.ref)
	}
	for _, further := range b.entry.bases {
		if table := l.meant(further, property, name, asked); table != nil {
			return table
		}
	}
	return nil
}
