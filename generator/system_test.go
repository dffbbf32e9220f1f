//go:build system

package generator_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestSystemNinja drives a real ninja: outputs that are equal keep their
// times, a stamp tells that they were looked at, and a change rebuilds once.
func TestSystemNinja(t *testing.T) {
	_, err := exec.LookPath("ninja")
	require.NoError(t, err, "apt-get install ninja-build")
	dir := t.TempDir()
	source := filepath.Join(dir, "codes.yaml")
	write(t, source, "version: 1\ntargets:\n  go: {out: gen/go}\ntables:\n  shop_error:\n    codes:\n      - {code: 1001, name: card_declined}\n")
	write(t, filepath.Join(dir, "build.ninja"), `rule codes
  command = statusgen generate --quiet && touch $out
  description = codes.yaml
build gen/.stamp: codes codes.yaml
`)
	ninja := func() string {
		command := exec.Command("ninja")
		command.Dir = dir
		return run(t, command)
	}
	require.Contains(t, ninja(), "codes.yaml")
	require.Contains(t, ninja(), "no work to do")

	output := filepath.Join(dir, "gen/go/shoperror/shop_error_gen.go")
	before, err := os.Stat(output)
	require.NoError(t, err)
	content, err := os.ReadFile(source)
	require.NoError(t, err)
	write(t, source, string(content)+"# A comment changes no output.\n")
	require.Contains(t, ninja(), "codes.yaml")
	after, err := os.Stat(output)
	require.NoError(t, err)
	require.Equal(t, before.ModTime(), after.ModTime())
	require.Contains(t, ninja(), "no work to do")
}
