//go:build system

package generator_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestSystemOldestGo builds the generator with the Go that go.mod asks for,
// which the go command fetches: the outputs are the same as with this one, and
// its gofmt leaves them alone too.
// OUT-17.
func TestSystemOldestGo(t *testing.T) {
	here, err := filepath.Abs(root)
	require.NoError(t, err)
	oldest := "GOTOOLCHAIN=go" + regexp.MustCompile(`(?m)^go (.*)$`).FindStringSubmatch(read(t, filepath.Join(here, "go.mod")))[1]
	with := func(name string, args ...string) *exec.Cmd {
		command := exec.Command(name, args...)
		command.Dir, command.Env = here, append(os.Environ(), oldest)
		return command
	}
	require.NotEqual(t, run(t, exec.Command("go", "version")), run(t, with("go", "version")), "there is but one Go")

	want, out := contents(t, filepath.Join(here, "gen")), t.TempDir()
	args := []string{"run", "./generator/statusgen", "generate", "-q"}
	for target := range want {
		args = append(args, target+"="+filepath.Join(out, target))
	}
	run(t, with("go", args...))
	requireSame(t, want, contents(t, out))

	gofmt := filepath.Join(strings.TrimSpace(run(t, with("go", "env", "GOROOT"))), "bin", "gofmt")
	require.Empty(t, run(t, with(gofmt, "-l", "gen/go")))
	run(t, with("go", "vet", "./gen/go/..."))
}
