package load

import (
	"fmt"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
)

// The grammar of targets.

func (r *reader) targets(c *codes.Catalog) func(*node) {
	return func(n *node) {
		r.named(n, "targets", func(name codes.At[string], n *node) {
			t := &codes.Target{Name: name}
			r.object(n, name.Pos, "a target", []field{
				{"out", required, r.text(&t.Out)},
				{"language", optional, r.text(&t.Language)},
				{"templates", optional, r.text(&t.Templates)},
				{"tables", optional, r.choices(&t.Tables)},
				{"only", optional, r.filterInto(&t.Only, "only")},
				{"except", optional, r.filterInto(&t.Except, "except")},
				{"visibility", optional, oneOf(r, &t.Visibility, codes.Visibilities)},
				{"header", optional, r.text(&t.Header)},
				{"names", optional, r.respellings(&t.Names)},
				{"package", optional, r.pkg(&t.Package)},
			})
			if given := r.keysAmong(n, []string{"language", "templates"}); len(given) == 2 {
				r.add(ruleFieldConflict, r.pos(given[1]), fmt.Sprintf(`a target has either %q or %q`, given[0].Value, given[1].Value),
					diag.See(r.pos(given[0])), diag.Hint("the templates say what the language is"))
			}
			c.Targets = append(c.Targets, t)
		})
	}
}

func (r *reader) pkg(into **codes.Package) func(*node) {
	return func(n *node) {
		p := &codes.Package{Pos: r.pos(n)}
		r.object(n, p.Pos, "a package", []field{
			{"name", required, r.text(&p.Name)},
			{"module", optional, r.text(&p.Module)},
			{"version", required, r.text(&p.Version)},
		})
		*into = p
	}
}

// choices reads the tables that a target shows. No table is another thing than
// no list.
func (r *reader) choices(into *[]*codes.Choice) func(*node) {
	return func(n *node) {
		*into = []*codes.Choice{}
		r.list(func(n *node) { *into = append(*into, r.choice(n)) })(n)
	}
}

// choice reads a table that a target shows: its name, or a mapping that also
// says which of its codes are wanted, as a base is written.
func (r *reader) choice(n *node) *codes.Choice {
	choice := &codes.Choice{}
	if n.Kind != mapping {
		r.text(&choice.Table)(n)
		return choice
	}
	r.object(n, r.pos(n), "a table of a target", []field{
		{"table", required, r.text(&choice.Table)},
		{"only", optional, r.filterInto(&choice.Only, "only")},
		{"except", optional, r.filterInto(&choice.Except, "except")},
	})
	return choice
}

// respellings reads a target's own rules for names.
func (r *reader) respellings(into *[]*codes.Respelling) func(*node) {
	return func(n *node) {
		r.named(n, "names", func(role codes.At[string], n *node) {
			if !r.isOneOf(role, wordsOf(codes.Roles)) {
				return
			}
			own := &codes.Respelling{Role: codes.At[codes.Role]{Value: codes.Role(role.Value), Pos: role.Pos}}
			r.object(n, role.Pos, "the spelling of a name", []field{
				{"style", optional, oneOf(r, &own.Style, codes.Styles)},
				{"words", optional, func(n *node) {
					var words bool
					r.boolean(&words)(n)
					own.Words = &words
				}},
				{"as", optional, r.text(&own.As)},
			})
			*into = append(*into, own)
		})
	}
}

// idleInTargets reports the items of the filters of targets that fit no code,
// once all tables have been read.
func (f *file) idleInTargets(c *codes.Catalog) {
	if f.reader == nil || !c.IsWhole() {
		return
	}
	for _, t := range c.Targets {
		var shown []*codes.Table
		for _, table := range c.Tables {
			choice := t.Choice(table.Name.Value)
			if choice != nil {
				f.reader.idle(choice.Only, show(table.Name.Value), table)
				f.reader.idle(choice.Except, show(table.Name.Value), table)
			}
			if t.Chooses(table) {
				shown = append(shown, table)
			}
		}
		of := "the target's tables"
		if len(shown) == 1 {
			of = show(shown[0].Name.Value)
		}
		f.reader.idle(t.Only, of, shown...)
		f.reader.idle(t.Except, of, shown...)
	}
}
