package generator_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestTypeScriptPackage builds the package, and uses it as its consumers do.
func TestTypeScriptPackage(t *testing.T) {
	consumer := t.TempDir()
	pkg := filepath.Join(consumer, "node_modules/@statusgen/codes")
	require.NoError(t, os.CopyFS(pkg, os.DirFS(generateTypeScript(t, typescripts["product"]))))
	run(t, tsc(t, compilers["7"], "-p", pkg))
	var manifest struct {
		Engines struct{ Node string }
	}
	require.NoError(t, json.Unmarshal([]byte(read(t, filepath.Join(pkg, "package.json"))), &manifest))
	require.Equal(t, "^20.19.0 || >=22.12.0", manifest.Engines.Node, "those of which a require takes a module")
	_, example, _ := strings.Cut(read(t, filepath.Join(pkg, "README.md")), "```ts\n")
	example, _, _ = strings.Cut(example, "```")
	require.NoError(t, os.RemoveAll(filepath.Join(pkg, "src")))

	const use = `const { NotFound, phrase } = %; console.log(phrase(NotFound));`
	for file, expression := range map[string]string{
		"import.mjs":  `await import("@statusgen/codes/http")`,
		"require.cjs": `require("@statusgen/codes/http")`,
	} {
		write(t, filepath.Join(consumer, file), strings.ReplaceAll(use, "%", expression))
		for version, node := range nodes(t) {
			require.Equal(t, "Not Found\n", run(t, exec.Command(node, "--no-warnings", filepath.Join(consumer, file))), "%s: %s", version, file)
		}
	}

	write(t, filepath.Join(consumer, "package.json"), `{"type": "module"}`)
	const typed = `import { NotFound, phrase } from "@statusgen/codes/http"; export const gone: [404, "Not Found"] = [NotFound, phrase(404)];`
	write(t, filepath.Join(consumer, "use.ts"), typed)
	write(t, filepath.Join(consumer, "common.cts"), typed) // which becomes a require
	write(t, filepath.Join(consumer, "readme.ts"), "declare const console: { log(...values: unknown[]): void };\n"+example)
	require.Equal(t, "100 Continue\n", run(t, exec.Command(nodes(t)["22"], "--no-warnings", filepath.Join(consumer, "readme.ts"))))
	for version, compiler := range compilers {
		for _, how := range []struct{ module, resolution, file string }{
			{"nodenext", "nodenext", "use.ts"},
			{"nodenext", "nodenext", "common.cts"},
			{"node16", "node16", "use.ts"},
			{"esnext", "bundler", "use.ts"},
			{"nodenext", "nodenext", "readme.ts"},
		} {
			t.Run(version+"/"+how.resolution+"/"+how.file, func(t *testing.T) {
				command := tsc(t, compiler, "--noEmit", "--strict", "--module", how.module, "--moduleResolution", how.resolution, how.file)
				command.Dir = consumer
				run(t, command)
			})
		}
	}
}

// TestTypeScriptCopiedIn runs the tests of the modules' behaviour over the
// sources themselves, of which Node strips the types.
func TestTypeScriptCopiedIn(t *testing.T) {
	for name, source := range typescripts {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			project := t.TempDir()
			write(t, filepath.Join(project, "package.json"), `{"type": "module"}`)
			for _, file := range append(sourcesOf(t, generateTypeScript(t, source)), testsOf(t, name)...) {
				text := read(t, file)
				if strings.HasPrefix(file, "testdata") { // they are compiled elsewhere
					text = strings.ReplaceAll(text, `.js")`, `.ts")`)
					text = strings.ReplaceAll(text, `.js";`, `.ts";`)
				}
				write(t, filepath.Join(project, filepath.Base(file)), text)
			}
			run(t, exec.Command(nodes(t)["22"], "--no-warnings", "--test", filepath.Join(project, "*.test.ts")))
		})
	}
}

// nodes are the versions of Node that the modules run on: what is installed,
// and one that reads TypeScript.
func nodes(t *testing.T) map[string]string {
	t.Helper()
	return map[string]string{"installed": "node", "22": tool(t, "node")}
}

// TestTypeScriptBundles holds bundles to what they use: a constant is its
// literal, and a look-up brings its own table and no other.
func TestTypeScriptBundles(t *testing.T) {
	sources, modules := filepath.Join(generateTypeScript(t, typescripts["product"]), "src"), t.TempDir()
	compile(t, compilers["7"], sourcesOf(t, filepath.Dir(sources)), modules, nil)
	for _, bundler := range []struct {
		name     string
		bundle   func(entry string) string
		overhead int
	}{
		{"esbuild", func(entry string) string {
			return minified(t, sources, entry, "--bundle")
		}, 0},
		// Rollup keeps the constant itself, and what makes small one file at a time does too.
		{"rollup", func(entry string) string {
			command := exec.Command(tool(t, "rollup"), "--silent", "--failAfterWarnings", "-")
			command.Dir = modules
			command.Stdin = strings.NewReader(strings.ReplaceAll(entry, ".ts", ".js"))
			return minified(t, modules, run(t, command))
		}, len("const o=404;")},
	} {
		t.Run(bundler.name, func(t *testing.T) {
			t.Parallel()
			for _, tt := range []struct {
				name, entry string
				most        int
			}{
				{"constant", `import { NotFound } from "./http.ts"; console.log(NotFound);`, len("console.log(404);\n")},
				{"alias", `import { PayloadTooLarge } from "./http.ts"; console.log(PayloadTooLarge);`, len("console.log(413);\n")},
				{"namespace", `import * as http from "./http.ts"; console.log(http.NotFound);`, len("console.log(404);\n")},
				{"guard", `import { isClientError } from "./http.ts"; console.log(isClientError(499));`, 80},
				{"nothing", `import "./http.ts"; console.log(1);`, len("console.log(1);\n")},
				{"phrase", `import { phrase } from "./http.ts"; console.log(phrase(404));`, 1_280},
				{"name", `import { name } from "./http.ts"; console.log(name(404));`, 1_280},
			} {
				require.LessOrEqual(t, len(bundler.bundle(tt.entry)), tt.most+bundler.overhead, tt.name)
			}
			phrase := bundler.bundle(`import { phrase } from "./http.ts"; console.log(phrase(404));`)
			require.Contains(t, phrase, "Not Found")
			require.NotContains(t, phrase, "rfc-editor.org")
			require.NotContains(t, phrase, "not_found")
		})
	}
}

// TestTypeScriptErrorsBundle holds bundles to the errors that they use: codes
// bring none, and a locale no other.
func TestTypeScriptErrorsBundle(t *testing.T) {
	modules := generateTypeScript(t, typescripts["errors"])
	bundle := func(entry string) string { return minified(t, modules, entry, "--bundle") }
	require.Equal(t, "var e=\"payment_failed\";console.log(e);\n",
		bundle(`import { PaymentFailed } from "./shop.ts"; import "./shop_errors.ts"; import "./shop_messages_de.ts"; console.log(PaymentFailed);`))
	german := bundle(`import { parseProblem } from "./shop_errors.ts"; import { messages } from "./shop_messages_de.ts";` +
		` console.log(parseProblem({})?.messageIn(messages));`)
	require.Contains(t, german, "Die Zahlung der Bestellung ")
	for _, other := range []string{"O pagamento do pedido", "there is no flag", "Ask for another card"} {
		require.NotContains(t, german, other)
	}
	require.Equal(t, 1, strings.Count(german, "instanceof"), "that of parseProblem: there is no guard")
}

// TestTypeScriptErrorsOfAPublicTarget looks for what is internal in every byte.
func TestTypeScriptErrorsOfAPublicTarget(t *testing.T) {
	dir := t.TempDir()
	_, faults, status := statusgen(t, root, "generate", "--in", typescripts["errors"], "web="+dir)
	require.Zero(t, status, faults)
	for _, file := range sourcesOf(t, dir) {
		require.NotContains(t, strings.ToLower(read(t, file)), "sekrit", file)
	}
	compile(t, compilers["7"], sourcesOf(t, dir), t.TempDir(), nil)
}

// minified gives an entry beside the modules as esbuild writes it.
func minified(t *testing.T, modules, entry string, options ...string) string {
	t.Helper()
	command := exec.Command(tool(t, "esbuild"), append(options, "--minify", "--format=esm", "--loader=ts")...)
	command.Dir = modules
	command.Stdin = strings.NewReader(entry)
	return run(t, command)
}
