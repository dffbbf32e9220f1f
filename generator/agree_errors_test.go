package generator_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestErrorsAgree has every language read the same problems, right and wrong,
// and compares what it makes of them with a golden, which UPDATE=1 rewrites.
func TestErrorsAgree(t *testing.T) {
	const golden = "testdata/agree/problems.txt"
	for language, program := range map[string]func(*testing.T, string) *exec.Cmd{
		"go":         errorsInGo,
		"typescript": errorsInTypeScript,
		"python":     errorsInPython,
	} {
		t.Run(language, func(t *testing.T) {
			dir := t.TempDir()
			_, faults, status := statusgen(t, root, "generate", "--in", "generator/testdata/errors/codes.yaml", language+"="+dir)
			require.Zero(t, status, faults)
			command := program(t, dir)
			command.Args = append(command.Args, "testdata/agree/problems.json")
			printed := run(t, command)
			if os.Getenv("UPDATE") != "" {
				write(t, golden, printed)
			}
			sameLines(t, strings.Split(read(t, golden), "\n"), strings.Split(printed, "\n"))
		})
	}
}

func errorsInGo(t *testing.T, dir string) *exec.Cmd {
	write(t, filepath.Join(dir, "go.mod"), "module agree\n\ngo 1.25\n")
	write(t, filepath.Join(dir, "problems.go"), read(t, "testdata/agree/problems.go"))
	build := exec.Command("go", "build", "-o", "problems.exe", ".")
	build.Dir = dir
	run(t, build)
	return exec.Command(filepath.Join(dir, "problems.exe"))
}

func errorsInTypeScript(t *testing.T, dir string) *exec.Cmd {
	out := t.TempDir()
	compile(t, compilers["7"], append(sourcesOf(t, dir), "testdata/agree/problems.ts"), out, nil)
	return exec.Command("node", filepath.Join(out, "problems.js"))
}

func errorsInPython(t *testing.T, dir string) *exec.Cmd {
	command := exec.Command(python(t), "-W", "error", "testdata/agree/problems.py")
	command.Env = append(os.Environ(), "PYTHONPATH="+filepath.Join(dir, "src"), "PYTHONDONTWRITEBYTECODE=1")
	return command
}
