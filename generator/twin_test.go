package generator_test

import (
	"io/fs"
	"os"
	"path"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	embedded "github.com/statusgen/statusgen"
	"github.com/statusgen/statusgen/generator/internal/check"
	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
	"github.com/statusgen/statusgen/generator/internal/load"
	"github.com/statusgen/statusgen/generator/internal/render"
	"github.com/statusgen/statusgen/generator/internal/render/golang"
	"github.com/statusgen/statusgen/generator/internal/render/tmpl"
	"github.com/statusgen/statusgen/generator/internal/tree"
)

// TestTwins proves of every source that any test or document has, and of every
// table that is built in, what FuzzText proves of any text: the outputs and
// those of the benign twin are one program, whose texts come back byte for
// byte.
func TestTwins(t *testing.T) {
	t.Run("built in", func(t *testing.T) {
		require.Equal(t, 3, provesTwins(t, os.DirFS(root), "codes.yaml", shippedLanguages...))
	})
	proved := 0
	for _, source := range sources(t) {
		t.Run(source.origin, func(t *testing.T) {
			proved += provesTwins(t, source.fsys, source.name, shippedLanguages...)
		})
	}
	for _, c := range hostileCases(t) {
		if c.status == 0 && len(c.source) < 1<<20 {
			t.Run(c.id, func(t *testing.T) {
				proved += provesTwins(t, fstest.MapFS{"codes.yaml": {Data: []byte(c.source)}}, "codes.yaml", shippedLanguages...)
			})
		}
	}
	require.Greater(t, proved, 300)
}

// shippedLanguages are those with programs for outputs.
var shippedLanguages = []string{"go", "typescript", "python"}

// provesTwins compares the outputs of a source with those of its benign twin,
// in every language that can show it, and gives how many those are.
func provesTwins(t testing.TB, fsys fs.FS, name string, languages ...string) int {
	t.Helper()
	proved := 0
	catalog, disguised := parsed(fsys, name), parsed(fsys, name)
	if catalog == nil || len(catalog.Tables) == 0 {
		return 0
	}
	words := twinOf(t, disguised)
	for _, language := range languages {
		files, ok := outputsIn(t, catalog, language)
		if !ok {
			continue // a finding says why
		}
		twins, ok := outputsIn(t, disguised, language)
		require.True(t, ok, "its twin has no %s", language)
		require.Len(t, twins, len(files))
		for i, file := range files {
			requireTwins(t, words, file, twins[i])
		}
		proved++
	}
	return proved
}

func requireTwins(t testing.TB, words *twin, file, other tree.File) {
	t.Helper()
	require.Equal(t, file.Path, other.Path)
	is, ok := shapeOf(t, file.Path, string(file.Content))
	if !ok {
		return
	}
	was, _ := shapeOf(t, other.Path, string(other.Content))
	require.Empty(t, is.Fault+was.Fault, "%s:\n%s", file.Path, file.Content)
	require.True(t, is.Tree == was.Tree, "the syntax tree of %s is not that of its benign twin:\n%s", file.Path, file.Content)
	require.Len(t, is.Texts, len(was.Texts))
	for i, text := range is.Texts {
		if plain := words.undisguised(was.Texts[i]); text != plain {
			require.Equal(t, codes.Fold(plain), text, "%s has changed a text", file.Path)
		}
	}
}

// parsed reads a source as the command does; where a finding stops it, it gives
// nothing.
func parsed(fsys fs.FS, name string) *codes.Catalog {
	catalog, found := load.Parse(fsys, name)
	if found = append(found, check.Catalog(catalog)...); found.HasErrors() {
		return nil
	}
	return catalog
}

// outputsIn renders a catalogue in a shipped language, with package files; ok
// is false where a finding stops it.
func outputsIn(t testing.TB, catalog *codes.Catalog, language string) (files []tree.File, ok bool) {
	t.Helper()
	target := shippedTarget(t, language)
	for _, declared := range catalog.Targets {
		target.Declared.Header = declared.Header
	}
	view, found := render.Plan(catalog, target)
	if found.HasErrors() {
		return nil, false
	}
	files, err := target.Render(view)
	require.NoError(t, err)
	return files, true
}

// shippedTarget is a target of a shipped language with a package, if it can
// have one.
func shippedTarget(t testing.TB, name string) *render.Target {
	t.Helper()
	dir := path.Join("templates", name)
	language, found := load.Language(embedded.Files, dir)
	require.Empty(t, found)
	given := func(value string) codes.At[string] {
		return codes.At[string]{Value: value, Pos: diag.Pos{File: "test", Line: 1, Column: 1}}
	}
	target := &render.Target{
		Declared: &codes.Target{Name: given(name)},
		Language: language,
		Renderer: golang.Renderer{},
	}
	if language.Renderer != golang.Name {
		files, err := fs.Sub(embedded.Files, dir)
		require.NoError(t, err)
		target.Renderer = tmpl.Renderer{FS: files}
	}
	if rule := language.Package; rule.Name != "" {
		target.Declared.Package = &codes.Package{Name: given("twin"), Version: given("1.0.0")}
		if rule.Module != "" {
			target.Declared.Package.Module = given("twin")
		}
	}
	return target
}
