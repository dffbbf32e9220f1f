package cli

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/statusgen/statusgen/generator/internal/codes"
)

// home is a table, and what it refers to.
type home struct {
	catalog *codes.Catalog
	table   *codes.Table
	lent    bool // the table is a built-in one, and the source is asked too
}

// lookUp gives all that answers to what was asked, in the order of the tables
// and of what they hold. Codes that no table lists answer only where nothing
// else does.
func lookUp(homes []home, asked string) []answer {
	var known, strangers []answer
	for _, h := range homes {
		if codes.Fold(asked) == h.table.Name.Value {
			known = append(known, tableAnswer{h})
		}
		known = append(known, h.known(asked)...)
		if s, ok := h.stranger(asked); ok && s.tells() {
			strangers = append(strangers, s)
		}
		rest, inTable := h.cut(asked)
		if !inTable || rest == "" {
			continue
		}
		inside := h.known(rest)
		known = append(known, inside...)
		if s, ok := h.stranger(rest); ok && len(inside) == 0 {
			strangers = append(strangers, s)
		}
	}
	if len(known) > 0 {
		return known
	}
	return strangers
}

// cut takes TABLE/ off what was asked.
func (h home) cut(asked string) (rest string, inTable bool) {
	return strings.CutPrefix(asked, h.table.Name.Value+"/")
}

// known gives the classes, codes and retired entries that answer to a text.
func (h home) known(text string) []answer {
	folded := codes.Fold(text)
	var found []answer
	for _, class := range h.table.Classes {
		if class.Name.Value == folded {
			found = append(found, classAnswer{h, class})
		}
	}
	for _, code := range h.table.Codes {
		if by, ok := h.answersTo(code, folded); ok {
			found = append(found, codeAnswer{h, code, by})
		}
	}
	for _, r := range h.table.Retired {
		if r.Name.Value == folded || r.Code != nil && codes.Fold(written(r.Code.Value)) == folded {
			found = append(found, retiredAnswer{h, r})
		}
	}
	return found
}

// answersTo reports whether a code is called so, and says how where that is not
// its name or its phrase.
func (h home) answersTo(c *codes.Code, folded string) (by string, ok bool) {
	switch folded {
	case codes.Fold(written(c.Value.Value)), c.Name.Value, codes.Fold(c.Phrase.Value):
		return "", true
	}
	for _, a := range c.Aliases {
		switch {
		case a.Name.Value == folded && a.Deprecated:
			return a.Name.Value + " is a deprecated alias of " + c.Name.Value, true
		case a.Name.Value == folded:
			return a.Name.Value + " is an alias of " + c.Name.Value, true
		}
	}
	for _, also := range c.Also {
		if codes.Fold(also.Value) == folded {
			return strconv.Quote(also.Value) + " is another phrase for " + c.Name.Value, true
		}
	}
	for _, mark := range h.marks(c) {
		if codes.Fold(mark.text) == folded {
			return fmt.Sprintf("%q is the %s of %s", mark.text, mark.name, c.Name.Value), true
		}
	}
	return "", false
}

// marks gives the texts that a code's own properties say of it: ENOENT is what
// many call an errno.
func (h home) marks(c *codes.Code) []pair {
	var marks []pair
	for _, own := range c.Properties {
		property := h.table.Property(own.Property.Value)
		if property == nil || property.Type.Value != codes.TextProperty {
			continue
		}
		for _, item := range own.Fact.Items {
			if text, ok := item.Value.(string); ok && text != "" {
				marks = append(marks, pair{property.Name.Value, text})
			}
		}
	}
	return marks
}

// stranger reads a text as a code that an open table allows, but does not list.
func (h home) stranger(text string) (s strangerAnswer, ok bool) {
	v, ok := h.read(text)
	if !ok || h.table.Unknown == codes.Closed || !h.allows(v) || h.table.Find(v) != nil {
		return strangerAnswer{}, false
	}
	return strangerAnswer{h, v, h.table.ClassOf(v)}, true
}

// tells reports whether more is known of the code than that any code is one.
func (s strangerAnswer) tells() bool { return s.class != nil || s.table.Range != nil }

var decimal = regexp.MustCompile(`^(0|-?[1-9][0-9]*)$`)

// read gives the code that a text is in the table.
func (h home) read(text string) (v codes.Value, ok bool) {
	if h.table.Kind == codes.Text {
		return codes.TextValue(text), true
	}
	n, err := strconv.ParseInt(text, 10, 64)
	return codes.IntegerValue(n), err == nil && decimal.MatchString(text)
}

// allows reports whether the author could list the code.
func (h home) allows(v codes.Value) bool {
	if h.table.Range != nil {
		return h.table.Range.Contains(v.Int)
	}
	if h.table.Pattern.Value != "" {
		matched, err := regexp.MatchString(h.table.Pattern.Value, v.Text)
		return matched && err == nil
	}
	return true
}

// written gives a code as it goes over the wire.
func written(v codes.Value) string {
	if v.Kind == codes.Text {
		return v.Text
	}
	return v.String()
}
