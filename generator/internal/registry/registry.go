// Package registry reads the registries that tables follow: those of IANA, as
// XML or CSV, and any other CSV. It trusts nothing of them, and knows no tables:
// what a registry says of a code is text.
package registry

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/statusgen/statusgen/generator/internal/diag"
)

var (
	ruleUnreadable = &diag.Rule{
		Name: "registry-unreadable",
		Doc:  "A registry is well-formed XML of IANA's form, or CSV, in UTF-8 and of no more than 16 MiB, because what is read by halves would look like codes that are gone.",
	}
	ruleColumn = &diag.Rule{
		Name: "registry-column",
		Doc:  "A registry has the columns that its codes are read from.",
	}
	ruleUnknown = &diag.Rule{
		Name: "registry-unknown",
		Doc:  "A file that is imported has a registry that one of the tables follows.",
	}
)

// Rules are the rules about registries.
var Rules = []*diag.Rule{ruleUnreadable, ruleColumn, ruleUnknown}

// MaxSize is how large a file may be. The largest one of IANA's has 7 MiB.
const MaxSize = 16 << 20

// maxRecords is how many records and registries a file may have. Each costs
// some hundred bytes, however small it is in the file.
const maxRecords = 1 << 18

var errTooMany = fmt.Errorf("the file has more than %d records", maxRecords)

// Sheet is one registry of a file: columns, and a record for each row.
type Sheet struct {
	ID      string // as IANA calls it; empty where the file does not say
	Title   string
	Pos     diag.Pos
	Columns map[string]bool // that some record has, or the heading
	Records []Record
}

// Record is a row of a registry.
type Record struct {
	Pos     diag.Pos
	Fields  map[string]string // by column; white space is single spaces
	Sources []Source          // that it cites
}

// Source is a document or page that a record cites.
type Source struct {
	Type string // of IANA: rfc, draft, uri …; empty in CSV
	Data string // rfc9110, or an address
	Text string // RFC9110, Section 15.2.1; may be empty
}

// Read reads a file. What its first character says decides whether it is XML.
func Read(content []byte, file string) ([]*Sheet, diag.List) {
	var found diag.List
	content = bytes.TrimPrefix(content, []byte("\uFEFF"))
	switch start := bytes.TrimLeft(content, " \t\r\n"); {
	case len(content) > MaxSize:
		found.Add(ruleUnreadable, diag.Pos{File: file}, fmt.Sprintf("the file is larger than %d MiB", MaxSize>>20))
	case len(start) == 0:
		found.Add(ruleUnreadable, diag.Pos{File: file}, "the file is empty")
	case !utf8.Valid(content):
		found.Add(ruleUnreadable, notUTF8(content, file), "the file is not UTF-8 here")
	case start[0] == '<':
		return readXML(content, file)
	default:
		return readCSV(content, file)
	}
	return nil, found
}

// notUTF8 gives the place of the first byte that is no part of a character.
func notUTF8(content []byte, file string) diag.Pos {
	pos := diag.Pos{File: file, Line: 1, Column: 1}
	for len(content) > 0 {
		r, size := utf8.DecodeRune(content)
		if r == utf8.RuneError && size == 1 {
			break
		}
		if pos.Column++; r == '\n' {
			pos.Line, pos.Column = pos.Line+1, 1
		}
		content = content[size:]
	}
	return pos
}

// clean gives a text with single spaces. What no source may hold is an error:
// control characters, and those that change what is seen around them.
func clean(text string) (string, error) {
	for _, r := range text {
		if !unicode.IsGraphic(r) && !unicode.IsSpace(r) {
			return "", fmt.Errorf("a text holds U+%04X, which a source cannot hold", r)
		}
	}
	return strings.Join(strings.Fields(text), " "), nil
}
