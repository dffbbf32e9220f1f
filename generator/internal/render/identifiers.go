package render

import "github.com/statusgen/statusgen/generator/internal/codes"

// Identifiers gives the public identifiers of every table's codes and the code
// that each stands for: what a target promises to keep.
func (v *View) Identifiers() map[string]map[string]any {
	all := make(map[string]map[string]any, len(v.Tables))
	for _, table := range v.Tables {
		identifiers := make(map[string]any, len(table.Codes))
		for _, code := range table.Codes {
			var value any = code.value.Int
			if code.value.Kind == codes.Text {
				value = code.value.Text
			}
			identifiers[code.Identifier] = value
			for _, alias := range code.Aliases {
				identifiers[alias.Identifier] = value
			}
		}
		all[table.Name] = identifiers
	}
	return all
}
