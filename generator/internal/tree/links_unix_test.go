//go:build unix

package tree

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"
)

// FS-12.
func TestASymlinkedFileIsReplacedAndItsTargetKept(t *testing.T) {
	for name, target := range map[string]string{
		"outside":   "../victim",
		"inside":    "inside.go",
		"to itself": "link.go",
		"dangling":  "nowhere",
		"directory": "dir",
	} {
		t.Run(name, func(t *testing.T) {
			parent := t.TempDir()
			dir := filepath.Join(parent, "gen")
			put(t, parent, "victim", "precious")
			put(t, dir, "inside.go", header)
			put(t, dir, "dir/kept", "precious")
			link := filepath.Join(dir, "link.go")
			require.NoError(t, os.Symlink(target, link))
			tree := treeAt(dir, "link.go", header+"new", "inside.go", header)

			report := diff(t, tree)
			require.Equal(t, "gen/link.go is modified: it is a symbolic link", report.Changes[0].String())
			require.Empty(t, report.Changes[0].Unified())
			generate(t, tree)
			info, err := os.Lstat(link)
			require.NoError(t, err)
			require.True(t, info.Mode().IsRegular())
			require.Equal(t, header+"new", get(t, dir, "link.go"))
			require.Equal(t, "precious", get(t, parent, "victim"))
			require.Equal(t, "precious", get(t, dir, "dir/kept"))
			require.Equal(t, header, get(t, dir, "inside.go"))
			require.Empty(t, diff(t, tree).Changes)
		})
	}
}

func TestASymlinkedManifestIsNotFollowed(t *testing.T) {
	parent := t.TempDir()
	dir := filepath.Join(parent, "gen")
	put(t, parent, "elsewhere.json", `{"manifest": 1, "files": []}`)
	put(t, dir, "a.go", header)
	require.NoError(t, os.Symlink("../elsewhere.json", filepath.Join(dir, manifestName)))
	report := generate(t, treeAt(dir, "a.go", header))
	require.Len(t, report.Warnings, 1)
	require.Contains(t, report.Warnings[0].Text, "it is not a regular file")
	require.Equal(t, `{"manifest": 1, "files": []}`, get(t, parent, "elsewhere.json"))
	require.Contains(t, get(t, dir, manifestName), "a.go")
}

// FS-11.
func TestASymlinkedDirectoryMustStayInside(t *testing.T) {
	for name, target := range map[string]func(parent string) string{
		"relative": func(string) string { return "../outside" },
		"absolute": func(parent string) string { return filepath.Join(parent, "outside") },
		"dangling": func(string) string { return "nowhere" },
	} {
		t.Run(name, func(t *testing.T) {
			parent := t.TempDir()
			dir := filepath.Join(parent, "gen")
			put(t, parent, "outside/kept.go", header)
			put(t, dir, "a.go", header)
			require.NoError(t, os.Symlink(target(parent), filepath.Join(dir, "esc")))
			tree := treeAt(dir, "a.go", header+"new", "esc/sub/evil.go", header)
			before := list(t, parent)

			_, err := Write(context.Background(), []Tree{tree}, Options{Force: true})
			require.ErrorContains(t, err, "cannot read gen/esc/sub/evil.go: ")
			require.ErrorContains(t, err, "gen/esc is a symbolic link, and outputs are only written below gen: remove the link")
			require.Equal(t, before, list(t, parent))
			require.Equal(t, header, get(t, dir, "a.go"))
			_, err = Diff([]Tree{tree})
			require.ErrorContains(t, err, "gen/esc is a symbolic link")
		})
	}

	dir := t.TempDir()
	require.NoError(t, os.Mkdir(filepath.Join(dir, "real"), 0o777))
	require.NoError(t, os.Symlink("real", filepath.Join(dir, "link")))
	generate(t, treeAt(dir, "link/a.go", header))
	require.Equal(t, header, get(t, dir, "real/a.go"))
}

// A stale file behind a link that leads outside is not ours to remove.
func TestAStaleFileIsNotRemovedThroughALink(t *testing.T) {
	parent := t.TempDir()
	dir := filepath.Join(parent, "gen")
	generate(t, treeAt(dir, "sub/old.go", header))
	require.NoError(t, os.Rename(filepath.Join(dir, "sub"), filepath.Join(parent, "outside")))
	require.NoError(t, os.Symlink("../outside", filepath.Join(dir, "sub")))
	report := generate(t, treeAt(dir))
	require.Len(t, report.Warnings, 1)
	require.Contains(t, report.Warnings[0].Text, "gen/sub/old.go is no longer generated, but cannot read it: ")
	require.Equal(t, header, get(t, parent, "outside/old.go"))
}

// Nor is a link removed because the directory behind it has become empty.
func TestALinkToAnEmptiedDirectoryStays(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.Mkdir(filepath.Join(dir, "real"), 0o777))
	require.NoError(t, os.Symlink("real", filepath.Join(dir, "link")))
	generate(t, treeAt(dir, "link/old.go", header))
	require.Equal(t, 1, generate(t, treeAt(dir)).Removed())
	require.Equal(t, []string{".statusgen.json", "link", "real/"}, list(t, dir))
}

// FS-13.
func TestTheOutputDirectoryMayBeASymlink(t *testing.T) {
	parent := t.TempDir()
	require.NoError(t, os.Mkdir(filepath.Join(parent, "real"), 0o777))
	require.NoError(t, os.Symlink("real", filepath.Join(parent, "gen")))
	generate(t, treeAt(filepath.Join(parent, "gen"), "a.go", header))
	require.Equal(t, []string{"gen", "real/", "real/.statusgen.json", "real/a.go"}, list(t, parent))
}

// A link to nothing would be answered with "file exists", which nobody sees.
func TestALinkToNothingIsInTheWayOfTheOutputDirectory(t *testing.T) {
	for _, dir := range []string{"gen", "gen/sub/go"} {
		for _, target := range []string{"nowhere", "no/where", "../" + strings.Repeat("x", 255)} {
			parent := t.TempDir()
			link := filepath.Join(parent, "gen")
			require.NoError(t, os.Symlink(target, link))
			tree := treeAt(filepath.Join(parent, dir), "a.go", header)
			called := "gen"
			if dir != called {
				called = filepath.ToSlash(link)
			}
			told := "cannot open the output directory gen: " + called + " is a symbolic link to what is not there; remove the link, or make what it leads to"
			_, err := Write(context.Background(), []Tree{tree}, Options{Force: true})
			require.EqualError(t, err, told)
			_, err = Diff([]Tree{tree})
			require.EqualError(t, err, told)
			require.Equal(t, []string{"gen"}, list(t, parent))
		}
	}
	dir := t.TempDir()
	require.NoError(t, os.Mkdir(filepath.Join(dir, "real"), 0o777))
	require.NoError(t, os.Symlink("real", filepath.Join(dir, "link")))
	generate(t, treeAt(filepath.Join(dir, "link/sub/gen"), "a.go", header))
	require.Equal(t, header, get(t, dir, "real/sub/gen/a.go"))
}

func TestSpecialFilesAreInTheWay(t *testing.T) {
	for _, name := range []string{"a.go", manifestName} {
		dir := t.TempDir()
		require.NoError(t, syscall.Mkfifo(filepath.Join(dir, name), 0o666))
		_, err := Write(context.Background(), []Tree{treeAt(dir, "a.go", header)}, Options{Force: true})
		require.EqualError(t, err, "gen/"+name+" is in the way of an output: it is not a regular file; move it away")
		require.Equal(t, []string{name}, list(t, dir))
	}
}
