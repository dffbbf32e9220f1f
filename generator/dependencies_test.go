package generator_test

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// dependency is a row of the table in CONTRIBUTING.md.
type dependency struct{ reason, licenses, where string }

var dependencyRow = regexp.MustCompile("(?m)^\\| `([^`]+)` \\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\|$")

// TestDependencies holds the table of CONTRIBUTING.md to what go.mod requires,
// directly or not, to what is linked into the command, and to the licenses.
func TestDependencies(t *testing.T) {
	listed := map[string]dependency{}
	for _, row := range dependencyRow.FindAllStringSubmatch(read(t, filepath.Join(root, "CONTRIBUTING.md")), -1) {
		listed[row[1]] = dependency{row[2], row[3], row[4]}
	}
	var required struct{ Require []struct{ Path string } }
	require.NoError(t, json.Unmarshal([]byte(run(t, exec.Command("go", "mod", "edit", "-json", filepath.Join(root, "go.mod")))), &required))
	linked := linkedModules(t)
	for _, module := range required.Require {
		row, ok := listed[module.Path]
		require.True(t, ok, "CONTRIBUTING.md does not say what %s is for", module.Path)
		require.Equal(t, licensesOf(t, module.Path), row.licenses, module.Path)
		require.Equal(t, linked[module.Path], row.where, module.Path)
		delete(listed, module.Path)
	}
	require.Empty(t, listed, "CONTRIBUTING.md lists what go.mod does not require")
}

// linkedModules gives where the code of a module ends up, beside the tests.
func linkedModules(t *testing.T) map[string]string {
	t.Helper()
	where := map[string]string{}
	note := func(place, system string, args ...string) {
		command := exec.Command("go", append([]string{"list", "-deps", "-f", "{{with .Module}}{{.Path}}{{end}}"}, args...)...)
		command.Env = append(os.Environ(), "GOOS="+system, "CGO_ENABLED=0")
		for _, module := range strings.Fields(run(t, command)) {
			where[module] = place
		}
	}
	note("tests, on macOS", "darwin", "-test", "./...")
	note("tests", "linux", "-test", "./...")
	note("the command, on Windows", "windows", "./statusgen")
	note("the command", "linux", "./statusgen")
	return where
}

// licensesOf knows a license by its words.
func licensesOf(t *testing.T, module string) string {
	t.Helper()
	dir := strings.TrimSpace(run(t, exec.Command("go", "list", "-m", "-f", "{{.Dir}}", module)))
	files, err := filepath.Glob(filepath.Join(dir, "LICENSE*"))
	require.NoError(t, err)
	text := ""
	for _, file := range files {
		text += read(t, file)
	}
	var licenses []string
	for _, license := range []struct{ name, words string }{
		{"MIT", "Permission is hereby granted, free of charge"},
		{"BSD-3-Clause", "Neither the name of"},
		{"Apache-2.0", "Apache License"},
	} {
		if strings.Contains(text, license.words) {
			licenses = append(licenses, license.name)
		}
	}
	return strings.Join(licenses, ", ")
}

// TestReproducible builds the command in two directories: it has the same bytes,
// whoever builds it and wherever.
func TestReproducible(t *testing.T) {
	built := map[string]bool{}
	for range 2 {
		dir := t.TempDir()
		for _, name := range []string{"codes", "docs", "templates", "generator/statusgen", "generator/internal"} {
			require.NoError(t, os.CopyFS(filepath.Join(dir, name), os.DirFS(filepath.Join(root, name))))
		}
		for _, name := range []string{"go.mod", "go.sum", "codes.go", "codes.yaml"} {
			write(t, filepath.Join(dir, name), read(t, filepath.Join(root, name)))
		}
		command := exec.Command("go", "build", "-trimpath", "-o", "command", "./generator/statusgen")
		command.Dir = dir
		run(t, command)
		built[fmt.Sprintf("%x", sha256.Sum256([]byte(read(t, filepath.Join(dir, "command")))))] = true
	}
	require.Len(t, built, 1)
}
