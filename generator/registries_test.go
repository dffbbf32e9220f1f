package generator_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/follow"
	"github.com/statusgen/statusgen/generator/internal/load"
	"github.com/statusgen/statusgen/generator/internal/registry"
)

// registries lists the extracts of IANA's registries.
func registries(t testing.TB) []string {
	t.Helper()
	files, err := filepath.Glob("testdata/registries/*.xml")
	require.NoError(t, err)
	require.Len(t, files, len(registry.Registries))
	return files
}

// TestRegistries compares our tables with the registries that they follow. The
// golden has each difference, and why there is one. UPDATE=1 rewrites it.
func TestRegistries(t *testing.T) {
	var all strings.Builder
	for _, file := range registries(t) {
		_, said, status := statusgen(t, ".", "import", "iana", "--check", "--in", filepath.Join(root, "codes.yaml"), file)
		fmt.Fprintf(&all, "== %s: exit %d\n%s", filepath.Base(file), status, said)
	}
	golden := "testdata/registries/differences.golden"
	if os.Getenv("UPDATE") != "" {
		write(t, golden, all.String())
	}
	require.Equal(t, read(t, golden), all.String(), "run make update")
	for _, r := range registry.Registries {
		for code, why := range r.Apart {
			require.Contains(t, all.String(), "differ in "+code+", because "+why, "this is no difference any more")
		}
	}
}

// followed gives a table of ours, and what a registry says of it.
type followed struct {
	registry *registry.Registry
	table    string
	rows     []registry.Row
}

// eachFollowed reads each registry that a table of ours follows.
func eachFollowed(t *testing.T, do func(*testing.T, followed)) {
	for _, file := range registries(t) {
		sheets, found := registry.Read([]byte(read(t, file)), file)
		require.Empty(t, found)
		for _, r := range registry.Registries {
			for _, sheet := range sheets {
				if sheet.ID != r.ID || r.Table == "smtp_enhanced" {
					continue
				}
				rows, found := r.Rows(sheet)
				require.Empty(t, found)
				t.Run(r.ID, func(t *testing.T) { do(t, followed{r, r.Table, rows}) })
			}
		}
	}
}

// ours gives a fresh copy of our tables, to be changed.
func ours(t *testing.T) *codes.Catalog {
	t.Helper()
	catalog, found := load.Parse(os.DirFS(root), "codes.yaml")
	require.False(t, found.HasErrors())
	return catalog
}

// TestRegistriesAreSeen changes what our tables say of each code that a
// registry has: each time that is one difference, under its rule.
func TestRegistriesAreSeen(t *testing.T) {
	eachFollowed(t, func(t *testing.T, f followed) {
		catalog := ours(t)
		table := catalog.Table(f.table)
		rules := func() (names []string) {
			for _, d := range follow.IANA(catalog, table, f.registry, f.rows).Found {
				names = append(names, d.Rule.Name)
			}
			return names
		}
		require.Empty(t, rules())
		seen := 0
		for _, code := range table.Codes {
			if !hasRow(f, code) {
				continue
			}
			seen++
			was := *code
			code.Value.Value = stranger(table.Kind)
			whole := table
			table = &codes.Table{Name: table.Name, Kind: table.Kind, Properties: table.Properties, Codes: table.Codes, Reference: table.Reference}
			require.ElementsMatch(t, []string{"registry-has", "registry-lacks"}, rules(), was.Name.Value)
			*code, table = was, whole

			if was.Phrase.Value != "" && hasPhrase(f, code) && isLast(table, code, f.registry) && !isTwice(f, code) {
				code.Phrase.Value = "Something Else"
				require.Equal(t, []string{"registry-differs"}, rules())
				*code = was
				code.Lifecycle = codes.At[codes.Lifecycle]{Value: codes.Temporary, Pos: was.Value.Pos}
				if was.Lifecycle.Value != codes.Temporary {
					require.Equal(t, []string{"registry-differs"}, rules())
				}
			}
			*code = was
			require.Empty(t, rules())
		}
		require.Greater(t, seen, 10)
	})
}

// stranger is a code that no registry has.
func stranger(kind codes.Kind) codes.Value {
	if kind == codes.Text {
		return codes.TextValue("5.31")
	}
	return codes.IntegerValue(599)
}

// hasRow reports whether a registry has a code, and not only its vacancy.
func hasRow(f followed, code *codes.Code) bool {
	for _, row := range f.rows {
		if codeOf(row) == code.Value.Value.String() {
			return !row.Vacant && f.registry.Apart[row.Code] == ""
		}
	}
	return false
}

// hasPhrase reports whether a registry has words for a code.
func hasPhrase(f followed, code *codes.Code) bool {
	return slices.ContainsFunc(f.rows, func(row registry.Row) bool {
		return codeOf(row) == code.Value.Value.String() && row.Phrase != ""
	})
}

// isTwice reports whether more rows than one are about a code.
func isTwice(f followed, code *codes.Code) bool {
	rows := 0
	for _, row := range f.rows {
		if codeOf(row) == code.Value.Value.String() {
			rows++
		}
	}
	return rows > 1
}

func codeOf(row registry.Row) string {
	var n int64
	if _, err := fmt.Sscanf(row.Code, "0x%x", &n); err == nil {
		return fmt.Sprint(n)
	}
	if strings.Contains(row.Code, ".") {
		return fmt.Sprintf("%q", row.Code)
	}
	return row.Code
}

// isLast reports whether a registry is the one that decides about a code.
func isLast(table *codes.Table, code *codes.Code, r *registry.Registry) bool {
	p := table.Property(r.Part[0])
	if p == nil {
		return true
	}
	items := table.FactOf(code, p).Items
	return items[len(items)-1].Value == r.Part[1]
}

// TestRegistriesFillTables starts from tables with no code, and with one: an
// import gives them all that the registry has, in canonical form and as check
// wants it, and a second import has nothing to do.
func TestRegistriesFillTables(t *testing.T) {
	files := map[string]string{}
	for _, file := range registries(t) {
		content, err := filepath.Abs(file)
		require.NoError(t, err)
		for _, r := range registry.Registries {
			if strings.Contains(read(t, file), `id="`+r.ID+`"`) {
				files[r.ID] = content
			}
		}
	}
	for _, r := range registry.Registries {
		t.Run(r.ID, func(t *testing.T) {
			kind, first := "integer", `{code: 200, name: first}`
			if r.ID == "response-codes" || r.Table == "smtp_enhanced" {
				kind, first = "text", `{code: "2.31", name: first}`
			}
			for style, list := range map[string]string{"none": " []\n", "flow": " [" + first + "]\n", "block": "\n      # the first\n\n      - " + unflow(first) + "\n"} {
				var source strings.Builder
				fmt.Fprintf(&source, "version: 1\ntables:\n  %s:\n    kind: %s\n", r.Table, kind)
				if r.Property != "" {
					fmt.Fprintf(&source, "    properties: {%s: {type: text}}\n", r.Property)
				}
				if r.Part[0] != "" {
					fmt.Fprintf(&source, "    properties: {%s: {type: one_of, many: true, values: [%s]}}\n", r.Part[0], r.Part[1])
				}
				fmt.Fprintf(&source, "    codes:%s", list)
				dir := t.TempDir()
				write(t, filepath.Join(dir, "codes.yaml"), source.String())
				args := []string{"import", "iana", "--registry", r.ID, files[r.ID]}
				diff, _, status := statusgen(t, dir, args...)
				require.Zero(t, status, style)
				require.NotEmpty(t, diff, style)
				_, said, status := statusgen(t, dir, append(args, "--write")...)
				require.Zero(t, status, "%s: %s", style, said)
				_, said, status = statusgen(t, dir, "check")
				require.Zero(t, status, "%s: %s", style, said)
				again, said, status := statusgen(t, dir, args...)
				require.Zero(t, status, style)
				require.Empty(t, again, said)
				_, said, status = statusgen(t, dir, "fmt", "--check")
				require.Zero(t, status, said)
				catalog, found := load.Parse(os.DirFS(dir), "codes.yaml")
				require.Empty(t, found)
				require.Greater(t, len(catalog.Tables[0].Codes), 10)
			}
		})
	}
}

// unflow writes a mapping on lines of its own.
func unflow(mapping string) string {
	fields := regexp.MustCompile(`, `).ReplaceAllString(strings.Trim(mapping, "{}"), "\n        ")
	return strings.ReplaceAll(fields, "first", "first # of all")
}
