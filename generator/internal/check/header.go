package check

import (
	"fmt"
	"strings"

	"github.com/statusgen/statusgen/generator/internal/diag"
)

var ruleHeaderSyntax = &diag.Rule{
	Name: "header-syntax",
	Doc:  "A header is lines of text that can be seen, none of them at its ends empty, because a reader of the file has to see what it says.",
}

func headerSyntax(p *pass) {
	for _, t := range p.catalog.Targets {
		header := t.Header
		if header.Value == "" {
			continue
		}
		lines := strings.Split(strings.TrimSuffix(header.Value, "\n"), "\n")
		if blank(lines[0]) || blank(lines[len(lines)-1]) {
			p.report(header.Pos, fmt.Sprintf("the header of the target %s begins or ends with an empty line", quote(t.Name.Value)))
			continue
		}
		for i, line := range lines {
			if at := strings.IndexFunc(line, isUnseen); at >= 0 {
				p.report(header.Pos, fmt.Sprintf("line %d of the header of the target %s holds %s, which cannot be seen",
					i+1, quote(t.Name.Value), showCharacter(line[at:])))
				break
			}
		}
	}
}

func blank(line string) bool { return strings.TrimSpace(line) == "" }
