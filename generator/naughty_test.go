package generator_test

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"
)

// naughtyStrings are those that others have seen programs fail at.
func naughtyStrings(t testing.TB) (texts []string) {
	t.Helper()
	require.NoError(t, json.Unmarshal([]byte(read(t, "testdata/naughty-strings/strings.json")), &texts))
	require.Len(t, texts, 511)
	return texts
}

// TestNaughtyStrings has each of them come back from every language byte for
// byte, wherever a source takes a text.
func TestNaughtyStrings(t *testing.T) {
	var facts, texts, failures, messages strings.Builder
	for i, text := range naughtyStrings(t) {
		if text == "" {
			continue // which is the same as no text
		}
		quoted, summary := strconv.QuoteToASCII(text), strconv.QuoteToASCII(strings.TrimSpace(text))
		braced := strconv.QuoteToASCII(strings.NewReplacer("{", "{{", "}", "}}").Replace(text) + " {p}")
		fmt.Fprintf(&facts, "      - {code: %d, name: n%[1]d, phrase: %[2]s, summary: %[3]s, action: %[2]s, since: %[2]s, reference: {text: %[2]s}, also: [%[4]s], "+
			"deprecated: {since: %[2]s, reason: %[2]s}, properties: {note: %[2]s}}\n", i, quoted, summary, strconv.QuoteToASCII("y "+text))
		fmt.Fprintf(&texts, "      - {code: %s, name: n%d, properties: {of: n%[2]d}}\n", quoted, i)
		fmt.Fprintf(&failures, "      - {code: %d, name: n%[1]d, phrase: %s, message: %s, params: {p: {type: text, summary: %s}}}\n", i, quoted, braced, summary)
		fmt.Fprintf(&messages, ", n%d: %s", i, braced)
	}
	source := "version: 1\ntargets:\n  python: {out: py, package: {name: hostile, module: hostile, version: 1.0.0}}\ntables:\n" +
		"  facts:\n    properties: {note: {type: text}}\n    codes:\n" + facts.String() +
		"  texts:\n    kind: text\n    properties: {of: {type: code, table: texts}}\n    codes:\n" + texts.String()
	file := filepath.Join(t.TempDir(), "codes.yaml")
	write(t, file, source)
	agree(t, file)

	source += "  failures:\n    errors: true\n    locales: {de: {" + strings.TrimPrefix(messages.String(), ", ") + "}}\n    codes:\n" + failures.String()
	require.Empty(t, refusals(t, source))
	require.Equal(t, len(shippedLanguages), provesTwins(t, fstest.MapFS{"codes.yaml": {Data: []byte(source)}}, "codes.yaml", shippedLanguages...))
}

// TestNaughtyNames compiles what comes of those that are accepted as names.
func TestNaughtyNames(t *testing.T) { compiles(t, named(t, naughtyStrings(t))) }
