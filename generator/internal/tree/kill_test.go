package tree

import (
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// edition gives one of several catalogues' outputs, in two trees. Editions
// share files, which differ between them, and have files and directories that
// the others have not, some without a marker.
func edition(dir string, number int) []Tree {
	var trees []Tree
	for _, name := range []string{"go", "ts"} {
		tree := Tree{Dir: filepath.Join(dir, name), Name: "gen/" + name}
		for i := range 2 {
			tree.Files = append(tree.Files,
				File{Path: fmt.Sprintf("shared%d.go", i), Content: body(number)},
				File{Path: fmt.Sprintf("only%d/%d.go", number, i), Content: body(number)})
		}
		tree.Files = append(tree.Files,
			File{Path: "package.json", Content: fmt.Appendf(nil, "{%d}\n", number)},
			File{Path: fmt.Sprintf("py%d/py.typed", number)})
		trees = append(trees, tree)
	}
	return trees
}

const editions = 3

// body is larger than what one write call is sure to finish at once.
func body(number int) []byte {
	return []byte(header + strings.Repeat(fmt.Sprintf("edition %d\n", number), 2000))
}

func writeForEver(dir string) {
	for i := 0; ; i++ {
		if _, err := Write(context.Background(), edition(dir, i%editions), Options{}); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		if i == 0 {
			fmt.Println("ready")
		}
	}
}

// requireWhole fails if any output is neither one edition's nor another's.
func requireWhole(t *testing.T, dir string) {
	t.Helper()
	allowed := map[string][]string{}
	for number := range editions {
		for _, tree := range edition(dir, number) {
			for _, file := range tree.Files {
				name := path.Join(filepath.Base(tree.Dir), file.Path)
				allowed[name] = append(allowed[name], string(file.Content))
			}
		}
	}
	for _, name := range list(t, dir) {
		if base := path.Base(name); strings.HasSuffix(name, "/") || base == manifestName || isTemp(base) {
			continue
		}
		require.Contains(t, allowed, name)
		require.True(t, slices.Contains(allowed[name], get(t, dir, name)), "%s is torn", name)
	}
}

// requireOnly fails unless dir holds exactly what was asked for: nothing old,
// nothing temporary.
func requireOnly(t *testing.T, dir string, trees []Tree) {
	t.Helper()
	want := map[string]bool{}
	for _, tree := range trees {
		base := filepath.Base(tree.Dir)
		want[base+"/"], want[path.Join(base, manifestName)] = true, true
		for _, file := range tree.Files {
			want[path.Join(base, file.Path)] = true
			if sub := path.Dir(file.Path); sub != "." {
				want[path.Join(base, sub)+"/"] = true
			}
		}
	}
	for _, name := range list(t, dir) {
		require.True(t, want[name], "%s is left over", name)
	}
	reports, err := Diff(trees)
	require.NoError(t, err)
	for _, report := range reports {
		require.Empty(t, changes(report))
		require.Empty(t, report.Warnings)
	}
}

// TestKilledAtAnyMoment kills runs; make faults asks for more of them.
func TestKilledAtAnyMoment(t *testing.T) {
	kills := 100
	if more := os.Getenv("STATUSGEN_KILLS"); more != "" {
		var err error
		kills, err = strconv.Atoi(more)
		require.NoError(t, err)
	}
	dir := t.TempDir()
	killed, unfinished, temps := 0, 0, 0
	// On a busy machine the moments that matter are rare: go on until each was met.
	for ; killed < kills || (unfinished == 0 || temps == 0) && killed < 10*kills; killed++ {
		writer := child(t, "writer", dir)
		stdout, err := writer.StdoutPipe()
		require.NoError(t, err)
		require.NoError(t, writer.Start())
		_, err = io.ReadFull(stdout, make([]byte, 1))
		require.NoError(t, err)
		time.Sleep(time.Duration(rand.Int64N(int64(20 * time.Millisecond))))
		require.NoError(t, writer.Process.Kill())
		require.Error(t, writer.Wait())

		requireWhole(t, dir)
		healed := edition(dir, rand.IntN(editions)) // often another one than the killed run's
		if slices.ContainsFunc(list(t, dir), func(name string) bool { return isTemp(path.Base(name)) }) {
			temps++
		}
		if !isEdition(t, dir) {
			unfinished++
		}
		_, err = Write(context.Background(), healed, Options{})
		require.NoError(t, err)
		requireOnly(t, dir, healed)
	}
	t.Logf("%d runs killed: %d left outputs half done, %d left temporary files; the next run healed all", killed, unfinished, temps)
	require.Positive(t, unfinished)
	require.Positive(t, temps)
}

// isEdition reports whether dir is what some run leaves that was not killed.
func isEdition(t *testing.T, dir string) bool {
	t.Helper()
	for number := range editions {
		reports, err := Diff(edition(dir, number))
		require.NoError(t, err)
		if !slices.ContainsFunc(reports, func(r Report) bool { return len(r.Changes) > 0 }) {
			return true
		}
	}
	return false
}
