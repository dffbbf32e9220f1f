package generator_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"github.com/stretchr/testify/require"
)

// TestEveryCharacter has every character of the first plane, and every visible
// one and some of the rest, come back from every language. STR-01.
func TestEveryCharacter(t *testing.T) {
	var texts []string
	var text strings.Builder
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if 0xD800 <= r && r <= 0xDFFF || r > 0xFFFF && !unicode.IsGraphic(r) && r%251 != 0 {
			continue
		}
		fmt.Fprintf(&text, "a%c0", r)
		if text.Len() > 60_000 || r == unicode.MaxRune {
			texts = append(texts, text.String())
			text.Reset()
		}
	}
	var source strings.Builder
	source.WriteString("version: 1\ntables:\n  t:\n    properties: {note: {type: text, summary: A note.}}\n    codes:\n")
	for i, text := range texts {
		fmt.Fprintf(&source, "      - {code: %d, name: n%[1]d, action: %s, properties: {note: %[2]s}}\n", i, strconv.QuoteToASCII(text))
	}
	fsys := fstest.MapFS{"codes.yaml": {Data: []byte(source.String())}}
	require.Equal(t, len(shippedLanguages), provesTwins(t, fsys, "codes.yaml", shippedLanguages...))
}

// TestAdversarialDocs documents codes with five thousand mixtures of what means
// something somewhere. CMT-43.
func TestAdversarialDocs(t *testing.T) {
	pieces := []string{"a", "b c", ".", "0"}
	for _, c := range hostileTexts(t) {
		if len(c.text) < 200 {
			pieces = append(pieces, c.text)
			pieces = append(pieces, strings.Fields(c.text)...)
		}
	}
	random := rand.New(rand.NewPCG(1, 2)) // the same every time
	var source strings.Builder
	source.WriteString("version: 1\ntables:\n  t:\n    codes:\n")
	for n := range 5_000 {
		var text strings.Builder
		for range 1 + random.IntN(6) {
			text.WriteString(pieces[random.IntN(len(pieces))])
			text.WriteString([]string{"", " ", "\n", "\r", "\u2028"}[random.IntN(5)])
		}
		fmt.Fprintf(&source, "      - {code: %d, name: n%[1]d, summary: %s}\n", n, strconv.QuoteToASCII("x"+strings.TrimSpace(text.String())))
	}
	fsys := fstest.MapFS{"codes.yaml": {Data: []byte(source.String())}}
	require.Equal(t, len(shippedLanguages), provesTwins(t, fsys, "codes.yaml", shippedLanguages...))
}

// TestNamesOfSources has outputs be the same whatever a source is called
// (CMT-42), wherever a run begins (FS-35), and whatever surrounds it (OUT-16,
// OUT-21).
func TestNamesOfSources(t *testing.T) {
	const source = "version: 1\ntables:\n  t:\n    codes:\n      - {code: 1, name: a}\n"
	outputs := func(name, from string, environment ...string) string {
		dir := t.TempDir()
		write(t, filepath.Join(dir, name), source)
		require.NoError(t, os.MkdirAll(filepath.Join(dir, from), 0o777))
		in, err := filepath.Rel(from, name)
		require.NoError(t, err)
		args := []string{"generate", "--in", in}
		for _, language := range shippedLanguages {
			args = append(args, language+"="+filepath.Join(dir, "out", language))
		}
		command := exec.Command("statusgen", args...)
		command.Dir = filepath.Join(dir, from)
		command.Env = append(os.Environ(), environment...)
		run(t, command)
		var all strings.Builder
		require.NoError(t, filepath.WalkDir(filepath.Join(dir, "out"), func(path string, entry os.DirEntry, err error) error {
			if err == nil && !entry.IsDir() {
				fmt.Fprintf(&all, "%s\n%s", strings.TrimPrefix(path, dir), read(t, path))
			}
			return err
		}))
		return all.String()
	}
	plain := outputs("codes.yaml", ".")
	require.Len(t, generatedLine.FindAllString(plain, -1), 2) // of Go and TypeScript
	for _, name := range []string{"a\n//go:generate id\n.yaml", "x DO NOT EDIT..yaml", "*/ x.yaml", "coding:utf-7 .yaml", "\"\"\".yaml", "-rf.yaml", "a/b/c.yaml"} {
		require.Equal(t, plain, outputs(name, "."), name)
	}
	require.Equal(t, plain, outputs("codes.yaml", "pkg/inner"))
	for _, variable := range []string{"GOMAXPROCS=1", "GOMAXPROCS=8", "TZ=Asia/Kathmandu", "LANG=tr_TR.UTF-8", "LC_ALL=tr_TR.UTF-8", "SOURCE_DATE_EPOCH=0", "USER=x", "HOME=/"} {
		require.Equal(t, plain, outputs("codes.yaml", ".", variable), variable)
	}
}

// TestClosedOutput ends quietly, and not as if all were well, where nobody
// reads on. OUT-08.
func TestClosedOutput(t *testing.T) {
	for _, args := range [][]string{{"export", "--in", filepath.Join(root, "codes.yaml")}, {"explain", "http"}, {"schema"}} {
		reader, writer, err := os.Pipe()
		require.NoError(t, err)
		require.NoError(t, reader.Close())
		var faults strings.Builder
		command := exec.Command("statusgen", args...)
		command.Stdout, command.Stderr = writer, &faults
		require.Error(t, command.Run(), args)
		require.NoError(t, writer.Close())
		require.Empty(t, faults.String())
	}
}
