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
	{ruleGlobSyntax, everyTable(globSyntax)},
	{ruleCodeOutOfRange, everyTable(codeOutOfRange)},
	{ruleCodePattern, everyCode(codePattern)},
	{ruleClassOutOfRange, everyTable(classOutOfRange)},
	{ruleClassOverlap, everyTable(classOverlap)},
	{ruleClassMissing, everyWholeTable(classMissing)},
	{ruleOwnerOverlap, everyTable(ownerOverlap)},
	{ruleCodeOwner, everyWholeTable(codeOwner)},

	// Properties
	{rulePropertyDefinition, everyWholeTable(propertyDefinition)},
	{ruleUnknownProperty, everyWholeTable(unknownProperty)},
	{rulePropertyType, everyWholeTable(propertyType)},
	{rulePropertyRequired, everyWholeTable(propertyRequired)},
	{rulePropertyAllowed, everyWholeTable(propertyAllowed)},

	// What one part says of another
	{ruleUnknownReference, everyNamedTable(unknownReference)},
	{ruleBareCode, everyNamedTable(bareCode)},
	{ruleReferenceCycle, everyNamedTable(referenceCycle)},
	{ruleDeprecatedReplacement, everyNamedTable(deprecatedReplacement)},
	{ruleLifecycleConflict, everyWholeCode(lifecycleConflict)},
	{ruleRemovalDate, everyCode(removalDate)},
	{ruleUnknownFact, everyTable(unknownFact)},
	{ruleMissingFact, everyWholeCode(missingFact)},
	{ruleVisibilityConflict, everyWholeTable(visibilityConflict)},
	{ruleInternalReference, everyNamedTable(internalReference)},
	{rulePatternSyntax, everyTable(patternSyntax)}, // behind all that holds codes to a pattern

	// Texts
	{ruleSummarySpace, summarySpace},
	{ruleTextSpace, textSpace},
	{ruleTextTooLong, textTooLong},
	{ruleDocSpoof, docSpoof},
	{ruleReferenceURL, everyTable(referenceURL)},

	// Errors
	{ruleNoErrors, everyWholeTable(noErrors)},
	{ruleProblemType, everyErrorTable(problemType)},
	{ruleProblemStatus, everyErrorTable(problemStatus)},
	{ruleMessageSyntax, everyErrorTable(messageSyntax)},
	{ruleUnknownParam, everyErrorTable(unknownParam)},
	{ruleUnusedParam, everyErrorTable(unusedParam)},
	{ruleOptionalParam, everyErrorTable(optionalParam)},
	{rulePrivateParam, everyErrorTable(privateParam)},
	{ruleParamType, everyErrorTable(paramType)},
	{ruleParamName, everyErrorTable(paramName)},
	{ruleLocaleTag, everyErrorTable(localeTags)},
	{ruleUnknownMessage, everyErrorTable(unknownMessage)},
	{ruleTranslationParams, everyErrorTable(translationParams)},
	{ruleMissingTranslation, everyErrorTable(missingTranslation)},
	{ruleRequiredTranslation, everyErrorTable(requiredTranslation)},

	// Targets
	{ruleSpellingSyntax, everyCode(spellingSyntax)},
	{ruleOutPath, outPath},
	{ruleOutCollision, outCollision},
	{ruleUnknownTable, unknownTable},
	{ruleDuplicateChoice, duplicateChoice},
	{ruleEmptyChoice, emptyChoice},
	{ruleHeaderSyntax, headerSyntax},
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
// What could not be read is not judged, and nothing is concluded from its not
// being there.
func Catalog(c *codes.Catalog) diag.List {
	p := newPass(c)
	p.home = homeOf(p.catalog)
	p.run()
	p.settle()
	p.found.Sort()
	return p.found
}

// pass is one run of the rules over one catalogue.
type pass struct {
	catalog   *codes.Catalog  // what of it could be read
	whole     bool            // and that is all of it
	unnamed   map[string]bool // the tables of which not every code is there by its name
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
	p := &pass{catalog: readable(c), whole: c.IsWhole(), unnamed: map[string]bool{}, named: make(map[string]*table, len(c.Tables))}
	for _, t := range c.Referred {
		p.named[t.Name.Value] = newTable(t)
	}
	for _, t := range c.Tables {
		p.unnamed[t.Name.Value] = p.unnamed[t.Name.Value] || !t.HasAllNames()
	}
	for _, t := range p.catalog.Tables {
		indexed := newTable(t)
		p.tables = append(p.tables, indexed)
		p.named[t.Name.Value] = indexed
	}
	return p
}

// readable gives what of a catalogue can be judged. A table of an unknown kind
// cannot, nor one of which the bases are in doubt.
func readable(c *codes.Catalog) *codes.Catalog {
	if c.IsWhole() {
		return c
	}
	part := &codes.Catalog{Targets: c.Targets, Words: c.Words, Referred: c.Referred}
	for _, t := range c.Tables {
		known := t.Kind == codes.Integer || t.Kind == codes.Text
		if known && !(t.Misread && len(t.Bases) > 0) {
			part.Tables = append(part.Tables, t.Readable())
		}
	}
	return part
}

func (p *pass) run() {
	for _, check := range checks {
		p.rule = check.rule
		check.run(p)
	}
}

// report records that the running rule is broken.
func (p *pass) report(pos diag.Pos, message string, more ...diag.Option) {
	if !p.whole && !pos.IsValid() {
		return // it is about something that could not be read
	}
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

// everyWholeTable is for rules that conclude something from what a table does
// not say.
func everyWholeTable(f func(*pass, *table)) func(*pass) {
	return everyTable(func(p *pass, t *table) {
		if !t.Misread {
			f(p, t)
		}
	})
}

// everyWholeCode is for rules that conclude something from what a code does not
// say.
func everyWholeCode(f func(*pass, *table, *codes.Code)) func(*pass) {
	return everyCode(func(p *pass, t *table, c *codes.Code) {
		if !c.Misread {
			f(p, t, c)
		}
	})
}

// everyNamedTable is for rules that look for names: of the table's own codes,
// and of those in the tables that its properties refer to.
func everyNamedTable(f func(*pass, *table)) func(*pass) {
	return everyTable(func(p *pass, t *table) {
		if p.unnamed[t.Name.Value] {
			return
		}
		for _, property := range t.Properties {
			if p.unnamed[property.Table.Value] {
				return
			}
		}
		f(p, t)
	})
}

func everyCode(f func(*pass, *table, *codes.Code)) func(*pass) {
	return everyTable(func(p *pass, t *table) {
		for _, c := range t.Codes {
			f(p, t, c)
		}
	})
}
