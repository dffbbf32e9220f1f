package codes

import "strings"

// Fold gives the form in which phrases are compared: ASCII letters in lower
// case, runs of ASCII white space one space, none at the ends. It is ASCII
// only, so that every language folds alike.
func Fold(phrase string) string {
	if isFolded(phrase) {
		return phrase
	}
	words := strings.FieldsFunc(phrase, func(r rune) bool { return r == ' ' || '\t' <= r && r <= '\r' })
	return LowerASCII(strings.Join(words, " "))
}

// isFolded reports whether a phrase is folded already.
func isFolded(phrase string) bool {
	before := byte(' ')
	for i := range len(phrase) {
		b := phrase[i]
		if 'A' <= b && b <= 'Z' || '\t' <= b && b <= '\r' || b == ' ' && before == ' ' {
			return false
		}
		before = b
	}
	return phrase == "" || before != ' '
}

// LowerASCII leaves every letter outside of ASCII alone, where strings.ToLower
// makes a k of the Kelvin sign.
func LowerASCII(s string) string {
	lower := []byte(s)
	for i, b := range lower {
		if 'A' <= b && b <= 'Z' {
			lower[i] = b + ('a' - 'A')
		}
	}
	return string(lower)
}
