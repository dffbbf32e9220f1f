package load

import (
	"fmt"
	"regexp"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
)

// sheet is what codes are read into, one after the other. They have the same
// fields, so those are listed once.
type sheet struct {
	code   codes.Code
	fields []field
}

// sort is what codes have in common that are read into one sheet.
type sort struct {
	kind  codes.Kind
	named bool // each must say its name
}

func (r *reader) sheet(of sort) *sheet {
	if known := r.sheets[of]; known != nil {
		return known
	}
	s := &sheet{}
	c := &s.code
	s.fields = []field{
		{"code", required, r.codeValue(&c.Value, of.kind)},
		{"name", need(of.named), r.text(&c.Name)},
		{"phrase", optional, r.text(&c.Phrase)},
		{"summary", optional, r.text(&c.Summary)},
		{"action", optional, r.text(&c.Action)},
		{"reference", optional, r.reference(&c.Reference)},
		{"since", optional, r.text(&c.Since)},
		{"owner", optional, r.text(&c.Owner)},
		{"lifecycle", optional, oneOf(r, &c.Lifecycle, codes.Lifecycles)},
		{"visibility", optional, oneOf(r, &c.Visibility, codes.Visibilities)},
		{"deprecated", optional, r.deprecated(&c.Deprecated)},
		{"aliases", optional, r.aliases(&c.Aliases)},
		{"also", optional, r.texts(&c.Also)},
		{"spell", optional, r.spell(&c.Spell)},
		{"properties", optional, r.settings(&c.Properties)},
		{"message", optional, r.text(&c.Message)},
		{"params", optional, r.params(&c.Params)},
	}
	if r.sheets == nil {
		r.sheets = map[sort]*sheet{}
	}
	r.sheets[of] = s
	return s
}

// code reads a code: over another one, if that is given, of which it keeps
// what its author leaves out.
func (r *reader) code(n *node, kind codes.Kind, over *codes.Code) *codes.Code {
	kind = likely(kind, valueOf(n, "code"))
	sheet := r.sheet(sort{kind, kind == codes.Integer && over == nil})
	sheet.code = codes.Code{}
	if over != nil {
		sheet.code = *over
		sheet.code.Overridden = true
	}
	sheet.code.Pos = r.pos(n)
	lost := r.lost
	r.object(n, sheet.code.Pos, "a code", sheet.fields)
	c := new(codes.Code)
	*c = sheet.code
	if kind == codes.Text && over == nil && !c.Name.Given() && c.Value.Given() {
		r.nameByCode(n, c)
	}
	c.Misread = r.lost > lost || !c.Value.Given() || !c.Name.Given()
	return c
}

// nameByCode names a code of a text table that has no name of its own: the
// code is the name, if it can be one.
func (r *reader) nameByCode(n *node, c *codes.Code) {
	switch text := c.Value.Value.Text; {
	case isName(text):
		c.Name = codes.At[string]{Value: text, Pos: c.Value.Pos}
	case len(r.keysAmong(n, []string{"name"})) == 0:
		r.add(ruleMissingField, c.Pos, fmt.Sprintf("a code needs \"name\", since %s cannot be a name itself", show(text)))
	}
}

var nameSyntax = regexp.MustCompile(`^[a-z][a-z0-9]*(_[a-z0-9]+)*$`)

func isName(s string) bool { return len(s) <= 64 && nameSyntax.MatchString(s) }

// codeValue reads a code as its table's kind has it.
func (r *reader) codeValue(into *codes.At[codes.Value], kind codes.Kind) func(*node) {
	if kind == codes.Text {
		return func(n *node) {
			if r.isTextCode(n) && n.Value != "" {
				*into = codes.At[codes.Value]{Value: codes.TextValue(n.Value), Pos: r.pos(n)}
			}
		}
	}
	return func(n *node) {
		if value, ok := r.int(n); ok {
			*into = codes.At[codes.Value]{Value: codes.IntegerValue(value), Pos: r.pos(n)}
		}
	}
}

func (r *reader) isTextCode(n *node) bool {
	switch {
	case r.damaged(n):
		return false
	case isDoubleQuoted(n):
		return true
	case n.Kind != scalar || isNull(n):
		r.add(ruleCodeQuotes, r.pos(n), fmt.Sprintf("expected a code in double quotes, found %s", kindName(n)))
	default:
		r.add(ruleCodeQuotes, r.pos(n), fmt.Sprintf("the code %s of a text table is not in double quotes", bare(n.Value)), diag.Hint("write %s", show(n.Value)))
	}
	return false
}

func (r *reader) deprecated(into **codes.Deprecation) func(*node) {
	return func(n *node) {
		d := &codes.Deprecation{Pos: r.pos(n)}
		r.object(n, d.Pos, "a deprecation", []field{
			{"since", optional, r.text(&d.Since)},
			{"use", optional, r.text(&d.Use)},
			{"reason", optional, r.text(&d.Reason)},
			{"remove_after", optional, r.text(&d.RemoveAfter)},
		})
		*into = d
	}
}

// aliases reads a list of aliases. It takes the place of one that is there.
func (r *reader) aliases(into *[]*codes.Alias) func(*node) {
	return func(n *node) {
		*into = nil
		r.list(func(n *node) { *into = append(*into, r.alias(n)) })(n)
	}
}

func (r *reader) alias(n *node) *codes.Alias {
	a := &codes.Alias{}
	r.object(n, r.pos(n), "an alias", []field{
		{"name", required, r.text(&a.Name)},
		{"deprecated", optional, r.boolean(&a.Deprecated)},
		{"remove_after", optional, r.text(&a.RemoveAfter)},
		{"only", optional, r.texts(&a.Only)},
	})
	return a
}

// spell reads the spellings of targets, over those that are there already.
func (r *reader) spell(into *[]codes.Spelling) func(*node) {
	return func(n *node) {
		list, there := over(*into, func(s codes.Spelling) string { return s.Target.Value })
		r.named(n, "spell", func(target codes.At[string], n *node) {
			if identifier, ok := r.str(n); ok {
				put(there, &list, target.Value, codes.Spelling{Target: target, Identifier: identifier})
			}
		})
		*into = list
	}
}
