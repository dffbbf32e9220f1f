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
	"strings"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
)

const (
	defaultSource = "codes.yaml"
	commandLine   = "TARGET=DIR" // a place that is in no file
)

// source is the file that a run reads, among all that it can name.
type source struct {
	files
	name  string            // of the source
	root  string            // the directory that it is in
	dir   string            // the same, as the author would write it from here: "", "api"
	ref   string            // of the commit that holds it; empty on disk
	names map[string]string // of files that findings show: path -> name
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
	return sourceAt(r.in)
}

// find looks for the source here and in the directories above, as git does.
func find(name string) (*source, error) {
	here, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	for dir, shown := here, ""; ; dir, shown = filepath.Dir(dir), filepath.Join("..", shown) {
		if _, err := os.Stat(filepath.Join(dir, name)); err == nil {
			return sourceAt(filepath.Join(shown, name))
		}
		if dir == filepath.Dir(dir) {
			return nil, fmt.Errorf("no %s here or in any directory above; name one with --in", name)
		}
	}
}

// sourceAt gives the source at a path. A table may extend one of a file
// anywhere, so the files are those of a whole volume.
func sourceAt(file string) (*source, error) {
	absolute, err := filepath.Abs(file)
	if err != nil {
		return nil, err
	}
	volume := filepath.VolumeName(absolute) + string(filepath.Separator)
	name := filepath.ToSlash(strings.TrimPrefix(absolute, volume))
	return &source{
		files: files{volume: os.DirFS(volume)},
		name:  name, root: path.Dir(name), dir: filepath.ToSlash(filepath.Dir(file)),
		names: map[string]string{},
	}, nil
}

// openStdin reads the source from standard input. What it names is looked for
// from the working directory.
func (r *run) openStdin() (*source, error) {
	content, err := r.readStdin()
	if err != nil {
		return nil, err
	}
	s, err := sourceAt(stdinName)
	if err == nil {
		s.files.stdin, s.content = s.name, content
	}
	return s, err
}

// readStdin reads standard input. The readers have limits of their own; nothing
// larger has to be held to be refused.
func (r *run) readStdin() ([]byte, error) {
	return r.waitFor("standard input", func() ([]byte, error) {
		content, err := io.ReadAll(io.LimitReader(r.stdin, 64<<20+1))
		if err != nil {
			err = fmt.Errorf("cannot read standard input: %w", err)
		}
		return content, err
	})
}

// waitFor reads what may keep one waiting, such as a pipe, until the run is
// interrupted.
func (r *run) waitFor(what string, read func() ([]byte, error)) ([]byte, error) {
	type result struct {
		content []byte
		err     error
	}
	done := make(chan result, 1)
	go func() {
		content, err := read()
		done <- result{content, err}
	}()
	select {
	case <-r.ctx.Done():
		return nil, fmt.Errorf("%s was not read to its end", what)
	case input := <-done:
		return input.content, input.err
	}
}

// bytes gives the content of a file that a finding shows.
func (s *source) bytes(shown string) []byte {
	content, err := fs.ReadFile(s, s.names[shown])
	if err != nil {
		return nil
	}
	return bytes.ToValidUTF8(content, []byte("\uFFFD"))
}

// show makes the places of a finding paths from the working directory.
func (s *source) show(d *diag.Diagnostic) {
	show := func(pos *diag.Pos) {
		shown := s.path(pos.File)
		s.names[shown] = pos.File
		pos.File = shown
	}
	show(&d.Pos)
	for i := range d.Related {
		show(&d.Related[i])
	}
}

// path gives a file as a path from the working directory.
func (s *source) path(name string) string {
	if name == commandLine || strings.HasPrefix(name, builtin) {
		return name
	}
	if s.ref != "" {
		return s.ref + ":" + name
	}
	return path.Join(s.dir, s.below(name))
}

// below gives a file as a path from the source's directory.
func (s *source) below(name string) string {
	relative, err := filepath.Rel(filepath.FromSlash("/"+s.root), filepath.FromSlash("/"+name))
	if err != nil {
		return name
	}
	return filepath.ToSlash(relative)
}

// base names a base for the manifest, in the same way from wherever in the
// source it is extended.
func (s *source) base(b *codes.Base) string {
	file := b.Table.Name.Pos.File
	if strings.HasPrefix(file, builtin) {
		return b.Ref.Value
	}
	return s.below(file) + ":" + b.Table.Name.Value
}
