package tmpl

import (
	"bytes"
	"io/fs"
	"path"
	"reflect"
	"strings"
	"testing"
	"text/template"

	"github.com/stretchr/testify/require"

	"github.com/statusgen/statusgen"
	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/load"
	"github.com/statusgen/statusgen/generator/internal/render"
)

// bothWays executes a template as text/template does, and with its ranges
// compiled, and gives how many were.
func bothWays(t *testing.T, source string, functions template.FuncMap, p page) (slow, fast string, ranges int, slowErr, fastErr error) {
	t.Helper()
	parse := func() *template.Template {
		parsed, err := template.New("x").Funcs(functions).Option("missingkey=error").Parse(source)
		require.NoError(t, err)
		return parsed
	}
	var out bytes.Buffer
	slowErr = parse().Execute(&out, p)
	c := compile(parse(), functions, reflect.TypeFor[page](), new(blocks))
	content, fastErr := c.execute(p)
	return out.String(), string(content), len(c.ranges), slowErr, fastErr
}

// TestCompiledRangesPrintTheSame holds every shipped template to what
// text/template makes of it, for every table that is built in.
func TestCompiledRangesPrintTheSame(t *testing.T) {
	catalog, found := load.Parse(statusgen.Files, "codes.yaml")
	require.False(t, found.HasErrors())
	for _, name := range []string{"typescript", "python", "markdown"} {
		language, found := load.Language(statusgen.Files, "templates/"+name)
		require.False(t, found.HasErrors())
		declared := &codes.Target{Name: codes.At[string]{Value: name}, Package: &codes.Package{
			Name: codes.At[string]{Value: "x"}, Module: codes.At[string]{Value: "x"}, Version: codes.At[string]{Value: "1"},
		}}
		view, _ := render.Plan(catalog.For(declared), &render.Target{Declared: declared, Language: language})
		compiled := 0
		err := fs.WalkDir(statusgen.Files, "templates/"+name, func(file string, entry fs.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(file, ending) {
				return err
			}
			source, err := fs.ReadFile(statusgen.Files, file)
			require.NoError(t, err)
			for _, p := range pagesOf(view, path.Base(file)) {
				slow, fast, ranges, slowErr, fastErr := bothWays(t, string(source), functions(language), p)
				require.NoError(t, slowErr)
				require.NoError(t, fastErr)
				require.Equal(t, slow, fast, file)
				compiled += ranges
			}
			return nil
		})
		require.NoError(t, err)
		t.Log(name, compiled, "ranges")
		require.NotZero(t, compiled, name)
	}
}

// TestWhatARangeCanPrint compares what templates can say.
func TestWhatARangeCanPrint(t *testing.T) {
	view := &render.View{Language: &codes.Language{String: codes.Quoting{Quote: `"`}, Comment: codes.Commenting{Line: "# "}}}
	class := &render.Class{Name: "error", Guard: "is_error"}
	code := &render.Code{
		Identifier: "A", Name: "a", Literal: "1", Phrase: render.NewText("Aha"), Class: class, Doc: render.NewDoc("It is a."),
		Lifecycle: codes.Unused, Reference: &render.Reference{Text: render.NewText("RFC 1")},
		Aliases: []*render.Alias{{Identifier: "B", Name: "b"}, {Identifier: "C", Name: "c"}},
	}
	other := &render.Code{Identifier: "D", Name: "d", Literal: "2", Lifecycle: codes.Standard}
	class.Codes = []*render.Code{code}
	table := &render.Table{Name: "t", Type: "T", Codes: []*render.Code{code, other}, Classes: []*render.Class{class}}
	table.Names = []render.Name{{Name: "a", Code: code}, {Name: "b", Code: code}}
	view.Tables = []*render.Table{table}
	for _, c := range []struct {
		source   string
		compiled int
	}{
		{`{{range .Tables}}{{.Name}}{{end}}`, 1},
		{`{{range .Table.Codes}}{{.Identifier}} = {{.Literal}}; {{end}}`, 1},
		{`{{range .Table.Codes}}{{comment "  " .Doc}}{{.Lifecycle}}{{end}}`, 1},
		{`{{range .Table.Codes}}{{$code := .}}{{range .Aliases}}{{.Name}} {{$code.Name}};{{end}}{{$code.Name}}{{end}}`, 1},
		{`{{with .Table}}{{range .Codes}}{{if .Phrase}}{{quote .Phrase}}{{else}}none{{end}}{{end}}{{end}}`, 1},
		{`{{with .Table}}{{range .Codes}}{{with .Class}}{{.Name}}{{else}}{{.Name}}{{end}}{{.Name}}{{end}}{{end}}`, 1},
		{`{{range .Table.Phrased}}{{if fits 4 .Literal ": " .Phrase}}fits{{else}}{{template "long" .Phrase}}{{end}}{{end}}` +
			`{{define "long"}}{{range pieces 3 .}}[{{.}}]{{end}}{{end}}`, 1},
		{`{{range .Table.Exports "x" "y"}}{{.}} {{end}}`, 1},
		{`{{range .Table.OtherNames}}{{.Name}}{{.Code.Name}}{{end}}`, 1},
		{`{{range .Table.Classes}}{{range .Codes}}{{.Name}}{{end}}{{len .Codes}}{{end}}`, 1}, // the inner one
		{`{{range .Table.Codes}}{{end}}`, 1},
		{`{{range .Table.Codes}}{{$x := .Name}}{{$x := .Literal}}{{$x}}{{end}}`, 1}, // the second one
		{`{{range .Table.Codes}}{{$x := .Name}}{{if .Phrase}}{{$x := .Literal}}{{$x}}{{end}}{{$x}}{{end}}`, 1},
		{`{{range .Table.Codes}}{{010}} {{0x1e6}} {{-0}} {{fits 0x_4 .Literal ": "}}{{if 0}}no{{end}}{{end}}`, 0},
		{`{{range .Table.Codes}}{{010}} {{0x1e6}} {{-0}}{{if 0}}no{{end}}{{end}}`, 1},
		{`{{range .Table.Codes}}{{1e6}}{{end}}`, 0}, // text/template prints a float
		{`{{range .Table.Codes}}{{0i}}{{end}}`, 0},
		{`{{range .Table.Codes}}{{.Name}}{{else}}none{{end}}`, 0},
		{`{{range $i, $code := .Table.Codes}}{{$i}}{{$code.Name}}{{end}}`, 0},
		{`{{range .Table.Codes}}{{printf "%s" .Name}}{{end}}`, 0},
		{`{{range .Table.Codes}}{{$.Table.Name}}{{end}}`, 0},
		{`{{range .Table.Codes}}{{.Name}}{{break}}{{end}}`, 0},
		{`{{$name := ""}}{{range .Table.Codes}}{{$name = .Name}}{{end}}{{$name}}`, 0},
		{`{{range .Table.Codes}}{{.Name | len}}{{end}}`, 0},
	} {
		slow, fast, ranges, slowErr, fastErr := bothWays(t, c.source, functions(view.Language), page{View: view, Table: table})
		require.NoError(t, slowErr, c.source)
		require.NoError(t, fastErr, c.source)
		require.Equal(t, slow, fast, c.source)
		require.Equal(t, c.compiled, ranges, c.source)
	}
}

// TestAMistakeInARangeIsToldByTheTemplate asks for text without an encoder, for
// a field of nothing, and for quotes that the language lacks.
func TestAMistakeInARangeIsToldByTheTemplate(t *testing.T) {
	view := &render.View{Language: &codes.Language{}}
	view.Tables = []*render.Table{{Codes: []*render.Code{{Name: "a", Phrase: render.NewText("Aha")}}}}
	for source, told := range map[string]string{
		`{{range .Tables}}{{range .Codes}}{{.Phrase}}{{end}}{{end}}`:       "cannot print a Text",
		`{{range .Tables}}{{range .Codes}}{{.Class.Name}}{{end}}{{end}}`:   "nil pointer evaluating",
		`{{range .Tables}}{{range .Codes}}{{quote .Phrase}}{{end}}{{end}}`: "no text can be quoted",
		`{{range .Tables}}{{range .Codes}}{{rows 0 .}}{{end}}{{end}}`:      `function "rows" not defined`,
	} {
		write, err := executed("x", source, functions(view.Language), new(blocks))
		if err == nil {
			_, err = write(page{View: view})
		}
		require.ErrorContains(t, err, told, source)
	}
}
