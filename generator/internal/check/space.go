package check

import (
	"fmt"

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
