package generator_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestGen holds gen/ to what codes.yaml and the generator say now.
func TestGen(t *testing.T) {
	diff, faults, status := statusgen(t, root, "check")
	require.Zero(t, status, "gen/ is out of date: run make generate\n%s%s", faults, diff)
}

// goPackages are the generated packages, as import paths of this module.
const goPackages = module + "/gen/go/..."

// TestGeneratedGo builds and vets the generated Go for every kind of machine:
// with words of 32 bits, and where file names mean something.
func TestGeneratedGo(t *testing.T) {
	for _, platform := range []string{"linux/amd64", "linux/386", "windows/amd64", "darwin/arm64"} {
		t.Run(strings.ReplaceAll(platform, "/", "_"), func(t *testing.T) {
			t.Parallel()
			goos, goarch, _ := strings.Cut(platform, "/")
			for _, verb := range [][]string{{"build"}, {"vet"}} {
				command := exec.Command("go", append(verb, goPackages)...)
				command.Env = append(os.Environ(), "GOOS="+goos, "GOARCH="+goarch, "CGO_ENABLED=0")
				run(t, command)
			}
		})
	}
}

// TestGoDependsOnlyOnTheStandardLibrary holds generated Go to a few small
// packages, and to no others of ours.
func TestGoDependsOnlyOnTheStandardLibrary(t *testing.T) {
	allowed := map[string]bool{"errors": true, "iter": true, "math/bits": true, "strconv": true, "strings": true, "unicode/utf8": true}
	imports := run(t, exec.Command("go", "list", "-f", `{{join .Imports "\n"}}`, goPackages))
	for _, imported := range strings.Fields(imports) {
		require.True(t, allowed[imported], "generated Go imports %s", imported)
	}
}

// TestGoIsFormatted holds the generated Go to what gofmt leaves alone.
func TestGoIsFormatted(t *testing.T) {
	require.Empty(t, run(t, exec.Command("gofmt", "-l", filepath.Join(root, "gen/go"))))
}
