// Package evolve compares what a source says with what it said before: each
// change of a table that somebody could notice, what it can break, and what has
// to be done about it. It compares resolved catalogues, by code and by name, so
// that neither order nor form of a file is a change; and what targets made of
// the names, so that a program that does not build any more is one.
package evolve

import (
	"cmp"
	"slices"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
)

// Side is a source: before or after.
type Side struct {
	File    string // the source, for what is not there
	Catalog *codes.Catalog
	Outputs []*Output
}

// Change is one thing that is not as it was.
type Change struct {
	*Kind
	Subject
	Old, New diag.Pos // where it was said, and where it is or is missing
	Message  string   // whatever an author wrote is in quotes
	Hint     string
	Lines    []string // that the hint asks to add
	Spelled  []Spelled
}

// Subject is what a change is about, as far as it is about such things. Only in
// several targets one thing can change in one way twice.
type Subject struct {
	Table string
	Code  *codes.Value
	Name  string // of a class, a property, a target …, or a name of the code
}

// Compare gives every change from one source to another, the worst first, and
// those of one level in the order of the new source.
func Compare(old, now Side) []Change {
	c := &comparison{old: old, now: now}
	c.targets()
	c.tables()
	c.sort()
	return c.changes
}

// comparison collects the changes between two sides.
type comparison struct {
	old, now Side
	changes  []Change
	names    map[*codes.Table]map[string]*codes.Code // of tables that somebody has asked for
}

// add records a change. Its subject and its places are the caller's to give.
func (c *comparison) add(kind *Kind, about Subject, old, now diag.Pos, message string, more ...option) {
	change := Change{Kind: kind, Subject: about, Old: old, New: now, Message: message}
	for _, option := range more {
		option(&change)
	}
	c.changes = append(c.changes, change)
}

// nowhere is where something that is new was.
var nowhere diag.Pos

// option adds to a change what only some have.
type option func(*Change)

func hint(text string, lines ...string) option {
	return func(c *Change) { c.Hint, c.Lines = text, lines }
}

func (c *comparison) sort() {
	slices.SortStableFunc(c.changes, func(a, b Change) int {
		return cmp.Or(
			cmp.Compare(b.Level, a.Level),
			cmp.Compare(a.New.File, b.New.File),
			cmp.Compare(a.New.Line, b.New.Line),
			cmp.Compare(a.New.Column, b.New.Column),
		)
	})
}

// BumpOf gives the part of a version that changes call for: the greatest that
// any of them does.
func BumpOf(changes []Change) Bump {
	bump := None
	for _, c := range changes {
		bump = max(bump, c.Bump)
	}
	return bump
}
