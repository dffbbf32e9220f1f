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
	meant := make(map[scope]bool, len(by)) // and whether there is such a change
	for _, s := range by {
		meant[scopeOf(s)] = false
	}
	nearest := map[[2]string]Change{} // by rule and table
	for _, change := range changes {
		if _, ok := meant[change.scope()]; ok {
			meant[change.scope()] = true
			suppressed++
			continue
		}
		left = append(left, change)
		nearest[[2]string{change.Rule.Name, change.Table}] = change
	}
	said := map[scope]bool{}
	for _, s := range by {
		known := slices.ContainsFunc(Rules, func(r *diag.Rule) bool { return r.Name == s.Rule.Value })
		switch {
		case !known:
			found.Add(unknownSuppression, s.Rule.Pos, fmt.Sprintf("no change is called %s", quote(s.Rule.Value)),
				diag.Hint("write the name of the rule that statusgen diff names in brackets"))
		case !meant[scopeOf(s)]:
			hint := diag.Hint("remove it")
			if near, ok := nearest[[2]string{s.Rule.Value, s.Table.Value}]; ok {
				hint = diag.Hint("there is another one; if that is meant, write %s", near.Suppression())
			}
			found.Add(unusedSuppression, s.Pos, fmt.Sprintf("there is no change %s of this table, code and name", quote(s.Rule.Value)), hint)
		case said[scopeOf(s)]:
			found.Add(unusedSuppression, s.Pos, fmt.Sprintf("the change %s of this table, code and name is suppressed already", quote(s.Rule.Value)), diag.Hint("remove it"))
		}
		said[scopeOf(s)] = true
	}
	return left, suppressed, found
}

// scope is what a suppression is about, and a change.
type scope struct {
	rule, table, name string
	code              codes.Value
	ofCode            bool
}

func scopeOf(s *codes.Suppression) scope {
	scope := scope{rule: s.Rule.Value, table: s.Table.Value, name: s.Name.Value}
	if s.Code != nil {
		scope.code, scope.ofCode = s.Code.Value, true
	}
	return scope
}

func (c Change) scope() scope {
	scope := scope{rule: c.Rule.Name, table: c.Table, name: c.Subject.Name}
	if c.Code != nil {
		scope.code, scope.ofCode = *c.Code, true
	}
	return scope
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
