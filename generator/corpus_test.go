package generator_test

import (
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/stretchr/testify/require"
)

// sourceFile is a codes.yaml, or a file like it, that some test or document has.
type sourceFile struct {
	origin  string // where it is from: a transcript, a document, or itself
	fsys    fs.FS  // what is beside it
	name    string // in there
	content []byte
}

// sources gives every source that there is: our own, and those of transcripts,
// documents and tests.
func sources(t testing.TB) []sourceFile {
	t.Helper()
	var all []sourceFile
	add := func(origin string, beside map[string]string) {
		fsys := fstest.MapFS{}
		for name, content := range beside {
			fsys[name] = &fstest.MapFile{Data: []byte(content)}
		}
		for name, content := range beside {
			if strings.HasSuffix(name, ".yaml") && filepath.Base(name) != "target.yaml" {
				all = append(all, sourceFile{origin + ": " + name, fsys, name, []byte(content)})
			}
		}
	}
	for _, script := range glob(t, "testdata/script/*.txtar") {
		archive, err := txtar.ParseFile(script)
		require.NoError(t, err)
		beside := map[string]string{}
		for _, file := range archive.Files {
			beside[file.Name] = string(file.Data)
		}
		add(script, beside)
	}
	for _, document := range append(glob(t, filepath.Join(root, "docs/*.md")), filepath.Join(root, "README.md")) {
		text, err := os.ReadFile(document)
		require.NoError(t, err)
		beside := map[string]string{}
		for _, block := range fenced.FindAllStringSubmatch(string(text), -1) {
			if name, isFile := strings.CutPrefix(block[1], "file "); isFile {
				beside[name] = block[2]
			}
		}
		add(document, beside)
	}
	ours := map[string]string{}
	for _, pattern := range []string{"codes.yaml", "codes/*.yaml", "docs/examples/*/codes.yaml", "docs/examples/*/codes/*.yaml", "generator/testdata/*/codes.yaml", "generator/testdata/*/locales/*.yaml"} {
		for _, name := range glob(t, filepath.Join(root, pattern)) {
			content, err := os.ReadFile(name)
			require.NoError(t, err)
			ours[filepath.ToSlash(strings.TrimPrefix(name, root+string(filepath.Separator)))] = string(content)
		}
	}
	add("ours", ours)
	require.Greater(t, len(all), 150)
	return all
}

// yamlSuite gives the texts of the YAML test suite.
func yamlSuite(t testing.TB) (all [][]byte) {
	t.Helper()
	for line := range strings.Lines(read(t, "testdata/yaml-test-suite/cases.jsonl")) {
		var c struct{ YAML string }
		require.NoError(t, json.Unmarshal([]byte(line), &c))
		all = append(all, []byte(c.YAML))
	}
	require.Len(t, all, 402)
	return all
}

func glob(t testing.TB, pattern string) []string {
	t.Helper()
	names, err := filepath.Glob(pattern)
	require.NoError(t, err)
	require.NotEmpty(t, names, pattern)
	return names
}

// blockHeader is the head of a literal or folded text.
var blockHeader = regexp.MustCompile(`([|>])[-+0-9]+`)

// ink is what of a text is not for a formatter to choose.
func ink(text []byte) string {
	return strings.Map(func(c rune) rune {
		if strings.ContainsRune(" \t\r\n'\",\uFEFF", c) {
			return -1
		}
		return c
	}, blockHeader.ReplaceAllString(string(text), "$1"))
}
