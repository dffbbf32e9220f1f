//go:build unix

package tree

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"
)

func init() { roles["nobody"] = asNobody }

// asNobody runs check and generate as a user whom permissions bind, which they
// do not bind root to.
func asNobody(dir string) {
	const nobody = 65534
	if os.Geteuid() == 0 {
		if err := errors.Join(syscall.Setgroups(nil), syscall.Setgid(nobody), syscall.Setuid(nobody)); err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
	}
	trees := readOnlyTrees(dir)
	reports, err := Diff(trees)
	for _, report := range reports {
		fmt.Println("check:", report, changes(report))
	}
	fmt.Println("check:", err)
	reports, err = Write(context.Background(), trees, Options{})
	fmt.Println("generate:", len(reports), err, errors.Is(err, fs.ErrPermission))
}

// readOnlyTrees gives a tree that anybody may write to, and one with a
// directory that nobody may.
func readOnlyTrees(dir string) []Tree {
	open, closed := treeAt(filepath.Join(dir, "open"), "a.go", header+"new"), treeAt(filepath.Join(dir, "closed"), "b.go", header+"new", "sub/c.go", header+"new")
	open.Name, closed.Name = "open", "closed"
	return []Tree{open, closed}
}

// FS-18, FS-19.
func TestReadOnlyDirectories(t *testing.T) {
	// Not t.TempDir: its parent keeps other users out.
	dir, err := os.MkdirTemp("", "tree")
	require.NoError(t, err)
	t.Cleanup(func() {
		for _, closed := range []string{"open", "closed", "closed/sub"} {
			require.NoError(t, os.Chmod(filepath.Join(dir, closed), 0o777))
		}
		require.NoError(t, os.RemoveAll(dir))
	})
	require.NoError(t, os.Chmod(dir, 0o755))
	put(t, dir, "open/a.go", header+"old")
	put(t, dir, "closed/b.go", header+"old")
	put(t, dir, "closed/sub/c.go", header+"old")
	for _, open := range []string{"open", "closed"} {
		require.NoError(t, os.Chmod(filepath.Join(dir, open), 0o777))
	}
	require.NoError(t, os.Chmod(filepath.Join(dir, "closed", "sub"), 0o555))
	before := list(t, dir)

	output, err := child(t, "nobody", dir).Output()
	require.NoError(t, err, string(output))
	require.Equal(t, `check: open: 2 written, 0 removed, 0 unchanged [open/a.go is modified open/.statusgen.json is missing]
check: closed: 3 written, 0 removed, 0 unchanged [closed/b.go is modified closed/sub/c.go is modified closed/.statusgen.json is missing]
check: <nil>
generate: 0 cannot write closed/sub/c.go: permission denied; no output was changed true
`, string(output))
	require.Equal(t, before, list(t, dir), "no temporary file is left")
	for _, name := range []string{"open/a.go", "closed/b.go", "closed/sub/c.go"} {
		require.Equal(t, header+"old", get(t, dir, name))
	}

	// A read-only file in a directory that is not: replaced, and still read-only.
	require.NoError(t, os.Chmod(filepath.Join(dir, "closed", "sub"), 0o777))
	require.NoError(t, os.Chmod(filepath.Join(dir, "closed", "b.go"), 0o444))
	output, err = child(t, "nobody", dir).Output()
	require.NoError(t, err)
	require.Contains(t, string(output), "generate: 2 <nil>")
	require.Equal(t, header+"new", get(t, dir, "closed/b.go"))
	require.Equal(t, fs.FileMode(0o444), mode(t, filepath.Join(dir, "closed", "b.go")))

	// And once all is up to date, a run needs no permission to write.
	for _, closed := range []string{"open", "closed", "closed/sub"} {
		require.NoError(t, os.Chmod(filepath.Join(dir, closed), 0o555))
	}
	output, err = child(t, "nobody", dir).Output()
	require.NoError(t, err)
	require.Contains(t, string(output), "generate: 2 <nil>")
}
