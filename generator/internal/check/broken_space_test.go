package check_test

import (
	"fmt"
	"strings"

	"github.com/statusgen/statusgen/generator/internal/codes"
)

func patterned(pattern string) func(c *codes.Catalog, http, grpc, sql *codes.Table) {
	return func(_ *codes.Catalog, _, _, sql *codes.Table) { sql.Pattern.Value = pattern }
}

var brokenSpaces = []broken{
	{"integers in a text table", func(_ *codes.Catalog, _, _, sql *codes.Table) {
		sql.Range = within(900, 1, 2)
		sql.Classes = append(sql.Classes, &codes.Class{Name: at(901, "numbers"), Range: within(901, 1, 2)})
		sql.Codes = append(sql.Codes, number(902, 7, "seven"))
	}, []string{
		`900: a range does not belong in the table "sqlstate", whose codes are of kind text [table-kind]`,
		`901: a class with a range does not belong in the table "sqlstate", whose codes are of kind text [table-kind]`,
		`902: the code 7 does not belong in the table "sqlstate", whose codes are of kind text [table-kind]`,
	}},
	{"texts in an integer table", func(_ *codes.Catalog, http, _, _ *codes.Table) {
		http.Pattern = at(900, "^[0-9]+$")
		http.Classes = append(http.Classes,
			&codes.Class{Name: at(901, "fives"), Prefix: at(901, "5")}, &codes.Class{Name: at(902, "sixes"), Glob: at(902, "6??")})
		http.Codes = append(http.Codes, word(903, "404", "missing_too"))
		http.Retired = append(http.Retired, &codes.Retired{Pos: on(904), Code: &codes.At[codes.Value]{Value: codes.TextValue("a"), Pos: on(904)}})
	}, []string{
		`900: a pattern does not belong in the table "http", whose codes are of kind integer [table-kind]`,
		`901: a class with a prefix does not belong in the table "http", whose codes are of kind integer [table-kind]`,
		`902: a class with a glob does not belong in the table "http", whose codes are of kind integer [table-kind]`,
		`903: the code "404" does not belong in the table "http", whose codes are of kind integer [table-kind]`,
		`904: the retired code "a" does not belong in the table "http", whose codes are of kind integer [table-kind]`,
	}},
	{"empty ranges", func(_ *codes.Catalog, http, _, _ *codes.Table) {
		http.Range = within(900, 599, 100)
		http.Classes[0].Range = within(901, 1, 0)
	}, []string{
		"900: the range from 599 to 100 holds no code [empty-range] hint: write [100, 599]",
		"901: the range from 1 to 0 holds no code [empty-range] hint: write [0, 1]",
	}},
	{"codes outside the range", func(_ *codes.Catalog, http, grpc, _ *codes.Table) {
		http.Codes = append(http.Codes, number(900, 600, "too_far"), number(901, 99, "too_near"))
		grpc.Codes[1].Properties[0].Fact = one(902, int64(1000))
	}, []string{
		`900: 600 is outside the range of the table "http", 100 to 599 [code-out-of-range] (see 4)`,
		`901: 99 is outside the range of the table "http", 100 to 599 [code-out-of-range] (see 4)`,
		`902: 1000 is outside the range of the table "http", 100 to 599 [code-out-of-range] (see 4)`,
	}},
	{"codes off the pattern", func(_ *codes.Catalog, _, _, sql *codes.Table) {
		sql.Codes = append(sql.Codes, word(900, "4200", "short"))
	}, []string{
		`900: "4200" does not match the pattern of the table "sqlstate", "^[0-9A-Z]{5}$|^x_(?:[a-z]+)$" [code-pattern] (see 41)`,
	}},
	{"pattern without end", patterned("^[0-9]+"), []string{
		`41: the pattern "^[0-9]+" is not anchored at both ends [pattern-syntax] hint: write an RE2 expression between ^ and $, as in ^(?:a|b)$`,
	}},
	{"pattern that repeats a lot", patterned("^" + strings.Repeat("a{1000}", 10) + "$"), []string{
		`41: the pattern "^a{1000}a{1000}a{1000}a{1000}a{1000}a{1000}a{1000}a{1000}a{1…" has 10013 steps, with all that it repeats, and may have 10000 [pattern-syntax] hint: write one that repeats less`,
	}},
	{"pattern that takes long", func(c *codes.Catalog, _, _, sql *codes.Table) {
		sql.Pattern.Value = "^(?:a{1000}|a)*$"
		sql.Codes, sql.Classes, c.Tables = nil, nil, c.Tables[2:]
		for i := range 8 {
			sql.Codes = append(sql.Codes, word(900+i, strings.Repeat("a", 40_000+i), fmt.Sprintf("n%d", i)))
		}
	}, []string{
		`41: the pattern "^(?:a{1000}|a)*$" takes too long for the codes that there are [pattern-syntax] hint: write one that repeats less`,
	}},
	{"pattern without start", patterned("[0-9]+$"), []string{
		`41: the pattern "[0-9]+$" is not anchored at both ends [pattern-syntax] hint: write an RE2 expression between ^ and $, as in ^(?:a|b)$`,
	}},
	{"one alternative without end", patterned("^(a$|b)"), []string{
		`41: the pattern "^(a$|b)" is not anchored at both ends [pattern-syntax] hint: write an RE2 expression between ^ and $, as in ^(?:a|b)$`,
	}},
	{"anchors on the outer alternatives only", patterned("^a|b$"), []string{
		`41: the pattern "^a|b$" is not anchored at both ends [pattern-syntax] hint: write an RE2 expression between ^ and $, as in ^(?:a|b)$`,
	}},
	{"line anchors", patterned("(?m)^a$"), []string{
		`41: the pattern "(?m)^a$" is not anchored at both ends [pattern-syntax] hint: write an RE2 expression between ^ and $, as in ^(?:a|b)$`,
	}},
	{"pattern that is none", patterned("^(a\x00$"), []string{
		`41: the pattern "^(a\x00$" is no RE2 expression: missing closing ) near "^(a\x00$" [pattern-syntax] hint: write an RE2 expression between ^ and $, as in ^(?:a|b)$`,
	}},
	{"lookahead", patterned("^(?!a)b$"), []string{
		`41: the pattern "^(?!a)b$" is no RE2 expression: invalid or unsupported Perl syntax near "(?!" [pattern-syntax] hint: write an RE2 expression between ^ and $, as in ^(?:a|b)$`,
	}},
	{"empty pattern", patterned(""), []string{
		`41: the pattern "" is not anchored at both ends [pattern-syntax] hint: write an RE2 expression between ^ and $, as in ^(?:a|b)$`,
	}},
}

func inClasses(classes ...*codes.Class) func(c *codes.Catalog, http, grpc, sql *codes.Table) {
	return func(c *codes.Catalog, http, _, _ *codes.Table) {
		c.Tables = []*codes.Table{{Name: at(900, "own"), Kind: codes.Text, Classes: classes}}
	}
}

func prefix(line int, name, prefix string) *codes.Class {
	return &codes.Class{Name: at(line, name), Prefix: at(line, prefix)}
}

func glob(line int, name, glob string) *codes.Class {
	return &codes.Class{Name: at(line, name), Glob: at(line, glob)}
}

func ranged(line int, name string, low, high int64) *codes.Class {
	return &codes.Class{Name: at(line, name), Range: within(line, low, high)}
}

var brokenClasses = []broken{
	{"prefix of a prefix", inClasses(prefix(1, "a", "01"), prefix(2, "b", "010")), []string{
		`2: the classes "a" and "b" both hold "010" [class-overlap] (see 1)`,
	}},
	{"equal prefixes", inClasses(prefix(1, "a", "01"), prefix(2, "b", "01")), []string{
		`2: the classes "a" and "b" both hold "01" [class-overlap] (see 1)`,
	}},
	{"other prefix", inClasses(prefix(1, "a", "01"), prefix(2, "b", "02"), prefix(3, "c", "0?")), nil},
	{"a prefix knows no wildcard", inClasses(prefix(1, "a", "0?"), prefix(2, "b", "0*")), nil},
	{"glob in a prefix", inClasses(prefix(1, "a", "4"), glob(2, "b", "4.??")), []string{
		`2: the classes "a" and "b" both hold "4.00" [class-overlap] (see 1)`,
	}},
	{"prefix longer than a closed glob", inClasses(prefix(1, "a", "4.000"), glob(2, "b", "4.??")), nil},
	{"prefix longer than an open glob", inClasses(prefix(1, "a", "4.000"), glob(2, "b", "4.?*")), []string{
		`2: the classes "a" and "b" both hold "4.000" [class-overlap] (see 1)`,
	}},
	{"globs that cross", inClasses(glob(1, "a", "?b?"), glob(2, "b", "a??")), []string{
		`2: the classes "a" and "b" both hold "ab0" [class-overlap] (see 1)`,
	}},
	{"globs that differ", inClasses(glob(1, "a", "?b?"), glob(2, "b", "?c?"), glob(3, "c", "????")), nil},
	{"glob of anything", inClasses(glob(1, "a", "x?"), glob(2, "b", "*")), []string{
		`2: the classes "a" and "b" both hold "x0" [class-overlap] (see 1)`,
	}},
	{"glob counts characters", inClasses(glob(1, "a", "\u00e9?"), glob(2, "b", "??")), []string{
		`2: the classes "a" and "b" both hold "é0" [class-overlap] (see 1)`,
	}},
	{"three alike, two findings", inClasses(prefix(1, "a", "x"), prefix(2, "b", "x"), prefix(3, "c", "x")), []string{
		`2: the classes "a" and "b" both hold "x" [class-overlap] (see 1)`,
		`3: the classes "a" and "c" both hold "x" [class-overlap] (see 1)`,
	}},
	{"star inside", inClasses(glob(1, "a", "4*1"), glob(2, "b", "**"), prefix(3, "c", "*")), []string{
		`1: the glob "4*1" has a * before its end [glob-syntax] hint: ? stands for one character, and a final * for any`,
		`2: the glob "**" has a * before its end [glob-syntax] hint: ? stands for one character, and a final * for any`,
	}},
	{"ranges", func(_ *codes.Catalog, http, _, _ *codes.Table) {
		http.Classes = append(http.Classes, ranged(900, "redirect", 299, 399), ranged(901, "whole", 100, 599))
	}, []string{
		`901: the classes "success" and "whole" both hold 200 [class-overlap] (see 5)`,
		`901: the classes "redirect" and "whole" both hold 299 [class-overlap] (see 900)`,
		`901: the classes "client_error" and "whole" both hold 400 [class-overlap] (see 6)`,
	}},
	{"one class listed twice", func(_ *codes.Catalog, http, _, _ *codes.Table) {
		http.Classes = append(http.Classes, ranged(900, "success", 250, 260))
	}, []string{
		`900: the class "success" is listed twice [duplicate-class] (see 5)`,
	}},
	{"one shape listed twice, and another inside it", inClasses(prefix(1, "b", "xy"), prefix(2, "a", "x1"), prefix(3, "b", "x")), []string{
		`3: the class "b" is listed twice [duplicate-class] (see 1)`,
		`3: the classes "a" and "b" both hold "x1" [class-overlap] (see 2)`,
	}},
	{"range inside another, not the nearest", func(_ *codes.Catalog, http, _, _ *codes.Table) {
		http.Properties[0].RequiredIn = nil
		http.Classes = []*codes.Class{ranged(900, "client_error", 150, 599), ranged(901, "success", 151, 160), ranged(902, "late", 590, 591)}
	}, []string{
		`901: the classes "client_error" and "success" both hold 151 [class-overlap] (see 900)`,
		`902: the classes "client_error" and "late" both hold 590 [class-overlap] (see 900)`,
	}},
	{"class beyond the table", func(_ *codes.Catalog, http, _, _ *codes.Table) {
		http.Classes = append(http.Classes, ranged(900, "server_error", 500, 699), ranged(901, "early", 0, 99))
	}, []string{
		`900: the class "server_error", 500 to 699, reaches outside the range of its table, 100 to 599 [class-out-of-range] (see 4)`,
		`901: the class "early", 0 to 99, reaches outside the range of its table, 100 to 599 [class-out-of-range] (see 4)`,
	}},
	{"code in no class", func(_ *codes.Catalog, http, _, _ *codes.Table) {
		http.Codes = append(http.Codes, number(900, 300, "choices"))
	}, []string{
		`900: 300 lies in no class of the table "http" [class-missing]`,
	}},
	{"text in no class", func(_ *codes.Catalog, _, _, sql *codes.Table) {
		sql.Codes = append(sql.Codes, word(900, "99999", "nines"))
	}, []string{
		`900: "99999" lies in no class of the table "sqlstate" [class-missing]`,
	}},
}
