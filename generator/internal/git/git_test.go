package git_test

import (
	"context"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/statusgen/statusgen/generator/internal/git"
)

// repository makes a repository of some files, all of them in one commit.
func repository(t *testing.T) (dir string) {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("there is no git to ask")
	}
	dir = t.TempDir()
	t.Setenv("HOME", dir)
	t.Setenv("GIT_CONFIG_NOSYSTEM", "1")
	for name, content := range map[string]string{"codes.yaml": "a", "api/codes.yaml": "b", "api/codes/x y.yaml": "c", "api/codes/ü\n.yaml": "d"} {
		require.NoError(t, os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o777))
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(content), 0o666))
	}
	ask(t, dir, "init", "-q")
	ask(t, dir, "add", ".")
	ask(t, dir, "-c", "user.name=x", "-c", "user.email=x@example.com", "commit", "-qm", "first")
	return dir
}

func ask(t *testing.T, dir string, args ...string) {
	t.Helper()
	command := exec.Command("git", args...)
	command.Dir = dir
	out, err := command.CombinedOutput()
	require.NoError(t, err, string(out))
}

func head(t *testing.T, dir string) *git.Tree {
	t.Helper()
	r, err := git.Open(context.Background(), dir)
	require.NoError(t, err)
	tree, err := r.Commit("HEAD")
	require.NoError(t, err)
	return tree
}

// TestTree holds a commit to being a file system like any other.
func TestTree(t *testing.T) {
	tree := head(t, repository(t))
	require.NoError(t, fstest.TestFS(tree, "codes.yaml", "api/codes.yaml", "api/codes/x y.yaml", "api/codes/ü\n.yaml"))
	for _, name := range []string{"api/none.yaml", "codes.yaml/x", "none/codes.yaml"} {
		_, err := tree.Stat(name)
		require.ErrorIs(t, err, fs.ErrNotExist, name)
	}
	_, err := tree.Open("../codes.yaml")
	require.ErrorIs(t, err, fs.ErrInvalid)
}

// TestLinks holds symbolic links to leading where they lead on disk, and
// nowhere else.
func TestLinks(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("making a symbolic link takes a privilege there")
	}
	dir := repository(t)
	for name, to := range map[string]string{
		"link.yaml": "api/codes.yaml", "api/up.yaml": "../codes.yaml", "sub": "api/codes", "round": "round",
		"out.yaml": "../../etc/passwd", "abs.yaml": "/etc/passwd",
	} {
		require.NoError(t, os.Symlink(to, filepath.Join(dir, name)))
	}
	longer := filepath.Join(t.TempDir(), "link") // than any that a file system takes
	require.NoError(t, os.WriteFile(longer, []byte(strings.Repeat("./", 4<<10)+"codes.yaml"), 0o666))
	blob, err := exec.Command("git", "-C", dir, "hash-object", "-w", longer).Output()
	require.NoError(t, err)
	ask(t, dir, "update-index", "--add", "--cacheinfo", "120000,"+strings.TrimSpace(string(blob))+",long.yaml")
	ask(t, dir, "add", "--ignore-removal", ".")
	ask(t, dir, "-c", "user.name=x", "-c", "user.email=x@example.com", "commit", "-qm", "second")
	tree := head(t, dir)
	for name, want := range map[string]string{"link.yaml": "b", "api/up.yaml": "a", "sub/x y.yaml": "c"} {
		content, err := fs.ReadFile(tree, name)
		require.NoError(t, err, name)
		require.Equal(t, want, string(content), name)
	}
	for _, name := range []string{"round", "out.yaml", "abs.yaml", "long.yaml"} {
		_, err := fs.ReadFile(tree, name)
		require.Error(t, err, name)
	}
}

// TestOpen holds a repository to knowing where one of its directories is, and
// everything else to a reason.
func TestOpen(t *testing.T) {
	dir := repository(t)
	r, err := git.Open(context.Background(), filepath.Join(dir, "api", "codes"))
	require.NoError(t, err)
	require.Equal(t, "api/codes/", r.Prefix)
	require.Len(t, r.Refs(), 1)
	for _, ref := range []string{"none", "--all", "-h", "HEAD^{tree}", "HEAD~1", "@{upstream}", "a b", "^HEAD", "HEAD..HEAD", ""} {
		_, err := r.Commit(ref)
		require.ErrorContains(t, err, "there is no git ref", ref)
	}
	t.Setenv("GIT_CEILING_DIRECTORIES", filepath.Dir(t.TempDir()))
	_, err = git.Open(context.Background(), t.TempDir())
	require.ErrorIs(t, err, git.ErrNoRepository)
	t.Setenv("PATH", t.TempDir())
	_, err = git.Open(context.Background(), dir)
	require.ErrorIs(t, err, git.ErrNoGit)
}
