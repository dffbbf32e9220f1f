package generator_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// bounded is whether what a run of the command takes is held to its bounds.
var bounded = true

// effort is what a run of the command took.
type effort struct {
	status    int
	cpu       time.Duration // no time of waiting, so that a busy machine changes little
	mebibytes int           // at its peak; 0 where the system does not tell
	faults    string
}

// measured runs the command in a process of its own. The rusage of a process
// knows the peak of the one that started it, too, so its own is asked for again
// and again.
func measured(t *testing.T, dir string, args ...string) effort {
	t.Helper()
	var faults strings.Builder
	command := exec.Command("statusgen", args...)
	command.Dir, command.Stderr = dir, &faults
	require.NoError(t, command.Start())
	status := fmt.Sprintf("/proc/%d/status", command.Process.Pid)
	ended := make(chan struct{})
	go func() {
		_ = command.Wait() // the exit status tells
		close(ended)
	}()
	var e effort
	for {
		select {
		case <-ended:
			state := command.ProcessState
			e.status, e.cpu, e.faults = state.ExitCode(), state.UserTime()+state.SystemTime(), faults.String()
			return e
		case <-time.After(time.Millisecond):
			e.mebibytes = max(e.mebibytes, peak(status))
		}
	}
}

// peak reads the most memory that a process had so far.
func peak(status string) int {
	content, _ := os.ReadFile(status) // on other systems than Linux there is none
	_, after, _ := strings.Cut(string(content), "\nVmHWM:")
	kibibytes, _, _ := strings.Cut(strings.TrimSpace(after), " ")
	n, _ := strconv.Atoi(kibibytes)
	return n / 1024
}

// TestAdversarialLimits gives the command what costs a reader most. Each ends
// within a second of a core that does nothing else, and 256 MiB; the test
// allows for cores that are shared, and still catches what grows with the
// square of its input.
func TestAdversarialLimits(t *testing.T) {
	const patience = 4 * time.Second
	for name, source := range map[string]string{
		"a million brackets":      strings.Repeat("[", 1_000_000),
		"a text of 16 MiB":        "version: 1\ntables: {t: {codes: [{code: 1, name: a, summary: " + strings.Repeat("a", 16<<20) + "}]}}\n",
		"60 MiB of empty lines":   "version: 1\n" + strings.Repeat("\n", 60<<20),
		"a bomb of aliases":       "a: &a [x]\n" + repeat("b№: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\n", 30),
		"a hundred thousand keys": repeat("k№: 1\n", 100_000),
		"more than 64 MiB":        strings.Repeat("# nothing\n", 7<<20),
		"two million entries":     "tables: [" + strings.Repeat("a,", 2_000_000) + "]\n",
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			write(t, filepath.Join(dir, "codes.yaml"), source)
			took := measured(t, dir, "check")
			t.Logf("%v, %d MiB", took.cpu, took.mebibytes)
			require.Equal(t, 1, took.status)
			require.Contains(t, took.faults, ": error: ")
			if bounded {
				require.Less(t, took.cpu, patience)
				require.LessOrEqual(t, took.mebibytes, 256)
			}
		})
	}
}

// TestHundredThousandCodes takes a table that is as large as any registry's
// through everything. Whether Go is formatted is asked of a tenth of it, because
// gofmt takes minutes for all of it.
func TestHundredThousandCodes(t *testing.T) {
	generated := func(n int) string {
		dir := t.TempDir()
		write(t, filepath.Join(dir, "codes.yaml"), "version: 1\ntargets: {go: {out: go}, typescript: {out: typescript}, python: {out: python}}\ntables:\n  t:\n    codes:\n"+
			repeat("      - {code: 1№, name: payment_declined_№, phrase: Payment declined №}\n", n))
		took := measured(t, dir, "generate")
		t.Logf("%d codes: %v, %d MiB", n, took.cpu, took.mebibytes)
		require.Zero(t, took.status, took.faults)
		if bounded {
			require.LessOrEqual(t, took.mebibytes, 640)
		}
		for _, file := range []string{"go/t/t_gen.go", "typescript/t.ts", "python/_t_facts.py"} {
			require.Contains(t, read(t, filepath.Join(dir, filepath.FromSlash(file))), fmt.Sprintf("payment_declined_%d", n-1))
		}
		return dir
	}
	generated(100_000)
	require.Empty(t, run(t, exec.Command("gofmt", "-l", filepath.Join(generated(10_000), "go"))))
}
