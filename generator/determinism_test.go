package generator_test

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestDeterminism makes the outputs of the built-in catalogue wherever and on
// whatever: they are those of gen/, to the last byte. TestSystemOldestGo does so
// with another Go.
func TestDeterminism(t *testing.T) {
	here, err := filepath.Abs(root)
	require.NoError(t, err)
	linked := filepath.Join(t.TempDir(), "linked")
	require.NoError(t, os.Symlink(here, linked))
	want := contents(t, filepath.Join(here, "gen"))

	for _, c := range []struct {
		name, dir string
		env       []string
		args      []string
	}{
		{name: "one core", dir: here, env: []string{"GOMAXPROCS=1"}},
		{name: "two cores", dir: here, env: []string{"GOMAXPROCS=2"}},
		{name: "eight cores", dir: here, env: []string{"GOMAXPROCS=8"}},
		{name: "another time", dir: here, env: []string{"TZ=Pacific/Kiritimati", "SOURCE_DATE_EPOCH=1"}},
		{name: "Turkish", dir: here, env: []string{"LANG=tr_TR.UTF-8", "LC_ALL=tr_TR.UTF-8"}},
		{name: "nobody", dir: here, env: []string{"HOME=/nonexistent", "USER=nobody", "HOSTNAME=elsewhere"}},
		{name: "below", dir: filepath.Join(here, "docs", "examples")},
		{name: "elsewhere", dir: t.TempDir(), args: []string{"--in", filepath.Join(here, "codes.yaml")}},
		{name: "through a link", dir: linked},
	} {
		t.Run(c.name, func(t *testing.T) {
			out := t.TempDir()
			command := exec.Command("statusgen", append([]string{"generate", "-q"}, c.args...)...)
			for target := range want {
				command.Args = append(command.Args, target+"="+filepath.Join(out, target))
			}
			command.Dir, command.Env = c.dir, append(os.Environ(), c.env...)
			run(t, command)
			requireSame(t, want, contents(t, out))
		})
	}
}

// contents gives the files below each directory in a directory.
func contents(t *testing.T, dir string) map[string]map[string]string {
	t.Helper()
	all := map[string]map[string]string{}
	require.NoError(t, fs.WalkDir(os.DirFS(dir), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		tree, file, _ := strings.Cut(name, "/")
		if all[tree] == nil {
			all[tree] = map[string]string{}
		}
		all[tree][file] = read(t, filepath.Join(dir, name))
		return nil
	}))
	return all
}

// requireSame names the first file that differs, and does not print it.
func requireSame(t *testing.T, want, got map[string]map[string]string) {
	t.Helper()
	for tree, files := range want {
		require.Len(t, got[tree], len(files), tree)
		for name, content := range files {
			require.True(t, got[tree][name] == content, "%s/%s differs", tree, name)
		}
	}
}
