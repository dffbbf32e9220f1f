package check

import (
	"fmt"
	"net/url"
	"strings"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
)

// everyErrorTable is for rules about errors.
func everyErrorTable(f func(*pass, *table)) func(*pass) {
	return everyWholeTable(func(p *pass, t *table) {
		if t.Errors != nil {
			f(p, t)
		}
	})
}

var ruleNoErrors = &diag.Rule{
	Name: "no-errors",
	Doc:  "Messages, parameters and locales are given in tables with errors, because the codes of others carry none.",
}

func noErrors(p *pass, t *table) {
	if t.Errors != nil {
		return
	}
	report := func(what string, pos diag.Pos) {
		p.report(pos, fmt.Sprintf("the table %s has %s, but no errors", quote(t.Name.Value), what), diag.Hint("write `errors: true`"))
	}
	given := func(message codes.At[string], params []*codes.Param) {
		if message.Given() {
			report("a message", message.Pos)
		}
		for _, param := range params {
			report("the parameter "+quote(param.Name.Value), param.Name.Pos)
		}
	}
	for _, class := range t.Classes {
		given(class.Message, class.Params)
	}
	for _, c := range t.Codes {
		given(c.Message, c.Params)
	}
	for _, locale := range t.Locales {
		report("the locale "+quote(locale.Tag.Value), locale.Tag.Pos)
	}
}

var ruleProblemType = &diag.Rule{
	Name: "problem-type",
	Doc:  "The type of errors is a whole https: address, in which {name} and {code} are those of a code, because a problem is told by it.",
}

func problemType(p *pass, t *table) {
	template := t.Errors.Type
	if !template.Given() {
		return
	}
	pieces, fault := codes.Pieces(template.Value)
	var filled strings.Builder
	for _, piece := range pieces {
		filled.WriteString(piece.Text)
		switch piece.Param {
		case "":
		case "name", "code":
			filled.WriteString("x")
		default:
			fault = fmt.Sprintf("has {%s}, but only {name} and {code} are known", piece.Param)
		}
	}
	if fault == "" {
		fault = addressFault(filled.String())
	}
	if fault != "" {
		p.report(template.Pos, fmt.Sprintf("the type of errors %s %s", quote(template.Value), fault), diag.Hint("write it like https://errors.example.com/{name}"))
	}
}

// addressFault says what keeps a text from being a whole https: address, or
// nothing.
func addressFault(s string) string {
	if fault := urlFault(s); fault != "" {
		return fault
	}
	if u, err := url.Parse(s); err != nil || u.Scheme != "https" {
		return "does not start with https://"
	}
	return ""
}

var ruleProblemStatus = &diag.Rule{
	Name: "problem-status",
	Doc:  "The HTTP status of errors is one property, of a single code of a table of integers, and its values are from 100 to 599.",
}

func problemStatus(p *pass, t *table) {
	status := t.Errors.Status
	if !status.Given() {
		if all := p.catalog.Statuses(t.Table); len(all) > 1 {
			p.report(t.Errors.Pos, fmt.Sprintf("the properties %s and %s both point to HTTP status codes", quote(all[0].Name.Value), quote(all[1].Name.Value)),
				diag.See(all[0].Name.Pos), diag.See(all[1].Name.Pos), diag.Hint("say which is the status of errors: {status: %s}", all[0].Name.Value))
			return
		}
	}
	property := p.catalog.StatusOf(t.Table)
	switch {
	case property == nil && status.Given():
		p.report(status.Pos, fmt.Sprintf("the table %s has no property %s", quote(t.Name.Value), quote(status.Value)),
			p.didYouMean(status.Value, among(t.Properties, func(p *codes.Property) string { return p.Name.Value })))
	case property == nil:
	case property.Type.Value != codes.CodeProperty || property.Many:
		p.report(status.Pos, fmt.Sprintf("the property %s is not a single code of another table", quote(status.Value)), diag.See(property.Name.Pos))
	default:
		statusValues(p, t, property)
	}
}

// statusValues reports values that are no HTTP status.
func statusValues(p *pass, t *table, property *codes.Property) {
	for _, fact := range t.FactsOf(property) {
		for _, s := range fact.Items {
			value, ok := p.catalog.Target(property, s)
			if ok && (value.Kind != codes.Integer || value.Int < 100 || value.Int > 599) {
				p.report(s.Pos, fmt.Sprintf("the status of an error is %s here, which is no HTTP status", show(value)), diag.See(t.Errors.Pos))
			}
		}
	}
}
