package check

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
)

// standing is what a scalar of a code property is in the table it points into.
type standing int

const (
	named     standing = iota // the canonical name of a code
	unlisted                  // a possible code that an open table does not list
	listed                    // a bare code that the table lists by name
	outside                   // a bare code outside of the table's range
	misfit                    // of a type that no code of the table has
	unheardOf                 // a name, or a code of a closed table, that is not there
)

func standingIn(t *table, s codes.Scalar) standing {
	var bare codes.Value
	switch v := s.Value.(type) {
	case string:
		if t.Named(v) != nil {
			return named
		}
		if t.Kind == codes.Integer || t.aliases[v] != nil {
			return unheardOf
		}
		bare = codes.TextValue(v)
	case int64:
		if t.Kind == codes.Text {
			return misfit
		}
		bare = codes.IntegerValue(v)
	default:
		return misfit
	}
	switch {
	case t.Find(bare) != nil:
		return listed
	case t.Unknown == codes.Closed || !t.fitsPattern(bare):
		return unheardOf
	case !t.inRange(bare):
		return outside
	}
	return unlisted
}

var ruleUnknownReference = &diag.Rule{
	Name: "unknown-reference",
	Doc:  "What one part of the source names in another is there, by its canonical name, because a name that leads nowhere is a mistake.",
}

func unknownReference(p *pass, t *table) {
	for _, property := range t.Properties {
		if name := property.Table; name.Given() && p.named[name.Value] == nil {
			p.report(name.Pos, fmt.Sprintf("there is no table %s", quote(name.Value)),
				p.didYouMean(name.Value, among(p.tables, func(t *table) string { return t.Name.Value })))
		}
		for _, class := range slices.Concat(property.RequiredIn, property.AllowedIn) {
			if t.classes[class.Value] == nil {
				p.report(class.Pos, fmt.Sprintf("the table %s has no class %s", quote(t.Name.Value), quote(class.Value)),
					p.didYouMean(class.Value, among(t.Classes, func(c *codes.Class) string { return c.Name.Value })))
			}
		}
	}
	for target, s := range p.codeScalars(t) {
		if standingIn(target, s) == unheardOf {
			p.unheardOf(target, s)
		}
	}
	for _, c := range t.Codes {
		if d := c.Deprecated; d != nil && d.Use.Given() && t.Named(d.Use.Value) == nil {
			p.unknownName(d.Use.Pos, t, d.Use.Value)
		}
	}
	if len(p.catalog.Targets) > 0 {
		unknownTargets(p, t)
	}
}

// unheardOf reports a scalar that stands for no code.
func (p *pass) unheardOf(t *table, s codes.Scalar) {
	if name, isText := s.Value.(string); isText {
		p.unknownName(s.Pos, t, name)
		return
	}
	p.report(s.Pos, fmt.Sprintf("the table %s has no code %s", quote(t.Name.Value), showScalar(s)),
		diag.Hint("the table is closed; a code has to be listed there first"))
}

func (p *pass) unknownName(pos diag.Pos, t *table, name string) {
	hint := p.didYouMean(name, among(t.Codes, func(c *codes.Code) string { return c.Name.Value }))
	if c := t.aliases[name]; c != nil {
		hint = diag.Hint("%s is an alias; write %s", quote(name), quote(c.Name.Value))
	} else if c := t.numbered(name); c != nil {
		hint = diag.Hint("%s is a code; write its name, %s", show(c.Value.Value), quote(c.Name.Value))
	}
	p.report(pos, fmt.Sprintf("the table %s has no code named %s", quote(t.Name.Value), quote(name)), hint)
}

// numbered gives the code that a text is, not its name, or nil.
func (t *table) numbered(text string) *codes.Code {
	if t.Kind == codes.Text {
		return t.Find(codes.TextValue(text))
	}
	n, err := strconv.ParseInt(text, 10, 64)
	if value := codes.IntegerValue(n); err == nil && value.String() == text {
		return t.Find(value)
	}
	return nil
}

func unknownTargets(p *pass, t *table) {
	known := make(map[string]bool, len(p.catalog.Targets))
	for _, target := range p.catalog.Targets {
		known[target.Name.Value], known[target.Speaks()] = true, true
	}
	look := func(target codes.At[string]) {
		// A base may know more targets than the source that extends it.
		if _, ofBase := p.home.line(t.Table, target.Pos); !ofBase && !known[target.Value] {
			p.report(target.Pos, fmt.Sprintf("there is no target %s", quote(target.Value)),
				p.didYouMean(target.Value, among(p.catalog.Targets, func(t *codes.Target) string { return t.Name.Value })))
		}
	}
	for _, c := range t.Codes {
		for _, alias := range c.Aliases {
			for _, only := range alias.Only {
				look(only)
			}
		}
		for _, spelling := range c.Spell {
			look(spelling.Target)
		}
	}
}

var ruleBareCode = &diag.Rule{
	Name: "bare-code",
	Doc:  "A code that its table lists is referred to by name, because a name says what is meant and outlives a change.",
}

func bareCode(p *pass, t *table) {
	for target, s := range p.codeScalars(t) {
		if standingIn(target, s) != listed {
			continue
		}
		value := codes.Value{Kind: target.Kind}
		value.Int, _ = s.Value.(int64)
		value.Text, _ = s.Value.(string)
		c := target.Find(value)
		p.report(s.Pos, fmt.Sprintf("%s has a name in the table %s", show(value), quote(target.Name.Value)),
			diag.See(c.Name.Pos), diag.Hint("write %s", quote(c.Name.Value)))
	}
}
