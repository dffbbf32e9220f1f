package edit

import "bytes"

// blockValue finds the value of a field of a block mapping, behind its colon.
func (f finder) blockValue(at, column int) (value, end int) {
	value = at
	for value < len(f.text) && (f.text[value] == ' ' || f.text[value] == '\t') {
		value++
	}
	switch c := f.byteAt(value); {
	case value < len(f.text) && (c == '{' || c == '['):
		return value, f.bracketed(value)
	case c == '"' || c == '\'':
		return value, f.quoted(value)
	case c == '|' || c == '>':
		return value, f.deeper(value, column, false, true)
	case value == len(f.text) || isSpace(c) || f.isComment(value):
		end = f.deeper(at, column, true, false)
		if end == at {
			return at, at
		}
		return f.skip(at), end
	}
	return value, f.deeper(f.lineText(value), column, false, false)
}

// lineText gives the end of what a line says, from an offset on.
func (f finder) lineText(at int) int {
	end := at
	for ; at < f.lineEnd(at) && !f.isComment(at); at++ {
		if !isSpace(f.text[at]) {
			end = at + 1
		}
	}
	return end
}

// deeper finds the end of the lines that belong to a value because they are
// deeper than its key. The items of a list may be as deep as the key; and what
// looks like a comment is none in a block text.
func (f finder) deeper(end, column int, list, block bool) int {
	if block {
		end = f.lineText(end)
	}
	for at := f.lineEnd(end); at < len(f.text); {
		at++
		first := at
		for first < len(f.text) && f.text[first] == ' ' {
			first++
		}
		last := f.lineEnd(at)
		text := bytes.TrimRight(f.text[first:last], " \t\r")
		deep := first-at > column || list && first-at == column && len(text) > 0 && text[0] == '-' && (len(text) == 1 || text[1] == ' ')
		switch {
		case len(text) == 0, text[0] == '#' && !(block && deep):
		case !deep:
			return end
		case block:
			end = first + len(text)
		default:
			end = f.lineText(first)
		}
		at = last
	}
	return end
}

// next finds the next key of a block mapping behind a value, or gives -1.
func (f finder) next(end, column int) int {
	at := f.skip(f.lineEnd(end))
	if at >= len(f.text) || at-f.lineStart(at) != column {
		return -1
	}
	if f.text[at] == '-' && (at+1 == len(f.text) || isSpace(f.text[at+1])) {
		return -1
	}
	return at
}
