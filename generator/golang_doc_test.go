package generator_test

import (
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
