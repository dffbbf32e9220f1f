package check

import (
	"fmt"
	"slices"
	"strings"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
)

var ruleReferenceCycle = &diag.Rule{
	Name: "reference-cycle",
	Doc:  "No code is replaced by itself, directly or round about, because whoever follows the replacements has to arrive somewhere.",
}

func referenceCycle(p *pass, t *table) {
	for _, cycle := range cycles(t) {
		use := cycle[0].Deprecated.Use
		if len(cycle) == 1 {
			p.report(use.Pos, fmt.Sprintf("%s names itself as its replacement", quote(use.Value)))
			continue
		}
		var more []diag.Option
		for _, c := range cycle[1:min(len(cycle), maxPath)] {
			more = append(more, diag.See(c.Deprecated.Use.Pos))
		}
		p.report(use.Pos, "the replacements go round: "+path(cycle), more...)
	}
}

// maxPath is how many codes of a cycle a message shows.
const maxPath = 8

func path(cycle []*codes.Code) string {
	var b strings.Builder
	for i, c := range cycle {
		if i == maxPath {
			b.WriteString("… -> ")
			break
		}
		b.WriteString(quote(c.Name.Value) + " -> ")
	}
	return b.String() + quote(cycle[0].Name.Value)
}

// cycles gives every circle of replacements, each from the code where the
// search came upon it. A code has one replacement, so a walk either ends, or
// meets an earlier walk, or meets itself: that is a circle.
func cycles(t *table) [][]*codes.Code {
	var found [][]*codes.Code
	walks := make(map[*codes.Code]int)
	for walk, start := range t.Codes {
		var trail []*codes.Code
		for c := start; c != nil && c.Deprecated != nil; c = replacement(t, c) {
			if earlier, seen := walks[c]; seen {
				if earlier == walk {
					found = append(found, trail[slices.Index(trail, c):])
				}
				break
			}
			walks[c] = walk
			trail = append(trail, c)
		}
	}
	return found
}

// replacement gives the code that stands in for a deprecated one, or nil.
func replacement(t *table, c *codes.Code) *codes.Code {
	if c.Deprecated == nil || !c.Deprecated.Use.Given() {
		return nil
	}
	return t.Named(c.Deprecated.Use.Value)
}

var ruleDeprecatedReplacement = &diag.Rule{
	Name: "deprecated-replacement",
	Doc:  "The replacement of a deprecated code is not itself deprecated, because nobody should have to move twice.",
}

func deprecatedReplacement(p *pass, t *table) {
	circling := make(map[*codes.Code]bool)
	for _, cycle := range cycles(t) {
		for _, c := range cycle {
			circling[c] = true
		}
	}
	for _, c := range t.Codes {
		next := replacement(t, c)
		if next == nil || circling[c] || t.LifecycleOf(next) != codes.Deprecated && next.Deprecated == nil {
			continue
		}
		hint := diag.Hint("")
		if further := replacement(t, next); further != nil && !circling[next] {
			hint = diag.Hint("%s says to use %s", quote(next.Name.Value), quote(further.Name.Value))
		}
		p.report(c.Deprecated.Use.Pos, fmt.Sprintf("%s is replaced by %s, which is itself deprecated",
			quote(c.Name.Value), quote(next.Name.Value)), diag.See(next.Name.Pos), hint)
	}
}

var ruleLifecycleConflict = &diag.Rule{
	Name: "lifecycle-conflict",
	Doc:  "A code with deprecated: has no lifecycle that says otherwise; deprecated and obsolete agree with it.",
}

func lifecycleConflict(p *pass, _ *table, c *codes.Code) {
	if c.Deprecated == nil || !c.Lifecycle.Given() {
		return
	}
	if l := c.Lifecycle.Value; l != codes.Deprecated && l != codes.Obsolete {
		p.report(c.Lifecycle.Pos, fmt.Sprintf("%s is deprecated, but its lifecycle is %s", quote(c.Name.Value), quote(string(l))),
			diag.See(c.Deprecated.Pos), diag.Hint("leave lifecycle out; deprecated: implies it"))
	}
}
