package cli

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/statusgen/statusgen/generator/internal/check"
	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
	"github.com/statusgen/statusgen/generator/internal/evolve"
	"github.com/statusgen/statusgen/generator/internal/follow"
	"github.com/statusgen/statusgen/generator/internal/load"
	"github.com/statusgen/statusgen/generator/internal/registry"
	"github.com/statusgen/statusgen/generator/internal/render"
)

// answer is one thing that answers to what was asked.
type answer interface{ show(*page) }

// codeAnswer is a code that the table lists.
type codeAnswer struct {
	home
	code *codes.Code
	by   string // what the asker's word for it is, where that is not its name
}

func (a codeAnswer) show(p *page) {
	t, c := a.table, a.code
	p.title(written(c.Value.Value) + " " + c.Phrase.Value)
	p.note(a.by)
	a.showTable(p)
	p.row("name", c.Name.Value)
	p.list("aliases", each(c.Aliases, aliasText))
	p.list("also", each(c.Also, func(also codes.At[string]) string { return strconv.Quote(also.Value) }))
	if class := t.ClassOf(c.Value.Value); class != nil {
		p.row("class", class.Name.Value)
	}
	p.row("meaning", c.Summary.Value)
	p.row("action", c.Action.Value)
	p.pairs("properties", a.facts(func(property *codes.Property) *codes.Fact { return t.FactOf(c, property) }))
	a.showError(p)
	p.row("lifecycle", string(t.LifecycleOf(c)))
	p.row("visibility", visibility(t.HidesCode(c)))
	p.row("deprecated", deprecationText(c.Deprecated))
	showReference(p, t.ReferenceOf(c))
	p.row("since", t.SinceOf(c))
	p.row("owner", t.OwnerOf(c))
	p.row("origin", originText(c))
}

func originText(c *codes.Code) string {
	if c.Origin != "" && c.Overridden {
		return c.Origin + ", changed by this table"
	}
	return c.Origin
}

func aliasText(a *codes.Alias) string {
	var remarks []string
	if a.Deprecated {
		remarks = append(remarks, "deprecated")
	}
	if a.RemoveAfter.Value != "" {
		remarks = append(remarks, "to be removed after "+a.RemoveAfter.Value)
	}
	if len(a.Only) > 0 {
		remarks = append(remarks, "only in "+strings.Join(values(a.Only), " and "))
	}
	if len(remarks) == 0 {
		return a.Name.Value
	}
	return a.Name.Value + " (" + strings.Join(remarks, ", ") + ")"
}

func deprecationText(d *codes.Deprecation) string {
	if d == nil {
		return ""
	}
	var parts []string
	if d.Since.Value != "" {
		parts = append(parts, "Since "+d.Since.Value+".")
	}
	if d.Use.Value != "" {
		parts = append(parts, "Use "+d.Use.Value+".")
	}
	if d.Reason.Value != "" {
		parts = append(parts, d.Reason.Value)
	}
	if d.RemoveAfter.Value != "" {
		parts = append(parts, "To be removed after "+d.RemoveAfter.Value+".")
	}
	return strings.Join(parts, " ")
}

// strangerAnswer is a code that an open table allows, but does not list.
type strangerAnswer struct {
	home
	value codes.Value
	class *codes.Class
}

func (a strangerAnswer) show(p *page) {
	is, meaning := "it has no class", ""
	if a.class != nil {
		is, meaning = "it is "+withArticle(a.class.Name.Value), a.class.Summary.Value
	}
	p.title(fmt.Sprintf("%s is not in the table %s; %s", written(a.value), a.table.Name.Value, is))
	p.note("The table is open, so the code stays what it is.")
	a.showTable(p)
	p.row("meaning", meaning)
	p.pairs("properties", a.classFacts(a.class))
}

func withArticle(noun string) string {
	if strings.ContainsRune("aeiou", rune(noun[0])) {
		return "an " + noun
	}
	return "a " + noun
}

// retiredAnswer is a code or a name that the table must not use again.
type retiredAnswer struct {
	home
	retired *codes.Retired
}

func (a retiredAnswer) show(p *page) {
	code := ""
	if a.retired.Code != nil {
		code = written(a.retired.Code.Value)
	}
	p.title(cmp.Or(code, a.retired.Name.Value) + " is retired, and must not be used again")
	a.showTable(p)
	p.row("code", code)
	p.row("name", a.retired.Name.Value)
	p.row("reason", a.retired.Reason.Value)
}

// classAnswer is a part of the table's code space.
type classAnswer struct {
	home
	class *codes.Class
}

func (a classAnswer) show(p *page) {
	p.title(a.table.Name.Value + "/" + a.class.Name.Value)
	a.showTable(p)
	p.row("codes", extent(a.class))
	p.row("meaning", a.class.Summary.Value)
	p.pairs("properties", a.classFacts(a.class))
	a.grid(p, a.class)
}

func extent(c *codes.Class) string {
	switch {
	case c.Range != nil:
		return fmt.Sprintf("%d to %d", c.Range.Min, c.Range.Max)
	case c.Prefix.Given():
		return "those that begin with " + strconv.Quote(c.Prefix.Value)
	}
	return "those like " + strconv.Quote(c.Glob.Value)
}

// tableAnswer is a whole table.
type tableAnswer struct{ home }

func (a tableAnswer) show(p *page) {
	t := a.table
	p.title(cmp.Or(t.Title.Value, t.Name.Value))
	p.row("table", t.Name.Value)
	a.showLender(p)
	p.row("meaning", t.Summary.Value)
	p.list("extends", each(t.Bases, func(b *codes.Base) string { return b.Ref.Value }))
	p.row("codes", spaceText(t))
	p.list("classes", each(t.Classes, func(c *codes.Class) string { return c.Name.Value }))
	p.pairs("owners", each(t.Owners, ownerText))
	p.list("properties", each(t.Properties, func(p *codes.Property) string { return p.Name.Value }))
	if t.Errors != nil {
		p.row("errors", cmp.Or(t.Errors.Type.Value, "about:blank"))
		p.list("locales", each(t.Locales, func(l *codes.Locale) string { return l.Tag.Value }))
	}
	showReference(p, t.Reference)
	p.row("since", t.Since.Value)
	a.grid(p, nil)
}

func ownerText(o *codes.Owner) pair {
	extent := "those that begin with " + strconv.Quote(o.Prefix.Value)
	if o.Range != nil {
		extent = fmt.Sprintf("%d to %d", o.Range.Min, o.Range.Max)
	}
	if o.Summary.Value != "" {
		extent += "; " + o.Summary.Value
	}
	return pair{o.Name.Value, extent}
}

func spaceText(t *codes.Table) string {
	text := t.Kind.String()
	if t.Range != nil {
		text = fmt.Sprintf("%d to %d", t.Range.Min, t.Range.Max)
	}
	if t.Pattern.Value != "" {
		text += " like " + t.Pattern.Value
	}
	if t.Unknown == codes.Closed {
		return text + "; one that is not listed is an error"
	}
	return text + "; one that is not listed stays what it is"
}

// ruleAnswer is the documentation of a rule.
type ruleAnswer struct {
	*diag.Rule
	when string
}

func (a ruleAnswer) show(p *page) {
	p.title(a.Name)
	p.row("rule", a.Doc)
	p.row("severity", severityText(a.Rule))
	p.row("enforced", a.when)
}

// levelText says what a change of a level can break.
var levelText = map[string]string{
	evolve.Wire.String():     "a wire break: programs, while not all of them are new, misunderstand each other",
	evolve.Source.String():   "a source break: programs that take the new outputs may not build",
	evolve.Semantic.String(): "a semantic change: programs do something else; --fail-on semantic makes it an error",
	evolve.Safe.String():     "a safe change: it breaks nothing",
}

func severityText(rule *diag.Rule) string {
	switch {
	case rule.Level != "":
		return rule.Severity.String() + ": " + levelText[rule.Level]
	case rule.Severity == diag.Warning:
		return "warning: it is said, and the run goes on"
	case slices.Contains(importRules, rule):
		return "error: import --check exits with 1 until it is mended"
	case slices.Contains(OutputRules, rule):
		return "error: check exits with 1 until it is mended"
	}
	return "error: nothing is written until it is mended"
}

// importRules are those of import.
var importRules = slices.Concat(registry.Rules, follow.Rules)

// stages are where rules are enforced, in the order of a run.
var stages = []struct {
	rules []*diag.Rule
	when  string
}{
	{load.Rules, "while the source is read"},
	{check.Rules, "once the source is read, whatever it is generated for"},
	{importRules, "when a table is compared with what it follows, by import"},
	{render.Rules, "for each target, when its names are decided"},
	{Rules, "for each target, when its language is looked for"},
	{OutputRules, "when the outputs are compared"},
	{evolve.Rules, "when diff compares the source with what it was"},
	{evolve.ComparisonRules, "when diff compares the source with what it was"},
	{evolve.DueRules, "when check or diff is asked with --as-of"},
}

func ruleNamed(name string) answer {
	for _, stage := range stages {
		for _, rule := range stage.rules {
			if rule.Name == name {
				return ruleAnswer{rule, stage.when}
			}
		}
	}
	return nil
}

// showTable says where an answer is from.
func (h home) showTable(p *page) {
	name := h.table.Name.Value
	if h.table.Title.Value != "" {
		name += ", " + h.table.Title.Value
	}
	p.row("table", name)
	h.showLender(p)
}

func (h home) showLender(p *page) {
	if h.lent {
		p.row("from", "the tables built into statusgen")
	}
}

func showReference(p *page, r *codes.Reference) {
	if r != nil {
		p.row("reference", r.Text.Value)
		p.row("", r.URL.Value)
	}
}

// grid lists the codes of a class or, where there is none, of the table.
func (h home) grid(p *page, only *codes.Class) {
	rows := [][]string{{"code", "name", "phrase", "class", "lifecycle"}}
	for _, c := range h.table.Codes {
		class := h.table.ClassOf(c.Value.Value)
		if only != nil && class != only {
			continue
		}
		name := ""
		if class != only {
			name = class.Name.Value
		}
		rows = append(rows, []string{
			written(c.Value.Value), c.Name.Value, c.Phrase.Value, name, string(h.table.LifecycleOf(c)),
		})
	}
	p.grid(rows, h.table.Kind == codes.Integer)
}

// classFacts gives what holds for those codes of a class that say nothing else.
func (h home) classFacts(class *codes.Class) []pair {
	return h.facts(func(property *codes.Property) *codes.Fact { return h.table.FactOfClass(class, property) })
}

// facts gives the values of all properties that have one.
func (h home) facts(of func(*codes.Property) *codes.Fact) []pair {
	var list []pair
	for _, property := range h.table.Properties {
		fact := of(property)
		if fact == nil {
			continue
		}
		items := each(property.Ordered(fact), func(s codes.Scalar) string { return h.scalar(property, s) })
		list = append(list, pair{property.Name.Value, cmp.Or(strings.Join(items, ", "), "none")})
	}
	return list
}

// scalar gives a value of a property: of a code, also what it is called.
func (h home) scalar(property *codes.Property, s codes.Scalar) string {
	switch property.Type.Value {
	case codes.TextProperty:
		return s.String()
	case codes.CodeProperty:
		v, _ := h.catalog.Target(property, s)
		if code := h.catalog.Table(property.Table.Value).Find(v); code != nil {
			return fmt.Sprintf("%s/%s %s", property.Table.Value, written(v), code.Name.Value)
		}
		return fmt.Sprintf("%s/%s", property.Table.Value, written(v))
	}
	return fmt.Sprint(s.Value)
}

// each gives what is shown of items.
func each[T, S any](items []T, text func(T) S) []S {
	texts := make([]S, len(items))
	for i, item := range items {
		texts[i] = text(item)
	}
	return texts
}
