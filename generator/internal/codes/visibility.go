package codes

// Visibility says who may see a part of a catalogue. On a target it says who
// will see the output.
type Visibility string

const (
	Public   Visibility = "public"
	Internal Visibility = "internal"
)

// Visibilities lists every visibility.
var Visibilities = []Visibility{Public, Internal}

// isInternal reports whether a part is for the eyes of the house alone, given
// whether what holds it is.
func isInternal(own At[Visibility], around bool) bool {
	if own.Given() {
		return own.Value == Internal
	}
	return around
}

// IsInternal reports whether all of the table is internal.
func (t *Table) IsInternal() bool { return isInternal(t.Visibility, false) }

// HidesClass reports whether a class of the table is internal.
func (t *Table) HidesClass(c *Class) bool { return isInternal(c.Visibility, t.IsInternal()) }

// HidesProperty reports whether a property of the table is internal.
func (t *Table) HidesProperty(p *Property) bool { return isInternal(p.Visibility, t.IsInternal()) }

// HidesCode reports whether a code of the table is internal.
func (t *Table) HidesCode(c *Code) bool {
	return isInternal(c.Visibility, t.hidesAround(c.Value.Value))
}

// Hides reports whether a code, known or not, is internal.
func (t *Table) Hides(v Value) bool {
	if c := t.Find(v); c != nil {
		return t.HidesCode(c)
	}
	return t.hidesAround(v)
}

// hidesAround says it of a code that says nothing itself: its class does, or
// the table.
func (t *Table) hidesAround(v Value) bool {
	if class := t.ClassOf(v); class != nil {
		return t.HidesClass(class)
	}
	return t.IsInternal()
}
