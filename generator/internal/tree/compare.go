package tree

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"sync"
)

// comparison is one tree held against its directory.
type comparison struct {
	Tree
	root   *os.Root          // nil where the directory does not exist
	listed map[string]string // by the last run's manifest: path -> digest
	folded map[string]string // of the files: folded path -> path
	report Report

	// What there is to do, in this order. Before a run puts files in place
	// that the old manifest does not list, it announces them there: so they are
	// known even if it is killed and the next run does not have them. Where that
	// lists none at all, the new one is put in place first.
	announced []write // none or one
	outputs   []write
	stale     []string
	recorded  []write // the manifest; none or one

	kept []manifestFile // stale files that stay, to be recorded until they are gone

	created []string // directories that this run made to hold the tree, outer ones first
}

// write is a file that has to be put in place.
type write struct {
	File
	mode fs.FileMode // to be kept, of the file that is there; 0 for a new one
	temp string      // where the content waits; "" before it is staged and after it is in place
}

type comparisons []*comparison

// compare holds every tree against its directory. It only reads. The result
// has to be closed, even with an error.
func compare(trees []Tree) (comparisons, error) {
	if err := checkPaths(trees); err != nil {
		return nil, err
	}
	all := make(comparisons, len(trees))
	for i, t := range trees {
		all[i] = &comparison{Tree: t, report: Report{Tree: t.Name}}
	}
	return all, errors.Join(atOnce(all, (*comparison).compare)...)
}

// atOnce does something to each of a list, to several of them at once, and
// gives what each came to. A few are enough to keep a disk busy.
func atOnce[T any](list []T, do func(T) error) []error {
	errs := make([]error, len(list))
	free := make(chan struct{}, 8)
	var all sync.WaitGroup
	for i, one := range list {
		free <- struct{}{}
		all.Go(func() {
			defer func() { <-free }()
			errs[i] = do(one)
		})
	}
	all.Wait()
	return errs
}

func (all comparisons) close() {
	for _, c := range all {
		c.close()
	}
}

func (c *comparison) close() {
	if c.root != nil {
		_ = c.root.Close() // only a directory is open, there is nothing to lose
		c.root = nil
	}
}

func (all comparisons) reports() []Report {
	var reports []Report
	for _, c := range all {
		reports = append(reports, c.report)
	}
	return reports
}

// foreign gives a *ForeignError when statusgen would overwrite what it did
// not write.
func (all comparisons) foreign() error {
	var paths []string
	for _, c := range all {
		for _, change := range c.report.Changes {
			if change.Foreign {
				paths = append(paths, change.Name())
			}
		}
	}
	if paths != nil {
		return &ForeignError{Paths: paths}
	}
	return nil
}

func (c *comparison) compare() error {
	var old manifest
	unreadable := errNoManifest
	root, err := os.OpenRoot(c.Dir)
	switch {
	case err == nil:
		c.root = root
		if old, unreadable, err = readManifest(root, c.label(manifestName)); err != nil {
			return err
		}
	case !errors.Is(err, fs.ErrNotExist):
		return cannot("open the output directory", c.Name, err)
	default:
		if link := danglingLink(c.Dir); link != "" {
			return fmt.Errorf("cannot open the output directory %s: %s is a symbolic link to what is not there; remove the link, or make what it leads to",
				c.Name, c.outside(link))
		}
	}
	c.listed, c.folded = old.digests(), map[string]string{}

	var errs []error
	for _, file := range c.Files {
		c.folded[fold(file.Path)] = file.Path
		w, err := c.compareFile(file)
		c.outputs, errs = append(c.outputs, w...), append(errs, err)
	}
	if unreadable != nil && (unreadable != errNoManifest || c.holdsOutputs()) {
		c.warn(ManifestLost, c.label(manifestName), "%s cannot say which files are stale (%v); look for them by hand", c.label(manifestName), unreadable)
	}
	if old.disjoint(c.Identifiers) {
		c.warn(TreeShared, c.label(manifestName), "the last run in %s was for other tables only; if it was for another source, the two remove each other's files: give each a directory of its own", c.Name)
	}
	var stale []Change
	for _, file := range slices.Sorted(maps.Keys(c.listed)) {
		stale = append(stale, c.compareStale(file)...)
	}
	errs = append(errs, c.compareManifest(old))
	c.report.Changes = append(c.report.Changes, stale...)
	return errors.Join(errs...)
}

// holdsOutputs reports whether any of the files compared so far is there.
func (c *comparison) holdsOutputs() bool {
	return c.report.Unchanged > 0 ||
		slices.ContainsFunc(c.report.Changes, func(change Change) bool { return change.Kind == Modified })
}

func (c *comparison) compareManifest(old manifest) error {
	now := manifestOf(c.Tree)
	now.Files = append(now.Files, c.kept...)
	file, err := now.file()
	if err != nil {
		return fmt.Errorf("cannot record the identifiers of %s: %w", c.Name, err)
	}
	if c.recorded, err = c.compareFile(file); err != nil || c.recorded == nil {
		return err
	}
	// An unreadable manifest knows no bases, and a damaged one has a cause of its own.
	if change := &c.report.Changes[len(c.report.Changes)-1]; change.Reason == "" {
		change.Reason = now.changed(old, c.Name)
	}
	between := old.with(now)
	switch len(old.Files) {
	case len(between.Files):
		return nil
	case 0: // with nothing to remove, the manifest need not wait for the end
		c.announced, c.recorded = c.recorded, nil
		return nil
	}
	announced := c.recorded[0]
	announced.File, err = between.file()
	c.announced = []write{announced}
	return err
}

func (c *comparison) warn(kind WarningKind, file, format string, args ...any) {
	c.report.Warnings = append(c.report.Warnings, Warning{file, kind, fmt.Sprintf(format, args...)})
}

// compareFile gives the write that a file needs, if any.
func (c *comparison) compareFile(file File) ([]write, error) {
	change := Change{Tree: c.Name, Path: file.Path, Kind: Modified, new: file.Content}
	var mode fs.FileMode
	info, content, err := c.read(file.Path)
	switch {
	case errors.Is(err, fs.ErrNotExist) && !c.dangling(file.Path):
		change.Kind = Missing
	case err != nil:
		return nil, c.unreachable(file.Path, err)
	case info.Mode().Type() == fs.ModeSymlink:
		// A link holds nobody's work: replacing it loses nothing, and its target stays.
		change.Damaged, change.Reason = true, "it is a symbolic link"
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("%s is in the way of an output: it is not a regular file; move it away", c.label(file.Path))
	case bytes.Equal(content, file.Content):
		c.report.Unchanged++
		return nil, nil
	default:
		change.old, mode = content, info.Mode().Perm()
		change.Reason = damage(c.Name, content, file.Content)
		change.Damaged = change.Reason != ""
		_, listed := c.listed[file.Path]
		change.Foreign = !listed && file.Path != manifestName && change.Reason == "" && !marked(content)
	}
	c.report.Changes = append(c.report.Changes, change)
	return []write{{File: file, mode: mode}}, nil
}

// read gives what is at a path, and its content if it is a regular file.
func (c *comparison) read(p string) (fs.FileInfo, []byte, error) {
	if c.root == nil {
		return nil, nil, fs.ErrNotExist
	}
	info, err := c.root.Lstat(p)
	if err != nil || !info.Mode().IsRegular() {
		return info, nil, err
	}
	content, err := c.root.ReadFile(p)
	return info, content, err
}

// dangling reports whether a missing file could not be made either, because a
// directory on the way to it is a link to nothing.
func (c *comparison) dangling(p string) bool {
	if c.root == nil {
		return false
	}
	for dir := path.Dir(p); dir != "."; dir = path.Dir(dir) {
		if info, err := c.root.Lstat(dir); err == nil && info.Mode().Type() == fs.ModeSymlink {
			_, err := c.root.Stat(dir)
			return err != nil
		}
	}
	return false
}

// danglingLink gives the link to nothing that a missing directory is, or that is
// on the way to it: the directory could not be made either.
func danglingLink(dir string) string {
	for dir = filepath.Clean(dir); ; dir = filepath.Dir(dir) {
		info, err := os.Lstat(dir)
		switch {
		case err == nil && info.Mode().Type() == fs.ModeSymlink:
			if _, err := filepath.EvalSymlinks(dir); err == nil {
				return ""
			}
			return dir
		case err == nil || dir == filepath.Dir(dir):
			return ""
		}
	}
}

// outside is how messages call a directory that is the tree's, or above it.
func (c *comparison) outside(dir string) string {
	if dir == filepath.Clean(c.Dir) {
		return c.Name
	}
	return filepath.ToSlash(dir)
}

// unreachable explains why there is no looking at a path, above all the links
// that os.Root refuses.
func (c *comparison) unreachable(p string, err error) error {
	wrapped := cannot("read", c.label(p), err)
	for dir := path.Dir(p); dir != "."; dir = path.Dir(dir) {
		info, err := c.root.Lstat(dir)
		switch {
		case err != nil:
		case info.Mode().Type() == fs.ModeSymlink:
			return fmt.Errorf("%w; %s is a symbolic link, and outputs are only written below %s: remove the link", wrapped, c.label(dir), c.Name)
		case !info.IsDir():
			return fmt.Errorf("%w; %s is in the way of a directory: move it away", wrapped, c.label(dir))
		}
	}
	return wrapped
}
