package load

import (
	"fmt"
	"io/fs"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/statusgen/statusgen/generator/internal/codes"
)

// files gives a file system of name and content in turns.
func files(namesAndContents ...string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for i := 0; i < len(namesAndContents); i += 2 {
		fsys[namesAndContents[i]] = &fstest.MapFile{Data: []byte(namesAndContents[i+1])}
	}
	return fsys
}

// tableOf gives a source with one table.
func tableOf(name string) string { return "version: 1\ntables:\n  " + name + ": {codes: []}\n" }

// parsed reads a source of several files, and gives what it found as
// "file:line:column rule".
func parsed(fsys fstest.MapFS, name string) (*codes.Catalog, []string) {
	catalog, found := Parse(fsys, name)
	all := []string{}
	for _, d := range found {
		all = append(all, fmt.Sprintf("%s %s", d.Pos, d.Rule.Name))
	}
	return catalog, all
}

func TestInclude(t *testing.T) {
	fsys := files(
		"a[b]/codes.yaml", "include: [z.yaml, 'tables/*.yaml', 'deep/[a-c]?/*/t.yaml', '.*/x.yaml']\n"+tableOf("main"),
		"a[b]/z.yaml", tableOf("z"),
		"a[b]/tables/b.yaml", tableOf("b"),
		"a[b]/tables/a.yaml", tableOf("a"),
		"a[b]/tables/.a.yaml", "hidden",
		"a[b]/tables/a.yml", "another ending",
		"a[b]/tables/dir.yaml/c.yaml", "deeper than the pattern",
		"a[b]/deep/c0/y/t.yaml", tableOf("y"),
		"a[b]/deep/b1/x/t.yaml", tableOf("x"),
		"a[b]/deep/d1/x/t.yaml", "out of the range",
		"a[b]/.h/x.yaml", tableOf("h"),
		"z.yaml", "outside",
	)
	catalog, found := parsed(fsys, "a[b]/codes.yaml")
	require.Empty(t, found)
	var names []string
	for _, table := range catalog.Tables {
		names = append(names, table.Name.Value+" "+table.Name.Pos.String())
	}
	require.Equal(t, []string{
		"main a[b]/codes.yaml:4:3",
		"z a[b]/z.yaml:3:3",
		"a a[b]/tables/a.yaml:3:3", "b a[b]/tables/b.yaml:3:3",
		"x a[b]/deep/b1/x/t.yaml:3:3", "y a[b]/deep/c0/y/t.yaml:3:3",
		"h a[b]/.h/x.yaml:3:3",
	}, names)
}

var includeFaults = []struct {
	id   string
	fsys fstest.MapFS
	want []string
}{
	{"nothing", files("codes.yaml", "include: [codes/*.yaml, b.yaml]\n"+tableOf("a")), []string{
		"codes.yaml:1:11 include-nothing", "codes.yaml:1:25 include-nothing"}},
	{"no path below", files("codes.yaml", "include: [/a.yaml, ../a.yaml, a//b, './a', 'a\\b', 'a:b', 'a[', \"a\\0\", '']\n"+tableOf("a")), []string{
		"codes.yaml:1:11 include-path", "codes.yaml:1:20 include-path", "codes.yaml:1:31 include-path", "codes.yaml:1:37 include-path",
		"codes.yaml:1:44 include-path", "codes.yaml:1:51 include-path", "codes.yaml:1:58 include-path", "codes.yaml:1:64 include-path",
		"codes.yaml:1:71 entry-empty"}},
	{"twice, and itself", files("codes.yaml", "include: ['b.*', '*.yaml']\n"+tableOf("a"), "b.yaml", tableOf("b")), []string{
		"codes.yaml:1:18 include-twice", "codes.yaml:1:18 include-twice"}},
	{"what the including file says", files("codes.yaml", "include: [b.yaml]\n"+tableOf("a"),
		"b.yaml", "include: [c.yaml]\ntargets: {}\nwords: {}\n"+tableOf("b")), []string{
		"b.yaml:1:1 unknown-field", "b.yaml:2:1 unknown-field", "b.yaml:3:1 unknown-field"}},
	{"faults of all files", files("codes.yaml", "include: ['*/*']\nversion: 2\ntables: {a: {kind: float, codes: []}}\n",
		"t/a.yaml", "version: 1\n", "t/b.yaml", "version: 1\ntables: [\n", "t/c.yaml", "version: 1\ntables: {b: {codes: 1}}\n"), []string{
		"codes.yaml:2:10 wrong-version", "codes.yaml:3:20 unknown-value",
		"t/a.yaml:1:1 missing-field", "t/b.yaml:2:9 yaml-syntax", "t/c.yaml:2:21 expected-list"}},
	{"a file that is none", fstest.MapFS{
		"codes.yaml": {Data: []byte("include: ['*.yml']\n" + tableOf("a"))},
		"b.yml":      {Mode: fs.ModeNamedPipe}}, []string{"b.yml source-not-regular"}},
}

func TestIncludeFaults(t *testing.T) {
	for _, c := range includeFaults {
		t.Run(c.id, func(t *testing.T) {
			_, found := parsed(c.fsys, "codes.yaml")
			require.Equal(t, c.want, found)
		})
	}
}
