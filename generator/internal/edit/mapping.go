package edit

import (
	"bytes"
	"slices"
)

// mapping is a mapping in a text, and where its parts are.
type mapping struct {
	flow   bool
	column int // of the keys of a block mapping
	fields []place
	end    int // of its last value, or behind its closing bracket
}

// place is where a field is. Without a value, that begins and ends behind the
// colon.
type place struct {
	key            string
	at, value, end int
}

func (m *mapping) field(key string) *place {
	i := slices.IndexFunc(m.fields, func(p place) bool { return p.key == key })
	if i < 0 {
		return nil
	}
	return &m.fields[i]
}

// finder finds the parts of a text that can be read.
type finder struct{ text []byte }

// mapping finds the parts of the mapping that begins at an offset: at its
// bracket, or at its first key.
func (f finder) mapping(at int) mapping {
	if f.text[at] == '{' {
		return f.flowMapping(at)
	}
	m := mapping{column: at - f.lineStart(at)}
	for at >= 0 {
		p := f.key(at)
		p.value, p.end = f.blockValue(p.value, m.column)
		m.fields = append(m.fields, p)
		m.end = p.end
		at = f.next(p.end, m.column)
	}
	return m
}

func (f finder) flowMapping(at int) mapping {
	m := mapping{flow: true}
	for at = f.skip(at + 1); f.byteAt(at) != '}'; at = f.skip(at) {
		p := f.key(at)
		p.value = f.skip(p.value)
		p.end = f.flowEnd(p.value)
		m.fields = append(m.fields, p)
		if at = f.skip(p.end); f.byteAt(at) == ',' {
			at++
		}
	}
	m.end = at + 1
	return m
}

// key finds the key that begins at an offset; value is behind its colon.
func (f finder) key(at int) place {
	end := at
	if c := f.text[at]; c == '"' || c == '\'' {
		end = f.quoted(at)
		return place{key: string(f.text[at+1 : end-1]), at: at, value: f.colon(end) + 1}
	}
	end = f.colon(at)
	return place{key: string(bytes.TrimRight(f.text[at:end], " \t")), at: at, value: end + 1}
}

// colon finds the colon behind a key.
func (f finder) colon(at int) int {
	for at < len(f.text) && f.text[at] != ':' {
		at++
	}
	return min(at, len(f.text)-1)
}

// flowEnd finds the end of a value between brackets.
func (f finder) flowEnd(at int) int {
	end := at
	for at < len(f.text) {
		switch c := f.text[at]; {
		case c == '{' || c == '[':
			return f.bracketed(at)
		case (c == '"' || c == '\'') && at == end:
			return f.quoted(at)
		case c == ',' || c == '}' || c == ']':
			return end
		case f.isComment(at):
			at = f.lineEnd(at)
			continue
		case !isSpace(c):
			end = at + 1
		}
		at++
	}
	return end
}

// bracketed finds the end of a flow mapping or list.
func (f finder) bracketed(at int) int {
	for at = f.skip(at + 1); at < len(f.text); at = f.skip(at) {
		switch c := f.text[at]; c {
		case '{', '[':
			at = f.bracketed(at)
		case '}', ']':
			return at + 1
		case '"', '\'':
			at = f.quoted(at)
		default:
			at = f.plain(at)
		}
	}
	return at
}

// plain moves over a text without quotes, in brackets, or one of the signs
// there.
func (f finder) plain(at int) int {
	for at++; at < len(f.text) && !isFlowIndicator(f.text[at]) && !f.isComment(at); at++ {
		if isSpace(f.text[at]) {
			return at
		}
	}
	return at
}

// quoted finds the end of a text in quotes.
func (f finder) quoted(at int) int {
	mark := f.text[at]
	for at++; at < len(f.text); at++ {
		switch c := f.text[at]; {
		case c == '\\' && mark == '"':
			at++
		case c == mark && mark == '\'' && f.byteAt(at+1) == mark:
			at++
		case c == mark:
			return at + 1
		}
	}
	return at
}

// skip moves over white space and comments.
func (f finder) skip(at int) int {
	for at < len(f.text) {
		switch {
		case isSpace(f.text[at]):
			at++
		case f.isComment(at):
			at = f.lineEnd(at)
		default:
			return at
		}
	}
	return at
}

func (f finder) isComment(at int) bool {
	return f.text[at] == '#' && (at == 0 || isSpace(f.text[at-1]))
}

func (f finder) byteAt(at int) byte {
	if at >= len(f.text) {
		return '}' // the end of everything
	}
	return f.text[at]
}

// lineStart gives the offset of the start of a line, behind a byte order mark.
func (f finder) lineStart(at int) int {
	start := bytes.LastIndexByte(f.text[:at], '\n') + 1
	if start == 0 && bytes.HasPrefix(f.text, byteOrderMark) {
		return len(byteOrderMark)
	}
	return start
}

// lineEnd gives the offset of the end of a line: of its \n, or of the text.
func (f finder) lineEnd(at int) int {
	if i := bytes.IndexByte(f.text[at:], '\n'); i >= 0 {
		return at + i
	}
	return len(f.text)
}

func isSpace(c byte) bool { return isBlank(c) || c == '\r' }
