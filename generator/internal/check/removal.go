package check

import (
	"fmt"
	"time"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
)

var ruleRemovalDate = &diag.Rule{
	Name: "removal-date",
	Doc:  "What has a remove_after is deprecated, and the day is written like 2027-01-31, because whoever uses it has to hear of it first, and the days are compared.",
}

func removalDate(p *pass, _ *table, c *codes.Code) {
	judge := func(day codes.At[string], deprecated bool, what string) {
		switch _, err := time.Parse(time.DateOnly, day.Value); {
		case !day.Given():
		case err != nil:
			p.report(day.Pos, fmt.Sprintf("%s is no day", quote(day.Value)), diag.Hint(`write year, month and day: "2027-01-31"`))
		case !deprecated:
			p.report(day.Pos, fmt.Sprintf("%s is to be removed, but is not deprecated", what), diag.Hint("write deprecated: true beside it"))
		}
	}
	if c.Deprecated != nil {
		judge(c.Deprecated.RemoveAfter, true, "")
	}
	for _, a := range c.Aliases {
		judge(a.RemoveAfter, a.Deprecated, "the alias "+quote(a.Name.Value))
	}
}
