package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/statusgen/statusgen/generator/internal/diag"
	"github.com/statusgen/statusgen/generator/internal/git"
	"github.com/statusgen/statusgen/generator/internal/tree"
)

// against finds the source that --against names: standard input, a file, a
// directory that holds one, or one of a commit.
func (r *run) against(arg string) (*source, error) {
	if arg == "-" {
		return r.openStdin()
	}
	info, err := os.Stat(arg)
	switch {
	case err == nil && !info.IsDir():
		return sourceAt(arg)
	case err == nil:
		file := filepath.Join(arg, r.sourceName())
		if _, err := os.Stat(file); err == nil {
			return sourceAt(file)
		}
	}
	source, fault := r.inGit(arg)
	switch {
	case fault == nil:
		return source, nil
	case err == nil:
		return nil, fmt.Errorf("cannot compare with %s: the directory holds neither a %s nor outputs of statusgen, and %w", diag.Quote(arg), r.sourceName(), fault)
	}
	return nil, fmt.Errorf("cannot compare with %s: there is no such file, and %w", diag.Quote(arg), fault)
}

// sourceName is what the source is called, which is what it was called before.
func (r *run) sourceName() string {
	if r.source.stdin != "" {
		return defaultSource
	}
	return path.Base(r.source.name)
}

// inGit finds a source in a commit: REF, or REF:PATH. The repository is that of
// the source, and so is the path where none is given.
func (r *run) inGit(arg string) (*source, error) {
	ref, name, given := strings.Cut(arg, ":")
	if ref == "" {
		return nil, errors.New("what is before the colon names no git ref")
	}
	repository, err := git.Open(r.ctx, filepath.Join(".", filepath.FromSlash(r.source.dir)))
	if err != nil {
		return nil, err
	}
	files, err := repository.Commit(ref)
	if err != nil {
		return nil, err
	}
	switch {
	case !given:
		name = repository.Prefix + r.sourceName()
	case strings.HasPrefix(name, "./"), strings.HasPrefix(name, "../"):
		here, err := git.Open(r.ctx, ".")
		if err != nil {
			return nil, err
		}
		name = here.Prefix + name
	}
	name = path.Clean(name)
	info, err := fs.Stat(files, name)
	if err == nil && info.IsDir() {
		name = path.Join(name, r.sourceName())
		_, err = fs.Stat(files, name)
	}
	switch {
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, fs.ErrInvalid):
		return nil, fmt.Errorf("the git ref %s has no file %s; name another one from the root of the repository with %s:PATH, or from here with %[3]s:./PATH", diag.Quote(ref), name, ref)
	case err != nil:
		return nil, err
	}
	return &source{
		files: filesOf(files), name: name, root: path.Dir(name), ref: ref, names: map[string]string{},
	}, nil
}

// filesOf gives the files of a volume, and those that are shipped.
func filesOf(volume fs.FS) files { return files{volume: volume} }

// inCommit reports whether a place is in a commit, and so in no file.
func (r *run) inCommit(file string) bool { return r.ref != "" && strings.HasPrefix(file, r.ref+":") }

// completeAgainst completes the refs of the repository; files come by
// themselves.
func (r *run) completeAgainst(_ *cobra.Command, _ []string, word string) ([]string, cobra.ShellCompDirective) {
	repository, err := git.Open(r.ctx, ".")
	if err != nil {
		return nil, cobra.ShellCompDirectiveDefault
	}
	var refs []string
	for _, ref := range repository.Refs() {
		if strings.HasPrefix(ref, word) {
			refs = append(refs, ref)
		}
	}
	return refs, cobra.ShellCompDirectiveDefault
}

// recordedIn gives the output directories that a directory is or holds, unless
// it holds a source, which says more: the directory of each plan of which a
// former run has recorded something there.
func (r *run) recordedIn(dir string, plans []plan) (map[string]string, error) {
	info, err := os.Stat(dir)
	if err != nil || !info.IsDir() {
		return nil, nil
	}
	if _, err := os.Stat(filepath.Join(dir, r.sourceName())); err == nil {
		return nil, nil
	}
	if tree.IsRecorded(dir) {
		p, err := planOf(dir, plans)
		if err != nil {
			return nil, err
		}
		return map[string]string{p.name: dir}, nil
	}
	dirs := map[string]string{}
	for _, p := range plans {
		below := filepath.Join(dir, filepath.FromSlash(p.Declared.Out.Value))
		switch {
		case p.Declared.Out.Given() && tree.IsRecorded(below):
			dirs[p.name] = below
		case isBelow(dir, p.dir) && tree.IsRecorded(p.dir):
			dirs[p.name] = p.dir
		}
	}
	return dirs, nil
}

// isBelow reports whether a directory is in another one.
func isBelow(dir, other string) bool {
	above, err := filepath.Abs(dir)
	if err != nil {
		return false
	}
	if other, err = filepath.Abs(other); err != nil {
		return false
	}
	rel, err := filepath.Rel(above, other)
	return err == nil && filepath.IsLocal(rel)
}

// planOf finds the target that the outputs in a directory are of: the one whose
// directory it is or, somewhere else, the one that has most of the files.
func planOf(dir string, plans []plan) (*plan, error) {
	recorded, err := tree.ReadRecorded(dir, dir)
	if err != nil {
		return nil, err
	}
	theirs := map[string]bool{}
	for _, file := range recorded.Paths {
		theirs[file] = true
	}
	var nearest *plan
	most, alike := 0, 0
	for i, p := range plans {
		if here, err := filepath.Abs(p.dir); err == nil {
			if there, err := filepath.Abs(dir); err == nil && here == there {
				return &plans[i], nil
			}
		}
		files, err := p.Render(p.view)
		if err != nil {
			return nil, fmt.Errorf("target %s cannot be rendered: %w", p.name, err)
		}
		same := 0
		for _, file := range files {
			if theirs[file.Path] {
				same++
			}
		}
		switch {
		case same > most:
			nearest, most, alike = &plans[i], same, 1
		case same == most:
			alike++
		}
	}
	if nearest == nil || alike > 1 {
		return nil, fmt.Errorf("cannot compare with %s: it is not plain which target its outputs are of", diag.Quote(dir))
	}
	return nearest, nil
}
