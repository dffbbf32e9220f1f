package registry

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"path"
	"regexp"
	"strings"

	"github.com/statusgen/statusgen/generator/internal/diag"
)

// readCSV reads a file of rows below a heading. IANA calls the file as the
// registry in it.
func readCSV(content []byte, file string) ([]*Sheet, diag.List) {
	var found diag.List
	reader := csv.NewReader(bytes.NewReader(content))
	reader.ReuseRecord = true
	sheet := &Sheet{Pos: diag.Pos{File: file, Line: 1, Column: 1}, Columns: map[string]bool{}}
	sheet.ID = strings.TrimSuffix(path.Base(file), path.Ext(file))
	heading, err := reader.Read()
	var columns []string
	for _, column := range heading {
		column = Column(column)
		if sheet.Columns[column] {
			found.Add(ruleUnreadable, sheet.Pos, fmt.Sprintf("the heading has the column %q twice", column))
			return nil, found
		}
		sheet.Columns[column] = true
		columns = append(columns, column)
	}
	for err == nil {
		var row []string
		if row, err = reader.Read(); err != nil {
			break
		}
		line, column := reader.FieldPos(0)
		if len(sheet.Records) == maxRecords {
			found.Add(ruleUnreadable, diag.Pos{File: file, Line: line, Column: column}, errTooMany.Error())
			return nil, found
		}
		record := Record{Pos: diag.Pos{File: file, Line: line, Column: column}, Fields: map[string]string{}}
		for i, field := range row {
			if record.Fields[columns[i]], err = clean(field); err != nil {
				found.Add(ruleUnreadable, record.Pos, err.Error())
				return nil, found
			}
		}
		record.Sources = cited(record.Fields["reference"] + record.Fields["specification"])
		sheet.Records = append(sheet.Records, record)
	}
	if err != io.EOF {
		pos := diag.Pos{File: file}
		var syntax *csv.ParseError
		if errors.As(err, &syntax) {
			pos.Line, pos.Column = syntax.Line, max(syntax.Column, 1)
			err = syntax.Err
		}
		found.Add(ruleUnreadable, pos, fmt.Sprintf("this is no CSV: %s", err))
		return nil, found
	}
	return []*Sheet{sheet}, found
}

// Column gives the name of a column as it is looked for: the words of its
// heading, in lower case.
func Column(heading string) string {
	return strings.ToLower(strings.Join(strings.Fields(heading), "_"))
}

var bracketed = regexp.MustCompile(`\[([^\[\]]+)\]`)

// cited gives the documents in IANA's column of references:
// [RFC9110, Section 15.2.1][RFC9111].
func cited(text string) (sources []Source) {
	for _, source := range bracketed.FindAllStringSubmatch(text, -1) {
		document, _, _ := strings.Cut(source[1], ",")
		s := Source{Data: strings.ToLower(document), Text: source[1]}
		switch {
		case strings.HasPrefix(s.Data, "rfc"):
			s.Type = "rfc"
		case strings.HasPrefix(s.Data, "draft-"):
			s.Type = "draft"
		}
		sources = append(sources, s)
	}
	return sources
}
