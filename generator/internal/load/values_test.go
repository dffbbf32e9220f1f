package load

import (
	"fmt"
	"strings"
)

var structureFaults = []faultCase{
	{"YML-01", "{{},<<}", []string{"1:2 key-not-string", "1:5 merge-key"}},
	{"YML-03", "<<:\n? -", []string{"1:1 merge-key", "2:3 key-not-string"}},
	{"YML-04", "#\n-\n-\n0", []string{"4:1 yaml-syntax"}},
	{"YML-04 bytes", "#\n - - QI\xd7", []string{"2:2 root-not-mapping", "2:8 source-encoding"}},
	{"YML-05 list", "- a\n", []string{"1:1 root-not-mapping"}},
	{"YML-05 text", "a\n", []string{"1:1 root-not-mapping"}},
	{"YML-05 null", "~\n", []string{"1:1 root-not-mapping"}},
	{"YML-06", "version: 1\nversion: 1\ntables: {}\n", []string{"2:1 duplicate-key"}},
	{"YML-07", "version: 1\ntables: {t: {codes: [{code: 1, name: a, code: 2}]}}\n", []string{"2:41 duplicate-key"}},
	{"YML-08", "version: 1\n\"version\": 1\ntables: {}\n", []string{"2:1 duplicate-key"}},
	{"YML-10", valued("a\ncafé: 1\ncafe\u0301: 2"), []string{"8:7 unknown-field", "9:7 unknown-field"}},
	{"YML-12 integers", valued("a\nspell: {1: a, 0x1: b}"), []string{"8:15 key-not-string", "8:21 key-not-string"}},
	{"YML-12 booleans", valued("a\nspell: {true: a, True: b}"), []string{"8:15 key-not-string", "8:24 key-not-string"}},
	{"YML-13", "? [a, b] : 1\n", []string{"1:3 key-not-string"}},
	{"null key", "~: 1\n", []string{"1:1 key-not-string"}},
	{"YML-14", "version: 1\ntables:\n  t: {codez: []}\n", []string{"3:3 missing-field", "3:7 unknown-field"}},
	{"YML-16", "<<: {version: 3}\ntables: {}\n", []string{"1:1 merge-key"}},
	{"YML-17", "<<: *base\nversion: 1\n", []string{"1:1 merge-key", "1:5 alias-not-allowed"}},
	{"YML-18", "\"<<\": {version: 3}\nversion: 1\ntables: {}\n", []string{"1:1 unknown-field"}},
	{"YML-36", "version: 1\ntables:\n  t:\n    codes:\n      -\n      - {code: 1, name: a}\n      - ~\n", []string{"5:7 entry-empty", "7:9 entry-empty"}},
	{"YML-37", "version: 1\ntables: {t: {codes: {name: a}}}\n", []string{"2:21 expected-list"}},
	{"expected mapping", "version: 1\ntables: a\n", []string{"2:9 expected-mapping"}},
	{"TYP-04", "version: 1\non: 1\ntables: {}\n", []string{"2:1 unknown-field"}},
	{"TYP-29 code", "version: 1\ntables:\n  t:\n    codes:\n    - name: a\n", []string{"5:7 missing-field"}},
	{"TYP-29 name", inTable("code: 1"), []string{"5:7 missing-field"}},
	{"empty name", inTable("code: 1\nname: ''"), []string{"6:13 missing-field"}},
	{"reserved", valued("a\nencoding: b"), []string{"8:7 unknown-field"}},
	{"class without a rule", "version: 1\ntables: {t: {codes: [], classes: [{name: a}]}}\n", []string{"2:35 missing-field"}},
	{"class with two rules", "version: 1\ntables: {t: {codes: [], classes: [{name: a, prefix: b, glob: c}]}}\n", []string{"2:56 field-conflict"}},
	{"retired nothing", "version: 1\ntables: {t: {codes: [], retired: [{reason: a}]}}\n", []string{"2:35 missing-field"}},
	{"DOS-07", unknownKeys(50_000), unknownKeyFaults(50_000)},
	{"DOS-08", valued("a\nproperties: {" + flowOf(40_000) + "}"), []string{}},
}

var valueFaults = []faultCase{
	{"TYP-01", inTable("code: 1\nname: NO"), []string{}},
	{"TYP-02", valued("a\naliases: [{name: b, deprecated: NO}, {name: c, deprecated: on}]"), []string{"8:39 bool-syntax", "8:66 bool-syntax"}},
	{"TYP-03", valued("a\naliases:\n- {name: b, deprecated: \"true\"}\n- {name: b, deprecated: 1}\n- {name: b, deprecated: True}\n- {name: b, deprecated: TRUE}\n- {name: b, deprecated: false}"),
		[]string{"9:31 bool-syntax", "10:31 bool-syntax", "11:31 bool-syntax", "12:31 bool-syntax"}},
	{"a boolean property", valued("a\nproperties: {a: True, b: true}"), []string{"8:23 bool-syntax"}},
	{"TYP-05 true", inTable("code: 1\nname: true"), []string{"6:13 string-expected"}},
	{"TYP-05 null", inTable("code: 1\nname: null"), []string{"6:13 string-expected"}},
	{"TYP-05 tilde", inTable("code: 1\nname: ~"), []string{"6:13 string-expected"}},
	{"TYP-05 nothing", inTable("code: 1\nname:"), []string{"6:12 string-expected"}},
	{"TYP-06", inTable("code: 1\nname: 404"), []string{"6:13 string-expected"}},
	{"TYP-07", valued("1.10\naction: 2024-01-01\nphrase: 0x1F\nsince: 1e3"), []string{"7:16 string-expected", "8:15 string-expected", "9:15 string-expected", "10:14 string-expected"}},
	{"TYP-08", valued("a\nsince: 1.10"), []string{"8:14 string-expected"}},
	{"TYP-33", valued("a\nalso: [1, true, null, b]"), []string{"8:14 string-expected", "8:17 string-expected", "8:23 entry-empty"}},
	{"a list for a text", valued("[a]"), []string{"7:16 string-expected"}},
	{"no value", valued("a\nproperties: {a: null, b: {}, c: [1, []]}"), []string{"8:23 value-expected", "8:32 value-expected", "8:43 value-expected"}},
	{"unknown kind is not held against the codes", "version: 1\ntables: {t: {kind: float, codes: [{code: \"a\"}]}}\n", []string{"2:20 unknown-value"}},
	{"lifecycle", valued("a\nlifecycle: standrd"), []string{"8:18 unknown-value"}},
	{"range", "version: 1\ntables: {t: {range: [1], codes: []}}\n", []string{"2:21 range-syntax"}},
	{"version", "version: 2\ntables: {}\n", []string{"1:10 wrong-version"}},
	{"text codes", textTable("404", "'a'", "b", "\"c\"", "", "[d]"), []string{
		"6:13 code-quotes", "7:13 code-quotes", "8:13 code-quotes", "10:12 code-quotes", "11:13 code-quotes"}},
	{"text code that is no name", textTable("\"4.04\""), []string{"6:7 missing-field"}},
}

var integerFaults = []faultCase{
	{"TYP-10", coded("089"), []string{"5:13 int-octal"}},
	{"TYP-11 octal", coded("0o100"), []string{"5:13 int-base"}},
	{"TYP-11 hexadecimal", coded("0x64"), []string{"5:13 int-base"}},
	{"TYP-11 binary", coded("0b1"), []string{"5:13 int-base"}},
	{"TYP-12", coded("1_000"), []string{"5:13 int-underscore"}},
	{"TYP-13", coded("1__0_"), []string{"5:13 int-underscore"}},
	{"TYP-14", coded("+5"), []string{"5:13 int-plus"}},
	{"TYP-15", coded("-0"), []string{"5:13 int-negative-zero"}},
	{"TYP-16 fraction", coded("200.0"), []string{"5:13 int-float"}},
	{"TYP-16 exponent", coded("2e2"), []string{"5:13 int-float"}},
	{"TYP-18 infinity", coded(".inf"), []string{"5:13 int-float"}},
	{"TYP-18 not a number", coded(".nan"), []string{"5:13 int-float"}},
	{"TYP-20", coded(`"200"`), []string{"5:13 int-expected"}},
	{"TYP-21 full width", coded("\uFF11"), []string{"5:13 int-expected"}},
	{"TYP-21 Arabic", coded("\u0661"), []string{"5:13 int-expected"}},
	{"TYP-23", coded("1" + strings.Repeat("0", 400)), []string{"5:13 int-range"}},
	{"TYP-24", coded("9007199254740993"), []string{"5:13 int-range"}},
	{"TYP-24 negative", coded("-9007199254740992"), []string{"5:13 int-range"}},
	{"TYP-25", coded("9007199254740991"), []string{}},
	{"TYP-25 negative", coded("-9007199254740991"), []string{}},
	{"TYP-30", coded("null"), []string{"5:13 int-expected"}},
	{"word", coded("abc"), []string{"5:13 int-expected"}},
	{"in a property", valued("a\nproperties: {a: 010, b: 1.5}"), []string{"8:23 int-octal", "8:31 int-float"}},
}

// textTable gives a source with a text table whose codes are written so; they
// begin at 6:13.
func textTable(codes ...string) string {
	source := "version: 1\ntables:\n  t:\n    kind: text\n    codes:\n"
	for _, code := range codes {
		source += "    - code: " + code + "\n"
	}
	return source
}

// flowOf gives the inside of a flow mapping with many entries, all of them on
// one line.
func flowOf(entries int) string {
	var b strings.Builder
	for i := range entries {
		fmt.Fprintf(&b, "k%d: a, ", i)
	}
	return b.String()
}

func unknownKeys(count int) string {
	var b strings.Builder
	for i := range count {
		fmt.Fprintf(&b, "k%d: a\n", i)
	}
	return b.String()
}

func unknownKeyFaults(count int) (faults []string) {
	faults = []string{"1:1 unknown-field", "1:1 missing-field", "1:1 missing-field"}
	for i := 1; i < count; i++ {
		faults = append(faults, fmt.Sprintf("%d:1 unknown-field", i+1))
	}
	return faults
}
