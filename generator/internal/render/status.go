package render

import (
	"cmp"
	"slices"
)

// Status is an HTTP status, and the codes whose errors have it.
type Status struct {
	Status string // as the language writes it
	Codes  []*Code
}

// ByStatus lists the HTTP statuses of the table's errors, the lowest first.
func (t *Table) ByStatus() []*Status {
	var list []*Status
	for _, code := range t.Codes {
		if code.Error == nil || code.Error.Status == "" {
			continue
		}
		i := slices.IndexFunc(list, func(s *Status) bool { return s.Status == code.Error.Status })
		if i < 0 {
			i = len(list)
			list = append(list, &Status{Status: code.Error.Status})
		}
		list[i].Codes = append(list[i].Codes, code)
	}
	slices.SortStableFunc(list, func(a, b *Status) int {
		return cmp.Or(cmp.Compare(len(a.Status), len(b.Status)), cmp.Compare(a.Status, b.Status))
	})
	return list
}
