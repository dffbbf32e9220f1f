package git

import (
	"errors"
	"io"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Tree is the files of a commit. It is asked for one directory at a time, so
// that a large repository costs no more than a small one.
type Tree struct {
	repo   *Repo
	commit string
	listed map[string][]entry // directories, so far
}

// entry is a file or a directory of a commit.
type entry struct {
	name string
	mode fs.FileMode
	size int64
	blob string
}

func (e entry) Name() string               { return e.name }
func (e entry) IsDir() bool                { return e.mode.IsDir() }
func (e entry) Type() fs.FileMode          { return e.mode.Type() }
func (e entry) Mode() fs.FileMode          { return e.mode }
func (e entry) Size() int64                { return e.size }
func (e entry) ModTime() time.Time         { return time.Time{} }
func (e entry) Sys() any                   { return nil }
func (e entry) Info() (fs.FileInfo, error) { return e, nil }

const (
	maxLinks = 16      // how many symbolic links may lead to one file
	maxLink  = 4 << 10 // bytes of the path that one leads to
)

var errNowhere = errors.New("a symbolic link leads out of the repository")

// find finds what is at a path, through symbolic links, as on disk.
func (t *Tree) find(op, name string) (entry, string, error) {
	fail := func(err error) (entry, string, error) {
		return entry{}, "", &fs.PathError{Op: op, Path: name, Err: err}
	}
	if !fs.ValidPath(name) {
		return fail(fs.ErrInvalid)
	}
	found, at := entry{name: ".", mode: fs.ModeDir | 0o555}, "."
	rest := strings.Split(name, "/")
	if name == "." {
		return found, at, nil
	}
	for links := 0; len(rest) > 0; {
		if !found.IsDir() {
			return fail(fs.ErrNotExist)
		}
		entries, err := t.list(at)
		if err != nil {
			return fail(err)
		}
		i := slices.IndexFunc(entries, func(e entry) bool { return e.name == rest[0] })
		if i < 0 {
			return fail(fs.ErrNotExist)
		}
		if entries[i].mode&fs.ModeSymlink == 0 {
			found, at, rest = entries[i], path.Join(at, rest[0]), rest[1:]
			continue
		}
		if entries[i].size > maxLink {
			return fail(errNowhere)
		}
		to, err := t.repo.ask("cat-file", "blob", entries[i].blob)
		if err != nil {
			return fail(err)
		}
		if path.IsAbs(to) {
			return fail(errNowhere)
		}
		to = path.Join(at, to)
		if links++; links > maxLinks || !fs.ValidPath(to) {
			return fail(errNowhere)
		}
		rest = append(strings.Split(to, "/"), rest[1:]...)
		found, at = entry{name: ".", mode: fs.ModeDir | 0o555}, "."
	}
	return found, at, nil
}

// list gives the entries of a directory, which is there.
func (t *Tree) list(dir string) ([]entry, error) {
	if entries, known := t.listed[dir]; known {
		return entries, nil
	}
	object := t.commit + ":"
	if dir != "." {
		object += dir
	}
	out, err := t.repo.ask("ls-tree", "-z", "-l", "--full-tree", object)
	if err != nil {
		return nil, err
	}
	entries := []entry{}
	for record := range strings.SplitSeq(strings.TrimSuffix(out, "\x00"), "\x00") {
		facts, name, _ := strings.Cut(record, "\t")
		fields := strings.Fields(facts) // mode, type, object, size
		if len(fields) != 4 {
			continue
		}
		e := entry{name: name, mode: 0o444, blob: fields[2]}
		switch {
		case fields[0] == "120000":
			e.mode |= fs.ModeSymlink
		case fields[1] == "tree":
			e.mode = fs.ModeDir | 0o555
		case fields[1] != "blob":
			e.mode |= fs.ModeIrregular // a submodule
		}
		e.size, _ = strconv.ParseInt(fields[3], 10, 64) // "-" for a directory
		entries = append(entries, e)
	}
	slices.SortFunc(entries, func(a, b entry) int { return strings.Compare(a.name, b.name) }) // git's order is another one
	t.listed[dir] = entries
	return entries, nil
}

// Stat describes what is at a path.
func (t *Tree) Stat(name string) (fs.FileInfo, error) {
	e, _, err := t.find("stat", name)
	return e, err
}

// ReadDir lists a directory.
func (t *Tree) ReadDir(name string) ([]fs.DirEntry, error) {
	e, at, err := t.find("readdir", name)
	if err != nil || !e.IsDir() {
		return nil, &fs.PathError{Op: "readdir", Path: name, Err: fs.ErrNotExist}
	}
	entries, err := t.list(at)
	list := make([]fs.DirEntry, len(entries))
	for i, e := range entries {
		list[i] = e
	}
	return list, err
}

// Open opens a file.
func (t *Tree) Open(name string) (fs.File, error) {
	e, at, err := t.find("open", name)
	switch {
	case err != nil:
		return nil, err
	case e.IsDir():
		entries, err := t.ReadDir(at)
		return &directory{e, entries}, err
	case !e.mode.IsRegular():
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	content, err := t.repo.ask("cat-file", "blob", e.blob)
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	return &file{strings.NewReader(content), e}, nil
}

type file struct {
	*strings.Reader
	entry entry
}

func (f *file) Stat() (fs.FileInfo, error) { return f.entry, nil }
func (f *file) Close() error               { return nil }

// directory is a directory that is open.
type directory struct {
	entry entry
	rest  []fs.DirEntry
}

func (d *directory) Stat() (fs.FileInfo, error) { return d.entry, nil }
func (d *directory) Close() error               { return nil }
func (d *directory) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: d.entry.name, Err: fs.ErrInvalid}
}

// ReadDir gives the next entries: all that are left, if n is not positive.
func (d *directory) ReadDir(n int) ([]fs.DirEntry, error) {
	if n <= 0 {
		n = len(d.rest)
	} else if len(d.rest) == 0 {
		return nil, io.EOF
	}
	n = min(n, len(d.rest))
	next := d.rest[:n]
	d.rest = d.rest[n:]
	return next, nil
}
