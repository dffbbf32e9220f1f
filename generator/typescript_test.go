package generator_test

import (
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// typescripts are the sources whose modules are tested, each with the tests in
// testdata/typescript/<name>.
var typescripts = map[string]string{
	"errors":  "generator/testdata/errors/codes.yaml",
	"odd":     "generator/testdata/typescript/odd/codes.yaml",
	"product": "codes.yaml",
	"rich":    "generator/testdata/rich/codes.yaml",
}

// compilers are the versions of TypeScript that the modules compile with.
var compilers = map[string]string{
	"7":   "node_modules/typescript/bin/tsc",
	"6.0": "node_modules/typescript-6.0/bin/tsc",
	"5.9": "node_modules/typescript-5.9/bin/tsc",
}

// TestTypeScriptCompiles compiles the modules under the strictest flags there
// are, together with tests of their types.
func TestTypeScriptCompiles(t *testing.T) {
	for name, source := range typescripts {
		for version, compiler := range compilers {
			t.Run(name+"/"+version, func(t *testing.T) {
				t.Parallel()
				files := append(sourcesOf(t, generateTypeScript(t, source)), testsOf(t, name)...)
				compile(t, compiler, files, t.TempDir(), nil)
			})
		}
	}
}

// TestTypeScriptCompilesLaxly has the tests of types hold under the options that
// most projects have: those that show more hide what the types themselves lack.
func TestTypeScriptCompilesLaxly(t *testing.T) {
	lax := map[string]any{"exactOptionalPropertyTypes": false, "noPropertyAccessFromIndexSignature": false, "noUncheckedIndexedAccess": false}
	for name, source := range typescripts {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			files := append(sourcesOf(t, generateTypeScript(t, source)), testsOf(t, name)...)
			compile(t, compilers["7"], files, t.TempDir(), lax)
		})
	}
}

// TestTypeScriptWraps compiles functions around the modules' own without saying
// what they return, and what uses the declarations that come of it.
func TestTypeScriptWraps(t *testing.T) {
	sources := sourcesOf(t, generateTypeScript(t, typescripts["product"]))
	for version, compiler := range compilers {
		t.Run(version, func(t *testing.T) {
			t.Parallel()
			out := t.TempDir()
			compile(t, compiler, append(slices.Clone(sources), "testdata/typescript/wrapped/wrapped.ts"), out, map[string]any{"isolatedDeclarations": false})
			declared, err := filepath.Glob(filepath.Join(out, "*.d.ts"))
			require.NoError(t, err)
			compile(t, compiler, append(declared, "testdata/typescript/wrapped/use.ts"), t.TempDir(), nil)
		})
	}
}

// TestTypeScriptBehaves runs the modules in Node.
func TestTypeScriptBehaves(t *testing.T) {
	for name, source := range typescripts {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			out := t.TempDir()
			compile(t, compilers["7"], append(sourcesOf(t, generateTypeScript(t, source)), testsOf(t, name)...), out, nil)
			run(t, exec.Command("node", "--test", out))
		})
	}
}

// TestTypeScriptIsLintClean holds the modules to a linter's recommendations,
// with nothing silenced.
func TestTypeScriptIsLintClean(t *testing.T) {
	for name, source := range typescripts {
		t.Run(name, func(t *testing.T) {
			dir := generateTypeScript(t, source)
			write(t, filepath.Join(dir, "biome.json"), read(t, "testdata/typescript/biome.json"))
			lint := exec.Command(tool(t, "biome"), append([]string{"lint", "--error-on-warnings"}, sourcesOf(t, dir)...)...)
			lint.Dir = dir
			run(t, lint)
		})
	}
}

// TestTypeScriptTextsStayInPlace shows that no text of the author adds,
// removes or deprecates a declaration.
func TestTypeScriptTextsStayInPlace(t *testing.T) {
	for _, name := range []string{"rich", "errors"} {
		t.Run(name, func(t *testing.T) { textsStayInPlace(t, sourcesOf(t, generateTypeScript(t, typescripts[name]))) })
	}
	tags := regexp.MustCompile(`(?m)^ *\* @\w+`)
	require.Equal(t, []string{" * @deprecated", " * @deprecated", "   * @deprecated", "   * @deprecated"},
		tags.FindAllString(read(t, filepath.Join(generateTypeScript(t, typescripts["rich"]), "src/os_exit.ts")), -1))
}

func textsStayInPlace(t *testing.T, sources []string) {
	t.Helper()
	out := t.TempDir()
	compile(t, compilers["7"], sources, out, map[string]any{"stripInternal": true})
	// An overload repeats a name, which its declaration has once.
	exported := regexp.MustCompile(`(?m)^export (?:declare )?(?:const|function|interface|type) \w+`)
	names := func(text string) []string {
		list := exported.FindAllString(strings.ReplaceAll(text, "export declare", "export"), -1)
		slices.Sort(list)
		return slices.Compact(list)
	}
	for _, file := range sources {
		source := read(t, file)
		declared := read(t, filepath.Join(out, strings.TrimSuffix(filepath.Base(file), ".ts")+".d.ts"))
		require.Equal(t, names(source), names(declared))
		require.NotRegexp(t, `[/*][#@]\s*source(Mapping)?URL|</|<!--|\$\{(now|x)`, source)
		require.NotRegexp(t, `[^\n\P{C}]|[\x{2028}\x{2029}]`, source, "what cannot be seen is escaped")
	}
}

// buildTypeScript compiles the modules in dir and the program that prints what
// they say into out.
func buildTypeScript(t *testing.T, dir, out string) {
	t.Helper()
	compile(t, compilers["7"], append(sourcesOf(t, dir), "testdata/agree/agree.ts"), out, nil)
}

// generateTypeScript writes the modules and the package of a source.
func generateTypeScript(t *testing.T, source string) string {
	t.Helper()
	dir := t.TempDir()
	_, faults, status := statusgen(t, root, "generate", "--in", source, "typescript="+dir)
	require.Zero(t, status, faults)
	return dir
}

// sourcesOf lists the modules in an output directory, of a package or not.
func sourcesOf(t *testing.T, dir string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "src", "*.ts"))
	require.NoError(t, err)
	if len(files) == 0 {
		files, err = filepath.Glob(filepath.Join(dir, "*.ts"))
		require.NoError(t, err)
	}
	require.NotEmpty(t, files, dir)
	return files
}

func testsOf(t *testing.T, name string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("testdata/typescript", name, "*.ts"))
	require.NoError(t, err)
	require.NotEmpty(t, files)
	return files
}

// compile brings files together in one project and compiles it into out, as
// strictly as testdata/typescript/tsconfig.json says.
func compile(t *testing.T, compiler string, files []string, out string, options map[string]any) {
	t.Helper()
	project := t.TempDir()
	for _, file := range files {
		write(t, filepath.Join(project, filepath.Base(file)), read(t, file))
	}
	strict, err := filepath.Abs("testdata/typescript/tsconfig.json")
	require.NoError(t, err)
	all := map[string]any{
		"rootDir":   project,
		"outDir":    out,
		"typeRoots": []string{installed(t, "node_modules/@types")},
	}
	maps.Copy(all, options)
	const esm = `{"type": "module"}`
	write(t, filepath.Join(project, "package.json"), esm)
	write(t, filepath.Join(out, "package.json"), esm)
	write(t, filepath.Join(project, "tsconfig.json"),
		string(encode(t, map[string]any{"extends": strict, "compilerOptions": all, "include": []string{project}})))
	run(t, tsc(t, compiler, "-p", project))
}

func tsc(t *testing.T, compiler string, args ...string) *exec.Cmd {
	t.Helper()
	return exec.Command("node", append([]string{installed(t, compiler)}, args...)...)
}

func read(t testing.TB, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	require.NoError(t, err)
	return string(data)
}
