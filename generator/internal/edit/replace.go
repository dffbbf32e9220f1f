package edit

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path"
)

// File is a source file whose text is to be replaced.
type File struct {
	Dir     string // that the file is in, or below; no link leads out of it
	Name    string // slash-separated, relative to Dir
	Shown   string // as messages call it
	Content []byte
}

// Replace replaces the contents of files, which keep their modes. Every new
// content is on disk before the first takes its place, and until then nothing
// has changed.
func Replace(files []File) (err error) {
	var staged []*replacement
	defer func() {
		for _, s := range staged {
			err = errors.Join(err, s.close())
		}
	}()
	for _, file := range files {
		s := &replacement{File: file}
		staged = append(staged, s)
		if err := s.stage(); err != nil {
			return s.cannot(err)
		}
	}
	for _, s := range staged {
		if err := s.root.Rename(s.temp, s.Name); err != nil {
			return s.cannot(err)
		}
		s.temp = ""
	}
	return nil
}

// replacement is a file, and the temporary one that is to take its place.
type replacement struct {
	File
	root *os.Root
	temp string
}

func (s *replacement) stage() (err error) {
	if s.root, err = os.OpenRoot(cmp.Or(s.Dir, ".")); err != nil {
		return err
	}
	info, err := s.root.Lstat(s.Name)
	switch {
	case err != nil:
		return err
	case info.Mode().Type() == fs.ModeSymlink:
		return errors.New("it is a symbolic link; name the file that it leads to")
	case info.Mode().Perm()&0o200 == 0:
		return errors.New("it is read-only")
	}
	temp := path.Join(path.Dir(s.Name), fmt.Sprintf(".statusgen-%016x.tmp", rand.Uint64()))
	file, err := s.root.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	s.temp = temp
	_, err = file.Write(s.Content)
	return errors.Join(err, file.Chmod(info.Mode().Perm()), file.Sync(), file.Close())
}

// close takes back what has not taken its place.
func (s *replacement) close() error {
	if s.root == nil {
		return nil
	}
	var err error
	if s.temp != "" {
		err = s.root.Remove(s.temp)
	}
	return errors.Join(err, s.root.Close())
}

// cannot wraps an error of the operating system in the name that the author
// knows the file by.
func (s *replacement) cannot(err error) error {
	var inPath *fs.PathError
	var inLink *os.LinkError
	switch {
	case errors.As(err, &inPath):
		err = inPath.Err
	case errors.As(err, &inLink):
		err = inLink.Err
	}
	return fmt.Errorf("cannot replace %s: %w", s.Shown, err)
}
