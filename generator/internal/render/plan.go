package render

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
)

// Plan decides everything that a target shows of a catalogue. The catalogue
// has passed every check; what can still be wrong is a matter of this target:
// names that its language cannot hold, and package fields. Where the list has
// errors, the view must not be rendered.
func Plan(catalog *codes.Catalog, target *Target) (*View, diag.List) {
	p := &planner{
		catalog:  catalog,
		target:   target.Declared,
		language: target.Language.Respelled(target.Declared.Names),
	}
	p.naming = NewNaming(p.language, catalog.Words)
	p.reserved = map[string]bool{}
	for _, word := range p.language.Reserved {
		p.reserved[word] = true
	}
	p.judgeRoles()
	view := &View{
		Marker:   Marker,
		Header:   header(target.Declared.Header.Value),
		Language: target.Language,
		Package:  p.packageOf(target.Declared),
		Sources:  ".",
	}
	if view.Package != nil && p.language.Sources != "" {
		view.Sources = strings.ReplaceAll(p.language.Sources, "{module}", view.Package.Module)
	}
	p.across = p.acrossScopes()
	for _, table := range catalog.Tables {
		view.Tables = append(view.Tables, p.table(table))
	}
	p.found.Sort()
	return view, p.found
}

// planner carries what every decision looks at, and what was found.
type planner struct {
	catalog  *codes.Catalog
	target   *codes.Target
	language *codes.Language
	naming   Naming
	reserved map[string]bool // words of the language
	across   []*scope        // those of all tables
	found    diag.List

	misformed map[codes.Role]bool // whose rule has been found wrong
}

func (p *planner) table(t *codes.Table) *Table {
	table := &Table{
		Name:        t.Name.Value,
		Title:       NewText(t.Title.Value),
		Summary:     NewText(t.Summary.Value),
		Reference:   reference(t.Reference),
		Fingerprint: p.catalog.Fingerprint(t),
		Integer:     t.Kind == codes.Integer,
		Wide:        needsWide(t),
		Open:        t.Unknown == codes.Open,
	}
	if len(t.Codes) == 0 {
		p.found.Add(ruleEmptyTable, t.Name.Pos, fmt.Sprintf("target %s cannot show the table %q, which has no codes", p.target.Name.Value, t.Name.Value))
	}
	n := p.namer(t)
	table.Package = n.spell(codes.PackageRole, t.Name.Value)
	n.declare(codes.PackageRole, table.Package, "the package of the table", t.Name)
	table.Type = n.spell(codes.TypeRole, t.Type.Value)
	typeName := t.Type
	if !typeName.Given() { // it is the table's name
		typeName.Pos = t.Name.Pos
	}
	n.declare(codes.TypeRole, table.Type, "the type", typeName)
	table.Input = n.input(t.Type.Value)
	n.declare(codes.InputRole, table.Input, "the type of what is taken for a code of", typeName)
	table.Doc = p.tableDoc(t, table)

	classes := p.classes(t, n, table)
	table.Properties = p.properties(t, n)
	p.codes(t, n, table, classes)
	p.settle(t, table, classes)
	p.errors(t, n, table)
	table.declared = n.names
	table.Shape = shapeOf(table)
	table.Names = names(t, table.Codes)
	table.Phrases = phrases(t, table.Codes)
	return table
}

// isWide reports whether a number needs more than 32 bits.
func isWide(n int64) bool { return n < math.MinInt32 || n > math.MaxInt32 }

// needsWide reports whether some code of a table, its range or that of a class
// does.
func needsWide(t *codes.Table) bool {
	wide := func(r *codes.Range) bool { return r != nil && (isWide(r.Min) || isWide(r.Max)) }
	return wide(t.Range) ||
		slices.ContainsFunc(t.Classes, func(c *codes.Class) bool { return wide(c.Range) }) ||
		slices.ContainsFunc(t.Codes, func(c *codes.Code) bool { return isWide(c.Value.Value.Int) })
}

// classes plans the classes of a table, and gives them by the class that they
// show.
func (p *planner) classes(t *codes.Table, n *namer, table *Table) map[*codes.Class]*Class {
	planned := make(map[*codes.Class]*Class, len(t.Classes))
	for _, c := range t.Classes {
		name := c.Name.Value
		class := &Class{
			Name:       name,
			Identifier: n.spell(codes.ClassRole, name),
			Guard:      n.spell(codes.GuardRole, name),
			Prefix:     NewText(c.Prefix.Value),
			Glob:       glob(c.Glob.Value),
		}
		if c.Range != nil {
			class.Range = &Range{c.Range.Min, c.Range.Max}
		}
		if class.Glob != nil && class.Glob.Open && !strings.Contains(class.Glob.Pattern.raw(), "?") {
			class.Prefix, class.Glob = class.Glob.Pattern, nil
		}
		n.declare(codes.ClassRole, class.Identifier, "the class", c.Name)
		n.declare(codes.GuardRole, class.Guard, "the test of the class", c.Name)
		p.classDocs(c, class)
		table.Globs = table.Globs || class.Glob != nil
		planned[c] = class
		table.Classes = append(table.Classes, class)
	}
	return planned
}

func glob(pattern string) *Glob {
	if pattern == "" {
		return nil
	}
	head, open := strings.CutSuffix(pattern, "*")
	return &Glob{Pattern: NewText(head), Open: open}
}

func (p *planner) codes(t *codes.Table, n *namer, table *Table, classes map[*codes.Class]*Class) {
	for _, c := range t.Codes {
		lifecycle := t.LifecycleOf(c)
		code := &Code{
			Identifier:  n.constant(c),
			Literal:     p.literal(c.Value.Value),
			value:       &c.Value.Value,
			pos:         n.posOf(c),
			Name:        c.Name.Value,
			NamesItself: c.Value.Value.Kind == codes.Text && c.Value.Value.Text == c.Name.Value,
			Phrase:      NewText(c.Phrase.Value),
			Summary:     NewText(c.Summary.Value),
			Action:      NewText(c.Action.Value),
			Reference:   reference(t.ReferenceOf(c)),
			Since:       NewText(t.SinceOf(c)),
			Lifecycle:   lifecycle,
			Deprecated:  lifecycle == codes.Deprecated,
		}
		n.declareCode(c, code.Identifier)
		if class := classes[t.ClassOf(c.Value.Value)]; class != nil {
			code.Class = class
			class.Codes = append(class.Codes, code)
		}
		for _, a := range c.Aliases {
			if !a.In(p.target) {
				continue
			}
			alias := &Alias{
				Identifier: n.spell(n.codes, a.Name.Value),
				Name:       a.Name.Value,
				Deprecated: a.Deprecated,
				pos:        &a.Name.Pos,
			}
			if alias.Identifier == code.Identifier {
				continue // the target already spells the code so
			}
			n.declare(n.codes, alias.Identifier, "the alias", a.Name)
			alias.Doc = p.aliasDoc(a, alias.Identifier, code.Identifier)
			code.Aliases = append(code.Aliases, alias)
		}
		code.Doc = p.codeDoc(t, c, code, n)
		table.Codes = append(table.Codes, code)
		if lifecycle != codes.Standard {
			table.Unusual = append(table.Unusual, code)
		}
		table.Some.take(code)
	}
}

func (s *Some) take(c *Code) {
	s.Phrase = s.Phrase || c.Phrase != nil
	s.Summary = s.Summary || c.Summary != nil
	s.Action = s.Action || c.Action != nil
	s.Reference = s.Reference || c.Reference != nil
}

// literal writes a code as the language does.
func (p *planner) literal(v codes.Value) string {
	if v.Kind == codes.Text {
		return p.quoted(v.Text)
	}
	return strconv.FormatInt(v.Int, 10)
}

// quoted writes text as a literal. A language that says nothing of its texts has
// none, so that no template prints what no encoder has closed.
func (p *planner) quoted(text string) string {
	if p.language.String.Quote == "" {
		return ""
	}
	return quote(p.language.String, text)
}

// shown gives a code without quotes.
func shown(v codes.Value) string {
	if v.Kind == codes.Text {
		return v.Text
	}
	return strconv.FormatInt(v.Int, 10)
}

func reference(r *codes.Reference) *Reference {
	if r == nil {
		return nil
	}
	return &Reference{Text: NewText(r.Text.Value), URL: NewText(r.URL.Value)}
}

// names lists what parse accepts beside a code: every name, then every alias,
// those of other targets too, because all languages must agree.
func names(t *codes.Table, planned []*Code) []Name {
	list := make([]Name, 0, len(planned))
	for i, c := range t.Codes {
		list = append(list, Name{Name: c.Name.Value, Code: planned[i]})
	}
	for i, c := range t.Codes {
		for _, a := range c.Aliases {
			list = append(list, Name{Name: a.Name.Value, Code: planned[i]})
		}
	}
	return list
}

// phrases lists the folded phrases that stand for exactly one code.
func phrases(t *codes.Table, planned []*Code) []Phrase {
	list := make([]Phrase, 0, len(planned))
	at := make(map[string]int, len(planned)) // of the folded ones, in the list
	for i, c := range t.Codes {
		own := codes.Fold(c.Phrase.Value)
		add := func(folded string) {
			switch first, taken := at[folded]; {
			case folded == "":
			case !taken:
				at[folded] = len(list)
				list = append(list, Phrase{Folded: NewText(folded), Code: planned[i], Own: folded == own})
			case list[first].Code != planned[i]:
				list[first].Code = nil // it is ambiguous
			}
		}
		add(own)
		for _, phrase := range c.Also {
			add(codes.Fold(phrase.Value))
		}
	}
	return slices.DeleteFunc(list, func(p Phrase) bool { return p.Code == nil })
}
