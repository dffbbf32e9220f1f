package diag

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

var (
	aRule    = &Rule{Name: "a-rule", Doc: "Something holds."}
	aWarning = &Rule{Name: "a-warning", Doc: "Something should hold.", Severity: Warning}
)

// hostile is all that a name of a file or a text of a source could do to who
// reads it: drive a terminal, turn the order of words, end a command.
const hostile = "a\x1b[31m\x9b\u009b\u202e\u2066\u2028\x7f\r\n::error::b, c: %d"

// written gives the findings in every form.
func written(t *testing.T, found List) map[string]string {
	t.Helper()
	forms := map[string]string{}
	for name, write := range map[string]func(*strings.Builder) error{
		"text":   func(w *strings.Builder) error { return found.WriteText(w, func(string) []byte { return nil }) },
		"json":   func(w *strings.Builder) error { return found.WriteJSON(w, "") },
		"sarif":  func(w *strings.Builder) error { return found.WriteSARIF(w, "") },
		"github": func(w *strings.Builder) error { return found.WriteGitHub(w) },
	} {
		var out strings.Builder
		require.NoError(t, write(&out))
		forms[name] = out.String()
	}
	return forms
}

// TestFormsAreVisible holds every form to printing nothing that acts on a
// terminal or on a runner.
func TestFormsAreVisible(t *testing.T) {
	var found List
	found.Add(aRule, Pos{hostile, 1, 2}, hostile, Hint("%s", hostile), Lines(hostile, hostile), See(Pos{hostile, 3, 4}))
	forms := written(t, found)
	var failure strings.Builder
	require.NoError(t, WriteGitHubFailure(&failure, hostile))
	forms["failure"] = failure.String()
	for name, text := range forms {
		for line := range strings.Lines(text) {
			line = strings.TrimSuffix(line, "\n")
			require.Equal(t, Visible(line), line, name)
			command := strings.HasPrefix(strings.TrimSpace(line), "::")
			require.Equal(t, name == "github" || name == "failure", command, name)
		}
	}
	require.Equal(t, 1, strings.Count(forms["github"], "\n"))
	require.Equal(t, 1, strings.Count(forms["failure"], "\n"))
}

// TestJSONKeepsNames holds the escapes of JSON to changing nothing that a
// program reads.
func TestJSONKeepsNames(t *testing.T) {
	const name = "a\x1b\u009b\u202e\u2028\x7f\U000e0001 ü\u00a0/b.yaml"
	var found List
	found.Add(aRule, Pos{name, 1, 2}, "a message")
	var read struct{ Findings []struct{ File string } }
	require.NoError(t, json.Unmarshal([]byte(written(t, found)["json"]), &read))
	require.Equal(t, name, read.Findings[0].File)
}

// OUT-02, OUT-03.
func TestGitHub(t *testing.T) {
	var found List
	found.Add(aRule, Pos{"a,b:c%0A.yaml", 7, 3}, "100% of it, as: is", Hint("mend it"))
	found.Add(aWarning, Pos{File: "whole.yaml"}, "no line")
	found.Add(aRule, Pos{}, "no file")
	require.Equal(t, `::error file=a%2Cb%3Ac%250A.yaml,line=7,endLine=7,col=3,title=a-rule::100%25 of it, as: is%0Ahint: mend it
::warning file=whole.yaml,title=a-warning::no line
::error title=a-rule::no file
`, written(t, found)["github"])
}

// TestGitHubHasRoomFor holds warnings to not taking the room of errors.
// OUT-04.
func TestGitHubHasRoomFor(t *testing.T) {
	var found List
	for range 12 {
		found.Add(aWarning, Pos{"a", 1, 1}, "w")
	}
	for range 11 {
		found.Add(aRule, Pos{"a", 1, 1}, "e")
	}
	text := written(t, found)["github"]
	require.Equal(t, 10, strings.Count(text, "::warning "))
	require.Equal(t, 10, strings.Count(text, "::error "))
	require.Contains(t, text, "severity error that GitHub has no room for: 1;")
	require.Contains(t, text, "severity warning that GitHub has no room for: 2;")
}

func TestInert(t *testing.T) {
	for text, want := range map[string]string{
		"as\nit is: fine::\n": "as\nit is: fine::\n",
		"::error::a\n":        ": :error::a\n",
		"a\n \t\u00a0::b::c":  "a\n \t\u00a0: :b::c",
		"+ x ##[add-mask]y":   "+ x ## [add-mask]y",
	} {
		require.Equal(t, want, Inert(text))
	}
}

// OUT-05.
func TestSARIF(t *testing.T) {
	fingerprints := func(found List) []string {
		var log struct {
			Runs []struct {
				Results []struct{ PartialFingerprints map[string]string }
			}
		}
		require.NoError(t, json.Unmarshal([]byte(written(t, found)["sarif"]), &log))
		var list []string
		for _, result := range log.Runs[0].Results {
			list = append(list, result.PartialFingerprints["finding/v1"])
		}
		return list
	}
	var before, after List
	before.Add(aRule, Pos{"a", 1, 1}, "m")
	before.Add(aRule, Pos{"a", 2, 1}, "m")
	before.Add(aRule, Pos{"a", 3, 1}, "n")
	after.Add(aRule, Pos{"a", 11, 9}, "m")
	after.Add(aRule, Pos{"a", 12, 9}, "m")
	after.Add(aRule, Pos{"a", 13, 9}, "n")
	require.Equal(t, fingerprints(before), fingerprints(after), "they stay when lines move")
	require.Len(t, map[string]bool{fingerprints(before)[0]: true, fingerprints(before)[1]: true, fingerprints(before)[2]: true}, 3)

	for file, want := range map[string]string{
		"api/codes.yaml":  "api/codes.yaml",
		"my api/ü%.yaml":  "my%20api/%C3%BC%25.yaml",
		"a:b.yaml":        "./a:b.yaml",
		"../codes.yaml":   "../codes.yaml",
		"/srv/x y/c.yaml": "file:///srv/x%20y/c.yaml",
		"<stdin>":         "%3Cstdin%3E",
	} {
		require.Equal(t, want, uri(file))
	}
	require.Equal(t, `say \[here\](http://evil) not \\`, unlinked(`say [here](http://evil) not \`))
	require.Equal(t, `one of [a, b]`, unlinked(`one of [a, b]`))
}
