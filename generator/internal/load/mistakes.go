package load

import (
	"bytes"
	"fmt"
	"regexp"

	"github.com/statusgen/statusgen/generator/internal/diag"
)

// What authors who are new to YAML get wrong. Each is told where it was done,
// not where the text stops making sense; the scan goes on behind it.

var almostItem = regexp.MustCompile(`^-[A-Za-z_][A-Za-z0-9_]*:(?:[ \t\r\n]|$)`)

// missingDashSpace reports a dash that is to begin an item of a list at a
// column, and has no space behind it.
func (s *scanner) missingDashSpace(column int) bool {
	if s.peek() != '-' || s.byteAt(s.offset+1) == '-' || s.blankAt(s.offset+1) {
		return false
	}
	if !s.listAt(column) && !almostItem.Match(s.text[s.offset:]) {
		return false
	}
	s.breaks(ruleYAMLSyntax, s.offset, "no space follows this dash", diag.Hint(`write "- " before each item of a list`))
	for s.top().column > column {
		s.blocks = s.blocks[:len(s.blocks)-1]
	}
	s.pending = false
	if s.open(s.offset, column, true) {
		s.skipDeeper(column)
	}
	return true
}

func (s *scanner) listAt(column int) bool {
	for i := len(s.blocks) - 1; i >= 0 && s.blocks[i].column >= column; i-- {
		if b := s.blocks[i]; b.list && b.column == column {
			return true
		}
	}
	return false
}

// missingColon reports a text that is to be a key, and has no colon behind it
// or no space behind its colon. The entry that it begins is open then.
func (s *scanner) missingColon(start, column int) bool {
	end := start
	for isWord(s.byteAt(end)) {
		end++
	}
	word := string(s.text[start:end])
	switch {
	case end == start:
		return false
	case s.byteAt(end) == ':' && s.byteAt(end+1) != '/':
		s.breaks(ruleYAMLSyntax, end, "no space follows this colon", diag.Hint("write `%s: …`", clip(word)))
	case s.blankLineFrom(end):
		s.breaks(ruleYAMLSyntax, start, "no colon follows this key", diag.Hint("write `%s:`", clip(word)))
		s.pending = true
	default:
		return false
	}
	if s.open(start, column, false) {
		s.nextLine()
	}
	return true
}

// notKey reports a text that is followed by a line with a key. Where the two
// line up, both were to be keys.
func (s *scanner) notKey(start, column int, mustBeKey bool) {
	if s.missingColon(start, column) {
		return
	}
	end := s.offset
	s.skipBlankLines()
	below := s.indent()
	if s.offset = end; !mustBeKey && below != column {
		s.keyBelow()
		return
	}
	s.noKey(start)
	s.pending = true
	if s.open(start, column, false) {
		s.skipLine()
	}
}

func (s *scanner) noKey(start int) {
	s.breaks(ruleYAMLSyntax, start, "text where a key is expected", diag.Hint(`write "key: value", or indent it below its key`))
}

func isWord(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '_'
}

// lostText warns of a comment that its author may have meant as part of the
// text before it, which begins at start. Numbers and booleans have no more to
// lose.
func (s *scanner) lostText(start int) {
	if s.peek() != '#' || s.blankAt(s.offset+1) || start >= s.offset {
		return
	}
	text := bytes.TrimRight(s.text[start:s.offset], " \t")
	if canonicalInteger.Match(text) || string(text) == "true" || string(text) == "false" {
		return
	}
	s.fault(ruleLostText, s.offset, "what follows # is a comment and not part of the text", diag.Hint("quote the text, or write a space after #"))
}

// trailing says what stands behind a value that is complete.
func (s *scanner) trailing() (message, hint string) {
	c := s.peek()
	switch first := s.byteAt(s.begin); {
	case quoteHints[first] != "":
		return "text follows a value that is complete", "inside of quotes, " + quoteHints[first]
	case (first == '[' || first == '{') && (c == ']' || c == '}'):
		return fmt.Sprintf("one %q too many", c), "remove it"
	}
	return "text follows a value that is complete", "quote the whole value"
}

// skipDeeper moves to the next line that can belong to the entries of a
// column, over what cannot be made out.
func (s *scanner) skipDeeper(column int) {
	for !s.done() {
		s.skipLine()
		start := s.offset
		indent := s.indent()
		next := !s.blankLine() && indent <= column && s.peek() != ']' && s.peek() != '}'
		next = next || indent == 0 && s.marker(s.offset)
		if s.offset = start; next {
			return
		}
	}
}
