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

// TestGoLinksWhatIsUsed builds programs that use little of a generated
// package, and looks for what the linker kept of it.
func TestGoLinksWhatIsUsed(t *testing.T) {
	t.Parallel()
	literal, _ := link(t, `println(404)`)
	size, symbols := link(t, `println(httpstatus.NotFound)`)
	require.Empty(t, symbols, "a constant is its literal")
	require.InEpsilon(t, literal, size, 0.05)

	_, symbols = link(t, `println(httpstatus.Code(len(os.Args)).Phrase())`)
	require.ElementsMatch(t, []string{"phrases", "places"}, symbols)
	_, symbols = link(t, `_, err := httpstatus.Parse(os.Args[0]); println(err == nil)`)
	for _, fact := range []string{"phrases", "summaries", "actions", "references", "labels", "foldedPhrases"} {
		require.NotContains(t, symbols, fact)
	}
	require.Contains(t, symbols, "nameSlots")
}

// link gives the size of a program, and the functions and variables of the
// generated package that are in it.
func link(t *testing.T, body string) (size int64, symbols []string) {
	t.Helper()
	dir := t.TempDir()
	imports := `import "os"` + "\n"
	if strings.Contains(body, "httpstatus.") {
		imports += `import "` + module + `/gen/go/httpstatus"` + "\n"
	}
	write(t, filepath.Join(dir, "main.go"), "package main\n\n"+imports+"\nvar _ = os.Args\n\nfunc main() { "+body+" }\n")
	program := filepath.Join(dir, "program")
	build := exec.Command("go", "build", "-o", program, filepath.Join(dir, "main.go"))
	build.Dir = root
	run(t, build)
	info, err := os.Stat(program)
	require.NoError(t, err)
	found := regexp.MustCompile(`(?m) [A-Za-z] `+regexp.QuoteMeta(module)+`/gen/go/httpstatus\.([^\s(]+)$`).
		FindAllStringSubmatch(run(t, exec.Command("go", "tool", "nm", program)), -1)
	for _, match := range found {
		symbols = append(symbols, match[1])
	}
	return info.Size(), symbols
}

// TestGoStartsWithNothingToDo looks for initialisation in every generated
// package: static data needs none. The compiler leaves at most a function that
// returns at once.
func TestGoStartsWithNothingToDo(t *testing.T) {
	t.Parallel()
	work := regexp.MustCompile(`(?m)^ +\S+ +(\d+) T \S+\.(?:init(?:\.\d+)?|map\.init\S*)$`)
	archives := run(t, exec.Command("go", "list", "-export", "-f", "{{.Export}}", goPackages))
	for _, archive := range strings.Fields(archives) {
		symbols := run(t, exec.Command("go", "tool", "nm", "-size", archive))
		require.Contains(t, symbols, ".Code.Known", "the archive has been read")
		for _, function := range work.FindAllStringSubmatch(symbols, -1) {
			require.Contains(t, []string{"1", "4"}, function[1], "%s: one return instruction", archive)
		}
	}
}
