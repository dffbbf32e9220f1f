package generator_test

import (
	"slices"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/statusgen/statusgen/generator/internal/diag"
	"github.com/statusgen/statusgen/generator/internal/edit"
	"github.com/statusgen/statusgen/generator/internal/load"
)

// FuzzFmt formats any bytes that can be read as YAML: it says the same then, it
// has the words and comments that it had, and formatting it again changes
// nothing. The seeds are the sources of the transcripts, and the YAML test suite.
func FuzzFmt(f *testing.F) {
	for _, source := range sources(f) {
		f.Add(source.content)
	}
	for _, text := range yamlSuite(f) {
		f.Add(text)
	}
	f.Add([]byte("a: >\n \n  \n   \n # a comment\nb: |+\n\n  c\n\n")) // empty lines are deeper than what follows
	f.Add([]byte(">\n a\n   b\n\n c\n"))                              // the file is a text
	f.Fuzz(func(t *testing.T, source []byte) {
		_, found := load.Parse(fstest.MapFS{"codes.yaml": {Data: source}}, "codes.yaml")
		if slices.ContainsFunc(found, func(d diag.Diagnostic) bool { return d.Rule.Name == "root-not-mapping" }) {
			return // fmt refuses it
		}
		if load.Same(source, source) { // it can be read as YAML
			formats(t, source, edit.Format(source))
		}
	})
}

// formats holds a formatted source to what every one is held to.
func formats(t *testing.T, source, formatted []byte) {
	t.Helper()
	require.True(t, load.Same(source, formatted), "it says something else:\n%s", formatted)
	require.Equal(t, string(formatted), string(edit.Format(formatted)), "formatting it again changes it")
	require.Equal(t, ink(source), ink(formatted))
}
