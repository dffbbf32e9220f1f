package load

import (
	"fmt"

	"github.com/statusgen/statusgen/generator/internal/diag"
)

// bracket is an open flow mapping or list.
type bracket struct {
	open   byte
	offset int
	last   part // what stands last in it
	colon  bool // its latest entry has a colon
}

// part is what a bracket's text consists of.
type part int

const (
	comma  part = iota // or the bracket itself
	colon              // the colon of an entry
	text               // text without quotes, which may go on in the next line
	closed             // a value whose end can be seen
)

// flow reads a flow mapping or list, however deep and over however many lines.
func (s *scanner) flow() (token, bool) {
	s.inFlow = true
	defer func() { s.inFlow = false }()
	var open []bracket
	for {
		if len(open) > 0 && !s.flowSpace(open) {
			return single, false
		}
		c := s.peek()
		switch c {
		case '[', '{':
			if len(open) > 0 && !s.flowValue(&open[len(open)-1], closed) {
				return single, false
			}
			open = append(open, bracket{open: c, offset: s.offset})
			if !s.depth(s.offset, len(s.blocks)-1+len(open)) || !s.count(s.offset) {
				return single, false
			}
			s.offset++
			continue
		case ']', '}':
			if top := open[len(open)-1]; top.open != c-2 { // in ASCII, each bracket is two before its partner
				s.unclosedBracket(top)
				return single, false
			}
			s.offset++
			if open = open[:len(open)-1]; len(open) > 0 {
				continue
			}
			return single, true
		}
		if !s.flowEntry(&open[len(open)-1]) {
			return single, false
		}
	}
}

// flowEntry reads one part of an entry of a bracket.
func (s *scanner) flowEntry(in *bracket) bool {
	switch c := s.peek(); {
	case c == ',':
		if in.last == comma {
			return s.flowFault("an entry is missing before this comma", "remove the comma")
		}
		in.last, in.colon = comma, false
		s.offset++
		return s.count(s.offset)
	case c == ':' && (in.last == closed || s.blankAt(s.offset+1) || isFlowIndicator(s.byteAt(s.offset+1))):
		if in.colon {
			return s.flowFault("a second colon in one entry", "put a comma between entries, or quote the text")
		}
		in.last, in.colon = colon, true
		s.offset++
		return true
	case c == '-' && s.blankAt(s.offset+1):
		return s.flowFault(`"- " cannot stand inside of brackets`, "quote the text that begins with it")
	case c == '?' && s.blankAt(s.offset+1):
		s.offset++
		return true
	case c == '"' || c == '\'':
		if in.last == text {
			break // an earlier line goes on
		}
		if !s.flowValue(in, closed) {
			return false
		}
		_, ok := s.quoted()
		return ok
	case c == '|' || c == '>':
		return s.flowFault(fmt.Sprintf("%q cannot begin a text inside of brackets", c), "quote it")
	}
	if in.last != text {
		tagged := s.properties()
		if tagged {
			s.spoil(s.offset)
		}
		if c := s.peek(); s.atLineEnd() || isFlowIndicator(c) || c == '"' || c == '\'' {
			return true // an anchor or a tag stood here
		}
		s.reserved()
	}
	if !s.flowValue(in, text) {
		return false
	}
	s.flowText()
	return true
}

// flowValue notes that a value begins, which must follow a comma or a colon.
func (s *scanner) flowValue(in *bracket, as part) bool {
	if in.last == closed || in.last == text && as == closed {
		return s.flowFault("a comma is missing before this value", "put a comma between entries, or quote the whole text")
	}
	in.last = as
	return true
}

// flowText reads text without quotes up to the end of its line.
func (s *scanner) flowText() {
	for ; !s.atEOL(); s.offset++ {
		switch c := s.peek(); {
		case isFlowIndicator(c):
			return
		case c == ':' && (s.blankAt(s.offset+1) || isFlowIndicator(s.byteAt(s.offset+1))):
			return
		case c == '#' && isBlank(s.text[s.offset-1]):
			return
		case s.wideSpace(s.offset) > 0:
			s.spaceFault(s.offset)
		}
	}
}

// flowSpace moves to the next part, over lines and comments. It reports false
// where the text that the brackets belong to ends first.
func (s *scanner) flowSpace(open []bracket) bool {
	for {
		s.skipBlanks()
		if !s.atLineEnd() {
			return true
		}
		s.nextLine()
		column := s.indent()
		if s.done() || column == 0 && s.marker(s.offset) ||
			column <= s.top().column && !s.blankLine() && s.peek() != ']' && s.peek() != '}' {
			s.offset -= column
			s.unclosedBracket(open[len(open)-1])
			return false
		}
	}
}

func (s *scanner) unclosedBracket(b bracket) {
	s.breaks(ruleYAMLSyntax, b.offset, fmt.Sprintf("this %q is not closed", b.open), diag.Hint("close it with %q", b.open+2))
	if s.byteAt(s.offset-1) != '\n' {
		s.skipLine()
	}
}

func (s *scanner) flowFault(message, hint string) bool {
	s.breaks(ruleYAMLSyntax, s.offset, message, diag.Hint("%s", hint))
	s.stopped = true
	return false
}

func isFlowIndicator(c byte) bool {
	return c == ',' || c == '[' || c == ']' || c == '{' || c == '}'
}
