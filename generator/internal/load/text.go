package load

import (
	"bytes"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
)

// For those who change the text of a source, and not what it says.

// Files gives the names of the files of a source that Parse has read without a
// fault: its own, those that it includes, and those of locales that lie beside
// or below it.
func Files(fsys fs.FS, name string) []string {
	l := newLibrary(fsys)
	names := []string{name}
	main := l.open(name, &file{})
	included := l.included(main)
	for _, f := range included {
		names = append(names, f.file)
	}
	for _, f := range append([]*file{main}, included...) {
		for _, messages := range f.messagesFiles() {
			if isBelow(path.Dir(name), messages) && !slices.Contains(names, messages) {
				names = append(names, messages)
			}
		}
	}
	return names
}

// isBelow reports whether a file lies in a directory, or deeper.
func isBelow(dir, name string) bool { return dir == "." || strings.HasPrefix(name, dir+"/") }

// Messages finds what cannot be read of a file of messages, which is no source.
func Messages(fsys fs.FS, name string) (found diag.List, isMessages bool) {
	faults := &findings{file: name}
	read(fsys, faults, func(r *reader, root *node) {
		if isMessages = valueOf(root, "messages") != nil; isMessages {
			r.messagesRoot(root, &codes.Locale{})
		}
	})
	faults.all.Sort()
	return faults.all, isMessages
}

// messagesFiles gives the names of the files that the locales of a file's
// tables name.
func (f *file) messagesFiles() (names []string) {
	for _, e := range f.tables {
		locales := valueOf(e.node, "locales")
		for i := 1; locales != nil && i < len(locales.Content); i += 2 {
			if n := locales.Content[i]; n.Kind == scalar {
				name, _ := relative(f.file, n.Value)
				names = append(names, name)
			}
		}
	}
	return names
}

// Same reports whether two texts say the same: each value is what it was, and
// where it was among the others. A text that cannot be read is like no other.
func Same(a, b []byte) bool {
	one, other := rootOf(a), rootOf(b)
	return one != nil && other != nil && same(one, other)
}

func rootOf(text []byte) *node {
	found := &findings{}
	text = bytes.TrimPrefix(bytes.Clone(text), byteOrderMark) // the scan writes into it
	root := parse(scan(checkRunes(text, found), found), found)
	if found.all.HasErrors() {
		return nil
	}
	return root
}

func same(a, b *node) bool {
	return a.Kind == b.Kind && a.ShortTag() == b.ShortTag() && a.Value == b.Value &&
		slices.EqualFunc(a.Content, b.Content, same)
}
