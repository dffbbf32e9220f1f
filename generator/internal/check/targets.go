package check

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
)

var ruleSpellingSyntax = &diag.Rule{
	Name: "spelling-syntax",
	Doc:  "A spelling is an ASCII letter or underscore followed by letters, digits and underscores, because it is written into programs as it is.",
}

var identifier = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]*$`)

func spellingSyntax(p *pass, _ *table, c *codes.Code) {
	for _, s := range c.Spell {
		if !identifier.MatchString(s.Identifier.Value) {
			p.report(s.Identifier.Pos, fmt.Sprintf("the spelling %s is no identifier", quote(s.Identifier.Value)),
				diag.Hint("use ASCII letters, digits and underscores, and no digit first"))
		}
	}
}

var ruleOutPath = &diag.Rule{
	Name: "out-path",
	Doc:  "A target's directories are plain slash-separated paths below the source's own, on every system, because a source may not write or read elsewhere.",
}

func outPath(p *pass) {
	for _, t := range p.catalog.Targets {
		for _, path := range []codes.At[string]{t.Out, t.Templates} {
			if !path.Given() {
				continue
			}
			if fault := pathFault(path.Value); fault != "" {
				p.report(path.Pos, fmt.Sprintf("the directory %s %s", quote(path.Value), fault),
					diag.Hint("write a path below the source's directory, such as gen/go"))
			}
		}
	}
}

// pathFault says what keeps a text from being a directory below the source's,
// or nothing.
func pathFault(path string) string {
	switch {
	case path == "":
		return "is empty"
	case strings.HasPrefix(path, "/"):
		return "is absolute"
	case strings.ContainsAny(path, `\:`):
		return "holds a backslash or a colon"
	case strings.ContainsFunc(path, unicode.IsControl):
		return "holds a control character"
	}
	for part := range strings.SplitSeq(path, "/") {
		switch {
		case part == "":
			return "has an empty part"
		case part == "." || part == "..":
			return fmt.Sprintf("has the part %q", part)
		case strings.HasSuffix(part, ".") || strings.HasSuffix(part, " "):
			return fmt.Sprintf("has a part that ends in a dot or a space, %s", quote(part))
		case isDevice(part):
			return fmt.Sprintf("has a part that Windows takes for a device, %s", quote(part))
		}
	}
	return ""
}

var ruleOutCollision = &diag.Rule{
	Name: "out-collision",
	Doc:  "No target writes into another's directory, or below it, capitals aside, because each removes what it no longer writes.",
}

func outCollision(p *pass) {
	owners := make(map[string]*codes.Target)
	for _, t := range p.catalog.Targets {
		if pathFault(t.Out.Value) != "" {
			continue
		}
		dir := strings.ToLower(t.Out.Value)
		if first := owners[dir]; first != nil {
			p.report(t.Out.Pos, fmt.Sprintf("the targets %s and %s write into one directory, %s",
				quote(first.Name.Value), quote(t.Name.Value), quote(t.Out.Value)), diag.See(first.Out.Pos))
			continue
		}
		owners[dir] = t
	}
	for _, t := range p.catalog.Targets {
		dir := strings.ToLower(t.Out.Value)
		for i := strings.LastIndexByte(dir, '/'); i > 0; i = strings.LastIndexByte(dir[:i], '/') {
			if outer := owners[dir[:i]]; outer != nil && owners[dir] == t {
				p.report(t.Out.Pos, fmt.Sprintf("the target %s writes into %s, inside the directory of %s",
					quote(t.Name.Value), quote(t.Out.Value), quote(outer.Name.Value)), diag.See(outer.Out.Pos))
				break
			}
		}
	}
}
