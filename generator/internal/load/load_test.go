package load

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/statusgen/statusgen/generator/internal/diag"
)

// findingsOf reads a source and gives what it found as "line:column rule".
func findingsOf(source string) []string {
	_, found := Parse(fstest.MapFS{"codes.yaml": {Data: []byte(source)}}, "codes.yaml")
	return brief(found)
}

func brief(found diag.List) []string {
	all := []string{}
	for _, d := range found {
		all = append(all, fmt.Sprintf("%d:%d %s", d.Pos.Line, d.Pos.Column, d.Rule.Name))
	}
	return all
}

// inTable gives a source whose only table has one code with some fields; they
// begin in line 5, column 7.
func inTable(fields string) string {
	return "version: 1\ntables:\n  t:\n    codes:\n    - " + strings.ReplaceAll(fields, "\n", "\n      ") + "\n"
}

// coded gives a source whose only code is written so; it begins at 5:13.
func coded(code string) string { return inTable("code: " + code + "\nname: a") }

// valued gives a source whose only code has a summary written so; it begins
// at 7:16.
func valued(summary string) string { return inTable("code: 1\nname: a\nsummary: " + summary) }

type faultCase struct {
	id     string // of the row in the corpus of hostile input, or what is shown
	source string
	want   []string
}

var allFaults = [][]faultCase{fileFaults, runeFaults, syntaxFaults, mistakes, recoveries, structureFaults, valueFaults, integerFaults}

func TestFaults(t *testing.T) {
	for _, group := range allFaults {
		for _, c := range group {
			t.Run(c.id, func(t *testing.T) {
				require.Equal(t, c.want, findingsOf(c.source))
			})
		}
	}
}

func TestTenFaultsInOneRun(t *testing.T) {
	require.Equal(t, []string{
		"1:10 wrong-version",
		"2:1 unknown-field",
		"6:12 char-bidi",
		"8:13 int-octal",
		"9:13 anchor-not-allowed",
		"10:15 string-expected",
		"11:16 yaml-escape",
		"12:7 duplicate-key",
		"13:5 entry-empty",
		"14:7 missing-field",
		"14:18 unknown-value",
	}, findingsOf(`version: 2
tabels: {}
tables:
  t:
    # a right-to-left
    title: `+"\u202e"+`
    codes:
    - code: 0404
      name: &a a
      phrase: 404
      summary: "\q"
      name: b
    -
    - lifecycle: retired
      name: c
`))
}

func TestEveryRuleHasACaseAndATranscript(t *testing.T) {
	shown := map[string]bool{
		"source-unreadable": true, "source-not-regular": true, "source-too-large": true, // TestSource
		"language-pattern": true, "language-format": true, // TestLanguageFaults
	}
	for _, c := range slices.Concat(includeFaults, extendsFaults, errorFaults) {
		for _, want := range c.want {
			shown[ruleIn(want)] = true
		}
	}
	for _, group := range allFaults {
		for _, c := range group {
			for _, want := range c.want {
				shown[ruleIn(want)] = true
			}
		}
	}
	names := map[string]bool{}
	for _, rule := range Rules {
		require.False(t, names[rule.Name], "two rules are called %s", rule.Name)
		names[rule.Name] = true
		require.NotEmpty(t, rule.Doc)
		require.True(t, shown[rule.Name], "no test shows %s", rule.Name)
		transcript := filepath.Join("..", "..", "testdata", "script", "err_"+strings.ReplaceAll(rule.Name, "-", "_")+".txtar")
		text, err := os.ReadFile(transcript)
		require.NoError(t, err, "every rule has a transcript")
		require.Contains(t, string(text), "["+rule.Name+"]")
	}
	for name := range shown {
		require.True(t, names[name], "%s is not among Rules", name)
	}
}

// ruleIn takes the rule out of a finding as findingsOf gives it.
func ruleIn(finding string) string { return finding[strings.LastIndexByte(finding, ' ')+1:] }

func TestSource(t *testing.T) {
	sparse := filepath.Join(t.TempDir(), "large.yaml")
	require.NoError(t, os.WriteFile(sparse, nil, 0o600))
	require.NoError(t, os.Truncate(sparse, maxSize+1))

	for _, c := range []struct {
		id, name string
		fsys     fs.FS
		want     string
	}{
		{"ENC-26", "large.yaml", os.DirFS(filepath.Dir(sparse)), "source-too-large"},
		{"ENC-26 of unknown size", "f", growing{}, "source-too-large"},
		{"ENC-27 a directory", ".", os.DirFS(t.TempDir()), "source-not-regular"},
		{"ENC-27 a pipe", "f", fstest.MapFS{"f": {Mode: fs.ModeNamedPipe}}, "source-not-regular"},
		{"ENC-27 a device", "f", fstest.MapFS{"f": {Mode: fs.ModeDevice}}, "source-not-regular"},
		{"ENC-27 a socket", "f", fstest.MapFS{"f": {Mode: fs.ModeSocket}}, "source-not-regular"},
		{"no file", "f", fstest.MapFS{}, "source-unreadable"},
		{"no name", "../f", os.DirFS(t.TempDir()), "source-unreadable"},
	} {
		t.Run(c.id, func(t *testing.T) {
			_, found := Parse(c.fsys, c.name)
			require.Len(t, found, 1)
			require.Equal(t, c.want, found[0].Rule.Name)
			require.Equal(t, diag.Pos{File: c.name}, found[0].Pos)
			require.NotContains(t, found[0].Message, os.TempDir())
		})
	}
}

func TestSourceIsQuotedWithoutItsMark(t *testing.T) {
	text, err := source(fstest.MapFS{"f": {Data: []byte("\uFEFFversion: 1\n")}}, "f")
	require.NoError(t, err)
	require.Equal(t, "version: 1\n", string(text))
}

// growing is a file that holds more than it says.
type growing struct{}

type growingFile struct{ fs.File }

func (growing) Open(string) (fs.File, error) {
	file, err := fstest.MapFS{"f": {}}.Open("f")
	return growingFile{file}, err
}

func (growingFile) Read(p []byte) (int, error) { return len(p), nil }
