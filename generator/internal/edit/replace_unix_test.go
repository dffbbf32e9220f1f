//go:build unix

package edit

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestReplace keeps the mode of a file, leaves nothing else behind, and puts
// all files in place or none.
func TestReplace(t *testing.T) {
	dir, elsewhere := t.TempDir(), t.TempDir()
	for name, mode := range map[string]os.FileMode{"a.yaml": 0o640, "b.yaml": 0o604, "closed.yaml": 0o444} {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte("old"), 0o600))
		require.NoError(t, os.Chmod(filepath.Join(dir, name), mode))
	}
	require.NoError(t, os.WriteFile(filepath.Join(elsewhere, "c.yaml"), []byte("old"), 0o600))
	require.NoError(t, os.Symlink(elsewhere, filepath.Join(dir, "out")))
	require.NoError(t, os.Symlink("a.yaml", filepath.Join(dir, "link.yaml")))
	file := func(name string) File {
		return File{Dir: dir, Name: name, Shown: "shown/" + name, Content: []byte("new")}
	}
	content := func(name string) string {
		text, err := os.ReadFile(filepath.Join(dir, name))
		require.NoError(t, err)
		return string(text)
	}

	for name, fault := range map[string]string{
		"link.yaml":    "it is a symbolic link; name the file that it leads to",
		"closed.yaml":  "it is read-only",
		"nothing.yaml": "no such file or directory",
		"out/c.yaml":   "path escapes from parent",
		"../d.yaml":    "path escapes from parent",
	} {
		require.EqualError(t, Replace([]File{file("a.yaml"), file(name)}), "cannot replace shown/"+name+": "+fault)
		require.Equal(t, "old", content("a.yaml"), name)
	}
	require.Equal(t, "old", content("out/c.yaml"))

	require.NoError(t, Replace([]File{file("a.yaml"), file("b.yaml")}))
	require.Equal(t, "newnew", content("a.yaml")+content("b.yaml"))
	for name, mode := range map[string]os.FileMode{"a.yaml": 0o640, "b.yaml": 0o604} {
		info, err := os.Stat(filepath.Join(dir, name))
		require.NoError(t, err)
		require.Equal(t, mode, info.Mode().Perm(), name)
	}
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	require.Len(t, entries, 5, "a temporary file is left")
}
