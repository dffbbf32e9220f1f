package codes

import "github.com/statusgen/statusgen/generator/internal/diag"

// Suppression is a change that the author means, and why. It is of one rule and
// one thing, so that it never hides another change.
type Suppression struct {
	Pos    diag.Pos
	Rule   At[string]
	Table  At[string] // absent: the change is of no table
	Code   *At[Value] // nil: the change is of no code
	Name   At[string] // of a class, a property, a target …; absent: the change is of none
	Reason At[string]
}
