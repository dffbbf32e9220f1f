package render

import (
	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
)

// Declared is an identifier that a target declares for a table: what programs
// hold on to.
type Declared struct {
	Role       codes.Role
	Name       string // that it spells; of a value, with its property: retry/never
	Identifier string
	Code       *codes.Value // that a constant is
	Pos        diag.Pos
}

// declared is an identifier as it is recorded: any but those of codes.
type declared struct {
	role       codes.Role
	identifier string
	of         string // the property that a value is of
	*owner
}

// DeclaredIn gives the identifiers of every table of a view.
func DeclaredIn(v *View) map[string][]Declared {
	all := make(map[string][]Declared, len(v.Tables))
	for _, table := range v.Tables {
		var list []Declared
		for _, d := range table.declared {
			public := Declared{Role: d.role, Name: d.Value, Identifier: d.identifier, Pos: d.Pos}
			switch d.role {
			case codes.PackageRole, codes.TypeRole, codes.InputRole:
				public.Name = table.Name // whatever the author calls it
			case codes.ValueRole:
				public.Name = d.of + "/" + d.Value
			}
			list = append(list, public)
		}
		if v.Language.Names[codes.ConstantRole].Style != "" {
			list = append(list, table.constants()...)
		}
		all[table.Name] = list
	}
	return all
}

// constants gives the identifiers of codes. Of two that are spelled alike, which
// is a fault, the last has both.
func (t *Table) constants() []Declared {
	var list []Declared
	stands := map[string]*codes.Value{}
	add := func(identifier, name string, pos *diag.Pos, code *codes.Value) {
		list = append(list, Declared{Role: codes.ConstantRole, Name: name, Identifier: identifier, Pos: *pos})
		stands[identifier] = code
	}
	for _, code := range t.Codes {
		add(code.Identifier, code.Name, code.pos, code.value)
		for _, alias := range code.Aliases {
			add(alias.Identifier, alias.Name, alias.pos, code.value)
		}
	}
	for i := range list {
		list[i].Code = stands[list[i].Identifier]
	}
	return list
}

// record remembers an identifier, unless the language has none of its role. A
// language without constants has none at all.
func (n *namer) record(role codes.Role, identifier string, own *owner) {
	naming := n.planner.naming
	spelled := naming.Has(role) || role == codes.PackageRole
	if spelled && naming.Has(codes.ConstantRole) && role != codes.ValueRole {
		n.names = append(n.names, declared{role: role, identifier: identifier, owner: own})
	}
}

// declareValue declares a value of a property, whose name another property's
// may have too.
func (n *namer) declareValue(of *Property, identifier string, name codes.At[string]) {
	n.declare(codes.ValueRole, identifier, "the value", name)
	if n.planner.naming.Has(codes.ValueRole) {
		n.names = append(n.names, declared{codes.ValueRole, identifier, of.Name, &owner{At: name}})
	}
}
