package generator_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestPythonStandsIn runs CPython's own tests of http.client and http.server
// with our HTTPStatus in the place of theirs.
func TestPythonStandsIn(t *testing.T) {
	sources := filepath.Join(generatePython(t, "codes.yaml"), "src")
	for version, interpreter := range pythons(t) {
		t.Run(version, func(t *testing.T) {
			t.Parallel()
			if exec.Command(interpreter, "-c", "import test.test_httplib, test.test_httpservers").Run() != nil {
				t.Skip("this interpreter was installed without its tests")
			}
			script, err := filepath.Abs("testdata/python/cpython/stand_in.py")
			require.NoError(t, err)
			tests := exec.Command(interpreter, "-B", script)
			tests.Dir = t.TempDir() // for what the tests leave behind
			tests.Env = append(os.Environ(), "PYTHONPATH="+sources)
			run(t, tests)
		})
	}
}

// TestPythonPickles has every interpreter read the codes that every other one
// pickled.
func TestPythonPickles(t *testing.T) {
	sources := filepath.Join(generatePython(t, "codes.yaml"), "src")
	dir := t.TempDir()
	for _, verb := range []string{"write", "read"} {
		for _, interpreter := range pythons(t) {
			pickles := exec.Command(interpreter, "-B", "-W", "error", "testdata/python/pickles/pickles.py", verb, dir)
			pickles.Env = append(os.Environ(), "PYTHONPATH="+sources)
			run(t, pickles)
		}
	}
}

// TestPythonServesLibraries uses the enums with libraries that many programs
// hand their codes to.
func TestPythonServesLibraries(t *testing.T) {
	sources := filepath.Join(generatePython(t, "codes.yaml"), "src")
	tests := exec.Command(installed(t, ".venv/bin/python"), "-B", "-W", "error", "-m", "unittest", "discover", "--start-directory", "testdata/python/libraries")
	tests.Env = append(os.Environ(), "PYTHONPATH="+sources)
	run(t, tests)
}
