package load

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"github.com/statusgen/statusgen/generator/internal/diag"
)

// bracket is an open flow mapping or list.
type bracket struct {
	open   byte
	offset int
	last   part     // what stands last in it
	value  int      // where its latest value begins
	colon  bool     // its latest entry has a colon
	cut    bool     // a comment stands behind its latest text
	tight  diag.Pos // of a colon with no space behind it in its latest text
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
			s.tightColon(&open[len(open)-1])
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
		s.tightColon(in)
		in.last, in.colon = comma, false
		s.offset++
		return s.count(s.offset)
	case c == ':' && (in.last == closed || s.blankAt(s.offset+1) || isFlowIndicator(s.byteAt(s.offset+1))):
		if in.colon {
			return s.flowFault("a second colon in one entry", "put a comma between entries, or quote the text")
		}
		if in.last == comma {
			return s.flowFault("no key stands before this colon", "quote the colon if it is text")
		}
		if bytes.IndexByte(s.text[in.value:s.offset], '\n') >= 0 {
			return s.flowFault("this colon stands on another line than its key", "write both on one line")
		}
		s.longKey(in.value)
		in.last, in.colon = colon, true
		s.offset++
		return true
	case c == '-' && (s.blankAt(s.offset+1) || isFlowIndicator(s.byteAt(s.offset+1))):
		return s.flowFault("a dash alone cannot stand inside of brackets", "quote the text that begins with it")
	case c == '#' && in.last != text: // one behind a blank is a comment
		return s.flowFault(`'#' cannot begin a text`, "quote the text, or write a space before a comment")
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
		marked, tagged := s.properties()
		c := s.peek()
		if marked && !s.broken && (c == ',' || c == ']' || c == '}' || s.indicator(':')) {
			s.text[s.offset-1] = 'x' // the library takes no brackets from which a value is missing
			s.spoil(s.offset - 1)
			return s.flowValue(in, text)
		}
		if tagged {
			s.spoil(s.offset)
		}
		if s.atLineEnd() || isFlowIndicator(c) || c == '"' || c == '\'' {
			return true // an anchor or a tag stood here
		}
		if c == ':' {
			s.breaks(ruleYAMLSyntax, s.offset, `':' cannot begin a text inside of brackets`, diag.Hint("quote it, or write a space after the colon"))
		}
		s.reserved()
	}
	if !s.flowValue(in, text) {
		return false
	}
	start := s.offset
	in.tight = s.flowText()
	s.lostText(start)
	return true
}

// longKey reports what stands before a colon, where the library does not take
// it for a key any more.
func (s *scanner) longKey(start int) {
	if key := s.text[start:s.offset]; utf8.RuneCount(key) >= maxKey {
		s.breaks(ruleYAMLSyntax, start, fmt.Sprintf("the key %s is longer than %d characters", show(string(key)), maxKey))
	}
}

// tightColon reports the colon of an entry that is a text alone, because no
// space follows the colon.
func (s *scanner) tightColon(in *bracket) {
	if in.open == '{' && in.last == text && !in.colon && in.tight.IsValid() {
		s.broken = true
		s.add(ruleYAMLSyntax, in.tight, "no space follows this colon", diag.Hint("write a space after it"))
	}
}

// flowValue notes that a value begins, which must follow a comma or a colon.
func (s *scanner) flowValue(in *bracket, as part) bool {
	if in.last == closed || in.last == text && (as == closed || in.cut) {
		hint := "put a comma between entries, or quote the whole text"
		if inQuotes := quoteHints[s.text[s.offset-1]]; inQuotes != "" {
			hint += "; inside of quotes, " + inQuotes
		}
		return s.flowFault("a comma is missing before this value", hint)
	}
	if in.last != text {
		in.value, in.cut = s.offset, false
	}
	in.last = as
	return true
}

// flowText reads text without quotes up to the end of its line, and gives the
// place of a colon with no space behind it. The library stops at a question
// mark, and takes such a colon before a bracket for text.
func (s *scanner) flowText() (tight diag.Pos) {
	for ; !s.atEOL(); s.offset++ {
		switch c := s.peek(); {
		case isFlowIndicator(c):
			return tight
		case c == ':' && s.blankAt(s.offset+1):
			return diag.Pos{}
		case c == ':' && isFlowIndicator(s.byteAt(s.offset+1)):
			s.breaks(ruleYAMLSyntax, s.offset, "no space follows this colon", diag.Hint("write a space after it"))
			return diag.Pos{}
		case c == ':' && !tight.IsValid():
			tight = s.places.at(s.offset)
		case c == '?':
			s.breaks(ruleYAMLSyntax, s.offset, `'?' cannot stand in a text inside of brackets`, diag.Hint("quote the text"))
		case c == '#' && isBlank(s.text[s.offset-1]):
			return tight
		case s.wideSpace(s.offset) > 0:
			s.spaceFault(s.offset)
		}
	}
	return tight
}

// flowSpace moves to the next part, over lines and comments. It reports false
// where the text that the brackets belong to ends first.
func (s *scanner) flowSpace(open []bracket) bool {
	for {
		s.skipBlanks()
		if !s.atLineEnd() {
			return true
		}
		open[len(open)-1].cut = open[len(open)-1].cut || s.peek() == '#'
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
	s.unclosed = true
	if s.byteAt(s.offset-1) != '\n' {
		s.skipDeeper(s.top().column)
	}
}

func (s *scanner) flowFault(message, hint string) bool {
	s.breaks(ruleYAMLSyntax, s.offset, message, diag.Hint("%s", hint))
	s.skipDeeper(s.top().column)
	return false
}

func isFlowIndicator(c byte) bool {
	return c == ',' || c == '[' || c == ']' || c == '{' || c == '}'
}
