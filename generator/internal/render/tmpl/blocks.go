package tmpl

import (
	"slices"
	"sync"
)

// blocks is a buffer that grows by blocks: one array for the output of a large
// table would be there three times over while it grows.
type blocks struct {
	full [][]byte
	last []byte
}

type block [1 << 18]byte

// free are blocks whose content was taken. Targets share them.
var free = sync.Pool{New: func() any { return new(block) }}

func (b *blocks) Write(p []byte) (int, error) { return b.WriteString(string(p)) }

func (b *blocks) WriteString(s string) (int, error) {
	size := len(s)
	for len(s) > 0 {
		if len(b.last) == cap(b.last) {
			b.next()
		}
		n := min(len(s), cap(b.last)-len(b.last))
		b.last, s = append(b.last, s[:n]...), s[n:]
	}
	return size, nil
}

func (b *blocks) next() {
	if cap(b.last) > 0 {
		b.full = append(b.full, b.last)
	}
	fresh, _ := free.Get().(*block)
	b.last = fresh[:0]
}

// take gives the content, and empties the buffer.
func (b *blocks) take() []byte {
	used := append(b.full, b.last)
	content := slices.Concat(used...)
	for _, one := range used {
		if cap(one) > 0 {
			free.Put((*block)(one[:cap(one)]))
		}
	}
	b.full, b.last = nil, nil
	return content
}
