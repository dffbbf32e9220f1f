package evolve

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestHalfOfWords(t *testing.T) {
	for names, want := range map[string]bool{
		"request_entity_too_large content_too_large": true,
		"unprocessable_entity unprocessable_content": true,
		"card_declined payment_declined":             true,
		"card_declined voucher_used":                 false,
		"im_used used_up_now":                        true,
		"a_b_c c_d_e_f":                              false,
		"ok fine":                                    false,
	} {
		was, is, _ := strings.Cut(names, " ")
		require.Equal(t, want, halfOfWords(was, is), names)
		require.Equal(t, want, halfOfWords(is, was), names)
	}
}

func TestAllows(t *testing.T) {
	for patterns, want := range map[string]bool{
		" ": true, " ^a$": true, "^a$ ": false, "^(?:a+)$ ^(a+)$": true, "^a+$ ^(?i)a+$": false,
		"^(?:a+|1)$ ^a+$": true, "^(a+|1|2+)$ ^(?:2+|a+)$": true, "^(a+|1)$ ^(a+|1|2+)$": false, "^x(?:a+|1)$ ^xa+$": false, "^(?:a+|1)x$ ^a+$": false,
		"^a$|^b$ ^a$": true, "^b[0-9]+$|^a+$ ^a+$": true, "^a$|^b$ ^c$": false,
		"( ^a$": false, "^a$ (": false,
	} {
		pattern, other, _ := strings.Cut(patterns, " ")
		require.Equal(t, want, allows(pattern, other), patterns)
	}
}

// What an author wrote is in quotes in a message, and in code spans in a
// changelog, where nothing of it is read as markup.
func TestSentence(t *testing.T) {
	for message, want := range map[string]string{
		`the table "shop" is new`:    "The table `shop` is new.",
		quote("a\"b\\c") + " is":     "`a\"b\\c` is.",
		quote("`x`") + " is":         "`` `x` `` is.",
		quote("") + " is":            "`  ` is.",
		quote("a\nb\u202e") + " is":  "`a\\nb\\u202e` is.",
		quote("</b> @all #1 [x](y)"): "`</b> @all #1 [x](y)`.",
	} {
		require.Equal(t, want, sentence(message))
	}
}
