package render

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestExports(t *testing.T) {
	table := &Table{
		Type: "HTTPStatus",
		Codes: []*Code{
			{Identifier: "OK", Aliases: []*Alias{{Identifier: "H10"}, {Identifier: "H9"}}},
			{Identifier: "B"},
			{Identifier: "H1_2"},
			{Identifier: "H02"},
		},
		Classes:    []*Class{{Guard: "is_success"}},
		Properties: []*Property{{Identifier: "retry", ValueType: "Retry", Values: []*Value{{}}}, {Identifier: "grpc", ValueType: "int"}},
	}
	require.Equal(t,
		[]string{"ALL", "H02", "H1_2", "H9", "H10", "OK", "B", "HTTPStatus", "grpc", "is_success", "name", "retry"},
		table.Exports("name", "ALL"))
	require.Equal(t, []string{"ALL", "grpc", "is_success", "name", "retry"}, table.Functions("name", "ALL"))
}

func TestLists(t *testing.T) {
	plain := &Code{}
	full := &Code{
		Phrase:    NewText("Not Found"),
		Summary:   NewText("There is nothing."),
		Action:    NewText("Look elsewhere."),
		Reference: &Reference{Text: NewText("RFC 9110")},
	}
	table := &Table{Codes: []*Code{plain, full}}
	for name, list := range map[string]func() []*Code{
		"phrased":    table.Phrased,
		"summarised": table.Summarised,
		"actionable": table.Actionable,
		"referenced": table.Referenced,
	} {
		require.Equal(t, []*Code{full}, list(), name)
	}
}
