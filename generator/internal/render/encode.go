package render

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/statusgen/statusgen/generator/internal/codes"
)

// Quote writes text as a string literal. Whatever a reader could not see, or
// could mistake, is written as an escape; the value is kept to the last byte.
func Quote(q codes.Quoting, text Text) string { return quote(q, text.raw()) }

func quote(q codes.Quoting, s string) string {
	if isPlain(q, s) {
		return q.Quote + s + q.Quote
	}
	var b strings.Builder
	b.WriteString(q.Quote)
	for _, r := range s {
		piece := string(r)
		escape, escaped := q.Escapes[piece]
		switch {
		case escaped:
			piece = escape
		case piece == q.Quote || r == '\\':
			piece = `\` + piece
		case !visible(r) || completes(q.Apart, b.String(), piece):
			piece = escapeRune(q, r)
		}
		b.WriteString(piece)
	}
	b.WriteString(q.Quote)
	return b.String()
}

// isPlain reports whether a text stands in a literal as it is, as most do.
func isPlain(q codes.Quoting, s string) bool {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c > '~' || c == '\\' {
			return false
		}
	}
	if strings.Contains(s, q.Quote) {
		return false
	}
	for character := range q.Escapes {
		if strings.Contains(s, character) {
			return false
		}
	}
	return !slices.ContainsFunc(q.Apart, func(sequence string) bool { return strings.Contains(q.Quote+s, sequence) })
}

func escapeRune(q codes.Quoting, r rune) string {
	switch {
	case r < 0x80:
		return fmt.Sprintf(q.Byte, r)
	case r < 0x10000:
		return fmt.Sprintf(q.Short, r)
	}
	return fmt.Sprintf(q.Long, r)
}

// completes reports whether piece would finish a sequence that must not stand
// in the output.
func completes(apart []string, before, piece string) bool {
	for _, sequence := range apart {
		head, found := strings.CutSuffix(sequence, piece)
		if found && strings.HasSuffix(before, head) {
			return true
		}
	}
	return false
}

// QuoteWrapped writes text as string literals of at most width columns each,
// broken at spaces where it can be, to be concatenated.
func QuoteWrapped(q codes.Quoting, width int, text Text) []string {
	var pieces []string
	line := ""
	for _, word := range strings.SplitAfter(text.raw(), " ") {
		if line != "" && len(quote(q, line+word)) > width {
			pieces = append(pieces, quote(q, line))
			line = ""
		}
		line += word
	}
	return append(pieces, quote(q, line))
}

// visible reports whether a rune shows as itself wherever it stands: no
// control, format, bidirectional or blank character, nothing that joins to its
// neighbour unseen.
func visible(r rune) bool {
	switch {
	case ' ' <= r && r <= '~':
		return true
	case !unicode.IsGraphic(r) || unicode.IsSpace(r):
		return false
	case unicode.In(r, unicode.Cf, unicode.Cc, unicode.Co, unicode.Cs, unicode.Z,
		unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point):
		return false
	}
	return r != '\u2800' // a Braille pattern without dots
}

// Columns gives the width of text as editors and formatters count it: two for
// each wide character, none for a mark that sits on the one before.
func Columns(s string) int {
	columns := 0
	for _, r := range s {
		switch {
		case r < utf8.RuneSelf:
			columns++
		case unicode.In(r, unicode.Mn, unicode.Me):
		case unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana),
			'\u3000' <= r && r <= '\u303e', '\uff01' <= r && r <= '\uff60', '\U0001f300' <= r && r <= '\U0001faff':
			columns += 2
		default:
			columns++
		}
	}
	return columns
}

// Comment writes documentation as a comment whose lines all start with
// indent, and ends with a newline. The text is shown as it is but for what
// would end the comment or mean something to a tool. No documentation at all
// gives nothing.
func Comment(c codes.Commenting, indent string, doc Doc) string {
	if one, ok := onOneLine(c, indent, doc); ok {
		return one
	}
	var b strings.Builder
	for _, line := range commentLines(c, indent, doc) {
		if line = strings.TrimRight(line, " "); line == "" {
			b.WriteString(strings.TrimRight(indent, " "))
		} else {
			b.WriteString(indent)
			b.WriteString(line)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// onOneLine gives a comment whose marks have room beside its only paragraph, or
// that has no others than those in front of each line.
func onOneLine(c codes.Commenting, indent string, doc Doc) (string, bool) {
	if len(doc.Paragraphs) != 1 || doc.Deprecated != nil {
		return "", false
	}
	text, room := Plain(c, doc.Paragraphs[0]), widthOf(c)-len(indent)
	marked := c.Open != "" && c.Close != ""
	switch {
	case !c.Inline && marked && Columns(c.Open)+1+Columns(text)+Columns(c.Close) <= room:
		return indent + c.Open + " " + text + c.Close + "\n", true
	case text == "" || !isLine(text) || len(text) > room-len(c.Line):
	case c.Inline:
		return indent + c.Open + text + c.Close + "\n", true
	case c.Open == "" && c.Close == "":
		return indent + c.Line + text + "\n", true
	}
	return "", false
}

func widthOf(c codes.Commenting) int {
	if c.Width == 0 {
		return 80
	}
	return c.Width
}

func commentLines(c codes.Commenting, indent string, doc Doc) []string {
	paragraphs := doc.Paragraphs
	text := make([]string, 0, len(paragraphs)+1)
	for _, p := range paragraphs {
		text = append(text, Plain(c, p))
	}
	if doc.Deprecated != nil {
		text = append(text, c.Deprecated+Plain(c, doc.Deprecated))
	}
	if len(text) == 0 {
		return nil
	}
	width := widthOf(c) - len(indent) - len(c.Line)
	var lines []string
	for i, p := range text {
		if i > 0 {
			lines = append(lines, c.Line)
		}
		for _, line := range fill(p, width) {
			lines = append(lines, c.Line+line)
		}
	}
	if c.Inline {
		return inlined(c, lines)
	}
	if c.Open != "" {
		lines = append([]string{c.Open}, lines...)
	}
	if c.Close != "" {
		lines = append(lines, c.Close)
	}
	return lines
}

// inlined puts the opening mark before the first line, and the closing mark
// behind the only one or below several.
func inlined(c codes.Commenting, lines []string) []string {
	lines[0] = c.Open + strings.TrimPrefix(lines[0], c.Line)
	if len(lines) == 1 {
		lines[0] += c.Close
		return lines
	}
	return append(lines, c.Close)
}

// Plain gives text as one line that is safe inside a comment. It loses line
// breaks, and shows what cannot be seen as <U+202E>.
func Plain(c codes.Commenting, text Text) string {
	if isLine(text.raw()) {
		return escaped(c, text.raw())
	}
	var b strings.Builder
	for _, word := range strings.FieldsFunc(text.raw(), isBreak) {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		for _, r := range word {
			if visible(r) {
				b.WriteRune(r)
			} else {
				fmt.Fprintf(&b, "<U+%04X>", r)
			}
		}
	}
	return escaped(c, b.String())
}

// isLine reports whether a text is one line already, as most are: visible
// ASCII characters, with single spaces inside.
func isLine(s string) bool {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c > '~' || c == ' ' && (i == 0 || i == len(s)-1 || s[i-1] == ' ') {
			return false
		}
	}
	return true
}

// escaped replaces what must not stand in a comment. Few texts hold any of it,
// and a replacer is dear to make.
func escaped(c codes.Commenting, s string) string {
	if !slices.ContainsFunc(c.Escapes, func(e codes.Replacement) bool { return strings.Contains(s, e.Old) }) {
		return s
	}
	pairs := make([]string, 0, 2*len(c.Escapes))
	for _, e := range c.Escapes {
		pairs = append(pairs, e.Old, e.New)
	}
	return strings.NewReplacer(pairs...).Replace(s)
}

// isBreak reports white space that documentation may be broken at: ASCII
// spaces, and every line terminator that some language knows. The invisible
// rest (form feed, NEL …) is shown, not swallowed.
func isBreak(r rune) bool { return r == ' ' || r == '\t' || r == '\n' || r == '\r' }

// fill breaks a line at spaces so that no part is wider than width where that
// can be.
func fill(text string, width int) []string {
	var lines []string
	start, columns := 0, 0 // of the line, as far as it goes
	for at := 0; at <= len(text); {
		end := len(text)
		if space := strings.IndexByte(text[at:], ' '); space >= 0 {
			end = at + space
		}
		size := utf8.RuneCountInString(text[at:end])
		if at > start && columns+1+size > width {
			lines = append(lines, text[start:at-1])
			start, columns = at, 0
		}
		if at > start {
			columns++
		}
		columns += size
		at = end + 1
	}
	return append(lines, text[start:])
}
