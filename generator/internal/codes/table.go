package codes

import (
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/statusgen/statusgen/generator/internal/diag"
)

// Table is one set of status codes: a protocol's, or an application's.
//
// All that it says is in its digest. What is tagged as documentation, for the
// reader or for who writes the table, is left out of its fingerprint; and what
// is tagged "-" is said nowhere.
type Table struct {
	Name       At[string]
	Title      At[string]     `facts:"documentation"`
	Summary    At[string]     `facts:"documentation"`
	Visibility At[Visibility] `facts:"documentation"`
	Type       At[string]     `facts:"documentation"` // the type's name in words: "http_status"
	Kind       Kind
	Range      *Range     // of integer codes; nil: any
	Pattern    At[string] // an anchored RE2 expression for text codes; absent: any
	Unknown    Unknown
	Reference  *Reference   `facts:"documentation"`
	Since      At[string]   `facts:"documentation"`
	Words      []Word       `facts:"-"`             // how its bases capitalise words, where the source does not say
	Owners     []*Owner     `facts:"-"`             // who gives out which codes; they bind their own table
	Require    []At[string] `facts:"documentation"` // facts that each code must state: "reference", "summary" …
	Classes    []*Class
	Properties []*Property
	Retired    []*Retired `facts:"documentation"`
	Errors     *Errors    // nil: the codes are no errors
	Codes      []*Code    // in source order
	Locales    []*Locale  `facts:"documentation"`
	Bases      []*Base    `facts:"-"` // the tables that this one extends

	// Misread says that something beside the codes could not be read, so that
	// nothing can be concluded from its not being there.
	Misread bool `facts:"-"`

	once    sync.Once
	byValue map[Value]*Code
	byName  map[string]*Code
	homes   sync.Map // the places in Classes of values that were asked for
	print   fingerprint
}

// MaxInteger is the largest integer that JavaScript holds exactly, and a code can be, either way.
const MaxInteger = 1<<53 - 1

// Value is a code on the wire. Values compare with ==.
type Value struct {
	Kind Kind
	Int  int64
	Text string
}

// IntegerValue gives the value of an integer code.
func IntegerValue(n int64) Value { return Value{Kind: Integer, Int: n} }

// TextValue gives the value of a text code.
func TextValue(s string) Value { return Value{Kind: Text, Text: s} }

// String gives the code as a message shows it: 404, or "user_not_found".
func (v Value) String() string {
	if v.Kind == Text {
		return strconv.Quote(v.Text)
	}
	return strconv.FormatInt(v.Int, 10)
}

// Code is one status code. What the author left out is the zero value; the
// methods of Table answer with the table's defaults.
type Code struct {
	Pos        diag.Pos
	Value      At[Value]
	Name       At[string]
	Phrase     At[string]
	Summary    At[string] `facts:"documentation"`
	Action     At[string] `facts:"documentation"`
	Reference  *Reference `facts:"documentation"`
	Since      At[string] `facts:"documentation"`
	Owner      At[string] `facts:"-"` // absent: whose part it lies in
	Lifecycle  At[Lifecycle]
	Visibility At[Visibility] `facts:"documentation"`
	Deprecated *Deprecation   `facts:"documentation"`
	Aliases    []*Alias
	Also       []At[string] // phrases that people use for the code
	Spell      []Spelling   `facts:"documentation"`
	Properties []Setting
	Message    At[string] `facts:"documentation"` // of its errors; see Pieces
	Params     []*Param

	Origin     string `facts:"-"` // the base that it comes from, as Base.Ref; empty: none
	Overridden bool   `facts:"-"` // the extending table changes some of its facts
	Misread    bool   `facts:"-"` // some of it could not be read
}

// Deprecation says why a code should not be used, and what should be instead.
type Deprecation struct {
	Pos         diag.Pos
	Since       At[string]
	Use         At[string] // the name of the replacement; may be absent
	Reason      At[string]
	RemoveAfter At[string] // the day until which the code stays: 2027-01-31
}

// Alias is another name of a code.
type Alias struct {
	Name        At[string]
	Deprecated  bool         `facts:"documentation"`
	RemoveAfter At[string]   `facts:"documentation"` // the day until which the name stays
	Only        []At[string] `facts:"documentation"` // targets or languages; none: all
}

// In reports whether the alias belongs into a target.
func (a *Alias) In(target *Target) bool {
	return len(a.Only) == 0 || slices.ContainsFunc(a.Only, func(only At[string]) bool {
		return only.Value == target.Name.Value || only.Value == target.Speaks()
	})
}

// Spelling is a target's own identifier for a code.
type Spelling struct {
	Target     At[string] // a target or a language
	Identifier At[string]
}

// Retired is a code, a name or both that a table must never use again.
type Retired struct {
	Pos    diag.Pos
	Code   *At[Value] // nil: the name alone
	Name   At[string]
	Reason At[string]
}

// Find gives the code with a value, or nil.
func (t *Table) Find(v Value) *Code {
	t.index()
	return t.byValue[v]
}

// Named gives the code with a canonical name, or nil. Aliases do not count.
func (t *Table) Named(name string) *Code {
	t.index()
	return t.byName[name]
}

// index is built on first use, so that tests can write tables as literals.
// Of two codes with one value or name, the first stands.
func (t *Table) index() {
	t.once.Do(func() {
		t.byValue = make(map[Value]*Code, len(t.Codes))
		t.byName = make(map[string]*Code, len(t.Codes))
		for _, c := range slices.Backward(t.Codes) {
			t.byValue[c.Value.Value] = c
			t.byName[c.Name.Value] = c
		}
	})
}

// Readable gives the table without the codes of which the value or the name
// could not be read.
func (t *Table) Readable() *Table {
	unreadable := func(c *Code) bool { return c.Misread && !(c.Value.Given() && c.Name.Given()) }
	if !slices.ContainsFunc(t.Codes, unreadable) {
		return t
	}
	return t.with(slices.DeleteFunc(slices.Clone(t.Codes), unreadable))
}

// with gives a copy of the table that has other codes.
func (t *Table) with(codes []*Code) *Table {
	return &Table{
		Name: t.Name, Title: t.Title, Summary: t.Summary, Visibility: t.Visibility, Type: t.Type, Kind: t.Kind,
		Range: t.Range, Pattern: t.Pattern, Unknown: t.Unknown, Reference: t.Reference, Since: t.Since,
		Words: t.Words, Owners: t.Owners, Require: t.Require, Classes: t.Classes, Properties: t.Properties, Retired: t.Retired,
		Bases: t.Bases, Misread: t.Misread, Errors: t.Errors, Locales: t.Locales, Codes: codes,
	}
}

// HasAllNames reports whether every code of the table is there by its value and
// name, whatever else of it could not be read.
func (t *Table) HasAllNames() bool {
	inDoubt := t.Misread && (len(t.Codes) == 0 || len(t.Bases) > 0)
	return !inDoubt && t.Readable() == t
}

// LifecycleOf gives a code's lifecycle: its own, or what its deprecation
// implies, or standard.
func (t *Table) LifecycleOf(c *Code) Lifecycle {
	switch {
	case c.Lifecycle.Given():
		return c.Lifecycle.Value
	case c.Deprecated != nil:
		return Deprecated
	}
	return Standard
}

// ReferenceOf gives the source of a code's facts: its own, or the table's. It
// may be nil.
func (t *Table) ReferenceOf(c *Code) *Reference {
	if c.Reference != nil {
		return c.Reference
	}
	return t.Reference
}

// SinceOf gives the specification or version that brought a code: its own, or
// the table's. It may be empty.
func (t *Table) SinceOf(c *Code) string {
	if c.Since.Given() {
		return c.Since.Value
	}
	return t.Since.Value
}

// Class is a named part of the code space. It holds for unknown codes too.
// Exactly one of Range, Prefix and Glob is given.
type Class struct {
	Name       At[string]
	Range      *Range
	Prefix     At[string]
	Glob       At[string]     // ? stands for one character, a final * for any
	Summary    At[string]     `facts:"documentation"`
	Visibility At[Visibility] `facts:"documentation"`
	Defaults   []Setting
	Message    At[string] `facts:"documentation"` // for codes that have none
	Params     []*Param   `facts:"documentation"` // of all of its codes, where they are facts
}

// Contains reports whether a code, known or not, is part of the class.
func (c *Class) Contains(v Value) bool {
	switch {
	case c.Range != nil:
		return v.Kind == Integer && c.Range.Contains(v.Int)
	case c.Prefix.Given():
		return v.Kind == Text && strings.HasPrefix(v.Text, c.Prefix.Value)
	case c.Glob.Given():
		return v.Kind == Text && matchGlob(c.Glob.Value, v.Text)
	}
	return false
}

// matchGlob goes through both without a copy of either: a table may ask of each
// code whether each of its classes holds it.
func matchGlob(glob, s string) bool {
	glob, open := strings.CutSuffix(glob, "*")
	for _, want := range glob {
		got, size := utf8.DecodeRuneInString(s)
		if size == 0 || want != '?' && want != got {
			return false
		}
		s = s[size:]
	}
	return open || s == ""
}

// manyClasses are so many that what was found among them is kept: every part of
// a run asks for the class of every code.
const manyClasses = 16

// ClassOf gives the class of a code, known or not, or nil.
func (t *Table) ClassOf(v Value) *Class {
	if len(t.Classes) <= manyClasses {
		return classIn(t.Classes, v)
	}
	if kept, ok := t.homes.Load(v); ok {
		at, _ := kept.(int)
		if at < len(t.Classes) && t.Classes[at].Contains(v) { // it may have changed while the table was read
			return t.Classes[at]
		}
	}
	class := classIn(t.Classes, v)
	if class != nil {
		t.homes.Store(v, slices.Index(t.Classes, class))
	}
	return class
}

func classIn(list []*Class, v Value) *Class {
	for _, c := range list {
		if c.Contains(v) {
			return c
		}
	}
	return nil
}
