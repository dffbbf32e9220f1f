// Package check holds a catalogue to the promises that every status code table
// has to keep. Each promise is a rule, and each rule is a function; they know
// codes, classes and properties, but no programming language.
package check

import (
	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
)

// check is a rule and the function that finds what breaks it.
type check struct {
	rule *diag.Rule
	run  func(*pass)
}

var checks = []check{
	// Names
	{ruleNameSyntax, nameSyntax},
	{ruleReservedName, everyTable(reservedName)},
	{ruleWordSyntax, wordSyntax},

	// What must differ
	{ruleDuplicateTable, duplicateTable},
	{ruleDuplicateCode, everyTable(duplicateCode)},
	{ruleDuplicateName, everyTable(duplicateName)},
	{ruleDuplicateClass, everyTable(duplicateClass)},
	{ruleDuplicateValue, everyTable(duplicateValue)},
	{ruleDuplicateFact, everyTable(duplicateFact)},
	{ruleDuplicatePhrase, everyCode(duplicatePhrase)},
	{ruleAmbiguousPhrase, everyTable(ambiguousPhrase)},
	{ruleTextNameClash, everyCode(textNameClash)},
	{ruleRetiredInUse, everyTable(retiredInUse)},

	// The code space and its classes
	{ruleTableKind, everyTable(tableKind)},
	{ruleEmptyRange, everyTable(emptyRange)},
	{rulePatternSyntax, everyTable(patternSyntax)},
	{ruleGlobSyntax, everyTable(globSyntax)},
	{ruleCodeOutOfRange, everyTable(codeOutOfRange)},
	{ruleCodePattern, everyCode(codePattern)},
	{ruleClassOutOfRange, everyTable(classOutOfRange)},
	{ruleClassOverlap, everyTable(classOverlap)},
	{ruleClassMissing, everyTable(classMissing)},

	// Properties
	{rulePropertyDefinition, everyTable(propertyDefinition)},
	{ruleUnknownProperty, everyTable(unknownProperty)},
	{rulePropertyType, everyTable(propertyType)},
	{rulePropertyRequired, everyTable(propertyRequired)},
	{rulePropertyAllowed, everyTable(propertyAllowed)},

	// What one part says of another
	{ruleUnknownReference, everyTable(unknownReference)},
	{ruleBareCode, everyTable(bareCode)},
	{ruleReferenceCycle, everyTable(referenceCycle)},
	{ruleDeprecatedReplacement, everyTable(deprecatedReplacement)},
	{ruleLifecycleConflict, everyCode(lifecycleConflict)},
	{ruleUnknownFact, everyTable(unknownFact)},
	{ruleMissingFact, everyCode(missingFact)},

	// Texts
	{ruleSummarySpace, summarySpace},
	{ruleTextSpace, textSpace},
	{ruleTextTooLong, textTooLong},
	{ruleDocSpoof, docSpoof},
	{ruleReferenceURL, everyTable(referenceURL)},

	// Targets
	{ruleSpellingSyntax, everyCode(spellingSyntax)},
	{ruleOutPath, outPath},
	{ruleOutCollision, outCollision},
}

// Rules lists every rule of this package.
var Rules = rulesOf(checks)

func rulesOf(checks []check) []*diag.Rule {
	rules := make([]*diag.Rule, len(checks))
	for i, c := range checks {
		rules[i] = c.rule
	}
	return rules
}

// Catalog holds a catalogue to every rule. The findings are sorted by place.
func Catalog(c *codes.Catalog) diag.List {
	p := newPass(c)
	p.home = homeOf(c)
	p.run()
	p.settle()
	p.found.Sort()
	return p.found
}

// pass is one run of the rules over one catalogue.
type pass struct {
	catalog   *codes.Catalog
	tables    []*table
	named     map[string]*table
	home      home
	rule      *diag.Rule   // the one that runs
	table     *codes.Table // the one that it looks at, if it goes by tables
	found     diag.List
	inherited []inherited // found at places of bases
	guesses   int         // how many "did you mean" were looked for
}

func newPass(c *codes.Catalog) *pass {
	p := &pass{catalog: c, named: make(map[string]*table, len(c.Tables))}
	for _, t := range c.Referred {
		p.named[t.Name.Value] = newTable(t)
	}
	for _, t := range c.Tables {
		indexed := newTable(t)
		p.tables = append(p.tables, indexed)
		p.named[t.Name.Value] = indexed
	}
	return p
}

func (p *pass) run() {
	for _, check := range checks {
		p.rule = check.rule
		check.run(p)
	}
}

// report records that the running rule is broken.
func (p *pass) report(pos diag.Pos, message string, more ...diag.Option) {
	if line, ok := p.home.line(p.table, pos); ok {
		var one diag.List
		one.Add(p.rule, pos, message, more...)
		p.inherited = append(p.inherited, inherited{one[0], line})
		return
	}
	p.found.Add(p.rule, pos, message, more...)
}

func everyTable(f func(*pass, *table)) func(*pass) {
	return func(p *pass) {
		for _, t := range p.tables {
			p.table = t.Table
			f(p, t)
		}
		p.table = nil
	}
}

func everyCode(f func(*pass, *table, *codes.Code)) func(*pass) {
	return everyTable(func(p *pass, t *table) {
		for _, c := range t.Codes {
			f(p, t, c)
		}
	})
}
