package generator_test

import (
	"cmp"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/statusgen/statusgen/generator/internal/check"
	"github.com/statusgen/statusgen/generator/internal/cli"
	"github.com/statusgen/statusgen/generator/internal/diag"
	"github.com/statusgen/statusgen/generator/internal/evolve"
	"github.com/statusgen/statusgen/generator/internal/follow"
	"github.com/statusgen/statusgen/generator/internal/load"
	"github.com/statusgen/statusgen/generator/internal/registry"
	"github.com/statusgen/statusgen/generator/internal/render"
)

// TestDocsListRules holds docs/rules.md to the rules. UPDATE=1 rewrites it.
func TestDocsListRules(t *testing.T) {
	const begin = "What follows is kept by `make update`.\n"
	var list strings.Builder
	for _, part := range []struct {
		title string
		rules []*diag.Rule
	}{
		{"What cannot be read", load.Rules},
		{"What is not true", check.Rules},
		{"What is not as in the registry that a table follows", slices.Concat(registry.Rules, follow.Rules)},
		{"What a language cannot spell", render.Rules},
		{"What the command cannot do", cli.Rules},
		{"What is not as it was written", cli.OutputRules},
		{"What has changed", evolve.Rules},
		{"What is said of changes", slices.Concat(evolve.ComparisonRules, evolve.DueRules)},
	} {
		column := "severity"
		if part.rules[0].Level != "" {
			column = "breaks"
		}
		fmt.Fprintf(&list, "\n## %s\n\n| rule | %s | what holds, and why |\n|---|---|---|\n", part.title, column)
		for _, rule := range part.rules {
			doc := strings.NewReplacer("|", `\|`, "*", `\*`, "<", `\<`).Replace(rule.Doc)
			fmt.Fprintf(&list, "| `%s` | %s | %s |\n", rule.Name, cmp.Or(rule.Level, rule.Severity.String()), doc)
		}
	}
	page := filepath.Join(root, "docs/rules.md")
	before, after, found := strings.Cut(read(t, page), begin)
	require.True(t, found)
	if os.Getenv("UPDATE") != "" {
		write(t, page, before+begin+list.String())
		return
	}
	require.Equal(t, list.String(), after, "run make update")
}

// TestDocsListFields holds the documents to the fields that the reader reads
// and whether each is required.
func TestDocsListFields(t *testing.T) {
	known := regexp.MustCompile(`\{"([a-z_]+)", (required|optional|need)`)
	documented := regexp.MustCompile("(?m)^\\| `([a-z_]+)` \\| [^|]+ \\| (required)?")
	for page, grammar := range map[string][]string{
		"source-format.md": {"format.go", "target.go", "table.go", "code.go", "errors.go"},
		"templates.md":     {"language.go"},
	} {
		var want, got []string
		for _, file := range grammar {
			for _, field := range known.FindAllStringSubmatch(read(t, filepath.Join("internal/load", file)), -1) {
				want = append(want, fmt.Sprint(field[1], " required: ", field[2] != "optional"))
			}
		}
		for _, row := range documented.FindAllStringSubmatch(read(t, filepath.Join(root, "docs", page)), -1) {
			got = append(got, fmt.Sprint(row[1], " required: ", row[2] != ""))
		}
		require.NotEmpty(t, want)
		require.ElementsMatch(t, want, got, page)
	}
}

// TestDocsListFunctions holds docs/templates.md to the functions of templates.
func TestDocsListFunctions(t *testing.T) {
	declared := regexp.MustCompile(`(?m)^\t\t"([a-z]+)": +func`)
	documented := regexp.MustCompile("(?m)^\\| `([a-z]+) [^`a-z]+` \\|")
	require.ElementsMatch(t,
		firsts(declared.FindAllStringSubmatch(read(t, "internal/render/tmpl/tmpl.go"), -1)),
		firsts(documented.FindAllStringSubmatch(read(t, filepath.Join(root, "docs/templates.md")), -1)))
}

// TestDocsListView holds docs/view.md to what a template sees.
func TestDocsListView(t *testing.T) {
	row := regexp.MustCompile("(?m)^\\| `\\.([A-Za-z]+)` \\|")
	got := map[string][]string{}
	for _, section := range strings.Split(read(t, filepath.Join(root, "docs/view.md")), "\n## ")[1:] {
		name, rows, _ := strings.Cut(section, "\n")
		got[name] = firsts(row.FindAllStringSubmatch(rows, -1))
	}
	want := map[string][]string{}
	listFields(reflect.TypeFor[render.View](), want)
	for name := range want {
		require.ElementsMatch(t, want[name], got[name], name)
	}
	require.Len(t, got, len(want))
}

// listFields gives the fields and methods of a type of the view, and of those
// that it leads to.
func listFields(of reflect.Type, into map[string][]string) {
	for of.Kind() == reflect.Pointer || of.Kind() == reflect.Slice {
		of = of.Elem()
	}
	ours := of.PkgPath() == reflect.TypeFor[render.View]().PkgPath()
	if of.Kind() != reflect.Struct || !ours || into[of.Name()] != nil {
		return
	}
	into[of.Name()] = []string{}
	for i := range of.NumField() {
		if !of.Field(i).IsExported() {
			continue
		}
		listFields(of.Field(i).Type, into)
		into[of.Name()] = append(into[of.Name()], of.Field(i).Name)
	}
	for methods, i := reflect.PointerTo(of), 0; i < methods.NumMethod(); i++ {
		listFields(methods.Method(i).Type.Out(0), into)
		into[of.Name()] = append(into[of.Name()], methods.Method(i).Name)
	}
}

func firsts(matches [][]string) []string {
	var list []string
	for _, match := range matches {
		list = append(list, match[1])
	}
	return list
}

// TestDocsNaming holds the tables of docs/naming.md to what a run writes.
func TestDocsNaming(t *testing.T) {
	page := read(t, filepath.Join(root, "docs/naming.md"))
	dir := filesOf(t, page)
	_, faults, status := statusgen(t, dir, "generate")
	require.Zero(t, status, faults)

	constants, others, found := strings.Cut(page, "## The other names")
	require.True(t, found)
	for i, language := range []string{"go", "typescript", "python"} {
		out := filepath.Join(dir, "gen", language)
		var manifest struct{ Identifiers map[string]map[string]int }
		decode(t, filepath.Join(out, ".statusgen.json"), &manifest)
		published := map[string]string{}
		for _, row := range cells(constants) {
			require.Contains(t, constants, "name: "+strings.Trim(row[0], "`"))
			if identifier := row[2+i]; identifier != "–" {
				published[identifier] = row[1]
			}
		}
		written := map[string]string{}
		for identifier, code := range manifest.Identifiers["web"] {
			written["`"+identifier+"`"] = fmt.Sprint(code)
		}
		require.Equal(t, written, published, language)

		for _, row := range cells(others) {
			if identifier := strings.Trim(row[2+i], "`"); identifier != "–" {
				run(t, exec.Command("grep", "-rqwF", identifier, out))
			}
		}
	}
}

// cells gives the cells of the rows of tables, without their heads.
func cells(document string) (rows [][]string) {
	for _, line := range regexp.MustCompile("(?m)^\\| .*`.* \\|$").FindAllString(document, -1) {
		rows = append(rows, strings.Split(strings.Trim(line, "| "), " | "))
	}
	return rows
}
