package generator_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/stretchr/testify/require"

	"github.com/statusgen/statusgen/generator/internal/check"
	"github.com/statusgen/statusgen/generator/internal/load"
)

// FuzzCheck judges whatever could be read of any bytes: it never panics, and
// every finding is at a place inside the file, or about all of it. The seeds
// are the sources of the transcripts, and the YAML test suite.
func FuzzCheck(f *testing.F) {
	scripts, err := filepath.Glob("testdata/script/*.txtar")
	require.NoError(f, err)
	for _, script := range scripts {
		archive, err := txtar.ParseFile(script)
		require.NoError(f, err)
		for _, file := range archive.Files {
			if strings.HasSuffix(file.Name, ".yaml") {
				f.Add(file.Data)
			}
		}
	}
	rich, err := os.ReadFile("testdata/rich/codes.yaml")
	require.NoError(f, err)
	f.Add(rich)
	for _, text := range yamlSuite(f) {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, source []byte) {
		catalog, found := load.Parse(fstest.MapFS{"codes.yaml": {Data: source}}, "codes.yaml")
		misread := found.HasErrors()
		found = append(found, check.Catalog(catalog)...)
		for _, d := range found {
			if !d.Pos.IsValid() && misread && d.Pos.File == "codes.yaml" {
				continue // a fault of the whole file
			}
			require.True(t, d.Pos.IsValid(), "%s: %s", d.Rule.Name, d.Message)
			require.LessOrEqual(t, d.Pos.Line, 1+strings.Count(string(source), "\n"))
		}
	})
}
