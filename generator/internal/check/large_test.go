package check_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/statusgen/statusgen/generator/internal/check"
	"github.com/statusgen/statusgen/generator/internal/codes"
)

const (
	large    = 100_000
	mistakes = 20_000 // six tables of them
)

// largeTable has so many codes that a rule which compares each with each would
// take minutes.
func largeTable(size int) *codes.Table {
	t := richHTTP()
	t.Range, t.Retired = within(httpRange, 0, int64(size)), nil
	t.Classes = []*codes.Class{ranged(successLine, "success", 0, 10), ranged(clientLine, "client_error", 11, int64(size))}
	t.Properties[2].Table.Value = t.Name.Value
	t.Codes = nil
	for i := range size {
		c := number(1000+i, int64(i), fmt.Sprintf("code_%d", i))
		c.Phrase = at(1000+i, fmt.Sprintf("Code %d", i))
		c.Aliases = []*codes.Alias{alias(1000+i, fmt.Sprintf("alias_%d", i))}
		c.Properties = []codes.Setting{set(1000+i, "grpc", many(1000+i, fmt.Sprintf("code_%d", size-1-i)))}
		if i > 10 {
			c.Properties = append(c.Properties, set(1000+i, "retry", one(1000+i, "never")))
		}
		t.Codes = append(t.Codes, c)
	}
	return t
}

func TestLargeTable(t *testing.T) {
	c := rich()
	c.Tables = []*codes.Table{largeTable(large)}
	require.Empty(t, said(check.Catalog(c)))
}

func TestLargeTableOfMistakes(t *testing.T) {
	broken := []struct {
		name string
		edit func(i int, c *codes.Code)
		want int // findings
	}{
		{"one code", func(_ int, c *codes.Code) { c.Value.Value = codes.IntegerValue(11) }, mistakes - 1 + 11}, // eleven of them now in a class that requires retry
		{"one name", func(_ int, c *codes.Code) { c.Name.Value = "same" }, mistakes - 1 + mistakes},
		{"one phrase, the registry's", func(_ int, c *codes.Code) { c.Phrase.Value = "Same" }, 0},
		{"one phrase, the author's", func(i int, c *codes.Code) { c.Also = []codes.At[string]{at(i+1, "same")} }, mistakes - 1},
		{"names that nobody has", func(i int, c *codes.Code) { c.Properties[0].Fact = many(i+1, "cod_1", "code_1x") }, 2 * mistakes},
		{"one chain of replacements", func(i int, c *codes.Code) {
			c.Deprecated = deprecated(i+1, fmt.Sprintf("code_%d", min(i+1, mistakes-1)))
		}, mistakes},
		{"one circle of replacements", func(i int, c *codes.Code) {
			c.Deprecated = deprecated(i+1, fmt.Sprintf("code_%d", (i+1)%mistakes))
		}, 1},
	}
	for _, b := range broken {
		t.Run(b.name, func(t *testing.T) {
			table := largeTable(mistakes)
			for i, c := range table.Codes {
				b.edit(i, c)
			}
			c := rich()
			c.Tables = []*codes.Table{table}
			require.Equal(t, b.want, len(check.Catalog(c)))
		})
	}
}
