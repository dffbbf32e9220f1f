package render

import (
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/statusgen/statusgen"
	"github.com/statusgen/statusgen/generator/internal/load"
)

func TestLines(t *testing.T) {
	language, found := load.Language(statusgen.Files, "templates/go")
	require.Empty(t, found)
	list := []string{
		"", "Not Found", "", `say "no"`, `back\slash`, "Größe", "`quoted`", "//go:generate id", "a // b", "behind ",
		"two\nlines", "//", "left\u202eright", "zero\u200bwidth", "carriage\r", "tab\t", "last", "",
	}
	texts := make([]Text, len(list))
	for i, text := range list {
		texts[i] = NewText(text)
	}
	lines := NewLines(language.String, "`", texts)
	require.Equal(t, []string{
		"`\nNot Found\n\nsay \"no\"\nback\\slash\nGröße\n`", "\"`quoted`\\n\"", `"//go:generate id\n"`, "`a // b\n`", `"behind \n"`,
		`"two\nlines\n"`, `"//\n"`, `"left\u202eright\n"`, `"zero\u200bwidth\n"`, `"carriage\r\n"`, `"tab\t\n"`, "`last\n\n`",
	}, lines.Literals)

	var joined strings.Builder
	for _, literal := range lines.Literals {
		value, err := strconv.Unquote(literal)
		require.NoError(t, err)
		joined.WriteString(value)
	}
	require.Len(t, lines.Starts, len(list)+1)
	require.Equal(t, joined.Len(), lines.Starts[len(list)])
	for i, text := range list {
		require.Equal(t, text, joined.String()[lines.Starts[i]:lines.Starts[i+1]-1])
	}
}

func TestLinedAtItsBorder(t *testing.T) {
	table := &Table{Codes: make([]*Code, arraySize)}
	require.False(t, table.Lined())
	table.Codes = append(table.Codes, nil)
	require.True(t, table.Lined())
}
