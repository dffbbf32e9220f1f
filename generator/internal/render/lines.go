package render

import (
	"math/bits"
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

// mostQuoted is about how many literals in quotes are joined with raw ones:
// parsers of Go go deeper for each that is joined, and give up at 100,000.
const mostQuoted = 1 << 12

// NewLines writes texts in raw literals, as they are, between such quotes. A
// text that cannot stand there has a literal of its own or, where there are
// very many texts, one that it shares with those that follow.
func NewLines(q codes.Quoting, raw string, texts []Text) Lines {
	lines := Lines{Starts: make([]int, 1, len(texts)+1)}
	for i, text := range texts {
		lines.Starts = append(lines.Starts, lines.Starts[i]+len(text.raw())+len("\n"))
	}
	var literal strings.Builder // the one that is not ended
	literal.Grow(lines.Starts[len(texts)])
	quoted := 0 // lines that are still to join it, which is in quotes
	end := func() {
		switch text := literal.String(); {
		case text == "":
		case quoted > 0:
			lines.Literals = append(lines.Literals, quote(q, text))
		default:
			lines.Literals = append(lines.Literals, raw+text+raw)
		}
		literal.Reset()
	}
	for _, text := range texts {
		if quoted == 0 && !standsRaw(raw, text.raw()) {
			end()
			quoted = 1 + len(texts)/mostQuoted
		}
		literal.WriteString(text.raw())
		literal.WriteByte('\n')
		if quoted == 1 {
			end()
		}
		quoted = max(0, quoted-1)
	}
	end()
	return lines
}

// Slots gives the slots of a hash whose keys are the lines after the first: in
// each where the line starts, below that its length, which takes so many bits,
// and below that eight bits of its hash. So whoever looks a key up is at the
// text of the only one that it can be, and need not ask where a place starts.
func (l Lines) Slots(h *Hash) (slots []int, lengthBits int) {
	length := func(line int) int { return l.Starts[line+1] - l.Starts[line] - 1 }
	longest := 0
	for i := range h.hashes {
		longest = max(longest, length(i+1))
	}
	lengthBits = bits.Len(uint(longest))
	slots = make([]int, len(h.keys))
	for i, key := range h.keys {
		if key != 0 {
			slots[i] = (l.Starts[key]<<lengthBits|length(key))<<8 | int(uint8(h.hashes[key-1]>>16))
		}
	}
	return slots, lengthBits
}

// standsRaw reports whether a text can be a line of a raw literal: nothing of it
// is unseen, it ends no literal, and no tool that reads lines can take it for a
// comment, as go generate does.
func standsRaw(raw, s string) bool {
	return !strings.Contains(s, raw) && !strings.HasPrefix(s, "//") && !strings.HasSuffix(s, " ") &&
		!slices.ContainsFunc([]rune(s), func(r rune) bool { return !visible(r) })
}
