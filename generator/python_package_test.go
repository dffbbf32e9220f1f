package generator_test

import (
	"archive/zip"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestPythonPackage builds the wheel and the sdist as make pack does, installs
// each into an environment of its own on every interpreter, and uses it there:
// by the tests of the modules, and by type checkers that find py.typed.
func TestPythonPackage(t *testing.T) {
	python, checker := installed(t, ".venv/bin/python"), tool(t, "mypy")
	project, built := generatePython(t, "codes.yaml"), t.TempDir()
	write(t, filepath.Join(project, "LICENSE"), read(t, filepath.Join(root, "LICENSE")))
	run(t, exec.Command(python, "-m", "build", "--no-isolation", "--outdir", built, project))

	wheel, sdist := only(t, built, "*.whl"), only(t, built, "*.tar.gz")
	again := t.TempDir()
	run(t, exec.Command(python, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-index", "--no-build-isolation", "--wheel-dir", again, sdist))
	require.Equal(t, zipped(t, wheel), zipped(t, only(t, again, "*.whl")), "the wheel of the sdist is another one")

	for version, interpreter := range pythons(t) {
		t.Run(version, func(t *testing.T) {
			t.Parallel()
			environment := filepath.Join(t.TempDir(), "environment")
			run(t, exec.Command(interpreter, "-m", "venv", "--without-pip", environment))
			fresh := filepath.Join(environment, "bin", "python")
			run(t, exec.Command(python, "-m", "pip", "--python", fresh, "install", "--quiet", "--no-deps", "--no-index", wheel))
			run(t, exec.Command(fresh, "-I", "-W", "error", "testdata/python/installed/use.py"))
			run(t, exec.Command(fresh, "-B", "-W", "error", "-m", "unittest", "discover", "--start-directory", "testdata/python/product", "--pattern", "test_[!i]*.py"))

			verify := exec.Command(tool(t, "pyright"), "--pythonpath", fresh, "--verifytypes", "statuscodes", "--ignoreexternal")
			verify.Dir = t.TempDir()
			require.Contains(t, run(t, verify), "Type completeness score: 100%")

			types := filepath.Join(t.TempDir(), "types_of_tests.py")
			write(t, types, read(t, "testdata/python/product/types_of_tests.py"))
			check := exec.Command(checker, "--strict", "--python-executable", fresh, "--cache-dir", t.TempDir(), types)
			check.Dir = filepath.Dir(types)
			run(t, check)
		})
	}
}

// only gives the one file of a directory with a name.
func only(t *testing.T, dir, name string) string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(dir, name))
	require.NoError(t, err)
	require.Len(t, found, 1)
	return found[0]
}

// zipped lists what is in a zip file.
func zipped(t *testing.T, path string) []string {
	t.Helper()
	archive, err := zip.OpenReader(path)
	require.NoError(t, err)
	defer archive.Close()
	var names []string
	for _, file := range archive.File {
		require.False(t, strings.HasSuffix(file.Name, ".pyc"))
		names = append(names, file.Name)
	}
	slices.Sort(names)
	return names
}
