package generator_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestAdversarialOutputsCompile compiles what comes of every source that is
// accepted, also where an int has 32 bits, and sees every package on systems
// whose names Go takes for build constraints.
func TestAdversarialOutputsCompile(t *testing.T) {
	module := t.TempDir()
	write(t, filepath.Join(module, "go.mod"), "module hostile\n\ngo 1.25\n")
	for _, c := range hostileCases(t) {
		if c.status != 0 || len(c.source) > 1<<16 {
			continue // TestAgree compiles large tables
		}
		dir := filepath.Join(module, tableOf(c.id))
		write(t, filepath.Join(dir, "codes.yaml"), c.source)
		_, faults, status := statusgen(t, dir, "generate", "go="+filepath.Join(dir, "go"))
		require.Zero(t, status, faults)
	}
	goCommand := func(system, arch string, args ...string) string {
		command := exec.Command("go", args...)
		command.Dir = module
		command.Env = append(os.Environ(), "GOOS="+system, "GOARCH="+arch, "CGO_ENABLED=0")
		return run(t, command)
	}
	goCommand("linux", "386", "build", "./...")
	packages := goCommand("linux", "amd64", "list", "./...")
	require.Greater(t, strings.Count(packages, "\n"), 10)
	for system, arch := range map[string]string{"windows": "amd64", "js": "wasm", "darwin": "arm64"} {
		require.Equal(t, packages, goCommand(system, arch, "list", "./..."))
	}
}
