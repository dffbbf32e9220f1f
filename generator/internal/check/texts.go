package check

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
)

// role is what the author wrote a text for, and so which rules hold for it.
type role struct {
	name    string
	spacing spacing
	oneLine bool // it has no line break inside
	printed bool // it becomes a paragraph of documentation
}

type spacing int

const (
	free   spacing = iota // data, kept as it is
	tidy                  // white space around it is a warning
	strict                // white space around it is an error
)

var (
	titleText     = &role{name: "title", spacing: strict, oneLine: true, printed: true}
	summaryText   = &role{name: "summary", spacing: strict, printed: true}
	actionText    = &role{name: "action", spacing: tidy, printed: true}
	reasonText    = &role{name: "reason", spacing: tidy, printed: true}
	phraseText    = &role{name: "phrase", spacing: tidy, oneLine: true}
	sinceText     = &role{name: "text of since", spacing: tidy, oneLine: true}
	referenceText = &role{name: "text of the reference", spacing: tidy, oneLine: true}
	urlText       = &role{name: "url"}
	patternText   = &role{name: "pattern"}
	classText     = &role{name: "prefix or glob"}
	codeText      = &role{name: "code"}
	messageText   = &role{name: "message", spacing: tidy}
	typeText      = &role{name: "type of errors"}
	propertyText  = &role{name: "property value"}
	headerText    = &role{name: "header"}
	ownerText     = &role{name: "owner", spacing: strict, oneLine: true}
)

// texts gives every text of a catalogue that is not empty.
func texts(c *codes.Catalog, visit func(*role, codes.At[string])) {
	give := func(role *role, text codes.At[string]) {
		if text.Value != "" {
			visit(role, text)
		}
	}
	for _, t := range c.Targets {
		give(headerText, t.Header)
	}
	for _, s := range c.Suppress {
		give(reasonText, s.Reason)
	}
	for _, t := range c.Tables {
		textsOfTable(t, give)
		for _, code := range t.Codes {
			textsOfCode(code, give)
		}
	}
}

func textsOfTable(t *codes.Table, give func(*role, codes.At[string])) {
	give(titleText, t.Title)
	give(summaryText, t.Summary)
	give(patternText, t.Pattern)
	give(sinceText, t.Since)
	textsOfReference(t.Reference, give)
	for _, class := range t.Classes {
		give(summaryText, class.Summary)
		give(classText, class.Prefix)
		give(classText, class.Glob)
		give(messageText, class.Message)
		textsOfSettings(class.Defaults, give)
	}
	for _, param := range t.Params() {
		give(summaryText, param.Summary)
	}
	if t.Errors != nil {
		give(typeText, t.Errors.Type)
	}
	for _, locale := range t.Locales {
		for _, m := range locale.Messages {
			give(messageText, m.Message)
		}
	}
	for _, property := range t.Properties {
		give(summaryText, property.Summary)
		textsOfFact(property.Default, give)
	}
	for _, owner := range t.Owners {
		give(ownerText, owner.Name)
		give(classText, owner.Prefix)
		give(summaryText, owner.Summary)
	}
	for _, retired := range t.Retired {
		give(reasonText, retired.Reason)
		if retired.Code != nil {
			give(codeText, codes.At[string]{Value: retired.Code.Value.Text, Pos: retired.Code.Pos})
		}
	}
}

func textsOfCode(c *codes.Code, give func(*role, codes.At[string])) {
	give(codeText, codes.At[string]{Value: c.Value.Value.Text, Pos: c.Value.Pos})
	give(phraseText, c.Phrase)
	give(summaryText, c.Summary)
	give(actionText, c.Action)
	give(sinceText, c.Since)
	give(ownerText, c.Owner)
	textsOfReference(c.Reference, give)
	if d := c.Deprecated; d != nil {
		give(sinceText, d.Since)
		give(reasonText, d.Reason)
	}
	for _, also := range c.Also {
		give(phraseText, also)
	}
	give(messageText, c.Message)
	textsOfSettings(c.Properties, give)
}

func textsOfReference(r *codes.Reference, give func(*role, codes.At[string])) {
	if r != nil {
		give(referenceText, r.Text)
		give(urlText, r.URL)
	}
}

func textsOfSettings(settings []codes.Setting, give func(*role, codes.At[string])) {
	for _, s := range settings {
		textsOfFact(s.Fact, give)
	}
}

func textsOfFact(f *codes.Fact, give func(*role, codes.At[string])) {
	if f == nil {
		return
	}
	for _, s := range f.Items {
		if value, ok := s.Value.(string); ok {
			give(propertyText, codes.At[string]{Value: value, Pos: s.Pos})
		}
	}
}

var ruleSummarySpace = &diag.Rule{
	Name: "summary-space",
	Doc:  "A summary, a title or an owner has no white space around it, and titles and owners are one line, because they are set into sentences.",
}

func summarySpace(p *pass) { p.spacing(strict) }

var ruleTextSpace = &diag.Rule{
	Name:     "text-space",
	Doc:      "No other text has white space around it, and phrases, since and references are one line, because nobody can see it and programs compare it.",
	Severity: diag.Warning,
}

func textSpace(p *pass) { p.spacing(tidy) }

func (p *pass) spacing(which spacing) {
	texts(p.catalog, func(role *role, text codes.At[string]) {
		switch {
		case role.spacing != which:
		case strings.TrimSpace(text.Value) != text.Value:
			p.report(text.Pos, fmt.Sprintf("the %s has white space before or after it", role.name), blockHint(text.Value))
		case role.oneLine && strings.ContainsFunc(text.Value, breaksLine):
			p.report(text.Pos, fmt.Sprintf("the %s has more than one line", role.name))
		}
	})
}

// blockHint tells of the line break that a block scalar leaves at its end,
// which nobody has typed.
func blockHint(s string) diag.Option {
	if strings.TrimSuffix(s, "\n") == strings.TrimSpace(s) {
		return diag.Hint("a text after | or > ends in a line break; write |- or >-")
	}
	return diag.Hint("")
}

// breaksLine reports whether some language or editor ends a line at r.
func breaksLine(r rune) bool {
	switch r {
	case '\n', '\v', '\f', '\r', '\u0085', '\u2028', '\u2029':
		return true
	}
	return false
}

var ruleTextTooLong = &diag.Rule{
	Name: "text-too-long",
	Doc:  "A summary has at most 4,000 characters, and any other text at most 65,536, because every program that uses the table carries it.",
}

const (
	maxSummary = 4_000
	maxText    = 65_536
)

func textTooLong(p *pass) {
	texts(p.catalog, func(role *role, text codes.At[string]) {
		limit := maxText
		if role == summaryText {
			limit = maxSummary
		}
		if n := utf8.RuneCountInString(text.Value); n > limit {
			p.report(text.Pos, fmt.Sprintf("the %s has %d characters, but may have at most %d", role.name, n, limit))
		}
	})
}

var ruleDocSpoof = &diag.Rule{
	Name: "doc-spoof",
	Doc:  `No line of a text that becomes documentation begins with "Deprecated:", because tools would take the code for deprecated while its data says otherwise.`,
}

func docSpoof(p *pass) {
	texts(p.catalog, func(role *role, text codes.At[string]) {
		if role.printed && spoofs(text.Value) {
			p.report(text.Pos, fmt.Sprintf("a line of the %s begins with %q", role.name, spoof), diag.Hint("say it with deprecated: {reason: …}"))
		}
	})
}

const spoof = "Deprecated:"

func spoofs(s string) bool {
	for line := range strings.FieldsFuncSeq(s, breaksLine) {
		if strings.HasPrefix(strings.TrimLeftFunc(line, unicode.IsSpace), spoof) {
			return true
		}
	}
	return false
}
