package evolve

import (
	"fmt"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
)

var removalDue = &diag.Rule{
	Name: "removal-due",
	Doc:  "What has outlived the day of its remove_after is removed or gets another day, because a promise that nobody keeps is none. Only --as-of asks; the clock never does.",
}

// DueRules are the rules about days.
var DueRules = []*diag.Rule{removalDue}

// Due finds what was to be removed before a day, which is written as all days
// are: 2027-01-31.
func Due(c *codes.Catalog, day string) diag.List {
	var found diag.List
	judge := func(after codes.At[string], what string, hint diag.Option) {
		if after.Given() && after.Value < day {
			found.Add(removalDue, after.Pos, fmt.Sprintf("%s was to be removed after %s, and it is %s", what, quote(after.Value), day), hint)
		}
	}
	for _, t := range c.Tables {
		for _, code := range t.Codes {
			if code.Deprecated != nil {
				judge(code.Deprecated.RemoveAfter, called(code), diag.Hint("retire it, or give it another day"))
			}
			for _, a := range code.Aliases {
				judge(a.RemoveAfter, fmt.Sprintf("the name %s of %s", quote(a.Name.Value), called(code)), diag.Hint("remove the alias and retire its name, or give it another day"))
			}
		}
	}
	found.Sort()
	return found
}
