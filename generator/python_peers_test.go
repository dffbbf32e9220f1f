package generator_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
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
			if err != nil {
				t.Fatal(err)
			}
			tests := exec.Command(interpreter, "-B", script)
			tests.Dir = t.TempDir()
			tests.Env = append(os.Environ(), "PYTHONPATH="+sources)
			run(t, tests)
		})
	}
}
