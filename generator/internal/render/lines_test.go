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

// TestSlotsOfLines reads each slot as generated code does.
func TestSlotsOfLines(t *testing.T) {
	for _, longest := range []int{1, 7, 8, 255, 256} {
		texts := distinctTexts([]string{"a", "bc", strings.Repeat("d", longest), "e_name_of_more_than_32_bytes_is_one_too"[:min(longest, 39)]})
		lines := Lines{Starts: []int{0, 1}} // an empty one first
		joined := "\n"
		for _, text := range texts {
			joined += text + "\n"
			lines.Starts = append(lines.Starts, len(joined))
		}
		h := perfect(texts, HashText)
		slots, lengthBits := lines.Slots(h)
		require.Len(t, slots, len(h.Slots))
		for i, slot := range slots {
			if h.Slots[i] == 0 {
				require.Zero(t, slot, "an empty line")
				continue
			}
			start, length := slot>>(8+lengthBits), slot>>8&(1<<lengthBits-1)
			text := joined[start : start+length]
			require.Equal(t, texts[h.Slots[i]-1], text)
			require.Equal(t, uint8(HashText(h.Seed, text)>>16), uint8(slot))
		}
	}
}

func TestLinedAtItsBorder(t *testing.T) {
	table := &Table{Codes: make([]*Code, arraySize)}
	require.False(t, table.Lined())
	table.Codes = append(table.Codes, nil)
	require.True(t, table.Lined())
}

// TestLinesOfManyQuotes: neither the first nor the last text of very many is
// lost, and few literals are joined.
func TestLinesOfManyQuotes(t *testing.T) {
	language, found := load.Language(statusgen.Files, "templates/go")
	require.Empty(t, found)
	for _, plain := range []int{1, 2, 7, 40, 1000} { // every so many texts
		texts := make([]Text, 150_000)
		var want strings.Builder
		for i := range texts {
			text := "`" + strconv.Itoa(i)
			if i%plain == 0 {
				text = strconv.Itoa(i)
			}
			texts[i] = NewText(text)
			want.WriteString(text + "\n")
		}
		lines := NewLines(language.String, "`", texts)
		require.LessOrEqual(t, len(lines.Literals), 3*mostQuoted)
		var joined strings.Builder
		for _, literal := range lines.Literals {
			value, err := strconv.Unquote(literal)
			require.NoError(t, err)
			joined.WriteString(value)
		}
		require.Equal(t, want.String(), joined.String())
	}
}
