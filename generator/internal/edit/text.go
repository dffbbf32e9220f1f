package edit

import (
	"bytes"
	"strings"
)

// plain formats a text without quotes, and gives where it ends. It goes on in
// lines that are indented deeper than the entry that it belongs to.
func (f *formatter) plain() (end int) {
	end = f.plainLine()
	if !f.atEOL() {
		return end
	}
	for {
		next, lines := f.afterBlankLines()
		column := 0
		for f.byteAt(next+column) == ' ' {
			column++
		}
		if c := f.byteAt(next + column); next == len(f.text) || column <= f.top().column || c == '#' || c == '\n' {
			return end
		}
		f.replace(end, next, strings.Repeat("\n", lines))
		f.offset = next + column
		f.indent(next, f.top().target+step)
		if end = f.plainLine(); !f.atEOL() {
			return end
		}
	}
}

// plainLine moves to a ": ", a comment or the end of the line, and gives where
// the text before it ends.
func (f *formatter) plainLine() (end int) {
	for end = f.offset; !f.atLineEnd() && !f.indicator(':'); f.offset++ {
		if !isBlank(f.peek()) {
			end = f.offset + 1
		}
	}
	return end
}

// afterBlankLines gives the start of the next line that is not blank, and how
// many lines below this one it is.
func (f *formatter) afterBlankLines() (next, lines int) {
	next = f.offset
	for at := next; at < len(f.text) && isBlank(f.text[at]); at++ {
		if f.text[at] == '\n' {
			next, lines = at+1, lines+1
		}
	}
	return next, lines
}

// quoted formats a text in quotes, whose further lines are to stand at a
// column. White space around line ends is no part of it.
func (f *formatter) quoted(target int) {
	quote, start := f.peek(), f.offset
	f.offset++
	for end := f.offset; !f.done(); f.offset++ {
		switch c := f.peek(); {
		case c == '\n':
			next, lines := f.afterBlankLines()
			f.replace(end, next, strings.Repeat("\n", lines))
			f.offset = next
			f.skipBlanks()
			f.indent(next, target)
			end = f.offset
			f.offset--
			continue
		case c == ' ' || c == '\t':
			continue
		case c == '\\' && quote == '"' && f.byteAt(f.offset+1) != '\n':
			f.offset++
		case c == quote && quote == '\'' && f.byteAt(f.offset+1) == quote:
			f.offset++
		case c == quote:
			f.offset++
			f.requote(start)
			return
		}
		end = f.offset + 1
	}
}

// requote puts the text before the offset into double quotes, unless it holds
// what would have to be escaped there.
func (f *formatter) requote(start int) {
	if f.text[start] == '"' || bytes.ContainsAny(f.text[start:f.offset], `"\`) {
		return
	}
	f.replace(start, start+1, `"`)
	for at := start + 1; at < f.offset-1; at++ {
		if f.text[at] == '\'' {
			f.replace(at, at+1, "")
			at++
		}
	}
	f.replace(f.offset-1, f.offset, `"`)
}

// blockText formats a literal or folded text, by moving all of its lines alike.
func (f *formatter) blockText() {
	h := f.header()
	end := f.offset // of the last line that is not empty
	deepest := 0    // of the empty lines before it: the first line that is not is no less deep
	for !f.done() {
		start := f.offset
		for f.peek() == ' ' {
			f.offset++
		}
		column := f.offset - start
		if f.atEOL() && (column <= h.indent || h.indent < 0) {
			deepest = max(deepest, column)
			f.nextLine()
			continue
		}
		if h.indent < 0 && column > f.top().column {
			h.indent = max(column, deepest)
		}
		if column < h.indent || h.indent < 0 {
			break
		}
		f.emptyLines(end, start)
		f.offset = start + h.indent
		f.indent(start, max(f.top().target+step, step)) // also where the file is a text
		for !f.atEOL() {
			f.offset++
		}
		f.nextLine()
		end = f.offset
	}
	f.offset, f.blanks = end, h.keeps
}

// header is the first line of a block text.
type header struct {
	keeps  bool // all line ends at its end
	indent int  // the column of its lines; -1: that of the first one
}

func (f *formatter) header() header {
	h := header{indent: -1}
	for f.offset++; !isBlank(f.peek()); f.offset++ {
		switch c := f.peek(); c {
		case '+':
			h.keeps = true
		case '-':
		default:
			h.indent = max(f.top().column, 0) + int(c-'0')
			f.replace(f.offset, f.offset+1, "2") // one step
		}
	}
	f.endLine(f.offset)
	return h
}

// emptyLines takes the white space out of blank lines.
func (f *formatter) emptyLines(from, to int) {
	f.replace(from, to, strings.Repeat("\n", bytes.Count(f.text[from:to], []byte("\n"))))
}
