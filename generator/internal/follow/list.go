package follow

import (
	"fmt"
	"slices"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
	"github.com/statusgen/statusgen/generator/internal/edit"
	"github.com/statusgen/statusgen/generator/internal/registry"
)

// texts are the facts of a code that are a text.
var texts = []struct {
	field string
	of    func(*codes.Code) codes.At[string]
}{
	{"phrase", func(c *codes.Code) codes.At[string] { return c.Phrase }},
	{"summary", func(c *codes.Code) codes.At[string] { return c.Summary }},
	{"action", func(c *codes.Code) codes.At[string] { return c.Action }},
	{"since", func(c *codes.Code) codes.At[string] { return c.Since }},
}

// Fields gives the fields that a list may have for a table: those of a code,
// url for that of its reference, and the properties.
func Fields(t *codes.Table) []string {
	fields := []string{"name", "phrase", "summary", "action", "reference", "url", "since", "lifecycle"}
	for _, p := range t.Properties {
		if !slices.Contains(fields, p.Name.Value) {
			fields = append(fields, p.Name.Value)
		}
	}
	return fields
}

// List compares a table with a list that somebody keeps. What it says is to be
// said in the table to the letter, and what it does not say may be anything.
func List(c *codes.Catalog, t *codes.Table, name string, except []string, entries []registry.Entry) Result {
	l := &lister{compare(c, t, name)}
	listed := map[codes.Value]diag.Pos{}
	for _, entry := range entries {
		v, err := value(t, entry.Code)
		switch first, twice := listed[v]; {
		case slices.Contains(except, entry.Code):
			listed[v] = entry.Pos
		case err != nil || entry.Code == "":
			l.left(ruleValue, entry.Pos, fmt.Sprintf("the code %q is none of %s", entry.Code, t.Name.Value))
		case twice:
			l.left(ruleValue, entry.Pos, fmt.Sprintf("the code %s is there twice", v), diag.See(first))
		case !l.isRetired(v):
			listed[v] = entry.Pos
			l.entry(v, entry)
		}
	}
	for _, code := range t.Codes {
		if _, there := listed[code.Value.Value]; !there {
			l.lacks(code, "if it is gone there, retire it here")
		}
	}
	l.place()
	return l.Result
}

type lister struct{ *comparison }

// entry compares an entry with the code that it is about.
func (l *lister) entry(v codes.Value, entry registry.Entry) {
	facts, ok := l.facts(entry)
	if !ok {
		return
	}
	code := l.table.Find(v)
	if code == nil {
		l.missing(v, entry, facts)
		return
	}
	says := func(field, text string) string {
		return fmt.Sprintf("%s has the %s %q for %s", l.who, field, text, v)
	}
	if name := entry.Fields["name"]; name != "" && !l.isNamed(code, name) {
		l.left(ruleDiffers, code.Name.Pos, says("name", name), diag.See(entry.Pos), diag.Hint("a name is for ever; make it an alias: aliases: [{name: %s}]", name))
	}
	for _, text := range texts {
		if is, want := text.of(code), entry.Fields[text.field]; want != "" && is.Value != want && !(text.field == "since" && l.table.SinceOf(code) == want) {
			l.differs(code, is.Pos, entry.Pos, says(text.field, want), []string{text.field}, want)
		}
	}
	if want := entry.Fields["lifecycle"]; want != "" && string(l.table.LifecycleOf(code)) != want {
		l.differs(code, code.Lifecycle.Pos, entry.Pos, says("lifecycle", want), []string{"lifecycle"}, want)
	}
	l.reference(code, entry)
	for _, fact := range facts {
		if !l.holds(code, fact) {
			l.differs(code, code.Value.Pos, entry.Pos, says("property "+fact.property.Name.Value, fact.text),
				[]string{"properties", fact.property.Name.Value}, fact.written())
		}
	}
}

func (l *lister) isNamed(code *codes.Code, name string) bool {
	return code.Name.Value == name || slices.ContainsFunc(code.Aliases, func(a *codes.Alias) bool { return a.Name.Value == name })
}

func (l *lister) reference(code *codes.Code, entry registry.Entry) {
	text, url := entry.Fields["reference"], entry.Fields["url"]
	is := l.table.ReferenceOf(code)
	if is == nil {
		is = &codes.Reference{}
	}
	if (text == "" || is.Text.Value == text) && (url == "" || is.URL.Value == url) {
		return
	}
	if text == "" {
		text = is.Text.Value
	}
	if url == "" && text == is.Text.Value {
		url = is.URL.Value
	}
	if text == "" {
		l.bareURL(code.Value.Value, entry)
		return
	}
	pos := diag.Pos{}
	if code.Reference != nil {
		pos = code.Reference.Pos
	}
	l.differs(code, pos, entry.Pos, fmt.Sprintf("%s has the reference %q for %s", l.who, text+" "+url, code.Value.Value),
		[]string{"reference"}, mapping(text, url))
}

// bareURL tells of a url that leads nobody knows where.
func (l *lister) bareURL(v codes.Value, entry registry.Entry) {
	l.left(ruleValue, entry.Pos, fmt.Sprintf("%s has a url for %s, but no reference that it is of", l.who, v))
}

func mapping(text, url string) edit.Mapping {
	m := edit.Mapping{{Key: "text", Value: text}}
	if url != "" {
		m = append(m, edit.Field{Key: "url", Value: url})
	}
	return m
}

// missing adds a code, with all that the list says of it.
func (l *lister) missing(v codes.Value, entry registry.Entry, facts []listed) {
	name := entry.Fields["name"]
	switch {
	case name == "":
		name = l.free(words(entry.Fields["phrase"]), v)
	case name != words(name):
		l.left(ruleValue, entry.Pos, fmt.Sprintf("%q, which is to be %s, is no name", name, v), diag.Hint("write it as %s there, or pass over the column: --column name=", l.free(words(name), v)))
		return
	case l.named[name]:
		l.left(ruleValue, entry.Pos, fmt.Sprintf("the name %q, which is to be %s, is taken or retired", name, v), diag.Hint("choose another one there, or pass over the column: --column name="))
		return
	}
	l.named[name] = true
	if entry.Fields["url"] != "" && entry.Fields["reference"] == "" {
		l.bareURL(v, entry)
	}
	fields := edit.Mapping{{Key: "code", Value: written(v)}, {Key: "name", Value: name}}
	var properties edit.Mapping
	for _, fact := range facts {
		if !l.isDefault(v, fact) {
			properties = append(properties, edit.Field{Key: fact.property.Name.Value, Value: fact.written()})
		}
	}
	for _, field := range Order {
		switch text := entry.Fields[field]; {
		case field == "properties" && properties != nil:
			fields = append(fields, edit.Field{Key: field, Value: properties})
		case field == "name" || text == "" || field == "lifecycle" && text == string(codes.Standard):
		case field == "reference":
			fields = append(fields, edit.Field{Key: field, Value: mapping(text, entry.Fields["url"])})
		default:
			fields = append(fields, edit.Field{Key: field, Value: text})
		}
	}
	l.add(v, entry.Pos, fmt.Sprintf("%s lacks %s, which %s calls %q", l.table.Name.Value, v, l.who, name), fields)
}
