package render

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
)

// header gives the lines of a header. The empty one before them keeps them
// apart from the marker, and where Python would look for an encoding.
func header(text string) []Text {
	if text == "" {
		return nil
	}
	lines := []Text{nil}
	for line := range strings.SplitSeq(strings.TrimSuffix(text, "\n"), "\n") {
		lines = append(lines, NewText(strings.TrimSpace(line)))
	}
	return lines
}

// judgeRoles finds the kinds of names that the target has rules for and its
// language keeps.
func (p *planner) judgeRoles() {
	for _, own := range p.target.Names {
		if p.language.Names[own.Role.Value].Form != "" {
			continue
		}
		var free []string
		for _, role := range codes.Roles {
			if p.language.Names[role].Form != "" {
				free = append(free, string(role))
			}
		}
		hint := diag.Hint("it leaves none; its target.yaml would with form:")
		if len(free) > 0 {
			hint = diag.Hint("it leaves %s", strings.Join(free, ", "))
		}
		p.found.Add(ruleFixedSpelling, own.Role.Pos,
			fmt.Sprintf("%s does not leave the spelling of %s to target %s", p.language.Title, own.Role.Value, p.target.Name.Value), hint)
	}
}

// judgeForm finds an identifier that the target's own rule for its kind gives
// a form that the language does not take. The rule is at fault, so it is told
// once.
func (p *planner) judgeForm(role codes.Role, identifier, name string) {
	i := slices.IndexFunc(p.target.Names, func(own *codes.Respelling) bool { return own.Role.Value == role })
	form := p.language.Names[role].Form
	if i < 0 || form == "" || p.misformed[role] || regexp.MustCompile(form).MatchString(identifier) {
		return
	}
	if p.misformed == nil {
		p.misformed = map[codes.Role]bool{}
	}
	p.misformed[role] = true
	p.found.Add(ruleSpellingForm, p.target.Names[i].Role.Pos,
		fmt.Sprintf("target %s cannot spell the %s %q as %s: it must match %s", p.target.Name.Value, role, name, identifier, form))
}
