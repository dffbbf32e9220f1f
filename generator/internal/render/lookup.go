package render

import (
	"math/bits"
	"slices"
)

// Shape is how the codes of a table lie in their code space. The structure
// that finds a code's facts follows from it, in every language: what the
// renderers print for a shape is theirs, which shape a table has is not.
// docs/lookups.md has the rule.
type Shape string

const (
	// Few codes are told apart one by one.
	Few Shape = "few"
	// Dense codes are an index into an array over their whole span.
	Dense Shape = "dense"
	// Ranked codes ascend, with gaps: a bit for each number of their span, of
	// which those before a code are counted.
	Ranked Shape = "ranked"
	// Paged codes lie in clusters: an array over the pages of their span finds
	// the page, and the page the code.
	Paged Shape = "paged"
	// Scattered codes, and texts that are not few, have to be hashed.
	Scattered Shape = "scattered"
)

// The borders between shapes.
const (
	fewKeys   = 16    // as many comparisons cost no more than another structure
	denseSpan = 4096  // an array of so many places costs less than to think about it
	denseFill = 16    // places in an array that one code is worth
	arraySpan = 65536 // an array of more places costs a compiler more than to count bits costs a lookup
	arraySize = 1024  // elements, of which more cost a compiler less as one text
)

// PageSize is the number of neighbouring codes in a page.
const PageSize = 256

// shapeOf tells the shape of a table.
func shapeOf(t *Table) Shape {
	switch {
	case !t.Integer && len(t.Codes) > fewKeys:
		return Scattered
	case !t.Integer || len(t.Codes) == 0:
		return Few
	}
	numbers := t.numbers()
	least, span := spanOf(numbers)
	worth := denseFill * uint64(len(numbers))
	switch {
	case span < denseSpan:
		return Dense
	case span < worth && span >= arraySpan && slices.IsSorted(numbers):
		return Ranked
	case span < worth:
		return Dense
	case len(numbers) <= fewKeys:
		return Few
	}
	pages := map[uint64]bool{0: true}
	for _, n := range numbers {
		pages[offset(n, least)/PageSize] = true
	}
	if span/PageSize+PageSize*uint64(len(pages)) < worth {
		return Paged
	}
	return Scattered
}

// spanOf gives the smallest number, and how far the largest is from it:
// unsigned, so that it cannot overflow.
func spanOf(numbers []int64) (least int64, span uint64) {
	least, most := slices.Min(numbers), slices.Max(numbers)
	return least, uint64(most) - uint64(least)
}

// offset counts codes from the smallest, which is 1; 0 stays free for all that
// are none of the table's.
func offset(code, least int64) uint64 { return uint64(code) - uint64(least) + 1 }

// Index is the lookup of a place by a number: the offset of a code from Base.
// Offset 0 is no code.
type Index struct {
	Base   uint64   // subtracted from a code, in unsigned arithmetic
	Size   uint64   // offsets from here on are no codes
	Words  []uint64 // of a ranked table: a bit for each offset, from the lowest up
	Ranks  []int    // of a ranked table: for each word, the number of codes before it
	Pages  []int    // of a paged table: for each page of offsets, its number in Places
	Places []int    // for each offset, or those of each page in turn, the place of the code in the table; from 1, 0: none
}

// Index plans the lookup in a dense, ranked or paged table; of others it is
// nil.
func (t *Table) Index() *Index {
	if t.Shape != Dense && t.Shape != Ranked && t.Shape != Paged {
		return nil
	}
	numbers := t.numbers()
	least, span := spanOf(numbers)
	x := &Index{Base: uint64(least) - 1, Size: span + 2}
	offsets := make([]uint64, len(numbers))
	for i, n := range numbers {
		offsets[i] = offset(n, least)
	}
	switch t.Shape {
	case Dense:
		x.Places = make([]int, x.Size)
		for i, at := range offsets {
			x.Places[at] = i + 1
		}
	case Ranked:
		x.rank(offsets)
	default:
		x.page(offsets)
	}
	return x
}

// WordSize is the number of offsets that share a word of a ranked table.
const WordSize = 64

func (x *Index) rank(offsets []uint64) {
	x.Words = make([]uint64, (x.Size+WordSize-1)/WordSize)
	for _, at := range offsets {
		x.Words[at/WordSize] |= 1 << (at % WordSize)
	}
	rank := 0
	for _, word := range x.Words {
		x.Ranks = append(x.Ranks, rank)
		rank += bits.OnesCount64(word)
	}
}

func (x *Index) page(offsets []uint64) {
	// The first page, which has the offset 0, is number 0. Number 1 stands for
	// all that are empty.
	x.Pages = make([]int, (x.Size+PageSize-1)/PageSize)
	for i := range x.Pages[1:] {
		x.Pages[i+1] = 1
	}
	x.Places = make([]int, 2*PageSize)
	for i, at := range offsets {
		page := &x.Pages[at/PageSize]
		if *page == 1 {
			*page = len(x.Places) / PageSize
			x.Places = append(x.Places, make([]int, PageSize)...)
		}
		x.Places[*page*PageSize+int(at%PageSize)] = i + 1
	}
}

// Hash plans the lookup of the codes of a scattered table; of others it is
// nil. Places count from 1, in the order of Codes.
func (t *Table) Hash() *Hash {
	if t.Shape != Scattered {
		return nil
	}
	if t.Integer {
		return perfect(t.numbers(), func(seed uint64, n int64) uint64 { return HashNumber(seed, uint64(n)) })
	}
	return perfect(texts(t.Codes, func(c *Code) string { return c.value.Text }), HashText)
}

// NameHash plans the lookup of a table's names and aliases, in the order of
// Names; nil: they are few.
func (t *Table) NameHash() *Hash {
	if len(t.Names) <= fewKeys {
		return nil
	}
	return perfect(texts(t.Names, func(n Name) string { return n.Name }), HashText)
}

// PhraseHash plans the lookup of a table's phrases; nil: they are few. A
// code's own phrase has the place of the code, and OtherPhrases follow the last
// of these.
func (t *Table) PhraseHash() *Hash {
	if len(t.Phrases) <= fewKeys {
		return nil
	}
	at := make(map[*Code]int, len(t.Codes))
	for i, c := range t.Codes {
		at[c] = i + 1
	}
	places, last := make([]int, len(t.Phrases)), len(t.Codes)
	for i, phrase := range t.Phrases {
		if phrase.Own {
			places[i] = at[phrase.Code]
		} else {
			last++
			places[i] = last
		}
	}
	h := perfect(texts(t.Phrases, func(p Phrase) string { return p.Folded.raw() }), HashText)
	for i, key := range h.keys {
		if key != 0 {
			h.Slots[i] = places[key-1]
		}
	}
	return h
}

func (t *Table) numbers() []int64 {
	numbers := make([]int64, len(t.Codes))
	for i, c := range t.Codes {
		numbers[i] = c.value.Int
	}
	return numbers
}

func texts[T any](list []T, of func(T) string) []string {
	texts := make([]string, len(list))
	for i, item := range list {
		texts[i] = of(item)
	}
	return texts
}

// Packed reports whether so many numbers of a perfect hash are packed into a
// text, because a compiler reads that faster than an array of them.
func Packed(numbers int) bool { return numbers > arraySize }

// Lined reports whether the table's texts are the lines of a long one, for the
// same reason.
func (t *Table) Lined() bool { return Packed(len(t.Codes)) }

// Tabled reports whether a property is kept for each code of the table, because
// its exceptions are too many to be listed.
func (p *Property) Tabled() bool { return tabled(len(p.ByCode)) }

// LifecycleTabled reports the same of lifecycles other than standard.
func (t *Table) LifecycleTabled() bool { return tabled(len(t.Unusual)) }

// ReferenceTabled reports the same of references other than the table's.
func (t *Table) ReferenceTabled() bool { return tabled(len(t.Referring())) }

func tabled(exceptions int) bool { return exceptions > fewKeys }
