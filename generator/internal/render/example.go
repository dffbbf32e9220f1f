package render

import (
	"slices"
	"strconv"
)

// Example is what documentation shows a table by.
type Example struct {
	Code     *Code     // the first that nothing is wrong with
	Property *Property // the first that says something of the code; nil: none does
	Fact     *Fact     // what it says
	Stranger string    // a number that the table lacks; empty: not every number is a code
	Class    *Class    // of the stranger; nil: none
}

// Example picks what documentation shows of the table.
func (t *Table) Example() *Example {
	e := &Example{Code: t.Codes[0]}
	if i := slices.IndexFunc(t.Codes, func(c *Code) bool { return !c.Deprecated && c.Phrase != nil }); i >= 0 {
		e.Code = t.Codes[i]
	}
	for i, property := range t.Properties {
		if fact := e.Code.Facts[i]; fact.Given() && !property.Many {
			e.Property, e.Fact = property, fact
			break
		}
	}
	if t.Integer && t.Open {
		e.Stranger, e.Class = t.stranger(e.Code)
	}
	return e
}

// stranger finds the next number after a code that the table lacks, in the
// code's class if there is one.
func (t *Table) stranger(after *Code) (string, *Class) {
	taken := make(map[int64]bool, len(t.Codes))
	for _, n := range t.numbers() {
		taken[n] = true
	}
	n := after.value.Int + 1
	for taken[n] {
		n++
	}
	for _, class := range t.Classes {
		if class.Range != nil && class.Range.Min <= n && n <= class.Range.Max {
			return strconv.FormatInt(n, 10), class
		}
	}
	return strconv.FormatInt(n, 10), nil
}
