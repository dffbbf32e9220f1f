package render

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestColumns(t *testing.T) {
	for text, want := range map[string]int{
		"":           0,
		"Not Found":  9,
		"é":          1,
		"e\u0301":    1,
		"状態":         4,
		"ハイ、":        6,
		"한글":         4,
		"\uff08":     2,
		"\U0001f600": 2,
	} {
		require.Equal(t, want, Columns(text), text)
	}
}
