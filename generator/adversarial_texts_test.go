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

// hostileText is a text that would break out of a literal or a comment.
type hostileText struct{ id, text string }

func hostileTexts(t testing.TB) []hostileText {
	t.Helper()
	var texts []hostileText
	for _, file := range sectionsOf(t, "texts") {
		id, _, _ := strings.Cut(file.Name, " | ")
		texts = append(texts, hostileText{id, expand(t, strings.TrimSuffix(string(file.Data), "\n"))})
	}
	return texts
}

// TestAdversarialTexts puts every hostile text wherever a source can hold one.
// It has to come back byte for byte, in every language, and the outputs have
// the syntax trees of a benign twin, whose texts are all x.
func TestAdversarialTexts(t *testing.T) {
	texts := hostileTexts(t)
	source := filepath.Join(t.TempDir(), "codes.yaml")
	write(t, source, catalogueOf(texts))
	exported, faults, status := statusgen(t, ".", "export", "--in", source)
	require.Zero(t, status, faults)
	require.False(t, strings.ContainsFunc(strings.ReplaceAll(exported, "\n", ""), isHidden))
	var catalog exportedCatalog
	require.NoError(t, json.Unmarshal([]byte(exported), &catalog))
	for i, c := range texts {
		code := catalog.Tables[i].Codes[0]
		require.Equal(t, c.text, code.Action, c.id)
		require.Equal(t, c.text, code.Phrase, c.id)
		require.Equal(t, c.text, code.Reference.Text, c.id)
		require.Equal(t, c.text, code.Properties["note"], c.id)
	}
	write(t, source, factsOf(texts)) // TestErrorsAgree is about errors
	t.Run("agree", func(t *testing.T) { agree(t, source) })

	fsys := fstest.MapFS{"codes.yaml": {Data: []byte(catalogueOf(texts))}}
	require.Equal(t, len(shippedLanguages), provesTwins(t, fsys, "codes.yaml", shippedLanguages...))
}

// catalogueOf gives a source with tables for each text, which hold it wherever
// it may stand.
// TestAdversarialTextsOfALargeTable puts hostile texts into a table so large that
// Go has them in few literals.
func TestAdversarialTextsOfALargeTable(t *testing.T) {
	texts := hostileTexts(t)
	var b strings.Builder
	b.WriteString("version: 1\ntables:\n  large:\n    codes:\n")
	for i := range 1100 {
		text := shorter(texts[i%len(texts)].text, 200)
		own := strconv.QuoteToASCII(text + strconv.Itoa(i))
		fmt.Fprintf(&b, "      - {code: %d, name: n%d, phrase: %s, summary: %s, action: %s}\n",
			i, i, own, strconv.QuoteToASCII(strings.TrimSpace(text)), strconv.QuoteToASCII(strconv.Itoa(i)+text))
	}
	require.Equal(t, 1, provesTwins(t, fstest.MapFS{"codes.yaml": {Data: []byte(b.String())}}, "codes.yaml", "go"))
}

func catalogueOf(texts []hostileText) string { return factsOf(texts) + failuresOf(texts) }

func factsOf(texts []hostileText) string {
	var b strings.Builder
	b.WriteString("version: 1\ntargets:\n  python: {out: py, package: {name: hostile, module: hostile, version: 1.0.0}}\ntables:\n")
	for _, c := range texts {
		text := strconv.QuoteToASCII(c.text) // whose escapes are YAML's, too
		summary := strconv.QuoteToASCII(shorter(strings.TrimSpace(c.text), 4_000))
		title := strconv.QuoteToASCII(strings.Join(strings.FieldsFunc(shorter(c.text, 4_000), isHidden), " "))
		if strings.TrimSpace(c.text) != c.text {
			title = summary
		}
		fmt.Fprintf(&b, `  %s:
    title: %s
    summary: %s
    classes: [{name: low, range: [0, 9], summary: %[3]s, defaults: {note: %[4]s}}]
    properties: {note: {type: text, default: %[4]s, summary: %[3]s}}
    retired: [{code: 3, reason: %[4]s}]
    codes:
      - code: 1
        name: a
        phrase: %[4]s
        summary: %[3]s
        action: %[4]s
        since: %[4]s
        reference: {text: %[4]s}
        also: [%[5]s]
        deprecated: {since: %[4]s, use: b, reason: %[4]s}
        properties: {note: %[4]s}
      - {code: 2, name: b}
`, tableOf(c.id), title, summary, text, strconv.QuoteToASCII("y "+c.text))
	}
	for _, c := range texts {
		fmt.Fprintf(&b, `  %s_codes:
    kind: text
    classes: [{name: own, prefix: %s}]
    properties: {of: {type: code, table: %[1]s_codes, summary: Another.}}
    retired: [{code: %[3]s, reason: Gone.}]
    codes:
      - {code: %[4]s, name: a, properties: {of: b}}
      - {code: %[5]s, name: b}
`, tableOf(c.id), strconv.QuoteToASCII(c.text), strconv.QuoteToASCII(c.text+"3"), strconv.QuoteToASCII(c.text+"1"), strconv.QuoteToASCII(c.text+"2"))
	}
	return b.String()
}

func failuresOf(texts []hostileText) string {
	var b strings.Builder
	for _, c := range texts {
		braced := strings.NewReplacer("{", "{{", "}", "}}").Replace(c.text)
		fmt.Fprintf(&b, `  %s_errors:
    errors: {type: "https://example.com/{name}/{code}"}
    classes: [{name: low, range: [0, 9], message: %s, params: {p: {type: text, summary: %s}}}]
    locales: {de: {a: %[4]s}}
    codes:
      - {code: 1, name: a, message: %[2]s, params: {q: {type: integer, optional: true, data: true, summary: %[3]s}}}
      - {code: 2, name: b, phrase: %[5]s}
`, tableOf(c.id), strconv.QuoteToASCII(braced+"{p}"+braced), strconv.QuoteToASCII(shorter(strings.TrimSpace(c.text), 4_000)),
			strconv.QuoteToASCII("{p}"+braced), strconv.QuoteToASCII(c.text))
	}
	return b.String()
}

func tableOf(id string) string { return strings.ToLower(strings.ReplaceAll(id, "-", "_")) }

// shorter cuts a text to what a summary may hold.
func shorter(text string, most int) string {
	runes := []rune(text)
	return string(runes[:min(len(runes), most)])
}
