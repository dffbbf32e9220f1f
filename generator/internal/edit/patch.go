// Package edit changes the text of a YAML source where it has to change, and
// nowhere else: comments, blank lines and the order of everything stay the
// author's. It takes a text to be one that package load can read.
package edit

import (
	"bytes"
	"cmp"
	"slices"
)

// Patch replaces a part of a text.
type Patch struct {
	From, To int // offsets
	New      string
}

// Apply gives a text with its patches in place. They must not overlap.
func Apply(text []byte, patches []Patch) []byte {
	patches = slices.Clone(patches)
	slices.SortStableFunc(patches, func(a, b Patch) int { return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To)) })
	var out bytes.Buffer
	from := 0
	for _, p := range patches {
		out.Write(text[from:p.From])
		out.WriteString(p.New)
		from = p.To
	}
	out.Write(text[from:])
	return out.Bytes()
}
