package load

import (
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
)

const richLanguage = `title: Mine
renderer: jennifer
sources: src/{module}
names:
  constant: {style: upper_snake}
  type: {style: pascal, words: true, as: "{table}"}
scopes:
  - {name: module, holds: [constant, type], taken: [parse]}
reserved: [if, "true"]
package: {name: "^[a-z]+$", version: "^[0-9.]+$"}
literals: {"true": "True", "false": "False", none: None}
types: {boolean: bool, integer: int}
string:
  quote: '"'
  escapes: {"\n": '\n'}
  byte: '\x%02x'
  short: '\u%04X'
  long: '\u{%x}'
  apart: ["*/"]
comment:
  open: "/** "
  line: " * "
  close: " */"
  inline: true
  deprecated: "@deprecated "
  escapes: [{old: "*/", new: '*\/'}]
`

func languageOf(source string) (*codes.Language, diag.List) {
	return Language(fstest.MapFS{"mine/target.yaml": {Data: []byte(source)}}, "mine")
}

func TestLanguage(t *testing.T) {
	language, found := languageOf(richLanguage)
	require.Empty(t, found)
	require.Equal(t, &codes.Language{
		Pos:      diag.Pos{File: "mine/target.yaml", Line: 1, Column: 1},
		Title:    "Mine",
		Renderer: "jennifer",
		Sources:  "src/{module}",
		Names: map[codes.Role]codes.NameRule{
			codes.ConstantRole: {Style: codes.UpperSnake},
			codes.TypeRole:     {Style: codes.Pascal, Words: true, As: "{table}"},
		},
		Scopes:   []codes.Scope{{Name: "module", Holds: []codes.Role{codes.ConstantRole, codes.TypeRole}, Taken: []string{"parse"}}},
		Reserved: []string{"if", "true"},
		Package:  codes.PackageRule{Name: "^[a-z]+$", Version: "^[0-9.]+$"},
		Literals: codes.Literals{True: "True", False: "False", None: "None"},
		Types:    map[codes.PropertyType]string{codes.BooleanProperty: "bool", codes.IntegerProperty: "int"},
		String: codes.Quoting{
			Quote: `"`, Escapes: map[string]string{"\n": `\n`},
			Byte: `\x%02x`, Short: `\u%04X`, Long: `\u{%x}`, Apart: []string{"*/"},
		},
		Comment: codes.Commenting{
			Open: "/** ", Line: " * ", Close: " */", Inline: true, Deprecated: "@deprecated ",
			Escapes: []codes.Replacement{{Old: "*/", New: `*\/`}},
		},
	}, language)
}

func TestLanguageFaults(t *testing.T) {
	for _, c := range []struct {
		source string
		want   []string
	}{
		{"renderer: a\n", []string{"1:1 missing-field"}},
		{"title: a\nnames: {constant: {style: loud}}\n", []string{"2:27 unknown-value"}},
		{"title: a\nnames: {konstant: {style: camel}}\n", []string{"2:9 unknown-value"}},
		{"title: a\nscopes: [{name: b, holds: [konstant]}]\n", []string{"2:28 unknown-value"}},
		{"title: a\nliterals: {true: b}\n", []string{"2:12 key-not-string"}},
		{"title: a\npackage: {name: '[a-z]+'}\n", []string{"2:17 language-pattern"}},
		{"title: a\npackage: {name: '^[a-z+$'}\n", []string{"2:17 language-pattern"}},
		{"title: a\npackage: {name: '^a\\$'}\n", []string{"2:17 language-pattern"}},
		{"title: a\npackage: {name: '^a|b$'}\n", []string{"2:17 language-pattern"}},
		{"title: a\nstring: {byte: '\\x', short: '%x%x', long: '%s%%x'}\n", []string{"2:16 language-format", "2:29 language-format", "2:43 language-format"}},
		{"- a\n", []string{"1:1 root-not-mapping"}},
		{"", []string{"1:1 source-empty"}},
	} {
		_, found := languageOf(c.source)
		require.Equal(t, c.want, brief(found), c.source)
	}
}
