package tree

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/aymanbagabas/go-udiff"
)

// maxUnified is how many bytes, old and new together, are still compared line
// by line; nobody reads the diff of more.
const maxUnified = 1 << 20

// Unified gives the unified diff from what is there to what should be, for a
// modified file whose words differ; else nothing, because the change's
// sentence says all.
func (c Change) Unified() string {
	if c.Kind != Modified || c.Reason != "" {
		return ""
	}
	return Unified(c.Name(), c.old, c.new)
}

// Unified gives the unified diff of a file. For large files, and for bytes that
// would not be safe in a terminal, it gives their sizes and the first line that
// differs.
func Unified(name string, old, new []byte) string {
	name = quoted(name)
	if len(old)+len(new) > maxUnified || !isText(old) || !isText(new) {
		return firstDifference(name, old, new)
	}
	return udiff.Unified(name, name, string(old), string(new))
}

// quoted gives a file's name for the head of a diff, as git does: in quotes
// where a terminal could act on it.
func quoted(name string) string {
	if strings.ContainsFunc(name, func(r rune) bool { return !unicode.IsPrint(r) }) {
		return strconv.Quote(name)
	}
	return name
}

// Line gives the first line that differs, of a modified file whose words
// differ; else 0.
func (c Change) Line() int {
	if c.Kind != Modified || c.Reason != "" {
		return 0
	}
	return firstLine(c.old, c.new)
}

func firstLine(old, new []byte) int {
	return 1 + bytes.Count(old[:commonPrefix(old, new)], []byte("\n"))
}

func firstDifference(name string, old, new []byte) string {
	common := commonPrefix(old, new)
	start := bytes.LastIndexByte(old[:common], '\n') + 1
	return fmt.Sprintf("--- %[1]s (%[2]d bytes)\n+++ %[1]s (%[3]d bytes)\nthe first difference is in line %[4]d:\n-%[5]s\n+%[6]s\n",
		name, len(old), len(new), firstLine(old, new), excerpt(old[start:], common-start), excerpt(new[start:], common-start))
}

func commonPrefix(a, b []byte) int {
	n := min(len(a), len(b))
	for i := range n {
		if a[i] != b[i] {
			return i
		}
	}
	return n
}

// excerpt quotes a short piece of the first line of text, around offset.
func excerpt(text []byte, offset int) string {
	const before, length = 20, 60
	line, _, _ := bytes.Cut(text, []byte("\n"))
	from := max(0, min(offset, len(line))-before)
	to := min(len(line), from+length)
	return fmt.Sprintf("%q", line[from:to])
}

// isText reports whether content can be shown as it is. Other control
// characters could drive the terminal of whoever runs check, and those of
// direction could show another order of words than there is.
func isText(content []byte) bool {
	content = bytes.ReplaceAll(content, []byte("\r\n"), []byte("\n"))
	return utf8.Valid(content) && !bytes.ContainsFunc(content, func(r rune) bool {
		return unicode.IsControl(r) && r != '\n' && r != '\t' || unicode.Is(unicode.Bidi_Control, r)
	})
}
