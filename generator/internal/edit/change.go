package edit

import (
	"bytes"
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Change is a change of a mapping: of one of its fields or, where it is in a
// list, of what stands beside it.
type Change struct {
	Line, Column int  // of the mapping; columns count runes, and begin with 1
	Key          bool // there is the key whose value the mapping is

	Path  []string // of the field, by keys
	Value Value    // that it gets; nil: it is removed

	Add    []Mapping // that get places of their own in the list
	Before bool      // the mapping; else after it
}

// Changed gives a text with changes in place. What they write looks as what is
// there: lines or brackets, with blank lines or without. order is that of the
// fields of a mapping.
func Changed(text []byte, order []string, changes []Change) ([]byte, error) {
	w := writer{finder{text}, order, lineEndOf(text)}
	find := w.places()
	at := map[int][]Change{} // by the offset of the mapping
	for _, c := range changes {
		offset := find(c.Line, c.Column)
		if offset >= len(text) {
			return nil, fmt.Errorf("there is nothing at %d:%d", c.Line, c.Column)
		}
		if c.Key {
			offset = w.skip(w.key(offset).value)
		}
		at[offset] = append(at[offset], c)
	}
	var patches []Patch
	for _, offset := range slices.Sorted(maps.Keys(at)) {
		for _, c := range w.arranged(offset, at[offset]) {
			patch, err := w.patch(offset, c)
			if err != nil {
				return nil, fmt.Errorf("%d:%d: %w", c.Line, c.Column, err)
			}
			patches = append(patches, patch)
		}
	}
	return Apply(text, patches), nil
}

// arranged gives the changes of a mapping in the order in which what they write
// is to stand at one offset: fields in theirs, and then what is added behind.
// Fields of a mapping that is not there are one change.
func (w writer) arranged(at int, changes []Change) []Change {
	m := w.mapping(at)
	var arranged []Change
	missing := map[string]int{} // mappings, by key: where their change is
	for _, c := range changes {
		if c.Add == nil && len(c.Path) == 2 && m.field(c.Path[0]) == nil {
			field := Field{c.Path[1], c.Value}
			if i, there := missing[c.Path[0]]; there {
				arranged[i].Value = append(arranged[i].Value.(Mapping), field)
				continue
			}
			missing[c.Path[0]] = len(arranged)
			c.Path, c.Value = c.Path[:1], Mapping{field}
		}
		arranged = append(arranged, c)
	}
	rank := func(c Change) int {
		if c.Add != nil {
			return len(w.order)
		}
		return slices.Index(w.order, c.Path[0])
	}
	slices.SortStableFunc(arranged, func(a, b Change) int { return cmp.Compare(rank(a), rank(b)) })
	return arranged
}

// places gives what finds the offset of a line and a column, in one pass over
// the text.
func (w writer) places() func(line, column int) int {
	starts := []int{w.lineStart(0)}
	for i, c := range w.text {
		if c == '\n' {
			starts = append(starts, i+1)
		}
	}
	return func(line, column int) int {
		if line > len(starts) {
			return len(w.text)
		}
		start := starts[line-1]
		for i := range string(w.text[start:w.lineEnd(start)]) {
			if column--; column == 0 {
				return start + i
			}
		}
		return len(w.text)
	}
}

// lineEndOf gives how lines end in a text.
func lineEndOf(text []byte) string {
	if first := bytes.IndexByte(text, '\n'); first > 0 && text[first-1] == '\r' {
		return "\r\n"
	}
	return "\n"
}

// writer makes the patch of a change.
type writer struct {
	finder
	order   []string
	newline string
}

func (w writer) patch(at int, c Change) (Patch, error) {
	switch {
	case c.Add != nil:
		return w.add(at, c)
	case c.Value == nil:
		return w.remove(at, c.Path[0])
	}
	return w.set(at, c.Path, c.Value)
}

func (w writer) set(at int, path []string, v Value) (Patch, error) {
	m := w.mapping(at)
	field := m.field(path[0])
	switch {
	case field == nil:
		return w.insert(m, path[0]+": "+flow(v), path[0]), nil
	case len(path) == 1:
		if field.value == field.end || bytes.ContainsRune(w.text[field.value:field.end], '\n') || w.lineStart(field.value) > field.at {
			colon := w.afterColon(field)
			return Patch{colon, field.end, " " + flow(v)}, nil
		}
		return Patch{field.value, field.end, flow(v)}, nil
	case field.value == field.end:
		return Patch{}, fmt.Errorf("%s has no value to change", path[0])
	}
	return w.set(field.value, path[1:], v)
}

// afterColon gives the offset behind the colon of a field.
func (w writer) afterColon(field *place) int { return w.key(field.at).value }

// insert puts a field where the order has it.
func (w writer) insert(m mapping, text, key string) Patch {
	if len(m.fields) == 0 { // {}
		return Patch{m.end - 1, m.end - 1, text}
	}
	after := m.fields[len(m.fields)-1]
	rank := slices.Index(w.order, key)
	for _, field := range m.fields {
		if slices.Index(w.order, field.key) < rank {
			after = field
		}
	}
	if m.flow {
		return Patch{after.end, after.end, ", " + text}
	}
	end := w.contentEnd(after.end)
	return Patch{end, end, w.newline + strings.Repeat(" ", m.column) + text}
}

// contentEnd gives the end of a line, with a comment that follows something.
func (w writer) contentEnd(at int) int {
	end := w.lineEnd(at)
	for end > at && isSpace(w.text[end-1]) {
		end--
	}
	return end
}

func (w writer) remove(at int, key string) (Patch, error) {
	m := w.mapping(at)
	i := slices.IndexFunc(m.fields, func(p place) bool { return p.key == key })
	switch {
	case i < 0:
		return Patch{}, fmt.Errorf("there is no %s", key)
	case m.flow && i == 0 && len(m.fields) > 1:
		return Patch{m.fields[0].at, m.fields[1].at, ""}, nil
	case m.flow && i > 0:
		return Patch{m.fields[i-1].end, m.fields[i].end, ""}, nil
	case !m.flow && i > 0:
		return Patch{w.contentEnd(m.fields[i-1].end), w.contentEnd(m.fields[i].end), ""}, nil
	}
	return Patch{}, fmt.Errorf("%s cannot be taken out, because it comes first", key)
}

// add puts mappings beside the one at an offset.
func (w writer) add(at int, c Change) (Patch, error) {
	m := w.mapping(at)
	before := at
	for before > 0 && isSpace(w.text[before-1]) {
		before--
	}
	if before > 0 && (w.text[before-1] == '[' || w.text[before-1] == ',') {
		return w.addToFlow(at, m, c), nil
	}
	dash := before - 1
	line := w.lineStart(at)
	if dash < line || w.text[dash] != '-' || len(bytes.TrimLeft(w.text[line:dash], " ")) > 0 {
		return Patch{}, fmt.Errorf("nothing can be added to a list that is written like this")
	}
	indent := strings.Repeat(" ", dash-line)
	var added strings.Builder
	gap := w.newline
	if w.spaced(line, m.end) {
		gap += w.newline
	}
	for _, fields := range c.Add {
		text := indent + "- "
		if m.flow {
			text += flow(fields)
		} else {
			for i, field := range fields {
				if i > 0 {
					text += w.newline + indent + "  "
				}
				text += field.Key + ": " + flow(field.Value)
			}
		}
		if c.Before {
			added.WriteString(text + gap)
		} else {
			added.WriteString(gap + text)
		}
	}
	if c.Before {
		return Patch{line, line, added.String()}, nil
	}
	end := w.contentEnd(m.end)
	return Patch{end, end, added.String()}, nil
}

func (w writer) addToFlow(at int, m mapping, c Change) Patch {
	var added strings.Builder
	for _, fields := range c.Add {
		if c.Before {
			added.WriteString(flow(fields) + ", ")
		} else {
			added.WriteString(", " + flow(fields))
		}
	}
	if c.Before {
		return Patch{at, at, added.String()}
	}
	return Patch{m.end, m.end, added.String()}
}

// spaced reports whether a blank line stands before what begins with a line
// and the comments above it, or between its end and the next item.
func (w writer) spaced(line, end int) bool {
	for line > w.lineStart(0) {
		line = w.lineStart(line - 1)
		text := bytes.TrimLeft(w.text[line:w.lineEnd(line)], " \t\r")
		if len(text) == 0 {
			return true
		}
		if text[0] != '#' {
			break
		}
	}
	below := w.text[w.lineEnd(end):]
	blank := bytes.Count(below[:len(below)-len(bytes.TrimLeft(below, " \t\r\n"))], []byte("\n")) > 1
	return blank && w.byteAt(w.skip(w.lineEnd(end))) == '-'
}
