package check_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/statusgen/statusgen/generator/internal/check"
	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
)

// inBase places a value on a line of the base's file.
func inBase[T any](line int, value T) codes.At[T] {
	return codes.At[T]{Value: value, Pos: diag.Pos{File: "base.yaml", Line: line, Column: 1}}
}

func codeInBase(line int, n int64, name string) *codes.Code {
	return &codes.Code{Value: inBase(line, codes.IntegerValue(n)), Name: inBase(line, name)}
}

// extending gives a table on a line that extends base on the next, and holds
// the codes that base has, with some of its own.
func extending(line int, name string, base *codes.Table, own ...*codes.Code) *codes.Table {
	return &codes.Table{
		Name:       at(line, name),
		Range:      base.Range,
		Require:    base.Require,
		Properties: base.Properties,
		Codes:      append(append([]*codes.Code{}, base.Codes...), own...),
		Bases:      []*codes.Base{{Ref: at(line+1, "base.yaml:"+base.Name.Value), Table: base}},
	}
}

// placed gives findings as file:line: message [rule] (see file:line).
func placed(found diag.List) []string {
	var lines []string
	for _, d := range found {
		line := fmt.Sprintf("%s:%d: %s [%s]", d.Pos.File, d.Pos.Line, d.Message, d.Rule.Name)
		for _, pos := range d.Related {
			line += fmt.Sprintf(" (see %s:%d)", pos.File, pos.Line)
		}
		lines = append(lines, line)
	}
	return lines
}

func TestAFaultOfABaseStaysThere(t *testing.T) {
	base := &codes.Table{Name: inBase(1, "b"), Codes: []*codes.Code{codeInBase(2, 1, "One"), codeInBase(3, 2, "two")}}
	c := &codes.Catalog{Tables: []*codes.Table{extending(10, "t", base), extending(20, "u", base)}}
	require.Equal(t, []string{
		`base.yaml:2: the name "One" holds 'O', but a name is lower-case letters, digits and underscores [name-syntax] (see codes.yaml:11)`,
	}, placed(check.Catalog(c)))
}

func TestAFaultByExtendingIsThatOfTheLine(t *testing.T) {
	old := codeInBase(3, 2, "old")
	old.Deprecated = &codes.Deprecation{Use: inBase(4, "new")}
	base := &codes.Table{Name: inBase(1, "b"), Codes: []*codes.Code{codeInBase(2, 1, "new"), old}}
	without := extending(20, "t", base)
	without.Codes = without.Codes[1:]
	c := &codes.Catalog{Tables: []*codes.Table{extending(10, "s", base), without, extending(30, "u", base)}}
	require.Equal(t, []string{
		`codes.yaml:21: the table "t" has no code named "new" [unknown-reference] (see base.yaml:4)`,
	}, placed(check.Catalog(c)))
}

func TestTheNearestBaseOfAFileIsMeant(t *testing.T) {
	base := &codes.Table{Name: inBase(1, "b"), Codes: []*codes.Code{codeInBase(2, 1, "one")}}
	other := &codes.Table{Name: inBase(5, "o"), Codes: []*codes.Code{codeInBase(6, 2, "two"), codeInBase(7, 3, "one")}}
	both := extending(10, "t", base, other.Codes...)
	both.Bases = append(both.Bases, &codes.Base{Ref: at(12, "base.yaml:o"), Table: other})
	// A base may have bases of its own.
	further := &codes.Table{Name: codes.At[string]{Value: "f", Pos: diag.Pos{File: "further.yaml", Line: 1}}, Bases: both.Bases[1:]}
	round := extending(20, "u", base, other.Codes...)
	round.Bases = append(round.Bases, &codes.Base{Ref: at(22, "further.yaml:f"), Table: further})
	require.Equal(t, []string{
		`codes.yaml:12: "one" names both 1 and 3 [duplicate-name] (see base.yaml:7) (see base.yaml:2)`,
		`codes.yaml:22: "one" names both 1 and 3 [duplicate-name] (see base.yaml:7) (see base.yaml:2)`,
	}, placed(check.Catalog(&codes.Catalog{Tables: []*codes.Table{both, round}})))
}

func TestABaseMayKnowOtherTargets(t *testing.T) {
	code := codeInBase(2, 1, "one")
	code.Aliases = []*codes.Alias{{Name: inBase(3, "uno"), Only: []codes.At[string]{inBase(3, "ruby")}}}
	base := &codes.Table{Name: inBase(1, "b"), Codes: []*codes.Code{code}}
	c := &codes.Catalog{
		Targets: []*codes.Target{{Name: at(1, "go"), Out: at(1, "gen")}},
		Tables:  []*codes.Table{extending(10, "t", base)},
	}
	require.Empty(t, placed(check.Catalog(c)))
}

func TestReferredTables(t *testing.T) {
	rpc := &codes.Table{Name: inBase(1, "rpc"), Codes: []*codes.Code{codeInBase(2, 0, "fine"), codeInBase(3, 0, "faulty, but not ours")}}
	base := &codes.Table{Name: inBase(5, "b"), Properties: []*codes.Property{
		{Name: inBase(6, "rpc"), Type: inBase(6, codes.CodeProperty), Table: inBase(6, "rpc")},
	}}
	own := number(12, 1, "one")
	own.Properties = []codes.Setting{set(12, "rpc", one(12, "fine"))}
	wrong := number(13, 2, "two")
	wrong.Properties = []codes.Setting{set(13, "rpc", one(13, "fyne"))}
	c := &codes.Catalog{Tables: []*codes.Table{extending(10, "t", base, own, wrong)}, Referred: []*codes.Table{rpc}}
	require.Equal(t, []string{`codes.yaml:13: the table "rpc" has no code named "fyne" [unknown-reference]`}, placed(check.Catalog(c)))
}

func TestHomeward(t *testing.T) {
	base := &codes.Table{Name: inBase(1, "b")}
	c := &codes.Catalog{Tables: []*codes.Table{extending(10, "t", base)}}
	rule := &diag.Rule{Name: "some-rule"}
	var found diag.List
	found.Add(rule, inBase(2, "").Pos, "of the base", diag.See(on(3)))
	found.Add(rule, on(4), "of the source")
	found.Add(rule, diag.Pos{File: "base.yaml"}, "of a whole file")
	require.Equal(t, []string{
		"codes.yaml:11: of the base [some-rule] (see base.yaml:2) (see codes.yaml:3)",
		"codes.yaml:4: of the source [some-rule]",
		"base.yaml:0: of a whole file [some-rule]",
	}, placed(check.Homeward(c, found)))
}
