package load

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// joins holds a text in pieces, of which there are far more than a source is
// ever read in, to the same text as a whole, and reports whether there were any.
func joins(t *testing.T, text []byte) bool {
	t.Helper()
	found := &findings{file: "codes.yaml", last: 1 + bytes.Count(text, newline)}
	shape := scan(checkRunes(bytes.Clone(text), found), found)
	if shape.broken || shape.empty {
		return false
	}
	whole, err := unmarshal(shape.text)
	some := false
	for _, pieces := range []int{2, 3, 100} {
		joined := shape.joined(pieces, 2)
		if joined == nil {
			continue
		}
		some = true
		require.NoError(t, err, "%s", shape.text)
		require.Equal(t, silent(whole), silent(joined), "%s", shape.text)
	}
	return some
}

// silent takes comments away, which nobody reads: the library finds some where
// there are none.
func silent(n *node) *node {
	n.HeadComment, n.LineComment, n.FootComment = "", "", ""
	for _, inner := range n.Content {
		silent(inner)
	}
	return n
}

func TestPieces(t *testing.T) {
	for name, text := range map[string]string{
		"block mappings":   "a:\n  - b: 1\n    c: 2\n  - b: 3\n  - b: 4\n  - b: 5\nd: 6\n",
		"flow mappings":    "a:\n  - {b: 1,\n     c: 2}\n  - {b: 3}\n  - [4,\n   5]\n  - {}\n  - {b: 6}\n",
		"at the key":       "a:\n- b\n- c\n- d\n- e\nf:\n- g\n- h\n- i\n- j\n",
		"block texts":      "a:\n  - |+\n    b\n\n\n  - >-\n    c\n     - d\n\n  - |\n    - e\n\n  - f\n  - |+\n    g\n\n",
		"long texts":       "a:\n  - b\n    c\n\n    d\n  - \"e\n    - f\"\n  - 'g\n\n    h'\n  - i\n  - j\n",
		"lists in a list":  "a:\n  - - b\n    - c\n  - - d\n    - e\n  -\n    - f\n    - g\n  - - h\n",
		"empty items":      "a:\n  -\n  - b\n  -\n  -\n  - c\n  -\n",
		"comments":         "a: # b\n  # c\n  - d # e\n# f\n  - g\n\n  # h\n  - |\n    i\n    # j\n  # k\n  - l # m\n  - n\n",
		"carriage returns": "a:\r\n  - b\r\n  - c\r\n  - d: |\r\n      e\r\n  - f\r\n  - g\r\n",
		"a marker":         "---\na:\n  - b\n  - c\n  - d\n  - e\n",
		"the root":         "- a\n- b\n- c\n- d\n",
		"other scripts":    "a:\n  - é: ü\n  - \U0001F600: ß\n  - \u0430: \u4e2d\n  - b\n",
	} {
		t.Run(name, func(t *testing.T) { require.True(t, joins(t, []byte(text))) })
	}
	t.Run("what we ship", func(t *testing.T) {
		files, err := filepath.Glob("../../../codes/*.yaml")
		require.NoError(t, err)
		require.NotEmpty(t, files)
		for _, name := range append(files, "../../../codes.yaml") {
			text, err := os.ReadFile(name)
			require.NoError(t, err)
			require.True(t, joins(t, text), name)
		}
	})
	t.Run("the test suite of YAML", func(t *testing.T) {
		some := 0
		for _, c := range suite(t) {
			deeper := "a:\n  " + strings.ReplaceAll(c.YAML, "\n", "\n  ") + "\nb: c\n"
			item := "- a\n- " + strings.ReplaceAll(c.YAML, "\n", "\n  ") + "\n- b\n- " + strings.ReplaceAll(c.YAML, "\n", "\n  ") + "\n- c\n- d\n"
			for _, text := range []string{c.YAML, deeper, item} {
				if joins(t, []byte(text)) {
					some++
				}
			}
		}
		require.Greater(t, some, 100)
	})
}

// A piece that cannot be read is no reason for another finding.
func TestPiecesWithAFault(t *testing.T) {
	text := "version: 1\ntables:\n  t:\n    codes:\n" + strings.Repeat("      - {code: 1, name: a}\n", 300) +
		"      - {code: 2, name: \"\\q\"}\n" + strings.Repeat("      - {code: 3, name: b}\n", 300)
	found := &findings{file: "codes.yaml"}
	shape := scan([]byte(text), found)
	_, whole := unmarshal(shape.text)
	_, err := shape.document()
	require.Equal(t, whole, err)
}
