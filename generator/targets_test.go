package generator_test

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestTargetsCompile builds every target of a source that has several of each
// language, each with options of its own.
func TestTargetsCompile(t *testing.T) {
	dir := targetsOf(t, read(t, "testdata/targets/codes.yaml"))
	for _, target := range []string{"all/go", "public/go"} {
		vetGo(t, filepath.Join(dir, target))
	}
	for _, target := range []string{"all/typescript", "public/typescript"} {
		compile(t, compilers["7"], sourcesOf(t, filepath.Join(dir, target)), t.TempDir(), nil)
	}
	for target, module := range map[string]string{"all/python": "all_codes", "public/python": "worker_codes"} {
		checkPython(t, filepath.Join(dir, target, "src"), module)
	}
}

// TestEveryFormCompiles gives each kind of name that a language leaves to a
// target another style, in a source whose names and texts are hostile.
func TestEveryFormCompiles(t *testing.T) {
	source := regexp.MustCompile(`(?ms)^targets:\n.*?^words:`).ReplaceAllLiteralString(read(t, "testdata/rich/codes.yaml"), `targets:
  go:
    out: go
    header: "*/ */ +build ignore \\"
    names:
      package: {as: "{table}"}
      constant: {style: upper_snake, as: "{type}_{name}"}
      class: {style: upper_snake, as: "{name}_class"}
      guard: {as: "in_{name}", words: false}
      property: {as: "get_{name}"}
      property_type: {style: upper_snake, as: "{name}_kind"}
      value: {style: upper_snake}
  typescript:
    out: typescript
    header: "*/ // @ts-nocheck </script> ${x}"
    names:
      package: {style: pascal, as: "{name}.gen"}
      type: {as: "my_{type}"}
      constant: {style: camel, as: "code_{name}"}
      guard: {style: snake}
      property: {style: snake, as: "{name}_of"}
  python:
    out: python
    header: "'''\"\"\" coding: utf-16 \\"
    names:
      package: {as: "{name}_pb"}
      type: {as: "my_{type}", words: false}
      constant: {style: pascal, words: true, as: "code_{name}"}
      guard: {style: camel}
      property: {style: camel, as: "{name}_of"}
      property_type: {as: "{name}_kind"}
    package: {name: codes, module: rich_codes, version: 1.0.0}
words:`)
	dir := targetsOf(t, source)
	vetGo(t, filepath.Join(dir, "go"))
	compile(t, compilers["7"], sourcesOf(t, filepath.Join(dir, "typescript")), t.TempDir(), nil)
	checkPython(t, filepath.Join(dir, "python", "src"), "rich_codes")
}

// TestPublicTargetsTellNothing looks for what is internal in every byte that a
// public target has, its manifest too. Elsewhere it is there.
func TestPublicTargetsTellNothing(t *testing.T) {
	source := read(t, "testdata/targets/codes.yaml")
	dir := targetsOf(t, source)
	for _, target := range []string{"go", "typescript", "python", "markdown", "plain"} {
		for name, content := range contentsBelow(t, filepath.Join(dir, "public", target)) {
			require.NotRegexp(t, `(?i)sekrit|4711`, name)
			require.NotRegexp(t, `(?i)sekrit|4711`, content, name)
		}
	}
	for _, target := range []string{"go", "typescript", "python", "markdown"} {
		require.Regexp(t, `(?i)sekrit_?fraud`, strings.Join(values(contentsBelow(t, filepath.Join(dir, "all", target))), "\n"))
	}
	exported, faults, status := statusgen(t, dir, "export")
	require.Zero(t, status, faults)
	for _, internal := range []string{"sekrit_stock_low", "sekrit_chargeback", "sekrit_runbook", "sekrit_open", "sekrit_old"} {
		require.Contains(t, exported, internal)
	}
	require.Contains(t, exported, `"visibility": "internal"`)

	// Without the word, the test would find it.
	leaky := targetsOf(t, strings.ReplaceAll(source, "visibility: internal", "visibility: public"))
	require.Regexp(t, `(?i)sekrit`, strings.Join(values(contentsBelow(t, filepath.Join(leaky, "public"))), "\n"))
}

// targetsOf writes the targets of a source, in a directory with the templates
// of the fixture.
func targetsOf(t *testing.T, source string) string {
	t.Helper()
	dir := t.TempDir()
	require.NoError(t, os.CopyFS(dir, os.DirFS("testdata/targets")))
	write(t, filepath.Join(dir, "codes.yaml"), source)
	_, faults, status := statusgen(t, dir, "generate")
	require.Zero(t, status, faults)
	return dir
}

// vetGo compiles the packages in a directory as a module of their own.
func vetGo(t *testing.T, dir string) {
	t.Helper()
	write(t, filepath.Join(dir, "go.mod"), "module example.com/codes\n\ngo 1.25\n")
	vet := exec.Command("go", "vet", "./...")
	vet.Dir = dir
	run(t, vet)
	require.Empty(t, run(t, exec.Command("gofmt", "-l", dir)))
}

// checkPython imports every module of a package, and holds it to a type checker.
func checkPython(t *testing.T, sources, module string) {
	t.Helper()
	importPython(t, sources, module)
	mypy := exec.Command(tool(t, "mypy"), "--strict", "--cache-dir", t.TempDir(), ".")
	mypy.Dir = sources
	run(t, mypy)
}

// importPython imports every module of a package with all that it loads later.
func importPython(t *testing.T, sources, module string) {
	t.Helper()
	load := exec.Command(python(t), "-W", "error", "-c", `
import importlib, pkgutil, sys
package = importlib.import_module(sys.argv[1])
for found in pkgutil.iter_modules(package.__path__):
    module = importlib.import_module(f"{sys.argv[1]}.{found.name}")
    for name in dir(module):
        getattr(module, name)
`, module)
	load.Env = append(os.Environ(), "PYTHONPATH="+sources, "PYTHONDONTWRITEBYTECODE=1")
	run(t, load)
}

// contentsBelow gives the content of every file in a directory, by its path.
func contentsBelow(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	require.NoError(t, fs.WalkDir(os.DirFS(dir), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		files[name] = read(t, filepath.Join(dir, name))
		return nil
	}))
	require.NotEmpty(t, files)
	return files
}

func values(files map[string]string) []string {
	var contents []string
	for _, content := range files {
		contents = append(contents, content)
	}
	return contents
}
