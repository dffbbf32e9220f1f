package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"slices"

	"github.com/statusgen/statusgen/generator/internal/check"
	"github.com/statusgen/statusgen/generator/internal/edit"
	"github.com/statusgen/statusgen/generator/internal/follow"
	"github.com/statusgen/statusgen/generator/internal/load"
	"github.com/statusgen/statusgen/generator/internal/tree"
)

// propose shows the edits that would end the differences, or makes them.
func (r *run) propose(in *imported, how importing, compare comparer) error {
	files, err := r.edited(in, how, compare)
	if err != nil {
		return err
	}
	if how.write {
		var changed []edit.File
		for _, file := range files {
			changed = append(changed, file.File)
		}
		if err := edit.Replace(changed); err != nil {
			return err
		}
		if err := r.tellOf("%s: written", changed...); err != nil {
			return err
		}
	} else {
		for _, file := range files {
			if err := r.say(r.stdout, tree.Unified(file.Shown, file.old, file.Content)); err != nil {
				return err
			}
		}
	}
	if err := r.tellLeft(in); err != nil {
		return err
	}
	if !how.write {
		return nil
	}
	catalog, found := load.Parse(r.source, r.source.name)
	return r.stop(append(found, check.Catalog(catalog)...))
}

// edited makes the edits in memory, and holds them to be what they are meant to
// be: nothing is left to edit in what they give.
func (r *run) edited(in *imported, how importing, compare comparer) ([]text, error) {
	var files []text
	after := overlay{r.source, map[string][]byte{}}
	for _, name := range slices.Sorted(maps.Keys(in.Changes)) {
		old, err := fs.ReadFile(r.source, name)
		if err != nil {
			return nil, err
		}
		content, err := edit.Changed(old, follow.Order, in.Changes[name])
		if err != nil {
			return nil, fmt.Errorf("cannot edit %s:%w; use --check, and edit it by hand", r.source.path(name), err)
		}
		files = append(files, text{File: r.fileOf(name, content), old: old})
		after.content[name] = content
	}
	catalog, found := load.Parse(after, r.source.name)
	again := &imported{name: in.name, sheets: in.sheets, catalog: catalog}
	if !found.HasErrors() {
		if _, err := compare(again, how); err != nil {
			return nil, err
		}
	}
	if found.HasErrors() || len(again.Changes) > 0 {
		return nil, errors.New("the edits would not do what they should, which is a fault of statusgen; nothing was written")
	}
	return files, nil
}

// tellLeft says to people what no edit ends, and what is as it should be.
func (r *run) tellLeft(in *imported) error {
	if !r.toPeople() {
		return nil
	}
	for _, d := range in.Left {
		r.source.show(&d)
		if err := r.tell(fmt.Sprintf("%s: %s", d.Pos, d.Message)); err != nil {
			return err
		}
	}
	return r.tellApart(in)
}

// tellApart says to people where tables differ on purpose, and that they do not
// otherwise.
func (r *run) tellApart(in *imported) error {
	if !r.toPeople() {
		return nil
	}
	for _, d := range in.Apart {
		if err := r.tell(d.Message + ", because " + d.Hint); err != nil {
			return err
		}
	}
	if len(in.Found) > 0 {
		return nil
	}
	for _, followed := range in.followed {
		if err := r.tell(followed); err != nil {
			return err
		}
	}
	return nil
}

// overlay is a file system in which some files have another content.
type overlay struct {
	fs.FS
	content map[string][]byte
}

// Open opens a file, with its new content where it has one.
func (o overlay) Open(name string) (fs.File, error) {
	if content, ok := o.content[name]; ok {
		return stdinFS(content).Open(name)
	}
	return o.FS.Open(name)
}

// readLimited reads a file, and no more than one byte beyond a limit.
func readLimited(name string, limit int64) ([]byte, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("cannot read %s: %w", name, errors.Unwrap(err))
	}
	content, err := io.ReadAll(io.LimitReader(file, limit+1))
	if err != nil {
		err = fmt.Errorf("cannot read %s: %w", name, errors.Unwrap(err))
	}
	return content, errors.Join(err, file.Close())
}
