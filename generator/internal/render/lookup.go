package render

import "github.com/statusgen/statusgen/generator/internal/codes"

// Shape is how the codes of a table lie in their code space. The structure
// that finds a code's facts follows from it, in every language: what the
// renderers print for a shape is theirs, which shape a table has is not.
type Shape string

const (
	// Few codes are told apart one by one.
	Few Shape = "few"
	// Dense codes are an index into an array over their whole span.
	Dense Shape = "dense"
	// Paged codes lie in clusters: an array over the pages of their span finds
	// the page, and the page the code.
	Paged Shape = "paged"
	// Scattered codes, and every text, have to be hashed.
	Scattered Shape = "scattered"
)

// The borders between shapes.
const (
	fewCodes  = 16   // as many comparisons cost no more than another structure
	denseSpan = 4096 // an array of so many places costs less than to think about it
	denseFill = 16   // places in an array that one code is worth
	pageSize  = 256  // codes of a page, a power of two
)

// shapeOf tells the shape of a table.
func shapeOf(t *codes.Table) Shape {
	if len(t.Codes) == 0 {
		return Few
	}
	least, most := t.Codes[0].Value.Value.Int, t.Codes[0].Value.Value.Int
	for _, c := range t.Codes {
		least, most = min(least, c.Value.Value.Int), max(most, c.Value.Value.Int)
	}
	worth := uint64(denseFill) * uint64(len(t.Codes))
	span := uint64(most) - uint64(least) // of unsigned numbers, so that it cannot overflow
	switch {
	case t.Kind == codes.Text && len(t.Codes) <= fewCodes:
		return Few
	case t.Kind == codes.Text:
		return Scattered
	case span < denseSpan || span < worth:
		return Dense
	case len(t.Codes) <= fewCodes:
		return Few
	}
	pages := map[int64]bool{}
	for _, c := range t.Codes {
		pages[c.Value.Value.Int>>8] = true
	}
	if span/pageSize+pageSize*uint64(len(pages)) < worth {
		return Paged
	}
	return Scattered
}
