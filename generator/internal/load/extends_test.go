package load

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/statusgen/statusgen/generator/internal/codes"
)

const web = `version: 1
tables:
  web:
    title: codes of the web
    summary: What a server answers.
    kind: integer
    range: [100, 599]
    unknown: closed
    reference: {text: the registry}
    since: "1.0"
    require: [summary]
    classes:
    - {name: good, range: [100, 399]}
    - {name: bad, range: [400, 599], summary: Something is wrong., defaults: {retry: true}}
    properties:
      retry: {type: boolean, default: false}
      see: {type: code, table: web}
      rpc: {type: code, table: rpc, default: fine}
    retired:
    - {code: 402, reason: nobody paid}
    codes:
    - {code: 200, name: ok, phrase: OK, summary: Done., also: [Fine], aliases: [{name: fine}, {name: good}]}
    - {code: 404, name: not_found, phrase: Not Found, summary: No., properties: {see: ok, retry: false}, spell: {go: Missing, ts: Gone}, since: "1.1"}
    - {code: 500, name: broken, summary: Oh., lifecycle: obsolete}
  rpc:
    codes:
    - {code: 0, name: fine}
`

// extending gives a source whose table t begins with some fields.
func extending(fields string) string {
	return "version: 1\ntables:\n  t:\n    " + strings.ReplaceAll(fields, "\n", "\n    ") + "\n"
}

// offering gives a source beside the table web, which is built in.
func offering(source string, more ...string) fstest.MapFS {
	return files(append([]string{"codes.yaml", source, "builtin:codes.yaml", web}, more...)...)
}

// extended reads a source that must have no faults, and gives its first table.
func extended(t *testing.T, source string, more ...string) (*codes.Catalog, *codes.Table) {
	t.Helper()
	catalog, found := parsed(offering(source, more...), "codes.yaml")
	require.Empty(t, found)
	return catalog, catalog.Tables[0]
}

// listed gives the codes of a table, one line each, with what tests ask for.
func listed(table *codes.Table) []string {
	var lines []string
	for _, c := range table.Codes {
		line := fmt.Sprintf("%v %s %q", c.Value.Value, c.Name.Value, c.Phrase.Value)
		if c.Origin != "" {
			line += " from " + c.Origin
		}
		if c.Overridden {
			line += ", overridden"
		}
		lines = append(lines, line)
	}
	return lines
}

func TestExtendsTakesOver(t *testing.T) {
	catalog, table := extended(t, extending("extends: builtin:web"))
	require.Equal(t, []string{
		`200 ok "OK" from builtin:web`, `404 not_found "Not Found" from builtin:web`, `500 broken "" from builtin:web`,
	}, listed(table))
	require.Equal(t, "t", table.Name.Value)
	require.Equal(t, "t", table.Type.Value, "the base has no type of its own")
	require.Equal(t, "codes of the web", table.Title.Value)
	require.Equal(t, "builtin:codes.yaml:4:12", table.Title.Pos.String())
	require.Equal(t, "What a server answers.", table.Summary.Value)
	require.EqualValues(t, 599, table.Range.Max)
	require.Equal(t, codes.Closed, table.Unknown)
	require.Nil(t, table.Reference, "it is of the base's codes")
	require.Equal(t, "the registry", table.ReferenceOf(table.Codes[0]).Text.Value)
	require.Equal(t, "1.0", table.SinceOf(table.Codes[0]))
	require.Empty(t, table.Require, "what a table asks of its codes binds no other")
	require.Len(t, table.Classes, 2)
	require.Len(t, table.Properties, 3)
	require.Equal(t, "t", table.Property("see").Table.Value, "what points into the base points into the table")
	require.Empty(t, table.Retired)

	require.Len(t, catalog.Tables, 1)
	require.Len(t, catalog.Referred, 1)
	require.Same(t, catalog.Referred[0], catalog.Table("rpc"))
	require.Len(t, table.Bases, 1)
	require.Equal(t, at(4, 14, "builtin:web"), table.Bases[0].Ref)
	require.Equal(t, table.Bases[0].Table.Digest(), table.Bases[0].SHA256)
}

func TestExtendsFieldByField(t *testing.T) {
	_, table := extended(t, extending(`extends: builtin:web
title: mine
type: mine
range: [200, 499]
unknown: open
reference: {text: my list}
since: "2.0"
classes:
- {name: bad, range: [400, 499]}
- {name: odd, range: [150, 199]}
properties:
  retry: {type: text}
  more: {type: integer}
retired:
- {code: 418, reason: no tea}
codes:
- {code: 404, phrase: Gone, properties: {retry: later, more: 1}, spell: {go: Nope, py: NOPE}}
- {code: 200, name: fine, aliases: [], also: [Yes, Sure], phrase: ""}
- {code: 451, name: illegal}`))
	require.Equal(t, []string{
		`200 fine "OK" from builtin:web, overridden`, `404 not_found "Gone" from builtin:web, overridden`,
		`451 illegal ""`, `500 broken "" from builtin:web`,
	}, listed(table))
	require.Equal(t, "mine", table.Title.Value)
	require.Equal(t, "mine", table.Type.Value)
	require.EqualValues(t, 200, table.Range.Min)
	require.Equal(t, codes.Open, table.Unknown)
	require.Equal(t, "2.0", table.Since.Value)
	require.Empty(t, table.Require)
	require.Len(t, table.Retired, 1)
	require.Equal(t, "What a server answers.", table.Summary.Value)

	require.Equal(t, []string{"good", "bad", "odd"}, candidates(table.Classes, func(c *codes.Class) string { return c.Name.Value }))
	require.Empty(t, table.Classes[1].Summary.Value, "a class is written over as a whole")
	require.Equal(t, []string{"retry", "see", "rpc", "more"}, candidates(table.Properties, func(p *codes.Property) string { return p.Name.Value }))

	ok, notFound := table.Codes[0], table.Codes[1]
	require.Empty(t, ok.Aliases)
	require.Len(t, ok.Also, 2)
	require.Equal(t, "Done.", ok.Summary.Value)
	require.Equal(t, "codes.yaml:21:7", ok.Pos.String())
	require.Equal(t, "the registry", table.ReferenceOf(notFound).Text.Value, "facts keep the source that they came from")
	require.Equal(t, "1.0", table.SinceOf(ok))
	require.Equal(t, "1.1", table.SinceOf(notFound))
	require.Equal(t, "my list", table.ReferenceOf(table.Codes[2]).Text.Value)
	require.Equal(t, []string{"see", "retry", "more"}, candidates(notFound.Properties, func(s codes.Setting) string { return s.Property.Value }))
	require.Equal(t, "later", notFound.Properties[1].Fact.Items[0].Value)
	require.Equal(t, []string{"go Nope", "ts Gone", "py NOPE"},
		candidates(notFound.Spell, func(s codes.Spelling) string { return s.Target.Value + " " + s.Identifier.Value }))
}

func TestExtendsNothing(t *testing.T) {
	_, table := extended(t, extending("extends: []\ncodes: [{code: 1, name: one}]"))
	require.Equal(t, codes.Integer, table.Kind)
	require.Equal(t, []string{`1 one ""`}, listed(table))
}

func TestTheBaseStaysAsItIs(t *testing.T) {
	_, table := extended(t, extending("extends: builtin:web\ncodes:\n- {code: 404, name: gone, properties: {retry: true}, also: [Gone]}"))
	base := table.Bases[0].Table
	require.Equal(t, []string{`200 ok "OK"`, `404 not_found "Not Found"`, `500 broken ""`}, listed(base))
	require.Equal(t, false, codes.FactIn(base.Codes[1].Properties, "retry").Items[0].Value)
	require.Equal(t, "web", base.Property("see").Table.Value)
}

func TestFilters(t *testing.T) {
	for _, c := range []struct {
		fields string
		want   string
	}{
		{"extends: builtin:web\nonly: {codes: [200], names: [broken]}", "200 500"},
		{"extends: builtin:web\nonly: {classes: [bad]}", "404 500"},
		{"extends: builtin:web\nexcept: {classes: [bad]}", "200"},
		{"extends: builtin:web\nonly: {classes: [bad]}\nexcept: {lifecycles: [obsolete]}", "404"},
		{"extends: builtin:web\nonly: {codes: []}", ""},
		{"extends: builtin:web\nonly: {codes: [200, 200]}", "200"},
		{"extends: [{table: builtin:web, only: {lifecycles: [standard]}, except: {names: [ok]}}]", "404"},
		{"extends:\n- {table: builtin:web, only: {names: [ok]}}\n- {table: builtin:web, only: {codes: [500]}}\nexcept: {codes: [200]}", "500"},
		{"extends: builtin:web\nexcept: {codes: [404]}\ncodes: [{code: 404, name: gone}]", "200 404 500"},
	} {
		_, table := extended(t, extending(c.fields))
		require.Equal(t, c.want, strings.Join(candidates(table.Codes, func(c *codes.Code) string { return c.Value.Value.String() }), " "), c.fields)
	}
}

func TestOrder(t *testing.T) {
	odd := "version: 1\ntables:\n  odd: {codes: [{code: 9, name: i}, {code: 7, name: g}]}\n  words: {kind: text, codes: [{code: \"b\"}, {code: \"d\"}]}\n"
	for _, c := range []struct {
		fields string
		want   string
	}{
		{"extends: builtin:web\ncodes: [{code: 599, name: y}, {code: 499, name: x}]", "200 404 499 500 599"},
		{"extends: [builtin:web, odd.yaml:odd]\ncodes: [{code: 8, name: h}]", "200 404 500 9 7 8"},
		{"extends: odd.yaml:words\ncodes: [{code: \"e\"}, {code: \"c\"}, {code: \"a\"}]", `"a" "b" "c" "d" "e"`},
	} {
		_, table := extended(t, extending(c.fields), "odd.yaml", odd)
		require.Equal(t, c.want, strings.Join(candidates(table.Codes, func(c *codes.Code) string { return c.Value.Value.String() }), " "), c.fields)
	}
}

func TestSources(t *testing.T) {
	catalog, found := parsed(files(
		"a/b/codes.yaml", "include: [more/*.yaml]\n"+extending("extends: [more/x.yaml:x, codes.yaml:u]")+"  u: {extends: ../base.yaml:far}\n",
		"a/b/more/x.yaml", "version: 1\ntables:\n  x: {extends: ../../base.yaml:near}\n  y: {extends: builtin:deep}\n",
		"a/base.yaml", "include: [parts/*]\nversion: 1\ntables:\n  near: {codes: [{code: 1, name: near}]}\n  unread: {codes: 1}\n",
		"a/parts/far.yaml", "version: 1\ntables:\n  far: {codes: [{code: 2, name: far}]}\n",
		"builtin:codes/deep.yaml", "version: 1\ntables:\n  deep: {extends: ../codes.yaml:flat}\n",
		"builtin:codes.yaml", "include: [codes/*.yaml]\nversion: 1\ntables:\n  flat: {codes: [{code: 3, name: flat}]}\n",
		"builtin:codes/unread.yaml", "[",
	), "a/b/codes.yaml")
	require.Empty(t, found, "a table that nobody extends is not read")
	require.Equal(t, []string{`1 near "" from more/x.yaml:x`, `2 far "" from codes.yaml:u`}, listed(catalog.Tables[0]))
	require.Equal(t, []string{`3 flat "" from builtin:deep`}, listed(catalog.Tables[3]))
}
