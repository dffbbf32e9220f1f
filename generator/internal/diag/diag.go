// Package diag speaks to the author of a codes.yaml: where something is, what
// is wrong with it, which rule says so, and what to do.
package diag

import (
	"cmp"
	"fmt"
	"slices"
)

// Pos is a place in a file. Line and Column count from 1; Column counts
// runes, and a byte order mark is not counted.
type Pos struct {
	File   string
	Line   int
	Column int
}

// IsValid reports whether p names a place inside a file.
func (p Pos) IsValid() bool { return p.Line > 0 }

// String gives file:line:column, or the file alone for a fault of a whole
// file.
func (p Pos) String() string {
	if !p.IsValid() {
		return p.File
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
}

func (p Pos) compare(q Pos) int {
	return cmp.Or(
		cmp.Compare(p.File, q.File),
		cmp.Compare(p.Line, q.Line),
		cmp.Compare(p.Column, q.Column),
	)
}

// Severity tells a finding that stops the run from one that does not.
type Severity int

const (
	Error Severity = iota
	Warning
	Note // nothing is wrong, but somebody may want to know
)

func (s Severity) String() string {
	return [...]string{"error", "warning", "note"}[s]
}

// Rule is one promise that a source has to keep. Its name is stable.
type Rule struct {
	Name     string   // kebab-case
	Doc      string   // one sentence: what must hold, and why
	Severity Severity // of every finding under this rule
	Level    string   // of a rule about changes: what they can break; empty for any other rule
}

// Diagnostic is one finding.
type Diagnostic struct {
	Pos     Pos
	Rule    *Rule
	Message string
	Hint    string   // what to do; may be empty
	Lines   []string // of a source, which the hint is to add
	Related []Pos    // the other places that the message is about
}

// List collects findings. The zero value is ready to use.
type List []Diagnostic

// Add records a finding of a rule at a place.
func (l *List) Add(rule *Rule, pos Pos, message string, more ...Option) {
	d := Diagnostic{Pos: pos, Rule: rule, Message: message}
	for _, option := range more {
		option(&d)
	}
	*l = append(*l, d)
}

// Option adds to a finding what only some findings have.
type Option func(*Diagnostic)

// Hint says what to do about a finding. A hint that is empty leaves the one
// before it.
func Hint(format string, args ...any) Option {
	return func(d *Diagnostic) { d.Hint = cmp.Or(fmt.Sprintf(format, args...), d.Hint) }
}

// Lines gives the lines that a hint asks to add to the source.
func Lines(lines ...string) Option {
	return func(d *Diagnostic) { d.Lines = lines }
}

// See names another place that a finding is about.
func See(pos Pos) Option {
	return func(d *Diagnostic) {
		if pos.IsValid() {
			d.Related = append(d.Related, pos)
		}
	}
}

// advice gives the hint and its lines as one visible text.
func (d *Diagnostic) advice() string {
	text := Visible(d.Hint)
	for _, line := range d.Lines {
		text += "\n" + Visible(line)
	}
	return text
}

// label names a rule, and the level of a rule about changes.
func (r *Rule) label() string {
	if r.Level == "" {
		return r.Name
	}
	return r.Name + ", " + r.Level
}

// HasErrors reports whether any finding stops the run.
func (l List) HasErrors() bool {
	return slices.ContainsFunc(l, func(d Diagnostic) bool { return d.Rule.Severity == Error })
}

// Sort orders the findings by place, keeping the order of those at one place.
func (l List) Sort() {
	slices.SortStableFunc(l, func(a, b Diagnostic) int { return a.Pos.compare(b.Pos) })
}
