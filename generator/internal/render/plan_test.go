package render

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
)

func at[T any](value T) codes.At[T] {
	return codes.At[T]{Value: value, Pos: diag.Pos{File: "codes.yaml", Line: 1, Column: 1}}
}

func fact(values ...any) *codes.Fact {
	f := &codes.Fact{}
	for _, v := range values {
		f.Items = append(f.Items, codes.Scalar{Value: v})
	}
	return f
}

// shop is a table with defaults at every level.
func shop() *codes.Catalog {
	code := func(n int64, name string, settings ...codes.Setting) *codes.Code {
		return &codes.Code{Value: at(codes.IntegerValue(n)), Name: at(name), Properties: settings}
	}
	retry := func(value string) codes.Setting {
		return codes.Setting{Property: at("retry"), Fact: fact(value)}
	}
	return &codes.Catalog{Tables: []*codes.Table{{
		Name: at("shop"), Type: at("shop_error"), Kind: codes.Integer,
		Classes: []*codes.Class{
			{Name: at("card"), Range: &codes.Range{Min: 10, Max: 19}},
			{Name: at("bank"), Range: &codes.Range{Min: 20, Max: 29}, Defaults: []codes.Setting{retry("always")}},
		},
		Properties: []*codes.Property{
			{Name: at("retry"), Type: at(codes.OneOfProperty), Values: []codes.At[string]{at("never"), at("always")}, Default: fact("never")},
			{Name: at("next"), Type: at(codes.CodeProperty), Table: at("shop")},
			{Name: at("hints"), Type: at(codes.OneOfProperty), Many: true, Values: []codes.At[string]{at("wait"), at("ask")}},
		},
		Codes: []*codes.Code{
			code(10, "declined"),
			code(11, "expired", retry("always"), codes.Setting{Property: at("next"), Fact: fact("declined")}),
			code(20, "closed", retry("never"), codes.Setting{Property: at("hints"), Fact: fact("ask", "wait")}),
			code(21, "busy", retry("always")),
		},
	}}}
}

func plan(t *testing.T, c *codes.Catalog, language *codes.Language) *View {
	t.Helper()
	view, found := Plan(c, &Target{Declared: &codes.Target{Name: at("go")}, Language: language})
	require.Empty(t, found)
	return view
}

var spoken = &codes.Language{
	Names: map[codes.Role]codes.NameRule{
		codes.ConstantRole: {Style: codes.Pascal},
		codes.ValueRole:    {Style: codes.Pascal, As: "{property}_{name}"},
	},
	Literals: codes.Literals{None: "nil"},
	Types:    map[codes.PropertyType]string{codes.IntegerProperty: "int"},
}

// TestPropertiesAreSaidOnce leaves to each code only what its class, or the
// property, does not say already.
func TestPropertiesAreSaidOnce(t *testing.T) {
	table := plan(t, shop(), spoken).Tables[0]
	retry, next, hints := table.Properties[0], table.Properties[1], table.Properties[2]

	require.Equal(t, "RetryNever", retry.Default.Literal)
	require.Len(t, retry.ByClass, 1)
	require.Equal(t, "bank", retry.ByClass[0].Class.Name)
	require.Equal(t, "RetryAlways", retry.ByClass[0].Fact.Literal)
	byCode := map[string]string{}
	for _, own := range retry.ByCode {
		byCode[own.Code.Identifier] = own.Fact.Literal
	}
	require.Equal(t, map[string]string{"Expired": "RetryAlways", "Closed": "RetryNever"}, byCode)
	require.False(t, retry.Optional)

	require.True(t, next.Optional)
	require.Equal(t, "int", next.ValueType)
	require.Equal(t, "nil", next.Default.Literal)
	require.Equal(t, "10", next.ByCode[0].Fact.Literal)
	require.Equal(t, "declined", next.ByCode[0].Fact.Items[0].Name)

	require.False(t, hints.Optional, "an empty set is not absent")
	require.Equal(t, []string{"HintsWait", "HintsAsk"}, []string{
		hints.ByCode[0].Fact.Items[0].Literal, hints.ByCode[0].Fact.Items[1].Literal,
	}, "in the order of their declaration")
}

// TestPhrases leaves out what stands for several codes.
func TestPhrases(t *testing.T) {
	c := shop()
	list := c.Tables[0].Codes
	list[0].Phrase = at("Card Declined")
	list[0].Also = []codes.At[string]{at("card  DECLINED"), at("No")}
	list[1].Phrase = at("Expired")
	list[1].Also = []codes.At[string]{at("no")}
	var got []string
	for _, p := range plan(t, c, spoken).Tables[0].Phrases {
		got = append(got, p.Folded.raw()+"="+p.Code.Name)
	}
	require.Equal(t, []string{"card declined=declined", "expired=expired"}, got)
}

// TestAliasesOfOtherTargets become no constant, but stay names that parse.
func TestAliasesOfOtherTargets(t *testing.T) {
	c := shop()
	c.Tables[0].Codes[0].Aliases = []*codes.Alias{
		{Name: at("refused"), Only: []codes.At[string]{at("python")}},
		{Name: at("turned_down"), Deprecated: true},
	}
	table := plan(t, c, spoken).Tables[0]
	require.Len(t, table.Codes[0].Aliases, 1)
	require.Equal(t, "TurnedDown", table.Codes[0].Aliases[0].Identifier)
	require.Equal(t, "use Declined.", table.Codes[0].Aliases[0].Doc.Deprecated.raw())
	require.Len(t, table.Names, 6)
}

func TestWideCodes(t *testing.T) {
	c := shop()
	require.False(t, plan(t, c, spoken).Tables[0].Wide)
	c.Tables[0].Range = &codes.Range{Min: 0, Max: 1 << 31}
	require.True(t, plan(t, c, spoken).Tables[0].Wide)

	c = shop()
	c.Tables[0].Classes[1].Range.Max = 1 << 31
	require.True(t, plan(t, c, spoken).Tables[0].Wide, "the test of the class would overflow")
}

// TestPlanIsTheSameEveryTime, because nothing in it depends on the order of a
// map.
func TestPlanIsTheSameEveryTime(t *testing.T) {
	first := plan(t, shop(), spoken).Identifiers()
	for range 20 {
		require.Equal(t, first, plan(t, shop(), spoken).Identifiers())
	}
}
