package tree

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestManifest(t *testing.T) {
	dir := t.TempDir()
	tree := treeAt(dir, "b.go", "b", "a/c.go", "c")
	tree.Identifiers = map[string]map[string]any{
		"http":     {"NotFound": int64(404), "Big": int64(1<<53 - 1)},
		"sqlstate": {"Successful": "00000", "Less<Than": "<&>", "Unseen": "\u009b\u202e\U000e0041\u00e9"},
	}
	generate(t, tree)
	require.Equal(t, `{
  "manifest": 1,
  "files": [
    {
      "path": "a/c.go",
      "sha256": "2e7d2c03a9507ae265ecf5b5356885a53393a2029d241394997265a1a25aefc6"
    },
    {
      "path": "b.go",
      "sha256": "3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d"
    }
  ],
  "identifiers": {
    "http": {
      "Big": 9007199254740991,
      "NotFound": 404
    },
    "sqlstate": {
      "Less<Than": "<&>",
      "Successful": "00000",
      "Unseen": "\u009b\u202e\udb40\udc41é"
    }
  }
}
`, get(t, dir, manifestName))

	tree.Identifiers["http"]["Gone"] = int64(410)
	require.Equal(t, []string{"gen/.statusgen.json is modified"}, changes(diff(t, tree)))
}

// TestManifestIsWrittenAsByEncodingJSON compares the two, for texts that JSON
// has to escape too.
func TestManifestIsWrittenAsByEncodingJSON(t *testing.T) {
	for _, m := range []manifest{
		{Format: 1, Files: []manifestFile{}, Identifiers: map[string]map[string]any{}},
		{
			Format: 1, Files: []manifestFile{{`a "b"`, "1"}, {"c\\d\n", "2"}},
			Identifiers: map[string]map[string]any{
				"none": {}, "": {"": ""}, "b": {"x": int64(-1), "a": json.Number("1e3"), "é": "</script>\u007f"}, "a": {"\x00": "\xff"},
			},
			Bases: map[string]string{"z": "1", "builtin:y": "2"},
		},
	} {
		var want bytes.Buffer
		encoder := json.NewEncoder(&want)
		encoder.SetEscapeHTML(false)
		encoder.SetIndent("", "  ")
		require.NoError(t, encoder.Encode(m))
		got, err := m.text()
		require.NoError(t, err)
		require.Equal(t, strings.ReplaceAll(want.String(), "\u007f", `\u007f`), string(got)) // which is never shown
	}
}

func TestManifestOfNothing(t *testing.T) {
	dir := t.TempDir()
	generate(t, treeAt(dir))
	require.Equal(t, "{\n  \"manifest\": 1,\n  \"files\": [],\n  \"identifiers\": {}\n}\n", get(t, dir, manifestName))
}

func TestIdentifiersThatCannotBeRecorded(t *testing.T) {
	tree := treeAt(t.TempDir())
	tree.Identifiers = map[string]map[string]any{"http": {"F": func() {}}}
	_, err := Diff([]Tree{tree})
	require.ErrorContains(t, err, "cannot record the identifiers of gen: ")
}

// An unreadable manifest costs nothing but the knowledge of what is stale.
// FS-31.
func TestUnreadableManifests(t *testing.T) {
	cases := map[string]struct{ content, warning string }{
		"corrupt":        {`{"manifest": 1, "files": [`, "it is damaged: unexpected end of JSON input"},
		"conflict marks": {"<<<<<<< HEAD\n{}\n", "it is damaged: invalid character '<'"},
		"empty":          {"", "it is damaged: unexpected end"},
		"not an object":  {"[]", "it is damaged: "},
		"wrong types":    {`{"manifest": 1, "files": [{"path": 1}]}`, "it is damaged: "},
		"no format":      {`{"files": [{"path": "old.go"}]}`, "it is damaged: it does not say its format"},
		"negative":       {`{"manifest": -1}`, "it is damaged: it does not say its format"},
		"newer":          {`{"manifest": 2, "files": {"old.go": true}}`, "a newer statusgen wrote it"},
		"very deep":      {`{"manifest": 1, "files": ` + strings.Repeat("[", 100_000), "it is damaged: "},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			tree := treeAt(dir, "a.go", header)
			generate(t, treeAt(dir, "a.go", header, "old.go", header))
			put(t, dir, manifestName, c.content)

			for _, report := range []Report{diff(t, tree), generate(t, tree)} {
				require.Equal(t, []string{"gen/.statusgen.json is modified"}, changes(report))
				require.Len(t, report.Warnings, 1)
				require.Contains(t, report.Warnings[0].Text, "gen/.statusgen.json cannot say which files are stale ("+c.warning)
			}
			require.Equal(t, header, get(t, dir, "old.go"), "nothing is deleted")
			again := generate(t, tree)
			require.Empty(t, again.Changes)
			require.Empty(t, again.Warnings)
		})
	}
}

func TestMissingManifest(t *testing.T) {
	dir := t.TempDir()
	tree := treeAt(dir, "a.go", header)
	require.Empty(t, generate(t, tree).Warnings, "a first run is nothing to warn of")
	require.NoError(t, os.Remove(filepath.Join(dir, manifestName)))
	report := generate(t, tree)
	require.Equal(t, []Warning{{
		"gen/.statusgen.json", ManifestLost,
		"gen/.statusgen.json cannot say which files are stale (there is none); look for them by hand",
	}}, report.Warnings)
	require.Equal(t, "gen: 1 written, 0 removed, 1 unchanged", report.String())
}

// FS-29.
func TestPoisonedManifests(t *testing.T) {
	for _, p := range []string{"../victim", "../../etc/passwd", "/etc/passwd", `..\victim`, "a/../../victim", "C:/x", "a\x00b", "", ".", manifestName, "nul"} {
		t.Run(fmt.Sprintf("%q", p), func(t *testing.T) {
			parent := t.TempDir()
			dir := filepath.Join(parent, "gen")
			put(t, parent, "victim", header)
			generate(t, treeAt(dir, "a.go", header, "old.go", header))
			listing, err := manifest{Files: []manifestFile{{"old.go", digest([]byte(header))}, {p, digest([]byte(header))}}}.file()
			require.NoError(t, err)
			put(t, dir, manifestName, string(listing.Content))
			before := list(t, parent)

			_, err = Write(context.Background(), []Tree{treeAt(dir, "a.go", header+"new")}, Options{Force: true})
			var poisoned *ManifestError
			require.ErrorAs(t, err, &poisoned)
			require.Equal(t, p, poisoned.Path)
			require.ErrorContains(t, err, fmt.Sprintf("gen/.statusgen.json lists %q", p))
			require.Equal(t, before, list(t, parent))
			require.Equal(t, header, get(t, dir, "a.go"))
			_, err = Diff([]Tree{treeAt(dir, "a.go", header)})
			require.ErrorAs(t, err, &poisoned)
		})
	}
}

func TestManifestBetween(t *testing.T) {
	old := manifest{Files: []manifestFile{{"a", "1"}, {"b", "2"}}, Identifiers: map[string]map[string]any{"old": {}}}
	between := old.with(manifest{Files: []manifestFile{{"b", "3"}, {"c", "4"}}})
	require.Equal(t, []manifestFile{{"a", "1"}, {"b", "2"}, {"c", "4"}}, between.Files)
	require.Contains(t, between.Identifiers, "old")
	require.Len(t, old.Files, 2)
}

// A manifest is announced as it stays where nothing was before, and else first
// with what is on its way out.
func TestAnnouncedManifest(t *testing.T) {
	dir := t.TempDir()
	announced := func(tree Tree) (first, last []write) {
		all, err := compare([]Tree{tree})
		require.NoError(t, err)
		all.close()
		return all[0].announced, all[0].recorded
	}
	first, last := announced(treeAt(dir, "a.go", header))
	require.Len(t, first, 1)
	require.Empty(t, last)
	generate(t, treeAt(dir, "a.go", header))
	require.Equal(t, string(first[0].Content), get(t, dir, manifestName))

	first, last = announced(treeAt(dir, "b.go", header))
	require.Len(t, first, 1)
	require.Len(t, last, 1)
	require.Contains(t, string(first[0].Content), `"a.go"`)
	require.NotContains(t, string(last[0].Content), `"a.go"`)

	first, last = announced(treeAt(dir, "a.go", header+"new"))
	require.Empty(t, first, "every file is known")
	require.Len(t, last, 1)
}
