package load

import (
	"fmt"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
)

const (
	// maxParts is how many classes, owners and properties a table has, and how
	// many values a property has to choose from. Each code is held to all of them.
	maxParts = 1024
	// maxParams is how many parameters a class or a code has: arguments of functions.
	maxParams = 64
	// maxValues is what the codes of all tables come to. A short source can ask
	// for many: every code has every property, and the parameters of its class.
	maxValues = 2 << 20
)

// crowded drops what of a table is beyond that. What comes from bases counts
// too, and is told where the table begins.
func (r *reader) crowded(e *entry, t *codes.Table) {
	t.Classes = few(r, e, maxParts, "the table", "classes", t.Classes, func(c *codes.Class) diag.Pos { return c.Name.Pos })
	t.Owners = few(r, e, maxParts, "the table", "owners", t.Owners, func(o *codes.Owner) diag.Pos { return o.Name.Pos })
	t.Properties = few(r, e, maxParts, "the table", "properties", t.Properties, func(p *codes.Property) diag.Pos { return p.Name.Pos })
	for _, p := range t.Properties {
		what := fmt.Sprintf("the property %s", show(p.Name.Value))
		p.Values = few(r, e, maxParts, what, "values", p.Values, func(v codes.At[string]) diag.Pos { return v.Pos })
	}
	place := func(p *codes.Param) diag.Pos { return p.Name.Pos }
	shared := 0
	for _, c := range t.Classes {
		c.Params = few(r, e, maxParams, fmt.Sprintf("the class %s", show(c.Name.Value)), "parameters", c.Params, place)
		shared = max(shared, len(c.Params))
	}
	ofEach := 1 + len(t.Properties)
	for _, c := range t.Codes {
		c.Params = few(r, e, maxParams, fmt.Sprintf("the code %s", show(c.Name.Value)), "parameters", c.Params, place)
		r.library.values += ofEach
		if t.Errors != nil { // an error is a type or a function, and a parameter a method
			r.library.values += 32 + 8*(shared+len(c.Params)) + len(t.Locales)
		}
	}
	if r.library.values > maxValues {
		r.add(ruleTooManyEntries, e.name.Pos, fmt.Sprintf("the tables come to more than %d values with this one", maxValues),
			diag.Hint("each code has each property of its table, and each parameter of its class"))
	}
}

// patterns reads those of files to include: each is held to all files that
// there are. None of too many is.
func (r *reader) patterns(into *[]codes.At[string]) func(*node) {
	return func(n *node) {
		if r.texts(into)(n); len(*into) > maxParts {
			r.add(ruleTooManyEntries, (*into)[maxParts].Pos, fmt.Sprintf("the source has more than %d patterns to include", maxParts))
			*into = nil
		}
	}
}

func few[T any](r *reader, e *entry, most int, what, parts string, list []T, place func(T) diag.Pos) []T {
	if len(list) <= most {
		return list
	}
	pos := place(list[most])
	if pos.File != r.file {
		pos = e.name.Pos
	}
	r.add(ruleTooManyEntries, pos, fmt.Sprintf("%s has more than %d %s", what, most, parts))
	return list[:most]
}
