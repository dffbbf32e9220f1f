package generator_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestGoTravels sends codes of open and closed tables through what Go programs
// send values through.
func TestGoTravels(t *testing.T) {
	dir := generateUsage(t)
	for name, experiment := range map[string]string{"json_v1": "", "json_v2": "jsonv2"} {
		t.Run(name, func(t *testing.T) {
			command := exec.Command("go", "test", "./...")
			command.Dir, command.Env = dir, append(os.Environ(), "GOEXPERIMENT="+experiment)
			run(t, command)
		})
	}
}

// TestGoSwitchesAreChecked has a linter find the code that a switch misses. An
// alias is no code of its own.
func TestGoSwitchesAreChecked(t *testing.T) {
	dir, linter := generateUsage(t), exhaustive(t)
	lint := func(cases string) (string, error) {
		write(t, filepath.Join(dir, "switch.go"), `package usage

import "usage/closednumber"

func retry(c closednumber.Code) bool {
	switch c {
	case `+cases+`:
		return true
	}
	return false
}

var _ = retry
`)
		command := exec.Command(linter, "./...")
		command.Dir = dir
		faults, err := command.CombinedOutput()
		return string(faults), err
	}
	faults, err := lint("closednumber.NotFound, closednumber.Failed")
	require.NoError(t, err, faults)
	faults, err = lint("closednumber.Missing, closednumber.Failed")
	require.NoError(t, err, faults)
	faults, err = lint("closednumber.NotFound")
	require.Error(t, err)
	require.Contains(t, faults, "missing cases in switch of type closednumber.Code: closednumber.Failed")
}

// exhaustive builds the linter, in a module that gives it a golang.org/x/tools
// which today's Go compiles; its own does not.
func exhaustive(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	write(t, filepath.Join(dir, "go.mod"), `module linter

go 1.25.0

require (
	github.com/nishanths/exhaustive v0.12.0
	golang.org/x/tools v0.49.0
)
`)
	binary := filepath.Join(dir, "exhaustive")
	command := exec.Command("go", "build", "-mod=mod", "-o", binary, "github.com/nishanths/exhaustive/cmd/exhaustive")
	command.Dir = dir
	run(t, command)
	return binary
}

// generateUsage lays out a module that uses four kinds of tables.
func generateUsage(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	require.NoError(t, os.CopyFS(dir, os.DirFS("testdata/golang/usage")))
	_, faults, status := statusgen(t, dir, "generate", "go="+filepath.Join(dir, ".gen"))
	require.Zero(t, status, faults)
	generated, err := filepath.Glob(filepath.Join(dir, ".gen", "*"))
	require.NoError(t, err)
	for _, pkg := range generated {
		require.NoError(t, os.Rename(pkg, filepath.Join(dir, filepath.Base(pkg))))
	}
	write(t, filepath.Join(dir, "go.mod"), "module usage\n\ngo 1.25\n")
	return dir
}
