package load

import (
	"bytes"
	"fmt"
	"strconv"
	"unicode/utf8"

	"github.com/statusgen/statusgen/generator/internal/diag"
)

// token says what a value was, as far as the rest of its line depends on it.
type token int

const (
	single  token = iota // what follows it on its line is still to be read
	several              // the same, of a text in quotes that began on an earlier line
	ended                // the line is read too
	keyed                // a text without quotes, which would go on in a line that holds a key
)

// value reads a value: text of any kind, or a flow mapping or list. Where ok
// is false, the value has been reported, and the line is read.
func (s *scanner) value() (t token, ok bool) {
	start := s.offset
	marked, tagged := s.properties()
	s.begin = s.offset
	if s.atLineEnd() {
		if marked { // if there is no value below, the library places it behind the dash or colon
			s.spoil(len(bytes.TrimRight(s.text[:start], " \t\r\n")))
		}
		s.pending = true
		s.nextLine()
		return ended, true
	}
	if tagged {
		s.spoil(s.offset)
	}
	switch s.peek() {
	case '"', '\'':
		return s.quoted()
	case '[', '{':
		return s.flow()
	case '|', '>':
		return ended, s.blockText()
	case ']', '}', ',':
		if !s.unclosed {
			s.breaks(ruleYAMLSyntax, s.offset, fmt.Sprintf("%q closes or divides nothing here", s.peek()), diag.Hint("quote the text that begins with it"))
		}
		s.skipLine()
		return ended, false
	}
	s.reserved()
	return s.plain()
}

// properties reads anchors and tags, and takes them out of the text.
func (s *scanner) properties() (marked, tagged bool) {
	for !s.atLineEnd() {
		start := s.offset
		switch s.peek() {
		case '&':
			s.fault(ruleAnchor, start, "an anchor is not allowed", diag.Hint("remove it, and write the value wherever it is needed"))
		case '!':
			s.fault(ruleTag, start, "a tag is not allowed", diag.Hint("remove it; quote the value if it is text"))
			tagged = true
		default:
			return marked, tagged
		}
		marked = true
		for !s.blankAt(s.offset) && !(s.offset > start && s.inFlow && isFlowIndicator(s.text[s.offset])) {
			s.broken = s.broken || s.peek() >= utf8.RuneSelf // spaces would move what follows
			s.offset++
		}
		if !s.broken {
			s.blank(start, s.offset)
		}
		s.skipBlanks()
	}
	return marked, tagged
}

// reserved reports a character with which no text may begin, and puts a letter
// into its place.
func (s *scanner) reserved() {
	switch c := s.peek(); c {
	case '*':
		s.fault(ruleAlias, s.offset, "an alias is not allowed", diag.Hint("write the value itself; quote it if it is text"))
	case '@', '`', '%':
		s.fault(ruleYAMLSyntax, s.offset, fmt.Sprintf("%q cannot begin a text", c), diag.Hint("quote it"))
	default:
		return
	}
	s.spoil(s.offset)
	s.text[s.offset] = 'x'
}

// plain reads text without quotes: to the end of its line or to a ": ", and
// further lines that are indented deeper than the entry that it belongs to.
func (s *scanner) plain() (token, bool) {
	s.plainLine()
	if s.indicator(':') || s.peek() == '#' {
		return single, true
	}
	for end := s.offset; ; end = s.offset {
		s.skipBlankLines()
		column := s.indent()
		if s.done() || column <= s.top().column || s.peek() == '#' || s.peek() == '\t' || column == 0 && s.marker(s.offset) {
			s.offset = end
			return single, true
		}
		s.plainLine()
		if s.indicator(':') {
			s.offset = end
			return keyed, true
		}
		if s.peek() == '#' {
			return single, true
		}
	}
}

// keyBelow reports a key in a line that goes on with a text, at whose end the
// scan is.
func (s *scanner) keyBelow() {
	s.skipBlankLines()
	s.indent()
	s.breaks(ruleYAMLSyntax, s.offset, `this line goes on with the text above it, and holds ": "`, diag.Hint("indent it like the key that it follows, or quote the text"))
	s.skipLine()
}

// plainLine reads text up to a ": ", a " #" or the end of the line.
func (s *scanner) plainLine() {
	for ; !s.atEOL(); s.offset++ {
		switch c := s.peek(); {
		case c == ':' && s.blankAt(s.offset+1):
			return
		case c == '#' && isBlank(s.text[s.offset-1]):
			return
		case c >= utf8.RuneSelf && s.wideSpace(s.offset) > 0:
			s.spaceFault(s.offset)
		}
	}
}

// quoted reads text in quotes, which may go on over lines that are indented
// deeper than the entry that it belongs to.
func (s *scanner) quoted() (t token, ok bool) {
	start, quote := s.offset, s.peek()
	pos := s.places.at(start) // once, so that many bad escapes cost one pass
	for s.offset++; !s.done(); s.offset++ {
		switch c := s.peek(); {
		case c == '\n':
			t = several
			s.skipBlankLines()
			column := s.indent()
			if !s.done() && (column <= s.top().column || column == 0 && s.marker(s.offset)) {
				s.offset -= column
				s.unclosedQuote(start)
				return t, false
			}
			s.offset--
		case c == quote && quote == '\'' && s.byteAt(s.offset+1) == quote:
			s.offset++
		case c == quote:
			s.offset++
			return t, true
		case c == '\\' && quote == '"':
			s.escape(pos)
		}
	}
	s.unclosedQuote(start)
	return t, false
}

// quoteHints says how to write a quote inside of quotes of its kind.
var quoteHints = map[byte]string{
	'"':  `write " as \"`,
	'\'': "write ' as ''",
}

func (s *scanner) unclosedQuote(start int) {
	if !s.unclosed { // else it may be the end of what was left open above
		s.breaks(ruleYAMLSyntax, start, "this quote is not closed", diag.Hint("close it; inside of quotes, %s", quoteHints[s.text[start]]))
	}
	s.unclosed = true
	if s.offset > 0 && s.byteAt(s.offset-1) != '\n' {
		s.skipLine()
	}
}

// escapes gives the number of hexadecimal digits after each escape letter.
var escapes = map[byte]int{
	'0': 0, 'a': 0, 'b': 0, 't': 0, '\t': 0, 'n': 0, 'v': 0, 'f': 0, 'r': 0, 'e': 0, ' ': 0,
	'"': 0, '\\': 0, 'N': 0, '_': 0, 'L': 0, 'P': 0, 'x': 2, 'u': 4, 'U': 8,
}

// escape checks the escape at the offset, in the text that a quote opens, and
// moves to its last character.
func (s *scanner) escape(quote diag.Pos) {
	letter := s.byteAt(s.offset + 1)
	if isBlank(letter) && letter != ' ' && letter != '\t' {
		return // it joins two lines; the end of this one is still to be seen
	}
	digits, known := escapes[letter]
	end := min(s.offset+2+digits, len(s.text))
	number := string(s.text[min(s.offset+2, end):end])
	code, err := strconv.ParseUint("0"+number, 16, 32)
	switch {
	case letter == '/': // the library does not know it
		s.badEscape(quote, `\/ is not needed`, "write / alone")
	case !known && ' ' < letter && letter <= '~':
		s.badEscape(quote, fmt.Sprintf(`\%c is not an escape`, letter), `write a backslash as \\, or use single quotes`)
	case !known:
		s.badEscape(quote, "a backslash stands before a character that needs none", `write a backslash as \\, or use single quotes`)
	case err != nil || len(number) < digits:
		s.badEscape(quote, fmt.Sprintf(`\%c takes %d hexadecimal digits`, letter, digits), `write a backslash as \\, or use single quotes`)
	case 0xD800 <= code && code <= 0xDFFF:
		s.badEscape(quote, fmt.Sprintf(`\%c%s is half of a surrogate pair, not a character`, letter, number), `write the character itself, or one \U escape with eight digits`)
	case code > utf8.MaxRune:
		s.badEscape(quote, fmt.Sprintf(`\%c%s is above U+10FFFF`, letter, number), "")
	default:
		s.offset = max(s.offset+1, end-1)
	}
}

// badEscape reports an escape at its text, and takes the backslash away.
func (s *scanner) badEscape(quote diag.Pos, message, hint string) {
	escape := s.places.at(s.offset)
	s.add(ruleYAMLEscape, quote, message, diag.See(escape), diag.Hint("%s", hint))
	s.spoiled[quote] = true
	s.text[s.offset] = 'x'
}

// blockText reads a literal or folded text.
func (s *scanner) blockText() bool {
	header := s.offset
	indent, blanks := 0, 0
	for s.offset++; !s.blankAt(s.offset) && s.peek() != '#'; s.offset++ {
		switch c := s.peek(); {
		case '1' <= c && c <= '9' && indent == 0:
			indent = max(s.top().column, 0) + int(c-'0')
		case c != '+' && c != '-':
			return s.notBlockText(header)
		}
	}
	if s.skipBlanks(); !s.atLineEnd() {
		return s.notBlockText(header)
	}
	s.nextLine()
	for !s.done() {
		start := s.offset
		column := s.indent()
		if s.atEOL() {
			blanks = max(blanks, column)
			s.skipLine()
			continue
		}
		if column <= max(s.top().column, 0) || column < indent && s.peek() == '#' {
			if s.peek() == '\t' && s.blankLine() {
				s.breaks(ruleYAMLTab, s.offset, "this line is indented with a tab", diag.Hint("indent with spaces"))
			}
			s.offset = start
			s.endOfText()
			return true
		}
		if indent == 0 {
			if indent = column; column < blanks {
				s.breaks(ruleYAMLSyntax, s.offset, "this line is indented less than a blank line before it", diag.Hint("remove the spaces of the blank lines"))
			}
		}
		if column < indent {
			s.breaks(ruleYAMLSyntax, s.offset, "this line is indented less than the first line of its text", diag.Hint("indent the lines of a text alike"))
		}
		for ; !s.atEOL(); s.offset++ {
			if s.wideSpace(s.offset) > 0 {
				s.spaceFault(s.offset)
			}
		}
		s.skipLine()
	}
	return true
}

func (s *scanner) notBlockText(header int) bool {
	s.breaks(ruleYAMLSyntax, header, fmt.Sprintf("text follows %q on its line", s.text[header]), diag.Hint("begin the text on a new line, or quote it"))
	s.skipLine()
	return false
}

// endOfText leaves the sign of a comment below a block text, or the blank lines
// that stand for the comment, and those that follow it, would be part of it.
func (s *scanner) endOfText() {
	start := s.offset
	if s.indent(); s.peek() != '#' {
		s.offset = start
		return
	}
	s.blank(s.offset+1, s.lineEnd())
	s.skipLine()
}

// comment takes a comment out of the text: the YAML library is slow with many.
func (s *scanner) comment() {
	end := s.lineEnd()
	if start := bytes.LastIndexByte(s.text[:s.offset], '\n') + 1; len(bytes.TrimSpace(s.text[start:s.offset])) == 0 {
		s.remarks = append(s.remarks, span{start, end})
	}
	s.blank(s.offset, end)
	s.offset = end
}

// dropRemarks empties the lines that held nothing but a comment: below a block
// text, the blanks that stand for it would be part of the text.
func (s *scanner) dropRemarks() {
	if len(s.remarks) == 0 {
		return
	}
	kept, from := make([]byte, 0, len(s.text)), 0
	for _, remark := range s.remarks {
		if remark.from >= len(s.text) {
			break
		}
		kept = append(kept, s.text[from:remark.from]...)
		from = min(remark.to, len(s.text))
	}
	s.text = append(kept, s.text[from:]...)
	for _, l := range s.lists {
		l.without(s.remarks)
	}
}

func (s *scanner) lineEnd() int {
	if end := bytes.IndexByte(s.text[s.offset:], '\n'); end >= 0 {
		return s.offset + end
	}
	return len(s.text)
}
