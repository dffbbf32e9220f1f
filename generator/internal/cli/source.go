package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"time"

	"github.com/statusgen/statusgen/generator/internal/diag"
)

const (
	defaultSource = "codes.yaml"
	stdinName     = "<stdin>"
)

// source is the file that a run reads, and the directory that it and all that
// it names are in.
type source struct {
	fs.FS
	name string // in FS
	dir  string // of FS, as the author would write it from here: "", "api"
}

// open finds the source that --in asks for.
func (r *run) open() (*source, error) {
	switch r.in {
	case "-":
		return r.openStdin()
	case "":
		return find(defaultSource)
	}
	if _, err := os.Stat(r.in); err != nil {
		return nil, fmt.Errorf("cannot read %s: %w", r.in, errors.Unwrap(err))
	}
	return &source{FS: os.DirFS(filepath.Dir(r.in)), name: filepath.Base(r.in), dir: clean(filepath.Dir(r.in))}, nil
}

// find looks for the source here and in the directories above, as git does.
func find(name string) (*source, error) {
	here, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	for dir, shown := here, ""; ; dir, shown = filepath.Dir(dir), filepath.Join("..", shown) {
		if _, err := os.Stat(filepath.Join(dir, name)); err == nil {
			return &source{FS: os.DirFS(dir), name: name, dir: clean(shown)}, nil
		}
		if dir == filepath.Dir(dir) {
			return nil, fmt.Errorf("no %s here or in any directory above; name one with --in", name)
		}
	}
}

func clean(dir string) string {
	if dir = filepath.Clean(dir); dir == "." {
		return ""
	}
	return dir
}

// openStdin reads the source from standard input. What it names is looked for
// in the working directory.
func (r *run) openStdin() (*source, error) {
	// The reader has its own limit; nothing larger has to be held to be refused.
	content, err := io.ReadAll(io.LimitReader(r.stdin, 64<<20+1))
	if err != nil {
		return nil, fmt.Errorf("cannot read standard input: %w", err)
	}
	return &source{FS: overlay{FS: os.DirFS("."), content: content}, name: stdinName}, nil
}

// overlay is a file system in which standard input is a file.
type overlay struct {
	fs.FS
	content []byte
}

func (o overlay) Open(name string) (fs.File, error) {
	if name == stdinName {
		return stdin{bytes.NewReader(o.content)}, nil
	}
	return o.FS.Open(name)
}

// stdin is what was read from standard input, as a file.
type stdin struct{ *bytes.Reader }

func (s stdin) Stat() (fs.FileInfo, error) { return s, nil }
func (s stdin) Close() error               { return nil }
func (s stdin) Name() string               { return stdinName }
func (s stdin) Mode() fs.FileMode          { return 0o444 }
func (s stdin) ModTime() time.Time         { return time.Time{} }
func (s stdin) IsDir() bool                { return false }
func (s stdin) Sys() any                   { return nil }

// bytes gives the content of a file that a finding names.
func (s *source) bytes(shown string) []byte {
	name, err := filepath.Rel(filepath.FromSlash("./"+s.dir), shown)
	if err != nil {
		return nil
	}
	content, err := fs.ReadFile(s, filepath.ToSlash(name))
	if err != nil {
		return nil
	}
	return bytes.ToValidUTF8(content, []byte("\uFFFD"))
}

// show makes the places of a finding paths from the working directory.
func (s *source) show(d *diag.Diagnostic) {
	d.Pos.File = s.path(d.Pos.File)
	for i := range d.Related {
		d.Related[i].File = s.path(d.Related[i].File)
	}
}

// path gives a file of the source's directory as a path from the working
// directory.
func (s *source) path(name string) string {
	return path.Join(filepath.ToSlash(s.dir), name)
}
