package generator_test

import (
	"os"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
	"github.com/statusgen/statusgen/generator/internal/edit"
	"github.com/statusgen/statusgen/generator/internal/follow"
	"github.com/statusgen/statusgen/generator/internal/load"
	"github.com/statusgen/statusgen/generator/internal/registry"
)

// FuzzImport compares any source with any registry: what the edits give can be
// read again, and there is nothing left to edit in it. The seeds are the
// sources of the transcripts, with a registry each.
func FuzzImport(f *testing.F) {
	files := registries(f)
	for i, source := range sources(f) {
		file, err := os.ReadFile(files[i%len(files)])
		require.NoError(f, err)
		f.Add(source.content, file)
	}
	f.Fuzz(func(t *testing.T, source, file []byte) {
		sheets, _ := registry.Read(file, "registry")
		before, found := load.Parse(fstest.MapFS{"codes.yaml": {Data: source}}, "codes.yaml")
		if found.HasErrors() || len(sheets) == 0 {
			return
		}
		for i, table := range before.Tables {
			for _, compare := range comparisons(sheets[0]) {
				result := compare(before, table)
				edited, err := edit.Changed(source, follow.Order, result.Changes["codes.yaml"])
				if err != nil {
					continue // a way of writing that is left to the author
				}
				fsys := fstest.MapFS{"codes.yaml": {Data: edited}}
				after, found := load.Parse(fsys, "codes.yaml")
				require.False(t, found.HasErrors(), "%s\n%s", messages(found), edited)
				require.Empty(t, compare(after, after.Tables[i]).Changes, "%s", edited)
			}
		}
	})
}

// comparisons gives the ways to compare a table with a sheet.
func comparisons(sheet *registry.Sheet) []func(*codes.Catalog, *codes.Table) follow.Result {
	all := []func(*codes.Catalog, *codes.Table) follow.Result{func(c *codes.Catalog, t *codes.Table) follow.Result {
		entries, _ := registry.Entries(sheet, follow.Fields(t), nil)
		return follow.List(c, t, "list", nil, entries)
	}}
	for _, r := range registry.Registries[:3] {
		all = append(all, func(c *codes.Catalog, t *codes.Table) follow.Result {
			rows, _ := r.Rows(sheet)
			return follow.IANA(c, t, r, rows)
		})
	}
	return all
}

func messages(found diag.List) (all []string) {
	for _, d := range found {
		all = append(all, d.Pos.String()+": "+d.Message)
	}
	return all
}
