// Package tree is the only writer of outputs.
//
// [Diff] and [Write] share one comparison: what check names is what generate
// would do. A run compares and checks everything, over all trees, before it
// puts a byte on disk; then it writes every new content to a temporary file,
// and only then renames, removes what is stale, and records what it did in a
// manifest. A run that is killed leaves each file old or new, and the next one
// finishes the work. Inside an output directory every access goes through an
// [os.Root], so that nothing outside it can be touched.
package tree

import (
	"context"
	"fmt"
	"path"
)

// File is one output.
type File struct {
	Path    string // slash-separated, relative to the output directory
	Content []byte
}

// Tree is what one output directory is to hold: its files, complete, and the
// public identifiers and the bases that its manifest records.
type Tree struct {
	Dir         string
	Name        string // how messages call the directory, such as "gen/go"
	Files       []File
	Identifiers map[string]map[string]any // table -> identifier -> code
	Bases       map[string]string         // table that the source builds on -> hash of its facts
}

// label is how messages call a file of the tree.
func (t Tree) label(file string) string { return path.Join(t.Name, file) }

// Report says what a run found, or did, in one tree.
type Report struct {
	Tree      string   // the tree's name
	Changes   []Change // in the order of the tree's files, then the manifest, then what is stale
	Unchanged int      // files that are as they should be
	Warnings  []Warning
}

// Warning is a sentence for the author, which stops no run.
type Warning struct {
	File string // that it is about, as messages call it
	Kind WarningKind
	Text string
}

// WarningKind is what a warning is of.
type WarningKind int

const (
	ManifestLost WarningKind = iota // nobody knows which files are stale
	TreeShared                      // the last run here was for another source
	StaleKept                       // a file is not needed any more, but not ours to remove
)

// Written counts the files that were, or would be, created or replaced.
func (r Report) Written() int {
	return r.count(func(c Change) bool { return c.Kind != Stale })
}

// Removed counts the stale files that were, or would be, removed.
func (r Report) Removed() int {
	return r.count(func(c Change) bool { return c.Kind == Stale && !c.Kept })
}

func (r Report) count(counts func(Change) bool) int {
	n := 0
	for _, change := range r.Changes {
		if counts(change) {
			n++
		}
	}
	return n
}

// String sums a finished run up.
func (r Report) String() string {
	return fmt.Sprintf("%s: %d written, %d removed, %d unchanged", r.Tree, r.Written(), r.Removed(), r.Unchanged)
}

// Diff reports, one for each tree, what Write would do. It only reads.
func Diff(trees []Tree) ([]Report, error) {
	all, err := compare(trees)
	defer all.close()
	if err != nil {
		return nil, err
	}
	return all.reports(), nil
}

// Options are the choices that a caller of Write has.
type Options struct {
	Force bool // overwrite files that statusgen did not write
}

// Write makes the output directories hold what the trees say, and reports what
// it did, one report for each tree. Files that are equal already are not
// touched. On an error before the first rename nothing has changed; ctx is
// looked at until then and no longer, because a finished run is better than a
// torn one.
func Write(ctx context.Context, trees []Tree, opts Options) ([]Report, error) {
	all, err := compare(trees)
	defer all.close()
	if err != nil {
		return nil, err
	}
	if !opts.Force {
		if err := all.foreign(); err != nil {
			return nil, err
		}
	}
	if err := all.stage(ctx); err != nil {
		all.undo()
		return nil, fmt.Errorf("%w; no output was changed", err)
	}
	if err := all.commit(); err != nil {
		all.undo()
		return nil, fmt.Errorf("%w; some outputs may be new and others old: put this right, then run statusgen generate again", err)
	}
	return all.reports(), nil
}
