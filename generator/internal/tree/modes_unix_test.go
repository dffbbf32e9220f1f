//go:build unix

package tree

import (
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"
)

func mode(t *testing.T, file string) fs.FileMode {
	t.Helper()
	info, err := os.Stat(file)
	require.NoError(t, err)
	return info.Mode()
}

// FS-17.
func TestModes(t *testing.T) {
	old := syscall.Umask(0o027)
	defer syscall.Umask(old)
	dir := filepath.Join(t.TempDir(), "gen")
	generate(t, treeAt(dir, "new.go", header, "private.go", header, "tool.sh", header, "readonly.go", header, "sub/a.go", header))
	require.Equal(t, fs.FileMode(0o640), mode(t, filepath.Join(dir, "new.go")), "0666 without the umask")
	require.Equal(t, fs.FileMode(0o640), mode(t, filepath.Join(dir, manifestName)))
	require.Equal(t, fs.ModeDir|0o750, mode(t, filepath.Join(dir, "sub")))

	require.NoError(t, os.Chmod(filepath.Join(dir, "private.go"), 0o600))
	require.NoError(t, os.Chmod(filepath.Join(dir, "tool.sh"), 0o777))
	require.NoError(t, os.Chmod(filepath.Join(dir, "readonly.go"), 0o444))
	require.Equal(t, "gen: 6 written, 0 removed, 0 unchanged",
		generate(t, treeAt(dir, "new.go", header+"2", "private.go", header+"2", "tool.sh", header+"2", "readonly.go", header+"2", "sub/a.go", header+"2")).String())
	require.Equal(t, fs.FileMode(0o640), mode(t, filepath.Join(dir, "new.go")))
	require.Equal(t, fs.FileMode(0o600), mode(t, filepath.Join(dir, "private.go")))
	require.Equal(t, fs.FileMode(0o777), mode(t, filepath.Join(dir, "tool.sh")))
	require.Equal(t, fs.FileMode(0o444), mode(t, filepath.Join(dir, "readonly.go")))
}
