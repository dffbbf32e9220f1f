package load

import (
	"strconv"
	"unicode/utf8"

	"github.com/statusgen/statusgen/generator/internal/diag"
)

// maxFindings bounds what a hostile file can make us remember. Nobody reads
// that far.
const maxFindings = 100_000

// findings collects what is wrong with one file.
type findings struct {
	file string
	all  diag.List
	lost int // errors so far: how often something could not be read
	last int // line of the file; 0: not known
}

func (f *findings) add(rule *diag.Rule, pos diag.Pos, message string, more ...diag.Option) {
	if rule.Severity == diag.Error {
		f.lost++
	}
	if f.last > 0 && pos.Line > f.last { // the YAML library puts what is not there behind the end
		pos.Line, pos.Column = f.last, 1
	}
	if len(f.all) < maxFindings {
		f.all.Add(rule, pos, message, more...)
	}
}

func (f *findings) at(line, column int) diag.Pos {
	return diag.Pos{File: f.file, Line: line, Column: column}
}

// show quotes data for a message: safe for a terminal, and never long.
func show(data string) string {
	short, more := shorten(data)
	if more {
		return strconv.Quote(short) + "…"
	}
	return strconv.Quote(short)
}

// bare shows a value that was written without quotes as it was written.
func bare(data string) string {
	quoted := show(data)
	if data == "" || strconv.Quote(data) != `"`+data+`"` {
		return quoted
	}
	short, more := shorten(data)
	if more {
		return short + "…"
	}
	return short
}

func shorten(data string) (short string, more bool) {
	const limit = 60
	end := 0
	for range limit {
		if end == len(data) {
			return data, false
		}
		_, size := utf8.DecodeRuneInString(data[end:])
		end += size
	}
	return data[:end], end < len(data)
}
