package edit

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// TestFormat says what canonical form is, a pair of texts a rule. That it says
// the same is for TestFmt and FuzzFmt to hold.
func TestFormat(t *testing.T) {
	for _, test := range []struct{ rule, before, after string }{
		{"entries are two columns deeper", "a:\n    b:\n     - c\n     -   d: 1\n         e: 2\n", "a:\n  b:\n    - c\n    - d: 1\n      e: 2\n"},
		{"lists are deeper than their key", "a:\n- b\n-\n c: 1\nd: 2\n", "a:\n  - b\n  -\n    c: 1\nd: 2\n"},
		{"lists of lists", "a:\n -   - 1\n     - 2\n", "a:\n  - - 1\n    - 2\n"},
		{"colons", "a :   1\n\"b\"  : 2\nc:\td\n", "a: 1\n\"b\": 2\nc: d\n"},
		{"explicit keys", "?   a\n:   - 1\n    - 2\n", "? a\n: - 1\n  - 2\n"},
		{"the start and the end", "\n\n\n---\n\n\na: 1\n\n\n", "---\n\na: 1\n"},
		{"byte order marks and line ends", "\uFEFFa: 1\r\nb: 2\r\n", "a: 1\nb: 2\n"},
		{"a file without a last line end", "a: 1", "a: 1\n"},

		{"brackets on a line", "a: [ 1 ,2,  3 , ]\nb: {  c : 1 ,d: {} , }\n", "a: [1, 2, 3]\nb: {c: 1, d: {}}\n"},
		{"colons in brackets", "a: {\"b\":1, 'c' :2, d: }\n", "a: {\"b\": 1, \"c\": 2, d: }\n"},
		{"brackets with a line of their own", "a:\n  b: {\n   c: 1,\n      d: [\n 2]\n   }\n", "a:\n  b: {\n    c: 1,\n    d: [\n      2],\n  }\n"},
		{"brackets that line up", "a:\n - {b: 1,\n  c: [2,\n  3]}\n", "a:\n  - {b: 1,\n     c: [2,\n         3]}\n"},
		{"brackets below a key", "a:\n      {\n b: 1\n  }\n", "a:\n  {\n    b: 1,\n  }\n"},
		{"a list of a mapping", "a: [{\n b: 1\n   }, {\n c: 2\n}]\n", "a: [{\n  b: 1,\n}, {\n  c: 2,\n}]\n"},
		{"comments and blank lines in brackets", "a: [   # one\n\n\n      # two\n  1 # three\n\n\n]\n", "a: [   # one\n\n  # two\n  1, # three\n\n]\n"},
		{"a text over lines in brackets", "a: [b\n\n\n\n     c, \"d\n\n   e\"]\n", "a: [b\n\n\n\n    c, \"d\n\n    e\"]\n"},

		{"single quotes", `a: ['b', 'it''s', '"', '\', '', '''']` + "\n", `a: ["b", "it's", '"', '\', "", "'"]` + "\n"},
		{"texts over lines", "a: b\n\n   \n     c # d\ne:\n    f\n     g\n", "a: b\n\n\n  c # d\ne:\n  f\n  g\n"},
		{"quoted texts over lines", "a: \"b  \n\n      c\\\n d\\   \n  e\"\nf: 'g\n  h'\n", "a: \"b\n\n  c\\\n  d\\ \n  e\"\nf: \"g\n  h\"\n"},
		{"block texts", "a:\n   b: |\n       c  \n\n         d\n   \n\n\n   e: >- # f\n     g\n", "a:\n  b: |\n    c  \n\n      d\n\n  e: >- # f\n    g\n"},
		{"block texts that begin with spaces", "a:\n    - |4\n          b\n", "a:\n  - |2\n      b\n"},
		{"kept line ends", "a: |+\n  b\n  \n\n\nc: 1\n", "a: |+\n  b\n\n\n\nc: 1\n"},
		{"a block text without a last line end", "a: |\n  b", "a: |\n  b\n"},
		{"a kept end that is not there", "a: |2+\n  b", "a: |2+\n  b\n"},
		{"a block text with nothing in it", "a: |\n\n\nb: 1\n", "a: |\n\nb: 1\n"},

		{"comments go with what is below", "a:\n# b\n    c: 1\n      # d\n\n\n  # e\n    f: 2\n", "a:\n  # b\n  c: 1\n  # d\n\n  # e\n  f: 2\n"},
		{"comments at the end of something", "a:\n    - b: 1\n      # of b\n    # of a\n# of c\nc: 2\n   # the end\n", "a:\n  - b: 1\n    # of b\n  # of a\n# of c\nc: 2\n# the end\n"},
		{"comments above the first item", "a:\n    # b\n- c\n  # d\n", "a:\n  # b\n  - c\n  # d\n"},
		{"comments that line up", "a: 1    # b\nccc: 2  # d\ne: 3\t# f   \n", "a: 1    # b\nccc: 2  # d\ne: 3 # f\n"},
		{"what looks like a comment", "a: b#c\nd: [e#f]\ng: \"h # i\"\n", "a: b#c\nd: [e#f]\ng: \"h # i\"\n"},
	} {
		t.Run(test.rule, func(t *testing.T) {
			require.Equal(t, test.after, string(Format([]byte(test.before))))
			require.Equal(t, test.after, string(Format([]byte(test.after))), "twice")
		})
	}
}

// TestFormatIsLinear formats far more than any source has, on one line and on
// many.
func TestFormatIsLinear(t *testing.T) {
	for _, item := range []string{"{a: 1, b: 'c'},  ", "{a: 1,\n  b: 'c'},\n\n\n"} {
		many := strings.Repeat(item, 1<<16)
		start := time.Now()
		require.NotEmpty(t, Format([]byte("a: ["+many+"]\n")))
		require.Less(t, time.Since(start), 2*time.Second, "it takes milliseconds")
	}
}
