package check_test

import (
	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
)

// at places a value on a line of codes.yaml.
func at[T any](line int, value T) codes.At[T] {
	return codes.At[T]{Value: value, Pos: on(line)}
}

func on(line int) diag.Pos {
	return diag.Pos{File: "codes.yaml", Line: line, Column: 1}
}

func texts(line int, values ...string) []codes.At[string] {
	var list []codes.At[string]
	for _, v := range values {
		list = append(list, at(line, v))
	}
	return list
}

func within(line int, low, high int64) *codes.Range {
	return &codes.Range{Pos: on(line), Min: low, Max: high}
}

func number(line int, n int64, name string) *codes.Code {
	return &codes.Code{Pos: on(line), Value: at(line, codes.IntegerValue(n)), Name: at(line, name)}
}

func word(line int, text, name string) *codes.Code {
	return &codes.Code{Pos: on(line), Value: at(line, codes.TextValue(text)), Name: at(line, name)}
}

func one(line int, value any) *codes.Fact {
	return &codes.Fact{Pos: on(line), Items: []codes.Scalar{{Pos: on(line), Value: value}}}
}

func many(line int, values ...any) *codes.Fact {
	fact := &codes.Fact{Pos: on(line), List: true}
	for _, v := range values {
		fact.Items = append(fact.Items, codes.Scalar{Pos: on(line), Value: v})
	}
	return fact
}

func set(line int, property string, fact *codes.Fact) codes.Setting {
	return codes.Setting{Property: at(line, property), Fact: fact}
}

func alias(line int, name string, only ...string) *codes.Alias {
	return &codes.Alias{Name: at(line, name), Only: texts(line, only...)}
}

func deprecated(line int, use string) *codes.Deprecation {
	d := &codes.Deprecation{Pos: on(line), Since: at(line, "2.0"), Reason: at(line, "It said too little.")}
	if use != "" {
		d.Use = at(line, use)
	}
	return d
}

// The lines on which the parts of the rich catalogue stand. A test that
// changes one of them adds lines of its own from 900 on.
const (
	goLine = 1 + iota
	rubyLine
	httpLine
	httpRange
	successLine
	clientLine
	retryLine
	cacheLine
	grpcProperty
	limitLine
	noteLine
	retiredLine
	okLine
	noContentLine
	foundLine
	notFoundLine
	goneLine
)

const (
	grpcLine = 30 + iota
	grpcRange
	httpProperty
	grpcOK
	cancelledLine
)

const (
	sqlLine = 40 + iota
	patternLine
	warningLine
	syntaxLine
	privateLine
	truncatedLine
	noTableLine
	customLine
	wordLine
)

func capital(lower, written string) codes.Word {
	return codes.Word{Lower: at(wordLine, lower), Written: at(wordLine, written)}
}

// rich is a catalogue that has a bit of everything and breaks no rule.
func rich() *codes.Catalog {
	return &codes.Catalog{
		Targets: []*codes.Target{
			{Name: at(goLine, "go"), Out: at(goLine, "gen/go")},
			{Name: at(rubyLine, "ruby"), Out: at(rubyLine, "gen/ruby"), Templates: at(rubyLine, "templates/ruby")},
		},
		Words:  []codes.Word{capital("http", "HTTP"), capital("grpc", "gRPC"), capital("oauth2", "OAuth2")},
		Tables: []*codes.Table{richHTTP(), richGRPC(), richSQL()},
	}
}

func richHTTP() *codes.Table {
	ok := number(okLine, 200, "ok")
	ok.Phrase, ok.Also = at(okLine, "OK"), texts(okLine, "Fine")
	ok.Properties = []codes.Setting{
		set(okLine, "cache", one(okLine, true)),
		set(okLine, "grpc", many(okLine, "ok")),
		set(okLine, "limit", one(okLine, int64(-1))),
		set(okLine, "note", one(okLine, " kept as it is ")),
	}
	noContent := number(noContentLine, 204, "no_content")
	noContent.Summary = at(noContentLine, "It worked.\n\nThere is no more to say.")
	noContent.Reference = &codes.Reference{Pos: on(noContentLine), Text: at(noContentLine, "The editor"), URL: at(noContentLine, "mailto:editor@example.com")}
	found := number(foundLine, 250, "found")
	found.Deprecated, found.Lifecycle = deprecated(foundLine, "ok"), at(foundLine, codes.Obsolete)
	notFound := number(notFoundLine, 404, "not_found")
	notFound.Phrase = at(notFoundLine, "Not Found")
	notFound.Aliases = []*codes.Alias{alias(notFoundLine, "missing", "go")}
	notFound.Spell = []codes.Spelling{{Target: at(notFoundLine, "go"), Identifier: at(notFoundLine, "Missing_1")}}
	notFound.Properties = []codes.Setting{set(notFoundLine, "retry", one(notFoundLine, "never"))}
	gone := number(goneLine, 410, "gone")
	gone.Properties = []codes.Setting{set(goneLine, "retry", one(goneLine, "always"))}
	return &codes.Table{
		Name: at(httpLine, "http"), Title: at(httpLine, "HTTP status codes"), Summary: at(httpLine, "What a server answers."),
		Type: at(httpLine, "http_status"), Range: within(httpRange, 100, 599), Since: at(httpLine, "RFC 1945"),
		Reference: &codes.Reference{Pos: on(httpLine), Text: at(httpLine, "RFC 9110"), URL: at(httpLine, "https://www.rfc-editor.org/rfc/rfc9110#section-15")},
		Classes: []*codes.Class{
			{Name: at(successLine, "success"), Range: within(successLine, 200, 299)},
			{Name: at(clientLine, "client_error"), Range: within(clientLine, 400, 499), Defaults: []codes.Setting{set(clientLine, "retry", one(clientLine, "never"))}},
		},
		Properties: []*codes.Property{
			{Name: at(retryLine, "retry"), Type: at(retryLine, codes.OneOfProperty), Values: texts(retryLine, "never", "always"),
				RequiredIn: texts(retryLine, "client_error"), AllowedIn: texts(retryLine, "client_error")},
			{Name: at(cacheLine, "cache"), Type: at(cacheLine, codes.BooleanProperty), Default: one(cacheLine, false)},
			{Name: at(grpcProperty, "grpc"), Type: at(grpcProperty, codes.CodeProperty), Many: true, Table: at(grpcProperty, "grpc"), Default: many(grpcProperty)},
			{Name: at(limitLine, "limit"), Type: at(limitLine, codes.IntegerProperty)},
			{Name: at(noteLine, "note"), Type: at(noteLine, codes.TextProperty)},
		},
		Retired: []*codes.Retired{{Pos: on(retiredLine), Code: &codes.At[codes.Value]{Value: codes.IntegerValue(509), Pos: on(retiredLine)},
			Name: at(retiredLine, "bandwidth"), Reason: at(retiredLine, "It was never registered.")}},
		Codes: []*codes.Code{ok, noContent, found, notFound, gone},
	}
}

func richGRPC() *codes.Table {
	ok, cancelled := number(grpcOK, 0, "ok"), number(cancelledLine, 1, "cancelled")
	ok.Properties = []codes.Setting{set(grpcOK, "http", one(grpcOK, "ok"))}
	cancelled.Properties = []codes.Setting{set(cancelledLine, "http", one(cancelledLine, int64(499)))}
	cancelled.Summary, cancelled.Since = at(cancelledLine, "The caller left."), at(cancelledLine, "1.0")
	ok.Summary, ok.Since = at(grpcOK, "It worked."), at(grpcOK, "1.0")
	return &codes.Table{
		Name: at(grpcLine, "grpc"), Type: at(grpcLine, "grpc"), Unknown: codes.Closed, Range: within(grpcRange, 0, 16),
		Require: texts(grpcLine, "summary", "since"),
		Properties: []*codes.Property{{Name: at(httpProperty, "http"), Type: at(httpProperty, codes.CodeProperty), Table: at(httpProperty, "http"),
			Summary: at(httpProperty, "What a gateway answers.")}},
		Codes: []*codes.Code{ok, cancelled},
	}
}

func richSQL() *codes.Table {
	return &codes.Table{
		Name: at(sqlLine, "sqlstate"), Kind: codes.Text, Pattern: at(patternLine, `^[0-9A-Z]{5}$|^x_(?:[a-z]+)$`),
		Classes: []*codes.Class{
			{Name: at(warningLine, "warning"), Prefix: at(warningLine, "01"), Summary: at(warningLine, "It worked, but.")},
			{Name: at(syntaxLine, "syntax"), Glob: at(syntaxLine, "4??01")},
			{Name: at(privateLine, "private"), Glob: at(privateLine, "x_*")},
		},
		Codes: []*codes.Code{
			word(truncatedLine, "01004", "truncated"),
			word(noTableLine, "42P01", "undefined_table"),
			word(customLine, "x_custom", "x_custom"),
		},
	}
}
