package tree

import (
	"errors"
	"fmt"
	"path/filepath"
)

// checkPaths refuses, over all trees, paths that no output can have and outputs
// that would overwrite each other on some file system.
func checkPaths(trees []Tree) error {
	var errs []error
	dirs := map[string]string{}  // folded place -> the tree that is there
	files := map[string]string{} // folded place -> the output that is there
	var outputs []*PathError     // all of files, ready to be complained about
	var places []string          // of outputs
	for _, t := range trees {
		dir := resolve(t.Dir)
		if other, taken := dirs[fold(dir)]; taken {
			errs = append(errs, fmt.Errorf("%s and %s are one directory, at least where capitals do not count; give each target its own", other, t.Name))
			continue
		}
		dirs[fold(dir)] = t.Name
		for _, file := range t.Files {
			output := &PathError{Tree: t.Name, Path: file.Path}
			place := fold(filepath.Join(dir, filepath.FromSlash(file.Path)))
			if fault := pathFault(file.Path); fault != "" {
				output.Reason = fault + "; choose another name for it"
				errs = append(errs, output)
			} else if other, taken := files[place]; taken {
				output.Reason = fmt.Sprintf("and %q are one file, at least where capitals do not count; rename one of them", other)
				errs = append(errs, output)
			} else {
				files[place] = t.label(file.Path)
				outputs, places = append(outputs, output), append(places, place)
			}
		}
	}
	for i, output := range outputs {
		for parent := filepath.Dir(places[i]); parent != filepath.Dir(parent); parent = filepath.Dir(parent) {
			if file, taken := files[parent]; taken {
				output.Reason = fmt.Sprintf("needs a directory where %q is a file; rename one of them", file)
				errs = append(errs, output)
			}
		}
	}
	return errors.Join(errs...)
}

// resolve gives the one place that dir stands for, even where its last parts
// do not exist yet. A directory that cannot be resolved stands for itself.
func resolve(dir string) string {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return filepath.Clean(dir)
	}
	for existing := abs; existing != filepath.Dir(existing); existing = filepath.Dir(existing) {
		if actual, err := filepath.EvalSymlinks(existing); err == nil {
			return filepath.Join(actual, abs[len(existing):])
		}
	}
	return abs
}
