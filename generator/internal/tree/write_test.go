package tree

import (
	"context"
	"os"
	"path/filepath"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func TestWriteThenDiff(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "not", "there")
	tree := treeAt(dir, "a.go", header+"a", "sub/deep/b.go", header+"b", "py.typed", "")

	require.Equal(t, []string{"gen/a.go is missing", "gen/sub/deep/b.go is missing", "gen/py.typed is missing", "gen/.statusgen.json is missing"}, changes(diff(t, tree)))
	require.NoDirExists(t, filepath.Dir(dir), "Diff only reads")

	report := generate(t, tree)
	require.Equal(t, "gen: 4 written, 0 removed, 0 unchanged", report.String())
	require.Empty(t, report.Warnings)
	require.Equal(t, []string{".statusgen.json", "a.go", "py.typed", "sub/", "sub/deep/", "sub/deep/b.go"}, list(t, dir))
	require.Equal(t, header+"b", get(t, dir, "sub/deep/b.go"))
	require.Empty(t, diff(t, tree).Changes)
	require.Equal(t, "gen: 0 written, 0 removed, 4 unchanged", generate(t, tree).String())
}

func TestWriteSeveralTrees(t *testing.T) {
	dir := t.TempDir()
	trees := []Tree{
		{Dir: filepath.Join(dir, "go"), Name: "gen/go", Files: []File{{Path: "a.go", Content: []byte(header)}}},
		{Dir: dir, Name: "gen", Files: []File{{Path: "a.md", Content: []byte("a")}}},
	}
	reports, err := Write(context.Background(), trees, Options{})
	require.NoError(t, err)
	require.Equal(t, "gen/go: 2 written, 0 removed, 0 unchanged", reports[0].String())
	require.Equal(t, "gen: 2 written, 0 removed, 0 unchanged", reports[1].String())
	require.Equal(t, []string{".statusgen.json", "a.md", "go/", "go/.statusgen.json", "go/a.go"}, list(t, dir))
}

// FS-25.
func TestEqualFilesAreNotTouched(t *testing.T) {
	dir := t.TempDir()
	generate(t, treeAt(dir, "same.go", header, "other.go", header+"1"))
	past := time.Now().Add(-time.Hour).Truncate(time.Second)
	for _, name := range []string{"same.go", "other.go", manifestName} {
		require.NoError(t, os.Chtimes(filepath.Join(dir, name), past, past))
	}
	touched := func(name string) bool {
		info, err := os.Stat(filepath.Join(dir, name))
		require.NoError(t, err)
		return !info.ModTime().Equal(past)
	}

	generate(t, treeAt(dir, "same.go", header, "other.go", header+"1"))
	require.False(t, touched("same.go") || touched("other.go") || touched(manifestName))

	report := generate(t, treeAt(dir, "same.go", header, "other.go", header+"2"))
	require.Equal(t, "gen: 2 written, 0 removed, 1 unchanged", report.String())
	require.False(t, touched("same.go"))
	require.True(t, touched("other.go") && touched(manifestName))
}

// FS-16.
func TestAHandEditIsNamedAndOverwritten(t *testing.T) {
	dir := t.TempDir()
	tree := treeAt(dir, "a.json", "{}\n") // no marker: the manifest knows that it is ours
	generate(t, tree)
	put(t, dir, "a.json", "{1}\n")

	report := diff(t, tree)
	require.Equal(t, []string{"gen/a.json is modified"}, changes(report))
	require.Equal(t, "--- gen/a.json\n+++ gen/a.json\n@@ -1 +1 @@\n-{1}\n+{}\n", report.Changes[0].Unified())
	require.Equal(t, "gen: 1 written, 0 removed, 1 unchanged", generate(t, tree).String())
	require.Equal(t, "{}\n", get(t, dir, "a.json"))
}

// FS-14.
func TestADirectoryInTheWayChangesNothing(t *testing.T) {
	for name, obstacle := range map[string]string{
		"directory where a file goes": "z.go/kept.txt",
		"file where a directory goes": "z",
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			put(t, dir, obstacle, "mine")
			before := list(t, dir)
			fresh := filepath.Join(dir, "fresh")
			trees := []Tree{{Dir: fresh, Name: "fresh", Files: []File{{Path: "a.go", Content: []byte(header)}}}, treeAt(dir, "a.go", header, "z.go", header, "z/b.go", header)}

			_, err := Write(context.Background(), trees, Options{Force: true})
			require.ErrorContains(t, err, "gen/z")
			require.ErrorContains(t, err, "in the way")
			require.Equal(t, before, list(t, dir), "nothing was written, not even in the other tree")
			_, err = Diff(trees)
			require.ErrorContains(t, err, "in the way")
		})
	}
}

func TestTheOutputDirectoryIsAFile(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "gen", "mine")
	_, err := Write(context.Background(), []Tree{treeAt(filepath.Join(dir, "gen"), "a.go", header)}, Options{})
	require.ErrorContains(t, err, "cannot open the output directory gen: ")
	require.Equal(t, "mine", get(t, dir, "gen"))
}

func TestCancelledBeforeTheFirstRename(t *testing.T) {
	dir := t.TempDir()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := Write(ctx, []Tree{treeAt(filepath.Join(dir, "x", "gen"), "a.go", header)}, Options{})
	require.ErrorIs(t, err, context.Canceled)
	require.ErrorContains(t, err, "no output was changed")
	require.Empty(t, list(t, dir))
}

// cancelAfter is cancelled after some looks at it: so a test reaches every
// moment at which Write asks.
type cancelAfter struct {
	context.Context
	looks atomic.Int64 // by several goroutines at once
}

func newCancelAfter(looks int) *cancelAfter {
	c := &cancelAfter{Context: context.Background()}
	c.looks.Store(int64(looks))
	return c
}

func (c *cancelAfter) Err() error {
	if c.looks.Add(-1) < 0 {
		return context.Canceled
	}
	return nil
}

func TestCancelledAtAnyMoment(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "gen/a.go", header+"old")
	before := list(t, dir)
	tree := treeAt(filepath.Join(dir, "gen"), "a.go", header+"new", "sub/b.go", header)
	outer := Tree{Dir: filepath.Join(dir, "p"), Name: "p", Files: tree.Files}
	inner := Tree{Dir: filepath.Join(dir, "p", "q"), Name: "p/q", Files: tree.Files}
	for looks := 0; ; looks++ {
		_, err := Write(newCancelAfter(looks), []Tree{tree, outer, inner}, Options{})
		if err == nil {
			require.Greater(t, looks, 8, "Write looks before each file and before the first rename")
			break
		}
		require.ErrorContains(t, err, "stopped")
		require.Equal(t, before, list(t, dir))
		require.Equal(t, header+"old", get(t, dir, "gen/a.go"))
	}
	require.Empty(t, diff(t, tree).Changes)
}

func TestLeftOverTemporaryFilesAreSwept(t *testing.T) {
	dir := t.TempDir()
	tree := treeAt(dir, "a/b/c.go", header)
	generate(t, tree)
	put(t, dir, ".statusgen-1.tmp", "half")
	put(t, dir, "a/.statusgen-2.tmp", "half")
	put(t, dir, "a/b/.statusgen-3.tmp", "half")
	put(t, dir, "a/b/.statusgen-4.tmp/mine", "a directory is not ours")
	put(t, dir, "a/b/statusgen-5.tmp", "nor is this")
	put(t, dir, "x/.statusgen-6.tmp", "nor anything where no outputs are")

	require.Empty(t, generate(t, tree).Changes)
	require.Equal(t, []string{
		".statusgen.json", "a/", "a/b/", "a/b/.statusgen-4.tmp/", "a/b/.statusgen-4.tmp/mine",
		"a/b/c.go", "a/b/statusgen-5.tmp", "x/", "x/.statusgen-6.tmp",
	}, list(t, dir))
}
