package golang

import (
	"fmt"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/render"
)

// example gives lines for the package's documentation: calls, and what they
// give. They are no Example functions, because go doc shows none of those, and
// a test file would be one more thing to run and to lint for whoever has the
// package in a tree of their own. Every result is an expression, so that a test
// can hold the call to it.
func (p *printer) example() []string {
	e := p.table.Example()
	pkg := p.table.Package + "."
	code := pkg + e.Code.Identifier
	var calls [][2]string
	say := func(call, result string) { calls = append(calls, [2]string{call, result}) }

	quote := func(t render.Text) string { return render.Quote(p.language.String, t) }
	if e.Code.Phrase != nil {
		say(code+".Phrase()", quote(e.Code.Phrase))
	}
	if e.Property != nil {
		result := e.Fact.Literal
		if e.Property.Type == codes.OneOfProperty {
			result = pkg + result
		}
		if e.Property.Optional {
			result += ", true"
		}
		say(code+"."+e.Property.Identifier+"()", result)
	}
	say(fmt.Sprintf("%sParse(%q)", pkg, e.Code.Name), code+", nil")
	if e.Stranger != "" {
		stranger := fmt.Sprintf("%sCode(%s)", pkg, e.Stranger)
		say(stranger+".Known()", "false")
		if e.Class != nil {
			say(stranger+".Class()", pkg+e.Class.Identifier)
		}
	}

	widest := 0
	for _, call := range calls {
		widest = max(widest, len(call[0]))
	}
	lines := []string{"//"}
	for _, call := range calls {
		lines = append(lines, fmt.Sprintf("//\t%-*s // %s", widest, call[0], call[1]))
	}
	return lines
}
