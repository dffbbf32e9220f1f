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

// DeclaredIn gives the identifiers of every table of a view.
func DeclaredIn(v *View) map[string][]Declared {
	all := make(map[string][]Declared, len(v.Tables))
	for _, table := range v.Tables {
		constants := map[string]*codes.Value{}
		for _, code := range table.Codes {
			constants[code.Identifier] = &code.value
			for _, alias := range code.Aliases {
				constants[alias.Identifier] = &code.value
			}
		}
		for _, d := range table.declared {
			if d.Role == codes.ConstantRole {
				d.Code = constants[d.Identifier]
			}
			all[table.Name] = append(all[table.Name], d)
		}
	}
	return all
}

// record remembers an identifier, unless the language has none of its role. A
// language without constants has none at all.
func (n *namer) record(role codes.Role, identifier string, name codes.At[string]) {
	naming := n.planner.naming
	spelled := naming.Has(role) || role == codes.PackageRole
	switch role {
	case codes.ErrorCodeRole:
		role = codes.ConstantRole // as which programs know it
	case codes.PackageRole, codes.TypeRole, codes.InputRole:
		name.Value = n.context.Table // whatever the author calls it
	}
	if spelled && naming.Has(codes.ConstantRole) && role != codes.ValueRole {
		n.names = append(n.names, Declared{Role: role, Name: name.Value, Identifier: identifier, Pos: name.Pos})
	}
}

// declareValue declares a value of a property, whose name another property's
// may have too.
func (n *namer) declareValue(of *Property, identifier string, name codes.At[string]) {
	n.declare(codes.ValueRole, identifier, "the value", name)
	if n.planner.naming.Has(codes.ValueRole) {
		n.names = append(n.names, Declared{Role: codes.ValueRole, Name: of.Name + "/" + name.Value, Identifier: identifier, Pos: name.Pos})
	}
}
