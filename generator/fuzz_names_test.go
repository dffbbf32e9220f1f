package generator_test

import (
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/statusgen/statusgen/generator/internal/check"
	"github.com/statusgen/statusgen/generator/internal/diag"
	"github.com/statusgen/statusgen/generator/internal/load"
	"github.com/statusgen/statusgen/generator/internal/render"
	"github.com/statusgen/statusgen/generator/internal/tree"
)

// nameRoles are lines of a source that hold one name each, by what the name is.
var nameRoles = []struct{ before, line, after string }{
	{"  as_codes:\n    codes:\n", "      - {code: %[1]d, name: %[2]s}\n", "      - {code: -1, name: z9}\n"},
	{"  as_aliases:\n    codes:\n", "      - {code: %[1]d, name: z%[1]dz, aliases: [{name: %[2]s}]}\n", "      - {code: -1, name: z9}\n"},
	{"  as_classes:\n    classes:\n      - {name: z8, range: [-9, -1]}\n", "      - {name: %[2]s, range: [%[1]d, %[1]d]}\n", "    codes: [{code: -1, name: z9}]\n"},
	{"  as_properties:\n    properties:\n      z8: {type: boolean, default: false}\n", "      %[2]s: {type: boolean, default: false}\n", "    codes: [{code: 1, name: z9}]\n"},
	{"  as_choices:\n    properties:\n      z8: {type: boolean, default: false}\n", "      %[2]s: {type: one_of, values: [a, b], default: a}\n", "    codes: [{code: 1, name: z9}]\n"},
	{"  as_values:\n    properties:\n      z8:\n        type: one_of\n        default: z7\n        values:\n          - z7\n", "          - %[2]s\n", "    codes: [{code: 1, name: z9}]\n"},
	{"  as_own_names:\n    kind: text\n    codes:\n", "      - {code: %[2]s}\n", "      - {code: \"z9\"}\n"},
	{"", "  %[2]s: {codes: [{code: 1, name: z9}]}\n", ""},
	{"", "  as_type_%[1]d: {type: %[2]s, codes: [{code: 1, name: z9}]}\n", ""},
	{"  as_errors:\n    errors: true\n    codes:\n", "      - {code: %[1]d, name: %[2]s, message: \"a {p}\", params: {p: {type: text}}}\n", "      - {code: -1, name: z9}\n"},
	{"  as_params:\n    errors: true\n    codes:\n", "      - {code: %[1]d, name: z%[1]dz, message: %[3]s, params: {%[2]s: {type: text}}}\n", "      - {code: -1, name: z9}\n"},
}

// named gives a source with every name in every role in which it is accepted,
// by the rules and by the plans of all languages.
func named(t testing.TB, names []string) string {
	t.Helper()
	refused := map[string]bool{}
	for range 60 {
		var b strings.Builder
		b.WriteString("version: 1\ntables:\n")
		for i, role := range nameRoles {
			b.WriteString(role.before)
			for n, name := range names {
				if line := fmt.Sprintf(role.line, n, strconv.QuoteToASCII(name), strconv.QuoteToASCII("a {"+name+"}")); !refused[strconv.Itoa(i)+line] {
					b.WriteString(line)
				}
			}
			b.WriteString(role.after)
		}
		found := refusals(t, b.String())
		if len(found) == 0 {
			return b.String()
		}
		lines := strings.SplitAfter(b.String(), "\n")
		before := len(refused)
		for _, d := range found {
			require.True(t, d.Pos.IsValid(), d.Message)
			line, role := lines[d.Pos.Line-1], -1
			for _, above := range lines[:d.Pos.Line-1] { // the role is that of the last heading
				role = max(role, slices.IndexFunc(nameRoles, func(r struct{ before, line, after string }) bool {
					return r.before != "" && strings.HasPrefix(r.before, above)
				}))
			}
			for i, r := range nameRoles {
				if r.before == "" || i == role {
					refused[strconv.Itoa(i)+line] = true
				}
			}
		}
		require.Greater(t, len(refused), before, "%s: %s", found[0].Pos, found[0].Message)
	}
	t.Fatal("the findings do not end")
	return ""
}

// refusals gives the findings of a source, of all stages.
func refusals(t testing.TB, source string) diag.List {
	t.Helper()
	catalog, found := load.Parse(fstest.MapFS{"codes.yaml": {Data: []byte(source)}}, "codes.yaml")
	found = append(found, check.Catalog(catalog)...)
	for _, language := range shippedLanguages {
		if !found.HasErrors() {
			_, faults := render.Plan(catalog, shippedTarget(t, language))
			found = append(found, faults...)
		}
	}
	return slices.DeleteFunc(found, func(d diag.Diagnostic) bool { return d.Rule.Severity == diag.Warning })
}

// knownWords are the words that some language, or what is generated, gives a
// meaning to.
func knownWords(t testing.TB) []string {
	t.Helper()
	words := map[string]bool{}
	add := func(list ...string) {
		for _, word := range list {
			spaced := regexp.MustCompile(`([a-z0-9])([A-Z])`).ReplaceAllString(word, "${1}_$2")
			for _, name := range []string{strings.ToLower(spaced), strings.ToLower(word)} {
				words[strings.Trim(regexp.MustCompile(`[^a-z0-9]+`).ReplaceAllString(name, "_"), "_")] = true
			}
		}
	}
	for _, language := range shippedLanguages {
		l := shippedTarget(t, language).Language
		add(l.Reserved...)
		for _, scope := range l.Scopes {
			add(scope.Taken...)
		}
	}
	add(types.Universe.Names()...)
	add(strings.Fields(run(t, exec.Command("node", "-p", `[...Object.getOwnPropertyNames(globalThis), ...Object.getOwnPropertyNames(Object.prototype), ...Object.getOwnPropertyNames(Function.prototype)].join(" ")`)))...)
	add(strings.Fields(run(t, exec.Command(python(t), "-c", "import keyword, enum; print(*keyword.kwlist, *keyword.softkwlist, *dir(__builtins__), *dir(enum.IntEnum), *dir(enum.StrEnum), *dir(enum))")))...)
	delete(words, "")
	list := make([]string, 0, len(words))
	for word := range words {
		list = append(list, word)
	}
	slices.Sort(list)
	return list
}

// TestKnownWords compiles the outputs of a source that uses every word of every
// language for everything, as far as it is let.
func TestKnownWords(t *testing.T) {
	words := knownWords(t)
	require.Greater(t, len(words), 400)
	compiles(t, named(t, words))
}

// compiles has every language compile the outputs of a source.
func compiles(t *testing.T, source string) {
	t.Logf("%d uses", strings.Count(source, "\n"))
	dir := t.TempDir()
	write(t, filepath.Join(dir, "codes.yaml"), "targets: {python: {out: python, package: {name: words, module: words, version: 1.0.0}}}\n"+source)
	_, faults, status := statusgen(t, dir, "generate", "--quiet", "go=go", "typescript=typescript", "python=python")
	require.Zero(t, status, faults)
	t.Run("go", func(t *testing.T) { vetGo(t, filepath.Join(dir, "go")) })
	t.Run("typescript", func(t *testing.T) {
		compile(t, compilers["7"], sourcesOf(t, filepath.Join(dir, "typescript")), t.TempDir(), nil)
	})
	t.Run("python", func(t *testing.T) { importPython(t, filepath.Join(dir, "python", "src"), "words") })
}

// FuzzName uses any words for everything that they are accepted for. What comes
// of it compiles: Go by its own type checker, TypeScript and Python as far as
// their parsers tell.
func FuzzName(f *testing.F) {
	for _, seed := range []string{
		"a", "a1 a_1 a1_ 1a _a a__b", "map string error class then mro", "code codes parse parse_ all name names", "init main type func",
		"is_a a is", "status_code http_status http", "retry retry_never never", "x_test test_x windows", "ok o_k is_ok", "constructor proto to_string",
		"ß ſ K ﬁ é e\u0301 оk", "con nul aux lpt1", "A aB a-b a.b a/b ../a", "true null ~ 0x1 1e3 no y", "v1_2 v12 v_1_2", "has string get set",
	} {
		f.Add(seed)
	}
	_, err := standardLibrary().Import("net/http") // the first time takes longer than a fuzz test may
	require.NoError(f, err)
	f.Fuzz(func(t *testing.T, text string) {
		words := strings.Fields(strings.ToValidUTF8(text, "\uFFFD"))
		source := named(t, words[:min(len(words), 12)])
		catalog := parsed(fstest.MapFS{"codes.yaml": {Data: []byte(source)}}, "codes.yaml")
		require.NotNil(t, catalog)
		for _, language := range shippedLanguages {
			files, ok := outputsIn(t, catalog, language)
			require.True(t, ok)
			packages := map[string][]tree.File{}
			for _, file := range files {
				if dir := path.Dir(file.Path); strings.HasSuffix(file.Path, ".go") {
					packages[dir] = append(packages[dir], file)
				} else if s, ok := shapeOf(t, file.Path, string(file.Content)); ok {
					require.Empty(t, s.Fault, "%s:\n%s", file.Path, file.Content)
				}
			}
			for _, files := range packages {
				typeCheck(t, files)
			}
		}
	})
}

// standardLibrary is what generated Go imports, as the go command compiled it.
var standardLibrary = sync.OnceValue(func() types.Importer {
	compiled := map[string]string{}
	list := exec.Command("go", "list", "-export", "-deps", "-f", "{{.ImportPath}} {{.Export}}", "encoding/json", "iter", "math", "net/http")
	printed, err := list.Output()
	if err != nil {
		panic(err)
	}
	for line := range strings.Lines(string(printed)) {
		imported, file, _ := strings.Cut(strings.TrimSpace(line), " ")
		compiled[imported] = file
	}
	return importer.ForCompiler(token.NewFileSet(), "gc", func(imported string) (io.ReadCloser, error) {
		return os.Open(compiled[imported])
	})
})

// typeCheck compiles the files of one package, as far as types go.
func typeCheck(t testing.TB, files []tree.File) {
	t.Helper()
	set := token.NewFileSet()
	parsed := make([]*ast.File, len(files))
	for i, file := range files {
		var err error
		parsed[i], err = parser.ParseFile(set, file.Path, file.Content, parser.SkipObjectResolution)
		require.NoError(t, err)
	}
	config := types.Config{Importer: standardLibrary()}
	_, err := config.Check(parsed[0].Name.Name, set, parsed, nil)
	require.NoError(t, err, "%s", files)
}
