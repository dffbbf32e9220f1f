package check

import (
	"fmt"
	"slices"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
)

var ruleUnknownTable = &diag.Rule{
	Name: "unknown-table",
	Doc:  "What a target shows are tables of the source, because one that is not there would be missing silently.",
}

func unknownTable(p *pass) {
	for _, t := range p.catalog.Targets {
		for _, choice := range t.Tables {
			name := choice.Table
			// A table that could not be read is there all the same.
			if _, known := p.unnamed[name.Value]; !name.Given() || known {
				continue
			}
			p.report(name.Pos, fmt.Sprintf("there is no table %s for the target %s", quote(name.Value), quote(t.Name.Value)),
				p.didYouMean(name.Value, among(p.catalog.Tables, func(t *codes.Table) string { return t.Name.Value })))
		}
	}
}

var ruleDuplicateChoice = &diag.Rule{
	Name: "duplicate-choice",
	Doc:  "A target lists a table once, because two entries would have to agree on its codes.",
}

func duplicateChoice(p *pass) {
	for _, t := range p.catalog.Targets {
		for _, choice := range t.Tables {
			if first := t.Choice(choice.Table.Value); first != choice && choice.Table.Given() {
				p.report(choice.Table.Pos, fmt.Sprintf("the target %s lists the table %s twice", quote(t.Name.Value), quote(choice.Table.Value)),
					diag.See(first.Table.Pos))
			}
		}
	}
}

var ruleEmptyChoice = &diag.Rule{
	Name: "empty-choice",
	Doc:  "What only, except and visibility leave to a target is at least one table, and a code of each, because an output without any is no use to anybody.",
}

func emptyChoice(p *pass) {
	if !p.whole {
		return
	}
	for _, t := range p.catalog.Targets {
		var empty []*codes.Table
		shown := 0
		for _, table := range p.catalog.Tables {
			if t.Shows(table) {
				shown++
				if len(table.Codes) > 0 && !takesAny(t, table) {
					empty = append(empty, table)
				}
			}
		}
		if shown == len(empty) && len(p.catalog.Tables) > 0 && !p.missesTables(t) { // one fault, not one for each table
			p.report(t.Name.Pos, fmt.Sprintf("nothing is left for the target %s", quote(t.Name.Value)),
				diag.Hint("see what its tables, only, except and visibility leave out"))
			continue
		}
		for _, table := range empty {
			p.report(choicePlace(t, table), fmt.Sprintf("nothing is left of the table %s for the target %s", quote(table.Name.Value), quote(t.Name.Value)),
				diag.Hint("leave the table out with tables, or choose other codes of it"))
		}
	}
}

// missesTables reports whether a target lists tables that are not there, which
// is a fault of its own.
func (p *pass) missesTables(t *codes.Target) bool {
	return slices.ContainsFunc(t.Tables, func(choice *codes.Choice) bool { return p.named[choice.Table.Value] == nil })
}

func takesAny(t *codes.Target, table *codes.Table) bool {
	for _, c := range table.Codes {
		if t.Takes(table, c) {
			return true
		}
	}
	return false
}

// choicePlace gives the place where a target chooses a table.
func choicePlace(t *codes.Target, table *codes.Table) diag.Pos {
	if choice := t.Choice(table.Name.Value); choice != nil {
		return choice.Table.Pos
	}
	return t.Name.Pos
}
