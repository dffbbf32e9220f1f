package check_test

import (
	"strings"

	"github.com/statusgen/statusgen/generator/internal/codes"
)

func summed(summary string) func(c *codes.Catalog, http, grpc, sql *codes.Table) {
	return func(_ *codes.Catalog, http, _, _ *codes.Table) { http.Codes[0].Summary = at(900, summary) }
}

func linked(url string) func(c *codes.Catalog, http, grpc, sql *codes.Table) {
	return func(_ *codes.Catalog, http, _, _ *codes.Table) { http.Codes[1].Reference.URL.Value = url }
}

var brokenTexts = []broken{
	{"space before a summary", summed(" It worked."), []string{
		"900: the summary has white space before or after it [summary-space]",
	}},
	{"line break after a summary", summed("It worked.\n"), []string{
		"900: the summary has white space before or after it [summary-space] hint: a text after | or > ends in a line break; write |- or >-",
	}},
	{"no-break space after a summary", summed("It worked.\u00a0"), []string{
		"900: the summary has white space before or after it [summary-space]",
	}},
	{"summary of nothing but space", summed(" "), []string{
		"900: the summary has white space before or after it [summary-space]",
	}},
	{"titles and summaries", func(_ *codes.Catalog, http, grpc, sql *codes.Table) {
		http.Title.Value = "HTTP\nstatus codes"
		http.Summary.Value += " "
		grpc.Properties[0].Summary.Value += "\t"
		sql.Classes[0].Summary.Value += "\n\n"
	}, []string{
		"3: the title has more than one line [summary-space]",
		"3: the summary has white space before or after it [summary-space]",
		"32: the summary has white space before or after it [summary-space]",
		"42: the summary has white space before or after it [summary-space]",
	}},
	{"space around other texts", func(_ *codes.Catalog, http, _, _ *codes.Table) {
		http.Reference.Text = at(900, "RFC 9110 ")
		http.Since = at(901, " RFC 1945")
		http.Retired[0].Reason = at(902, "It left.\n")
		http.Codes[0].Phrase = at(903, "OK ")
		http.Codes[0].Also = texts(904, "All\nfine")
		http.Codes[0].Action = at(905, " Go on.")
		http.Codes[2].Deprecated.Since = at(906, "2.0 ")
		http.Codes[2].Deprecated.Reason = at(907, "It said\ntoo little.\n")
	}, []string{
		"900: the text of the reference has white space before or after it [text-space]",
		"901: the text of since has white space before or after it [text-space]",
		"902: the reason has white space before or after it [text-space] hint: a text after | or > ends in a line break; write |- or >-",
		"903: the phrase has white space before or after it [text-space]",
		"904: the phrase has more than one line [text-space]",
		"905: the action has white space before or after it [text-space]",
		"906: the text of since has white space before or after it [text-space]",
		"907: the reason has white space before or after it [text-space] hint: a text after | or > ends in a line break; write |- or >-",
	}},
	{"long summary", summed(strings.Repeat("\u00e9", 4_001)), []string{
		"900: the summary has 4001 characters, but may have at most 4000 [text-too-long]",
	}},
	{"long enough summary", summed(strings.Repeat("\u00e9", 4_000)), nil},
	{"long texts", func(_ *codes.Catalog, http, _, _ *codes.Table) {
		long := strings.Repeat("a", 65_537)
		http.Title.Value, http.Codes[0].Phrase.Value, http.Reference.URL.Value = long[1:], long, "https://"+long[8:]
		http.Codes[0].Properties[3].Fact = one(900, long)
	}, []string{
		"3: the url has 65537 characters, but may have at most 65536 [text-too-long]",
		"13: the phrase has 65537 characters, but may have at most 65536 [text-too-long]",
		"900: the property value has 65537 characters, but may have at most 65536 [text-too-long]",
	}},
	{"deprecated at once", summed("Deprecated: use another."), []string{
		`900: a line of the summary begins with "Deprecated:" [doc-spoof] hint: say it with deprecated: {reason: …}`,
	}},
	{"deprecated in a later paragraph", summed("It worked.\r\n\r\n \tDeprecated: no."), []string{
		`900: a line of the summary begins with "Deprecated:" [doc-spoof] hint: say it with deprecated: {reason: …}`,
	}},
	{"deprecated behind a line separator", summed("It worked.\u2028Deprecated:no."), []string{
		`900: a line of the summary begins with "Deprecated:" [doc-spoof] hint: say it with deprecated: {reason: …}`,
	}},
	{"deprecated inside a line", summed("It worked. Deprecated: not."), nil},
	{"deprecated everywhere", func(_ *codes.Catalog, http, _, _ *codes.Table) {
		http.Title.Value = "Deprecated: a title"
		http.Codes[0].Action = at(900, "Deprecated: an action")
		http.Codes[2].Deprecated.Reason.Value = "Deprecated: a reason"
		http.Retired[0].Reason.Value = "Deprecated: another"
	}, []string{
		`3: a line of the title begins with "Deprecated:" [doc-spoof] hint: say it with deprecated: {reason: …}`,
		`12: a line of the reason begins with "Deprecated:" [doc-spoof] hint: say it with deprecated: {reason: …}`,
		`15: a line of the reason begins with "Deprecated:" [doc-spoof] hint: say it with deprecated: {reason: …}`,
		`900: a line of the action begins with "Deprecated:" [doc-spoof] hint: say it with deprecated: {reason: …}`,
	}},
	{"http url", linked("http://example.com"), []string{
		`14: the url "http://example.com" does not start with https:// or mailto: [reference-url]`,
	}},
	{"javascript url", linked("javascript:alert(1)"), []string{
		`14: the url "javascript:alert(1)" does not start with https:// or mailto: [reference-url]`,
	}},
	{"url of no scheme", linked("example.com/a"), []string{
		`14: the url "example.com/a" does not start with https:// or mailto: [reference-url]`,
	}},
	{"url with a space", linked("https://example.com/a b"), []string{
		`14: the url "https://example.com/a b" holds white space or a control character [reference-url]`,
	}},
	{"url with a line break", linked("https://example.com/\n"), []string{
		`14: the url "https://example.com/\n" holds white space or a control character [reference-url]`,
	}},
	{"url that cannot be read", linked("https://[::1"), []string{
		`14: the url "https://[::1" cannot be read [reference-url]`,
	}},
	{"url of no host", linked("https:///a"), []string{
		`14: the url "https:///a" leads nowhere [reference-url]`,
	}},
	{"mail to nobody", linked("mailto:"), []string{
		`14: the url "mailto:" leads nowhere [reference-url]`,
	}},
	{"url of the table", func(_ *codes.Catalog, http, _, _ *codes.Table) { http.Reference.URL.Value = "ftp://example.com" }, []string{
		`3: the url "ftp://example.com" does not start with https:// or mailto: [reference-url]`,
	}},
}
