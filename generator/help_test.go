package generator_test

import (
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestHelp holds every verb to examples of itself, to a transcript of its
// help, and to a line of the manual.
func TestHelp(t *testing.T) {
	help, faults, status := statusgen(t, ".", "--help")
	require.Zero(t, status, faults)
	_, list, found := strings.Cut(help, "Available Commands:\n")
	require.True(t, found)
	list, _, _ = strings.Cut(list, "\n\n")
	manual := read(t, "statusgen/main.go")
	transcript := read(t, "testdata/script/help.txtar")
	for _, verb := range firsts(regexp.MustCompile(`(?m)^  ([a-z]+) `).FindAllStringSubmatch(list, -1)) {
		if verb == "help" || verb == "completion" { // cobra's own
			continue
		}
		help, faults, status := statusgen(t, ".", verb, "--help")
		require.Zero(t, status, faults)
		require.Regexp(t, `(?m)^Examples:\n  statusgen `+verb+`\b`, help)
		require.Contains(t, transcript, "exec statusgen "+verb+" --help\n")
		require.Regexp(t, `(?m)^//	statusgen `+verb+`\b`, manual)
	}
}

// completion asks bash what it would complete: the script that statusgen
// prints, and the part of bash-completion that it leans on.
const completion = `
_get_comp_words_by_ref() { words=("${COMP_WORDS[@]}"); cword=$COMP_CWORD; cur=${words[cword]}; prev=${words[cword-1]}; }
compopt() { :; }
source <(statusgen completion bash)
COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMP_LINE="$*" COMP_POINT=${#COMP_LINE} COMP_TYPE=9
__start_statusgen
printf '%s\n' "${COMPREPLY[@]}"
`

// TestCompletion runs the completion of bash.
func TestCompletion(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "codes.yaml"), "version: 1\ntargets:\n  go: {out: gen/go}\n  gopher: {out: gen/gopher, templates: t}\n"+
		"tables:\n  boutique:\n    codes:\n      - {code: 1, name: wide_open}\n")
	for _, args := range [][]string{
		{"init", "-q", "-b", "maintained"}, {"-c", "user.name=x", "-c", "user.email=x@example.com", "commit", "-q", "--allow-empty", "-m", "first"},
	} {
		git := exec.Command("git", args...)
		git.Dir = dir
		run(t, git)
	}
	for words, want := range map[string]string{
		"statusgen diff --against main":    "maintained",
		"statusgen exp":                    "explain export",
		"statusgen check go":               "go= gopher=",
		"statusgen generate go=x go":       "gopher=",
		"statusgen check --format s":       "sarif",
		"statusgen imp":                    "import",
		"statusgen import ":                "csv iana",
		"statusgen import csv --table bo":  "boutique",
		"statusgen explain registry-h":     "registry-has",
		"statusgen export --format ":       "github json sarif text",
		"statusgen diff --format m":        "markdown",
		"statusgen diff --fail-on s":       "semantic source",
		"statusgen explain wide":           "wide_open",
		"statusgen explain bouti":          "boutique",
		"statusgen explain duplicate-cod":  "duplicate-code",
		"statusgen explain output-modifie": "output-modified",
	} {
		bash := exec.Command("bash", append([]string{"-c", completion, "bash"}, strings.Split(words, " ")...)...)
		bash.Dir = dir
		require.ElementsMatch(t, strings.Fields(want), strings.Fields(run(t, bash)), words)
	}
	for _, shell := range []string{"zsh", "fish", "powershell"} {
		script, faults, status := statusgen(t, dir, "completion", shell)
		require.Zero(t, status, faults)
		require.Contains(t, script, "statusgen")
	}
}
