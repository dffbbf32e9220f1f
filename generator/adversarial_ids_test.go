package generator_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestAdversarialIDs holds every case of the corpus to a home: an archive
// beside the list, a transcript, or a test in whose file its id is. Those of an
// HTML page wait for one.
func TestAdversarialIDs(t *testing.T) {
	tests := testsByName(t)
	waiting := regexp.MustCompile(`^OUT-1[0135]$`)
	cases := 0
	for line := range strings.Lines(read(t, filepath.Join(adversarial, "ids"))) {
		words := strings.Fields(line)
		require.Len(t, words, 2, line)
		id, home := words[0], words[1]
		cases++
		var text string
		switch {
		case home == "waits":
			require.Regexp(t, waiting, id, "%s has no test", id)
			continue
		case strings.HasPrefix(home, "Test"):
			require.Contains(t, tests, home, "%s has lost its test", id)
			text = tests[home]
		default:
			places, err := filepath.Glob("testdata/*/" + home)
			require.NoError(t, err)
			require.Len(t, places, 1, "%s has lost its file", id)
			text = read(t, places[0])
		}
		require.True(t, regexp.MustCompile(`\b`+id+`[a-z]?\b`).MatchString(text), "%s is not in %s", id, home)
	}
	require.Equal(t, 262, cases)
}

// testsByName gives the text of the file that each test is in.
func testsByName(t *testing.T) map[string]string {
	t.Helper()
	declared := regexp.MustCompile(`(?m)^func (Test\w+)\(`)
	tests := map[string]string{}
	require.NoError(t, filepath.WalkDir(".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.Name() == "node_modules" || entry.Name() == ".venv" || entry.Name() == "testdata" {
			return fs.SkipDir
		}
		if !strings.HasSuffix(name, "_test.go") {
			return nil
		}
		text, err := os.ReadFile(name)
		for _, m := range declared.FindAllSubmatch(text, -1) {
			tests[string(m[1])] = string(text)
		}
		return err
	}))
	return tests
}
