package tree

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"slices"
)

// isTemp reports whether a file name is that of a temporary file of ours.
func isTemp(name string) bool {
	ok, _ := path.Match(".statusgen-*.tmp", name)
	return ok
}

// stage puts every new content on disk, next to where it belongs.
func (all comparisons) stage(ctx context.Context) error {
	for _, c := range all {
		c.sweep()
	}
	type task struct {
		*comparison
		*write
	}
	var tasks []task
	for _, c := range all {
		for w := range c.writes() {
			if err := c.open(); err != nil { // in turn, because one tree may be inside another
				return cannot("write", c.label(w.Path), err)
			}
			tasks = append(tasks, task{c, w})
		}
	}
	errs := atOnce(tasks, func(t task) error {
		if err := stopped(ctx); err != nil {
			return err
		}
		if err := t.comparison.stage(t.write); err != nil {
			return cannot("write", t.label(t.Path), err)
		}
		return nil
	})
	return cmp.Or(cmp.Or(errs...), stopped(ctx)) // a full disk is one fault, not one for each file
}

func stopped(ctx context.Context) error {
	if ctx.Err() != nil {
		return fmt.Errorf("stopped: %w", context.Cause(ctx))
	}
	return nil
}

// writes yields all of a run's writes.
func (c *comparison) writes() iter.Seq[*write] {
	return func(yield func(*write) bool) {
		for _, list := range [][]write{c.announced, c.outputs, c.recorded} {
			for i := range list {
				if !yield(&list[i]) {
					return
				}
			}
		}
	}
}

// sweep removes the temporary files of runs that were killed. Those of a run
// that is alive may go with them: process numbers and clocks mean nothing
// between containers that share a directory, so there is no telling them
// apart. That run still has the contents, and writes them again (see rename).
func (c *comparison) sweep() {
	if c.root == nil {
		return
	}
	dirs := map[string]bool{".": true}
	add := func(file string) {
		for dir := path.Dir(file); !dirs[dir]; dir = path.Dir(dir) {
			dirs[dir] = true
		}
	}
	for _, file := range c.Files {
		add(file.Path)
	}
	for old := range c.listed {
		add(old)
	}
	for dir := range dirs {
		entries, _ := fs.ReadDir(c.root.FS(), dir) // a directory that is not there holds nothing
		for _, entry := range entries {
			if entry.Type().IsRegular() && isTemp(entry.Name()) {
				_ = c.root.Remove(path.Join(dir, entry.Name())) // in nobody's way if it stays
			}
		}
	}
}

// stage writes one content to a temporary file.
func (c *comparison) stage(w *write) error {
	if err := c.open(); err != nil {
		return err
	}
	temp, file, err := c.createTemp(path.Dir(w.Path))
	if err != nil {
		return err
	}
	w.temp = temp
	_, err = file.Write(w.Content)
	if err == nil && w.mode != 0 {
		err = file.Chmod(w.mode)
	}
	if err == nil {
		err = file.Sync()
	}
	return errors.Join(err, file.Close())
}

// createTemp creates a file that no other run has, in dir, from where a rename
// is atomic. Where there is no such directory yet, the one above it does as
// well, and a run that fails or is killed leaves no new directory that the
// next one would not know.
func (c *comparison) createTemp(dir string) (string, *os.File, error) {
	for {
		temp := path.Join(dir, fmt.Sprintf(".statusgen-%016x.tmp", rand.Uint64()))
		file, err := c.root.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		switch {
		case errors.Is(err, fs.ErrNotExist) && dir != ".":
			dir = path.Dir(dir)
		case !errors.Is(err, fs.ErrExist):
			return temp, file, err
		}
	}
}

// open opens the output directory, and makes it first where there is none.
func (c *comparison) open() error {
	if c.root != nil {
		return nil
	}
	for dir := filepath.Clean(c.Dir); dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		if _, err := os.Lstat(dir); !errors.Is(err, fs.ErrNotExist) {
			break
		}
		c.created = append(c.created, dir)
	}
	slices.Reverse(c.created)
	err := os.MkdirAll(c.Dir, 0o777)
	if err == nil {
		c.root, err = os.OpenRoot(c.Dir)
	}
	return err
}

// undo removes what a failed run leaves: its temporary files, and the
// directories that it made for the tree if they are empty. Nothing can be done
// about an error here, and the next run sweeps again.
func (all comparisons) undo() {
	for _, c := range slices.Backward(all) { // a tree may be inside one before it
		if c.root != nil {
			for w := range c.writes() {
				if w.temp != "" {
					_ = c.root.Remove(w.temp)
				}
			}
		}
		c.close() // Windows does not remove an open directory
		for _, dir := range slices.Backward(c.created) {
			_ = os.Remove(dir)
		}
	}
}
