package check

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
	"unicode"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
)

// requirable lists what require: can ask for, and how to see whether a code
// states it itself.
var requirable = []struct {
	name   string
	stated func(*codes.Code) bool
}{
	{"phrase", func(c *codes.Code) bool { return c.Phrase.Value != "" }},
	{"summary", func(c *codes.Code) bool { return c.Summary.Value != "" }},
	{"action", func(c *codes.Code) bool { return c.Action.Value != "" }},
	{"reference", func(c *codes.Code) bool { return c.Reference != nil }},
	{"since", func(c *codes.Code) bool { return c.Since.Value != "" }},
}

var ruleUnknownFact = &diag.Rule{
	Name: "unknown-fact",
	Doc:  "What require asks for are facts that there are (phrase, summary, action, reference, since), because an unknown one would never be missed.",
}

func unknownFact(p *pass, t *table) {
	var known []string
	for _, fact := range requirable {
		known = append(known, fact.name)
	}
	for _, word := range t.Require {
		if !slices.Contains(known, word.Value) {
			p.report(word.Pos, fmt.Sprintf("%s is nothing that can be required; write %s", quote(word.Value), list(known)),
				p.didYouMean(word.Value, slices.Values(known)))
		}
	}
}

var ruleMissingFact = &diag.Rule{
	Name: "missing-fact",
	Doc:  "Every code states itself what its table's require: asks for, because the table's author promised it to readers.",
}

func missingFact(p *pass, t *table, c *codes.Code) {
	for _, fact := range requirable {
		i := slices.IndexFunc(t.Require, func(word codes.At[string]) bool { return word.Value == fact.name })
		if i < 0 || fact.stated(c) {
			continue
		}
		p.report(c.Value.Pos, fmt.Sprintf("%s has no %s, which its table requires", quote(c.Name.Value), fact.name),
			diag.See(t.Require[i].Pos))
	}
}

var ruleReferenceURL = &diag.Rule{
	Name: "reference-url",
	Doc:  "The url of a reference is a whole https: or mailto: address, because documentation makes a link of it.",
}

func referenceURL(p *pass, t *table) {
	look := func(r *codes.Reference) {
		if r == nil || r.URL.Value == "" {
			return
		}
		if fault := urlFault(r.URL.Value); fault != "" {
			p.report(r.URL.Pos, fmt.Sprintf("the url %s %s", quote(r.URL.Value), fault))
		}
	}
	look(t.Reference)
	for _, c := range t.Codes {
		look(c.Reference)
	}
}

// urlFault says what keeps a text from being the url of a reference, or
// nothing.
func urlFault(s string) string {
	if strings.ContainsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }) {
		return "holds white space or a control character"
	}
	u, err := url.Parse(s)
	switch {
	case err != nil:
		return "cannot be read"
	case u.Scheme == "https" && u.Hostname() == "", u.Scheme == "mailto" && u.Opaque == "":
		return "leads nowhere"
	case u.Scheme != "https" && u.Scheme != "mailto":
		return "does not start with https:// or mailto:"
	}
	return ""
}
