package tmpl

import (
	"strings"
	"testing"
	"text/template"

	"github.com/stretchr/testify/require"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/render"
)

func TestLayout(t *testing.T) {
	language := &codes.Language{
		String:  codes.Quoting{Quote: `"`, Byte: `\x%02x`, Short: `\u%04x`, Long: `\U%08x`},
		Comment: codes.Commenting{Line: "# "},
	}
	texts := map[string]any{
		"Phrase": render.NewText(`I'm a "teapot"`),
		"Wide":   render.NewText("状態"),
		"Ticks":  render.NewText("`\"\\`"),
		"None":   render.NewText(""),
		"Doc":    render.NewDoc("One.", "Two.", "Three."),
	}
	for source, want := range map[string]string{
		`{{fits 26 "  418: " .Phrase ","}}`:                         "true",
		`{{fits 25 "  418: " .Phrase ","}}`:                         "false",
		`{{fits 6 .Wide}} {{fits 5 .Wide}}`:                         "true false",
		`{{fits 2 .None}} {{fits 1 .None}}`:                         "true false",
		`{{comment "" (doc "Lead.")}}`:                              "# Lead.\n",
		`{{comment "" (doc "Lead." (slice .Doc.Paragraphs 1))}}`:    "# Lead.\n#\n# Two.\n#\n# Three.\n",
		"{{within \"`\" .Ticks}}{{within \"'\" .Phrase}}":           "\\`\"\\\\\\`I\\'m a \"teapot\"",
		`{{range pieces 10 .Phrase}}[{{.}}]{{end}}`:                 `["I'm a "]["\"teapot\""]`,
		`{{range pieces 40 .Phrase}}[{{.}}]{{end}} {{quote .None}}`: `["I'm a \"teapot\""] ""`,
	} {
		var out strings.Builder
		parsed, err := template.New("").Funcs(functions(language)).Parse(source)
		require.NoError(t, err)
		require.NoError(t, parsed.Execute(&out, texts))
		require.Equal(t, want, out.String(), source)
	}
}
