package generator_test

import (
	"io"
	"path/filepath"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	product "github.com/statusgen/statusgen"
	"github.com/statusgen/statusgen/generator/internal/check"
	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/evolve"
	"github.com/statusgen/statusgen/generator/internal/load"
	"github.com/statusgen/statusgen/generator/internal/render"
)

// FuzzDiff compares any two sources that can be read: it never panics, every
// change is of a rule and says something, and a source compared with itself has
// none. The seeds are the pairs of testdata/diff and the sources of transcripts.
func FuzzDiff(f *testing.F) {
	for _, c := range allChanged(f) {
		f.Add(c.get("old/codes.yaml").Data, c.get("new/codes.yaml").Data)
	}
	var last []byte
	for _, source := range sources(f) {
		f.Add(last, source.content)
		last = source.content
	}
	languages := map[string]*codes.Language{}
	for _, name := range []string{"go", "typescript", "python"} {
		language, found := load.Language(product.Files, filepath.ToSlash(filepath.Join("templates", name)))
		require.False(f, found.HasErrors())
		languages[name] = language
	}
	f.Fuzz(func(t *testing.T, old, now []byte) {
		before, readable := sideOf(old, languages)
		if !readable {
			return
		}
		again, _ := sideOf(old, languages)
		require.Empty(t, evolve.Compare(before, again), "a source has changed from itself")
		after, readable := sideOf(now, languages)
		if !readable {
			return
		}
		changes := evolve.Compare(before, after)
		for _, c := range changes {
			require.NotEmpty(t, c.Message, c.Rule.Name)
		}
		require.NoError(t, evolve.WriteMarkdown(io.Discard, changes))
		left, _, _ := evolve.Suppress(changes, after.Catalog.Suppress)
		require.LessOrEqual(t, len(left), len(changes))
		evolve.Due(after.Catalog, "2027-01-31")
	})
}

// sideOf reads a source and plans its targets if it is sound.
func sideOf(source []byte, languages map[string]*codes.Language) (side evolve.Side, readable bool) {
	catalog, found := load.Parse(fstest.MapFS{"codes.yaml": {Data: source}}, "codes.yaml")
	if found.HasErrors() {
		return side, false
	}
	side = evolve.Side{File: "codes.yaml", Catalog: catalog}
	if check.Catalog(catalog).HasErrors() {
		return side, true // it has no plans
	}
	for _, target := range catalog.Targets {
		language := languages[target.Speaks()]
		if language == nil {
			continue
		}
		view, _ := render.Plan(catalog.For(target), &render.Target{Declared: target, Language: language})
		output := &evolve.Output{Target: target.Name.Value, Language: language.Title, Where: target.Out.Value}
		declared := render.DeclaredIn(view)
		for _, table := range view.Tables {
			for _, n := range declared[table.Name] {
				output.Names = append(output.Names, evolve.Name{Table: table.Name, Role: n.Role, Name: n.Name, Identifier: n.Identifier, Code: n.Code})
			}
		}
		side.Outputs = append(side.Outputs, output)
	}
	return side, true
}
