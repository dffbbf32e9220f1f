// Package follow compares a table with what it follows, a registry of IANA's or
// any list, and says how the source would have to be edited.
package follow

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
	"github.com/statusgen/statusgen/generator/internal/edit"
)

var (
	ruleHas = &diag.Rule{
		Name: "registry-has",
		Doc:  "A table that follows a registry has all codes that are assigned there, because others will send them.",
	}
	ruleLacks = &diag.Rule{
		Name: "registry-lacks",
		Doc:  "A table that follows a registry has no other codes, unless they are unofficial, because the number may be assigned to something else one day.",
	}
	ruleDiffers = &diag.Rule{
		Name: "registry-differs",
		Doc:  "A table that follows a registry says what that says: its words, its sources, and its states.",
	}
	ruleValue = &diag.Rule{
		Name: "registry-value",
		Doc:  "What a registry says of a code can be said in a source: the code is of the kind of the table, and a value of the type of its property.",
	}
)

// Rules are the rules about tables that follow something.
var Rules = []*diag.Rule{ruleHas, ruleLacks, ruleDiffers, ruleValue}

// Order is that of the fields of a code, as load reads them.
var Order = []string{
	"code", "name", "phrase", "summary", "action", "reference", "since", "owner", "lifecycle", "visibility", "deprecated",
	"aliases", "also", "spell", "properties", "message", "params",
}

// Result is what a comparison found.
type Result struct {
	Found   diag.List           // the differences
	Left    diag.List           // those of them that no change ends
	Apart   diag.List           // those that are on purpose; their hint says why
	Changes map[string][]Change // that would end differences, by file
}

// Change is an edit of a file.
type Change = edit.Change

// comparison compares one table.
type comparison struct {
	Result
	catalog *codes.Catalog
	table   *codes.Table
	who     string          // what the table is compared with, as messages call it
	named   map[string]bool // names that are taken
	added   []*addition
	seen    map[*codes.Code]bool
}

// addition is a code that the table lacks.
type addition struct {
	value  codes.Value
	fields edit.Mapping
	also   edit.List // phrases of further rows about it
}

// has reports whether a phrase finds an addition already.
func (a *addition) has(phrase string) bool {
	is := func(v edit.Value) bool {
		text, isText := v.(string)
		return isText && codes.Fold(text) == codes.Fold(phrase)
	}
	return slices.ContainsFunc(a.also, is) ||
		slices.ContainsFunc(a.fields, func(f edit.Field) bool { return f.Key == "phrase" && is(f.Value) })
}

// mapping gives an addition as a source has it.
func (a *addition) mapping() edit.Mapping {
	if a.also == nil {
		return a.fields
	}
	also := edit.Field{Key: "also", Value: a.also}
	at := slices.IndexFunc(a.fields, func(f edit.Field) bool { return slices.Index(Order, f.Key) > slices.Index(Order, also.Key) })
	if at < 0 {
		return append(a.fields, also)
	}
	return slices.Insert(a.fields, at, also)
}

func compare(c *codes.Catalog, t *codes.Table, who string) *comparison {
	cmp := &comparison{
		Result: Result{Changes: map[string][]Change{}}, catalog: c, table: t, who: who,
		named: map[string]bool{}, seen: map[*codes.Code]bool{},
	}
	for _, code := range t.Codes {
		cmp.named[code.Name.Value] = true
		for _, alias := range code.Aliases {
			cmp.named[alias.Name.Value] = true
		}
	}
	for _, r := range t.Retired {
		cmp.named[r.Name.Value] = true
	}
	return cmp
}

// own reports whether a code is written in the table's own file, where it can
// be edited, and not in a base.
func (c *comparison) own(code *codes.Code) bool { return code.Origin == "" }

// differs records that a fact of a code is another one, and how to change it.
func (c *comparison) differs(code *codes.Code, pos, from diag.Pos, message string, path []string, v edit.Value) {
	if !pos.IsValid() {
		pos = code.Value.Pos
	}
	if !c.own(code) {
		c.left(ruleDiffers, pos, message, diag.See(from), diag.Hint("it comes from %s", code.Origin))
		return
	}
	c.change(code.Pos, Change{Path: path, Value: v})
	c.Found.Add(ruleDiffers, pos, message, diag.See(from), diag.Hint("import --write changes it"))
}

// left records a difference that is for the author to end.
func (c *comparison) left(rule *diag.Rule, pos diag.Pos, message string, more ...diag.Option) {
	c.Found.Add(rule, pos, message, more...)
	c.Left.Add(rule, pos, message, more...)
}

func (c *comparison) change(at diag.Pos, change Change) {
	change.Line, change.Column = at.Line, at.Column
	changes := c.Changes[at.File]
	again := func(other Change) bool {
		return change.Path != nil && other.Line == at.Line && other.Column == at.Column && slices.Equal(other.Path, change.Path)
	}
	if i := slices.IndexFunc(changes, again); i >= 0 {
		changes[i] = change // it has seen more of the rows
		return
	}
	c.Changes[at.File] = append(changes, change)
}

var (
	plainCode    = regexp.MustCompile(`^[!#-\[\]-~]+$`)
	plainInteger = regexp.MustCompile(`^(-?(0|[1-9][0-9]*)|0x[0-9A-Fa-f]+)$`)
)

// value reads a code as the table has it.
func value(t *codes.Table, text string) (codes.Value, error) {
	if t.Kind == codes.Text {
		if !plainCode.MatchString(text) {
			return codes.Value{}, fmt.Errorf("%q is no text of visible ASCII characters without quotes", text)
		}
		return codes.TextValue(text), nil
	}
	n, err := strconv.ParseInt(text, 0, 64)
	if !plainInteger.MatchString(text) || err != nil || n > codes.MaxInteger || n < -codes.MaxInteger {
		return codes.Value{}, fmt.Errorf("%q is no integer up to 2^53-1", text)
	}
	return codes.IntegerValue(n), nil
}

// written gives a code as a source has it.
func written(v codes.Value) edit.Value {
	if v.Kind == codes.Text {
		return edit.Quoted(v.Text)
	}
	return v.Int
}

// lacks records the codes that are in the table alone.
func (c *comparison) lacks(code *codes.Code, hint string) {
	c.left(ruleLacks, code.Value.Pos, fmt.Sprintf("%s lacks %s, which %s calls %q", c.who, code.Value.Value, c.table.Name.Value, code.Name.Value), diag.Hint("%s", hint))
}

// isRetired reports whether the table gave a code up.
func (c *comparison) isRetired(v codes.Value) bool {
	return slices.ContainsFunc(c.table.Retired, func(r *codes.Retired) bool { return r.Code != nil && r.Code.Value == v })
}

// requires reports whether each code has to state a fact.
func (c *comparison) requires(fact string) bool {
	return slices.ContainsFunc(c.table.Require, func(a codes.At[string]) bool { return a.Value == fact })
}

// add notes a code that the table lacks.
func (c *comparison) add(v codes.Value, from diag.Pos, message string, fields edit.Mapping) {
	c.Found.Add(ruleHas, c.table.Name.Pos, message, diag.See(from), diag.Hint("import --write adds it"))
	c.added = append(c.added, &addition{value: v, fields: fields})
}

// place puts the codes that are added where they belong: behind the nearest
// smaller one, or before the next where that is of their class and the smaller
// one is not.
func (c *comparison) place() {
	var own []*codes.Code
	for _, code := range c.table.Codes {
		if c.own(code) || code.Overridden {
			own = append(own, code)
		}
	}
	slices.SortStableFunc(own, func(a, b *codes.Code) int { return order(a.Value.Value, b.Value.Value) })
	slices.SortStableFunc(c.added, func(a, b *addition) int { return order(a.value, b.value) })
	if len(own) == 0 {
		c.first()
		return
	}
	type spot struct {
		at     diag.Pos
		before bool
	}
	var spots []spot
	additions := map[spot][]edit.Mapping{}
	for _, a := range c.added {
		next, _ := slices.BinarySearchFunc(own, a.value, func(code *codes.Code, v codes.Value) int { return order(code.Value.Value, v) })
		class := c.table.ClassOf(a.value)
		at := spot{before: true}
		switch {
		case next == 0,
			next < len(own) && c.table.ClassOf(own[next].Value.Value) == class && c.table.ClassOf(own[next-1].Value.Value) != class:
			at.at = own[next].Pos
		default:
			at = spot{at: own[next-1].Pos}
		}
		if additions[at] == nil {
			spots = append(spots, at)
		}
		additions[at] = append(additions[at], a.mapping())
	}
	for _, at := range spots {
		c.change(at.at, Change{Add: additions[at], Before: at.before})
	}
}

// first gives codes to a table that has none of its own.
func (c *comparison) first() {
	var list edit.List
	for _, a := range c.added {
		list = append(list, a.mapping())
	}
	if list != nil {
		c.change(c.table.Name.Pos, Change{Key: true, Path: []string{"codes"}, Value: list})
	}
}

func order(a, b codes.Value) int {
	if a.Kind == codes.Text {
		return compareTexts(a.Text, b.Text)
	}
	return int(min(max(a.Int-b.Int, -1), 1))
}

func compareTexts(a, b string) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}
