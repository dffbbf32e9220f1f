//go:build unix

package generator_test

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// TestPipesAreNotWaitedFor puts a pipe, into which nobody writes, and a file
// without an end wherever a run reads.
func TestPipesAreNotWaitedFor(t *testing.T) {
	const source = "version: 1\ninclude: [codes/*.yaml]\ntargets: {go: {out: gen/go}, x: {out: gen/x, templates: templates}}\n" +
		"tables:\n  t:\n    errors: true\n    locales: {de: locale.yaml}\n    codes: [{code: 1, name: a}]\n  u:\n    extends: other.yaml:u\n"
	for _, c := range []struct{ name, verb string }{
		{"codes.yaml", "generate"}, {"codes/a.yaml", "generate"}, {"locale.yaml", "generate"}, {"other.yaml", "generate"},
		{"templates/target.yaml", "generate"}, {"templates/a.tmpl", "generate"}, {"templates/copied", "generate"},
		{"gen/x/copied", "generate"}, {"gen/go/.statusgen.json", "generate"}, {"gen/go/.statusgen.json", "check"}, {"codes.yaml", "fmt"},
		{"go.mod", "init"}, {"a.go", "init"}, {".gitattributes", "init"},
	} {
		for kind, make := range map[string]func(string) error{
			"pipe":         func(name string) error { return syscall.Mkfifo(name, 0o666) },
			"link to zero": func(name string) error { return os.Symlink("/dev/zero", name) },
		} {
			t.Run(c.verb+" "+c.name+" "+kind, func(t *testing.T) {
				t.Parallel()
				dir := t.TempDir()
				for name, content := range map[string]string{
					"codes.yaml": source, "codes/b.yaml": "version: 1\ntables: {v: {codes: [{code: 1, name: a}]}}\n",
					"locale.yaml": "version: 1\nmessages: {a: b}\n", "other.yaml": "version: 1\ntables: {u: {codes: [{code: 1, name: a}]}}\n",
					"templates/target.yaml": "title: X\n", "templates/copied": "x\n", "go.mod": "module a\n",
				} {
					if c.verb != "init" || name != "codes.yaml" {
						write(t, filepath.Join(dir, name), content)
					}
				}
				odd := filepath.Join(dir, c.name)
				require.NoError(t, os.MkdirAll(filepath.Dir(odd), 0o777))
				require.NoError(t, os.RemoveAll(odd))
				require.NoError(t, make(odd))
				patience, cancel := context.WithTimeout(context.Background(), 30*time.Second)
				defer cancel()
				command := exec.CommandContext(patience, "statusgen", c.verb)
				command.Dir = dir
				printed, _ := command.CombinedOutput()
				require.NoError(t, patience.Err(), "it hangs")
				if c.verb == "init" {
					require.Zero(t, command.ProcessState.ExitCode(), "%s", printed)
				} else {
					require.Contains(t, []int{0, 1, 3}, command.ProcessState.ExitCode(), "%s", printed)
				}
			})
		}
	}
}
