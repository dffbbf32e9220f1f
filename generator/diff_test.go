package generator_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/stretchr/testify/require"

	"github.com/statusgen/statusgen/generator/internal/diag"
	"github.com/statusgen/statusgen/generator/internal/evolve"
)

// changed is a source before and after, and what diff is to say of it.
type changed struct {
	archive *txtar.Archive
	file    string
	options []string
}

// allChanged gives the pairs of testdata/diff.
func allChanged(t testing.TB) []changed {
	t.Helper()
	var all []changed
	for _, file := range glob(t, "testdata/diff/*.txtar") {
		archive, err := txtar.ParseFile(file)
		require.NoError(t, err)
		c := changed{archive: archive, file: file}
		if options := c.get("options"); options != nil {
			c.options = strings.Fields(string(options.Data))
		}
		all = append(all, c)
	}
	return all
}

func (c changed) get(name string) *txtar.File {
	i := slices.IndexFunc(c.archive.Files, func(f txtar.File) bool { return f.Name == name })
	if i < 0 {
		return nil
	}
	return &c.archive.Files[i]
}

// TestDiff holds every pair to what diff says of it, and to its exit status. To
// add one, write the two sources, leave want empty, and run make update.
func TestDiff(t *testing.T) {
	all := allChanged(t)
	require.Greater(t, len(all), 40)
	for _, c := range all {
		t.Run(strings.TrimSuffix(filepath.Base(c.file), ".txtar"), func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			require.NoError(t, txtar.Write(c.archive, dir))
			out, faults, status := statusgen(t, dir, append([]string{"diff", "--in", "new/codes.yaml", "--against", "old/codes.yaml"}, c.options...)...)
			got := fmt.Sprintf("%s%sexit status %d\n", faults, out, status)
			if os.Getenv("UPDATE") != "" {
				c.get("want").Data = []byte(got)
				require.NoError(t, os.WriteFile(c.file, txtar.Format(c.archive), 0o666))
				return
			}
			require.Equal(t, string(c.get("want").Data), got)
			for _, side := range []string{"old/codes.yaml", "new/codes.yaml"} {
				same, faults, _ := statusgen(t, dir, "diff", "--in", side, "--against", side)
				if !strings.Contains(faults, ": error: ") { // as it is, it is sound
					require.Equal(t, "no change; suggested version bump: none\n", same, side)
				}
			}
		})
	}
}

// TestDiffRules holds every rule about changes to having a name that stays, a
// sentence, and a pair that shows it.
func TestDiffRules(t *testing.T) {
	rules := slices.Concat(evolve.Rules, evolve.ComparisonRules, evolve.DueRules)
	var said strings.Builder
	for _, c := range allChanged(t) {
		said.Write(c.get("want").Data)
	}
	seen := map[string]bool{}
	for _, rule := range rules {
		require.Regexp(t, `^[a-z]+(-[a-z]+)*$`, rule.Name)
		require.Regexp(t, `^[A-Z].*\.$`, rule.Doc, rule.Name)
		require.False(t, seen[rule.Name], "two rules are named %s", rule.Name)
		seen[rule.Name] = true
		label := rule.Name
		if rule.Level != "" {
			label += ", " + rule.Level
		}
		if rule.Name != "identifier-added" { // of recorded outputs alone: diff_outputs.txtar
			require.Contains(t, said.String(), "["+label+"]", "no pair of testdata/diff shows the rule %s", rule.Name)
		}
		explained, faults, status := statusgen(t, t.TempDir(), "explain", rule.Name)
		require.Zero(t, status, faults)
		require.Contains(t, strings.Join(strings.Fields(explained), " "), rule.Doc)
	}
}

// TestDiffMessages holds what is said of changes to reading well.
func TestDiffMessages(t *testing.T) {
	finding := regexp.MustCompile(`(?m)^\S+: (?:error|warning|note): (.*) \[[a-z-]+(?:, [a-z]+)?\]$`)
	for _, c := range allChanged(t) {
		for _, said := range finding.FindAllStringSubmatch(string(c.get("want").Data), -1) {
			require.NotRegexp(t, `^[A-Z]|[.]$|  `, said[1], c.file)
			require.Equal(t, diag.Visible(said[1]), said[1])
			require.Less(t, len(said[1]), 300)
		}
	}
}

// TestDiffFormats holds what diff says of every pair, as JSON and as SARIF, to
// the schemas of both, and both to saying the same.
func TestDiffFormats(t *testing.T) {
	command := formatsCommand(t)
	for _, c := range allChanged(t) {
		if !strings.Contains(string(c.get("want").Data), "]\n") {
			continue // it has no finding, or is a changelog
		}
		dir := t.TempDir()
		require.NoError(t, txtar.Write(c.archive, dir))
		documents := map[string]string{}
		for _, form := range []string{"json", "sarif"} {
			args := append([]string{"diff", "--in", "new/codes.yaml", "--against", "old/codes.yaml", "--format", form}, c.options...)
			document, faults, status := statusgen(t, dir, args...)
			require.Contains(t, string(c.get("want").Data), fmt.Sprintf("exit status %d\n", status), c.file)
			require.Empty(t, faults, c.file)
			file := filepath.Join(dir, "changes."+form)
			write(t, file, document)
			command.Args = append(command.Args, file)
			documents[form] = document
		}
		requireSameFindings(t, c.file, documents["json"], documents["sarif"])
	}
	require.Greater(t, len(command.Args), 100)
	run(t, command)
}
