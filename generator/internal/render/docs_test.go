package render

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/statusgen/statusgen/generator/internal/codes"
)

func TestExtents(t *testing.T) {
	for want, class := range map[string]*codes.Class{
		"code 0":                      {Range: &codes.Range{}},
		"codes 0 to 9":                {Range: &codes.Range{Max: 9}},
		"codes from -31999 on":        {Range: &codes.Range{Min: -31999, Max: 1<<53 - 1}},
		"codes up to -1":              {Range: &codes.Range{Min: -(1<<53 - 1), Max: -1}},
		"codes of any number":         {Range: &codes.Range{Min: -(1<<53 - 1), Max: 1<<53 - 1}},
		`codes that start with "io_"`: {Prefix: at("io_")},
		`codes that start with "2."`:  {Glob: at("2.*")},
		`codes like "2.?*"`:           {Glob: at("2.?*")},
		`codes like "2.??"`:           {Glob: at("2.??")},
	} {
		require.Equal(t, want, extent(class))
	}
}

// TestDocsOfBareCodes start with a word: a number and a full stop alone would be
// the item of a list, to Markdown.
func TestDocsOfBareCodes(t *testing.T) {
	table := plan(t, shop(), spoken).Tables[0]
	require.Equal(t, "Code 10.", table.Codes[0].Doc.Paragraphs[0].raw())
}

func TestDocsOfManyCodes(t *testing.T) {
	c := shop()
	next := c.Tables[0].Properties[1]
	last := func() string {
		paragraphs := plan(t, c, spoken).Tables[0].Properties[1].Doc.Paragraphs
		return paragraphs[len(paragraphs)-1].raw()
	}
	require.Equal(t, "The value is a code of the table shop.", last())
	next.Many = true
	require.Equal(t, "The values are codes of the table shop.", last())
}

// TestDocsLink names other declarations as a language links them.
func TestDocsLink(t *testing.T) {
	c := shop()
	c.Tables[0].Codes[0].Aliases = []*codes.Alias{{Name: at("refused"), Deprecated: true}}
	c.Tables[0].Codes[1].Lifecycle = at(codes.Deprecated)
	c.Tables[0].Codes[1].Deprecated = &codes.Deprecation{Use: at("declined")}
	inGo := *spoken
	inGo.Comment.Named, inGo.Comment.Link = true, "[{name}]"
	table := plan(t, c, &inGo).Tables[0]
	require.Equal(t, "use [Declined].", table.Codes[1].Doc.Deprecated.raw())
	alias := table.Codes[0].Aliases[0]
	require.Equal(t, "Refused is another name for [Declined].", alias.Doc.Paragraphs[0].raw())
	require.Equal(t, "use [Declined].", alias.Doc.Deprecated.raw())
}
