package load

import (
	"bytes"
	"runtime"
	"slices"
	"sync"
)

// Nearly all of a large source is the items of a list, and the library reads one
// text after the other. So it is given parts of long lists as texts of their own,
// all at once, and the nodes are put together to what one text would have given.

// list is a block list whose items begin on lines of their own.
type list struct {
	starts []int // of the lines
}

// item notes where an item of the innermost list starts, unless that list is
// inside of another.
func (s *scanner) item(lineStart int) {
	top := &s.blocks[len(s.blocks)-1]
	if top.items == nil {
		inside := slices.ContainsFunc(s.blocks, func(b block) bool { return b.items != nil })
		if inside || len(bytes.TrimLeft(s.text[lineStart:s.offset], " ")) > 0 {
			return
		}
		top.items = &list{}
		s.lists = append(s.lists, top.items)
	}
	top.items.starts = append(top.items.starts, lineStart)
}

// without moves the starts to where they are when some spans are taken out of
// the text.
func (l *list) without(spans []span) {
	gone := 0
	for i, start := range l.starts {
		for len(spans) > 0 && spans[0].from < start {
			gone += spans[0].to - spans[0].from
			spans = spans[1:]
		}
		l.starts[i] = start - gone
	}
}

// piece is a part of a text: some items of a list.
type piece struct {
	span
	items int
	nodes []*node
}

// cut is a list of which some items are taken out.
type cut struct {
	*list
	pieces []piece // the items from the second on, until those that stay
	stay   int     // items at the end
}

// cut takes all pieces of a list but one, which stays with the first item.
func (l *list) cut(pieces int) cut {
	n := len(l.starts)
	c := cut{list: l, pieces: make([]piece, pieces-1)}
	from := 1
	for i := range c.pieces {
		to := 1 + (i+1)*(n-1)/pieces
		c.pieces[i] = piece{span: span{l.starts[from], l.starts[to]}, items: to - from}
		from = to
	}
	c.stay = n - from
	return c
}

// document gives the node of a text.
func (s shape) document() (*node, error) {
	const least = 100 // items, which take longer than a piece has to be looked after
	if whole := s.joined(runtime.GOMAXPROCS(0), least); whole != nil {
		return whole, nil
	}
	return unmarshal(s.text) // which says what is wrong, and where
}

// joined reads every list in so many pieces, each of so many items at the least,
// or gives nothing where there is none as long, or a piece cannot be read.
func (s shape) joined(pieces, least int) *node {
	var cuts []cut
	for _, l := range s.lists {
		if pieces := min(pieces, len(l.starts)/least); pieces > 1 {
			cuts = append(cuts, l.cut(pieces))
		}
	}
	if cuts == nil {
		return nil
	}
	text, rest := s.text, bytes.Clone(s.text)
	var all sync.WaitGroup
	for _, c := range cuts {
		c.empty(rest)
		for i := range c.pieces {
			all.Go(func() { c.pieces[i].read(text) })
		}
	}
	document, err := unmarshal(rest)
	all.Wait()
	if err != nil {
		return nil
	}
	for _, c := range cuts {
		if !c.fill(text, document) {
			return nil
		}
	}
	return document
}

// empty leaves nothing of the items that were taken out, but a dash, and their
// lines.
func (c cut) empty(text []byte) {
	from, to := c.pieces[0].from, c.pieces[len(c.pieces)-1].to
	taken := text[from:to]
	dash := bytes.IndexByte(taken, '-')
	for i, b := range taken {
		if b != '\n' && i != dash {
			taken[i] = ' '
		}
	}
}

// read reads a piece, whose lines count from the start of the text.
func (p *piece) read(text []byte) {
	document, err := unmarshal(text[p.from:p.to])
	if err != nil || len(document.Content) != 1 {
		return
	}
	p.nodes = document.Content[0].Content
	above := bytes.Count(text[:p.from], newline)
	for _, n := range p.nodes {
		lower(n, above)
	}
}

func lower(n *node, lines int) {
	n.Line += lines
	for _, inner := range n.Content {
		lower(inner, lines)
	}
}

// fill puts the items back into their list, and reports whether all are there.
func (c cut) fill(text []byte, document *node) bool {
	start := c.starts[0]
	line := 1 + bytes.Count(text[:start], newline)
	column := 1 + bytes.IndexByte(text[start:], '-')
	into := listAt(document, line, column)
	if into == nil || len(into.Content) != 2+c.stay {
		return false
	}
	items := make([]*node, 0, len(c.starts))
	items = append(items, into.Content[0])
	for _, p := range c.pieces {
		if len(p.nodes) != p.items {
			return false
		}
		items = append(items, p.nodes...)
	}
	into.Content = append(items, into.Content[2:]...)
	return true
}

// listAt finds a block list that is inside of no other.
func listAt(n *node, line, column int) *node {
	if n.Kind == sequence {
		if n.Line == line && n.Column == column {
			return n
		}
		return nil
	}
	for _, inner := range n.Content {
		if found := listAt(inner, line, column); found != nil {
			return found
		}
	}
	return nil
}
