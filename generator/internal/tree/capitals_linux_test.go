package tree

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// On a file system that does not tell capitals apart, the old spelling is the
// new file. A hard link is the same thing where it does.
func TestARenameInCapitalsOnlyKeepsTheFile(t *testing.T) {
	dir := t.TempDir()
	generate(t, treeAt(dir, "Http.go", header))
	require.NoError(t, os.Link(filepath.Join(dir, "Http.go"), filepath.Join(dir, "http.go")))
	require.Equal(t, "gen: 1 written, 0 removed, 1 unchanged", generate(t, treeAt(dir, "http.go", header)).String())
	require.Equal(t, header, get(t, dir, "http.go"))

	other := t.TempDir()
	generate(t, treeAt(other, "Http.go", header))
	put(t, other, "http.go", header)
	require.Equal(t, 1, generate(t, treeAt(other, "http.go", header)).Removed(), "two files are two files")
	require.Equal(t, header, get(t, other, "http.go"))
}
