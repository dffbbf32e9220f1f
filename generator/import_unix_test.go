//go:build unix

package generator_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestImportInterrupted holds an import to ending when it is interrupted, while
// it waits for a pipe such as that of a download.
func TestImportInterrupted(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "codes.yaml"), []byte("version: 1\ntables: {shop: {codes: [{code: 1, name: one}]}}\n"), 0o666))
	pipe := filepath.Join(dir, "list.csv")
	require.NoError(t, syscall.Mkfifo(pipe, 0o600))

	var faults strings.Builder
	command := exec.CommandContext(t.Context(), "statusgen", "import", "csv", "list.csv")
	command.Dir = dir
	command.Stderr = &faults
	require.NoError(t, command.Start())
	writer, err := os.OpenFile(pipe, os.O_WRONLY, 0) // waits for the reader
	require.NoError(t, err)
	t.Cleanup(func() { _ = writer.Close() })
	require.NoError(t, command.Process.Signal(os.Interrupt))

	var exit *exec.ExitError
	require.ErrorAs(t, command.Wait(), &exit)
	require.Equal(t, 130, exit.ExitCode())
	require.Equal(t, "statusgen: interrupted; list.csv was not read to its end\n", faults.String())
}
