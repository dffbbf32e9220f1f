package render

// proto is the key that gives an object literal of JavaScript its prototype
// instead of a member.
const proto = "__proto__"

// keyedCodes is the most codes whose facts have a type each: a compiler of
// types takes more than a linear time for them.
const keyedCodes = 2048

// listedCodes is the most codes that a union of all of them may have: the type
// checkers of Python take a second for so many, and a quadratic time for more.
const listedCodes = 512

// Listed reports whether the codes are so few that one type can list them all.
func (t *Table) Listed() bool { return len(t.Codes) <= listedCodes }

// Keyed reports whether a literal object with the codes as its keys is the
// best lookup where objects are hash tables: for texts, and for integers that
// lie so close together that an engine keeps them in an array. Anything else
// is put into a map when it is first asked.
func (t *Table) Keyed() bool {
	if len(t.Codes) > keyedCodes {
		return false
	}
	if t.Integer {
		return t.Shape == Few || t.Shape == Dense || t.Shape == Ranked
	}
	for _, c := range t.Codes {
		if c.value.Text == proto {
			return false
		}
	}
	return true
}

// Key is the value as the key of a literal object.
func (c *Code) Key() string {
	if c.Literal[0] == '-' || c.value.Text == proto {
		return "[" + c.Literal + "]" // no literal key has a sign
	}
	return c.Literal
}
