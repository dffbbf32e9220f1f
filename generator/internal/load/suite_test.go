package load

import (
	"bytes"
	"encoding/json"
	"os"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"
)

// suiteCase is a case of the YAML test suite.
type suiteCase struct {
	ID, YAML string
	Invalid  bool
	JSON     any
}

func suite(t testing.TB) (cases []suiteCase) {
	t.Helper()
	text, err := os.ReadFile("../../testdata/yaml-test-suite/cases.jsonl")
	require.NoError(t, err)
	for line := range bytes.Lines(text) {
		var c suiteCase
		require.NoError(t, json.Unmarshal(line, &c))
		cases = append(cases, c)
	}
	require.Len(t, cases, 402)
	return cases
}

// TestYAMLSuite reads what others have found that readers of YAML get wrong:
// what is invalid is refused, and what is not refused means what it says.
// Wherever it stands, each fault is at a place inside of the file.
func TestYAMLSuite(t *testing.T) {
	accepted := 0
	for _, c := range suite(t) {
		t.Run(c.ID, func(t *testing.T) {
			fsys := fstest.MapFS{
				"codes.yaml": {Data: []byte(c.YAML)}, "target.yaml": {Data: []byte(c.YAML)},
				"includes.yaml":   {Data: []byte("version: 1\ninclude: [codes.yaml]\ntables: {t: {codes: [{code: 1, name: a}]}}\n")},
				"translates.yaml": {Data: []byte("version: 1\ntables: {t: {errors: true, locales: {de: codes.yaml}, codes: [{code: 1, name: a}]}}\n")},
			}
			text, err := source(fsys, "codes.yaml")
			require.NoError(t, err)
			for _, name := range []string{"codes.yaml", "includes.yaml", "translates.yaml"} {
				_, found := Parse(fsys, name)
				require.True(t, found.HasErrors())
				requireInside(t, text, found)
			}
			_, found := Language(fsys, ".")
			require.True(t, found.HasErrors())
			requireInside(t, text, found)

			root := rootOf(text)
			if root == nil {
				return
			}
			require.False(t, c.Invalid, "it is read as %v", plainly(t, root))
			if c.JSON != nil { // else it has keys that are no texts, which the walk refuses
				require.Equal(t, c.JSON, plainly(t, root))
			}
			accepted++
		})
	}
	require.Greater(t, accepted, 150)
}

// plainly gives what a node says as JSON would.
func plainly(t *testing.T, n *node) any {
	switch {
	case n.Kind == mapping:
		entries := map[string]any{}
		for i := 0; i < len(n.Content); i += 2 {
			entries[n.Content[i].Value] = plainly(t, n.Content[i+1])
		}
		return entries
	case n.Kind == sequence:
		items := []any{}
		for _, item := range n.Content {
			items = append(items, plainly(t, item))
		}
		return items
	case n.ShortTag() == "!!str" || n.ShortTag() == "!!timestamp":
		return n.Value
	case isNull(n):
		return nil
	}
	var number float64
	require.NoError(t, n.Decode(&number))
	return number
}
