package check

import (
	"errors"
	"fmt"
	"regexp"
	"regexp/syntax"

	"github.com/statusgen/statusgen/generator/internal/diag"
)

const (
	maxSteps = 10_000  // of a pattern: one for each character that it takes, as often as it is repeated
	maxWork  = 1 << 28 // steps of a pattern, for each byte that is held to it: some seconds at worst
)

// pattern is what the codes of a table are held to, and what that has cost.
type pattern struct {
	expression *regexp.Regexp
	steps      int
	work       int
}

func newPattern(text string) *pattern {
	if text == "" || patternFault(text) != "" || stepsIn(text) > maxSteps {
		return nil
	}
	return &pattern{expression: regexp.MustCompile(text), steps: stepsIn(text)}
}

// matches reports whether a code fits, for as long as that can be paid for.
func (p *pattern) matches(code string) bool {
	p.work += p.steps * len(code)
	return p.work > maxWork || p.expression.MatchString(code)
}

var rulePatternSyntax = &diag.Rule{
	Name: "pattern-syntax",
	Doc:  "A pattern is an RE2 expression anchored at both ends, in each of its alternatives, because it has to match whole codes, and small enough to do so for all of them.",
}

func patternSyntax(p *pass, t *table) {
	if !t.Pattern.Given() {
		return
	}
	fault, hint := patternFault(t.Pattern.Value), "write an RE2 expression between ^ and $, as in ^(?:a|b)$"
	if fault == "" {
		hint = "write one that repeats less"
		switch steps := stepsIn(t.Pattern.Value); {
		case steps > maxSteps:
			fault = fmt.Sprintf("has %d steps, with all that it repeats, and may have %d", steps, maxSteps)
		case t.pattern != nil && t.pattern.work > maxWork:
			fault = "takes too long for the codes that there are"
		default:
			return
		}
	}
	p.report(t.Pattern.Pos, fmt.Sprintf("the pattern %s %s", quote(t.Pattern.Value), fault), diag.Hint("%s", hint))
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

func stepsIn(pattern string) int {
	expression, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil {
		return 0
	}
	return steps(expression)
}

// steps counts what an expression comes to when it is compiled.
func steps(e *syntax.Regexp) int {
	n := 0
	for _, part := range e.Sub {
		n += steps(part)
	}
	switch e.Op {
	case syntax.OpLiteral:
		return len(e.Rune)
	case syntax.OpRepeat:
		return n * max(e.Min+1, e.Max)
	}
	return n + 1
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
