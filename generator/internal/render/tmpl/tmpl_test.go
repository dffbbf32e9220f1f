package tmpl_test

import (
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
			{Name: "door", Package: "Door", Codes: []*render.Code{{Identifier: "OPEN", Phrase: render.NewText(`"Open"`)}}},
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
		_, err := tmpl.Renderer{FS: fstest.MapFS{
			"{table}.tmpl": {Data: []byte(`{{range .Table.Codes}}` + raw + `{{end}}`)},
		}}.Render(view())
		require.Error(t, err, raw)
	}
	for _, near := range []string{`{{print .Phrase}}`, `{{printf "%s" .Phrase}}`, `{{printf "%v" .}}`, `{{printf "%#v" .}}`, `{{html .Phrase}}`, `{{js .Phrase}}`, `{{urlquery .Phrase}}`} {
		got := files(t, view(), fstest.MapFS{"{table}.tmpl": {Data: []byte(`{{range .Table.Codes}}` + near + `{{end}}`)}})
		require.NotContains(t, got["door"], "Open", near)
	}
	got := files(t, view(), fstest.MapFS{"{table}.tmpl": {Data: []byte(`{{range .Table.Codes}}{{quote .Phrase}}{{end}}`)}})
	require.Equal(t, `"\"Open\""`, got["door"])
}

// TestFaultsNameTheTemplate holds errors to saying where they are.
func TestFaultsNameTheTemplate(t *testing.T) {
	for _, wrong := range []string{"{{", "{{.Nothing}}", "{{nothing}}", "{{quote .Table}}"} {
		_, err := tmpl.Renderer{FS: fstest.MapFS{"{table}.txt.tmpl": {Data: []byte("\n" + wrong)}}}.Render(view())
		require.ErrorContains(t, err, "{table}.txt.tmpl:2", wrong)
	}
}
