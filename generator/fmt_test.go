package generator_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/statusgen/statusgen/generator/internal/edit"
	"github.com/statusgen/statusgen/generator/internal/load"
)

// untidy are ways to write a text that say the same, and that fmt undoes.
var untidy = map[string]func(string) string{
	"as it is": func(s string) string { return s },
	"CRLF":     func(s string) string { return "\uFEFF" + strings.ReplaceAll(s, "\n", "\r\n") },
	"blanks":   func(s string) string { return "\n \n" + strings.ReplaceAll(s, "\n\n", "\n\n \n\n") + "\n\n\n" },
	"space":    func(s string) string { return strings.NewReplacer(", ", "  ,  ", ": ", ":   ", "- ", "-  ").Replace(s) },
	"tight": func(s string) string {
		return strings.NewReplacer("]", " ]", "}", "  }", "[", "[ ", "{", "{ ").Replace(s)
	},
	"trailing":   func(s string) string { return strings.ReplaceAll(s, "\n", "  \n") },
	"comma":      func(s string) string { return strings.NewReplacer("}\n", ",}\n", "]\n", ", ]\n").Replace(s) },
	"unfinished": func(s string) string { return strings.TrimSuffix(s, "\n") },
	"deeper": func(s string) string {
		lines := strings.Split(s, "\n")
		for i, line := range lines {
			lines[i] = line[:len(line)-len(strings.TrimLeft(line, " "))] + line
		}
		return strings.Join(lines, "\n")
	},
	"list at its key": func(s string) string {
		return strings.NewReplacer("\n    codes:\n      - {", "\n    codes:\n    - {", "\n      - {", "\n    - {").Replace(s)
	},
}

// otherForms are the sources that show what fmt changes.
var otherForms = regexp.MustCompile(`^testdata/script/(fmt|err_not_formatted)|docs/editors\.md`)

// TestFmt makes every readable source that there is untidy, as far as that does
// not change what it says, and holds fmt to give it back as it was: all are in
// canonical form, our own above all.
func TestFmt(t *testing.T) {
	tidied := map[string]int{}
	for _, source := range sources(t) {
		if _, found := load.Parse(source.fsys, source.name); found.HasErrors() {
			continue
		}
		canonical := edit.Format(source.content)
		if !otherForms.MatchString(source.origin) {
			require.Equal(t, string(source.content), string(canonical), source.origin)
		}
		for how, spoil := range untidy {
			spoilt := []byte(spoil(string(source.content)))
			if !load.Same(source.content, spoilt) {
				continue
			}
			formatted := edit.Format(spoilt)
			require.Equal(t, string(canonical), string(formatted), "%s: %s", source.origin, how)
			formats(t, spoilt, formatted)
			if how == "as it is" || string(spoilt) != string(source.content) {
				tidied[how]++
			}
		}
	}
	for how := range untidy {
		require.Greater(t, tidied[how], 15, how)
	}
}
