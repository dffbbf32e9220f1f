package render

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
)

var (
	ruleReservedWord = &diag.Rule{
		Name: "reserved-word",
		Doc:  "No name is spelled like a word that the target's language reserves, because the output would not compile.",
	}
	ruleSpellingForm = &diag.Rule{
		Name: "spelling-form",
		Doc:  "What a target or a code's spell makes of a name has the form that the language sets, because another could hide what the generated code itself uses.",
	}
	ruleFixedSpelling = &diag.Rule{
		Name: "fixed-spelling",
		Doc:  "A target has rules of its own only for the kinds of names that its language leaves to it, because the generated code relies on the others.",
	}
	ruleSpellingClash = &diag.Rule{
		Name: "spelling-clash",
		Doc:  "No two names of one scope have one spelling in a target, because one of them would be lost.",
	}
	ruleHelperClash = &diag.Rule{
		Name: "helper-clash",
		Doc:  "No name is spelled like something that the generated code itself declares, because one of them would be lost.",
	}
	ruleEmptyTable = &diag.Rule{
		Name: "empty-table",
		Doc:  "A table that a target shows has a code, because most languages have no type without values.",
	}
	ruleMissingType = &diag.Rule{
		Name: "missing-type",
		Doc:  "A language that makes errors has a type for each of their parameters, because none could be declared otherwise.",
	}
	rulePackageSyntax = &diag.Rule{
		Name: "package-syntax",
		Doc:  "The fields of a target's package keep to what its registry and its language take.",
	}
)

// Rules are the rules about targets.
var Rules = []*diag.Rule{ruleReservedWord, ruleSpellingForm, ruleFixedSpelling, ruleSpellingClash, ruleHelperClash, ruleEmptyTable, ruleMissingType, rulePackageSyntax}

// scope holds identifiers that must differ.
type scope struct {
	planner *planner
	name    string
	across  bool // of files, which are called something in every language
	holds   []codes.Role
	taken   map[string]bool
	owners  map[string]*owner
}

// owner is the name that an identifier spells, and what has it.
type owner struct {
	codes.At[string]
	what string
}

// newScope makes a scope that has room for as many identifiers as there are
// codes, which is most of them.
func (p *planner) newScope(name string, rule *codes.Scope, codes int) *scope {
	s := &scope{
		planner: p, name: name, across: rule.Across, holds: rule.Holds,
		taken: map[string]bool{}, owners: make(map[string]*owner, codes),
	}
	for _, word := range rule.Taken {
		s.taken[word] = true
	}
	return s
}

// declare takes an identifier into the scope, or finds why it cannot, and
// reports which.
func (s *scope) declare(role codes.Role, identifier string, name *owner) bool {
	p := s.planner
	if !slices.Contains(s.holds, role) || !s.across && !p.naming.Has(role) {
		return true
	}
	target := p.target.Name.Value
	if s.taken[identifier] {
		p.found.Add(ruleHelperClash, name.Pos,
			fmt.Sprintf("in target %s, %s %q is spelled %s, which the generated %s itself declares",
				target, name.what, name.Value, identifier, s.name),
			p.hintFor(role))
		return false
	}
	if first, ok := s.owners[identifier]; ok {
		before, now := strconv.Quote(first.Value), strconv.Quote(name.Value)
		if before == now { // a table and its class, say
			before, now = first.what+" "+before, name.what+" "+now
		}
		p.found.Add(ruleSpellingClash, name.Pos,
			fmt.Sprintf("in target %s, %s and %s are both spelled %s", target, before, now, identifier),
			p.hintFor(role), diag.See(first.Pos))
		return false
	}
	s.owners[identifier] = name
	return true
}

// hintFor says how an author can get out of a fault of spelling.
func (p *planner) hintFor(role codes.Role) diag.Option {
	switch {
	case role == codes.ConstantRole || role == codes.ErrorCodeRole:
		return diag.Hint("rename it, or give the code its own spelling there: spell: {%s: …}", p.target.Name.Value)
	case p.language.Names[role].Form != "":
		return diag.Hint("rename it, or let the target spell such names otherwise: names: {%s: …}", role)
	}
	return diag.Hint("rename it")
}

// namer spells the names of one table and keeps its scopes.
type namer struct {
	planner *planner
	naming  Naming
	context Context
	codes   codes.Role // of codes and aliases
	scopes  []*scope
	names   []declared // so far
}

func (p *planner) namer(t *codes.Table) *namer {
	n := &namer{
		planner: p,
		naming:  NewNaming(p.language, slices.Concat(t.Words, p.catalog.Words)),
		context: Context{Table: t.Name.Value, Type: t.Type.Value},
		codes:   codes.ConstantRole,
		scopes:  slices.Clone(p.across),
	}
	if t.Errors != nil && p.naming.Has(codes.ErrorCodeRole) {
		n.codes = codes.ErrorCodeRole
	}
	typeName, errorName := n.spell(codes.TypeRole, t.Type.Value), n.spell(codes.ErrorRole, t.Name.Value)
	for i := range p.language.Scopes {
		rule := &p.language.Scopes[i]
		ofKind := rule.Kind == "" || rule.Kind == t.Kind.String()
		if ofKind && !rule.Across && (t.Errors != nil || !rule.Errors) {
			n.scopes = append(n.scopes, p.newScope(rule.Name, rule.Of(typeName, errorName), len(t.Codes)))
		}
	}
	return n
}

// acrossScopes gives the scopes that are one for all tables: that of what holds
// them, in every language, and what the language says.
func (p *planner) acrossScopes() []*scope {
	errors := slices.ContainsFunc(p.catalog.Tables, func(t *codes.Table) bool { return t.Errors != nil })
	list := []*scope{p.newScope("target", &codes.Scope{Across: true, Holds: []codes.Role{codes.PackageRole}}, 0)}
	for i := range p.language.Scopes {
		if rule := &p.language.Scopes[i]; rule.Across && (errors || !rule.Errors) {
			list = append(list, p.newScope(rule.Name, rule, 0))
		}
	}
	return list
}

func (n *namer) spell(role codes.Role, name string) string {
	return n.naming.Spell(role, name, n.context)
}

// input spells the type of whatever is taken for a code, in words that do not
// stutter: HttpStatusCode, but AnyGrpcCode.
func (n *namer) input(name string) string {
	if !n.naming.Has(codes.InputRole) {
		return name
	}
	typeName := strings.Join(n.naming.compose(codes.TypeRole, name, n.context), "_")
	words := n.naming.compose(codes.InputRole, typeName, Context{Table: n.context.Table, Type: typeName})
	if last := len(words) - 1; last > 0 && words[last] == words[last-1] {
		words = slices.Concat([]string{"any"}, words[:last])
	}
	return n.naming.write(codes.InputRole, words)
}

// constant gives the identifier of a code: the spelling that the author gave
// this target, or the rule's.
func (n *namer) constant(c *codes.Code) string {
	if own := n.own(c); own != nil {
		return own.Value
	}
	return n.spell(n.codes, c.Name.Value)
}

// own gives the spelling of a code that the author gave this target or, where
// he gave it none, its language; or nil.
func (n *namer) own(c *codes.Code) *codes.At[string] {
	for _, name := range []string{n.planner.target.Name.Value, n.planner.target.Speaks()} {
		for i := range c.Spell {
			if c.Spell[i].Target.Value == name {
				return &c.Spell[i].Identifier
			}
		}
	}
	return nil
}

// posOf gives the place of what the identifier of a code spells.
func (n *namer) posOf(c *codes.Code) *diag.Pos {
	if own := n.own(c); own != nil {
		return &own.Pos
	}
	return &c.Name.Pos
}

// declareCode takes the identifier of a code into its scopes. Where the author
// spelled it himself, that is the place of what is wrong with it.
func (n *namer) declareCode(c *codes.Code, identifier string) {
	own := n.own(c)
	if own == nil {
		n.declare(n.codes, identifier, "the code", c.Name)
		return
	}
	p := n.planner
	if form := p.language.Names[n.codes].Form; form != "" && !regexp.MustCompile(form).MatchString(own.Value) {
		p.found.Add(ruleSpellingForm, own.Pos,
			fmt.Sprintf("target %s cannot spell %q as %s: it must match %s", p.target.Name.Value, c.Name.Value, own.Value, form))
		return
	}
	n.declare(n.codes, identifier, "the code", codes.At[string]{Value: c.Name.Value, Pos: own.Pos})
}

// declare takes an identifier into every scope that holds its role.
func (n *namer) declare(role codes.Role, identifier, what string, name codes.At[string]) {
	p := n.planner
	own := &owner{name, what}
	if role != n.codes { // whose names the view has
		n.record(role, identifier, own)
	}
	p.judgeForm(role, identifier, name.Value)
	if p.reserved[identifier] && p.naming.Has(role) {
		p.found.Add(ruleReservedWord, name.Pos,
			fmt.Sprintf("in target %s, %s %q is spelled %s, a word that %s reserves",
				p.target.Name.Value, what, name.Value, identifier, p.language.Title),
			p.hintFor(role))
		return
	}
	for _, s := range n.scopes {
		if !s.declare(role, identifier, own) {
			return // one fault is one finding
		}
	}
}
