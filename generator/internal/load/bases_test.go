package load

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/statusgen/statusgen/generator/internal/codes"
)

// vendor is a second base: it agrees with web on some things, and not on
// others.
const vendor = `version: 1
tables:
  vendor:
    title: codes of a vendor
    range: [1, 999]
    reference: {text: its manual}
    require: [phrase, summary]
    classes:
    - {name: bad, range: [400, 599], defaults: {level: 2}}
    - {name: worse, range: [600, 999]}
    properties:
      retry: {type: boolean, default: true}
      level: {type: integer, default: 1}
    codes:
    - {code: 200, name: ok, phrase: OK, summary: Done., since: "1.0", reference: {text: the registry}, also: [Fine], aliases: [{name: fine}, {name: good}]}
    - {code: 499, name: closed, phrase: Closed, summary: Left.}
    - {code: 700, name: odd, phrase: Odd, summary: Odd., properties: {level: 9}}
`

func TestSeveralBases(t *testing.T) {
	_, table := extended(t, extending("extends: [builtin:web, vendor.yaml:vendor]\ncodes: [{code: 403, name: forbidden}]"), "vendor.yaml", vendor)
	require.Equal(t, []string{
		`200 ok "OK" from builtin:web`, `403 forbidden ""`, `404 not_found "Not Found" from builtin:web`,
		`499 closed "Closed" from vendor.yaml:vendor`, `500 broken "" from builtin:web`, `700 odd "Odd" from vendor.yaml:vendor`,
	}, listed(table), "what both say alike is the first's")
	require.Equal(t, "codes of the web", table.Title.Value)
	require.EqualValues(t, 599, table.Range.Max)
	require.Empty(t, table.Require, "what a table asks of its codes binds no other")
	require.Equal(t, []string{"good", "bad", "worse"}, candidates(table.Classes, func(c *codes.Class) string { return c.Name.Value }))
	require.Equal(t, "its manual", table.ReferenceOf(table.Codes[3]).Text.Value, "a code keeps its source")
	require.Empty(t, table.SinceOf(table.Codes[5]), "the vendor does not say")
	require.Equal(t, "1.0", table.SinceOf(table.Codes[4]))
	require.Len(t, table.Bases, 2)

	fact := func(code int, property string) any {
		f := table.FactOf(table.Codes[code], table.Property(property))
		require.NotNil(t, f)
		return f.Items[0].Value
	}
	require.Equal(t, true, fact(3, "retry"), "the vendor's default")
	require.Equal(t, true, fact(5, "retry"))
	require.Equal(t, false, fact(0, "retry"), "the first's default")
	require.EqualValues(t, 2, fact(3, "level"), "a class gains the defaults of properties that are new")
	require.EqualValues(t, 9, fact(5, "level"))
	require.EqualValues(t, 1, fact(0, "level"))
}

// clashing gives a base that differs from web in some of its fields.
func clashing(fields string) string {
	return "version: 1\ntables:\n  other:\n    " + strings.ReplaceAll(fields, "\n", "\n    ") + "\n"
}

const both = "extends: [builtin:web, other.yaml:other]\n"

func TestClashesAreSettled(t *testing.T) {
	for _, c := range []struct{ other, fields, want string }{
		{"codes: [{code: 404, name: nope}]", "extends: [builtin:web, {table: other.yaml:other, except: {codes: [404]}}]", "not_found builtin:web"},
		{"codes: [{code: 404, name: nope}]", "extends: [{table: builtin:web, except: {names: [not_found]}}, other.yaml:other]", "nope other.yaml:other"},
		{"codes: [{code: 404, name: nope, phrase: Nope}]", both + "codes: [{code: 404, name: nothing}]", "nothing builtin:web"},
		{"codes: [{code: 499, name: not_found}]", both + "codes: [{code: 499, name: closed}]", "not_found builtin:web"},
		{"codes: [{code: 499, name: x}]", both + "codes: [{code: 499, aliases: [{name: closed}, {name: gone}]}]", "not_found builtin:web"},
		{"codes: [{code: 499, name: x, aliases: [{name: not_found}]}]", both + "codes: [{code: 499, aliases: []}]", "not_found builtin:web"},
		{"classes: [{name: bad, range: [600, 699]}]\ncodes: []", both + "classes: [{name: bad, range: [400, 699]}]", "not_found builtin:web"},
		{"properties: {retry: {type: text}}\ncodes: []", both + "properties: {retry: {type: text}}", "not_found builtin:web"},
	} {
		_, table := extended(t, extending(c.fields), "other.yaml", clashing(c.other))
		found := table.Find(codes.IntegerValue(404))
		require.Equal(t, c.want, found.Name.Value+" "+found.Origin, c.fields)
	}
}

var extendsFaults = []struct {
	id   string
	fsys fstest.MapFS
	want []string
}{
	{"no source", offering(extending("extends: web")), []string{"codes.yaml:4:14 base-syntax"}},
	{"no path", offering(extending(`extends: ["/a.yaml:b", "a\\b:c", ":x", "../a.yaml:x", "builtin:codes.yaml:web"]`)), []string{
		"codes.yaml:4:15 base-syntax", "codes.yaml:4:28 base-syntax", "codes.yaml:4:38 base-syntax", "codes.yaml:4:44 base-syntax", "codes.yaml:4:59 base-syntax"}},
	{"no text", offering(extending("extends: [1, {}, {tabel: builtin:web}, ~]")), []string{
		"codes.yaml:4:15 string-expected", "codes.yaml:4:18 missing-field", "codes.yaml:4:22 missing-field", "codes.yaml:4:23 unknown-field", "codes.yaml:4:44 entry-empty"}},
	{"nothing built in", offering(extending("extends: [builtin:wep, builtin:../x]")), []string{
		"codes.yaml:4:15 unknown-base", "codes.yaml:4:28 unknown-base"}},
	{"nothing is built in", files("codes.yaml", extending("extends: builtin:web")), []string{"codes.yaml:4:14 unknown-base"}},
	{"no such file, no such table", offering(extending("extends: [a.yaml:t, builtin.yaml:wep]"), "builtin.yaml", web), []string{
		"codes.yaml:4:15 unknown-base", "codes.yaml:4:25 unknown-base"}},
	{"what may be in a missing base is no fault", offering(extending("extends: builtin:wep\nonly: {codes: [\"4.04\", 3], names: [x]}\ncodes: [{code: 200}, {code: \"4.04\"}]")), []string{
		"codes.yaml:4:14 unknown-base"}},
	{"nor in a base of a base", offering(extending("extends: codes.yaml:u\ncodes: [{code: 200}]") + "  u: {extends: builtin:wep}\n"), []string{
		"codes.yaml:6:16 unknown-base"}},
	{"itself", offering(extending("extends: codes.yaml:t")), []string{"codes.yaml:4:14 base-cycle"}},
	{"round", offering(extending("extends: a.yaml:u"), "a.yaml", "version: 1\ntables:\n  u: {extends: b.yaml:v}\n", "b.yaml", "version: 1\ntables:\n  v: {extends: codes.yaml:t}\n"), []string{
		"b.yaml:3:16 base-cycle"}},
	{"too deep", offering(chain(40)), []string{"codes.yaml:35:18 base-cycle"}},
	{"too deep, from below", offering(upwards(40)), []string{"codes.yaml:36:18 base-cycle"}},
	{"each on the next twice over", offering(twice(30)), []string{}},
	{"too much", offering(plenty(1<<16, 17)), []string{"codes.yaml:10:15 too-many-entries"}},
	{"too many names", offering(nicknamed(1<<17, 17)), []string{"codes.yaml:8:18 too-many-entries"}},
	{"two kinds", offering(extending(both), "other.yaml", clashing("kind: text\ncodes: [{code: \"a\"}]")), []string{"codes.yaml:4:28 base-clash"}},
	{"another kind", offering(extending("extends: builtin:web\nkind: text\ncodes: []")), []string{"codes.yaml:5:11 base-clash"}},
	{"codes", offering(extending(both+"codes: [{code: 500, phrase: Worse}]"), "other.yaml", clashing("codes: [{code: 404, name: not_found}, {code: 500, name: worse}]")), []string{
		"codes.yaml:4:28 base-clash", "codes.yaml:4:28 base-clash"}},
	{"names and aliases", offering(extending(both), "other.yaml", clashing("codes: [{code: 499, name: not_found}, {code: 498, name: fine}, {code: 497, name: x, aliases: [{name: ok}]}]")), []string{
		"codes.yaml:4:28 base-clash", "codes.yaml:4:28 base-clash", "codes.yaml:4:28 base-clash"}},
	{"classes and properties", offering(extending(both), "other.yaml", clashing("classes: [{name: good, prefix: a}, {name: bad, range: [400, 598]}]\nproperties: {retry: {type: boolean, many: true}, see: {type: code, table: rpc}}\ncodes: []")), []string{
		"codes.yaml:4:28 base-clash", "codes.yaml:4:28 base-clash", "codes.yaml:4:28 base-clash", "codes.yaml:4:28 base-clash"}},
	{"tables that are referred to", offering(extending(both), "other.yaml", clashing("properties: {rpc: {type: code, table: rpc}}\ncodes: []")+"  rpc: {codes: []}\n"), []string{
		"codes.yaml:4:28 base-clash"}},
	{"nothing to choose from", offering(extending("only: {}\nexcept: {}\ncodes: []")), []string{"codes.yaml:4:5 missing-field", "codes.yaml:5:5 missing-field"}},
	{"items that fit nothing", offering(extending("extends: [{table: builtin:web, only: {codes: [200, 201]}}]\nexcept: {names: [fine, ok, nott_found], classes: [bat], lifecycles: [unused, obsolete, gone], codes: [a]}")), []string{
		"codes.yaml:4:56 filter-nothing", "codes.yaml:5:22 filter-nothing", "codes.yaml:5:32 filter-nothing",
		"codes.yaml:5:55 filter-nothing", "codes.yaml:5:74 filter-nothing", "codes.yaml:5:92 unknown-value", "codes.yaml:5:107 int-expected"}},
	{"a fault in a base is told once", offering("version: 1\ntables:\n  t: {extends: bad.yaml:b}\n  u: {extends: bad.yaml:b}\n", "bad.yaml", "version: 1\ntable: {}\ntables:\n  b: {codes: [{code: 1}]}\n  c: {codes: 1}\n"), []string{
		"bad.yaml:2:1 unknown-field", "bad.yaml:4:15 missing-field"}},
	{"a base that is no source", fstest.MapFS{"codes.yaml": {Data: []byte(extending("extends: [a:b, c:d]"))}, "a/x": {}, "c": {Data: []byte("[")}}, []string{
		"a source-not-regular", "c:1:1 yaml-syntax"}},
	{"added codes need a name", offering(extending("extends: builtin:web\ncodes: [{code: 200}, {code: 200}, {code: 201}]")), []string{
		"codes.yaml:5:26 missing-field", "codes.yaml:5:39 missing-field"}},
}

// chain gives a source in which each table extends the next one.
func chain(length int) string {
	source := "version: 1\ntables:\n"
	for i := range length {
		source += fmt.Sprintf("  t%02d: {extends: codes.yaml:t%02d}\n", i, i+1)
	}
	return source + fmt.Sprintf("  t%02d: {codes: []}\n", length)
}

// upwards gives a source in which each table extends the one before.
func upwards(length int) string {
	source := "version: 1\ntables:\n  t00: {codes: []}\n"
	for i := range length {
		source += fmt.Sprintf("  t%02d: {extends: codes.yaml:t%02d}\n", i+1, i)
	}
	return source
}

// twice gives a source in which each table extends the next one twice, and has
// a property that none of them can explain.
func twice(length int) string {
	source := "version: 1\ntables:\n"
	for i := range length {
		source += fmt.Sprintf("  t%02d: {extends: [codes.yaml:t%02d, codes.yaml:t%02d]}\n", i, i+1, i+1)
	}
	return source + fmt.Sprintf("  t%02d: {properties: {see: {type: code, table: nowhere}}, codes: []}\n", length)
}

// plenty gives a source in which a table extends a large one many times.
func plenty(size, times int) string {
	var b strings.Builder
	b.WriteString("version: 1\ntables:\n  t:\n    extends:\n")
	for range times {
		b.WriteString("    - {table: codes.yaml:large, only: {codes: []}}\n")
	}
	b.WriteString("  large:\n    codes:\n")
	for i := range size {
		fmt.Fprintf(&b, "    - {code: %d, name: n%d}\n", i, i)
	}
	return b.String()
}

// nicknamed is a table of one code with many names, and others that build on it.
func nicknamed(names, times int) string {
	var b strings.Builder
	b.WriteString("version: 1\ntables:\n  large:\n    codes: [{code: 1, name: a, aliases: [")
	for i := range names {
		fmt.Fprintf(&b, "{name: n%d}, ", i)
	}
	b.WriteString("]}]\n")
	for i := range times {
		fmt.Fprintf(&b, "  t%02d: {extends: codes.yaml:large}\n", i)
	}
	return b.String()
}

func TestExtendsFaults(t *testing.T) {
	for _, c := range extendsFaults {
		t.Run(c.id, func(t *testing.T) {
			_, found := parsed(c.fsys, "codes.yaml")
			require.Equal(t, c.want, found)
		})
	}
}

func TestFaultsOfABaseNameTheLineThatExtendsIt(t *testing.T) {
	_, found := Parse(files("codes.yaml", extending("extends: b.yaml:b"),
		"b.yaml", "include: [c.yaml]\nversion: 1\ntables: {}\n", "c.yaml", "version: 2\ntables: {b: {codes: []}}\n"), "codes.yaml")
	require.Len(t, found, 1)
	require.Equal(t, "c.yaml:1:10", found[0].Pos.String())
	require.Equal(t, place(4, 14), found[0].Related[0])
}
