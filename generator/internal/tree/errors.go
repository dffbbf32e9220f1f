package tree

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
)

// ForeignError lists the files that are in the way of outputs and that
// statusgen did not write, all of them at once.
type ForeignError struct {
	Paths []string
}

func (e *ForeignError) Error() string {
	if len(e.Paths) == 1 {
		return fmt.Sprintf("%s was not written by statusgen; move it away, or overwrite it with --force", e.Paths[0])
	}
	return fmt.Sprintf("%d files in the way were not written by statusgen; move them away, or overwrite them with --force:\n  %s",
		len(e.Paths), strings.Join(e.Paths, "\n  "))
}

// PathError says that a path cannot be that of an output.
type PathError struct {
	Tree   string // the tree's name
	Path   string // as the tree gives it
	Reason string // what is wrong and what to do
}

func (e *PathError) Error() string {
	return fmt.Sprintf("the output %q of %s %s", e.Path, e.Tree, e.Reason)
}

// ManifestError says that a manifest names a file that no run can have
// written. Someone made that manifest up, so nothing it says is used.
type ManifestError struct {
	Manifest string // the manifest, as messages call it
	Path     string // what it lists
}

func (e *ManifestError) Error() string {
	return fmt.Sprintf("%s lists %q, which statusgen cannot have written there; nothing was changed: see who edited the manifest, delete it, and run statusgen generate",
		e.Manifest, e.Path)
}

// cannot wraps an error of the operating system in the project's own names:
// the error's own path is one that the author may never have written.
func cannot(verb, name string, err error) error {
	var inPath *fs.PathError
	var inLink *os.LinkError
	switch {
	case errors.As(err, &inPath):
		err = inPath.Err
	case errors.As(err, &inLink):
		err = inLink.Err
	}
	return fmt.Errorf("cannot %s %s: %w", verb, name, err)
}
