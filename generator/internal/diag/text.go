package diag

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Shown is how many findings WriteText prints before it only counts.
const Shown = 100

// WriteText prints the findings as a person reads them: place, sentence and
// rule, then the line with a caret, the other places, and a hint. source gives
// the bytes of a file; where it gives none, the line is left out.
func (l List) WriteText(w io.Writer, source func(file string) []byte) error {
	out := bufio.NewWriter(w)
	quoted := quoter{source: source, files: map[string]*lines{}}
	for _, d := range l[:min(len(l), Shown)] {
		fmt.Fprintf(out, "%s: %s: %s [%s]\n", Visible(d.Pos.String()), d.Rule.Severity, Visible(d.Message), d.Rule.label())
		quoted.quote(out, d.Pos)
		for _, pos := range d.Related {
			fmt.Fprintf(out, "  see %s\n", Visible(pos.String()))
		}
		if d.Hint != "" {
			fmt.Fprintf(out, "  hint: %s\n", strings.ReplaceAll(d.advice(), "\n", "\n    "))
		}
	}
	if more := len(l) - Shown; more > 0 {
		fmt.Fprintf(out, "… and %d more\n", more)
	}
	return out.Flush()
}

// quoter shows lines of files. The findings come in order, so that it goes
// through each file once.
type quoter struct {
	source func(file string) []byte
	files  map[string]*lines
}

// lines is a file that is read line by line.
type lines struct {
	content []byte
	rest    []byte // from the start of the line
	number  int    // of the line
}

// line gives a line of the file; ok is false behind its end.
func (l *lines) line(number int) (text []byte, ok bool) {
	if number < l.number || l.number == 0 {
		l.rest, l.number = l.content, 1
	}
	for l.number < number {
		_, rest, more := bytes.Cut(l.rest, []byte("\n"))
		if !more {
			return nil, false
		}
		l.rest = rest
		l.number++
	}
	text, _, _ = bytes.Cut(l.rest, []byte("\n"))
	return text, true
}

func (q *quoter) quote(w io.Writer, pos Pos) {
	if !pos.IsValid() {
		return
	}
	file, known := q.files[pos.File]
	if !known {
		file = &lines{content: q.source(pos.File)}
		q.files[pos.File] = file
	}
	found, ok := file.line(pos.Line)
	if !ok {
		return
	}
	line := strings.TrimSuffix(string(found), "\r")
	if pos.Line == 1 {
		line = strings.TrimPrefix(line, "\uFEFF")
	}
	text, indent := excerpt(line, pos.Column)
	number := fmt.Sprintf("    %d", pos.Line)
	fmt.Fprintf(w, "%s | %s\n", number, text)
	fmt.Fprintf(w, "%*s | %s^\n", len(number), "", indent)
}

// An excerpt of a long line shows so many runes before and after the caret.
const before, after = 80, 80

// excerpt gives a line as a terminal can show it, and what moves a caret below
// the rune at column. Tabs stay tabs in both.
func excerpt(line string, column int) (text, indent string) {
	var shown, below strings.Builder
	n := 0
	for _, r := range line {
		n++
		switch {
		case n < column-before:
			continue
		case n == column-before && n > 1:
			shown.WriteString("…")
			below.WriteString(" ")
		case n > column+after:
			return shown.String() + "…", below.String()
		}
		piece := Visible(string(r))
		if r == '\t' {
			piece = "\t"
		}
		shown.WriteString(piece)
		if n < column {
			below.WriteString(blank(piece))
		}
	}
	return strings.TrimRight(shown.String(), " \t"), below.String()
}

// blank gives white space as wide as text.
func blank(text string) string {
	var b strings.Builder
	for _, r := range text {
		switch {
		case r == '\t':
			b.WriteByte('\t')
		case unicode.In(r, unicode.Mn, unicode.Me):
		case isWide(r):
			b.WriteString("  ")
		default:
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// Width is how many cells of a terminal a visible text fills.
func Width(text string) int { return len(blank(text)) }

// isWide reports whether a terminal gives a rune two cells.
func isWide(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana) ||
		0x3000 <= r && r <= 0x303E || r == 0x30FC || 0xFF01 <= r && r <= 0xFF60 || 0x1F300 <= r && r <= 0x1FAFF ||
		strings.ContainsRune("⌚⌛⏩⏪⏫⏬⏰⏳◽◾☔☕♈♉♊♋♌♍♎♏♐♑♒♓♿⚓⚡⚪⚫⚽⚾⛄⛅⛎⛔⛪⛲⛳⛵⛺⛽✅✊✋✨❌❎❓❔❕❗➕➖➗➰➿⬛⬜⭐⭕", r)
}

// Visible gives text without anything that a terminal would act on, or that a
// reader could not see.
func Visible(text string) string {
	var b strings.Builder
	for i, r := range text {
		switch {
		case r == utf8.RuneError && !strings.HasPrefix(text[i:], "\uFFFD"):
			fmt.Fprintf(&b, "<%02X>", text[i])
		case r == ' ' || unicode.IsGraphic(r) && !unicode.IsSpace(r):
			b.WriteRune(r)
		default:
			fmt.Fprintf(&b, "<U+%04X>", r)
		}
	}
	return b.String()
}

// VisibleLines is Visible for a text of several lines.
func VisibleLines(text string) string {
	lines := strings.Split(text, "\n")
	for i := range lines {
		lines[i] = Visible(lines[i])
	}
	return strings.Join(lines, "\n")
}
