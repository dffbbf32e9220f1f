//go:build system

package generator_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestSystemPack builds what is released twice, which installs and uses it
// too, and holds the command for every platform to the same bytes.
func TestSystemPack(t *testing.T) {
	first, second := t.TempDir(), t.TempDir()
	for _, dir := range []string{first, second} {
		run(t, exec.Command("tools/pack.sh", dir))
	}
	for kind, count := range map[string]int{"*.tgz": 1, "*.whl": 1, "*.tar.gz": 1, "statusgen_*64*": 6} {
		built, err := filepath.Glob(filepath.Join(first, kind))
		require.NoError(t, err)
		require.Len(t, built, count, kind)
	}
	tarballs, err := filepath.Glob(filepath.Join(first, "*.tgz"))
	require.NoError(t, err)
	require.Contains(t, run(t, exec.Command("tar", "-tzf", tarballs[0])), "package/LICENSE\n")
	commands, err := os.ReadDir(first)
	require.NoError(t, err)
	for _, command := range commands {
		if filepath.Ext(command.Name()) == "" || filepath.Ext(command.Name()) == ".exe" {
			require.Equal(t, read(t, filepath.Join(first, command.Name())), read(t, filepath.Join(second, command.Name())), command.Name())
		}
	}
}
