package render

import (
	"cmp"
	"slices"
	"strings"
)

// Run is the texts of codes that follow one another, packed into one: where
// codes lie close together, the first of a run is the only one to be written
// down. A program takes the runs apart when it is first asked.
type Run struct {
	Key   string // the first code, as the key of a literal object
	Texts Text   // with a bar behind each but the last; a code that has none of its own leaves an empty one
}

const (
	bar = "|" // between the texts of a run

	entry     = len(`:"",`) // beside the key and the text of a code
	unpacking = 109         // what takes runs apart, minified, and the call of it
)

// PhraseRuns packs the phrases of a keyed table; nil: they are not worth it,
// or one of them has a bar in it.
func (t *Table) PhraseRuns() []Run {
	return t.runs(t.Phrased(), func(c *Code) string { return c.Phrase.raw() })
}

// NameRuns packs the names of a keyed table, as PhraseRuns does its phrases.
func (t *Table) NameRuns() []Run {
	return t.runs(t.Codes, func(c *Code) string { return c.Name })
}

// runs packs texts, if an object with a key for each code takes more bytes by
// twice what it costs to take runs apart: less would be lost again when it is
// compressed. Texts join a run wherever the bars before them cost no more than
// a run of their own.
func (t *Table) runs(list []*Code, text func(*Code) string) []Run {
	if !t.Integer || !t.Keyed() {
		return nil
	}
	list = slices.SortedFunc(slices.Values(list), func(a, b *Code) int { return cmp.Compare(a.value.Int, b.value.Int) })
	object, packed := 0, 2*unpacking
	var runs []Run
	var texts strings.Builder
	for i, c := range list {
		if strings.Contains(text(c), bar) {
			return nil
		}
		own := len(c.Key()) + entry
		object += own
		if i > 0 {
			if bars := uint64(c.value.Int) - uint64(list[i-1].value.Int); bars <= uint64(own) {
				packed += int(bars)
				texts.WriteString(strings.Repeat(bar, int(bars)) + text(c))
				runs[len(runs)-1].Texts = NewText(texts.String())
				continue
			}
		}
		packed += own
		texts.Reset()
		texts.WriteString(text(c))
		runs = append(runs, Run{Key: c.Key(), Texts: NewText(text(c))})
	}
	if packed >= object {
		return nil
	}
	return runs
}
