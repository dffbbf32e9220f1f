package load

import (
	"bytes"
	"io/fs"
	"slices"
)

// For those who change the text of a source, and not what it says.

// Files gives the names of the files of a source that Parse has read without a
// fault: its own, and those that it includes.
func Files(fsys fs.FS, name string) []string {
	l := &library{fsys: fsys, files: map[string]*file{}}
	names := []string{name}
	for _, f := range l.included(l.open(name, &file{})) {
		names = append(names, f.file)
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
