package check

import (
	"fmt"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
)

var ruleDuplicateTable = &diag.Rule{
	Name: "duplicate-table",
	Doc:  "No two tables of a source have one name, in whichever of its files they stand, because files and references are named after tables.",
}

func duplicateTable(p *pass) {
	seen := make(map[string]diag.Pos, len(p.tables))
	for _, t := range p.tables {
		p.once(seen, t.Name, "table")
	}
}

var ruleDuplicateCode = &diag.Rule{
	Name: "duplicate-code",
	Doc:  "A table lists each code once, because a code off the wire can mean one thing only; other names for it are aliases.",
}

func duplicateCode(p *pass, t *table) {
	for _, c := range t.Codes {
		first := t.Find(c.Value.Value)
		if first == c {
			continue
		}
		message := fmt.Sprintf("%s is both %s and %s", show(c.Value.Value), quote(first.Name.Value), quote(c.Name.Value))
		hint := diag.Hint("make %s an alias of %s", quote(c.Name.Value), quote(first.Name.Value))
		if owner := t.OwnerOf(first); owner != "" {
			message += fmt.Sprintf("; the code is that of %s", quote(owner))
			hint = t.freeFor(c)
		}
		if first.Name.Value == c.Name.Value {
			message = fmt.Sprintf("%s is listed twice", show(c.Value.Value))
			hint = diag.Hint("remove one of the two")
		}
		p.report(c.Value.Pos, message, diag.See(first.Value.Pos), hint)
	}
}

var ruleDuplicateName = &diag.Rule{
	Name: "duplicate-name",
	Doc:  "No two names or aliases of a table are the same, because each becomes a constant.",
}

func duplicateName(p *pass, t *table) {
	type owner struct {
		code *codes.Code
		pos  diag.Pos
	}
	seen := make(map[string]owner, len(t.Codes))
	claim := func(c *codes.Code, name codes.At[string]) {
		first, taken := seen[name.Value]
		switch {
		case !taken:
			seen[name.Value] = owner{c, name.Pos}
		case first.code == c:
			p.report(name.Pos, fmt.Sprintf("%s names %s twice", quote(name.Value), show(c.Value.Value)), diag.See(first.pos))
		case first.code.Value.Value != c.Value.Value:
			p.report(name.Pos, fmt.Sprintf("%s names both %s and %s",
				quote(name.Value), show(first.code.Value.Value), show(c.Value.Value)), diag.See(first.pos))
		}
		// What is left is one code listed twice: duplicate-code says so.
	}
	for _, c := range t.Codes {
		claim(c, c.Name)
	}
	for _, c := range t.Codes {
		for _, alias := range c.Aliases {
			claim(c, alias.Name)
		}
	}
}

var ruleDuplicateClass = &diag.Rule{
	Name: "duplicate-class",
	Doc:  "No two classes of a table have one name, because properties and programs refer to classes by name.",
}

func duplicateClass(p *pass, t *table) {
	seen := make(map[string]diag.Pos, len(t.Classes))
	for _, class := range t.Classes {
		p.once(seen, class.Name, "class")
	}
}

var ruleDuplicateValue = &diag.Rule{
	Name: "duplicate-value",
	Doc:  "A list of names (values, require, required_in, allowed_in, only) holds each of them once, because the second says nothing.",
}

func duplicateValue(p *pass, t *table) {
	once := func(names []codes.At[string], what string) {
		seen := make(map[string]diag.Pos, len(names))
		for _, name := range names {
			p.once(seen, name, what)
		}
	}
	once(t.Require, "fact")
	for _, property := range t.Properties {
		once(property.Values, "value")
		once(property.RequiredIn, "class")
		once(property.AllowedIn, "class")
	}
	for _, c := range t.Codes {
		for _, alias := range c.Aliases {
			once(alias.Only, "target")
		}
	}
}

// once reports a name that was seen before.
func (p *pass) once(seen map[string]diag.Pos, name codes.At[string], what string) {
	if first, taken := seen[name.Value]; taken {
		p.report(name.Pos, fmt.Sprintf("the %s %s is listed twice", what, quote(name.Value)), diag.See(first))
		return
	}
	seen[name.Value] = name.Pos
}

var ruleDuplicateFact = &diag.Rule{
	Name: "duplicate-fact",
	Doc:  "A property with many values holds each of them once for a code, because it is a set.",
}

func duplicateFact(p *pass, t *table) {
	for property, fact := range t.facts() {
		if len(fact.Items) < 2 {
			continue
		}
		seen := make(map[any]diag.Pos, len(fact.Items))
		for _, s := range fact.Items {
			if first, taken := seen[s.Value]; taken {
				p.report(s.Pos, fmt.Sprintf("%s holds %s twice", quote(property.Name.Value), showScalar(s)), diag.See(first))
				continue
			}
			seen[s.Value] = s.Pos
		}
	}
}

var ruleTextNameClash = &diag.Rule{
	Name: "text-name-clash",
	Doc:  "In a text table no name or alias equals another code, because whoever parses the text could mean either.",
}

func textNameClash(p *pass, t *table, c *codes.Code) {
	clash := func(name codes.At[string]) {
		other := t.Find(codes.TextValue(name.Value))
		if other != nil && other.Value.Value != c.Value.Value {
			p.report(name.Pos, fmt.Sprintf("%s names %s, but it is also a code", quote(name.Value), show(c.Value.Value)),
				diag.See(other.Value.Pos))
		}
	}
	clash(c.Name)
	for _, alias := range c.Aliases {
		clash(alias.Name)
	}
}

var ruleRetiredInUse = &diag.Rule{
	Name: "retired-in-use",
	Doc:  "A retired code or name is never used again, because old programs still know it by its old meaning.",
}

func retiredInUse(p *pass, t *table) {
	if len(t.Retired) == 0 {
		return
	}
	values := make(map[codes.Value]*codes.Retired)
	names := make(map[string]*codes.Retired)
	for _, r := range t.Retired {
		if r.Code != nil {
			values[r.Code.Value] = r
		}
		if r.Name.Given() {
			names[r.Name.Value] = r
		}
	}
	report := func(pos diag.Pos, what string, r *codes.Retired) {
		p.report(pos, fmt.Sprintf("%s is retired: %s", what, quote(r.Reason.Value)), diag.See(r.Pos),
			diag.Hint("choose another; what is retired is never used again"))
	}
	for _, c := range t.Codes {
		if r := values[c.Value.Value]; r != nil {
			report(c.Value.Pos, show(c.Value.Value), r)
		}
		if r := names[c.Name.Value]; r != nil {
			report(c.Name.Pos, "the name "+quote(c.Name.Value), r)
		}
		for _, alias := range c.Aliases {
			if r := names[alias.Name.Value]; r != nil {
				report(alias.Name.Pos, "the name "+quote(alias.Name.Value), r)
			}
		}
	}
}
