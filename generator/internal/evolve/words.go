package evolve

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/statusgen/statusgen/generator/internal/codes"
)

// maxShown is how many characters of an author's text a message repeats.
const maxShown = 60

// quote shows what an author wrote. Nothing of it is ever shown without quotes,
// so that every format knows what is ours and what is not.
func quote(s string) string {
	shown := 0
	for i := range s {
		if shown == maxShown {
			return strconv.Quote(s[:i] + "…")
		}
		shown++
	}
	return strconv.Quote(s)
}

// show gives a code as a message shows it.
func show(v codes.Value) string {
	if v.Kind == codes.Text {
		return quote(v.Text)
	}
	return v.String()
}

// called gives a code and its name.
func called(c *codes.Code) string {
	v := c.Value.Value
	if v.Kind == codes.Text && v.Text == c.Name.Value {
		return quote(v.Text)
	}
	if v.Kind == codes.Text {
		return fmt.Sprintf("%s (%s)", quote(v.Text), quote(c.Name.Value))
	}
	return show(v) + " " + quote(c.Name.Value)
}

// list joins things as a sentence does.
func list(items []string) string {
	if len(items) < 2 {
		return strings.Join(items, "")
	}
	last := len(items) - 1
	return strings.Join(items[:last], ", ") + " and " + items[last]
}

func extent(r *codes.Range) string {
	if r == nil {
		return "any integer"
	}
	return fmt.Sprintf("%d to %d", r.Min, r.Max)
}

// line writes an item of a list of the source.
func line(fields ...string) string { return "  - {" + strings.Join(fields, ", ") + "}" }
