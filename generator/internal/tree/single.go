package tree

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
)

// WriteFile makes one file, which belongs to no tree, hold a content: all of it
// or nothing, and without touching a file that holds it already.
func WriteFile(name string, content []byte) error {
	if old, err := os.ReadFile(name); err == nil && bytes.Equal(old, content) {
		return nil
	}
	if err := replace(name, content); err != nil {
		return cannot("write", filepath.ToSlash(name), err)
	}
	return nil
}

func replace(name string, content []byte) error {
	dir, base := filepath.Split(filepath.Clean(name))
	if err := os.MkdirAll(filepath.Clean(dir), 0o777); err != nil {
		return err
	}
	root, err := os.OpenRoot(filepath.Clean(dir))
	if err != nil {
		return err
	}
	defer root.Close()
	// A tree of one file stages as any other does.
	c := &comparison{root: root}
	w := &write{File: File{Path: base, Content: content}}
	err = c.stage(w)
	if err == nil {
		err = root.Rename(w.temp, base)
	}
	if err != nil && w.temp != "" {
		err = errors.Join(err, root.Remove(w.temp))
	}
	return err
}
