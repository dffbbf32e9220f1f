package tmpl_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/render"
	"github.com/statusgen/statusgen/generator/internal/render/tmpl"
)

func view() *render.View {
	return &render.View{
		Marker: render.Marker,
		Language: &codes.Language{
			Sources: "src/{module}",
			String:  codes.Quoting{Quote: `"`, Byte: `\x%02x`, Short: `\u%04x`, Long: `\U%08x`},
		},
		Package: &render.Package{Name: "shop", Module: "shop"},
		Sources: "src/shop",
		Tables: []*render.Table{
			{Name: "door", Package: "Door", Codes: []*render.Code{{Identifier: "OPEN", Name: "open", Lifecycle: codes.Standard, Phrase: render.NewText(`"Open"`)}}},
			{Name: "window", Package: "Window"},
		},
	}
}

func files(t *testing.T, v *render.View, templates fstest.MapFS) map[string]string {
	t.Helper()
	written, err := tmpl.Renderer{FS: templates}.Render(v)
	require.NoError(t, err)
	got := map[string]string{}
	for _, file := range written {
		got[file.Path] = string(file.Content)
	}
	return got
}

var picture = fstest.MapFS{
	"target.yaml":                 {Data: []byte("title: not an output")},
	"package.txt.tmpl":            {Data: []byte("{{.Package.Name}}")},
	"{sources}/copied":            {Data: []byte("{{as it is}}")},
	"{sources}/{table}.txt.tmpl":  {Data: []byte("{{.Table.Name}} of {{len .Tables}}")},
	"{sources}/{package}/x":       {Data: []byte("y")},
	"{sources}/index.{x}.md.tmpl": {Data: []byte("{{range .Tables}}{{.Name}} {{end}}")},
}

// TestTheTreeIsThePictureOfTheOutput fills the paths.
func TestTheTreeIsThePictureOfTheOutput(t *testing.T) {
	require.Equal(t, map[string]string{
		"package.txt":           "shop",
		"src/shop/copied":       "{{as it is}}",
		"src/shop/door.txt":     "door of 2",
		"src/shop/window.txt":   "window of 2",
		"src/shop/Door/x":       "y",
		"src/shop/Window/x":     "y",
		"src/shop/index.{x}.md": "door window ",
	}, files(t, view(), picture))
}

// TestWithoutAPackage writes sources alone, and right at the top.
func TestWithoutAPackage(t *testing.T) {
	v := view()
	v.Package, v.Sources = nil, "."
	got := files(t, v, picture)
	require.NotContains(t, got, "package.txt")
	require.Contains(t, got, "door.txt")
}

// TestTextNeedsAnEncoder holds templates to having no way around one.
func TestTextNeedsAnEncoder(t *testing.T) {
	for _, raw := range []string{
		`{{.Phrase}}`, `{{print .Phrase "x"}}{{.Phrase}}`, `{{call .Phrase}}`, `{{call .Phrase 1}}`, `{{index .Phrase 0}}`, `{{.Phrase.raw}}`, `{{html .Phrase}}{{.Phrase}}`,
	} {
		_, err := rendered(raw)
		require.Error(t, err, raw)
	}
	got, err := rendered(`{{quote .Phrase}}`)
	require.NoError(t, err)
	require.Equal(t, `"\"Open\""`, got)
}

// rendered gives what a template prints of a code, in the third line of a file.
func rendered(of string) (string, error) {
	of, defined, _ := strings.Cut(of, "{{define")
	if defined != "" {
		defined = "{{define" + defined // which stands in nothing else
	}
	files, err := tmpl.Renderer{FS: fstest.MapFS{
		"{table}.tmpl": {Data: []byte("{{range .Table.Codes -}}\n\n" + of + "{{end}}" + defined)},
	}}.Render(view())
	if err != nil {
		return "", err
	}
	return string(files[0].Content), nil
}

// TestAddressesAreNotPrinted asks for what would print another address on every
// machine, in each way that a template has to print.
func TestAddressesAreNotPrinted(t *testing.T) {
	const text, doc, code, list = "cannot print a Text", "cannot print a Doc", "cannot print a whole Code", "cannot print a whole list"
	for source, told := range map[string]string{
		`{{.}}`: code, `{{.Doc}}`: doc, `{{.Phrase}}`: text, `{{.Aliases}}`: list, `{{$}}`: "cannot print a whole page",
		`{{.Class}}`: "cannot print a whole Class", `{{.Doc.Paragraphs}}`: list,
		`{{print .Phrase}}`: text, `{{println .Phrase}}`: text, `{{html .Doc}}`: doc, `{{js .}}`: code, `{{urlquery .Aliases}}`: list,
		`{{printf "%v" .Doc}}`: doc, `{{printf "%s" .Phrase}}`: text, `{{printf "%#v" .}}`: code, `{{printf "%d %p" 1 .Aliases}}`: list,
		`{{. | print}}`: code, `{{.Doc | printf "%v"}}`: doc, `{{"x" | print .Phrase}}`: text,
		`{{$x := .Doc}}{{$x}}`: doc, `{{$x := print .Doc}}`: doc, `{{$x := 1}}{{$x = print .Doc}}`: doc, `{{if print .Doc}}{{end}}`: doc,
		`{{len (print .Doc)}}`: doc, `{{fits 9 .Doc}}`: doc, `{{if fits 9 .Doc}}x{{end}}`: doc, `{{(.Doc)}}`: doc, `{{and 1 .Doc}}`: doc, `{{or .Phrase 1}}`: text, `{{index $.Tables 0}}`: "cannot print a whole Table",
		`{{with .Doc}}{{.}}{{end}}`: doc, `{{with .Class}}{{else}}{{.}}{{end}}`: code, `{{with .Class}}{{else with .Doc}}{{.}}{{end}}`: doc,
		`{{if false}}{{else if true}}{{.Doc}}{{end}}`: doc, `{{if .Class}}{{else}}{{.Doc}}{{end}}`: doc,
		`{{range $.Tables}}{{.}}{{break}}{{end}}`: "cannot print a whole Table", `{{range .Aliases}}{{else}}{{.}}{{end}}`: code,
		`{{range $i, $t := $.Tables}}{{if $i}}{{$t}}{{end}}{{continue}}{{end}}`: "cannot print a whole Table",
		`{{template "x" .}}{{define "x"}}{{.}}{{end}}`:                          code, `{{block "x" .Doc}}{{.}}{{end}}`: doc,
	} {
		_, err := rendered(source)
		require.ErrorContains(t, err, told, source)
		require.Regexp(t, `^template: \{table\}\.tmpl:3:\d+: executing "\S+" at <`, err.Error(), source)
	}
}

// TestWhatIsTheSameEverywhereIsPrinted goes through what is not refused.
func TestWhatIsTheSameEverywhereIsPrinted(t *testing.T) {
	for source, want := range map[string]string{
		`{{.Identifier}} {{.Lifecycle}} {{.Deprecated}} {{len .Aliases}} {{.Phrase.Size}}`:   "OPEN standard false 0 6",
		`{{1}} {{1.5}} {{1e6}} {{1i}} {{"x"}} {{'x'}} {{true}}`:                              "1 1.5 1e+06 (0+1i) x 120 true",
		`{{print .Name 1 true}} {{printf "%03d %q" 7 .Identifier}} {{println 1}}`:            "open1 true 007 \"OPEN\" 1\n",
		`{{html "<"}} {{js "'"}} {{urlquery "/"}} {{"<" | html | printf "%s"}}`:              `&lt; \' %2F &lt;`,
		`{{$x := .Doc}}{{$y := .Name}}{{$y}}{{$y = "z"}}{{$y}}`:                              "openz",
		`{{template "x" .}}{{define "x"}}{{.Name}}{{end}}{{define "unused"}}{{.}}{{end}}`:    "open",
		`{{and .Name .Identifier}} {{or "" .Name}} {{not .Class}} {{index "ab" 1}}`:          "OPEN open true 98",
		`{{with .Class}}{{.}}{{else with .Phrase}}{{quote .}}{{end}}{{range 2}}{{.}}{{end}}`: `"\"Open\""01`,
	} {
		got, err := rendered(source)
		require.NoError(t, err, source)
		require.Equal(t, want, got, source)
	}
}

// TestFaultsNameTheTemplate holds errors to saying where they are.
func TestFaultsNameTheTemplate(t *testing.T) {
	for _, wrong := range []string{"{{", "{{.Nothing}}", "{{nothing}}", "{{quote .Table}}"} {
		_, err := tmpl.Renderer{FS: fstest.MapFS{"{table}.txt.tmpl": {Data: []byte("\n" + wrong)}}}.Render(view())
		require.ErrorContains(t, err, "{table}.txt.tmpl:2", wrong)
	}
}
