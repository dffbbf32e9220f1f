package diag

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"unicode"
	"unicode/utf16"
)

// formVersion counts the revisions of the form that WriteJSON writes.
// docs/findings.schema.json describes it.
const formVersion = 1

type report struct {
	Version  int       `json:"version"`
	Findings []finding `json:"findings"`
	Bump     string    `json:"bump,omitempty"`
}

// finding is one Diagnostic.
type finding struct {
	place
	Rule     string  `json:"rule"`
	Severity string  `json:"severity"`
	Level    string  `json:"level,omitempty"`
	Message  string  `json:"message"`
	Hint     string  `json:"hint,omitempty"`
	Related  []place `json:"related,omitempty"`
}

// place is a Pos, as much of it as there is.
type place struct {
	File   string `json:"file,omitempty"`
	Line   int    `json:"line,omitempty"`
	Column int    `json:"column,omitempty"`
}

// WriteJSON writes all findings as one object: half of it is not valid, so
// that what was cut off is never taken for all that there was. Findings about
// changes come with the part of a version that these call for; all others with
// an empty one.
func (l List) WriteJSON(w io.Writer, bump string) error {
	out := report{Version: formVersion, Findings: []finding{}, Bump: bump}
	for _, d := range l {
		f := finding{
			place: place(d.Pos), Rule: d.Rule.Name, Severity: d.Rule.Severity.String(), Level: d.Rule.Level,
			Message: Visible(d.Message), Hint: d.advice(),
		}
		for _, pos := range d.Related {
			f.Related = append(f.Related, place(pos))
		}
		out.Findings = append(out.Findings, f)
	}
	return WriteDocument(w, out)
}

// WriteDocument writes a value as JSON, all at once. Whatever a terminal would
// act on is escaped, which changes nothing of what a program reads: the name
// of a file stays the name of that file.
func WriteDocument(w io.Writer, value any) error {
	var plain, escaped bytes.Buffer
	encoder := json.NewEncoder(&plain)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(value); err != nil {
		return err
	}
	for _, r := range plain.String() {
		if r == '\n' || unicode.IsGraphic(r) {
			escaped.WriteRune(r)
			continue
		}
		for _, unit := range utf16.AppendRune(nil, r) {
			fmt.Fprintf(&escaped, `\u%04x`, unit)
		}
	}
	_, err := w.Write(escaped.Bytes())
	return err
}
