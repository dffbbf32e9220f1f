package codes

import (
	"maps"

	"github.com/statusgen/statusgen/generator/internal/diag"
)

// Target is an output that the source declares.
type Target struct {
	Name       At[string]
	Language   At[string] // that is shipped; absent: the one of the target's name
	Templates  At[string] // a directory of templates, relative to the source's; absent for a shipped language
	Out        At[string] // a directory, slash-separated, relative to the source's
	Package    *Package   // nil: no package files are written
	Tables     []*Choice  // that it shows; nil: all
	Only       *Filter    // the codes of these that it shows; nil: all
	Except     *Filter    // those that it does not; nil: none
	Visibility At[Visibility]
	Header     At[string] // lines below the marker of every source file
	Names      []*Respelling
}

// Package is what the package files of a target say.
type Package struct {
	Pos     diag.Pos
	Name    At[string] // what a registry calls it: "@statusgen/codes"
	Module  At[string] // what an import calls it, where that differs: "statuscodes"
	Version At[string]
}

// Choice is a table that a target shows, and which of its codes.
type Choice struct {
	Table        At[string]
	Only, Except *Filter
}

// Respelling is a target's own rule for a kind of name. What it leaves out is
// the language's.
type Respelling struct {
	Role  At[Role]
	Style At[Style]
	As    At[string]
	Words *bool
}

// Speaks gives the name of the target's language.
func (t *Target) Speaks() string {
	if t.Language.Given() {
		return t.Language.Value
	}
	return t.Name.Value
}

// Respelled gives the language with a target's own rules for names.
func (l *Language) Respelled(own []*Respelling) *Language {
	if len(own) == 0 {
		return l
	}
	respelled := *l
	respelled.Names = maps.Clone(l.Names)
	for _, r := range own {
		rule, spelled := respelled.Names[r.Role.Value]
		if !spelled {
			continue // nothing would ask for it
		}
		if r.Style.Given() {
			rule.Style = r.Style.Value
		}
		if r.As.Given() {
			rule.As = r.As.Value
		}
		if r.Words != nil {
			rule.Words = *r.Words
		}
		respelled.Names[r.Role.Value] = rule
	}
	return &respelled
}
