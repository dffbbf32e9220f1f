package generator_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// judged lists what our own history has broken, commit by commit, each line
// read by somebody who found it true.
const judged = "testdata/history.txt"

// TestHistory replays every commit that has changed our tables, and holds diff to
// find nothing but what is judged: a finding that is new is either false, and a
// fault of diff, or true, and make update lists it.
//
// A shallow clone has only some of the commits. What it has is replayed, and diff
// has to say what is missing; so nothing is left out in silence.
func TestHistory(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "clone")
	git := func(args ...string) (string, error) {
		command := exec.Command("git", args...)
		command.Dir = dir
		out, err := command.Output()
		return strings.TrimSpace(string(out)), err
	}
	repository, err := filepath.Abs(root)
	require.NoError(t, err)
	if err := exec.Command("git", "-C", root, "rev-parse", "HEAD").Run(); err != nil {
		// An unpacked release has no history: then diff has to say so.
		_, faults, status := statusgen(t, root, "diff", "--against", "HEAD")
		require.Equal(t, 3, status)
		require.Regexp(t, `there is no such file, and .*git`, faults)
		return
	}
	run(t, exec.Command("git", "clone", "--quiet", "--no-checkout", "file://"+filepath.ToSlash(repository), dir))
	log, err := git("log", "--reverse", "--format=%H %s", "--", "codes.yaml", "codes")
	require.NoError(t, err)

	finding := regexp.MustCompile(`(?m)^\S+: (.*\[[a-z-]+, (?:wire|source|semantic)\])$`)
	var found strings.Builder
	replayed := 0
	for _, line := range strings.Split(log, "\n") {
		commit, subject, _ := strings.Cut(line, " ")
		if _, err := git("cat-file", "-e", commit+"^:codes.yaml"); err != nil {
			continue // the first one, as far as this clone knows
		}
		require.NoError(t, os.RemoveAll(filepath.Join(dir, "codes")))
		_, err := git("checkout", "--quiet", commit, "--", "codes.yaml", "codes")
		if err != nil { // there was no such directory yet
			_, err = git("checkout", "--quiet", commit, "--", "codes.yaml")
		}
		require.NoError(t, err)
		out, faults, status := statusgen(t, dir, "diff", "--against", commit+"^", "--fail-on", "semantic")
		require.Less(t, status, 2, "%s: %s", line, faults)
		require.Contains(t, out, "suggested version bump: ", "%s: %s", line, faults)
		for _, said := range firsts(finding.FindAllStringSubmatch(out, -1)) {
			fmt.Fprintf(&found, "%s: %s\n", subject, said)
		}
		replayed++
	}
	t.Logf("%d commits replayed", replayed)

	if shallow, _ := git("rev-parse", "--is-shallow-repository"); shallow == "true" {
		_, err := git("checkout", "--quiet", "HEAD", "--", "codes.yaml", "codes")
		require.NoError(t, err)
		_, faults, status := statusgen(t, dir, "diff", "--against", "HEAD~100000")
		require.Equal(t, 3, status)
		require.Contains(t, faults, "in this clone, which is shallow; fetch it first: git fetch --unshallow")
		for line := range strings.Lines(found.String()) {
			require.Contains(t, read(t, judged), line)
		}
		return
	}
	require.Positive(t, replayed)
	if os.Getenv("UPDATE") != "" {
		write(t, judged, found.String())
	}
	require.Equal(t, read(t, judged), found.String(), "judge what is new: if it is true, make update lists it")
}
