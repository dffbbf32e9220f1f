package evolve

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/statusgen/statusgen/generator/internal/diag"
)

// Outputs gives what became of the identifiers that former runs recorded. It is
// less than Compare sees, but it sees what they were spelled then, whatever
// spelled them.
func Outputs(recorded []*Output, now Side) []Change {
	c := &comparison{now: now}
	gone := map[string]bool{} // tables
	for _, was := range recorded {
		if is := outputOf(now.Outputs, was.Target); is != nil {
			c.recorded(was, is, gone)
		}
	}
	c.sort()
	return c.changes
}

// recorded compares the constants of a target with those that were recorded,
// which have no names but their identifiers.
func (c *comparison) recorded(was, is *Output, gone map[string]bool) {
	before, after := constants(was), constants(is)
	respelled := map[constant][]string{} // the new identifiers of a code
	for _, n := range is.Names {
		if _, known := before[constant{n.Table, n.Identifier}]; n.Code != nil && !known {
			code := constant{n.Table, n.Code.String()}
			respelled[code] = append(respelled[code], n.Identifier)
		}
	}
	told := map[constant]bool{} // identifiers that take the place of others
	for _, n := range sorted(was.Names) {
		about := Subject{Table: n.Table, Code: n.Code, Name: n.Identifier}
		table := tableOf(c.now.Catalog, n.Table)
		now, there := after[constant{n.Table, n.Identifier}]
		others := respelled[constant{n.Table, n.Code.String()}]
		switch {
		case table == nil && !gone[n.Table]:
			gone[n.Table] = true
			c.add(tableRemoved, Subject{Table: n.Table}, was.Pos, diag.Pos{File: c.now.File}, fmt.Sprintf("the table %s is gone", quote(n.Table)))
		case table == nil:
		case there && *now.Code != *n.Code:
			c.add(identifierMoved, about, was.Pos, now.Pos,
				fmt.Sprintf("in the target %s, %s stood for %s, and stands for %s", quote(is.Target), quote(n.Identifier), show(*n.Code), show(*now.Code)),
				spelledAs(is, n.Identifier, n.Identifier))
		case there:
		case len(others) > 0:
			for _, other := range others {
				told[constant{n.Table, other}] = true
			}
			c.add(identifierChanged, about, was.Pos, c.placeIn(table, n),
				fmt.Sprintf("in the target %s, %s was spelled %s, and is spelled %s", quote(is.Target), show(*n.Code), quote(n.Identifier), quotedList(others)),
				spelledAs(is, n.Identifier, others[0]))
		default:
			c.add(identifierRemoved, about, was.Pos, c.placeIn(table, n),
				fmt.Sprintf("the target %s has no %s any more, which stood for %s", quote(is.Target), quote(n.Identifier), show(*n.Code)),
				spelledAs(is, n.Identifier, ""))
		}
	}
	for _, n := range is.Names {
		key := constant{n.Table, n.Identifier}
		if _, known := before[key]; n.Code != nil && !known && !told[key] {
			c.add(identifierAdded, Subject{Table: n.Table, Code: n.Code, Name: n.Identifier}, was.Pos, n.Pos,
				fmt.Sprintf("the target %s has %s, which stands for %s", quote(is.Target), quote(n.Identifier), show(*n.Code)),
				spelledAs(is, "", n.Identifier))
		}
	}
}

// constant is an identifier, or a code, of a table.
type constant struct{ table, text string }

func constants(o *Output) map[constant]Name {
	all := make(map[constant]Name, len(o.Names))
	for _, n := range o.Names {
		if n.Code != nil {
			all[constant{n.Table, n.Identifier}] = n
		}
	}
	return all
}

func quotedList(texts []string) string {
	quoted := make([]string, len(texts))
	for i, text := range texts {
		quoted[i] = quote(text)
	}
	return list(quoted)
}

// sorted orders names that were recorded in none.
func sorted(names []Name) []Name {
	return slices.SortedFunc(slices.Values(names), func(a, b Name) int {
		return cmp.Or(
			cmp.Compare(a.Table, b.Table),
			cmp.Compare(a.Code.Int, b.Code.Int),
			cmp.Compare(a.Code.Text, b.Code.Text),
			cmp.Compare(a.Identifier, b.Identifier),
		)
	})
}
