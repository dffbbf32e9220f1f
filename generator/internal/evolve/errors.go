package evolve

import (
	"fmt"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
)

// errors compares how the codes of a table become errors.
func (p *pair) errors() {
	was, is := p.old.Errors, p.now.Errors
	switch {
	case was == nil && is == nil:
		return
	case was == nil:
		p.add(errorsAdded, p.about(), nowhere, is.Pos, fmt.Sprintf("the codes of the table %s become errors", quote(p.now.Name.Value)))
		return
	case is == nil:
		p.add(errorsRemoved, p.about(), was.Pos, p.now.Name.Pos, fmt.Sprintf("the codes of the table %s are no errors any more", quote(p.now.Name.Value)))
		return
	}
	for _, is := range distinct(p.now) {
		if was := classNamed(p.old, is.Name.Value); was != nil && was.Message.Value != is.Message.Value && p.now.Unknown == codes.Open {
			p.add(messageChanged, p.aboutName(is.Name.Value), either(was.Message.Pos, was.Name.Pos), either(is.Message.Pos, is.Name.Pos),
				fmt.Sprintf("the message of the class %s was %s, and is %s", quote(is.Name.Value), said(was.Message.Value), said(is.Message.Value)))
		}
	}
	for _, is := range p.now.Codes {
		if was := p.old.Find(is.Value.Value); was != nil && p.now.Find(is.Value.Value) == is && !p.reused(was, is) {
			p.message(was, is)
			p.parameters(was, is)
			p.problem(was, is)
		}
	}
	p.locales()
}

// said shows a message, which may be none.
func said(message string) string {
	if message == "" {
		return "none"
	}
	return quote(message)
}

func (p *pair) message(was, is *codes.Code) {
	before, after := p.old.MessageOf(was), p.now.MessageOf(is)
	if before.Value != after.Value {
		p.add(messageChanged, p.aboutCode(is), either(before.Pos, was.Value.Pos), either(after.Pos, is.Value.Pos),
			fmt.Sprintf("the message of %s was %s, and is %s", called(is), said(before.Value), said(after.Value)))
	}
}

// parameters compares what an error carries, for those who make it and read it.
func (p *pair) parameters(was, is *codes.Code) {
	before, after := p.old.ParamsOf(was), p.now.ParamsOf(is)
	tell := func(kind *Kind, name string, old, now diag.Pos, message string) {
		p.add(kind, p.aboutNameOf(is, name), old, now, fmt.Sprintf(message, quote(name), called(is)),
			p.spelled(codes.ConstructorRole, was.Name.Value, is.Name.Value))
	}
	for _, old := range before {
		name := old.Name.Value
		now := codes.ParamIn(after, name)
		switch {
		case codes.ParamIn(before, name) != old:
		case now == nil:
			tell(parameterRemoved, name, old.Name.Pos, is.Value.Pos, "the parameter %s of %s is gone")
		case old.Type.Value != now.Type.Value:
			tell(parameterChanged, name, old.Name.Pos, now.Name.Pos,
				fmt.Sprintf("the parameter %%s of %%s was of type %s, and is of type %s", old.Type.Value, now.Type.Value))
		case old.Optional && !now.Optional:
			tell(parameterRequired, name, old.Name.Pos, now.Name.Pos, "the parameter %s of %s was optional, and is required")
		case !old.Optional && now.Optional:
			tell(parameterChanged, name, old.Name.Pos, now.Name.Pos, "the parameter %s of %s was required, and may be absent")
		}
	}
	for _, now := range after {
		switch {
		case codes.ParamIn(before, now.Name.Value) != nil || codes.ParamIn(after, now.Name.Value) != now:
		case now.Optional:
			tell(parameterAdded, now.Name.Value, nowhere, now.Name.Pos, "the parameter %s of %s is new, and may be absent")
		default:
			tell(parameterRequired, now.Name.Value, nowhere, now.Name.Pos, "the parameter %s of %s is new, and required")
		}
	}
}

// problem compares what whoever receives the problem of a code reads in it: its
// type, whether it has a status, and the parameters that are not private.
func (p *pair) problem(was, is *codes.Code) {
	var changed []string
	change := func(format string, args ...any) { changed = append(changed, fmt.Sprintf(format, args...)) }
	if before, after := p.old.Errors.TypeOf(was), p.now.Errors.TypeOf(is); before != after {
		change("its type was %s, and is %s", said(before), said(after))
	}
	before, had := p.comparison.old.Catalog.StatusOfCode(p.old, was)
	after, has := p.comparison.now.Catalog.StatusOfCode(p.now, is)
	switch {
	case had != has:
		change("it has %s", map[bool]string{true: "a status now", false: "no status any more"}[has])
	case before != after && p.statusName(p.comparison.old.Catalog, p.old) != p.statusName(p.comparison.now.Catalog, p.now): // else the property has changed
		p.add(statusChanged, p.aboutCode(is), was.Value.Pos, is.Value.Pos, fmt.Sprintf("the status of the error %s was %d, and is %d", called(is), before, after))
	}
	members := func(params []*codes.Param) []*codes.Param {
		var public []*codes.Param
		for _, param := range params {
			if !param.IsPrivate() {
				public = append(public, param)
			}
		}
		return public
	}
	old, now := members(p.old.ParamsOf(was)), members(p.now.ParamsOf(is))
	for _, param := range old {
		other := codes.ParamIn(now, param.Name.Value)
		switch {
		case other == nil:
			change("its member %s is gone", quote(param.Name.Value))
		case other.Type.Value != param.Type.Value:
			change("its member %s is of another type", quote(param.Name.Value))
		case other.Optional != param.Optional:
			change("its member %s is %s", quote(param.Name.Value), map[bool]string{true: "optional", false: "required"}[other.Optional])
		}
	}
	for _, param := range now {
		if codes.ParamIn(old, param.Name.Value) == nil && !param.Optional {
			change("it has to have the member %s", quote(param.Name.Value))
		}
	}
	if len(changed) > 0 {
		p.add(problemChanged, p.aboutCode(is), was.Value.Pos, is.Value.Pos, fmt.Sprintf("the problem of %s has changed: %s", called(is), list(changed)))
	}
}

// statusName gives the property that is the status of a table's errors, if one
// is.
func (p *pair) statusName(c *codes.Catalog, t *codes.Table) string {
	if property := c.StatusOf(t); property != nil {
		return property.Name.Value
	}
	return ""
}

// locales compares the languages that messages are in.
func (p *pair) locales() {
	localeOf := func(t *codes.Table, tag string) *codes.Locale {
		for _, l := range t.Locales {
			if l.Tag.Value == tag {
				return l
			}
		}
		return nil
	}
	for _, was := range p.old.Locales {
		tag := was.Tag.Value
		is := localeOf(p.now, tag)
		switch {
		case localeOf(p.old, tag) != was:
		case is == nil:
			p.add(localeRemoved, p.aboutName(tag), was.Tag.Pos, p.now.Name.Pos, fmt.Sprintf("the messages in the locale %s are gone", quote(tag)))
		case !sameTranslations(was, is):
			p.add(translationChanged, p.aboutName(tag), was.Tag.Pos, is.Tag.Pos, fmt.Sprintf("messages in the locale %s have changed", quote(tag)))
		}
	}
	for _, is := range p.now.Locales {
		if localeOf(p.old, is.Tag.Value) == nil {
			p.add(localeAdded, p.aboutName(is.Tag.Value), nowhere, is.Tag.Pos, fmt.Sprintf("there are messages in the locale %s", quote(is.Tag.Value)))
		}
	}
}

func sameTranslations(a, b *codes.Locale) bool {
	if len(a.Messages) != len(b.Messages) {
		return false
	}
	by := make(map[string]string, len(a.Messages))
	for _, m := range a.Messages {
		by[m.Code.Value] = m.Message.Value
	}
	for _, m := range b.Messages {
		if message, known := by[m.Code.Value]; !known || message != m.Message.Value {
			return false
		}
	}
	return true
}
