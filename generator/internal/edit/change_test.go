package edit

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

var testOrder = []string{"code", "name", "phrase", "also", "properties"}

// TestChanged says what becomes of a text, a pair a way of writing. | stands in
// the text before a change where the mapping is.
func TestChanged(t *testing.T) {
	set := func(v Value, path ...string) Change { return Change{Path: path, Value: v} }
	gone := func(key string) Change { return Change{Path: []string{key}} }
	added := func(before bool) Change {
		return Change{Before: before, Add: []Mapping{{{"code", int64(2)}, {"name", "b"}}, {{"code", int64(3)}}}}
	}
	for _, test := range []struct {
		what          string
		change        Change
		before, after string
	}{
		{"a value of a line", set("Not Found", "phrase"), "- |code: 1\n  phrase: Nothing  # yet\n", "- code: 1\n  phrase: Not Found  # yet\n"},
		{"a value in quotes", set("b", "phrase"), "- |phrase: \"a # \\\" b\" # c\n  code: 1\n", "- phrase: b # c\n  code: 1\n"},
		{"a value over lines", set("b", "phrase"), "- |code: 1\n  phrase: a\n\n    b\n\n  # c\n  name: d\n", "- code: 1\n  phrase: b\n\n  # c\n  name: d\n"},
		{"a block text", set("b", "phrase"), "- |code: 1\n  phrase: >-\n    a: b\n    # c\n\n    d\n  name: d\n", "- code: 1\n  phrase: b\n  name: d\n"},
		{"no value", set("b", "phrase"), "- |code: 1\n  phrase:\n  name: d\n", "- code: 1\n  phrase: b\n  name: d\n"},
		{"a list of lines", set(List{"a", "b"}, "also"), "- |code: 1\n  also:\n  - x\n  - y # z\n  name: d\n", "- code: 1\n  also: [a, b] # z\n  name: d\n"},
		{"a list in brackets over lines", set(List{}, "also"), "- |code: 1\n  also: [x, # ]\n    'y]'\n  ]\n", "- code: 1\n  also: []\n"},
		{"a field of a mapping of lines", set(int64(1), "properties", "b"), "- |code: 1\n  properties:\n    # a\n    b: 2\n", "- code: 1\n  properties:\n    # a\n    b: 1\n"},
		{"a new one of them", set(true, "properties", "c"), "- |code: 1\n  properties:\n    b: 2 # two\n# end\n", "- code: 1\n  properties:\n    b: 2 # two\n    c: true\n# end\n"},
		{"a field of a mapping in brackets", set("x", "properties", "c"), "- |{code: 1, properties: {b: 2,}}\n", "- {code: 1, properties: {b: 2, c: x,}}\n"},
		{"the first of them", set("x", "properties", "c"), "- |code: 1\n  properties: { }\n", "- code: 1\n  properties: { c: x}\n"},
		{"a mapping that was not there", set("x", "properties", "c"), "- |code: 1\n", "- code: 1\n  properties: {c: x}\n"},
		{"a field in its order", set("a", "phrase"), "- |code: 1 # one\n  name: a # b\n  also: [c]\n", "- code: 1 # one\n  name: a # b\n  phrase: a\n  also: [c]\n"},
		{"a field in brackets", set("a, b", "phrase"), "- |{name: \"a,}\", code: 1, also: [c]}\n", "- {name: \"a,}\", code: 1, phrase: \"a, b\", also: [c]}\n"},
		{"a field in brackets over lines", set("a", "phrase"), "- |{\n    code: 1, # one\n    name: a,\n  }\n", "- {\n    code: 1, # one\n    name: a, phrase: a,\n  }\n"},
		{"a field that goes", gone("phrase"), "- |code: 1\n  # why\n  phrase: a\n    b # c\n  name: d\n", "- code: 1\n  name: d\n"},
		{"a field that goes from brackets", gone("phrase"), "- |{code: 1, phrase: \"a\", name: b}\n", "- {code: 1, name: b}\n"},
		{"the first field that goes", gone("code"), "- |{code: 1, phrase: a}\n", "- {phrase: a}\n"},

		{"lines after lines", added(false), "a:\n  - |code: 1\n    name: a # b\n  # c\nd: e\n", "a:\n  - code: 1\n    name: a # b\n  - code: 2\n    name: b\n  - code: 3\n  # c\nd: e\n"},
		{"lines before lines", added(true), "a:\n  # c\n  - |code: 4\n", "a:\n  # c\n  - code: 2\n    name: b\n  - code: 3\n  - code: 4\n"},
		{"lines between blank lines", added(false), "a:\n  # c\n\n  - |code: 1\n\n  - code: 4\n", "a:\n  # c\n\n  - code: 1\n\n  - code: 2\n    name: b\n\n  - code: 3\n\n  - code: 4\n"},
		{"lines before blank lines", added(true), "a:\n  - |code: 4\n\n  # c\n  - code: 5\n", "a:\n  - code: 2\n    name: b\n\n  - code: 3\n\n  - code: 4\n\n  # c\n  - code: 5\n"},
		{"brackets after brackets", added(false), "a:\n- |{code: 1}\nb: c\n", "a:\n- {code: 1}\n- {code: 2, name: b}\n- {code: 3}\nb: c\n"},
		{"in brackets", added(false), "a: [ |{code: 1}, {code: 4}]\n", "a: [ {code: 1}, {code: 2, name: b}, {code: 3}, {code: 4}]\n"},
		{"before in brackets", added(true), "a: [\n  |{code: 4},\n]\n", "a: [\n  {code: 2, name: b}, {code: 3}, {code: 4},\n]\n"},
		{"at the end of a text", added(false), "a:\n  - |code: 1", "a:\n  - code: 1\n  - code: 2\n    name: b\n  - code: 3"},
		{"the value of a key", Change{Key: true, Path: []string{"also"}, Value: List{int64(1)}}, "|a: # b\n  code: 1\n", "a: # b\n  code: 1\n  also: [1]\n"},
		{"the value of a key in brackets", Change{Key: true, Path: []string{"also"}, Value: List{}}, "x: {|a: {code: []}}\n", "x: {a: {code: [], also: []}}\n"},
	} {
		for _, end := range []string{"\n", "\r\n"} {
			for _, mark := range []string{"", "\uFEFF"} {
				head, tail, found := strings.Cut(test.before, "|")
				require.True(t, found)
				change := test.change
				change.Line = 1 + strings.Count(head, "\n")
				change.Column = 1 + len(head) - (strings.LastIndex(head, "\n") + 1)
				text := mark + strings.ReplaceAll(head+tail, "\n", end)
				got, err := Changed([]byte(text), testOrder, []Change{change})
				require.NoError(t, err, test.what)
				want := mark + strings.ReplaceAll(test.after, "\n", end)
				require.Equal(t, want, string(got), test.what)
			}
		}
	}
}

// TestChangedAtOnce holds changes of one text to their places, in whatever
// order they come.
func TestChangedAtOnce(t *testing.T) {
	text := "- code: 1\n  name: ä\n- {code: 5}\n"
	add := func(n int64) []Mapping { return []Mapping{{{"code", n}}} }
	changes := []Change{
		{Line: 1, Column: 3, Path: []string{"phrase"}, Value: "one"},
		{Line: 3, Column: 3, Add: add(6)},
		{Line: 1, Column: 3, Add: add(0), Before: true},
		{Line: 1, Column: 3, Path: []string{"name"}, Value: "a"},
		{Line: 3, Column: 3, Add: add(4), Before: true},
		{Line: 1, Column: 3, Add: add(2)},
		{Line: 3, Column: 3, Path: []string{"name"}, Value: "five"},
	}
	want := "- code: 0\n- code: 1\n  name: a\n  phrase: one\n  properties: {a: 1, b: 2}\n- code: 2\n- {code: 4}\n- {code: 5, name: five}\n- {code: 6}\n"
	properties := []Change{{Line: 1, Column: 3, Path: []string{"properties", "a"}, Value: int64(1)}, {Line: 1, Column: 3, Path: []string{"properties", "b"}, Value: int64(2)}}
	for range changes {
		changes = append(changes[1:], changes[0])
		got, err := Changed([]byte(text), testOrder, append(changes[:len(changes):len(changes)], properties...))
		require.NoError(t, err)
		require.Equal(t, want, string(got))
	}
}

func TestChangedCannot(t *testing.T) {
	for want, change := range map[string]Change{
		"1:9: nothing can be added to a list that is written like this": {Line: 1, Column: 9, Add: []Mapping{{}}},
		"3:3: code cannot be taken out, because it comes first":         {Line: 3, Column: 3, Path: []string{"code"}},
		"3:3: there is no name":              {Line: 3, Column: 3, Path: []string{"name"}},
		"3:3: phrase has no value to change": {Line: 3, Column: 3, Path: []string{"phrase", "b"}, Value: true},
		"there is nothing at 9:1":            {Line: 9, Column: 1, Path: []string{"name"}},
	} {
		_, err := Changed([]byte("other: {a: 1}\nlist:\n- code: 1\n  phrase:\n"), testOrder, []Change{change})
		require.EqualError(t, err, want)
	}
}

func TestValues(t *testing.T) {
	for want, value := range map[string]Value{
		`RFC 9110`: "RFC 9110", `"RFC 9110, Section 15"`: "RFC 9110, Section 15", `https://a.example/#b`: "https://a.example/#b",
		`"true"`: "true", `"No"`: "No", `""`: "", `"12"`: "12", `"1.0"`: "1.0", `"- a"`: "- a", `"a "`: "a ", `" a"`: " a", `"a: b"`: "a: b",
		`"a #b"`: "a #b", `'a "b" it''s \'`: `a "b" it's \`, `it's`: "it's", `"*a"`: "*a", `"a:"`: "a:", `"{a}"`: "{a}", `Ünter`: "Ünter",
		`"4.04"`: Quoted("4.04"), `-1`: int64(-1), `false`: false, `[a, "1", {b: [], c: {}}]`: List{"a", "1", Mapping{{"b", List{}}, {"c", Mapping{}}}},
	} {
		require.Equal(t, want, flow(value))
	}
	require.Panics(t, func() { flow(1.5) })
}

// TestChangedIsLinear changes every entry of a large list.
func TestChangedIsLinear(t *testing.T) {
	const n = 50_000
	var changes []Change
	for i := range n {
		changes = append(changes, Change{Line: i + 1, Column: 3, Path: []string{"phrase"}, Value: "b"})
	}
	start := time.Now()
	got, err := Changed([]byte(strings.Repeat("- {code: 1, phrase: a}\n", n)), testOrder, changes)
	require.NoError(t, err)
	require.Equal(t, n, strings.Count(string(got), "phrase: b"))
	require.Less(t, time.Since(start), 20*time.Second) // 0.1 s; by copies of the text it would be minutes
}
