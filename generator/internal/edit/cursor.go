package edit

import "bytes"

// What stands at the offset, and how the formatter moves.

func (f *formatter) done() bool { return f.offset >= len(f.text) }

// byteAt gives the byte at an offset. Past the end there are line ends.
func (f *formatter) byteAt(offset int) byte {
	if offset >= len(f.text) {
		return '\n'
	}
	return f.text[offset]
}

func (f *formatter) peek() byte { return f.byteAt(f.offset) }

func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\n' }

func (f *formatter) atEOL() bool { return f.peek() == '\n' }

// atComment reports whether a comment begins at the offset.
func (f *formatter) atComment() bool {
	return f.peek() == '#' && (f.offset == 0 || isBlank(f.text[f.offset-1]))
}

func (f *formatter) atLineEnd() bool { return f.atEOL() || f.atComment() }

// indicator reports whether a character stands at the offset that means
// something because white space follows it.
func (f *formatter) indicator(c byte) bool {
	return f.peek() == c && isBlank(f.byteAt(f.offset+1))
}

// marker reports whether a line begins the document.
func (f *formatter) marker(start int) bool {
	return bytes.HasPrefix(f.text[start:], []byte("---")) && isBlank(f.byteAt(start+3))
}

// skipBlanks moves over white space on the line.
func (f *formatter) skipBlanks() {
	for c := f.peek(); c == ' ' || c == '\t'; c = f.peek() {
		f.offset++
	}
}

// nextLine moves from the end of a line to the start of the next one.
func (f *formatter) nextLine() { f.offset = min(f.offset+1, len(f.text)) }

// endLine formats the rest of a line behind what ends at an offset: white
// space, and a comment. Spaces before a comment stay, because it may line up
// with others.
func (f *formatter) endLine(end int) {
	if f.skipBlanks(); f.atComment() {
		if bytes.IndexByte(f.text[end:f.offset], '\t') >= 0 {
			f.replace(end, f.offset, " ")
		}
		for !f.atEOL() {
			f.offset++
		}
		end += len(bytes.TrimRight(f.text[end:f.offset], " \t"))
	}
	f.replace(end, f.offset, "")
	f.nextLine()
}

// space puts what separates two tokens of a line, of which the first ends at
// an offset, in the place of what does.
func (f *formatter) space(end int, with string) {
	f.skipBlanks()
	f.replace(end, f.offset, with)
}
