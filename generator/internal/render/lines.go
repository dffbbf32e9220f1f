package render

import (
	"slices"
	"strings"

	"github.com/statusgen/statusgen/generator/internal/codes"
)

// Lines are texts that stand one below the other in one long text, with a line
// feed behind each.
type Lines struct {
	Literals []string // what the text is joined of
	Starts   []int    // where each line starts and, behind the last, where the text ends
}

// NewLines writes texts in raw literals, as they are, between such quotes. A
// text that cannot stand there has a literal of its own.
func NewLines(q codes.Quoting, raw string, texts []Text) Lines {
	lines := Lines{Starts: make([]int, 0, len(texts)+1)}
	var literal strings.Builder // the raw one that is not ended
	end := func() {
		if literal.Len() > 0 {
			lines.Literals = append(lines.Literals, raw+literal.String()+raw)
			literal.Reset()
		}
	}
	at := 0
	for _, text := range texts {
		lines.Starts = append(lines.Starts, at)
		line := text.raw() + "\n"
		at += len(line)
		if standsRaw(raw, text.raw()) {
			literal.WriteString(line)
			continue
		}
		end()
		lines.Literals = append(lines.Literals, quote(q, line))
	}
	end()
	lines.Starts = append(lines.Starts, at)
	return lines
}

// standsRaw reports whether a text can be a line of a raw literal: nothing of it
// is unseen, it ends no literal, and no tool that reads lines can take it for a
// comment, as go generate does.
func standsRaw(raw, s string) bool {
	return !strings.Contains(s, raw) && !strings.HasPrefix(s, "//") && !strings.HasSuffix(s, " ") &&
		!slices.ContainsFunc([]rune(s), func(r rune) bool { return !visible(r) })
}
