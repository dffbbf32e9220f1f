package golang

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/statusgen/statusgen"
	"github.com/statusgen/statusgen/generator/internal/load"
	"github.com/statusgen/statusgen/generator/internal/render"
)

// What a text would do that got past an encoder: nothing of it is written.
func TestNothingButThePlanIsWritten(t *testing.T) {
	language, found := load.Language(statusgen.Files, "templates/go")
	require.Empty(t, found)
	table := &render.Table{
		Package: "shop", Type: "Code",
		Codes:      []*render.Code{{Identifier: "Open", Aliases: []*render.Alias{{Identifier: "Opened"}}}},
		Classes:    []*render.Class{{Identifier: "ClassUp", Guard: "IsUp"}},
		Properties: []*render.Property{{Identifier: "Retry", ValueType: "Retry", Values: []*render.Value{{Identifier: "RetryNever"}}}},
	}
	const sound = `package shop

import "strconv"

// Open is 1.
const Open, Opened = 1, Open

type Code int

func (c Code) IsUp() bool { return true }

func (c Code) String() string { return strconv.Itoa(int(c)) }

var names = [...]string{"", "open"}
`
	proved, err := proven([]byte(sound), planOf(table, language))
	require.NoError(t, err)
	require.Equal(t, sound, string(proved))

	for injected, want := range map[string]string{
		"func init() { println() }":            "line 16: it declares init",
		"func Pwned() {}":                      "line 16: it declares Pwned",
		"func (Code) Pwned() {}":               "line 16: it declares Pwned",
		"type Pwned int":                       "line 16: it declares Pwned",
		"var _ = len(names)":                   "line 16: it declares _",
		"var labels = [...]string{pwned()}":    "line 16: a value has to be computed",
		"var places = func() int { return 1 }": "line 16: a value has to be computed",
		"var phrases = `\n//go:generate id`":   "line 16: a line of a text begins as a comment does",
		"//go:generate id":                     `line 16: a comment begins with "//go:gene"`,
		"//line x:1":                           `a comment begins with "//line x:"`,
		"/* x */":                              `line 16: a comment begins with "/* x */"`,
		"}":                                    "expected declaration",
	} {
		_, err := proven([]byte(sound+"\n"+injected+"\n"), planOf(table, language))
		require.ErrorContains(t, err, want, injected)
	}
	for injected, want := range map[string]string{
		"package shop\n\nimport \"os\"\n":        "line 3: it imports os",
		"package shop\n\nimport . \"strings\"\n": "line 3: it imports strings",
		"package pwned\n":                        "line 1: the package is called pwned",
		"package shop\n\nconst Opened = 1\n":     "nothing is called Open",
		"// +build ignore\n\npackage shop\n":     "line 1: a comment is a build constraint",
	} {
		_, err := proven([]byte(injected), planOf(table, language))
		require.ErrorContains(t, err, want, injected)
	}
}
