package diag

import (
	"strconv"
	"strings"
)

// maxShown is how many characters of an author's text a message repeats.
const maxShown = 60

// Quote shows an author's text in a message, or how it begins. Nothing of it is
// ever shown without quotes, so that every format knows what is ours and what
// is not.
func Quote(s string) string {
	shown := 0
	for i := range s {
		if shown == maxShown {
			return strconv.Quote(s[:i] + "…")
		}
		shown++
	}
	return strconv.Quote(s)
}

// Enumerate joins words as a sentence does: with commas, and a conjunction
// before the last one.
func Enumerate(words []string, conjunction string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " " + conjunction + " " + words[last]
}
