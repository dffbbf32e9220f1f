package registry

import (
	"fmt"
	"maps"
	"slices"

	"github.com/statusgen/statusgen/generator/internal/diag"
)

// Entry is a row of a list that somebody keeps: what it says of a code, by the
// names of fields. What it does not say is not in it.
type Entry struct {
	Pos    diag.Pos
	Code   string
	Fields map[string]string
}

// Entries reads a list. A field has a column of its name, unless columns names
// another one, or none; columns that are no field are passed over.
func Entries(sheet *Sheet, fields []string, columns map[string]string) ([]Entry, diag.List) {
	var found diag.List
	of := map[string]string{}
	for _, field := range append([]string{"code"}, fields...) {
		column, named := columns[field]
		if !named {
			column = field
		}
		switch column = Column(column); {
		case column == "": // the list means something else by it
		case sheet.Columns[column]:
			of[field] = column
		case named:
			found.Add(ruleColumn, sheet.Pos, fmt.Sprintf("the file has no column %q, which was to be %s", column, field), has(sheet))
		case field == "code":
			found.Add(ruleColumn, sheet.Pos, "the file has no column \"code\"; name the one that is, with --column code=COLUMN", has(sheet))
		}
	}
	if found.HasErrors() {
		return nil, found
	}
	entries := make([]Entry, 0, len(sheet.Records))
	for _, record := range sheet.Records {
		entry := Entry{Pos: record.Pos, Code: record.Fields[of["code"]], Fields: map[string]string{}}
		for _, field := range slices.Sorted(maps.Keys(of)) {
			if text := record.Fields[of[field]]; text != "" && field != "code" {
				entry.Fields[field] = text
			}
		}
		entries = append(entries, entry)
	}
	return entries, found
}
