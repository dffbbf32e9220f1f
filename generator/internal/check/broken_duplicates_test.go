package check_test

import "github.com/statusgen/statusgen/generator/internal/codes"

var brokenDuplicates = []broken{
	{"one code, two names", func(_ *codes.Catalog, http, _, _ *codes.Table) {
		http.Codes = append(http.Codes, number(900, 200, "fine"), number(901, 200, "good"))
	}, []string{
		`900: 200 is both "ok" and "fine" [duplicate-code] (see 13) hint: make "fine" an alias of "ok"`,
		`901: 200 is both "ok" and "good" [duplicate-code] (see 13) hint: make "good" an alias of "ok"`,
	}},
	{"one code, one name", func(_ *codes.Catalog, http, _, _ *codes.Table) {
		http.Codes = append(http.Codes, number(900, 200, "ok"))
	}, []string{
		"900: 200 is listed twice [duplicate-code] (see 13) hint: remove one of the two",
	}},
	{"one text, twice", func(_ *codes.Catalog, _, _, sql *codes.Table) {
		sql.Codes = append(sql.Codes, word(900, "x_custom", "x_custom"))
	}, []string{
		`900: "x_custom" is listed twice [duplicate-code] (see 47) hint: remove one of the two`,
	}},
	{"one name, two codes", func(_ *codes.Catalog, http, _, _ *codes.Table) {
		http.Codes = append(http.Codes, number(900, 201, "ok"))
	}, []string{
		`900: "ok" names both 200 and 201 [duplicate-name] (see 13)`,
	}},
	{"an alias is a name", func(_ *codes.Catalog, http, _, _ *codes.Table) {
		http.Codes[0].Aliases = []*codes.Alias{alias(900, "no_content")}
	}, []string{
		`900: "no_content" names both 204 and 200 [duplicate-name] (see 14)`,
	}},
	{"an alias is an alias", func(_ *codes.Catalog, http, _, _ *codes.Table) {
		http.Codes[0].Aliases = []*codes.Alias{alias(900, "missing", "ruby")}
	}, []string{
		`16: "missing" names both 200 and 404 [duplicate-name] (see 900)`,
	}},
	{"an alias is its own name", func(_ *codes.Catalog, http, _, _ *codes.Table) {
		http.Codes[0].Aliases = []*codes.Alias{alias(900, "ok")}
	}, []string{
		`900: "ok" names 200 twice [duplicate-name] (see 13)`,
	}},
	{"one table, twice", func(c *codes.Catalog, _, _, sql *codes.Table) {
		c.Tables = append(c.Tables, &codes.Table{Name: at(900, sql.Name.Value)})
	}, []string{
		`900: the table "sqlstate" is listed twice [duplicate-table] (see 40)`,
	}},
	{"one class, twice", func(_ *codes.Catalog, http, _, _ *codes.Table) {
		http.Classes = append(http.Classes, &codes.Class{Name: at(900, "success"), Range: within(900, 500, 599)})
	}, []string{
		`900: the class "success" is listed twice [duplicate-class] (see 5)`,
	}},
	{"lists of names", func(_ *codes.Catalog, http, grpc, _ *codes.Table) {
		retry := http.Properties[0]
		retry.Values = append(retry.Values, at(900, "never"))
		retry.RequiredIn = append(retry.RequiredIn, at(901, "client_error"))
		retry.AllowedIn = append(retry.AllowedIn, at(902, "client_error"))
		grpc.Require = append(grpc.Require, at(903, "since"))
		missing := http.Codes[3].Aliases[0]
		missing.Only = append(missing.Only, at(904, "go"))
	}, []string{
		`900: the value "never" is listed twice [duplicate-value] (see 7)`,
		`901: the class "client_error" is listed twice [duplicate-value] (see 7)`,
		`902: the class "client_error" is listed twice [duplicate-value] (see 7)`,
		`903: the fact "since" is listed twice [duplicate-value] (see 30)`,
		`904: the target "go" is listed twice [duplicate-value] (see 16)`,
	}},
	{"a value of many, twice", func(_ *codes.Catalog, http, _, _ *codes.Table) {
		http.Codes[0].Properties[1].Fact = many(900, "ok", "cancelled", "ok")
	}, []string{
		`900: "grpc" holds "ok" twice [duplicate-fact] (see 900)`,
	}},
	{"one code's phrase, twice", func(_ *codes.Catalog, http, _, _ *codes.Table) {
		http.Codes[0].Also = texts(900, "ok", "Fine  and\tgood", "fine and good")
	}, []string{
		`900: "ok" has the phrase "ok" twice [duplicate-phrase] (see 13) hint: capitals and spaces make no difference; remove one`,
		`900: "ok" has the phrase "fine and good" twice [duplicate-phrase] (see 900) hint: capitals and spaces make no difference; remove one`,
	}},
	{"one phrase, two codes", func(_ *codes.Catalog, http, _, _ *codes.Table) {
		http.Codes[4].Also = texts(900, " not  FOUND ", "not found")
	}, []string{
		`900: "gone" has the phrase "not found" twice [duplicate-phrase] (see 900) hint: capitals and spaces make no difference; remove one`,
		`900: " not  FOUND " is a phrase of both "not_found" and "gone" [ambiguous-phrase] (see 16) hint: look-up by this phrase finds neither`,
		`900: "not found" is a phrase of both "not_found" and "gone" [ambiguous-phrase] (see 16) hint: look-up by this phrase finds neither`,
		"900: the phrase has white space before or after it [text-space]",
	}},
	{"the kelvin sign is no k", func(_ *codes.Catalog, http, _, _ *codes.Table) {
		http.Codes[4].Also = texts(900, "O\u212A")
	}, nil},
	{"a name is another code", func(_ *codes.Catalog, _, _, sql *codes.Table) {
		sql.Codes[0].Name.Value = "x_custom"
		sql.Codes[2].Name.Value = "custom"
	}, []string{
		`45: "x_custom" names "01004", but it is also a code [text-name-clash] (see 47)`,
	}},
	{"an alias is another code", func(_ *codes.Catalog, _, _, sql *codes.Table) {
		sql.Codes[0].Aliases = []*codes.Alias{alias(900, "x_custom"), alias(901, "x_other")}
		sql.Codes[2].Name.Value = "custom"
	}, []string{
		`900: "x_custom" names "01004", but it is also a code [text-name-clash] (see 47)`,
	}},
	{"retired", func(_ *codes.Catalog, http, _, _ *codes.Table) {
		http.Codes = append(http.Codes, number(900, 509, "bandwidth"))
		http.Classes = append(http.Classes, &codes.Class{Name: at(901, "server_error"), Range: within(901, 500, 599)})
		http.Codes[0].Aliases = []*codes.Alias{alias(902, "bandwidth")}
	}, []string{
		`900: 509 is retired: "It was never registered." [retired-in-use] (see 12) hint: choose another; what is retired is never used again`,
		`900: the name "bandwidth" is retired: "It was never registered." [retired-in-use] (see 12) hint: choose another; what is retired is never used again`,
		`902: "bandwidth" names both 509 and 200 [duplicate-name] (see 900)`,
		`902: the name "bandwidth" is retired: "It was never registered." [retired-in-use] (see 12) hint: choose another; what is retired is never used again`,
	}},
}
