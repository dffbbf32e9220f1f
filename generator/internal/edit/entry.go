package edit

// entry formats the rest of a line whose first token stands at a column and is
// to stand at target: dashes, a key, a value.
func (f *formatter) entry(column, target int) {
	for {
		switch {
		case f.indicator('-'):
			f.open(column, target, true)
		case f.indicator('?'), f.indicator(':'):
			f.open(column, target, false)
		default:
			f.keyOrValue(column, target)
			return
		}
		f.offset++
		if f.gap() {
			return
		}
		column, target = f.offset-f.start, target+step
	}
}

// open begins a mapping or list, or another entry of the one that is open.
func (f *formatter) open(column, target int, list bool) {
	if top := f.top(); top.column < column || list && !top.list {
		f.blocks = append(f.blocks, block{column, target, list})
	}
	f.base = f.top().target
}

// gap formats what is behind an indicator: a space or, where it reports true,
// the end of the line.
func (f *formatter) gap() (ended bool) {
	end := f.offset
	if f.skipBlanks(); f.atLineEnd() {
		f.endLine(end)
		return true
	}
	f.space(end, " ")
	return false
}

// keyOrValue formats a key with its value, or a value alone.
func (f *formatter) keyOrValue(column, target int) {
	end, ended := f.value()
	if ended {
		return
	}
	if f.skipBlanks(); !f.indicator(':') {
		f.endLine(end)
		return
	}
	if f.byteAt(f.start+column) != '-' { // `-a:` would be taken for an item of a list
		f.space(end, "")
	}
	f.open(column, target, false)
	f.offset++
	if f.gap() {
		return
	}
	if end, ended = f.value(); !ended {
		f.endLine(end)
	}
}

// value formats a value, and gives where it ends; or reports that its last line
// is formatted too.
func (f *formatter) value() (end int, ended bool) {
	switch f.peek() {
	case '"', '\'':
		f.quoted(f.top().target + step)
	case '[', '{':
		f.flow()
	case '|', '>':
		f.blockText()
		return 0, true
	default:
		return f.plain(), false
	}
	return f.offset, false
}
