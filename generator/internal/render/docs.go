package render

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/statusgen/statusgen/generator/internal/codes"
)

// lead is the first sentence of documentation. Where the language wants it to
// start with the name of what it documents, it does.
func (p *planner) lead(identifier, verb, rest string) string {
	switch {
	case p.language.Comment.Named:
		return identifier + " " + verb + " " + rest + "."
	case verb == "is", verb == "makes", verb == "holds": // what makes or holds a thing goes by its name
		return capitalise(rest) + "."
	}
	return capitalise(verb) + " " + rest + "."
}

// capitalise writes a sentence's first letter as a capital, unless its first
// word has capitals of its own, as gRPC does.
func capitalise(s string) string {
	if word, _, _ := strings.Cut(s, " "); word != strings.ToLower(word) {
		return s
	}
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}

// linked writes an identifier as the documentation of another one names it.
func (p *planner) linked(identifier string) string {
	if link := p.language.Comment.Link; link != "" {
		return strings.ReplaceAll(link, "{name}", identifier)
	}
	return identifier
}

func (p *planner) tableDoc(t *codes.Table, table *Table) Doc {
	title := t.Title.Value
	if title == "" {
		title = "the status codes of " + t.Name.Value
	}
	lead := capitalise(title) + "."
	if p.language.Comment.Named {
		lead = fmt.Sprintf("Package %s holds %s.", table.Package, title)
	}
	return NewDoc(lead, t.Summary.Value, source(t.Reference))
}

func (p *planner) codeDoc(t *codes.Table, c *codes.Code, code *Code, n *namer) Doc {
	doc := NewDoc(
		p.codeLead(c, code),
		c.Summary.Value,
		c.Action.Value,
		state(code.Lifecycle),
		source(t.ReferenceOf(c)),
	)
	if code.Deprecated {
		doc.Deprecated = NewText(p.deprecation(t, c, n.constant))
	}
	return doc
}

// codeLead names a code as people do: 404 Not Found.
func (p *planner) codeLead(c *codes.Code, code *Code) string {
	value, phrase := c.Value.Value.String(), c.Phrase.Value
	switch {
	case p.language.Comment.Named && phrase != "":
		return p.lead(code.Identifier, "is", fmt.Sprintf("code %s (%s)", value, phrase))
	case p.language.Comment.Named:
		return p.lead(code.Identifier, "is", "code "+value)
	}
	if phrase == "" { // a number and a full stop alone would begin a list
		value = "Code " + value
	}
	return strings.TrimSpace(value+" "+phrase) + "."
}

func state(l codes.Lifecycle) string {
	if l == codes.Standard || l == codes.Deprecated {
		return ""
	}
	return fmt.Sprintf("Lifecycle: %s.", l)
}

func source(r *codes.Reference) string {
	switch {
	case r == nil:
		return ""
	case r.URL.Value == "":
		return "See " + r.Text.Value + "."
	}
	return "See " + r.Text.Value + ": " + r.URL.Value
}

func (p *planner) deprecation(t *codes.Table, c *codes.Code, spelled func(*codes.Code) string) string {
	var parts []string
	if d := c.Deprecated; d != nil {
		if replacement := t.Named(d.Use.Value); replacement != nil {
			parts = append(parts, "use "+p.linked(spelled(replacement))+".")
		}
		if d.Reason.Value != "" {
			parts = append(parts, d.Reason.Value)
		}
		if d.Since.Value != "" {
			parts = append(parts, "Since "+d.Since.Value+".")
		}
		if d.RemoveAfter.Value != "" {
			parts = append(parts, removal(d.RemoveAfter.Value))
		}
	}
	if len(parts) == 0 {
		return "it should not be used."
	}
	return strings.Join(parts, " ")
}

// removal says what remove_after promises.
func removal(day string) string { return "To be removed after " + day + "." }

func (p *planner) aliasDoc(a *codes.Alias, alias, of string) Doc {
	doc := NewDoc(p.lead(alias, "is", "another name for "+p.linked(of)))
	if a.Deprecated {
		use := "use " + p.linked(of) + "."
		if a.RemoveAfter.Value != "" {
			use += " " + removal(a.RemoveAfter.Value)
		}
		doc.Deprecated = NewText(use)
	}
	return doc
}

func (p *planner) classDocs(c *codes.Class, class *Class) {
	extent := extent(c)
	class.Doc = NewDoc(p.lead(class.Identifier, "is", "the class of "+extent), c.Summary.Value)
	class.GuardDoc = NewDoc(
		p.lead(class.Guard, "reports", "whether a code, known or not, is of class "+c.Name.Value+": "+extent),
		c.Summary.Value)
}

// extent says which codes a class has.
func extent(c *codes.Class) string {
	prefix, glob := c.Prefix.Value, c.Glob.Value
	if literal, open := strings.CutSuffix(glob, "*"); open && !strings.Contains(literal, "?") {
		prefix = literal
	}
	switch {
	case c.Range != nil && c.Range.Min == c.Range.Max:
		return fmt.Sprintf("code %d", c.Range.Min)
	case c.Range != nil:
		return "codes " + (&Range{c.Range.Min, c.Range.Max}).Extent()
	case prefix != "":
		return fmt.Sprintf("codes that start with %q", prefix)
	}
	return fmt.Sprintf("codes like %q", glob)
}

// Extent says which codes are in the range. There is none beyond the largest integer.
func (r *Range) Extent() string {
	switch {
	case r.Min == r.Max:
		return fmt.Sprint(r.Min)
	case r.Min == -codes.MaxInteger && r.Max == codes.MaxInteger:
		return "of any number"
	case r.Min == -codes.MaxInteger:
		return fmt.Sprintf("up to %d", r.Max)
	case r.Max == codes.MaxInteger:
		return fmt.Sprintf("from %d on", r.Min)
	}
	return fmt.Sprintf("%d to %d", r.Min, r.Max)
}

func (p *planner) propertyDoc(def *codes.Property, property *Property) Doc {
	lead := p.lead(property.Identifier, "gives", "the property "+property.Name+" of a code, known or not")
	kind := ""
	switch {
	case property.Of != "" && property.Many:
		kind = "The values are codes of the table " + property.Of + "."
	case property.Of != "":
		kind = "The value is a code of the table " + property.Of + "."
	}
	return NewDoc(lead, def.Summary.Value, kind)
}

// packageOf gives what package files say, held to the language's rule.
func (p *planner) packageOf(t *codes.Target) *Package {
	if t.Package == nil {
		return nil
	}
	rule := p.language.Package
	p.packageField("name", t.Package.Name, t.Package, rule.Name)
	p.packageField("module", t.Package.Module, t.Package, rule.Module)
	p.packageField("version", t.Package.Version, t.Package, rule.Version)
	return &Package{
		Name: t.Package.Name.Value, Module: t.Package.Module.Value, Version: t.Package.Version.Value,
	}
}

func (p *planner) packageField(field string, value codes.At[string], in *codes.Package, rule string) {
	target := p.target.Name.Value
	switch {
	case rule == "" && value.Given():
		p.found.Add(rulePackageSyntax, value.Pos,
			fmt.Sprintf("a package of target %s has no %s", target, field))
	case rule != "" && !value.Given():
		p.found.Add(rulePackageSyntax, in.Pos,
			fmt.Sprintf("the package of target %s needs a %s", target, field))
	case rule != "" && !regexp.MustCompile(rule).MatchString(value.Value):
		p.found.Add(rulePackageSyntax, value.Pos,
			fmt.Sprintf("%q is no %s for a package of target %s: it must match %s", value.Value, field, target, rule))
	case field == "module" && slices.Contains(p.language.Reserved, value.Value):
		p.found.Add(ruleReservedWord, value.Pos,
			fmt.Sprintf("%q is no module for a package of target %s: %s reserves the word", value.Value, target, p.language.Title))
	}
}
