package check_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"

	"github.com/statusgen/statusgen/generator/internal/check"
	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
)

func TestRichCatalogueHasNoFinding(t *testing.T) {
	require.Empty(t, said(check.Catalog(rich())))
}

func TestEmptyCatalogueHasNoFinding(t *testing.T) {
	require.Empty(t, said(check.Catalog(&codes.Catalog{})))
}

// broken is a change to the rich catalogue and what is said of it.
type broken struct {
	name string
	edit func(c *codes.Catalog, http, grpc, sql *codes.Table)
	want []string
}

// said gives findings as a test writes them:
// line: message [rule] (see other lines) hint.
func said(findings diag.List) []string {
	var lines []string
	for _, d := range findings {
		line := fmt.Sprintf("%d: %s [%s]", d.Pos.Line, d.Message, d.Rule.Name)
		for _, pos := range d.Related {
			line += fmt.Sprintf(" (see %d)", pos.Line)
		}
		if d.Hint != "" {
			line += " hint: " + d.Hint
		}
		lines = append(lines, line)
	}
	return lines
}

func allBroken() []broken {
	var all []broken
	for _, some := range [][]broken{
		brokenNames, brokenDuplicates, brokenSpaces, brokenClasses, brokenProperties, brokenReferences, brokenTexts, brokenTargets, brokenChoices, brokenOwners, brokenErrors,
	} {
		all = append(all, some...)
	}
	return all
}

func findings(b broken) diag.List {
	c := rich()
	b.edit(c, c.Tables[0], c.Tables[1], c.Tables[2])
	return check.Catalog(c)
}

func TestBroken(t *testing.T) {
	for _, b := range allBroken() {
		t.Run(b.name, func(t *testing.T) {
			require.Equal(t, b.want, said(findings(b)))
		})
	}
}

func TestEveryRuleIsBrokenSomewhere(t *testing.T) {
	seen := make(map[*diag.Rule]bool)
	for _, b := range allBroken() {
		for _, d := range findings(b) {
			seen[d.Rule] = true
		}
	}
	for _, rule := range check.Rules {
		require.True(t, seen[rule], "no test breaks %s", rule.Name)
	}
}

func TestRulesReadWell(t *testing.T) {
	names := make(map[string]bool)
	for _, rule := range check.Rules {
		require.Regexp(t, `^[a-z]+(-[a-z]+)*$`, rule.Name)
		require.Regexp(t, `^[^\n]+\.$`, rule.Doc, rule.Name)
		require.False(t, names[rule.Name], "two rules are called %s", rule.Name)
		names[rule.Name] = true
	}
}

func TestMessagesReadWell(t *testing.T) {
	hidden := func(r rune) bool { return !unicode.IsPrint(r) }
	for _, b := range allBroken() {
		for _, d := range findings(b) {
			require.True(t, d.Pos.IsValid() || d.Rule.Name == "word-syntax", d.Message)
			require.NotRegexp(t, `^[A-Z]|[.]$`, d.Message)
			require.Less(t, len(d.Message), 400, d.Message)
			require.False(t, strings.ContainsFunc(d.Message, hidden), d.Message)
		}
	}
}

func TestEveryRuleHasItsTranscript(t *testing.T) {
	for _, rule := range check.Rules {
		file := "err_" + strings.ReplaceAll(rule.Name, "-", "_") + ".txtar"
		transcript, err := os.ReadFile(filepath.Join("..", "..", "testdata", "script", file))
		require.NoError(t, err)
		require.Contains(t, string(transcript), "["+rule.Name+"]")
	}
}
