package generator_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestGoTool runs statusgen as the README says that a module of Go has it: as
// a tool, from the root and from a package that has the go:generate line.
func TestGoTool(t *testing.T) {
	clone, err := filepath.Abs(root)
	require.NoError(t, err)
	dir := t.TempDir()
	in := func(where string, args ...string) string {
		command := exec.Command("go", args...)
		command.Dir = filepath.Join(dir, where)
		// The checksums of a replaced module's own requirements are in its go.sum.
		command.Env = append(os.Environ(), "GOFLAGS=-mod=mod")
		return run(t, command)
	}
	const tool = module + "/generator/statusgen"
	write(t, filepath.Join(dir, "go.mod"), "module example.com/shop\n\ngo 1.25.0\n")
	write(t, filepath.Join(dir, "codes.yaml"), `version: 1
targets:
  go: {out: internal/codes}
tables:
  shop_error:
    codes:
      - {code: 1001, name: card_declined}
`)
	write(t, filepath.Join(dir, "service/doc.go"), "package service\n\n//go:generate go tool statusgen generate\n")

	in(".", "mod", "edit", "-require="+module+"@v0.0.0", "-replace="+module+"="+clone, "-tool="+tool)
	in(".", "mod", "tidy")
	in(".", "tool", "statusgen", "generate")
	require.FileExists(t, filepath.Join(dir, "internal/codes/shoperror/shop_error_gen.go"))
	in(".", "build", "./...")

	require.NoError(t, os.RemoveAll(filepath.Join(dir, "internal")))
	in("service", "generate", "./...")
	require.FileExists(t, filepath.Join(dir, "internal/codes/shoperror/shop_error_gen.go"))
	in(".", "tool", "statusgen", "check")

	goLine := in(".", "list", "-m", "-f", "{{.GoVersion}}")
	require.Equal(t, "1.25.0\n", goLine, "using the tool must not raise the consumer's go line")
}
