package cli

import (
	"bytes"
	"io/fs"
	"strings"
	"sync"
	"time"

	"github.com/statusgen/statusgen"
)

const (
	builtin   = "builtin:" // before the names of files that are shipped
	stdinName = "<stdin>"
)

// files is all that a source can name: the files of its volume, those that are
// shipped and, where that is the source, standard input.
type files struct {
	volume  fs.FS
	stdin   string     // its name; none if empty
	content []byte     // of standard input
	mutex   sync.Mutex // of what follows: targets read their templates at once
	opened  []string   // of the volume, as often as it was
	ordered int        // of those, by the source: the others may be in any order
}

// in gives the file system that a name belongs to, and the name there.
func (f *files) in(name string) (fs.FS, string) {
	if shipped, ok := strings.CutPrefix(name, builtin); ok {
		return statusgen.Files, shipped
	}
	if f.stdin != "" && name == f.stdin {
		return stdinFS(f.content), stdinName
	}
	return f.volume, name
}

// Open opens a file, and remembers that it was read.
func (f *files) Open(name string) (fs.File, error) {
	fsys, name := f.in(name)
	if fsys == f.volume {
		f.mutex.Lock()
		f.opened = append(f.opened, name)
		f.mutex.Unlock()
	}
	return fsys.Open(name)
}

// sourced says that what is read from now on is templates.
func (f *files) sourced() {
	f.mutex.Lock()
	f.ordered = len(f.opened)
	f.mutex.Unlock()
}

// Stat describes a file without opening it, which for a pipe would block.
func (f *files) Stat(name string) (fs.FileInfo, error) {
	fsys, name := f.in(name)
	return fs.Stat(fsys, name)
}

// stdinFS is a file system that holds what was read from standard input.
type stdinFS []byte

func (s stdinFS) Open(string) (fs.File, error) { return stdin{bytes.NewReader(s)}, nil }

// stdin is what was read from standard input, as a file.
type stdin struct{ *bytes.Reader }

func (s stdin) Stat() (fs.FileInfo, error) { return s, nil }
func (s stdin) Close() error               { return nil }
func (s stdin) Name() string               { return stdinName }
func (s stdin) Mode() fs.FileMode          { return 0o444 }
func (s stdin) ModTime() time.Time         { return time.Time{} }
func (s stdin) IsDir() bool                { return false }
func (s stdin) Sys() any                   { return nil }
