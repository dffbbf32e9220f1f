package render

import (
	"strings"

	"github.com/statusgen/statusgen/generator/internal/codes"
)

// Naming spells the names of a catalogue in one language. The rule is
// published and frozen, because identifiers are for ever:
//
//   - A name is words joined by underscores; digits never split a word.
//   - The role's `as` composes the words first: is_{name}.
//   - The style then writes the words: Pascal and camel capitalise the first
//     letter of each word; where the role asks for `words`, a whole word that
//     the catalogue capitalises is written so (http -> HTTP), except as the
//     first word of camel, which stays in lower case.
type Naming struct {
	rules map[codes.Role]codes.NameRule
	words map[string]string
}

// NewNaming gives the naming of a language for a catalogue's words.
func NewNaming(language *codes.Language, words []codes.Word) Naming {
	n := Naming{rules: language.Names, words: make(map[string]string, len(words))}
	for _, word := range words {
		n.words[word.Lower.Value] = word.Written.Value
	}
	return n
}

// Has reports whether the language has identifiers of a role at all.
func (n Naming) Has(role codes.Role) bool { return n.rules[role].Style != "" }

// Spell gives the identifier of a name in a role, or the name itself where the
// language does not spell the role. Context fills the placeholders of the
// role's `as` beside {name}.
func (n Naming) Spell(role codes.Role, name string, context Context) string {
	if _, ok := n.rules[role]; !ok {
		return name
	}
	return n.write(role, n.compose(role, name, context))
}

// compose gives the words of a name in a role.
func (n Naming) compose(role codes.Role, name string, context Context) []string {
	if as := n.rules[role].As; as != "" {
		name = strings.NewReplacer(
			"{name}", name, "{type}", context.Type, "{table}", context.Table, "{property}", context.Property,
		).Replace(as)
	}
	return strings.Split(name, "_")
}

// write writes words in the style of a role.
func (n Naming) write(role codes.Role, parts []string) string {
	rule := n.rules[role]
	words := n.words
	if !rule.Words {
		words = nil
	}
	return write(rule.Style, parts, words)
}

// Context is what a name stands in.
type Context struct {
	Table, Type, Property string
}

func write(style codes.Style, parts []string, words map[string]string) string {
	switch style {
	case codes.Pascal:
		return capitalised(parts, words)
	case codes.Camel:
		return parts[0] + capitalised(parts[1:], words)
	case codes.UpperSnake:
		return strings.ToUpper(strings.Join(parts, "_"))
	case codes.Kebab:
		return strings.Join(parts, "-")
	case codes.Joined:
		return strings.Join(parts, "")
	}
	return strings.Join(parts, "_")
}

func capitalised(parts []string, words map[string]string) string {
	var b strings.Builder
	for _, part := range parts {
		switch whole, ok := words[part]; {
		case ok:
			b.WriteString(whole)
		case part != "":
			b.WriteString(strings.ToUpper(part[:1]))
			b.WriteString(part[1:])
		}
	}
	return b.String()
}
