package load

// What the scanner sees at its offset, and how it moves. A carriage return is
// only ever part of a line end here: checkRunes has reported all others.

func (s *scanner) done() bool { return s.offset >= len(s.text) }

// byteAt gives the byte at an offset. Past the end there are line ends.
func (s *scanner) byteAt(offset int) byte {
	if offset >= len(s.text) {
		return '\n'
	}
	return s.text[offset]
}

func (s *scanner) peek() byte { return s.byteAt(s.offset) }

func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\r' || c == '\n' }

// blankAt reports whether white space of any kind stands at an offset.
func (s *scanner) blankAt(offset int) bool {
	return isBlank(s.byteAt(offset)) || s.wideSpace(offset) > 0
}

// indicator reports whether a character stands at the offset that means
// something because white space follows it.
func (s *scanner) indicator(c byte) bool { return s.peek() == c && s.blankAt(s.offset+1) }

// atEOL reports whether the line ends at the offset.
func (s *scanner) atEOL() bool {
	c := s.peek()
	return c == '\n' || c == '\r'
}

// atLineEnd reports whether nothing but a comment follows on the line.
func (s *scanner) atLineEnd() bool {
	return s.atEOL() || s.peek() == '#' && (s.offset == 0 || isBlank(s.text[s.offset-1]))
}

// blankLine reports whether nothing but white space and a comment follows on
// the line.
func (s *scanner) blankLine() bool { return s.blankLineFrom(s.offset) }

func (s *scanner) blankLineFrom(offset int) bool {
	for s.byteAt(offset) == ' ' || s.byteAt(offset) == '\t' {
		offset++
	}
	c := s.byteAt(offset)
	return c == '\n' || c == '\r' || c == '#' && (offset == 0 || isBlank(s.text[offset-1]))
}

// skipBlanks moves over white space on the line.
func (s *scanner) skipBlanks() {
	for !s.done() {
		if c := s.peek(); c == ' ' || c == '\t' {
			s.offset++
		} else if size := s.wideSpace(s.offset); size > 0 {
			s.spaceFault(s.offset)
			s.offset += size
		} else {
			return
		}
	}
}

// indent moves over the spaces at the start of a line, and counts them.
func (s *scanner) indent() (column int) {
	for !s.done() && s.text[s.offset] == ' ' {
		s.offset++
		column++
	}
	return column
}

// nextLine moves to the next line, and takes the comment that it passes out of
// the text.
func (s *scanner) nextLine() {
	for !s.atEOL() && s.peek() != '#' {
		s.offset++
	}
	if s.peek() == '#' {
		s.comment()
	}
	s.skipLine()
}

// skipLine moves to the next line.
func (s *scanner) skipLine() { s.offset = min(s.lineEnd()+1, len(s.text)) }

// skipBlankLines moves from the end of a line to the next one that is not
// blank. The library takes no tabs in those that are.
func (s *scanner) skipBlankLines() {
	for !s.done() {
		s.skipLine()
		start := s.offset
		for !s.done() && (s.peek() == ' ' || s.peek() == '\t') {
			s.offset++
		}
		if !s.atEOL() {
			s.offset = start
			return
		}
		s.blank(start, s.offset)
		s.offset = start
	}
}

// marker reports whether a document marker stands at an offset.
func (s *scanner) marker(offset int) bool {
	if offset+3 > len(s.text) || !s.blankAt(offset+3) {
		return false
	}
	word := string(s.text[offset : offset+3])
	return word == "---" || word == "..."
}
