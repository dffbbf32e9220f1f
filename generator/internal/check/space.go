package check

import (
	"errors"
	"fmt"
	"regexp/syntax"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
)

var ruleTableKind = &diag.Rule{
	Name: "table-kind",
	Doc:  "Codes, ranges, patterns and classes fit their table's kind: ranges are for integers, patterns, prefixes and globs for texts, because a code space is one or the other.",
}

func tableKind(p *pass, t *table) {
	mismatch := func(pos diag.Pos, what string) {
		p.report(pos, fmt.Sprintf("%s does not belong in the table %s, whose codes are of kind %s", what, quote(t.Name.Value), t.Kind))
	}
	isText := t.Kind == codes.Text
	if t.Range != nil && isText {
		mismatch(t.Range.Pos, "a range")
	}
	if t.Pattern.Given() && !isText {
		mismatch(t.Pattern.Pos, "a pattern")
	}
	for _, class := range t.Classes {
		switch {
		case class.Range != nil && isText:
			mismatch(class.Range.Pos, "a class with a range")
		case class.Prefix.Given() && !isText:
			mismatch(class.Prefix.Pos, "a class with a prefix")
		case class.Glob.Given() && !isText:
			mismatch(class.Glob.Pos, "a class with a glob")
		}
	}
	value := func(v codes.At[codes.Value], what string) {
		if v.Value.Kind != t.Kind {
			mismatch(v.Pos, fmt.Sprintf("the %s %s", what, show(v.Value)))
		}
	}
	for _, o := range t.Owners {
		switch {
		case o.Range != nil && isText:
			mismatch(o.Range.Pos, "an owner with a range")
		case o.Prefix.Given() && !isText:
			mismatch(o.Prefix.Pos, "an owner with a prefix")
		}
	}
	for _, r := range t.Retired {
		if r.Code != nil {
			value(*r.Code, "retired code")
		}
	}
	for _, c := range t.Codes {
		value(c.Value, "code")
	}
}

var ruleEmptyRange = &diag.Rule{
	Name: "empty-range",
	Doc:  "A range does not end before it starts, because it would hold no code.",
}

func emptyRange(p *pass, t *table) {
	ranges := []*codes.Range{t.Range}
	for _, class := range t.Classes {
		ranges = append(ranges, class.Range)
	}
	for _, owner := range t.Owners {
		ranges = append(ranges, owner.Range)
	}
	for _, r := range ranges {
		if r != nil && r.Min > r.Max {
			p.report(r.Pos, fmt.Sprintf("the range from %d to %d holds no code", r.Min, r.Max), diag.Hint("write [%d, %d]", r.Max, r.Min))
		}
	}
}

var ruleCodeOutOfRange = &diag.Rule{
	Name: "code-out-of-range",
	Doc:  "Every code, and every bare code that stands for one of another table, lies in its table's range, because the range is what the protocol allows.",
}

func codeOutOfRange(p *pass, t *table) {
	for _, c := range t.Codes {
		if !t.inRange(c.Value.Value) {
			p.outOfRange(c.Value.Pos, t, c.Value.Value.Int)
		}
	}
	for target, s := range p.codeScalars(t) {
		if standingIn(target, s) == outside {
			p.outOfRange(s.Pos, target, s.Value.(int64))
		}
	}
}

func (p *pass) outOfRange(pos diag.Pos, t *table, code int64) {
	p.report(pos, fmt.Sprintf("%d is outside the range of the table %s, %d to %d", code, quote(t.Name.Value), t.Range.Min, t.Range.Max),
		diag.See(t.Range.Pos))
}

var ruleCodePattern = &diag.Rule{
	Name: "code-pattern",
	Doc:  "Every code of a text table matches the table's pattern, because the pattern is what the protocol allows.",
}

func codePattern(p *pass, t *table, c *codes.Code) {
	if !t.fitsPattern(c.Value.Value) {
		p.report(c.Value.Pos, fmt.Sprintf("%s does not match the pattern of the table %s, %s",
			show(c.Value.Value), quote(t.Name.Value), quote(t.Pattern.Value)), diag.See(t.Pattern.Pos))
	}
}

var rulePatternSyntax = &diag.Rule{
	Name: "pattern-syntax",
	Doc:  "A pattern is an RE2 expression anchored at both ends, in each of its alternatives, because it has to match whole codes.",
}

func patternSyntax(p *pass, t *table) {
	if !t.Pattern.Given() {
		return
	}
	if fault := patternFault(t.Pattern.Value); fault != "" {
		p.report(t.Pattern.Pos, fmt.Sprintf("the pattern %s %s", quote(t.Pattern.Value), fault),
			diag.Hint("write an RE2 expression between ^ and $, as in ^(?:a|b)$"))
	}
}

// patternFault says what keeps a text from being a pattern, or nothing.
func patternFault(pattern string) string {
	expression, err := syntax.Parse(pattern, syntax.Perl)
	var fault *syntax.Error
	if errors.As(err, &fault) {
		return fmt.Sprintf("is no RE2 expression: %s near %s", fault.Code, quote(fault.Expr))
	}
	first := func(int) int { return 0 }
	last := func(n int) int { return n - 1 }
	if !anchored(expression, syntax.OpBeginText, first) || !anchored(expression, syntax.OpEndText, last) {
		return "is not anchored at both ends"
	}
	return ""
}

// anchored reports whether every match of an expression passes an anchor at
// the end that pick selects.
func anchored(e *syntax.Regexp, anchor syntax.Op, pick func(int) int) bool {
	switch e.Op {
	case anchor:
		return true
	case syntax.OpCapture:
		return anchored(e.Sub[0], anchor, pick)
	case syntax.OpConcat:
		return anchored(e.Sub[pick(len(e.Sub))], anchor, pick)
	case syntax.OpAlternate:
		for _, alternative := range e.Sub {
			if !anchored(alternative, anchor, pick) {
				return false
			}
		}
		return true
	}
	return false
}
