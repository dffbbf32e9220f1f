package evolve

import (
	"fmt"
	"strings"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
)

// quote shows what an author wrote.
func quote(s string) string { return diag.Quote(s) }

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

// list joins things that all are so.
func list(items []string) string { return diag.Enumerate(items, "and") }

func extent(r *codes.Range) string {
	if r == nil {
		return "any integer"
	}
	return fmt.Sprintf("%d to %d", r.Min, r.Max)
}

// line writes an item of a list of the source.
func line(fields ...string) string { return "  - {" + strings.Join(fields, ", ") + "}" }
