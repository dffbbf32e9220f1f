package generator_test

import (
	"go/ast"
	"go/doc/comment"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestGoDocumentationIsPlain reads the documentation of hostile texts as go doc
// does: none of them is a heading, or the target of links, and each is shown.
func TestGoDocumentationIsPlain(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	texts := hostileTexts(t)
	write(t, filepath.Join(dir, "codes.yaml"), catalogueOf(texts))
	_, faults, status := statusgen(t, dir, "generate", "--quiet", "go=go")
	require.Zero(t, status, faults)
	files, err := filepath.Glob(filepath.Join(dir, "go/*/*.go"))
	require.NoError(t, err)
	require.Greater(t, len(files), 2*len(texts))
	var shown strings.Builder
	for _, name := range files {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments|parser.SkipObjectResolution)
		require.NoError(t, err)
		for _, group := range file.Comments {
			doc := new(comment.Parser).Parse(group.Text())
			require.Empty(t, doc.Links, group.Text())
			for _, block := range doc.Content {
				_, heading := block.(*comment.Heading)
				require.False(t, heading, group.Text())
				if paragraph, ok := block.(*comment.Paragraph); ok {
					shown.WriteString(strings.Join(strings.Fields(plainOf(paragraph.Text)), " ") + "\n")
				}
			}
		}
	}
	for _, text := range []string{"The card was declined.", "# The card was declined", "[Code]: https://evil.example"} {
		require.Contains(t, shown.String(), "\n"+text+"\n")
	}
}

// plainOf gives the words of documentation.
func plainOf(texts []comment.Text) string {
	var b strings.Builder
	for _, text := range texts {
		switch text := text.(type) {
		case comment.Plain:
			b.WriteString(string(text))
		case *comment.Link:
			b.WriteString(plainOf(text.Text))
		}
	}
	return b.String()
}

// TestGoSaysWhatATableLacks holds what is printed for little to being little.
func TestGoSaysWhatATableLacks(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	write(t, filepath.Join(dir, "codes.yaml"), `version: 1
tables:
  plain:
    codes:
      - {code: 1, name: one, summary: The first., reference: {text: A book}}
      - {code: 2, name: two}
  bare:
    properties: {good: {type: boolean, default: true}, bad: {type: boolean, default: false}}
    classes: [{name: low, range: [0, 9], defaults: {good: false, bad: true}}]
    codes:
      - {code: 1, name: one}
`)
	_, faults, status := statusgen(t, dir, "generate", "--quiet", "go=go")
	require.Zero(t, status, faults)
	plain, bare := read(t, filepath.Join(dir, "go/plain/plain_gen.go")), read(t, filepath.Join(dir, "go/bare/bare_gen.go"))
	for _, text := range []string{
		"It is empty where nothing is said.\nfunc (c Code) Summary()",
		"It is empty where the table names none.\nfunc (c Code) Reference() Reference {\n\tswitch c {\n\tcase One:\n\t\t" +
			"return Reference{Text: \"A book\"}\n\t}\n\treturn Reference{}\n}",
		"// Class gives no class, because the table has none.\n",
	} {
		require.Contains(t, plain, text)
	}
	for _, text := range []string{
		"func (c Code) Reference() Reference {\n\treturn Reference{}\n}",
		"// Class gives the class of the code, known or not.\n",
		"Good() bool {\n\treturn c.Class() != ClassLow\n}",
		"Bad() bool {\n\treturn c.Class() == ClassLow\n}",
	} {
		require.Contains(t, bare, text)
	}
}

// TestGoDocumentationBeginsWithTheName of what it documents, exported or not.
func TestGoDocumentationBeginsWithTheName(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob(filepath.Join(root, "gen/go/*/*_gen.go"))
	require.NoError(t, err)
	documented := 0
	begins := func(doc *ast.CommentGroup, name string) {
		if doc != nil {
			documented++
			require.Regexp(t, `^`+name+`\b`, doc.Text())
		}
	}
	for _, name := range files {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments|parser.SkipObjectResolution)
		require.NoError(t, err)
		for _, declaration := range file.Decls {
			switch d := declaration.(type) {
			case *ast.FuncDecl:
				begins(d.Doc, d.Name.Name)
			case *ast.GenDecl:
				if spec, ok := d.Specs[0].(*ast.ValueSpec); ok && !d.Lparen.IsValid() {
					begins(d.Doc, spec.Names[0].Name)
				}
			}
		}
	}
	require.Greater(t, documented, 900)
}
