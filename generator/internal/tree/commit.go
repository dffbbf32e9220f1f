package tree

import (
	"errors"
	"io/fs"
	"path"
)

// commit puts everything in place. The manifests come last: until then, the
// next run knows what this one meant to remove.
func (all comparisons) commit() error {
	steps := []func(*comparison) error{
		func(c *comparison) error { return c.place(c.announced) },
		func(c *comparison) error { return c.place(c.outputs) },
		(*comparison).removeStale,
		func(c *comparison) error { return c.place(c.recorded) },
	}
	for _, step := range steps {
		for _, c := range all {
			if err := step(c); err != nil {
				return err
			}
		}
	}
	return nil
}

// place renames staged files to where they belong.
func (c *comparison) place(writes []write) error {
	for i := range writes {
		w := &writes[i]
		if err := c.rename(w); err != nil {
			return cannot("replace", c.label(w.Path), err)
		}
		w.temp = ""
	}
	return nil
}

// attempts is far more often than other runs can get in the way of one file.
const attempts = 100

// rename puts one file in place. Where another run has swept its temporary file
// away, or removed the directory while it was empty, it does all of it again.
func (c *comparison) rename(w *write) error {
	var err error
	for range attempts {
		err = c.root.MkdirAll(path.Dir(w.Path), 0o777)
		if errors.Is(err, fs.ErrExist) {
			continue // another run made the directory, and another removed it at once
		}
		if err == nil {
			err = c.root.Rename(w.temp, w.Path)
		}
		if !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		_ = c.root.Remove(w.temp)
		if err := c.stage(w); err != nil {
			return err
		}
	}
	return err
}
