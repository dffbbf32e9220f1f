package load

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"
)

// shipped gives the file system of a run: the tables that are shipped, and a
// source.
func shipped(b *testing.B, source string) fstest.MapFS {
	b.Helper()
	root := filepath.Join("..", "..", "..")
	names, err := filepath.Glob(filepath.Join(root, "codes", "*.yaml"))
	require.NoError(b, err)
	fsys := files("codes.yaml", source)
	for _, name := range append(names, filepath.Join(root, "codes.yaml")) {
		text, err := os.ReadFile(name)
		require.NoError(b, err)
		name, err := filepath.Rel(root, name)
		require.NoError(b, err)
		fsys[builtin+filepath.ToSlash(name)] = &fstest.MapFile{Data: text}
	}
	return fsys
}

func parseAll(b *testing.B, fsys fstest.MapFS) {
	for b.Loop() {
		_, found := Parse(fsys, "codes.yaml")
		require.Empty(b, found)
	}
}

// BenchmarkExtends is a source that extends the http table; BenchmarkRows is
// one that holds the same rows itself. The first may cost twice the second.
func BenchmarkExtends(b *testing.B) {
	parseAll(b, shipped(b, extending("extends: builtin:http\ncodes:\n- {code: 499, name: closed, summary: Left.}")))
}

func BenchmarkRows(b *testing.B) {
	fsys := shipped(b, "")
	rows, _, found := strings.Cut(string(fsys[builtinSource].Data), "\n  grpc:\n")
	require.True(b, found)
	fsys["codes.yaml"].Data = []byte(strings.Replace(rows, "include: [codes/*.yaml]", "", 1))
	parseAll(b, fsys)
}

// BenchmarkExtendsText does the same with a table of a file of its own.
func BenchmarkExtendsText(b *testing.B) {
	parseAll(b, shipped(b, extending("extends: builtin:sqlstate\ncodes:\n- {code: \"99999\", name: mine}")))
}

func BenchmarkRowsText(b *testing.B) {
	fsys := shipped(b, "")
	fsys["codes.yaml"] = fsys[builtinTables+"/sqlstate.yaml"]
	parseAll(b, fsys)
}
