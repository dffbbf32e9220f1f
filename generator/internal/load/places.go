package load

import (
	"bytes"
	"unicode/utf8"

	"github.com/statusgen/statusgen/generator/internal/diag"
)

// places turns offsets into positions. Offsets that grow cost no more than one
// pass over the text.
type places struct {
	file   string
	text   []byte
	offset int // of the latest position
	line   int
	start  int // of its line
	column int // runes before it on its line
}

func (p *places) at(offset int) diag.Pos {
	if offset < p.offset {
		p.line -= bytes.Count(p.text[offset:p.offset], newline)
		p.start = bytes.LastIndexByte(p.text[:offset], '\n') + 1
		p.offset, p.column = p.start, 0
	}
	passed := p.text[p.offset:offset]
	if lines := bytes.Count(passed, newline); lines > 0 {
		p.line += lines
		p.start = p.offset + bytes.LastIndexByte(passed, '\n') + 1
		p.column = 0
		passed = p.text[p.start:offset]
	}
	p.column += utf8.RuneCount(passed)
	p.offset = offset
	return diag.Pos{File: p.file, Line: p.line, Column: p.column + 1}
}

var newline = []byte{'\n'}
