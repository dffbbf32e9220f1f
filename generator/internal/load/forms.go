package load

import (
	"fmt"
	"regexp"

	"github.com/statusgen/statusgen/generator/internal/diag"
)

// forms shows how to write what is a mapping, given the one value that an
// author wrote instead of it. Those without a place for it show all.
var forms = map[string]string{
	"a target":        "{out: %s}",
	"only":            "{classes: [%s]}",
	"except":          "{classes: [%s]}",
	"a package":       "{name: %s, version: …}",
	"a table":         "{codes: […]}",
	"a reference":     "{text: %s}",
	"a class":         "{name: %s, range: [first, last]}",
	"a property":      "{type: %s}",
	"a code":          "{code: %s, name: …}",
	"a deprecation":   "{reason: %s}",
	"an alias":        "{name: %s}",
	"a retired entry": "{code: %s, reason: …}",
	"an owner":        "{name: %s, range: [first, last]}",
	"a suppression":   "{rule: %s, table: …, reason: …}",
	"a parameter":     "{type: %s}",
}

// namedForms does the same for mappings from names.
var namedForms = map[string]string{
	"targets":                   "go: {out: gen/go}",
	"words":                     "http: HTTP",
	"tables":                    "http: {codes: […]}",
	"the properties of a table": "retry: {type: boolean}",
	"a set of properties":       "retry: true",
	"spell":                     "go: NotFound",
	"names":                     "constant: {style: upper_snake}",
	"params":                    "last4: {type: text}",
	"locales":                   "de: {not_found: Nicht gefunden}",
	"the messages of a locale":  "not_found: Nicht gefunden",
}

// itemForms shows the items of the lists whose items are mappings.
var itemForms = map[string]string{
	"codes":   "a code",
	"classes": "a class",
	"aliases": "an alias",
	"retired": "a retired entry",
	"owners":  "an owner",
}

var (
	almostEntry  = regexp.MustCompile(`^[a-z_]+:[^/]`)
	looksBoolean = regexp.MustCompile(`^(?i:true|false|yes|no|on|off|y|n)$`)
	bareText     = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_./-]*$`)
)

// mappingForm shows how to write a mapping in the place of a node.
func mappingForm(n *node, what string) diag.Option {
	if n.Kind == scalar && !isQuoted(n) && almostEntry.MatchString(n.Value) {
		return diag.Hint("write a space after the colon")
	}
	if form := namedForms[what]; form != "" {
		return diag.Hint("write each entry like `%s`", form)
	}
	if form := forms[what]; form != "" {
		return diag.Hint("write %s", filled(form, n, what))
	}
	return diag.Hint("")
}

// listForm shows how to write a list in the place of the value of a field.
func (r *reader) listForm(n *node) diag.Option {
	field := r.fieldOf(n)
	item, ofMappings := itemForms[field]
	ofMappings = ofMappings && (r.what == "a table" || r.what == "a code")
	switch {
	case isNull(n):
		return diag.Hint(`write the items below it, each after "- "`)
	case n.Kind == mapping || field == "":
		return diag.Hint(`begin each item with "- "`)
	case ofMappings:
		return diag.Hint("write [%s]", filled(forms[item], n, item))
	case n.ShortTag() != "!!str" && field != "codes":
		return diag.Hint("write [%s]", show(n.Value)) // all other lists are of texts
	}
	return diag.Hint("write [%s]", inForm(n))
}

func filled(form string, n *node, what string) string {
	value := inForm(n)
	if what == "a deprecation" && looksBoolean.MatchString(n.Value) {
		value = "…" // true is no reason
	}
	if meant, known := synonyms[value]; known && (what == "a property" || what == "a parameter") {
		value = meant
	}
	if form == forms["a table"] {
		return form
	}
	return fmt.Sprintf(form, value)
}

// inForm shows a scalar as it may stand in a mapping or list in brackets.
func inForm(n *node) string {
	switch {
	case n.Kind != scalar || n.Value == "":
		return "…"
	case canonicalInteger.MatchString(n.Value) && !isQuoted(n) || bareText.MatchString(n.Value) && n.ShortTag() == "!!str":
		return clip(n.Value)
	}
	return show(n.Value)
}

// clip shortens a text that is safe to show as it is.
func clip(text string) string {
	short, more := shorten(text)
	if more {
		return short + "…"
	}
	return short
}
