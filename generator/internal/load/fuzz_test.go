package load

import (
	"bytes"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/statusgen/statusgen/generator/internal/diag"
)

// FuzzSource gives any bytes to the reader: it must neither panic nor hang,
// and whatever it finds must lie inside of the file.
func FuzzSource(f *testing.F) {
	for _, seed := range []string{
		"", "---\n", "version: 1\ntables: {}\n", richCatalog,
		"{{},<<}", "<<:\n? -", "#\n-\n-\n0", "#\n - - QI\xd7", "&x [*x]\n", "? [a, b] : 1\n", "%YAML 1.2\n---\na: !!str b\n",
		"a: [1,\n  'it''s', \"\\q\\u12\"", "a: |2-\n    b\n   c\n# d\n", "a: \u3000b\r\n\tc: \u202e\n...\n", "\xff\xfea\x00",
		"version: 1\ninclude: ['*']\ntables: {a: {extends: 'codes.yaml:b', only: {codes: [1]}, codes: [{code: 1}]}, b: {extends: [target.yaml:a, {table: builtin:a, except: {names: [x]}}]}}\n",
		"a:\n- b: - c\n  d\n - e\n", "a: @b\nc: d: e\n", "- \"x\n  y\": z\n",
		"a: b #c\n-d: e\nf:g\nh\n  i: [!x, &y, j:k, l?m, :n, o:{}]\np: !q\n", "a:\n- {b: c d: e}\n- {f: g\n- h: 'I'm'\n   i: {}}\nj: \uFFFD\u202e\n",
	} {
		f.Add([]byte(seed))
	}
	for _, c := range suite(f) {
		f.Add([]byte(c.YAML))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		fsys := fstest.MapFS{"codes.yaml": {Data: data}, "target.yaml": {Data: data}}
		text, err := source(fsys, "codes.yaml")
		require.NoError(t, err)
		_, found := Parse(fsys, "codes.yaml")
		requireInside(t, text, found)
		joins(t, text)
		_, found = Language(fsys, ".")
		requireInside(t, text, found)
	})
}

func requireInside(t *testing.T, text []byte, found diag.List) {
	t.Helper()
	lines := bytes.Split(text, []byte("\n"))
	for _, d := range found {
		require.NotEmpty(t, d.Message)
		for _, pos := range append([]diag.Pos{d.Pos}, d.Related...) {
			require.True(t, 1 <= pos.Line && pos.Line <= len(lines), "%s: %s", pos, d.Message)
			require.True(t, 1 <= pos.Column && pos.Column <= utf8.RuneCount(lines[pos.Line-1])+1, "%s: %s", pos, d.Message)
		}
	}
}
