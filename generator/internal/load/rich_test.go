package load

import (
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
)

const richCatalog = `# Every node of the grammar, once at least.
version: 1
targets:
  go: {out: gen/go}
  mine:
    out: gen/mine
    templates: mine # a directory
    package: {name: "@mine/codes", module: codes, version: 0.1.0}
words: {http: HTTP}
tables:
  http:
    title: HTTP status codes
    summary: >-
      Codes # not a comment
      of HTTP
    type: http_status
    kind: integer
    range: [100, 599]
    unknown: closed
    reference: {text: RFC 9110, url: https://example.org/#s}
    since: "1.0"
    require: [summary]
    classes:
    - name: server_error
      range: [500, 599]
      summary: ''
      defaults: {retry: always, waits: [1, -2]}
    properties:
      retry: {type: one_of, many: true, values: [never, always], default: never,
        summary: whether to retry, required_in: [server_error], allowed_in: [server_error]}
      grpc: {type: code, table: sql}
    retired:
      - {code: 509, name: bandwidth, reason: it's gone}
    codes:
      - code: 503
        name: service_unavailable
        phrase: "Service \u0055navailable"
        summary: a sentence
          in two lines
        action: |
          Wait.
        reference:
          text: RFC 9110
        since: RFC 1945
        lifecycle: deprecated
        deprecated: {since: "2", use: other, reason: why}
        aliases: [{name: unavailable, deprecated: true, only: [go]}]
        also: ["Busy", 'It''s busy']
        spell: {go: Unavailable}
        properties: {retry: [never, always], cached: true, cost: 3}
  sql:
    kind: text
    pattern: ^.*$
    classes: [{name: done, prefix: "00"}, {name: odd, glob: "0?*"}]
    codes: [{code: "00000", name: done}, {code: "user_not_found"}]
`

func at[T any](line, column int, value T) codes.At[T] {
	return codes.At[T]{Value: value, Pos: place(line, column)}
}

func place(line, column int) diag.Pos {
	return diag.Pos{File: "codes.yaml", Line: line, Column: column}
}

func one(line, column int, value any) *codes.Fact {
	return &codes.Fact{Pos: place(line, column), Items: []codes.Scalar{{Pos: place(line, column), Value: value}}}
}

func TestEveryNodeOfTheGrammar(t *testing.T) {
	catalog, found := Parse(fstest.MapFS{"codes.yaml": {Data: []byte(richCatalog)}}, "codes.yaml")
	require.Empty(t, found)
	retired := at(33, 16, codes.IntegerValue(509))
	require.Equal(t, &codes.Catalog{
		Targets: []*codes.Target{
			{Name: at(4, 3, "go"), Out: at(4, 13, "gen/go")},
			{
				Name: at(5, 3, "mine"), Out: at(6, 10, "gen/mine"), Templates: at(7, 16, "mine"),
				Package: &codes.Package{
					Pos:  place(8, 14),
					Name: at(8, 21, "@mine/codes"), Module: at(8, 44, "codes"), Version: at(8, 60, "0.1.0"),
				},
			},
		},
		Words: []codes.Word{{Lower: at(9, 9, "http"), Written: at(9, 15, "HTTP")}},
		Tables: []*codes.Table{
			{
				Name:      at(11, 3, "http"),
				Title:     at(12, 12, "HTTP status codes"),
				Summary:   at(13, 14, "Codes # not a comment of HTTP"),
				Type:      at(16, 11, "http_status"),
				Range:     &codes.Range{Pos: place(18, 12), Min: 100, Max: 599},
				Unknown:   codes.Closed,
				Reference: &codes.Reference{Pos: place(20, 16), Text: at(20, 23, "RFC 9110"), URL: at(20, 38, "https://example.org/#s")},
				Since:     at(21, 12, "1.0"),
				Require:   []codes.At[string]{at(22, 15, "summary")},
				Classes: []*codes.Class{{
					Name:  at(24, 13, "server_error"),
					Range: &codes.Range{Pos: place(25, 14), Min: 500, Max: 599},
					Defaults: []codes.Setting{
						{Property: at(27, 18, "retry"), Fact: one(27, 25, "always")},
						{Property: at(27, 33, "waits"), Fact: &codes.Fact{Pos: place(27, 40), List: true, Items: []codes.Scalar{
							{Pos: place(27, 41), Value: int64(1)},
							{Pos: place(27, 44), Value: int64(-2)},
						}}},
					},
				}},
				Properties: []*codes.Property{
					{
						Name: at(29, 7, "retry"), Type: at(29, 21, codes.OneOfProperty), Many: true,
						Values:     []codes.At[string]{at(29, 50, "never"), at(29, 57, "always")},
						Default:    one(29, 75, "never"),
						Summary:    at(30, 18, "whether to retry"),
						RequiredIn: []codes.At[string]{at(30, 50, "server_error")},
						AllowedIn:  []codes.At[string]{at(30, 78, "server_error")},
					},
					{Name: at(31, 7, "grpc"), Type: at(31, 20, codes.CodeProperty), Table: at(31, 33, "sql")},
				},
				Retired: []*codes.Retired{{
					Pos: place(33, 9), Code: &retired, Name: at(33, 27, "bandwidth"), Reason: at(33, 46, "it's gone"),
				}},
				Codes: []*codes.Code{{
					Pos:        place(35, 9),
					Value:      at(35, 15, codes.IntegerValue(503)),
					Name:       at(36, 15, "service_unavailable"),
					Phrase:     at(37, 17, "Service Unavailable"),
					Summary:    at(38, 18, "a sentence in two lines"),
					Action:     at(40, 17, "Wait.\n"),
					Reference:  &codes.Reference{Pos: place(43, 11), Text: at(43, 17, "RFC 9110")},
					Since:      at(44, 16, "RFC 1945"),
					Lifecycle:  at(45, 20, codes.Deprecated),
					Deprecated: &codes.Deprecation{Pos: place(46, 21), Since: at(46, 29, "2"), Use: at(46, 39, "other"), Reason: at(46, 54, "why")},
					Aliases: []*codes.Alias{{
						Name: at(47, 26, "unavailable"), Deprecated: true, Only: []codes.At[string]{at(47, 64, "go")},
					}},
					Also:  []codes.At[string]{at(48, 16, "Busy"), at(48, 24, "It's busy")},
					Spell: []codes.Spelling{{Target: at(49, 17, "go"), Identifier: at(49, 21, "Unavailable")}},
					Properties: []codes.Setting{
						{Property: at(50, 22, "retry"), Fact: &codes.Fact{Pos: place(50, 29), List: true, Items: []codes.Scalar{
							{Pos: place(50, 30), Value: "never"},
							{Pos: place(50, 37), Value: "always"},
						}}},
						{Property: at(50, 46, "cached"), Fact: one(50, 54, true)},
						{Property: at(50, 60, "cost"), Fact: one(50, 66, int64(3))},
					},
				}},
			},
			{
				Name:    at(51, 3, "sql"),
				Type:    codes.At[string]{Value: "sql"},
				Kind:    codes.Text,
				Pattern: at(53, 14, "^.*$"),
				Classes: []*codes.Class{
					{Name: at(54, 22, "done"), Prefix: at(54, 36, "00")},
					{Name: at(54, 50, "odd"), Glob: at(54, 61, "0?*")},
				},
				Codes: []*codes.Code{
					{Pos: place(55, 13), Value: at(55, 20, codes.TextValue("00000")), Name: at(55, 35, "done")},
					{Pos: place(55, 42), Value: at(55, 49, codes.TextValue("user_not_found")), Name: at(55, 49, "user_not_found")},
				},
			},
		},
	}, catalog)
}
