package tmpl

import "slices"

// blocks is a buffer that grows by blocks: one array for the output of a large
// table would be there three times over while it grows.
type blocks struct {
	full [][]byte
	last []byte
	free [][]byte // of a content that was taken
}

const blockSize = 1 << 18

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
	if last := len(b.free) - 1; last >= 0 {
		b.last, b.free = b.free[last][:0], b.free[:last]
	} else {
		b.last = make([]byte, 0, blockSize)
	}
}

// take gives the content, and empties the buffer.
func (b *blocks) take() []byte {
	content := slices.Concat(append(b.full, b.last)...)
	b.free = append(b.free, b.full...)
	b.full, b.last = nil, b.last[:0]
	return content
}
