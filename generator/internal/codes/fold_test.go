package codes

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestFold(t *testing.T) {
	for phrase, want := range map[string]string{
		"Not Found": "not found", "  NOT \t\r\n FOUND ": "not found", "": "", " ": "",
		"\u0130 \u212a": "\u0130 \u212a", // ASCII only, so that every language folds alike
		"a\u00a0B":      "a\u00a0b",
	} {
		require.Equal(t, want, Fold(phrase))
	}
}
