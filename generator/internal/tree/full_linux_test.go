package tree

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"
)

const small = 256 << 10 // of a disk, or of a file

// fullTrees gives two trees, of which the second has more to write than a small
// disk holds; or, where there is room enough, less.
func fullTrees(dir string, full bool) []Tree {
	size := small / 8
	if full {
		size = 2 * small
	}
	first, second := treeAt(filepath.Join(dir, "first"), "a.go", header+"new"), treeAt(filepath.Join(dir, "second"), "b.go", header+strings.Repeat("n", size))
	first.Name, second.Name = "first", "second"
	return []Tree{first, second}
}

func init() {
	// Where there is no small disk, the most that a file may hold fails a write
	// in the same way, but for the word for it.
	roles["limited"] = func(dir string) {
		if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: small, Max: small}); err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
		_, err := Write(context.Background(), fullTrees(dir, true), Options{})
		fmt.Print(err)
	}
}

// TestFullDisk runs where there is no room for the outputs: nothing is changed
// or left behind, one sentence says why, and the next run heals.
func TestFullDisk(t *testing.T) {
	for _, way := range []struct {
		name, reason string
		write        func(t *testing.T, dir string) string
	}{
		{"disk", "no space left on device", func(t *testing.T, dir string) string {
			mounted := syscall.Mount("tmpfs", dir, "tmpfs", 0, fmt.Sprintf("size=%d", small))
			if errors.Is(mounted, syscall.EPERM) {
				t.Log("nobody but root may mount a disk: a limit of files has to stand for it")
				return limited(t, dir)
			}
			require.NoError(t, mounted)
			t.Cleanup(func() { require.NoError(t, syscall.Unmount(dir, 0)) })
			settle(t, dir)
			_, err := Write(context.Background(), fullTrees(dir, true), Options{})
			require.ErrorIs(t, err, syscall.ENOSPC)
			return err.Error()
		}},
		{"file", "file too large", limited},
	} {
		t.Run(way.name, func(t *testing.T) {
			dir := t.TempDir()
			said := way.write(t, dir)
			require.Regexp(t, "^cannot write \\S+: ("+way.reason+"|file too large); no output was changed$", said) // whichever was to be written when it was full
			require.Equal(t, []string{"first/", "first/.statusgen.json", "first/a.go", "second/", "second/.statusgen.json", "second/b.go"}, list(t, dir))
			require.Equal(t, header+"old", get(t, dir, "first/a.go"))

			enough := fullTrees(dir, false)
			_, err := Write(context.Background(), enough, Options{})
			require.NoError(t, err)
			requireOnly(t, dir, enough)
		})
	}
}

// limited runs where no file may be large.
func limited(t *testing.T, dir string) string {
	settle(t, dir)
	output, err := child(t, "limited", dir).Output()
	require.NoError(t, err, string(output))
	return string(output)
}

// settle writes what a run finds there.
func settle(t *testing.T, dir string) {
	t.Helper()
	old := fullTrees(dir, false)
	for i := range old {
		old[i].Files[0].Content = []byte(header + "old")
	}
	_, err := Write(context.Background(), old, Options{})
	require.NoError(t, err)
}
