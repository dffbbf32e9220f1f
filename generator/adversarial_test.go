package generator_test

import (
	"encoding/json"

	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf16"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/stretchr/testify/require"
)

// The hostile cases of testdata/adversarial, whose README.md explains how they
// are written.

const adversarial = "testdata/adversarial"

// hostileCase is a source that somebody wrote to do harm, and what comes of it.
type hostileCase struct {
	id     string
	status int
	want   []string // findings, "5:23 name-syntax", and facts, `name "a"`
	more   bool     // findings follow, too many to list
	source string
}

// TestAdversarial holds every source to its outcome: the exit status, and each
// finding with its place. A byte order mark and the line ends of Windows change
// no place.
func TestAdversarial(t *testing.T) {
	for _, c := range hostileCases(t) {
		t.Run(c.id, func(t *testing.T) {
			t.Parallel()
			c.run(t, c.source)
			if len(c.source) > 1<<20 || !strings.HasPrefix(c.source, "version") && !strings.HasPrefix(c.source, "#") {
				return // too large to be read three times, or about its first bytes
			}
			c.run(t, "\uFEFF"+c.source)
			if !strings.Contains(c.source, "\r") {
				c.run(t, strings.ReplaceAll(c.source, "\n", "\r\n"))
			}
		})
	}
}

func (c hostileCase) run(t *testing.T, source string) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "codes.yaml"), source)
	_, stderr, status := statusgen(t, dir, "generate", "--quiet", "go=go", "typescript=typescript", "python=python")
	require.Equal(t, c.status, status, stderr)
	require.False(t, strings.ContainsFunc(strings.ReplaceAll(stderr, "\n", ""), isHidden), "%q", stderr)
	found := findingsIn(stderr)
	if c.status == 0 {
		found = append(c.factsIn(t, dir), found...)
	} else {
		files, err := os.ReadDir(dir)
		require.NoError(t, err)
		require.Len(t, files, 1, "a source with faults has written something")
	}
	if c.more {
		require.Regexp(t, `\n… and \d+ more\n$`, stderr)
		found = found[:min(len(found), len(c.want))]
	}
	require.Equal(t, c.want, found, stderr)
}

// isHidden reports whether a terminal would obey a rune, or show nothing.
// Tabs are echoed, so that carets line up.
func isHidden(r rune) bool { return r != '\t' && !unicode.IsGraphic(r) }

var findingLine = regexp.MustCompile(`(?m)^codes\.yaml(:\d+:\d+)?: (?:error|warning): .* \[([a-z-]+)\]$`)

// findingsIn takes place and rule out of what the command printed.
func findingsIn(stderr string) []string {
	var found []string
	for _, m := range findingLine.FindAllStringSubmatch(stderr, -1) {
		found = append(found, strings.TrimSpace(strings.TrimPrefix(m[1], ":")+" "+m[2]))
	}
	return found
}

// factsIn gives those facts of the first code that the case names, as export
// prints them.
func (c hostileCase) factsIn(t *testing.T, dir string) []string {
	exported, faults, status := statusgen(t, dir, "export")
	require.Zero(t, status, faults)
	var catalog struct {
		Tables []struct{ Codes []map[string]json.RawMessage }
	}
	require.NoError(t, json.Unmarshal([]byte(exported), &catalog))
	var facts []string
	for _, want := range c.want {
		key, _, _ := strings.Cut(want, " ")
		if fact, ok := catalog.Tables[0].Codes[0][key]; ok {
			facts = append(facts, key+" "+string(fact))
		}
	}
	return facts
}

// hostileCases reads the cases that are sources.
func hostileCases(t *testing.T) []hostileCase {
	t.Helper()
	var cases []hostileCase
	for _, archive := range []string{"bytes", "hidden", "yaml", "types", "sizes", "names", "paths"} {
		for _, file := range sectionsOf(t, archive) {
			parts := strings.Split(file.Name, " | ")
			require.GreaterOrEqual(t, len(parts), 4, file.Name)
			status, err := strconv.Atoi(parts[2])
			require.NoError(t, err, file.Name)
			want, more := strings.CutSuffix(parts[3], ", …")
			cases = append(cases, hostileCase{parts[0], status, strings.Split(want, ", "), more, expand(t, string(file.Data))})
		}
	}
	return cases
}

func sectionsOf(t testing.TB, archive string) []txtar.File {
	t.Helper()
	parsed, err := txtar.ParseFile(filepath.Join(adversarial, archive+".txtar"))
	require.NoError(t, err)
	require.NotEmpty(t, parsed.Files)
	return parsed.Files
}

var (
	notation  = regexp.MustCompile(`‹(?:U\+([0-9A-F]{4,6})|([0-9A-F]{2})|(\d+)×([^›]*))›`)
	encodings = map[string]func(string) string{
		"‹UTF-16LE›": func(s string) string { return units(s, 0, 1) },
		"‹UTF-16BE›": func(s string) string { return units(s, 1, 0) },
		"‹UTF-32LE›": func(s string) string { return units(s, 0, 1, 2, 3) },
		"‹UTF-32BE›": func(s string) string { return units(s, 3, 2, 1, 0) },
	}
)

// expand writes out what the notation of a case stands for.
func expand(t testing.TB, text string) string {
	t.Helper()
	text, _, _ = strings.Cut(text, "‹EOF›\n")
	text = notation.ReplaceAllStringFunc(text, func(match string) string {
		m := notation.FindStringSubmatch(match)
		switch {
		case m[1] != "":
			r, err := strconv.ParseUint(m[1], 16, 32)
			require.NoError(t, err)
			return string(rune(r))
		case m[2] != "":
			b, err := strconv.ParseUint(m[2], 16, 8)
			require.NoError(t, err)
			return string([]byte{byte(b)})
		}
		times, err := strconv.Atoi(m[3])
		require.NoError(t, err)
		return repeat(strings.ReplaceAll(m[4], "⏎", "\n"), times)
	})
	for mark, encode := range encodings {
		if rest, ok := strings.CutPrefix(text, mark); ok {
			return encode("\uFEFF" + rest)
		}
	}
	require.False(t, strings.ContainsAny(text, "‹›"), "a notation that is not known")
	return text
}

// repeat writes a text again and again; № is the number of the turn, and → so
// many indentations.
func repeat(text string, times int) string {
	if !strings.ContainsAny(text, "№→") {
		return strings.Repeat(text, times)
	}
	var b strings.Builder
	for n := range times {
		turn := strings.ReplaceAll(text, "№", strconv.Itoa(n))
		b.WriteString(strings.ReplaceAll(turn, "→", strings.Repeat("  ", n)))
	}
	return b.String()
}

// units writes text in code units of as many bytes as there are in order.
func units(text string, order ...int) string {
	var b strings.Builder
	for _, unit := range utf16.Encode([]rune(text)) {
		for _, i := range order {
			b.WriteByte(byte(uint32(unit) >> (8 * i)))
		}
	}
	return b.String()
}
