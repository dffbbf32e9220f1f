package tree

import (
	"bytes"
	"fmt"
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
	if len(old)+len(new) > maxUnified || !isText(old) || !isText(new) {
		return firstDifference(name, old, new)
	}
	return udiff.Unified(name, name, string(old), string(new))
}

func firstDifference(name string, old, new []byte) string {
	common := commonPrefix(old, new)
	start := bytes.LastIndexByte(old[:common], '\n') + 1
	line := bytes.Count(old[:start], []byte("\n")) + 1
	return fmt.Sprintf("--- %[1]s (%[2]d bytes)\n+++ %[1]s (%[3]d bytes)\nthe first difference is in line %[4]d:\n-%[5]s\n+%[6]s\n",
		name, len(old), len(new), line, excerpt(old[start:], common-start), excerpt(new[start:], common-start))
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
// characters could drive the terminal of whoever runs check.
func isText(content []byte) bool {
	return utf8.Valid(content) && !bytes.ContainsFunc(content, func(r rune) bool {
		return unicode.IsControl(r) && r != '\n' && r != '\t' && r != '\r'
	})
}
