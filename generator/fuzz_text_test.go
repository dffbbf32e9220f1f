package generator_test

import (
	"hash/fnv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"
)

// refusable are the only rules that a text can break.
var refusable = []string{
	"doc-spoof",     // it says that it is deprecated
	"missing-field", // it is empty, or blank where nothing may be
	"summary-space", // all of a title cannot be seen
}

// FuzzText puts any text into every place that takes one. It comes back byte
// for byte, and the outputs are those of a benign twin: in Go every time, and
// in every language for one text in eight, because other parsers take longer.
func FuzzText(f *testing.F) {
	for _, c := range hostileTexts(f) {
		f.Add(shorter(c.text, 2_000))
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "\uFFFD")
		if text == "" {
			return // which is the same as no text
		}
		source := catalogueOf([]hostileText{{"FUZZ-1", shorter(text, 2_000)}})
		for _, d := range refusals(t, source) {
			require.Contains(t, refusable, d.Rule.Name, "%s: %s\n%s", d.Pos, d.Message, source)
		}
		fsys := fstest.MapFS{"codes.yaml": {Data: []byte(source)}}
		languages := shippedLanguages[:1]
		sum := fnv.New32a()
		sum.Write([]byte(text))
		if sum.Sum32()%8 == 0 {
			languages = shippedLanguages
		}
		provesTwins(t, fsys, "codes.yaml", languages...)
	})
}
