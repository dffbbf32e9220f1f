// Package codes says what a codes.yaml means: tables of status codes, their
// classes, their typed properties and their codes. It knows no YAML and no
// programming language; only the place of each value is carried along, because
// every later finding must point into a file.
//
// A catalogue is read-only once it is loaded.
package codes

import (
	"slices"

	"github.com/statusgen/statusgen/generator/internal/diag"
)

// At is a value and the place where the author wrote it. The place of a value
// that the author left out is not valid.
type At[T any] struct {
	Value T
	Pos   diag.Pos
}

// Given reports whether the author wrote the value.
func (a At[T]) Given() bool { return a.Pos.IsValid() }

// Catalog is everything that one source says.
type Catalog struct {
	Targets  []*Target
	Words    []Word
	Suppress []*Suppression // changes that are meant
	Tables   []*Table       // in source order
	Referred []*Table       // what properties of a base refer to and Tables lacks; never shown
}

// IsWhole reports whether all of the catalogue could be read.
func (c *Catalog) IsWhole() bool {
	return !slices.ContainsFunc(c.Tables, func(t *Table) bool {
		return t.Misread || slices.ContainsFunc(t.Codes, func(c *Code) bool { return c.Misread })
	})
}

// Table finds a table by name. It returns nil where there is none.
func (c *Catalog) Table(name string) *Table {
	for _, tables := range [][]*Table{c.Tables, c.Referred} {
		for _, t := range tables {
			if t.Name.Value == name {
				return t
			}
		}
	}
	return nil
}

// Word says how a whole word is capitalised where a language does so: http is
// written HTTP.
type Word struct {
	Lower, Written At[string]
}

// Reference names the registry or specification that a fact comes from.
type Reference struct {
	Pos  diag.Pos
	Text At[string]
	URL  At[string]
}

// Kind is the type of a table's codes on the wire.
type Kind int

const (
	Integer Kind = iota
	Text
)

func (k Kind) String() string {
	if k == Text {
		return "text"
	}
	return "integer"
}

// Unknown says what becomes of a code that the table does not list.
type Unknown int

const (
	Open   Unknown = iota // it survives as itself
	Closed                // decoding it is an error
)

func (u Unknown) String() string {
	if u == Closed {
		return "closed"
	}
	return "open"
}

// Range is an inclusive range of integer codes.
type Range struct {
	Pos      diag.Pos
	Min, Max int64
}

// Contains reports whether n lies in the range.
func (r Range) Contains(n int64) bool { return r.Min <= n && n <= r.Max }

// Lifecycle is the registry's word for the state of a code or, where the
// registry is silent, its specification's.
type Lifecycle string

const (
	Standard     Lifecycle = "standard"
	Temporary    Lifecycle = "temporary"
	Experimental Lifecycle = "experimental"
	Deprecated   Lifecycle = "deprecated"
	Obsolete     Lifecycle = "obsolete"
	Unused       Lifecycle = "unused"
	Reserved     Lifecycle = "reserved"
	Unofficial   Lifecycle = "unofficial"
)

// Lifecycles lists every lifecycle in the order in which outputs show them.
var Lifecycles = []Lifecycle{
	Standard, Temporary, Experimental, Deprecated, Obsolete, Unused, Reserved, Unofficial,
}
