package generator_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestInit goes from an empty module of Go to one that is compiled against its
// codes, by what init says and no more.
func TestInit(t *testing.T) {
	clone, err := filepath.Abs(root)
	require.NoError(t, err)
	dir := t.TempDir()
	in := func(args ...string) {
		command := exec.Command("go", args...)
		command.Dir = dir
		// The checksums of a replaced module's own requirements are in its go.sum.
		command.Env = append(os.Environ(), "GOFLAGS=-mod=mod")
		run(t, command)
	}
	write(t, filepath.Join(dir, "go.mod"), "module example.com/shop\n\ngo 1.25.0\n")
	write(t, filepath.Join(dir, "doc.go"), "// Package main is about to be written.\npackage main\n")
	said, faults, status := statusgen(t, dir, "init")
	require.Zero(t, status, faults)
	const tool = module + "/generator/statusgen"
	require.Contains(t, said, "  go get -tool "+tool+"\n")
	in("mod", "edit", "-require="+module+"@v0.0.0", "-replace="+module+"="+clone, "-tool="+tool)
	in("mod", "tidy")
	in("generate", "./...")
	write(t, filepath.Join(dir, "main.go"), `package main

import (
	"fmt"

	"example.com/shop/gen/go/apperror"
)

func main() { fmt.Println(apperror.InvalidRequest, apperror.TemporarilyUnavailable.Retry()) }
`)
	in("vet", "./...")
	command := exec.Command("go", "run", ".")
	command.Dir = dir
	require.Equal(t, "1001 Invalid request true\n", run(t, command))
	for _, verb := range [][]string{{"check"}, {"fmt", "--check"}} {
		printed, faults, status := statusgen(t, dir, verb...)
		require.Zero(t, status, faults)
		require.Empty(t, printed+faults)
	}
}

// TestInitFitsTheSchema holds the file that init writes to the schema that it
// names.
func TestInitFitsTheSchema(t *testing.T) {
	dir := t.TempDir()
	_, faults, status := statusgen(t, dir, "init")
	require.Zero(t, status, faults)
	written := read(t, filepath.Join(dir, "codes.yaml"))
	value, ok := valueOf([]byte(written))
	require.True(t, ok)
	require.NoError(t, sourceSchema(t).Validate(value))
	var schema struct {
		ID string `json:"$id"`
	}
	decode(t, filepath.Join(root, "docs/codes.schema.json"), &schema)
	require.Contains(t, written, "# yaml-language-server: $schema="+schema.ID+"\n# $schema: "+schema.ID+"\n")
}
