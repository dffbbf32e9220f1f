package check_test

import (
	"strings"

	"github.com/statusgen/statusgen/generator/internal/codes"
)

func named(name string) func(c *codes.Catalog, http, grpc, sql *codes.Table) {
	return func(_ *codes.Catalog, http, _, _ *codes.Table) { http.Codes[1].Name.Value = name }
}

func worded(lower, capitals string) func(c *codes.Catalog, http, grpc, sql *codes.Table) {
	return func(c *codes.Catalog, _, _, _ *codes.Table) { c.Words = append(c.Words, capital(lower, capitals)) }
}

var brokenNames = []broken{
	{"capital", named("NoContent"), []string{
		`14: the name "NoContent" holds 'N', but a name is lower-case letters, digits and underscores [name-syntax] hint: write no_content`,
	}},
	{"dash", named("no-content"), []string{
		`14: the name "no-content" holds '-', but a name is lower-case letters, digits and underscores [name-syntax] hint: write no_content`,
	}},
	{"sharp s", named("stra\u00dfe"), []string{
		`14: the name "straße" holds U+00DF, but a name is lower-case letters, digits and underscores [name-syntax]`,
	}},
	{"cyrillic lookalike", named("n\u043e"), []string{
		`14: the name "nо" holds U+043E, but a name is lower-case letters, digits and underscores [name-syntax]`,
	}},
	{"combining accent", named("e\u0301"), []string{
		`14: the name "é" holds U+0301, but a name is lower-case letters, digits and underscores [name-syntax]`,
	}},
	{"ligature", named("\ufb01ne"), []string{
		`14: the name "ﬁne" holds U+FB01, but a name is lower-case letters, digits and underscores [name-syntax]`,
	}},
	{"kelvin sign", named("\u212Aelvin"), []string{
		`14: the name "Kelvin" holds U+212A, but a name is lower-case letters, digits and underscores [name-syntax] hint: write kelvin`,
	}},
	{"dotless i", named("\u0131n"), []string{
		`14: the name "ın" holds U+0131, but a name is lower-case letters, digits and underscores [name-syntax]`,
	}},
	{"control character", named("a\x00b"), []string{
		`14: the name "a\x00b" holds U+0000, but a name is lower-case letters, digits and underscores [name-syntax]`,
	}},
	{"bad utf-8", named("a\xff"), []string{
		`14: the name "a\xff" holds the byte 0xFF, but a name is lower-case letters, digits and underscores [name-syntax]`,
	}},
	{"space", named("no content"), []string{
		`14: the name "no content" holds a space, but a name is lower-case letters, digits and underscores [name-syntax] hint: write no_content`,
	}},
	{"empty", named(""), []string{
		`14: the name "" is empty [name-syntax]`,
	}},
	{"leading digit", named("2xx_ok"), []string{
		`14: the name "2xx_ok" starts with a digit, but a name starts with a letter [name-syntax]`,
	}},
	{"leading underscore", named("_private"), []string{
		`14: the name "_private" starts or ends with an underscore [name-syntax] hint: write private`,
	}},
	{"trailing underscore", named("class_"), []string{
		`14: the name "class_" starts or ends with an underscore [name-syntax] hint: write class`,
	}},
	{"double underscore", named("a__b"), []string{
		`14: the name "a__b" has two underscores in a row [name-syntax] hint: write a_b`,
	}},
	{"too long", named(strings.Repeat("a", 65)), []string{
		`14: the name "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…" has 65 characters, but a name has at most 64 [name-syntax]`,
	}},
	{"very long", named(strings.Repeat("A", 1_000_000)), []string{
		`14: the name "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA…" holds 'A', but a name is lower-case letters, digits and underscores [name-syntax]`,
	}},
	{"everything named", func(c *codes.Catalog, http, _, _ *codes.Table) {
		c.Targets[1].Name.Value = "Ruby"
		http.Name.Value = "../evil"
		c.Tables[1].Properties[0].Table.Value = "../evil"
		http.Type.Value = "HTTPStatus"
		http.Classes[0].Name.Value = "2xx"
		http.Properties[1].Name.Value, http.Codes[0].Properties[0].Property.Value = "is cached", "is cached"
		http.Properties[0].Values = append(http.Properties[0].Values, at(900, "some.times"))
		http.Retired[0].Name.Value = "Bandwidth"
		http.Codes[3].Aliases[0].Name.Value = "a:b"
	}, []string{
		`2: the target "Ruby" holds 'R', but a name is lower-case letters, digits and underscores [name-syntax] hint: write ruby`,
		`3: the table "../evil" holds '.', but a name is lower-case letters, digits and underscores [name-syntax] hint: write evil`,
		`3: the type "HTTPStatus" holds 'H', but a name is lower-case letters, digits and underscores [name-syntax] hint: write httpstatus`,
		`5: the class "2xx" starts with a digit, but a name starts with a letter [name-syntax]`,
		`8: the property "is cached" holds a space, but a name is lower-case letters, digits and underscores [name-syntax] hint: write is_cached`,
		`12: the retired name "Bandwidth" holds 'B', but a name is lower-case letters, digits and underscores [name-syntax] hint: write bandwidth`,
		`16: the alias "a:b" holds ':', but a name is lower-case letters, digits and underscores [name-syntax] hint: write a_b`,
		`900: the value "some.times" holds '.', but a name is lower-case letters, digits and underscores [name-syntax] hint: write some_times`,
	}},
	{"type left out", func(_ *codes.Catalog, _, grpc, sql *codes.Table) {
		sql.Name.Value = "SQL"
		sql.Type = sql.Name
	}, []string{
		`40: the table "SQL" holds 'S', but a name is lower-case letters, digits and underscores [name-syntax] hint: write sql`,
	}},
	{"device", func(_ *codes.Catalog, _, _, sql *codes.Table) { sql.Name.Value = "lpt1" }, []string{
		`40: the table "lpt1" is called like a Windows device, and no file can be [reserved-name]`,
	}},
	{"word written as another", worded("uri", "URL"), []string{
		`48: the word "uri" is written "URL", which is another word [word-syntax] hint: only the capitals may differ, as in URI`,
	}},
	{"word written with the kelvin sign", worded("ok", "O\u212A"), []string{
		`48: the word "ok" is written "OK", which is another word [word-syntax] hint: only the capitals may differ, as in OK`,
	}},
	{"word in capitals", worded("HTTP", "HTTP"), []string{
		`48: the word "HTTP" is not a lower-case letter followed by lower-case letters and digits [word-syntax]`,
	}},
	{"word of two", worded("not_found", "NotFound"), []string{
		`48: the word "not_found" is not a lower-case letter followed by lower-case letters and digits [word-syntax]`,
	}},
}
