package load

import (
	"bytes"
	"fmt"
	"unicode"
	"unicode/utf8"

	"github.com/statusgen/statusgen/generator/internal/diag"
)

// placeholder stands for what checkRunes takes out. It is a noncharacter, so
// that none is left of those that an author wrote.
const placeholder = '\U0001FFFE'

// checkRunes reports every rune that a reader of the file could not see, or
// would take for something else. The text that it returns has a placeholder in
// their places: it has the same lines and columns, and no rune at which the YAML
// library stops or miscounts.
func checkRunes(text []byte, found *findings) []byte {
	var repaired bytes.Buffer
	kept := 0 // text[:kept] is in repaired, where anything had to be
	line, column := 1, 1
	var before rune
	badBytes := false // the byte before was no UTF-8: one finding for a run of them

	for i := 0; i < len(text); {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRune(text[i:])
		}
		invalid := r == utf8.RuneError && size == 1
		rule := ruleOf(r, before, text[i+size:])
		if invalid {
			rule = ruleSourceEncoding
		}
		if rule != nil {
			if pos := found.at(line, column); !invalid {
				found.add(rule, pos, runeMessage(rule, r), runeHint(r))
			} else if !badBytes {
				found.add(rule, pos, fmt.Sprintf("the byte 0x%02x is not UTF-8", text[i]), diag.Hint("save the file as UTF-8"))
			}
			repaired.Write(text[kept:i])
			repaired.WriteRune(placeholder)
			kept = i + size
		}
		badBytes = invalid
		before = r
		i += size
		column++
		if r == '\n' {
			line, column = line+1, 1
		}
	}
	if kept == 0 {
		return text
	}
	repaired.Write(text[kept:])
	return repaired.Bytes()
}

// ruleOf gives the rule that a rune breaks where it stands, or nil.
func ruleOf(r, before rune, after []byte) *diag.Rule {
	switch {
	case ' ' <= r && r <= '~', r == '\n', r == '\t':
		return nil
	case r == '\r':
		if len(after) > 0 && after[0] == '\n' {
			return nil
		}
		return ruleCharLineBreak
	case r == '\u0085', r == '\u2028', r == '\u2029':
		return ruleCharLineBreak
	case unicode.IsControl(r):
		return ruleCharControl
	case unicode.Is(bidi, r):
		return ruleCharBidi
	case unicode.Is(unicode.Noncharacter_Code_Point, r):
		return ruleCharNoncharacter
	case unicode.Is(invisible, r) && !joinsEmoji(r, before, after):
		return ruleCharInvisible
	}
	return nil
}

func runeMessage(rule *diag.Rule, r rune) string {
	switch rule {
	case ruleCharLineBreak:
		return fmt.Sprintf("%U ends a line in some programs only", r)
	case ruleCharControl:
		return fmt.Sprintf("%U is a control character", r)
	case ruleCharBidi:
		return fmt.Sprintf("%U changes the order in which text is shown", r)
	case ruleCharNoncharacter:
		return fmt.Sprintf("%U is not a character", r)
	}
	return fmt.Sprintf("%U cannot be seen", r)
}

func runeHint(r rune) diag.Option {
	switch {
	case r == '\r':
		return diag.Hint(`end lines with \n or \r\n; in a text write "\r" in double quotes`)
	case r < 0x100:
		return diag.Hint(`remove it, or write "\x%02x" in double quotes`, r)
	case r < 0x10000:
		return diag.Hint(`remove it, or write "\u%04X" in double quotes`, r)
	}
	return diag.Hint(`remove it, or write "\U%08X" in double quotes`, r)
}

var bidi = unicode.Bidi_Control

// invisible holds what is drawn as nothing, or as blank though it is no space:
// zero-width characters, fillers, variation selectors, tags. The soft hyphen
// is not among them: it shows where a word breaks.
var invisible = &unicode.RangeTable{
	R16: []unicode.Range16{
		{Lo: 0x034F, Hi: 0x034F, Stride: 1}, // combining grapheme joiner
		{Lo: 0x115F, Hi: 0x1160, Stride: 1}, // Hangul fillers
		{Lo: 0x17B4, Hi: 0x17B5, Stride: 1}, // Khmer inherent vowels
		{Lo: 0x180B, Hi: 0x180F, Stride: 1}, // Mongolian variation selectors
		{Lo: 0x200B, Hi: 0x200D, Stride: 1}, // zero-width space and joiners
		{Lo: 0x2060, Hi: 0x2065, Stride: 1}, // word joiner, invisible operators
		{Lo: 0x206A, Hi: 0x206F, Stride: 1}, // deprecated format characters
		{Lo: 0x2800, Hi: 0x2800, Stride: 1}, // braille blank
		{Lo: 0x3164, Hi: 0x3164, Stride: 1}, // Hangul filler
		{Lo: 0xFE00, Hi: 0xFE0F, Stride: 1}, // variation selectors
		{Lo: 0xFEFF, Hi: 0xFEFF, Stride: 1}, // byte order mark
		{Lo: 0xFFA0, Hi: 0xFFA0, Stride: 1}, // half-width Hangul filler
		{Lo: 0xFFF0, Hi: 0xFFFB, Stride: 1}, // interlinear annotation
	},
	R32: []unicode.Range32{
		{Lo: 0x1BCA0, Hi: 0x1BCA3, Stride: 1}, // shorthand format controls
		{Lo: 0x1D173, Hi: 0x1D17A, Stride: 1}, // musical format controls
		{Lo: 0xE0000, Hi: 0xE0FFF, Stride: 1}, // tags, more variation selectors
	},
}

const (
	zeroWidthJoiner = '\u200D'
	emojiSelector   = '\uFE0F'
	keycap          = '\u20E3'
)

// joinsEmoji reports whether an invisible rune is where emoji need one: the
// selector after an emoji, the joiner between two, the selector of a keycap.
func joinsEmoji(r, before rune, after []byte) bool {
	next, _ := utf8.DecodeRune(after)
	switch r {
	case emojiSelector:
		return isEmoji(before) || next == keycap && (before == '#' || before == '*' || '0' <= before && before <= '9')
	case zeroWidthJoiner:
		return isEmoji(next) && (isEmoji(before) || before == emojiSelector)
	}
	return false
}

// isEmoji takes every symbol for one: what matters is that letters, digits and
// spaces are none.
func isEmoji(r rune) bool {
	return r > '~' && unicode.Is(unicode.S, r)
}
