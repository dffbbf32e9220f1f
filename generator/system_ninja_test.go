//go:build system

package generator_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestSystemNinja drives a real ninja. A change runs statusgen once and builds
// again, once, what it reaches; then there is nothing to do.
func TestSystemNinja(t *testing.T) {
	_, err := exec.LookPath("ninja")
	require.NoError(t, err, "apt-get install ninja-build")
	shop := example(t, "ninja")
	steps := []struct {
		because string
		change  func()
		runs    int
	}{
		{"nothing is built", func() {}, 3},
		{"a comment changes no output", func() { shop.change("codes.yaml", "tables:", "# A comment.\ntables:") }, 1},
		{"a code changes outputs of both languages", func() { shop.change("codes.yaml", "1001", "1002") }, 3},
		{"an included file is a source too", func() { shop.change("codes/delivery.yaml", "2001", "2002") }, 3},
		{"a new file is included", func() {
			write(t, filepath.Join(shop.dir, "codes/stock.yaml"), "version: 1\ntables: {stock_error: {codes: [{code: 3001, name: sold_out}]}}\n")
		}, 1},
		{"a file is gone", func() { require.NoError(t, os.Remove(filepath.Join(shop.dir, "codes/stock.yaml"))) }, 1},
		{"an output is gone", func() {
			require.NoError(t, os.Remove(filepath.Join(shop.dir, "gen/go/shoperror/shop_error_gen.go")))
		}, 2},
	}
	for _, step := range steps {
		step.change()
		printed := shop.run("ninja", "-v")
		require.Equal(t, step.runs, strings.Count(printed, "\n"), "%s\n%s", step.because, printed)
		require.Equal(t, "ninja: no work to do.\n", shop.run("ninja"), "after: "+step.because)
		shop.run("statusgen", "check")
	}
	require.Equal(t, "1002 2002\n", read(t, filepath.Join(shop.dir, "build/report.txt")))

	// The build file declares what statusgen writes.
	outputs := strings.Fields(shop.run("statusgen", "generate", "--dry-run"))
	declared := strings.Fields(shop.run("ninja", "-t", "query", "codes.yaml"))
	require.Equal(t, outputs, declared[len(declared)-len(outputs):])
}

// TestSystemNinjaReadsDepfile has ninja read paths that it would split, expand
// or take for something else.
func TestSystemNinjaReadsDepfile(t *testing.T) {
	for _, dir := range oddDirectories {
		shop := &copied{t: t, dir: t.TempDir()}
		write(t, filepath.Join(shop.dir, dir, "codes.yaml"), "version: 1\ntables: {shop_error: {codes: [{code: 1001, name: card_declined}]}}\n")
		// What gives ninja the dependency file is not what is tested.
		write(t, filepath.Join(shop.dir, "generate.sh"), "set -e\nstatusgen generate --quiet --depfile codes.d --in '"+dir+"/codes.yaml' 'go="+dir+"/out'\n")
		output := strings.NewReplacer("$", "$$", " ", "$ ", ":", "$:").Replace(dir + "/out/shoperror/shop_error_gen.go")
		manifest := strings.NewReplacer("$", "$$", " ", "$ ", ":", "$:").Replace(dir + "/out/.statusgen.json")
		// Without deps, ninja refuses a target that is no output of the rule.
		write(t, filepath.Join(shop.dir, "build.ninja"), "rule codes\n  command = sh generate.sh\n  depfile = codes.d\n  restat = 1\nbuild "+output+" "+manifest+": codes\n")
		shop.run("ninja")
		require.Equal(t, "ninja: no work to do.\n", shop.run("ninja"), dir)
		shop.change(dir+"/codes.yaml", "1001", "1002")
		require.NotContains(t, shop.run("ninja"), "no work to do", dir)
		require.Equal(t, "ninja: no work to do.\n", shop.run("ninja"), dir)
		require.NoError(t, os.RemoveAll(shop.dir))
	}
}
