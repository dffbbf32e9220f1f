package load

import (
	"fmt"
	"regexp"
	"strconv"
	"unicode"
	"unicode/utf8"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
)

var canonicalInteger = regexp.MustCompile(`^(0|-?[1-9][0-9]*)$`)

// wholeFloat is an integer that was written with a fraction of nothing.
var wholeFloat = regexp.MustCompile(`^(0|-?[1-9][0-9]*)\.0*$`)

// almostIntegers says what is wrong with other ways to write a number. The
// first that matches counts.
var almostIntegers = []struct {
	pattern *regexp.Regexp
	rule    *diag.Rule
	fault   string
	hint    string
}{
	{regexp.MustCompile(`^-0+$`), ruleIntNegativeZero, "has a sign", "write 0"},
	{regexp.MustCompile(`^[-+]?0[xXoObB][0-9a-fA-F_]+$`), ruleIntBase, "is not decimal", "write it in decimal"},
	{regexp.MustCompile(`^[-+]?[0-9][0-9_]*_[0-9_]*$`), ruleIntUnderscore, "has underscores", "write the digits alone"},
	{regexp.MustCompile(`^[-+]?0[0-9]+$`), ruleIntOctal, "has a leading zero", "remove the zero, or quote it if it is text"},
	{regexp.MustCompile(`^\+[0-9]+$`), ruleIntPlus, "has a plus sign", "remove the sign"},
	{regexp.MustCompile(`^[-+]?(\.[0-9_]+|[0-9][0-9_]*(\.[0-9_]*)?)([eE][-+]?[0-9]+)?$`), ruleIntFloat, "is not a whole number in decimal digits", "write a whole number, or quote it if it is text"},
	{regexp.MustCompile(`^([-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))$`), ruleIntFloat, "is not a whole number", "write a whole number, or quote it if it is text"},
}

// integer reads an integer into a field.
func (r *reader) integer(into *int64) func(*node) {
	return func(n *node) {
		if value, ok := r.int(n); ok {
			*into = value
		}
	}
}

func (r *reader) int(n *node) (value int64, ok bool) {
	switch {
	case r.damaged(n):
		return 0, false
	case n.Kind != scalar || isNull(n):
		r.add(ruleIntExpected, r.pos(n), "expected an integer, found "+kindName(n))
		return 0, false
	case isQuoted(n):
		hint := ""
		if canonicalInteger.MatchString(n.Value) {
			hint = "remove the quotes"
		}
		r.add(ruleIntExpected, r.pos(n), fmt.Sprintf("expected an integer, found the text %s", show(n.Value)), diag.Hint("%s", hint))
		return 0, false
	case canonicalInteger.MatchString(n.Value):
		value, err := strconv.ParseInt(n.Value, 10, 64)
		if err != nil || value < -codes.MaxInteger || value > codes.MaxInteger {
			r.add(ruleIntRange, r.pos(n), fmt.Sprintf("%s is not exact in JavaScript, whose integers end at %d", bare(n.Value), codes.MaxInteger))
			return 0, false
		}
		return value, true
	}
	for _, almost := range almostIntegers {
		if almost.pattern.MatchString(n.Value) {
			hint := almost.hint
			if whole := wholeFloat.FindStringSubmatch(n.Value); whole != nil && r.fieldOf(n) != "" {
				hint = fmt.Sprintf("write `%s: %s`", r.field, clip(whole[1]))
			}
			r.add(almost.rule, r.pos(n), fmt.Sprintf("the integer %s %s", bare(n.Value), almost.fault), diag.Hint("%s", hint))
			return 0, false
		}
	}
	r.add(ruleIntExpected, r.pos(n), fmt.Sprintf("expected an integer, found %s%s", bare(n.Value), foreignDigit(n.Value)))
	return 0, false
}

// foreignDigit names a digit that only looks like one of ours.
func foreignDigit(text string) string {
	for _, c := range text {
		if c >= utf8.RuneSelf && unicode.IsDigit(c) {
			return fmt.Sprintf(", whose digit %U is not an ASCII digit", c)
		}
	}
	return ""
}
