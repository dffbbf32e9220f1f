package generator_test

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// TestAdversarialLimits gives the command what costs a reader most. Each ends
// within a second on a machine that has nothing else to do; the test allows
// for one that has, and still catches what grows with the square of its input.
func TestAdversarialLimits(t *testing.T) {
	const patience = 10 * time.Second
	for name, source := range map[string]string{
		"a million brackets":      strings.Repeat("[", 1_000_000),
		"a text of 16 MiB":        "version: 1\ntables: {t: {codes: [{code: 1, name: a, summary: " + strings.Repeat("a", 16<<20) + "}]}}\n",
		"60 MiB of empty lines":   "version: 1\n" + strings.Repeat("\n", 60<<20),
		"a bomb of aliases":       "a: &a [x]\n" + repeat("b№: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\n", 30),
		"a hundred thousand keys": repeat("k№: 1\n", 100_000),
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			write(t, filepath.Join(dir, "codes.yaml"), source)
			command := exec.Command("statusgen", "check")
			command.Dir = dir
			begin := time.Now()
			require.Error(t, command.Run())
			require.Equal(t, 1, command.ProcessState.ExitCode())
			require.Less(t, time.Since(begin), patience)
		})
	}
}
