package tree

import (
	"os"
)

// Recorded is what a former run recorded of an output directory.
type Recorded struct {
	Identifiers map[string]map[string]any // as in Tree; numbers are json.Number
	Paths       []string                  // of its files
}

// ReadRecorded gives what is recorded in a directory, or an error that says why
// nothing is.
func ReadRecorded(dir, name string) (*Recorded, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, cannot("open the output directory", name, err)
	}
	defer root.Close()
	label := Tree{Name: name}.label(manifestName)
	m, unreadable, err := readManifest(root, label)
	switch {
	case err != nil:
		return nil, err
	case unreadable != nil:
		return nil, cannot("read", label, unreadable)
	}
	recorded := &Recorded{Identifiers: m.Identifiers}
	for _, file := range m.Files {
		recorded.Paths = append(recorded.Paths, file.Path)
	}
	return recorded, nil
}

// IsRecorded reports whether a directory holds what a run recorded.
func IsRecorded(dir string) bool {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return false
	}
	defer root.Close()
	info, err := root.Lstat(manifestName)
	return err == nil && info.Mode().IsRegular()
}
