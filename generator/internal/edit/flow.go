package edit

// bracket is an open flow mapping or list.
type bracket struct {
	inner int  // the column of the lines inside of it
	close int  // and of the line that closes it
	last  part // what stands last in it
}

// part is what the text between brackets consists of.
type part int

const (
	opening part = iota
	comma
	colon
	text   // without quotes, which may go on in the next line
	closed // a value whose end can be seen
)

// flow formats a flow mapping or list. What stands on one line stays on one
// line, and what does not stays on several.
func (f *formatter) flow() {
	var open []bracket
	for {
		if c := f.peek(); c == '[' || c == '{' {
			if len(open) > 0 {
				open[len(open)-1].last = closed
			}
			open = append(open, f.bracket())
		} else if c == ']' || c == '}' {
			open = open[:len(open)-1]
			f.offset++
			if len(open) == 0 {
				return
			}
		} else {
			f.flowPart(&open[len(open)-1])
		}
		f.flowSpace(&open[len(open)-1])
	}
}

// bracket opens a bracket. Where nothing follows it on its line, the lines
// below are one step deeper; else they line up with what follows it.
func (f *formatter) bracket() bracket {
	at := f.column()
	f.offset++
	end := f.offset
	f.skipBlanks()
	hanging := f.atLineEnd()
	f.offset = end
	if hanging {
		return bracket{inner: f.base + step, close: f.base}
	}
	return bracket{inner: at + 1, close: at}
}

// flowPart moves over a part of an entry.
func (f *formatter) flowPart(in *bracket) {
	switch c := f.peek(); {
	case c == ',':
		f.offset++
		in.last = comma
	case c == ':' && (in.last == closed || isBlank(f.byteAt(f.offset+1)) || isFlowIndicator(f.byteAt(f.offset+1))):
		f.offset++
		in.last = colon
	case in.last != text && (c == '"' || c == '\''):
		f.quoted(in.inner)
		in.last = closed
	case in.last != text && f.indicator('?'):
		f.offset++
		in.last = colon
	default:
		f.flowText()
		in.last = text
	}
}

// flowText moves to the end of a text without quotes, or of its line.
func (f *formatter) flowText() {
	end := f.offset
	for ; !f.atLineEnd() && !isFlowIndicator(f.peek()) && !f.indicator(':'); f.offset++ {
		if !isBlank(f.peek()) {
			end = f.offset + 1
		}
	}
	f.offset = end
}

// flowSpace formats what stands between two parts.
func (f *formatter) flowSpace(in *bracket) {
	end := f.offset
	if f.skipBlanks(); f.atLineEnd() {
		f.flowLines(in, end)
		return
	}
	switch c := f.peek(); {
	case in.last == comma && (c == ']' || c == '}'):
		f.replace(end-1, f.offset, "") // nothing follows that comma
	case in.last == colon, in.last == comma:
		f.space(end, " ")
	default:
		f.space(end, "")
	}
}

// flowLines formats the rest of a line inside of brackets, the blank lines and
// comments below it, and the indentation of the next part.
func (f *formatter) flowLines(in *bracket, end int) {
	f.endLine(end)
	for {
		start := f.offset
		f.skipBlanks()
		switch c := f.peek(); {
		case c == '\n' && f.blankFrom < 0:
			f.blankFrom = start
			fallthrough
		case c == '\n':
			f.nextLine()
			continue
		case c == '#':
			f.closeBlanks(start)
			f.indent(start, in.inner)
			f.endLine(f.offset)
			continue
		case c == ']' || c == '}':
			f.closeBlanks(start)
			if in.last == text || in.last == closed {
				f.patches = append(f.patches, Patch{end, end, ","})
			}
			f.base = in.close
		default:
			f.blanks = in.last == text // a text may go on, and then they belong to it
			f.closeBlanks(start)
			f.blanks = false
			f.base = in.inner
		}
		f.indent(start, f.base)
		return
	}
}

func isFlowIndicator(c byte) bool {
	return c == ',' || c == '[' || c == ']' || c == '{' || c == '}'
}
