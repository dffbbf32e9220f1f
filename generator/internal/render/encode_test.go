package render

import (
	"go/parser"
	"go/token"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"

	"github.com/statusgen/statusgen/generator/internal/codes"
)

var goQuoting = codes.Quoting{
	Quote:   `"`,
	Escapes: map[string]string{"\n": `\n`, "\t": `\t`},
	Byte:    `\x%02x`, Short: `\u%04x`, Long: `\U%08x`,
	Apart: []string{"</", "${"},
}

// TestQuoteKeepsEveryRune quotes every rune there is, inside others, and has
// Go read it back.
func TestQuoteKeepsEveryRune(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if 0xD800 <= r && r <= 0xDFFF {
			continue
		}
		text := "a" + string(r) + "0b"
		literal := Quote(goQuoting, NewText(text))
		back, err := strconv.Unquote(literal)
		if err != nil || back != text {
			t.Fatalf("%U became %s", r, literal)
		}
		for _, shown := range literal {
			if shown != ' ' && (!unicode.IsGraphic(shown) || unicode.IsSpace(shown)) {
				t.Fatalf("%U is raw in %s", r, literal)
			}
		}
	}
}

func TestQuote(t *testing.T) {
	for text, want := range map[string]string{
		"":                      `""`,
		`say "hi" \ 'x' ` + "`": `"say \"hi\" \\ 'x' ` + "`" + `"`,
		"a\nb\tc\rd":            `"a\nb\tc\x0dd"`,
		"\x000":                 `"\x000"`,
		"</script> <x ${y}":     `"<\x2fscript> <x $\x7by}"`,
		"\u202e\u2028\ufeff":    `"\u202e\u2028\ufeff"`,
		"\u3164\u2800\u00ad":    `"\u3164\u2800\u00ad"`,
		"\U000e0041\U0001f600":  `"\U000e0041😀"`,
		"e\u0301\u00e9":         "\"e\u0301\u00e9\"",
	} {
		require.Equal(t, want, Quote(goQuoting, NewText(text)), "%q", text)
	}
}

func TestQuoteWrapped(t *testing.T) {
	text := "one two three four, five"
	pieces := QuoteWrapped(goQuoting, 12, NewText(text))
	require.Equal(t, []string{`"one two "`, `"three "`, `"four, five"`}, pieces)
	require.Equal(t, []string{`""`}, QuoteWrapped(goQuoting, 12, NewText("")))
}

var (
	lineComments  = codes.Commenting{Line: "// ", Deprecated: "Deprecated: ", Escapes: []codes.Replacement{{Old: "+build", New: `\+build`}}}
	blockComments = codes.Commenting{
		Open: "/**", Line: " * ", Close: " */", Width: 40, Deprecated: "@deprecated ",
		Escapes: []codes.Replacement{{Old: "*/", New: `*\/`}, {Old: "@", New: "&#64;"}},
	}
	docstrings = codes.Commenting{
		Open: `"""`, Close: `"""`, Inline: true, Escapes: []codes.Replacement{{Old: `\`, New: `\\`}, {Old: `"`, New: `\"`}},
	}
)

func TestComment(t *testing.T) {
	doc := NewDoc("The first.", "", "The second, which is long enough to be broken.")
	doc.Deprecated = NewText("use another.")
	require.Equal(t, "\t// The first.\n\t//\n\t// The second, which is long enough to be broken.\n\t//\n\t// Deprecated: use another.\n",
		Comment(lineComments, "\t", doc))
	require.Equal(t, `  /**
   * The first.
   *
   * The second, which is long enough to
   * be broken.
   *
   * @deprecated use another.
   */
`, Comment(blockComments, "  ", doc))
	require.Equal(t, "\"\"\"One.\"\"\"\n", Comment(docstrings, "", NewDoc("One.")))
	require.Equal(t, "\"\"\"One.\n\nTwo.\n\"\"\"\n", Comment(docstrings, "", NewDoc("One.", "Two.")))
	require.Equal(t, "  /** One. */\n", Comment(blockComments, "  ", NewDoc("One.")))
	require.Equal(t, "/**\n * "+strings.Repeat("x", 74)+"\n */\n", Comment(blockComments, "", NewDoc(strings.Repeat("x", 74))))
	require.Empty(t, Comment(blockComments, "", Doc{}))
}

// TestCommentIsHarmless shows hostile text, and never lets it out.
func TestCommentIsHarmless(t *testing.T) {
	for text, want := range map[string]string{
		"x\nfunc init() {}":      "// x func init() {}\n",
		"x\r\nvar Pwned = 1":     "// x var Pwned = 1\n",
		"//go:generate sh -c id": "// //go:generate sh -c id\n",
		"/* */ var Pwned = 1":    "// /* */ var Pwned = 1\n",
		"+build ignore":          "// \\+build ignore\n",
		"a\u2028b\u0085c\vd\fe":  "// a<U+2028>b<U+0085>c<U+000B>d<U+000C>e\n",
		"a\u202eb\x00c\ufeff":    "// a<U+202E>b<U+0000>c<U+FEFF>\n",
		"  spaces  \t inside  ":  "// spaces inside\n",
	} {
		comment := Comment(lineComments, "", NewDoc(text))
		require.Equal(t, want, comment)
		file, err := parser.ParseFile(token.NewFileSet(), "x.go", "package x\n\n"+comment+"var A = 1\n", parser.ParseComments)
		require.NoError(t, err)
		require.Len(t, file.Decls, 1)
	}
	require.NotContains(t, strings.TrimSuffix(Comment(blockComments, "", NewDoc("a */ b **/ c @internal")), "*/\n"), "*/")
	require.NotContains(t, Comment(blockComments, "", NewDoc("@deprecated no")), "@")
	require.Equal(t, "\"\"\"a\\\\ \\\"\\\"\\\" b\\\\\"\"\"\n", Comment(docstrings, "", NewDoc(`a\ """ b\`)))
}
