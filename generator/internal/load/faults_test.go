package load

import "strings"

// The rows of the corpus that are about files, runes and YAML. Those about
// values are in values_test.go.

var fileFaults = []faultCase{
	{"ENC-01", "", []string{"1:1 source-empty"}},
	{"ENC-02 comments", "# nothing\n\n", []string{"1:1 source-empty"}},
	{"ENC-02 marker", "---", []string{"1:1 source-empty"}},
	{"ENC-03", "\uFEFFversion: 2\ntables: {}\n", []string{"1:10 wrong-version"}},
	{"ENC-03 valid", "\uFEFF" + valued("a"), []string{}},
	{"ENC-06", "\xff\xfev\x00e\x00", []string{"1:1 source-encoding"}},
	{"ENC-07", "\xfe\xff\x00v\x00e", []string{"1:1 source-encoding"}},
	{"UTF-16 without a mark", "v\x00e\x00", []string{"1:1 source-encoding"}},
	{"UTF-32 without a mark", "\x00\x00\x00v", []string{"1:1 source-encoding"}},
	{"ENC-09", valued("caf\xe9"), []string{"7:19 source-encoding"}},
	{"ENC-10", valued("\xc0\xaf"), []string{"7:16 source-encoding"}},
	{"ENC-11", valued("\xed\xa0\x80 \xff"), []string{"7:16 source-encoding", "7:20 source-encoding"}},
	{"ENC-12", valued("a \xf4\x90\x80\x80"), []string{"7:18 source-encoding"}},
	{"ENC-20", strings.ReplaceAll(valued("|\n  a\n  b"), "\n", "\r\n"), []string{}},
	{"ENC-23", strings.TrimSuffix(valued("a"), "\n"), []string{}},
	{"ENC-25", "version:\t1\ntables:\t{}\n", []string{}},
}

var runeFaults = []faultCase{
	{"ENC-04", "version: 1\n\uFEFFtables: {}\n", []string{"2:1 char-invisible"}},
	{"ENC-05", valued("\"a\uFEFF\""), []string{"7:18 char-invisible"}},
	{"ENC-14", valued("a\x00b"), []string{"7:17 char-control"}},
	{"ENC-15", valued("\x1b[31m"), []string{"7:16 char-control"}},
	{"ENC-16", valued("a\x7f"), []string{"7:17 char-control"}},
	{"ENC-18", valued("\uFFFE\U0001FFFF\uFDD0"), []string{"7:16 char-noncharacter", "7:17 char-noncharacter", "7:18 char-noncharacter"}},
	{"HID-01", "# a\u2028tables: {}\n" + valued("a"), []string{"1:4 char-line-break"}},
	{"HID-02", "# a\u2029b\n" + valued("a"), []string{"1:4 char-line-break"}},
	{"HID-03", "# a\u0085b\n" + valued("a"), []string{"1:4 char-line-break"}},
	{"HID-04", "# a\rb: c\n" + valued("a"), []string{"1:4 char-line-break"}},
	{"HID-05", valued("a\u2028b\nsince: 1"), []string{"7:17 char-line-break", "8:14 string-expected"}},
	{"HID-06", valued("|\n  a\u2028b\nsince: 1"), []string{"8:10 char-line-break", "9:14 string-expected"}},
	{"HID-07", valued("a\u202eb"), []string{"7:17 char-bidi"}},
	{"HID-08", valued("a # \u2066\u2069"), []string{"7:20 char-bidi", "7:21 char-bidi"}},
	{"HID-09", inTable("co\u200bde: 1\nname: a"), []string{"5:9 char-invisible"}},
	{"HID-11", valued("\"\u3164 \u2800\""), []string{"7:17 char-invisible", "7:19 char-invisible"}},
	{"HID-12 is for the check of names", inTable("code: 1\nname: a\u00adb"), []string{}},
	{"HID-13", valued("a\U000E0041\uFE0F"), []string{"7:17 char-invisible", "7:18 char-invisible"}},
	{"emoji", valued("\"❤️ 👩‍💻 1️⃣ 🏳️‍🌈 👍🏽\""), []string{}},
	{"a joiner between letters", valued("a\u200db"), []string{"7:17 char-invisible"}},
	{"other scripts", valued("Привет, 世界، مرحبا é"), []string{}},
}

var syntaxFaults = []faultCase{
	{"ENC-24", "version: 1\ntables:\n\tt: {}\n", []string{"3:1 yaml-tab"}},
	{"ENC-24 after spaces", "version: 1\ntables:\n  \tt: {}\n \t # fine\n", []string{"3:3 yaml-tab"}},
	{"HID-15", coded("\u30005"), []string{"5:13 yaml-space"}},
	{"space in plain text", valued("10\u00a0km"), []string{"7:18 yaml-space"}},
	{"space in a block text", valued("|\n  10\u00a0km"), []string{"8:11 yaml-space"}},
	{"space in quotes and comments", valued("\"10\u00a0km\" # 1\u00a0000"), []string{}},
	{"space before a key", "version: 1\n\u00a0tables: {}\n", []string{"2:1 yaml-space"}},
	{"YML-38", "version: 1\ntables: [a, {b: c}\n", []string{"2:9 yaml-syntax"}},
	{"bracket not closed before the next key", "version: [1, {\ntables: {}\n", []string{"1:14 yaml-syntax"}},
	{"wrong bracket", "version: 1\ntables: {a: [b}\n", []string{"2:13 yaml-syntax"}},
	{"stray bracket", "version: ]\n", []string{"1:10 yaml-syntax"}},
	{"YML-39", "version: 1\ntables:\n  t:\n    - code: 1\n     name: a\n", []string{"5:6 yaml-syntax"}},
	{"deeper than its entry", "version: 1\ntables:\n  t: a # b\n    c: d\n", []string{"4:5 yaml-syntax"}},
	{"text that goes on with a key", "version: 1\ntables:\n  t: a\n    c: d\n", []string{"4:5 yaml-syntax"}},
	{"item among fields", "version: 1\n- tables\n", []string{"2:1 yaml-syntax"}},
	{"field without a colon", "version: 1\ntables\n", []string{"2:1 yaml-syntax"}},
	{"no key", "version: 1\n: a\n", []string{"2:1 yaml-syntax"}},
	{"two colons", valued("a: b"), []string{"7:16 yaml-syntax"}},
	{"list on the line of its key", "version: 1\ntables: - a\n", []string{"2:9 yaml-syntax"}},
	{"text after quotes", valued("'a'b"), []string{"7:19 yaml-syntax"}},
	{"YML-42 @", valued("@a"), []string{"7:16 yaml-syntax"}},
	{"YML-42 backtick", valued("`a`"), []string{"7:16 yaml-syntax"}},
	{"YML-42 %", valued("%a"), []string{"7:16 yaml-syntax"}},
	{"YML-42 in brackets", valued("a\nalso: [@a, %b]"), []string{"8:14 yaml-syntax", "8:18 yaml-syntax"}},
	{"YML-44", valued("\"a\nsince: b"), []string{"7:16 yaml-syntax"}},
	{"YML-44 at the end", valued("'a"), []string{"7:16 yaml-syntax"}},
	{"YML-44 deeper", valued("\"a\n  b\nsince: c"), []string{"7:16 yaml-syntax"}},
	{"YML-43", valued(`"\q"`), []string{"7:16 yaml-escape"}},
	{"half of a pair", valued(`"\ud83d\ude00"`), []string{"7:16 yaml-escape", "7:16 yaml-escape"}},
	{"short escape", valued(`"\x1"`), []string{"7:16 yaml-escape"}},
	{"above Unicode", valued(`"\U00110000"`), []string{"7:16 yaml-escape"}},
	{"good escapes", valued(`"\x41 \u00e9 \U0001F600 \n \\ \" \e \_ \
      b"`), []string{}},
	{"block text with more on its line", valued("| a"), []string{"7:16 yaml-syntax"}},
	{"block text that loses its indentation", valued("|\n   a\n  b"), []string{"9:9 yaml-syntax"}},
	{"comma missing", valued("a\nalso: ['b' 'c']"), []string{"8:18 yaml-syntax"}},
	{"comma too many", valued("a\nalso: [b, , c]"), []string{"8:17 yaml-syntax"}},
	{"two colons in brackets", valued("a\nspell: {b: c d: e}"), []string{"8:21 yaml-syntax"}},
	{"dash in brackets", valued("a\nalso: [- b]"), []string{"8:14 yaml-syntax"}},
	{"block text in brackets", valued("a\nalso: [|]"), []string{"8:14 yaml-syntax"}},
	{"text on the line of ---", "--- a\n", []string{"1:5 yaml-syntax"}},
	{"DOS-02", strings.Repeat("[", 10_001), []string{"1:33 yaml-depth"}},
	{"DOS-04", strings.Repeat("[", 1_000_000), []string{"1:33 yaml-depth"}},
	{"DOS-05", nested(5000), []string{"33:33 yaml-depth"}},
	{"DOS-06", strings.Repeat("- ", 100_000), []string{"1:65 yaml-depth"}},
	{"DOS-11", strings.Repeat("k", 1<<20) + ": 1\n", []string{"1:1 yaml-syntax"}},
	{"YML-26", valued("a") + "...\ngarbage: [", []string{"8:1 multi-document"}},
	{"YML-27", "a: &x b\n---\nc: *x\n", []string{"1:1 unknown-field", "1:1 missing-field", "1:1 missing-field", "1:4 anchor-not-allowed", "2:1 multi-document"}},
	{"YML-29", valued("a") + "---\n", []string{"8:1 multi-document"}},
	{"one marker may come first", "# a\n---\n" + valued("a"), []string{}},
	{"YML-30", "%YAML 1.2\n---\n" + valued("a"), []string{"1:1 yaml-directive"}},
	{"YML-31", "%TAG ! tag:x:\n---\nversion: !foo 1\ntables: {}\n", []string{"1:1 yaml-directive", "3:10 tag-not-allowed"}},
	{"YML-33", inTable("code: 1\nname: !!binary aGVsbG8="), []string{"6:13 tag-not-allowed"}},
	{"YML-34 str", inTable("code: !!str 404\nname: a"), []string{"5:13 tag-not-allowed"}},
	{"YML-34 int", coded(`!!int "200"`), []string{"5:13 tag-not-allowed"}},
	{"YML-35", valued("!!python/object/apply:os.system [id]"), []string{"7:16 tag-not-allowed"}},
	{"YML-19", valued("&a b"), []string{"7:16 anchor-not-allowed"}},
	{"YML-21", "version: *a\ntables: {}\n", []string{"1:10 alias-not-allowed"}},
	{"YML-22", "&x [*x]\n", []string{"1:1 anchor-not-allowed", "1:4 root-not-mapping", "1:5 alias-not-allowed"}},
	{"YML-23", valued("&a b\nsince: &a c"), []string{"7:16 anchor-not-allowed", "8:14 anchor-not-allowed"}},
	{"YML-09", "&k version: 1\n*k : 2\n", []string{"1:1 anchor-not-allowed", "2:1 alias-not-allowed"}},
	{"YML-45", valued("a\nspell: {" + flowOf(200) + "x: 1}"), []string{"8:1708 string-expected"}},
	{"DOS-13", strings.Repeat("# c\n", 200_000) + valued("a"), []string{}},
	{"entries", "version: 1\ntables: [" + strings.Repeat("a,", maxEntries) + "]", []string{"2:2097158 too-many-entries"}},
}

// nested gives a mapping in a mapping in a mapping …
func nested(levels int) string {
	var b strings.Builder
	for i := range levels {
		b.WriteString(strings.Repeat(" ", i) + "a:\n")
	}
	return b.String()
}
