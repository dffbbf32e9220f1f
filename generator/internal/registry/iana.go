package registry

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/statusgen/statusgen/generator/internal/diag"
)

// Registry says which of IANA's registries a table follows, and how what it
// says is to be read. All that is special about one is here.
type Registry struct {
	ID    string // of the registry, which also is the name of its CSV file
	Table string // ours, or one of the same name that somebody keeps

	Phrase   string // the column of phrases; empty: one of those below
	Symbol   string // the column of symbols; empty: there are none
	Property string // of the table, which holds the symbols
	Prefix   string // of symbols, which names do not have
	Spaced   bool   // phrases are words that the registry joins by underscores
	Source   string // the document of rows that cite none

	// Part is the property and the value that codes of the registry have, where
	// others of the table are in another one. About a code that is in both, the
	// one decides whose value is the last; phrases of the other stand beside.
	Part [2]string

	// Apart are the rows that the table differs from on purpose, and why.
	Apart map[string]string
}

// Registries are those that our tables follow, and one that a table of a
// maker's may.
var Registries = []*Registry{
	{ID: "http-status-codes-1", Table: "http"},
	{ID: "error-code", Table: "http2", Symbol: "name", Property: "symbol"},
	{ID: "http3-parameters-error-codes", Table: "http3", Symbol: "name", Property: "symbol", Prefix: "h3_"},
	{ID: "quic-transport-error-codes", Table: "quic", Symbol: "name", Property: "symbol", Apart: map[string]string{
		"0x4143414213370002": "a source holds integers up to 2^53-1, as JavaScript does",
	}},
	{ID: "response-codes", Table: "coap"},
	{ID: "dns-parameters-6", Table: "dns_rcode", Symbol: "name", Property: "mnemonic"},
	{ID: "rtsp-parameters-3", Table: "rtsp", Part: [2]string{"versions", "v1"}},
	{ID: "status-codes", Table: "rtsp", Part: [2]string{"versions", "v2"}},
	{ID: "sip-parameters-7", Table: "sip", Source: "rfc3261"},
	{ID: "smtp-enhanced-status-codes-3", Table: "smtp_enhanced", Phrase: "sample"},
	{ID: "tls-parameters-6", Table: "tls_alert", Spaced: true},
	{ID: "close-code-number", Table: "websocket", Apart: map[string]string{
		"1014": "the registry has two sentences in the place of a phrase, and people say Bad Gateway",
	}},
}

// Without gives the registry with further rows that a table differs from on
// purpose.
func (r *Registry) Without(rows []string) *Registry {
	if len(rows) == 0 {
		return r
	}
	without := *r
	without.Apart = maps.Clone(r.Apart)
	if without.Apart == nil {
		without.Apart = map[string]string{}
	}
	for _, row := range rows {
		without.Apart[row] = "it is passed over"
	}
	return &without
}

// Row is what a registry says of a code. What it does not say is empty.
type Row struct {
	Pos       diag.Pos
	Code      string // as the registry writes it
	Last      string // of a range of codes
	Vacant    bool   // nothing is assigned to them
	Private   bool   // nor ever will be
	Symbol    string
	Phrase    string
	Remark    string // behind the phrase: TEMPORARY - registered 2024-11-13
	Lifecycle string // by the remark or the status of the row
	Sources   []Source
}

// What IANA calls the columns of codes and of phrases. Its CSV has other words
// than its XML.
var (
	codeColumns   = []string{"value", "code", "status_code", "response_code", "rcode"}
	phraseColumns = []string{"description", "meaning", "sample_text"}
)

// Rows reads the rows of a registry.
func (r *Registry) Rows(sheet *Sheet) ([]Row, diag.List) {
	var found diag.List
	column := func(what string, names ...string) string {
		i := slices.IndexFunc(names, func(name string) bool { return sheet.Columns[name] })
		if i < 0 {
			found.Add(ruleColumn, sheet.Pos, fmt.Sprintf("the registry %s has no column of %s, %q", r.ID, what, names[0]), has(sheet))
			return ""
		}
		return names[i]
	}
	code := column("codes", codeColumns...)
	phrase := r.Phrase
	if phrase == "" || !sheet.Columns[phrase] {
		phrase = column("phrases", phraseColumns...)
	}
	if r.Symbol != "" {
		column("symbols", r.Symbol)
	}
	if found.HasErrors() {
		return nil, found
	}
	rows := make([]Row, 0, len(sheet.Records))
	for _, record := range sheet.Records {
		rows = append(rows, r.row(record, record.Fields[code], record.Fields[phrase]))
	}
	return rows, found
}

// has hints at the columns that there are.
func has(sheet *Sheet) diag.Option {
	var columns []string
	for column := range sheet.Columns {
		columns = append(columns, column)
	}
	slices.Sort(columns)
	return diag.Hint("it has %s", strings.Join(columns, ", "))
}

func (r *Registry) row(record Record, code, phrase string) Row {
	row := Row{Pos: record.Pos, Code: code, Symbol: record.Fields[r.Symbol], Phrase: phrase, Sources: record.Sources}
	if first, last, isRange := strings.Cut(code, "-"); isRange && first != "" && last != "" {
		row.Code, row.Last = first, last
	}
	row.Phrase, row.Remark, row.Lifecycle = remark(phrase)
	if r.Spaced {
		row.Phrase = strings.ReplaceAll(row.Phrase, "_", " ")
	}
	if row.Lifecycle == "" && record.Fields["status"] == "provisional" {
		row.Lifecycle = "temporary"
	}
	if row.Sources == nil && r.Source != "" {
		row.Sources = []Source{{Type: "rfc", Data: r.Source}}
	}
	called := row.Symbol
	if called == "" {
		called = row.Phrase
	}
	switch called = strings.ToLower(called); {
	case strings.HasPrefix(called, "unassigned"):
		row.Vacant = true
	case strings.HasPrefix(called, "private use"):
		row.Vacant, row.Private = true, true
	case strings.HasPrefix(called, "reserved"):
		row.Vacant, row.Private, row.Lifecycle = true, strings.Contains(called, "private"), "reserved"
	}
	return row
}

// remarks are the words that IANA begins a remark with.
var remarks = map[string]string{
	"temporary": "temporary", "provisional": "temporary", "experimental": "experimental", "unused": "unused",
	"deprecated": "deprecated", "obsolete": "obsolete", "obsoleted": "obsolete", "historic": "obsolete", "reserved": "reserved",
}

// remark takes a phrase apart: Not Extended (OBSOLETED). In the registries of
// TLS, _RESERVED is behind what older versions used.
func remark(phrase string) (without, remark, lifecycle string) {
	if before, ok := strings.CutSuffix(phrase, "_RESERVED"); ok {
		return before, "RESERVED", "obsolete"
	}
	open := strings.LastIndex(phrase, "(")
	if open < 0 || !strings.HasSuffix(phrase, ")") {
		return phrase, "", ""
	}
	remark = phrase[open+1 : len(phrase)-1]
	word, _, _ := strings.Cut(remark, " ")
	lifecycle = remarks[strings.ToLower(strings.TrimRight(word, ",;:"))]
	if lifecycle == "" {
		return phrase, "", ""
	}
	return strings.TrimSpace(phrase[:open]), remark, lifecycle
}

// Unknown finds that no table follows a registry of a file.
func Unknown(sheets []*Sheet, file string, followed []string) diag.List {
	var found diag.List
	var there []string
	for _, sheet := range sheets {
		if len(sheet.Records) > 0 {
			there = append(there, sheet.ID)
		}
	}
	message := "no table follows a registry of this file, which holds no records"
	if len(there) > 0 {
		message = "no table follows a registry of this file: " + strings.Join(there, ", ")
	}
	hint := "no table follows any registry"
	if len(followed) > 0 {
		hint = "the tables follow " + strings.Join(followed, ", ")
	}
	found.Add(ruleUnknown, diag.Pos{File: file, Line: 1, Column: 1}, message, diag.Hint("%s", hint))
	return found
}
