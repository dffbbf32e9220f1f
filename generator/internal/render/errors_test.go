package render

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/statusgen/statusgen/generator/internal/codes"
)

// shopErrors is the table of shop with errors, and a table of statuses.
func shopErrors() *codes.Catalog {
	c := shop()
	table := c.Tables[0]
	table.Errors = &codes.Errors{Type: at("https://example.com/{name}/{code}")}
	table.Classes[0].Message = at("order {order}")
	table.Classes[0].Params = []*codes.Param{{Name: at("order"), Type: at(codes.TextParam), Summary: at("Its number.")}}
	table.Codes[0].Message = at("{{order}} {max} of {order}")
	table.Codes[0].Params = []*codes.Param{
		{Name: at("max"), Type: at(codes.IntegerParam)},
		{Name: at("risk"), Type: at(codes.DecimalParam), Optional: true, Visibility: at(codes.Internal)},
	}
	table.Codes[2].Phrase = at("{closed}")
	table.Properties = append(table.Properties, &codes.Property{Name: at("http"), Type: at(codes.CodeProperty), Table: at("http"), Default: fact(int64(500))})
	table.Codes[0].Properties = append(table.Codes[0].Properties, codes.Setting{Property: at("http"), Fact: fact("teapot")})
	table.Locales = []*codes.Locale{{Tag: at("pt-BR"), Messages: []codes.Translation{
		{Code: at("busy"), Message: at("ocupado")}, {Code: at("declined"), Message: at("{order}: {max}")},
	}}}
	c.Tables = append(c.Tables, &codes.Table{Name: at("http"), Type: at("http"), Codes: []*codes.Code{
		{Value: at(codes.IntegerValue(418)), Name: at("teapot")},
	}})
	return c
}

var spokenErrors = &codes.Language{
	Names: map[codes.Role]codes.NameRule{
		codes.ConstantRole:  {Style: codes.Pascal},
		codes.ErrorCodeRole: {Style: codes.Pascal, As: "code_{name}"},
		codes.ErrorRole:     {Style: codes.Pascal, As: "{table}_error"},
		codes.ParamRole:     {Style: codes.Pascal}, codes.ArgumentRole: {Style: codes.Camel},
		codes.LocaleRole: {Style: codes.Joined},
	},
	Reserved: []string{"max"},
	Types:    map[codes.PropertyType]string{codes.IntegerProperty: "int", codes.TextProperty: "string"},
	Wide:     "int64",
}

func spell(message []Piece) string {
	var b strings.Builder
	for _, piece := range message {
		if piece.Param != nil {
			b.WriteString("<" + piece.Param.Name + ">")
		}
		b.WriteString(piece.Text.raw())
	}
	return b.String()
}

func TestErrorsArePlanned(t *testing.T) {
	view := plan(t, shopErrors(), spokenErrors)
	table := view.Tables[0]
	require.Equal(t, "ShopError", table.Errors.Type)
	require.Equal(t, "http", table.Errors.Status.Name)
	require.Nil(t, view.Tables[1].Errors)
	require.Equal(t, "CodeDeclined", table.Codes[0].Identifier)
	require.Equal(t, "Teapot", view.Tables[1].Codes[0].Identifier)

	var messages, statuses, types []string
	for _, code := range table.Codes {
		messages = append(messages, spell(code.Error.Message))
		statuses = append(statuses, code.Error.Status)
		types = append(types, code.Error.Type.raw())
	}
	require.Equal(t, []string{"{order} <max> of <order>", "order <order>", "{closed}", "code 21"}, messages)
	require.Equal(t, []string{"418", "500", "500", "500"}, statuses)
	require.Equal(t, "https://example.com/declined/10", types[0])

	declined := table.Codes[0].Error
	require.Equal(t, []string{"{order} max", " of order"}, texts(declined.Segments(), func(s Segment) string { return s.Text.raw() + s.Param.Name }))
	require.Equal(t, []string{"order", "max_", "risk"}, texts(declined.Params, func(p *Param) string { return p.Argument }))
	require.Equal(t, []string{"order", "max"}, texts(declined.Required(), func(p *Param) string { return p.Name }))
	require.Equal(t, []string{"risk"}, texts(declined.Optional(), func(p *Param) string { return p.Name }))
	require.Equal(t, []string{"order", "max"}, texts(declined.Public(), func(p *Param) string { return p.Name }))
	require.Equal(t, []string{"string", "int64", "string"}, texts(table.Errors.Params, func(p *Param) string { return p.ValueType }))

	locale := table.Errors.Locales[0]
	require.Equal(t, "ptbr", locale.Identifier)
	require.Same(t, table.Codes[0], locale.Messages[0].Code, "in the order of the table")
	require.Equal(t, "<order>: <max>", spell(locale.Messages[0].Message))
	require.Equal(t, "ocupado", spell(locale.Messages[1].Message))
	require.Equal(t, []Segment{{Param: locale.Messages[0].Message[0].Param}}, locale.Messages[0].Segments()[:1], "no words come before it")
	require.Nil(t, locale.Messages[1].Segments()[0].Param)
}

// What a public target leaves out is not there, and no other property becomes
// the status in the place of one that is internal.
func TestErrorsOfAPublicTarget(t *testing.T) {
	c := shopErrors()
	table := c.Tables[0]
	table.Codes[3].Visibility = at(codes.Internal)
	public := func() *Table {
		return plan(t, c.For(&codes.Target{Visibility: at(codes.Public)}), spokenErrors).Tables[0]
	}
	shown := public()
	require.Equal(t, []string{"order", "max"}, texts(shown.Errors.Params, func(p *Param) string { return p.Name }))
	require.Len(t, shown.Errors.Locales[0].Messages, 1)
	require.Equal(t, "418", shown.Codes[0].Error.Status)

	other := *table.Properties[3]
	other.Name = at("other")
	table.Properties = append(table.Properties, &other)
	table.Errors.Status, table.Properties[3].Visibility = at("http"), at(codes.Internal)
	require.Nil(t, public().Errors.Status)
	require.Empty(t, public().Codes[0].Error.Status)
	require.Equal(t, "http", table.Errors.Status.Value, "the catalogue stays as it is")
}

// A table of HTTP statuses is its own status, whatever it is called.
func TestStatusOfACode(t *testing.T) {
	c := shopErrors()
	base := c.Tables[1]
	own := &codes.Table{Name: at("web"), Type: at("web"), Errors: &codes.Errors{}, Codes: base.Codes, Bases: []*codes.Base{{Table: base}}}
	table := plan(t, &codes.Catalog{Tables: []*codes.Table{own}}, spokenErrors).Tables[0]
	require.True(t, table.Errors.IsStatus)
	require.Equal(t, "418", table.Codes[0].Error.Status)
	own.Bases = nil
	require.Empty(t, plan(t, &codes.Catalog{Tables: []*codes.Table{own}}, spokenErrors).Tables[0].Codes[0].Error.Status)
}
