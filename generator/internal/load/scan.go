package load

import (
	"bytes"
	"fmt"
	"unicode"
	"unicode/utf8"

	"github.com/statusgen/statusgen/generator/internal/diag"
)

const (
	maxDepth   = 32
	maxEntries = 1 << 20
	maxKey     = 1024 // runes; YAML's own limit
)

// shape is a text after the scan: what may be handed to the YAML library, and
// what to make of its nodes.
type shape struct {
	text     []byte            // without comments, directives, anchors and tags
	broken   bool              // not to be handed on: it would be misread
	empty    bool              // there is nothing but white space and comments
	spoiled  map[diag.Pos]bool // nodes that were repaired: reported, and not to be judged again
	repaired bool              // so are texts that hold the rune that stands for others
	lists    []*list           // the block lists that are inside of no other
}

// scanner finds the faults of a YAML text of which the YAML library gives no
// place, or none at all. It follows the text as the library would, through
// indentation, brackets, quotes and block texts, and repairs in place what can
// be repaired.
type scanner struct {
	*findings
	shape
	places   places
	offset   int
	blocks   []block // open block mappings and lists; the first is the file itself
	pending  bool    // a key, a dash or the file waits for its value
	inFlow   bool    // inside of brackets
	begin    int     // of the latest value, after its anchor and tag
	asked    bool    // a key stands after a question mark, and waits for its colon
	entries  int
	marked   bool // the --- that may begin a document was there
	unclosed bool // a quote or bracket above may have been closed later on
	stopped  bool // what follows cannot be made out
	remarks  []span
}

// span is a part of the text.
type span struct{ from, to int }

// block is an open block mapping or list, and the column of its entries.
type block struct {
	column int
	list   bool
	items  *list // of a list that is inside of no other
}

func scan(text []byte, found *findings) shape {
	if !bytes.HasSuffix(text, newline) {
		text = append(text, '\n') // the library would take spaces on the last line for text
	}
	s := &scanner{
		findings: found,
		shape:    shape{text: text, empty: true, spoiled: map[diag.Pos]bool{}, repaired: bytes.ContainsRune(text, placeholder)},
		places:   places{file: found.file, text: text, line: 1},
		blocks:   []block{{column: -1}},
		pending:  true,
	}
	for !s.stopped && s.offset < len(s.text) {
		s.line()
	}
	s.dropRemarks()
	return s.shape
}

// line reads what begins at the start of a line outside of any value.
func (s *scanner) line() {
	start := s.offset
	s.offset += len(s.text[start:]) - len(bytes.TrimLeft(s.text[start:], " "))
	column := s.offset - start
	switch {
	case s.blankLine():
		s.skipBlanks()
		s.blank(start, s.offset) // the library takes no tabs here
		s.nextLine()
	case s.peek() == '\t':
		s.breaks(ruleYAMLTab, s.offset, "this line is indented with a tab", diag.Hint("indent with spaces"))
		s.skipLine()
	case s.wideSpace(s.offset) > 0:
		s.spaceFault(s.offset)
		s.skipLine()
	case column == 0 && s.marker(s.offset):
		s.document()
	case column == 0 && s.peek() == '%':
		s.fault(ruleYAMLDirective, s.offset, "a directive changes how the file is read", diag.Hint("remove the line"))
		s.blank(s.offset, s.lineEnd())
		s.skipLine()
	default:
		s.empty = false
		if !s.missingDashSpace(column) && s.unwind(column) {
			s.entry(column)
		}
	}
}

// document reads a --- or ... line. One --- may stand before everything else.
func (s *scanner) document() {
	if s.empty && s.peek() == '-' && !s.marked {
		s.marked = true
		s.blank(s.offset, s.offset+len("---"))
		s.offset += len("---")
		s.skipBlanks()
		if !s.atLineEnd() {
			s.breaks(ruleYAMLSyntax, s.offset, "text stands on the line of ---", diag.Hint("begin on a new line"))
		}
		s.nextLine()
		return
	}
	s.fault(ruleMultiDocument, s.offset, fmt.Sprintf("%s ends the document, and a file holds one", s.text[s.offset:s.offset+3]),
		diag.Hint("remove the line and what does not belong to the first document"))
	s.text = s.text[:s.offset]
}

// unwind closes the mappings and lists that end before a line of a column, and
// reports whether the line fits into what is then open.
func (s *scanner) unwind(column int) bool {
	closed := false
	for s.top().column > column {
		s.blocks = s.blocks[:len(s.blocks)-1]
		closed = true
	}
	dash := s.indicator('-')
	if s.top().list && s.top().column == column && !dash {
		s.blocks = s.blocks[:len(s.blocks)-1] // a list may stand at the column of its key
		closed = true
	}
	pending := s.pending && !closed
	s.pending = false
	top := s.top()
	switch {
	case top.column == column && (top.list || !dash || pending):
		return true
	case top.column == column:
		s.breaks(ruleYAMLSyntax, s.offset, "a list item stands among the fields of a mapping", diag.Hint("indent it below its key"))
		return true
	case pending:
		return true
	case closed:
		s.breaks(ruleYAMLSyntax, s.offset, "this line lines up with no entry above it", diag.Hint("indent it like the entries that it belongs with"))
	default:
		s.breaks(ruleYAMLSyntax, s.offset, "this line is indented deeper than the entry before it, which is complete", diag.Hint("indent it like the entries that it belongs with"))
	}
	s.skipDeeper(top.column)
	return false
}

// entry reads the rest of a line whose first token stands at a column: dashes,
// a key, a value.
func (s *scanner) entry(column int) {
	lineStart := s.offset - column
	for !s.stopped {
		column = s.offset - lineStart
		switch {
		case s.indicator('-'):
			s.unclosed = false
			if !s.open(s.offset, column, true) {
				return
			}
			s.item(lineStart)
			s.offset++
		case s.indicator('?'):
			if !s.open(s.offset, column, false) {
				return
			}
			s.asked = true
			s.offset++
		case s.indicator(':'):
			if !s.asked {
				s.breaks(ruleYAMLSyntax, s.offset, "no key stands before this colon", diag.Hint("quote the colon if it is text"))
				s.skipLine()
				return
			}
			s.asked = false
			s.offset++
		default:
			s.keyOrValue(column)
			return
		}
		behind := s.offset
		s.skipBlanks()
		if tab := bytes.IndexByte(s.text[behind:s.offset], '\t'); tab >= 0 {
			s.breaks(ruleYAMLTab, behind+tab, fmt.Sprintf("a tab follows %q", s.text[behind-1]), diag.Hint("write a space"))
		}
		if s.atLineEnd() {
			s.pending = true
			s.nextLine()
			return
		}
	}
}

// keyOrValue reads a key and what follows it on its line, or a value.
func (s *scanner) keyOrValue(column int) {
	start := s.offset
	mustBeKey := s.top().column == column && !s.top().list
	if mustBeKey && (s.peek() == '|' || s.peek() == '>') {
		s.noKey(start)
		s.skipDeeper(column)
		return
	}
	token, ok := s.value()
	if !ok || token == ended {
		return
	}
	if token == keyed {
		s.notKey(start, column, mustBeKey)
		return
	}
	if s.skipBlanks(); !s.indicator(':') {
		if mustBeKey && s.unclosed { // an echo of what was left open above
			s.skipDeeper(column)
			return
		}
		if mustBeKey && s.missingColon(start, column) {
			return
		}
		if mustBeKey {
			s.noKey(start)
		}
		s.closeLine(start, token)
		return
	}
	if token == several {
		s.unclosedQuote(start)
		return
	}
	s.longKey(start)
	if s.begin != start {
		s.broken = true // without its anchor or tag, the key would stand in another column
	}
	s.unclosed = false
	if !s.open(start, column, false) {
		return
	}
	s.offset++
	if s.skipBlanks(); s.atLineEnd() {
		s.pending = true
		s.nextLine()
		return
	}
	s.inlineValue()
}

// inlineValue reads a value that stands on the line of its key.
func (s *scanner) inlineValue() {
	start := s.offset
	if s.indicator('-') || s.indicator('?') {
		s.breaks(ruleYAMLSyntax, start, fmt.Sprintf(`"%c " cannot follow a key on its line`, s.peek()), diag.Hint("begin on a new line, or quote the text"))
		s.skipLine()
		return
	}
	token, ok := s.value()
	if !ok || token == ended {
		return
	}
	if token == keyed {
		s.keyBelow()
		return
	}
	if s.skipBlanks(); token == single && s.indicator(':') {
		s.breaks(ruleYAMLSyntax, start, `a text that holds ": " stands without quotes`, diag.Hint("quote it"))
		s.skipLine()
		return
	}
	s.closeLine(start, token)
}

// closeLine makes sure that nothing follows a value on its line.
func (s *scanner) closeLine(start int, token token) {
	if s.atLineEnd() {
		if first := s.byteAt(s.begin); quoteHints[first] == "" && first != '[' && first != '{' {
			s.lostText(s.begin)
		}
		s.nextLine()
		return
	}
	if token == several {
		s.unclosedQuote(start)
		return
	}
	message, hint := s.trailing()
	s.breaks(ruleYAMLSyntax, s.offset, message, diag.Hint("%s", hint))
	s.skipLine()
}

// open begins a block mapping or list at a column, or another entry of it.
func (s *scanner) open(offset, column int, list bool) bool {
	if top := s.top(); top.column < column || list && !top.list {
		s.blocks = append(s.blocks, block{column: column, list: list})
		if !s.depth(offset, len(s.blocks)-1) {
			return false
		}
	}
	return s.count(offset)
}

func (s *scanner) depth(offset, levels int) bool {
	if levels <= maxDepth {
		return true
	}
	s.breaks(ruleYAMLDepth, offset, fmt.Sprintf("lists and mappings nest more than %d levels deep", maxDepth))
	s.stopped = true
	return false
}

func (s *scanner) count(offset int) bool {
	if s.entries++; s.entries <= maxEntries {
		return true
	}
	s.breaks(ruleTooManyEntries, offset, fmt.Sprintf("the file has more than %d entries", maxEntries))
	s.stopped = true
	return false
}

func (s *scanner) top() block { return s.blocks[len(s.blocks)-1] }

// fault reports at an offset what has been repaired.
func (s *scanner) fault(rule *diag.Rule, offset int, message string, more ...diag.Option) {
	s.add(rule, s.places.at(offset), message, more...)
}

// breaks reports at an offset what cannot be repaired.
func (s *scanner) breaks(rule *diag.Rule, offset int, message string, more ...diag.Option) {
	s.fault(rule, offset, message, more...)
	s.broken = true
}

// spoil marks the value at an offset as one that has been reported.
func (s *scanner) spoil(offset int) { s.spoiled[s.places.at(offset)] = true }

// blank writes spaces over a part of the text.
func (s *scanner) blank(from, to int) {
	for i := from; i < to; i++ {
		s.text[i] = ' '
	}
}

// wideSpace gives the size of a space at an offset that is no ASCII space.
func (s *scanner) wideSpace(offset int) int {
	if offset >= len(s.text) || s.text[offset] < utf8.RuneSelf {
		return 0
	}
	if r, size := utf8.DecodeRune(s.text[offset:]); unicode.Is(unicode.Zs, r) {
		return size
	}
	return 0
}

func (s *scanner) spaceFault(offset int) {
	r, _ := utf8.DecodeRune(s.text[offset:])
	s.breaks(ruleYAMLSpace, offset, fmt.Sprintf("%U is not an ASCII space", r), diag.Hint("write a plain space, or quote the text that it belongs to"))
}
