package tree

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
)

// countTorn reads an output again and again until stop is closed, and counts
// how often what it read was not whole.
func countTorn(file string, stop <-chan struct{}) (reads, torn int) {
	whole := map[string]bool{}
	for number := range editions {
		whole[string(body(number))] = true
	}
	for {
		select {
		case <-stop:
			return reads, torn
		default:
		}
		content, err := os.ReadFile(file)
		reads++
		if err != nil || !whole[string(content)] {
			torn++
		}
	}
}

// writeAtOnce lets 16 runs write at once, each the edition that is chosen.
func writeAtOnce(t *testing.T, dir string, choose func(writer int) int) {
	t.Helper()
	errs := make([]error, 16)
	var running sync.WaitGroup
	for writer := range errs {
		running.Go(func() { _, errs[writer] = Write(context.Background(), edition(dir, choose(writer)), Options{}) })
	}
	running.Wait()
	require.NoError(t, errors.Join(errs...))
	requireWhole(t, dir)
	for _, name := range list(t, dir) {
		require.False(t, isTemp(path.Base(name)), "%s is left over", name)
	}
}

// FS-24.
func TestConcurrentRuns(t *testing.T) {
	const rounds = 10 // of each kind
	same, mixed := t.TempDir(), t.TempDir()
	for _, dir := range []string{same, mixed} {
		_, err := Write(context.Background(), edition(dir, 0), Options{})
		require.NoError(t, err)
	}
	stop := make(chan struct{})
	var reader sync.WaitGroup
	reads, torn := 0, 0
	reader.Go(func() { reads, torn = countTorn(filepath.Join(mixed, "go", "shared0.go"), stop) })

	for round := range rounds {
		writeAtOnce(t, same, func(int) int { return round % editions })
		requireOnly(t, same, edition(same, round%editions))
		writeAtOnce(t, mixed, func(writer int) int { return writer % editions })
	}
	close(stop)
	reader.Wait()
	t.Logf("%d reads, %d torn", reads, torn)
	require.Positive(t, reads)
	require.Zero(t, torn)

	last := edition(mixed, 1)
	_, err := Write(context.Background(), last, Options{})
	require.NoError(t, err)
	reports, err := Diff(last)
	require.NoError(t, err)
	for _, report := range reports {
		require.Empty(t, changes(report))
	}
}

// writeOnce writes what the next edition of a source asks for, as a run does.
func writeOnce(dir string) {
	if _, err := Write(context.Background(), edition(dir, 1), Options{}); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// TestHundredRuns starts a hundred processes at once, as builds do that know
// nothing of each other, while somebody reads.
func TestHundredRuns(t *testing.T) {
	dir := t.TempDir()
	_, err := Write(context.Background(), edition(dir, 0), Options{})
	require.NoError(t, err)
	stop := make(chan struct{})
	var reader sync.WaitGroup
	reads, torn := 0, 0
	reader.Go(func() { reads, torn = countTorn(filepath.Join(dir, "go", "shared0.go"), stop) })
	runs := make([]*exec.Cmd, 100)
	for i := range runs {
		runs[i] = child(t, "once", dir)
		require.NoError(t, runs[i].Start())
	}
	for _, run := range runs {
		require.NoError(t, run.Wait())
	}
	close(stop)
	reader.Wait()
	t.Logf("%d runs, %d reads, %d torn", len(runs), reads, torn)
	require.Positive(t, reads)
	require.Zero(t, torn)
	requireOnly(t, dir, edition(dir, 1))
}

// Another run's sweep may take a staged file away; the run writes it again.
func TestSweptAwayByAnotherRun(t *testing.T) {
	dir := t.TempDir()
	tree := treeAt(dir, "a.go", header, "sub/b.go", header)
	all, err := compare([]Tree{tree})
	defer all.close()
	require.NoError(t, err)
	require.NoError(t, all.stage(context.Background()))

	other, err := compare([]Tree{tree})
	defer other.close()
	require.NoError(t, err)
	other[0].sweep()
	require.Empty(t, list(t, dir))

	require.NoError(t, all.commit())
	require.Equal(t, []string{".statusgen.json", "a.go", "sub/", "sub/b.go"}, list(t, dir))
	require.Empty(t, diff(t, tree).Changes)
}

// Something may come to stand in the way after the destinations were checked.
func TestAFailureAfterTheFirstRenameIsSaidAndHealed(t *testing.T) {
	dir := t.TempDir()
	generate(t, treeAt(dir, "a.go", header+"1", "b.go", header+"1", "old.go", header))
	tree := treeAt(dir, "a.go", header+"2", "b.go", header+"2", "new.go", header)
	all, err := compare([]Tree{tree})
	defer all.close()
	require.NoError(t, err)
	require.NoError(t, all.stage(context.Background()))
	require.NoError(t, os.Remove(filepath.Join(dir, "b.go")))
	put(t, dir, "b.go/kept", "mine")

	require.ErrorContains(t, all.commit(), "cannot replace gen/b.go: ")
	all.undo()
	require.Equal(t, []string{".statusgen.json", "a.go", "b.go/", "b.go/kept", "old.go"}, list(t, dir))
	require.Equal(t, header+"2", get(t, dir, "a.go"))

	require.NoError(t, os.RemoveAll(filepath.Join(dir, "b.go")))
	require.Equal(t, "gen: 3 written, 1 removed, 1 unchanged", generate(t, tree).String())
	require.Equal(t, []string{".statusgen.json", "a.go", "b.go", "new.go"}, list(t, dir))
}
