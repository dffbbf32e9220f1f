package generator_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestRegistriesRecipe runs the workflow of docs/import.md, with stand-ins for
// the network and for go tool: it passes on our table, and fails once the
// registry has a code more.
func TestRegistriesRecipe(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the steps are scripts of a Linux runner")
	}
	dir := filesOf(t, read(t, filepath.Join(root, "docs/import.md")))
	steps := workflowSteps(t, filepath.Join(dir, ".github/workflows/registries.yml"))
	require.Len(t, steps, 2)
	extract, err := filepath.Abs("testdata/registries/http-status-codes.xml")
	require.NoError(t, err)
	for name, script := range map[string]string{
		"curl": "cp \"$REGISTRY\" \"$(basename \"${@: -1}\")\"\n", "go": "shift\nexec \"$@\"\n",
	} {
		program := filepath.Join(dir, "bin", name)
		write(t, program, "#!/bin/bash\n"+script)
		require.NoError(t, os.Chmod(program, 0o755))
	}
	runs := func(registry string) (string, error) {
		command := exec.Command("bash", "-e", "-c", strings.Join(steps, "\n"))
		command.Dir = dir
		command.Env = append(os.Environ(), "PATH="+filepath.Join(dir, "bin")+":"+os.Getenv("PATH"), "REGISTRY="+registry, "GITHUB_ACTIONS=true")
		said, err := command.CombinedOutput()
		return string(said), err
	}
	write(t, filepath.Join(dir, "codes.yaml"), "version: 1\ntables:\n  http: {extends: builtin:http}\n")
	said, err := runs(extract)
	require.NoError(t, err, said)

	newer := filepath.Join(dir, "newer.xml")
	write(t, newer, strings.Replace(read(t, extract), "<value>430</value>\n      <description>Unassigned", "<value>430</value>\n      <description>Out of Coffee", 1))
	said, err = runs(newer)
	require.Error(t, err)
	require.Contains(t, said, "title=registry-has::http lacks 430")
}
