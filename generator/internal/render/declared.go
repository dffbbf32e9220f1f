package render

// Declared lists the identifiers that a table was planned to declare, beside
// what its language always declares. A language may have no use for some.
func (t *Table) Declared() []string {
	list := []string{t.Type}
	for _, code := range t.Codes {
		list = append(list, code.Identifier)
		for _, alias := range code.Aliases {
			list = append(list, alias.Identifier)
		}
	}
	for _, class := range t.Classes {
		list = append(list, class.Identifier, class.Guard)
	}
	for _, property := range t.Properties {
		list = append(list, property.Identifier, property.ValueType)
		for _, value := range property.Values {
			list = append(list, value.Identifier)
		}
	}
	return list
}
