package generator_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/statusgen/statusgen/generator/internal/check"
	"github.com/statusgen/statusgen/generator/internal/cli"
	"github.com/statusgen/statusgen/generator/internal/diag"
	"github.com/statusgen/statusgen/generator/internal/follow"
	"github.com/statusgen/statusgen/generator/internal/load"
	"github.com/statusgen/statusgen/generator/internal/registry"
	"github.com/statusgen/statusgen/generator/internal/render"
)

// TestRules holds every rule to having a name that stays, a sentence that says
// it, and a transcript that shows it.
func TestRules(t *testing.T) {
	rules := slices.Concat(load.Rules, check.Rules, registry.Rules, follow.Rules, render.Rules, cli.Rules, cli.OutputRules)
	require.Greater(t, len(rules), 60)
	seen := map[string]*diag.Rule{}
	for _, rule := range rules {
		if other, twice := seen[rule.Name]; twice {
			require.Same(t, other, rule, "two rules are named %s", rule.Name)
		}
		seen[rule.Name] = rule
		require.Regexp(t, `^[a-z0-9]+(-[a-z0-9]+)*$`, rule.Name)
		require.Regexp(t, regexp.MustCompile(`(?s)^[A-Z"].*\.$`), rule.Doc, rule.Name)

		name := "err_" + strings.ReplaceAll(rule.Name, "-", "_") + ".txtar"
		transcript, err := os.ReadFile(filepath.Join("testdata/script", name))
		require.NoError(t, err, "the rule %s has no transcript", rule.Name)
		if slices.Contains(cli.OutputRules, rule) { // people hear of outputs in a line that names no rule
			require.Regexp(t, "(?m)^::"+rule.Severity.String()+" .*title="+rule.Name+"::", string(transcript), name)
		} else {
			require.Contains(t, string(transcript), rule.Severity.String()+": ", name)
			require.Contains(t, string(transcript), "["+rule.Name+"]", name)
		}

		explained, faults, status := statusgen(t, t.TempDir(), "explain", rule.Name)
		require.Zero(t, status, faults)
		words := strings.Join(strings.Fields(explained), " ")
		require.Contains(t, words, strings.Join(strings.Fields(rule.Doc), " "), rule.Name)
		require.Contains(t, words, "severity "+rule.Severity.String()+": ", rule.Name)
	}
}
