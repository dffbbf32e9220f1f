package evolve

import (
	"fmt"
	"slices"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
)

var (
	unknownSuppression = &diag.Rule{
		Name: "suppression-unknown",
		Doc:  "A suppression names a rule about changes, because one of any other name would never suppress anything.",
	}
	unusedSuppression = &diag.Rule{
		Name:     "suppression-unused",
		Doc:      "A suppression is of a change that there is; once the change is in what a source is compared with, it is over, and the suppression can go.",
		Severity: diag.Warning,
	}
)

// Partial is the rule about what cannot be compared.
var Partial = &diag.Rule{
	Name:     "comparison-partial",
	Doc:      "A source that is compared with keeps the rules of today; of one that does not, the tables are compared, but not what targets made of the names, because nobody knows how it would have been spelled.",
	Severity: diag.Warning,
}

// ComparisonRules are the rules about a comparison, and what is said of it.
var ComparisonRules = []*diag.Rule{unknownSuppression, unusedSuppression, Partial}

// Suppress takes the changes out that the author means, and finds what is wrong
// with saying so. A suppression is of one rule and one thing: it names the
// table, the code and the name that the change has, and no other than these, so
// that it never hides another change.
func Suppress(changes []Change, by []*codes.Suppression) (left []Change, suppressed int, found diag.List) {
	used := make([]bool, len(by))
	for _, change := range changes {
		meant := false
		for i, s := range by {
			if suits(s, change) {
				used[i], meant = true, true
			}
		}
		if meant {
			suppressed++
		} else {
			left = append(left, change)
		}
	}
	for i, s := range by {
		known := slices.ContainsFunc(Rules, func(r *diag.Rule) bool { return r.Name == s.Rule.Value })
		switch {
		case !known:
			found.Add(unknownSuppression, s.Rule.Pos, fmt.Sprintf("no change is called %s", quote(s.Rule.Value)),
				diag.Hint("write the name of the rule that statusgen diff names in brackets"))
		case !used[i]:
			found.Add(unusedSuppression, s.Pos, fmt.Sprintf("there is no change %s of this table, code and name", quote(s.Rule.Value)), nearest(s, changes))
		}
	}
	return left, suppressed, found
}

func suits(s *codes.Suppression, c Change) bool {
	sameCode := s.Code == nil && c.Code == nil || s.Code != nil && c.Code != nil && s.Code.Value == *c.Code
	return s.Rule.Value == c.Rule.Name && s.Table.Value == c.Table && sameCode && s.Name.Value == c.Subject.Name
}

// nearest hints at what a suppression may have meant: a change of its rule that
// is about something more, or about something else in its table.
func nearest(s *codes.Suppression, changes []Change) diag.Option {
	for _, c := range changes {
		if c.Rule.Name == s.Rule.Value && c.Table == s.Table.Value {
			return diag.Hint("there is another one; if that is meant, write %s", c.Suppression())
		}
	}
	return diag.Hint("remove it")
}

// Suppression writes what suppresses a change, but for the reason.
func (c Change) Suppression() string {
	text := "{rule: " + c.Rule.Name
	if c.Table != "" {
		text += ", table: " + c.Table
	}
	if c.Code != nil {
		text += ", code: " + c.Code.String()
	}
	if c.Subject.Name != "" {
		text += fmt.Sprintf(", name: %q", c.Subject.Name)
	}
	return text + ", reason: …}"
}
