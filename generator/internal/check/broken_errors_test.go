package check_test

import "github.com/statusgen/statusgen/generator/internal/codes"

func param(line int, name string, of codes.ParamType) *codes.Param {
	return &codes.Param{Name: at(line, name), Type: at(line, of)}
}

// erring changes a table of errors that has no fault.
func erring(change func(shop *codes.Table)) func(*codes.Catalog, *codes.Table, *codes.Table, *codes.Table) {
	return func(c *codes.Catalog, _, _, _ *codes.Table) {
		shop := &codes.Table{
			Name: at(900, "shop"), Type: at(900, "shop"), Kind: codes.Text,
			Errors: &codes.Errors{Pos: at(901, "").Pos, Type: at(901, "https://example.com/{name}/{code}")},
			Classes: []*codes.Class{
				{Name: at(902, "pay"), Prefix: at(902, "pay_"), Message: at(902, "order {order}"), Params: []*codes.Param{param(903, "order", codes.TextParam)}},
				{Name: at(904, "other"), Glob: at(904, "o*")},
			},
			Properties: []*codes.Property{{Name: at(905, "http"), Type: at(905, codes.CodeProperty), Table: at(905, "http"), Default: one(905, "not_found")}},
			Codes: []*codes.Code{
				{
					Value: at(910, codes.TextValue("pay_card")), Name: at(910, "pay_card"), Message: at(911, "{{card}} {last4}"),
					Params: []*codes.Param{param(912, "last4", codes.TextParam), {Name: at(913, "after"), Type: at(913, codes.IntegerParam), Optional: true, Visibility: at(913, codes.Internal)}},
				},
				{Value: at(920, codes.TextValue("pay_late")), Name: at(920, "pay_late")},
				{Value: at(930, codes.TextValue("out")), Name: at(930, "out"), Phrase: at(930, "{Out}")},
			},
			Locales: []*codes.Locale{{Tag: at(940, "de"), Messages: []codes.Translation{
				{Code: at(941, "pay_card"), Message: at(941, "{last4}")},
				{Code: at(942, "pay_late"), Message: at(942, "{order}, {order}")},
				{Code: at(943, "out"), Message: at(943, "Weg")},
			}}},
		}
		change(shop)
		c.Tables = append(c.Tables, shop)
	}
}

var brokenErrors = []broken{
	{"no fault", erring(func(*codes.Table) {}), nil},
	{"no errors", erring(func(shop *codes.Table) { shop.Errors = nil }), []string{
		"902: the table \"shop\" has a message, but no errors [no-errors] hint: write `errors: true`",
		"903: the table \"shop\" has the parameter \"order\", but no errors [no-errors] hint: write `errors: true`",
		"911: the table \"shop\" has a message, but no errors [no-errors] hint: write `errors: true`",
		"912: the table \"shop\" has the parameter \"last4\", but no errors [no-errors] hint: write `errors: true`",
		"913: the table \"shop\" has the parameter \"after\", but no errors [no-errors] hint: write `errors: true`",
		"940: the table \"shop\" has the locale \"de\", but no errors [no-errors] hint: write `errors: true`",
	}},
	{"an unknown part of a type", erring(func(shop *codes.Table) { shop.Errors.Type.Value = "https://example.com/{nmae}" }), []string{
		`901: the type of errors "https://example.com/{nmae}" has {nmae}, but only {name} and {code} are known [problem-type] hint: write it like https://errors.example.com/{name}`,
	}},
	{"an open brace in a type", erring(func(shop *codes.Table) { shop.Errors.Type.Value = "https://example.com/{" }), []string{
		`901: the type of errors "https://example.com/{" has a { without its } [problem-type] hint: write it like https://errors.example.com/{name}`,
	}},
	{"a type that is no address", erring(func(shop *codes.Table) { shop.Errors.Type.Value = "mailto:{name}@example.com" }), []string{
		`901: the type of errors "mailto:{name}@example.com" does not start with https:// [problem-type] hint: write it like https://errors.example.com/{name}`,
	}},
	{"an unknown status", erring(func(shop *codes.Table) { shop.Errors.Status = at(901, "htpp") }), []string{
		`901: the table "shop" has no property "htpp" [problem-status] hint: did you mean "http"?`,
	}},
	{"a status of another type", erring(func(shop *codes.Table) {
		shop.Errors.Status = at(901, "level")
		shop.Properties = append(shop.Properties, &codes.Property{Name: at(906, "level"), Type: at(906, codes.IntegerProperty)})
	}), []string{`901: the property "level" is not a single code of another table [problem-status] (see 906)`}},
	{"two statuses", erring(func(shop *codes.Table) {
		shop.Properties = append(shop.Properties, &codes.Property{Name: at(906, "web"), Type: at(906, codes.CodeProperty), Table: at(906, "http")})
	}), []string{`901: the properties "http" and "web" both point to HTTP status codes [problem-status] (see 905) (see 906) hint: say which is the status of errors: {status: http}`}},
	{"one of two statuses", erring(func(shop *codes.Table) {
		shop.Errors.Status = at(901, "web")
		shop.Properties = append(shop.Properties, &codes.Property{Name: at(906, "web"), Type: at(906, codes.CodeProperty), Table: at(906, "grpc"), Default: one(906, "ok")})
	}), []string{`906: the status of an error is 0 here, which is no HTTP status [problem-status] (see 901)`}},
	{"braces", erring(func(shop *codes.Table) {
		shop.Classes[0].Message.Value = "order {order}}"
		shop.Codes[0].Message.Value = "{last4} {Card}"
		shop.Locales[0].Messages[0].Message.Value = "{last4"
	}), []string{
		`902: the message of the class "pay" has a } without its { [message-syntax] hint: write {{ and }} for braces`,
		`911: the message of "pay_card" has "Card" between braces, which is no name [message-syntax] hint: write {{ and }} for braces`,
		`941: the message of "pay_card" in "de" has a { without its } [message-syntax] hint: write {{ and }} for braces`,
		`942: the message of "pay_late" in "de" holds "order", which the message does not [translation-params] (see 902)`,
	}},
	{"parameters of messages", erring(func(shop *codes.Table) {
		shop.Classes[0].Params = append(shop.Classes[0].Params, &codes.Param{Name: at(903, "bank"), Type: at(903, codes.TextParam), Data: true})
		shop.Codes[0].Message.Value = "{lats4} {after} {order} {bank}"
	}), []string{
		`903: the parameter "bank" is data, but is in a message of the class "pay" [unused-param]`,
		`911: the message of "pay_card" holds "lats4", which is no parameter of it [unknown-param] hint: did you mean "last4"?`,
		`911: the message of "pay_card" holds "after", which is optional [optional-param] (see 913) hint: make it required, or say it without`,
		`912: the parameter "last4" is not in the message of "pay_card" [unused-param] hint: write it there between braces, or ` + "`data: true` here",
		`941: the message of "pay_card" in "de" holds "last4", which the message does not [translation-params] (see 911) hint: did you mean "lats4"?`,
		`941: the message of "pay_card" in "de" lacks "lats4", which the message holds [translation-params] (see 911)`,
		`941: the message of "pay_card" in "de" lacks "after", which the message holds [translation-params] (see 911)`,
		`941: the message of "pay_card" in "de" lacks "order", which the message holds [translation-params] (see 911)`,
		`941: the message of "pay_card" in "de" lacks "bank", which the message holds [translation-params] (see 911)`,
	}},
	{"parameters", erring(func(shop *codes.Table) {
		shop.Codes[0].Params[1].Optional = false
		shop.Codes[2].Params = []*codes.Param{
			{Name: at(931, "last4"), Type: at(931, codes.IntegerParam), Data: true},
			{Name: at(932, "status"), Type: at(932, codes.IntegerParam), Data: true},
			{Name: at(933, "Kind"), Type: at(933, codes.IntegerParam), Data: true},
		}
	}), []string{
		"913: the parameter \"after\" is internal, but not optional [private-param] hint: write `optional: true` beside it",
		`931: the parameter "last4" is integer here, and text elsewhere [param-type] (see 912)`,
		`932: the parameter "status" is called like a member of every problem [param-name] hint: say whose it is, as in shop_status`,
		`933: the parameter "Kind" holds 'K', but a name is lower-case letters, digits and underscores [name-syntax] hint: write kind`,
	}},
	{"locales", erring(func(shop *codes.Table) {
		shop.Locales[0].Tag.Value = "DE"
		shop.Locales[0].Messages[2].Code.Value = "outt"
		shop.Locales = append(shop.Locales, &codes.Locale{Tag: at(950, "pt_br")}, &codes.Locale{Tag: at(951, "de-CH-1996"), Misread: true}, &codes.Locale{Tag: at(952, "zh-hans-cn-")})
	}), []string{
		`940: "DE" is no tag of a locale [locale-tag] hint: write de`,
		`940: the locale "DE" has no message of "out" [missing-translation]`,
		`943: the table "shop" has no code named "outt" [unknown-message] hint: did you mean "out"?`,
		`950: "pt_br" is no tag of a locale [locale-tag] hint: write pt-BR`,
		`950: the locale "pt_br" has no message of "pay_card", "pay_late" or "out" [missing-translation]`,
		`952: "zh-hans-cn-" is no tag of a locale [locale-tag]`,
		`952: the locale "zh-hans-cn-" has no message of "pay_card", "pay_late" or "out" [missing-translation]`,
	}},
	{"a translation that has to be there", erring(func(shop *codes.Table) {
		shop.Errors.Translations = at(901, codes.TranslationsRequired)
		shop.Locales[0].Messages = shop.Locales[0].Messages[1:]
	}), []string{`940: the locale "de" has no message of "pay_card" [required-translation] (see 901)`}},
	{"a translation that need not be there", erring(func(shop *codes.Table) {
		shop.Errors.Translations = at(901, codes.TranslationsOff)
		shop.Locales[0].Messages = nil
	}), nil},
	{"public parameters of what is internal", erring(func(shop *codes.Table) {
		shop.Classes[0].Params[0].Visibility = at(904, codes.Public)
		shop.Classes[0].Visibility = at(905, codes.Internal)
		shop.Codes[0].Params[0].Visibility = at(914, codes.Public)
		shop.Codes[2].Visibility = at(935, codes.Internal)
		shop.Codes[2].Params = []*codes.Param{{Name: at(936, "who"), Type: at(936, codes.TextParam), Data: true, Visibility: at(936, codes.Public)}}
	}), []string{
		`904: the parameter "order" is public, but its class "pay" is internal [visibility-conflict] (see 905)`,
		`914: the parameter "last4" is public, but its class "pay" is internal [visibility-conflict] (see 905)`,
		`936: the parameter "who" is public, but "out" is internal [visibility-conflict] (see 935)`,
	}},
}
