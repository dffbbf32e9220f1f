package edit

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// Value is what a change writes: a string, a Quoted, an int64, a bool, a List
// or a Mapping.
type Value any

// Quoted is a text that needs quotes, because without them it would be read as
// something else: "4.04".
type Quoted string

// List is a list of values.
type List []Value

// Mapping is the fields of a mapping, in their order.
type Mapping []Field

// Field is one of them.
type Field struct {
	Key   string
	Value Value
}

// flow writes a value on one line.
func flow(v Value) string {
	switch v := v.(type) {
	case string:
		return scalar(v)
	case Quoted:
		return quote(string(v))
	case int64:
		return strconv.FormatInt(v, 10)
	case bool:
		return strconv.FormatBool(v)
	case List:
		items := make([]string, len(v))
		for i, item := range v {
			items[i] = flow(item)
		}
		return "[" + strings.Join(items, ", ") + "]"
	case Mapping:
		fields := make([]string, len(v))
		for i, f := range v {
			fields[i] = f.Key + ": " + flow(f.Value)
		}
		return "{" + strings.Join(fields, ", ") + "}"
	}
	panic(fmt.Sprintf("a value of type %T", v))
}

// scalar writes a text, in quotes where it could be taken for anything else.
func scalar(s string) string {
	if isPlain(s) {
		return s
	}
	return quote(s)
}

// quote writes a text in the quotes of the canonical form. It is one line.
func quote(s string) string {
	if strings.ContainsAny(s, `"\`) {
		return "'" + strings.ReplaceAll(s, "'", "''") + "'"
	}
	return `"` + s + `"`
}

// words are texts that YAML, of one version or another, takes for no text.
var words = []string{"true", "false", "null", "yes", "no", "on", "off", "y", "n"}

// isPlain reports whether a text needs no quotes, wherever it stands.
func isPlain(s string) bool {
	if s == "" || slices.Contains(words, strings.ToLower(s)) || strings.HasSuffix(s, " ") {
		return false
	}
	before := ' '
	for i, r := range s {
		switch {
		case unicode.IsLetter(r), i > 0 && unicode.IsDigit(r), i > 0 && strings.ContainsRune("_-+./()'&;%=!?<>", r):
		case i > 0 && r == ' ' && before != ' ' && before != ':':
		case i > 0 && r == ':' && i < len(s)-1:
		case i > 0 && r == '#' && before != ' ':
		default:
			return false
		}
		before = r
	}
	return true
}
