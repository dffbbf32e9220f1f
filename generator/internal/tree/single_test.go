package tree

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestWriteFile holds a file of its own to what holds for outputs: it is
// replaced as a whole, left alone where it is equal, and nothing stays behind.
func TestWriteFile(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "build")
	name := filepath.Join(dir, "codes.d")
	require.NoError(t, WriteFile(name, []byte("a")))
	before, err := os.Stat(name)
	require.NoError(t, err)

	require.NoError(t, WriteFile(name, []byte("a")))
	same, err := os.Stat(name)
	require.NoError(t, err)
	require.True(t, os.SameFile(before, same), "an equal file is not replaced")
	require.Equal(t, before.ModTime(), same.ModTime())

	require.NoError(t, WriteFile(name, []byte("b")))
	content, err := os.ReadFile(name)
	require.NoError(t, err)
	require.Equal(t, "b", string(content))

	require.NoError(t, os.Remove(name))
	require.NoError(t, os.Mkdir(name, 0o777))
	require.ErrorContains(t, WriteFile(name, []byte("c")), "cannot write")
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	require.Len(t, entries, 1, "no temporary file stays")
}
