package edit

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// step is how many columns each level is indented.
const step = 2

var (
	byteOrderMark = []byte("\uFEFF")
	newline       = []byte("\n")
)

// Format gives a text in canonical form. docs/editors.md says what that is.
func Format(text []byte) []byte {
	text = bytes.TrimPrefix(text, byteOrderMark)
	text = bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
	if !bytes.HasSuffix(text, newline) {
		text = append(bytes.Clone(text), '\n')
	}
	f := &formatter{text: text, blocks: []block{{column: -1, target: -step}}, blankFrom: -1}
	for !f.done() {
		f.line()
	}
	f.finish()
	return Apply(text, f.patches)
}

// formatter follows the lines of a text, and notes what has to change in them.
type formatter struct {
	text    []byte
	offset  int
	patches []Patch
	blocks  []block // open block mappings and lists; the first is the file itself

	start   int // of the line
	counted int // the offset up to which its columns are counted
	columns int // before there, with the patches of the line
	base    int // where what the line opens is closed, if that is on a line of its own

	comments  []int // own lines of comments, whose place depends on what follows
	blankFrom int   // where a run of blank lines begins; -1: there is none
	blanks    bool  // blank lines count, because they may belong to a text
}

// block is an open block mapping or list: the column of its entries, and the
// one that they are to have.
type block struct {
	column, target int
	list           bool
}

func (f *formatter) top() block { return f.blocks[len(f.blocks)-1] }

func (f *formatter) replace(from, to int, with string) {
	if string(f.text[from:to]) != with {
		f.patches = append(f.patches, Patch{from, to, with})
		f.columns += utf8.RuneCountInString(with) - utf8.RuneCount(f.text[from:to])
	}
}

// indent gives the line that begins at start another indentation. The offset
// is behind the one that it has.
func (f *formatter) indent(start, target int) {
	f.start, f.counted, f.columns = start, start, 0
	f.replace(start, f.offset, strings.Repeat(" ", target))
}

// column gives the column that the offset is going to have.
func (f *formatter) column() int {
	f.columns += utf8.RuneCount(f.text[f.counted:f.offset])
	f.counted = f.offset
	return f.columns
}

// line formats what begins at the start of a line outside of any value.
func (f *formatter) line() {
	start := f.offset
	f.skipBlanks()
	if f.atEOL() {
		if f.blankFrom < 0 {
			f.blankFrom = start
		}
		f.nextLine()
		return
	}
	f.closeBlanks(start)
	switch {
	case f.peek() == '#':
		f.comments = append(f.comments, start)
		f.endLine(f.offset)
	case f.marker(start):
		f.settleComments(0, 0)
		f.offset += len("---")
		f.endLine(f.offset)
	default:
		f.content(start)
	}
}

// closeBlanks leaves one blank line of several, and none at the start.
func (f *formatter) closeBlanks(end int) {
	if f.blankFrom < 0 {
		return
	}
	one := "\n"
	switch {
	case f.blanks:
		one = strings.Repeat("\n", bytes.Count(f.text[f.blankFrom:end], []byte("\n")))
	case f.blankFrom == 0:
		one = ""
	}
	f.replace(f.blankFrom, end, one)
	f.blankFrom = -1
}

// content formats the entry that begins on a line, and all lines of its value.
func (f *formatter) content(start int) {
	column := f.offset - start
	target := f.unwind(column, start)
	f.blanks = false
	f.indent(start, target)
	f.base = target
	f.entry(column, target)
}

// unwind closes the mappings and lists that end before a line, moves the
// comments above it, and gives the column that the line is to have.
func (f *formatter) unwind(column, start int) (target int) {
	dash := f.indicator('-')
	open := len(f.blocks)
	for open > 1 {
		b := f.blocks[open-1]
		if b.column < column || b.column == column && (dash || !b.list) {
			break
		}
		open--
	}
	top := f.blocks[open-1]
	target = top.target
	if top.column < column || dash && !top.list {
		target += step
	}
	if open == len(f.blocks) {
		column = len(f.text) // nothing ends here: all comments belong to this line
	}
	f.settleComments(column, target)
	f.blocks = f.blocks[:open]
	return target
}

// settleComments indents the comments above a line like the line. Those that
// are deeper, and end something, stay with what they are at the end of.
func (f *formatter) settleComments(column, target int) {
	for _, start := range f.comments {
		end := start
		for f.text[end] == ' ' || f.text[end] == '\t' {
			end++
		}
		of := target
		for i := len(f.blocks) - 1; i > 0 && end-start > column; i-- {
			if f.blocks[i].column <= end-start {
				of = f.blocks[i].target
				break
			}
		}
		f.replace(start, end, strings.Repeat(" ", of))
	}
	f.comments = nil
}

// finish formats the end of the text.
func (f *formatter) finish() {
	f.settleComments(-1, 0)
	if f.blankFrom >= 0 && f.blanks {
		f.closeBlanks(len(f.text))
	} else if f.blankFrom >= 0 {
		f.replace(f.blankFrom, len(f.text), "")
	}
}
