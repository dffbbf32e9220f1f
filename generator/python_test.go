package generator_test

import (
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// packagesOfPython are the sources whose modules are tested, each with the
// tests in testdata/python/<name> and with those in testdata/python/every.
var packagesOfPython = map[string]string{
	"product": "codes.yaml",
	"rich":    "generator/testdata/rich/codes.yaml",
	"wide":    "generator/testdata/python/wide/codes.yaml",
	"long":    "generator/testdata/python/long/codes.yaml",
	"errors":  "generator/testdata/errors/codes.yaml",
}

// TestPythonBehaves uses the modules on every interpreter there is, with every
// warning an error.
func TestPythonBehaves(t *testing.T) {
	for name, source := range packagesOfPython {
		sources := filepath.Join(generatePython(t, source), "src")
		for version, interpreter := range pythons(t) {
			for of, options := range map[string][]string{name: nil, "every": nil, "every without docstrings": {"-OO"}} {
				t.Run(name+"/"+version+"/"+of, func(t *testing.T) {
					t.Parallel()
					start, _, _ := strings.Cut(of, " ")
					tests := exec.Command(interpreter, append(options, "-W", "error", "-m", "unittest", "discover", "--start-directory", filepath.Join("testdata/python", start))...)
					tests.Env = append(os.Environ(), "PYTHONPATH="+sources, "PYTHONDONTWRITEBYTECODE=1")
					run(t, tests)
				})
			}
		}
	}
}

// TestPythonInWebAssembly uses the modules on Python 3.14, as browsers have it.
// No process can be started there, so that what imports cost is not seen.
func TestPythonInWebAssembly(t *testing.T) {
	pyodide := installed(t, "node_modules/pyodide/pyodide.mjs")
	for name, source := range packagesOfPython {
		sources := filepath.Join(generatePython(t, source), "src")
		for _, tests := range []string{name, "every"} {
			t.Run(name+"/"+tests, func(t *testing.T) {
				t.Parallel()
				said := run(t, exec.Command("node", "testdata/python/wasm/unittest.mjs", pyodide, sources, filepath.Join("testdata/python", tests), "test_[!i]*.py"))
				require.Contains(t, said, "Python 3.14\n")
			})
		}
	}
}

// TestPythonErrorsTellNothing looks for what is internal in every byte of the
// exceptions of a public target, which type checkers find nothing missing in.
func TestPythonErrorsTellNothing(t *testing.T) {
	dir := t.TempDir()
	modules := filepath.Join(dir, "publiccodes")
	_, faults, status := statusgen(t, root, "generate", "--in", packagesOfPython["errors"], "worker="+modules)
	require.Zero(t, status, faults)
	contents := contentsBelow(t, modules)
	require.Contains(t, contents, "shop_errors.py")
	for name, content := range contents {
		require.NotRegexp(t, "(?i)sekrit", name+content, name)
	}
	checkPython(t, dir, "publiccodes")
}

// TestPythonTypes holds the modules, and a use of them, to two type checkers at
// their strictest.
func TestPythonTypes(t *testing.T) {
	for name, source := range packagesOfPython {
		sources := filepath.Join(generatePython(t, source), "src")
		write(t, filepath.Join(sources, "types_of_tests.py"), read(t, filepath.Join("testdata/python", name, "types_of_tests.py")))
		for version := range pythons(t) {
			t.Run("mypy/"+name+"/"+version, func(t *testing.T) {
				command := exec.Command(tool(t, "mypy"), "--strict", "--warn-unreachable", "--enable-error-code=ignore-without-code",
					"--python-version", version, "--cache-dir", t.TempDir(), ".")
				command.Dir = sources
				run(t, command)
			})
		}
		t.Run("pyright/"+name, func(t *testing.T) {
			write(t, filepath.Join(sources, "pyrightconfig.json"),
				`{"typeCheckingMode": "strict", "pythonVersion": "3.11", "reportUnnecessaryTypeIgnoreComment": true}`)
			command := exec.Command(tool(t, "pyright"), "--project", sources)
			run(t, command)
		})
	}
}

// TestPythonStubs compares what type checkers are told of a table with what its
// module has, on the interpreter that the checker runs on. It cannot compare
// literals, which is done before. Only tables have a stub; every other module
// is checked as it is.
func TestPythonStubs(t *testing.T) {
	for name, source := range packagesOfPython {
		t.Run(name, func(t *testing.T) {
			sources := filepath.Join(generatePython(t, source), "src")
			stubs, err := filepath.Glob(filepath.Join(sources, "*", "*.pyi"))
			require.NoError(t, err)
			require.NotEmpty(t, stubs)
			compared := filepath.Join(t.TempDir(), "compared.txt")
			for _, interpreter := range pythons(t) {
				write(t, compared, run(t, exec.Command(interpreter, "-B", "testdata/python/stubs/types_of_stubs.py", sources)))
			}
			args := []string{"-B", "-m", "mypy.stubtest", "--allowlist", compared}
			for _, stub := range stubs {
				args = append(args, filepath.Base(filepath.Dir(stub))+"."+strings.TrimSuffix(filepath.Base(stub), ".pyi"))
			}
			compare := exec.Command(installed(t, ".venv/bin/python"), args...)
			compare.Dir = sources
			compare.Env = append(os.Environ(), "MYPY_CACHE_DIR="+t.TempDir())
			require.Contains(t, run(t, compare), fmt.Sprintf("no issues found in %d module", len(stubs)))
		})
	}
}

// TestPythonInEditors holds what an editor shows of a module and its enum to a
// golden: their texts stand in the sources, where it has to find them behind
// the stub. UPDATE=1 rewrites it.
func TestPythonInEditors(t *testing.T) {
	const golden = "testdata/python/editor/product.txt"
	sources := filepath.Join(generatePython(t, packagesOfPython["product"]), "src")
	write(t, filepath.Join(sources, "use.py"), read(t, "testdata/python/editor/use.py"))
	shown := run(t, exec.Command("node", "testdata/python/editor/hover.mjs", tool(t, "pyright-langserver"), filepath.Join(sources, "use.py")))
	if os.Getenv("UPDATE") != "" {
		write(t, golden, shown)
	}
	require.Equal(t, strings.Split(read(t, golden), "\n"), strings.Split(shown, "\n"))
}

// TestPythonIsLintClean holds the modules to every rule of a linter but those
// that ruff.toml names with a reason, and to two formatters.
func TestPythonIsLintClean(t *testing.T) {
	for name, source := range packagesOfPython {
		dir := generatePython(t, source)
		settings := lintSettings(t, dir)
		for verb, args := range map[string][]string{
			"check":  {"ruff", "check", "--no-cache", "--config", settings},
			"format": {"ruff", "format", "--no-cache", "--config", settings, "--check", "--diff"},
			// Where a name leaves no room for its annotation, or a code none at all, black
			// wants parentheses that ruff takes away again: one table of wide has such
			// names, and the stubs of long have such codes.
			"black": {"black", "--quiet", "--line-length", "100", "--target-version", "py311", "--extend-exclude", "/_?of_the_first_kind_|/longcodes/.*[.]pyi", "--check", "--diff", "."},
		} {
			t.Run(name+"/"+verb, func(t *testing.T) {
				command := exec.Command(tool(t, args[0]), args[1:]...)
				command.Dir = dir
				run(t, command)
			})
		}
	}
}

// lintSettings extends ruff.toml by what must not be loaded with the module of
// a table. So the linter refuses its import at the top of any module, and only
// then has nothing against one in a function, when it is needed.
func lintSettings(t *testing.T, dir string) string {
	t.Helper()
	base, err := filepath.Abs("testdata/python/ruff.toml")
	require.NoError(t, err)
	parts, err := filepath.Glob(filepath.Join(dir, "src", "*", "_[^_]*.py"))
	require.NoError(t, err)
	require.NotEmpty(t, parts)
	late := []string{"typing.Literal"}
	for _, part := range parts {
		late = append(late, filepath.Base(filepath.Dir(part))+"."+strings.TrimSuffix(filepath.Base(part), ".py"))
	}
	settings := filepath.Join(t.TempDir(), "ruff.toml")
	write(t, settings, fmt.Sprintf("extend = %q\n\n[lint.flake8-tidy-imports]\nbanned-module-level-imports = [%s]\n",
		base, `"`+strings.Join(late, `", "`)+`"`))
	return settings
}

// generatePython writes the modules and the package of a source.
func generatePython(t *testing.T, source string) string {
	t.Helper()
	dir := t.TempDir()
	_, faults, status := statusgen(t, root, "generate", "--in", source, "python="+dir)
	require.Zero(t, status, faults)
	return dir
}

// python gives the oldest interpreter that generated code runs on here.
func python(t testing.TB) string {
	t.Helper()
	found := pythons(t)
	return found[slices.Min(slices.Collect(maps.Keys(found)))]
}

// pythons gives the interpreters that generated code runs on, by version: those
// on the path, and those that pyenv keeps beside it.
func pythons(t testing.TB) map[string]string {
	t.Helper()
	kept := os.Getenv("PYENV_ROOT")
	if kept == "" {
		home, err := os.UserHomeDir()
		require.NoError(t, err)
		kept = filepath.Join(home, ".pyenv")
	}
	found := map[string]string{}
	for _, version := range []string{"3.11", "3.12", "3.13", "3.14"} {
		candidates, err := filepath.Glob(filepath.Join(kept, "versions", version+".*", "bin", "python"+version))
		require.NoError(t, err)
		for _, candidate := range append(candidates, "python"+version, "python3") {
			says, err := exec.Command(candidate, "-c", "import sys; print('%d.%d' % sys.version_info[:2], end='')").Output()
			if err == nil && string(says) == version {
				found[version] = candidate
				break
			}
		}
	}
	require.NotEmpty(t, found, "there is no Python from 3.11 on")
	return found
}
