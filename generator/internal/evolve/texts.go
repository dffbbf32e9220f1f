package evolve

import (
	"fmt"
	"slices"
	"strings"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
)

// text is a part of documentation, before and after.
type text struct {
	what    string
	was, is codes.At[string]
}

// texts compares the documentation of all parts that both sides have. What is
// said otherwise of one part is one change.
func (p *pair) texts() {
	table := append([]text{
		{"title", p.old.Title, p.now.Title}, {"summary", p.old.Summary, p.now.Summary}, {"since", p.old.Since, p.now.Since},
	}, referenceTexts(p.old.Reference, p.now.Reference)...)
	p.reworded(p.about(), p.old.Name.Pos, p.now.Name.Pos, "the table "+quote(p.now.Name.Value), table)
	for _, is := range distinct(p.now) {
		if was := classNamed(p.old, is.Name.Value); was != nil {
			p.reworded(p.aboutName(is.Name.Value), was.Name.Pos, is.Name.Pos, "the class "+quote(is.Name.Value), []text{{"summary", was.Summary, is.Summary}})
		}
	}
	for _, is := range p.now.Properties {
		if was := p.old.Property(is.Name.Value); was != nil {
			p.reworded(p.aboutName(is.Name.Value), was.Name.Pos, is.Name.Pos, "the property "+quote(is.Name.Value), []text{{"summary", was.Summary, is.Summary}})
		}
	}
	for _, is := range p.now.Codes {
		if was := p.old.Find(is.Value.Value); was != nil && !p.reused(was, is) {
			p.reworded(p.aboutCode(is), was.Value.Pos, is.Value.Pos, called(is), codeTexts(p.old, p.now, was, is))
		}
	}
}

func codeTexts(old, now *codes.Table, was, is *codes.Code) []text {
	texts := []text{
		{"summary", was.Summary, is.Summary}, {"action", was.Action, is.Action},
	}
	if was.Since.Given() || is.Since.Given() { // else it is the table's
		texts = append(texts, text{"since", codes.At[string]{Value: old.SinceOf(was), Pos: was.Since.Pos}, codes.At[string]{Value: now.SinceOf(is), Pos: is.Since.Pos}})
	}
	if was.Reference != nil || is.Reference != nil {
		texts = append(texts, referenceTexts(old.ReferenceOf(was), now.ReferenceOf(is))...)
	}
	for _, param := range now.ParamsOf(is) {
		if before := codes.ParamIn(old.ParamsOf(was), param.Name.Value); before != nil {
			texts = append(texts, text{"summary of a parameter", before.Summary, param.Summary})
		}
	}
	if was.Deprecated != nil && is.Deprecated != nil {
		before, after := was.Deprecated, is.Deprecated
		texts = append(texts, text{"deprecation", before.Since, after.Since}, text{"replacement", before.Use, after.Use},
			text{"deprecation", before.Reason, after.Reason}, text{"day of removal", before.RemoveAfter, after.RemoveAfter})
	}
	for _, before := range was.Aliases {
		for _, after := range is.Aliases {
			if before.Name.Value == after.Name.Value && before.Deprecated && after.Deprecated {
				texts = append(texts, text{"day of removal of an alias", before.RemoveAfter, after.RemoveAfter})
			}
		}
	}
	return texts
}

func referenceTexts(was, is *codes.Reference) []text {
	parts := func(r *codes.Reference) (text, url codes.At[string]) {
		if r != nil {
			text, url = r.Text, r.URL
		}
		return text, url
	}
	text0, url0 := parts(was)
	text1, url1 := parts(is)
	return []text{{"reference", text0, text1}, {"reference", url0, url1}}
}

func (p *pair) reworded(about Subject, old, now diag.Pos, whose string, texts []text) {
	var changed []string
	for _, t := range texts {
		if t.was.Value == t.is.Value {
			continue
		}
		if len(changed) == 0 {
			old, now = either(t.was.Pos, old), either(t.is.Pos, now)
		}
		if !slices.Contains(changed, t.what) {
			changed = append(changed, t.what)
		}
	}
	if len(changed) == 0 {
		return
	}
	verb := "has"
	if len(changed) > 1 {
		verb = "have"
	}
	p.add(textChanged, about, old, now, fmt.Sprintf("%s of %s %s changed", strings.TrimSpace(list(changed)), whose, verb))
}
