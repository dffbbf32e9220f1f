package check_test

import "github.com/statusgen/statusgen/generator/internal/codes"

var brokenProperties = []broken{
	{"definitions", func(_ *codes.Catalog, _, _, sql *codes.Table) {
		sql.Properties = []*codes.Property{
			{Name: at(900, "mood"), Type: at(900, codes.OneOfProperty)},
			{Name: at(901, "flag"), Type: at(901, codes.BooleanProperty), Values: texts(901, "yes"), Many: true},
			{Name: at(902, "cause"), Type: at(902, codes.CodeProperty)},
			{Name: at(903, "count"), Type: at(903, codes.IntegerProperty), Table: at(903, "http"), Many: true},
			{Name: at(904, "note"), Type: at(904, codes.TextProperty), Many: true},
			{Name: at(905, "level"), Type: at(905, codes.IntegerProperty), RequiredIn: texts(905, "warning"), AllowedIn: texts(906, "private")},
		}
		sql.Codes[0].Properties = []codes.Setting{set(907, "mood", one(907, "good"))}
	}, []string{
		`45: "truncated" has to state "level" itself, because it lies in the class "warning" [property-required] (see 905)`,
		`900: the property "mood" is one_of, but has no values [property-definition]`,
		`901: the property "flag" has values, but is boolean and not one_of [property-definition]`,
		`901: the property "flag" is boolean, which cannot be many [property-definition] hint: one_of and code can`,
		`902: the property "cause" is a code, but has no table [property-definition]`,
		`903: the property "count" has a table, but is integer and not code [property-definition]`,
		`903: the property "count" is integer, which cannot be many [property-definition] hint: one_of and code can`,
		`904: the property "note" is text, which cannot be many [property-definition] hint: one_of and code can`,
		`905: the property "level" is required in "warning", but not allowed there [property-definition] (see 906)`,
	}},
	{"unknown to a code and a class", func(_ *codes.Catalog, http, _, _ *codes.Table) {
		http.Codes[0].Properties = append(http.Codes[0].Properties, set(900, "cahce", one(900, true)))
		http.Classes[0].Defaults = append(http.Classes[0].Defaults, set(901, "elsewhere", one(901, true)))
	}, []string{
		`900: the table "http" has no property "cahce" [unknown-property] hint: did you mean "cache"?`,
		`901: the table "http" has no property "elsewhere" [unknown-property]`,
	}},
	{"types", func(_ *codes.Catalog, http, grpc, sql *codes.Table) {
		http.Codes[1].Properties = []codes.Setting{
			set(900, "cache", one(900, "true")),
			set(901, "limit", one(901, "7")),
			set(902, "note", one(902, int64(7))),
			set(903, "grpc", many(903, true)),
		}
		http.Codes[3].Properties[0].Fact = one(904, "nevr")
		http.Codes[4].Properties[0].Fact = one(905, false)
		http.Properties[1].Default = one(906, int64(0))
		http.Classes[1].Defaults[0].Fact = one(907, "sometimes")
		sql.Properties = []*codes.Property{{Name: at(908, "like"), Type: at(908, codes.CodeProperty), Table: at(908, "sqlstate"), Default: one(908, int64(1))}}
	}, []string{
		`900: "cache" takes true or false, not "true" [property-type]`,
		`901: "limit" takes an integer, not "7" [property-type]`,
		`902: "note" takes text, not 7 [property-type] hint: quote it`,
		`903: "grpc" takes a code of the table "grpc", not true [property-type]`,
		`904: "retry" takes "never" or "always", not "nevr" [property-type] hint: did you mean "never"?`,
		`905: "retry" takes "never" or "always", not false [property-type]`,
		`906: "cache" takes true or false, not 0 [property-type]`,
		`907: "retry" takes "never" or "always", not "sometimes" [property-type]`,
		`908: "like" takes a code of the table "sqlstate", not 1 [property-type]`,
	}},
	{"lists", func(_ *codes.Catalog, http, _, _ *codes.Table) {
		http.Codes[0].Properties[0].Fact = many(900, true)
		http.Codes[0].Properties[1].Fact = one(901, "ok")
	}, []string{
		`900: "cache" takes one value, not a list [property-type]`,
		`901: "grpc" takes a list of values [property-type] hint: write it between [ and ]`,
	}},
	{"required", func(_ *codes.Catalog, http, _, _ *codes.Table) {
		http.Codes[4].Properties = nil
	}, []string{
		`17: "gone" has to state "retry" itself, because it lies in the class "client_error" [property-required] (see 7)`,
	}},
	{"required in several", func(_ *codes.Catalog, http, _, _ *codes.Table) {
		http.Properties[1].RequiredIn = []codes.At[string]{at(900, "client_error"), at(901, "success")}
		http.Codes[3].Properties = append(http.Codes[3].Properties, set(902, "cache", one(902, true)))
	}, []string{
		`14: "no_content" has to state "cache" itself, because it lies in the class "success" [property-required] (see 901)`,
		`15: "found" has to state "cache" itself, because it lies in the class "success" [property-required] (see 901)`,
		`17: "gone" has to state "cache" itself, because it lies in the class "client_error" [property-required] (see 900)`,
	}},
	{"not allowed", func(_ *codes.Catalog, http, _, _ *codes.Table) {
		http.Codes[0].Properties = append(http.Codes[0].Properties, set(900, "retry", one(900, "never")))
		http.Classes[0].Defaults = []codes.Setting{set(901, "retry", one(901, "always"))}
	}, []string{
		`900: "retry" is not allowed in the class "success" [property-allowed] (see 7)`,
		`901: "retry" is not allowed in the class "success" [property-allowed] (see 7)`,
	}},
	{"guesses look past capitals, and never change every letter", func(_ *codes.Catalog, http, _, _ *codes.Table) {
		http.Properties[0].Values = texts(retryLine, "a", "b", "never", "always")
		http.Codes[3].Properties[0].Fact = one(900, "B")
		http.Codes[4].Properties[0].Fact = one(901, "c")
		http.Classes[1].Defaults[0].Fact = one(902, "NEVR")
	}, []string{
		`900: "retry" takes "a", "b", "never" or "always", not "B" [property-type] hint: did you mean "b"?`,
		`901: "retry" takes "a", "b", "never" or "always", not "c" [property-type]`,
		`902: "retry" takes "a", "b", "never" or "always", not "NEVR" [property-type] hint: did you mean "never"?`,
	}},
	{"many values are counted, not listed", func(_ *codes.Catalog, http, _, _ *codes.Table) {
		http.Properties[0].Values = texts(retryLine, "never", "always", "c", "d", "e", "f", "g", "h", "i", "j", "k")
		http.Codes[3].Properties[0].Fact = one(900, "sometimes")
	}, []string{
		`900: "retry" takes one of its 11 values, not "sometimes" [property-type]`,
	}},
}

var brokenReferences = []broken{
	{"no such table, class or target", func(_ *codes.Catalog, http, grpc, _ *codes.Table) {
		grpc.Properties[0].Table = at(900, "htttp")
		http.Properties[0].AllowedIn = texts(901, "client_error", "client_eror")
		http.Properties[0].RequiredIn = texts(902, "elsewhere")
		http.Codes[3].Aliases[0].Only = texts(903, "rubby")
		http.Codes[3].Spell[0].Target = at(904, "java")
	}, []string{
		`900: there is no table "htttp" [unknown-reference] hint: did you mean "http"?`,
		`901: the table "http" has no class "client_eror" [unknown-reference] hint: did you mean "client_error"?`,
		`902: the table "http" has no class "elsewhere" [unknown-reference]`,
		`903: there is no target "rubby" [unknown-reference] hint: did you mean "ruby"?`,
		`904: there is no target "java" [unknown-reference]`,
	}},
	{"any target where none is declared", func(c *codes.Catalog, http, _, _ *codes.Table) {
		c.Targets = nil
		http.Codes[3].Aliases[0].Only = texts(900, "java")
	}, nil},
	{"no such name", func(_ *codes.Catalog, http, grpc, _ *codes.Table) {
		grpc.Codes[0].Properties[0].Fact = one(900, "not_fuond")
		grpc.Codes[1].Properties[0].Fact = one(901, "missing")
		http.Codes[0].Properties[1].Fact = many(902, "unavailable", int64(14))
		http.Codes[2].Deprecated.Use = at(903, "missing")
	}, []string{
		`900: the table "http" has no code named "not_fuond" [unknown-reference] hint: did you mean "not_found"?`,
		`901: the table "http" has no code named "missing" [unknown-reference] hint: "missing" is an alias; write "not_found"`,
		`902: the table "grpc" has no code named "unavailable" [unknown-reference]`,
		`902: the table "grpc" has no code 14 [unknown-reference] hint: the table is closed; a code has to be listed there first`,
		`903: the table "http" has no code named "missing" [unknown-reference] hint: "missing" is an alias; write "not_found"`,
	}},
	{"texts", func(_ *codes.Catalog, http, _, sql *codes.Table) {
		like := &codes.Property{Name: at(900, "like"), Type: at(900, codes.CodeProperty), Many: true, Table: at(900, "sqlstate")}
		http.Properties = append(http.Properties, like)
		http.Codes[1].Properties = []codes.Setting{set(901, "like", many(901, "x_custom", "truncated", "HY000", "truncatd", "01004"))}
	}, []string{
		`901: the table "sqlstate" has no code named "truncatd" [unknown-reference] hint: did you mean "truncated"?`,
		`901: "01004" has a name in the table "sqlstate" [bare-code] (see 45) hint: write "truncated"`,
	}},
	{"digits for a name", func(_ *codes.Catalog, http, grpc, sql *codes.Table) {
		http.Codes[2].Deprecated.Use = at(900, "200")
		http.Codes[4].Deprecated = deprecated(901, "0200")
		sql.Codes[0].Deprecated = deprecated(902, "42P01")
		grpc.Codes[0].Properties[0].Fact = one(903, "404")
	}, []string{
		`900: the table "http" has no code named "200" [unknown-reference] hint: 200 is a code; write its name, "ok"`,
		`901: the table "http" has no code named "0200" [unknown-reference]`,
		`902: the table "sqlstate" has no code named "42P01" [unknown-reference] hint: "42P01" is a code; write its name, "undefined_table"`,
		`903: the table "http" has no code named "404" [unknown-reference] hint: 404 is a code; write its name, "not_found"`,
	}},
	{"bare", func(_ *codes.Catalog, http, grpc, _ *codes.Table) {
		grpc.Codes[0].Properties[0].Fact = one(900, int64(200))
	}, []string{
		`900: 200 has a name in the table "http" [bare-code] (see 13) hint: write "ok"`,
	}},
	{"itself", func(_ *codes.Catalog, http, _, _ *codes.Table) {
		http.Codes[2].Deprecated.Use = at(900, "found")
	}, []string{
		`900: "found" names itself as its replacement [reference-cycle]`,
	}},
	{"round about", func(_ *codes.Catalog, http, _, _ *codes.Table) {
		http.Codes[0].Deprecated = deprecated(900, "gone")
		http.Codes[4].Deprecated = deprecated(901, "no_content")
		http.Codes[1].Deprecated = deprecated(902, "gone")
	}, []string{
		`15: "found" is replaced by "ok", which is itself deprecated [deprecated-replacement] (see 13) hint: "ok" says to use "gone"`,
		`900: "ok" is replaced by "gone", which is itself deprecated [deprecated-replacement] (see 17)`,
		`901: the replacements go round: "gone" -> "no_content" -> "gone" [reference-cycle] (see 902)`,
	}},
	{"deprecated in turn", func(_ *codes.Catalog, http, _, _ *codes.Table) {
		http.Codes[0].Deprecated = deprecated(900, "no_content")
		http.Codes[3].Deprecated = deprecated(901, "gone")
		http.Codes[4].Lifecycle = at(902, codes.Deprecated)
	}, []string{
		`15: "found" is replaced by "ok", which is itself deprecated [deprecated-replacement] (see 13) hint: "ok" says to use "no_content"`,
		`901: "not_found" is replaced by "gone", which is itself deprecated [deprecated-replacement] (see 17)`,
	}},
	{"lifecycle says otherwise", func(_ *codes.Catalog, http, _, _ *codes.Table) {
		http.Codes[2].Lifecycle = at(900, codes.Standard)
	}, []string{
		`900: "found" is deprecated, but its lifecycle is "standard" [lifecycle-conflict] (see 15) hint: leave lifecycle out; deprecated: implies it`,
	}},
	{"required facts", func(_ *codes.Catalog, _, grpc, _ *codes.Table) {
		grpc.Require = texts(900, "phrase", "summary", "action", "reference", "since", "sumary")
		grpc.Reference = &codes.Reference{Pos: on(901), Text: at(901, "gRPC")}
		grpc.Codes[1].Since = codes.At[string]{}
		grpc.Codes[1].Summary = codes.At[string]{}
	}, []string{
		`33: "ok" has no phrase, which its table requires [missing-fact] (see 900)`,
		`33: "ok" has no action, which its table requires [missing-fact] (see 900)`,
		`33: "ok" has no reference, which its table requires [missing-fact] (see 900)`,
		`34: "cancelled" has no phrase, which its table requires [missing-fact] (see 900)`,
		`34: "cancelled" has no summary, which its table requires [missing-fact] (see 900)`,
		`34: "cancelled" has no action, which its table requires [missing-fact] (see 900)`,
		`34: "cancelled" has no reference, which its table requires [missing-fact] (see 900)`,
		`34: "cancelled" has no since, which its table requires [missing-fact] (see 900)`,
		`900: "sumary" is nothing that can be required; write phrase, summary, action, reference or since [unknown-fact] hint: did you mean "summary"?`,
	}},
}
