//go:build system

package generator_test

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestSystemBazel drives a real Bazel, without a network: the outputs are made
// in a sandbox, are those that are committed, and come from the cache for
// another copy of the sources that has nothing else in common.
// FS-36.
func TestSystemBazel(t *testing.T) {
	_, err := exec.LookPath("bazel")
	require.NoError(t, err, "apt-get install bazel-bootstrap")
	cache := t.TempDir()
	build := func() (*bazel, *copied) {
		shop := example(t, "bazel")
		shop.run("statusgen", "generate")
		return newBazel(t, shop, cache), shop
	}

	first, shop := build()
	outputs := strings.Join(strings.Fields(shop.run("statusgen", "generate", "--dry-run")), `",`+"\n    \"")
	require.Contains(t, read(t, filepath.Join(shop.dir, "BUILD.bazel")), "CODES = [\n    \""+outputs+"\",\n]\n",
		"the build file declares what statusgen writes")
	require.Contains(t, first.run("test", "//..."), "//:codes_test PASSED")
	require.Equal(t, "1001 2001\n", read(t, filepath.Join(shop.dir, "bazel-bin/report.txt")))
	action := first.run("aquery", "mnemonic(Genrule, //:codes)")
	require.Contains(t, action, "statusgen generate --quiet --in ./codes.yaml")
	require.NotContains(t, action, shop.dir, "an action knows no place on this machine")

	second, shop := build()
	printed := second.run("test", "//...")
	require.Contains(t, printed, "//:codes_test (cached) PASSED")
	require.Regexp(t, `processes: 4 remote cache hit, \d+ internal\.`, printed, "nothing runs again")

	shop.change("codes.yaml", "1001", "1002")
	require.Contains(t, second.fails("test", "//..."), "run statusgen generate")
	shop.run("statusgen", "generate")
	second.run("test", "//...")
	require.Equal(t, "1002 2001\n", read(t, filepath.Join(shop.dir, "bazel-bin/report.txt")))
}

// bazel runs Bazel on one copy of an example, with an output base of its own.
type bazel struct {
	*copied
	startup, options []string
}

func newBazel(t *testing.T, on *copied, cache string) *bazel {
	t.Helper()
	base := t.TempDir()
	// Bazel writes what cannot be removed before it can be written.
	t.Cleanup(func() { _ = exec.Command("chmod", "-R", "u+w", base).Run() })
	// The coverage tools are a download that every test names and none here needs.
	coverage := t.TempDir()
	write(t, filepath.Join(coverage, "WORKSPACE"), "")
	write(t, filepath.Join(coverage, "BUILD.bazel"), `filegroup(name = "coverage_report_generator", visibility = ["//visibility:public"])`)
	return &bazel{on, []string{"bazel", "--batch", "--nohome_rc", "--output_base=" + base},
		[]string{"--disk_cache=" + cache, "--override_repository=remote_coverage_tools=" + coverage}}
}

func (b *bazel) run(verb string, args ...string) string {
	b.t.Helper()
	return spaces(b.copied.run(b.arguments(verb, args)...))
}

func (b *bazel) fails(verb string, args ...string) string {
	b.t.Helper()
	return b.copied.fails(b.arguments(verb, args)...)
}

func (b *bazel) arguments(verb string, args []string) []string {
	all := append([]string{}, b.startup...)
	all = append(append(all, verb), b.options...)
	return append(all, args...)
}

// spaces folds runs of spaces, with which Bazel makes columns.
func spaces(text string) string {
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return r == ' ' }), " ")
}
