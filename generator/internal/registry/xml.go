package registry

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/statusgen/statusgen/generator/internal/diag"
)

const (
	maxDepth  = 32 // elements in each other; IANA has seven
	maxFields = 64 // in a record; IANA has a dozen
)

// readXML reads a file of IANA's: registries in registries, and the records of
// each. There are no entities but those of XML itself.
func readXML(content []byte, file string) ([]*Sheet, diag.List) {
	r := &xmlReader{file: file, decoder: xml.NewDecoder(bytes.NewReader(content))}
	r.decoder.CharsetReader = func(encoding string, content io.Reader) (io.Reader, error) {
		if strings.EqualFold(encoding, "us-ascii") {
			return content, nil
		}
		return nil, &encodingError{encoding}
	}
	var found diag.List
	if err := r.read(); err != nil {
		line, column := r.decoder.InputPos()
		pos := diag.Pos{File: file, Line: line, Column: column}
		var syntax *xml.SyntaxError
		var encoding *encodingError
		switch {
		case errors.As(err, &syntax):
			err = fmt.Errorf("this is no well-formed XML: %s", syntax.Msg)
		case errors.As(err, &encoding):
			err = encoding
		}
		found.Add(ruleUnreadable, pos, err.Error())
		return nil, found
	}
	return r.sheets, found
}

// encodingError is an encoding that is not read.
type encodingError struct{ encoding string }

func (e *encodingError) Error() string {
	return fmt.Sprintf("the file says that it is in %s; a registry is in UTF-8", e.encoding)
}

type xmlReader struct {
	file    string
	decoder *xml.Decoder
	open    []string // elements
	within  []*Sheet // registries that are open
	sheets  []*Sheet

	entries int // registries and records so far

	record *Record
	depth  int // of the record
	text   strings.Builder
	source *Source
	cited  strings.Builder
}

func (r *xmlReader) read() error {
	for {
		token, err := r.decoder.Token()
		if err == io.EOF && len(r.open) == 0 && len(r.sheets) > 0 {
			return nil
		}
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.Directive:
			return errors.New("a registry has no document type declaration, so that it has no entities either")
		case xml.StartElement:
			err = r.start(t)
		case xml.EndElement:
			err = r.end(t.Name.Local)
		case xml.CharData:
			r.text.Write(t)
			if r.source != nil {
				r.cited.Write(t)
			}
		}
		if err != nil {
			return err
		}
	}
}

func (r *xmlReader) start(element xml.StartElement) error {
	name := element.Name.Local
	switch {
	case len(r.open) == 0 && name != "registry":
		return fmt.Errorf("this is none of IANA's registries: it is <%s>, not <registry>", name)
	case len(r.open) == maxDepth:
		return fmt.Errorf("elements lie more than %d deep in each other", maxDepth)
	}
	r.open = append(r.open, name)
	if name == "registry" || name == "record" {
		if r.entries++; r.entries > maxRecords {
			return errTooMany
		}
	}
	switch {
	case r.record != nil && name == "xref":
		r.source = &Source{Type: attribute(element, "type"), Data: attribute(element, "data")}
		r.cited.Reset()
	case r.record != nil && len(r.open) == r.depth+1:
		r.text.Reset()
	case r.record != nil:
	case name == "registry":
		sheet := &Sheet{ID: attribute(element, "id"), Pos: r.pos(), Columns: map[string]bool{}}
		r.within, r.sheets = append(r.within, sheet), append(r.sheets, sheet)
	case name == "record":
		r.record, r.depth = &Record{Pos: r.pos(), Fields: map[string]string{}}, len(r.open)
	default:
		r.text.Reset()
	}
	return nil
}

func (r *xmlReader) end(name string) error {
	r.open = r.open[:len(r.open)-1]
	sheet := r.within[len(r.within)-1]
	switch {
	case r.record != nil && len(r.open) == r.depth-1:
		sheet.Records = append(sheet.Records, *r.record)
		r.record = nil
	case r.record != nil && name == "xref" && r.source != nil:
		text, err := clean(r.cited.String())
		if err != nil {
			return err
		}
		r.source.Text = text
		r.record.Sources = append(r.record.Sources, *r.source)
		r.source = nil
	case r.record != nil && len(r.open) == r.depth:
		return r.field(sheet, name)
	case r.record != nil:
	case name == "registry":
		r.within = r.within[:len(r.within)-1]
	case name == "title" && r.open[len(r.open)-1] == "registry":
		var err error
		sheet.Title, err = clean(r.text.String())
		return err
	}
	return nil
}

// field ends a field of a record. One that comes twice is one text.
func (r *xmlReader) field(sheet *Sheet, name string) error {
	if len(r.record.Fields) == maxFields {
		return fmt.Errorf("a record has more than %d fields", maxFields)
	}
	text, err := clean(r.record.Fields[name] + " " + r.text.String())
	r.record.Fields[name] = text
	sheet.Columns[name] = true
	return err
}

func (r *xmlReader) pos() diag.Pos {
	line, column := r.decoder.InputPos()
	return diag.Pos{File: r.file, Line: line, Column: column}
}

func attribute(element xml.StartElement, name string) string {
	for _, a := range element.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
