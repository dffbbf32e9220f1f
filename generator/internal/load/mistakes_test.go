package load

import (
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"
)

// mistakes are those of authors who are new to YAML: each is told at the line
// where it was made, and once.
var mistakes = []faultCase{
	{"text lost behind #", valued("See issue #4 now"), []string{"7:26 lost-text"}},
	{"text lost in a later line", valued("See\n  issue #4"), []string{"8:15 lost-text"}},
	{"text lost in brackets", valued("a\nalso: [b #c\n  , d]"), []string{"8:16 lost-text"}},
	{"comments that hide nothing", "version: 1 #x\n#y\ntables: #z\n  t: {codes: [{code: 1, name: a}]} #b\nwords: {a: 'A'} #c\n", []string{}},
	{"comments behind texts", valued("a # b\naction: c #\nphrase: 'd' #e\nalso: [\"f\" #g\n  ]"), []string{}},
	{"a hash inside of a text", valued("C# and a#b"), []string{}},
	{"tag without a value", valued("!important\naction: !!null\nalso:\n- !x\n- b"), []string{"7:16 tag-not-allowed", "8:15 tag-not-allowed", "10:9 tag-not-allowed"}},
	{"anchor without a value", valued("&a\nalso:\n- &z"), []string{"7:16 anchor-not-allowed", "9:9 anchor-not-allowed"}},
	{"tag before a block", "version: 1\ntables: !x\n  t: {a: 1, codes: [{code: 1, name: a}]}\n", []string{"2:9 tag-not-allowed", "3:7 unknown-field"}},
	{"tags without values in brackets", valued("a\nalso: [!x, &a !y, b]\nspell: {c: !x, !y : d}\nsince: 1"), []string{
		"8:14 tag-not-allowed", "8:18 anchor-not-allowed", "8:21 tag-not-allowed", "9:18 tag-not-allowed", "9:22 tag-not-allowed", "10:14 string-expected"}},
	{"no colon", "version: 1\ntables\n  http:\n    codes: &a\n", []string{"2:1 yaml-syntax", "4:12 anchor-not-allowed"}},
	{"no colon in the first line", "tables\n  - a: b\n", []string{"1:1 yaml-syntax"}},
	{"no colon before more text", "version 1\ntables: {}\n", []string{"1:1 yaml-syntax"}},
	{"no colon in an item", inTable("code 404\nname: a"), []string{"5:7 yaml-syntax"}},
	{"no space behind colons", inTable("code:404\nname: a\nphrase:b"), []string{"5:11 yaml-syntax", "7:13 yaml-syntax"}},
	{"no space behind the first colon", "version:1\ntables: {}\n", []string{"1:8 yaml-syntax"}},
	{"no space behind the only colon", "version: 1\ntables:\n  t:\n    codes:\n    - code:404\n", []string{"5:7 expected-mapping"}},
	{"no space behind colons in brackets", inTable("{code:404, name:a, also: [http://b, c:d]}"), []string{"5:12 yaml-syntax", "5:22 yaml-syntax"}},
	{"no space before a bracket", valued("a\nspell: {b:{}}"), []string{"8:16 yaml-syntax"}},
	{"no space behind the first dash", "version: 1\ntables:\n  t:\n    codes:\n    -code: 404\n     name: a\n    - code: 1\n      name:b\n", []string{"5:5 yaml-syntax", "8:11 yaml-syntax"}},
	{"no space behind a later dash", valued("a\nalso:\n- b\n-c\nsince: &x d"), []string{"10:7 yaml-syntax", "11:14 anchor-not-allowed"}},
	{"negative items", "version: 1\ntables: {t: {range: [-5, -1], codes: [{code: -5, name: a}]}}\nwords: {a: -b}\n", []string{}},
	{"colon that begins a text in brackets", "version: 1\ntables:\n  t: {extends: :u}\n", []string{"3:16 yaml-syntax"}},
	{"question mark in brackets", valued("a\nalso: [file_?*, b]\nsince: file_?"), []string{"8:19 yaml-syntax"}},
}

// recoveries show that a fault hides none behind it, and has no echo.
var recoveries = []faultCase{
	{"items in brackets", "version: 1\ntables:\n  t:\n    codes:\n    - {code: 1 name: a}\n    - {code: 2, name: b\n    - {code: 3, name: &a b}\n    - {code: 4, name: b}}\n    - {code: 5, name: 'I'm b'}\n    since: \"\\q\"\n", []string{
		"5:20 yaml-syntax", "6:7 yaml-syntax", "7:23 anchor-not-allowed", "8:25 yaml-syntax", "9:26 yaml-syntax", "10:12 yaml-escape"}},
	{"brackets over lines", "version: 1\ntables:\n  t: [\n    {a b: c: d},\n  ]\nwords: &x\n", []string{"4:12 yaml-syntax", "6:8 anchor-not-allowed"}},
	{"wrong indentation", "version: 1\ntables:\n  t:\n    codes:\n    - code: 1\n     name: a\n     phrase: b\n    - code: 2\n      name: \"\\q\"\n", []string{"6:6 yaml-syntax", "9:13 yaml-escape"}},
	{"items among fields", "version: 1\n- tables\n- b\nwords: &x\n", []string{"2:1 yaml-syntax", "4:8 anchor-not-allowed"}},
	{"the end of a quote", valued("\"a\nsince: b\naction: \"c\n\"\nphrase: &x d"), []string{"7:16 yaml-syntax", "9:15 yaml-syntax", "11:15 anchor-not-allowed"}},
	{"the end of a bracket", valued("a\nalso: [b\n, c]\nphrase: &x d"), []string{"8:13 yaml-syntax", "10:15 anchor-not-allowed"}},
	{"a document after brackets", "[a b: c: d\n---\n", []string{"1:8 yaml-syntax", "2:1 multi-document"}},
	{"a replacement character is a character", valued("a\nalso: [1, \"\uFFFD\", \u202e]\nname\uFFFD: b"), []string{"8:14 string-expected", "8:22 char-bidi", "9:7 unknown-field"}},
}

func TestReplacementCharacterIsKept(t *testing.T) {
	catalog, found := Parse(fstest.MapFS{"codes.yaml": {Data: []byte(valued("a\uFFFDb #c"))}}, "codes.yaml")
	require.Equal(t, []string{"7:20 lost-text"}, brief(found))
	require.False(t, found.HasErrors())
	require.Equal(t, "a\uFFFDb", catalog.Tables[0].Codes[0].Summary.Value)
}

func TestHints(t *testing.T) {
	table := func(fields string) string {
		return "version: 1\ntables: {t: {codes: [{code: 1, name: a}], " + fields + "}}\n"
	}
	for _, c := range []struct{ name, source, message, hint string }{
		{"colon", "version:1\ntables: {}\n", "no space follows this colon", "write `version: …`"},
		{"no colon", "version: 1\ntables\n  t: {}\n", "no colon follows this key", "write `tables:`"},
		{"dash", "version: 1\ntables:\n  t:\n    codes:\n    -code: 4\n", "no space follows this dash", `write "- " before each item of a list`},
		{"colon of an item", "version: 1\ntables:\n  t:\n    codes:\n    - code:4\n", "a code is a mapping of fields, not a text", "write a space after the colon"},
		{"apostrophe", valued("'I'm a teapot'"), "text follows a value that is complete", "inside of quotes, write ' as ''"},
		{"quote", valued(`"a "b" c"`), "text follows a value that is complete", `inside of quotes, write " as \"`},
		{"bracket", valued("a\nalso: [b]]"), "one ']' too many", "remove it"},
		{"brace", valued("a\nspell: {b: c}}"), "one '}' too many", "remove it"},
		{"backslash", valued(`"C:\Users"`), `\U takes 8 hexadecimal digits`, `write a backslash as \\, or use single quotes`},
		{"version", "version: 1.0\ntables: {}\n", "the integer 1.0 is not a whole number in decimal digits", "write `version: 1`"},
		{"reference", valued("a\nreference: RFC 9110"), "a reference is a mapping of fields, not a text", `write {text: "RFC 9110"}`},
		{"deprecated", valued("a\ndeprecated: true"), "a deprecation is a mapping of fields, not a boolean", "write {reason: …}"},
		{"aliases", valued("a\naliases: d"), "expected a list, found a text", "write [{name: d}]"},
		{"alias", valued("a\naliases: [f]"), "an alias is a mapping of fields, not a text", "write {name: f}"},
		{"target", "version: 1\ntargets: {go: gen/go}\ntables: {}\n", "a target is a mapping of fields, not a text", "write {out: gen/go}"},
		{"targets", "version: 1\ntargets: [go]\ntables: {}\n", "targets is a mapping of fields, not a list", "write each entry like `go: {out: gen/go}`"},
		{"property", table("properties: {a: bool}"), "a property is a mapping of fields, not a text", "write {type: boolean}"},
		{"codes", "version: 1\ntables: {t: {codes: {a: 1}}}\n", "expected a list, found a mapping", `begin each item with "- "`},
		{"no codes", "version: 1\ntables: {t: {codes: }}\n", "expected a list, found nothing", `write the items below it, each after "- "`},
		{"texts", table("require: phrase"), "expected a list, found a text", "write [phrase]"},
		{"a number for texts", table("require: 1"), "expected a list, found a number", `write ["1"]`},
		{"string", table("kind: string"), `"string" is not one of integer, text`, `did you mean "text"?`},
		{"int", table("kind: int"), `"int" is not one of integer, text`, `did you mean "integer"?`},
		{"bool", table("properties: {a: {type: Bool}}"), `"Bool" is not one of boolean, integer, text, one_of, code`, `did you mean "boolean"?`},
		{"enum", table("properties: {a: {type: enum}}"), `"enum" is not one of boolean, integer, text, one_of, code`, `did you mean "one_of"?`},
		{"capitals", table("kind: INTEGER"), `"INTEGER" is not one of integer, text`, `did you mean "integer"?`},
		{"nothing in common", table("é: 1"), `"é" is not a field of a table`, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, found := Parse(fstest.MapFS{"codes.yaml": {Data: []byte(c.source)}}, "codes.yaml")
			require.Len(t, found, 1)
			require.Equal(t, c.message, found[0].Message)
			require.Equal(t, c.hint, found[0].Hint)
		})
	}
}

func TestSuggestionsHaveSomethingInCommon(t *testing.T) {
	for _, c := range []struct {
		word       string
		candidates []string
		want       string
	}{
		{"a", []string{"b"}, ""},
		{"é", []string{"b"}, ""},
		{"B", []string{"c", "b"}, "b"},
		{"ab", []string{"cd"}, ""},
		{"NOTFOUND", []string{"not_found", "notfound"}, "notfound"},
	} {
		want := ""
		if c.want != "" {
			want = `did you mean "` + c.want + `"?`
		}
		r := &reader{findings: &findings{}}
		r.add(ruleUnknownField, r.at(1, 1), "m", r.didYouMean(c.word, c.candidates))
		require.Equal(t, want, r.all[0].Hint, c.word)
	}
}
