package generator_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// tool gives the path of a pinned tool of another language, which make tools
// installs. Where STATUSGEN_TOOLS=required, a test without its tool fails.
func tool(t testing.TB, name string) string {
	t.Helper()
	return installed(t, filepath.Join("node_modules", ".bin", name), filepath.Join(".venv", "bin", name))
}

// installed finds the first of some paths in the directory of tools.
func installed(t testing.TB, paths ...string) string {
	t.Helper()
	for _, path := range paths {
		absolute, err := filepath.Abs(filepath.Join("tools", path))
		require.NoError(t, err)
		if _, err := os.Stat(absolute); err == nil {
			return absolute
		}
	}
	if os.Getenv("STATUSGEN_TOOLS") == "required" {
		t.Fatalf("%s is not installed", paths[0])
	}
	t.Skip("run make tools")
	return ""
}
