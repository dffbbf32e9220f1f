package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/statusgen/statusgen"
	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
	"github.com/statusgen/statusgen/generator/internal/load"
	"github.com/statusgen/statusgen/generator/internal/render"
	"github.com/statusgen/statusgen/generator/internal/render/golang"
	"github.com/statusgen/statusgen/generator/internal/render/tmpl"
	"github.com/statusgen/statusgen/generator/internal/tree"
)

var ruleUnknownLanguage = &diag.Rule{
	Name: "unknown-language",
	Doc:  "A target is named after a language that statusgen ships, or names one, or says where its templates are.",
}

// Rules are the rules that only the command can hold a source to.
var Rules = []*diag.Rule{ruleUnknownLanguage}

const templates = "templates"

// place is a TARGET=DIR of the command line.
type place struct{ target, dir string }

func parsePlaces(args []string) ([]place, error) {
	var places []place
	for _, arg := range args {
		name, dir, ok := strings.Cut(arg, "=")
		if !ok || name == "" || dir == "" {
			return nil, usageError{fmt.Errorf("%s is not of the form TARGET=DIR", diag.Quote(arg))}
		}
		for _, other := range places {
			if other.target == name {
				return nil, usageError{fmt.Errorf("target %s is named twice", name)}
			}
			if filepath.Clean(other.dir) == filepath.Clean(dir) {
				return nil, usageError{fmt.Errorf("targets %s and %s cannot share the directory %s", other.target, name, dir)}
			}
		}
		places = append(places, place{name, dir})
	}
	return places, nil
}

// target is a target and where its outputs go.
type target struct {
	*render.Target
	name  string
	dir   string // on disk
	shown string // as messages call it
}

func targetOf(declared *codes.Target, dir string) target {
	return target{
		Target: &render.Target{Declared: declared},
		name:   declared.Name.Value, dir: dir, shown: filepath.ToSlash(filepath.Clean(dir)),
	}
}

// prepare reads the command line, and builds what it asks for.
func (r *run) prepare(args []string) ([]tree.Tree, error) {
	named, err := parsePlaces(args)
	if err != nil {
		return nil, err
	}
	if r.source, err = r.open(); err != nil {
		return nil, err
	}
	return r.build(named)
}

// targets gives the targets of a run: those that the command line names or,
// where it names none, all that the source declares.
func (r *run) targets(catalog *codes.Catalog, named []place) ([]target, error) {
	var list []target
	if len(named) == 0 {
		for _, declared := range catalog.Targets {
			dir := filepath.Join(filepath.FromSlash(r.source.dir), filepath.FromSlash(declared.Out.Value))
			list = append(list, targetOf(declared, dir))
		}
		return list, nil
	}
	for _, p := range named {
		if err := r.keepsOff(p, catalog.Targets); err != nil {
			return nil, err
		}
		i := slices.IndexFunc(catalog.Targets, func(t *codes.Target) bool { return t.Name.Value == p.target })
		declared := &codes.Target{Name: codes.At[string]{Value: p.target, Pos: diag.Pos{File: commandLine}}}
		if i >= 0 {
			declared = catalog.Targets[i]
		}
		list = append(list, targetOf(declared, p.dir))
	}
	return list, nil
}

// keepsOff holds a TARGET=DIR to a directory that no other target of the
// source has: each would take the files of the other for stale.
func (r *run) keepsOff(p place, declared []*codes.Target) error {
	dir, err := filepath.Abs(p.dir)
	if err != nil {
		return err
	}
	for _, other := range declared {
		if other.Name.Value == p.target {
			continue
		}
		theirs, err := filepath.Abs(filepath.Join(filepath.FromSlash(r.source.dir), filepath.FromSlash(other.Out.Value)))
		if err != nil {
			return err
		}
		if within(dir, theirs) || within(theirs, dir) {
			return usageError{fmt.Errorf("%s=%s is in the way of the target %s, whose outputs are in %s",
				p.target, p.dir, other.Name.Value, other.Out.Value)}
		}
	}
	return nil
}

// within reports whether a directory is another one, or inside it.
func within(dir, other string) bool {
	return dir == other || strings.HasPrefix(dir, other+string(filepath.Separator))
}

// speak finds what a target is printed with: its own directory of templates, or
// the shipped one of its name.
func (r *run) speak(t *render.Target) diag.List {
	declared := t.Declared
	dir := builtin + path.Join(templates, declared.Speaks())
	known := slices.Contains(shipped(), declared.Speaks())
	if declared.Templates.Given() {
		dir = path.Join(r.source.root, declared.Templates.Value)
		_, err := fs.Stat(r.source, path.Join(dir, tmpl.Settings))
		known = !errors.Is(err, fs.ErrNotExist)
	}
	if !known {
		return unknownLanguage(declared)
	}
	language, found := load.Language(r.source, dir)
	if found.HasErrors() {
		return found
	}
	t.Language, t.Renderer = language, golang.Renderer{}
	if language.Renderer == golang.Name {
		return found
	}
	files, err := fs.Sub(r.source, dir)
	if err != nil {
		found.Add(ruleUnknownLanguage, declared.Templates.Pos, err.Error())
	}
	t.Renderer = tmpl.Renderer{FS: below{files, r.source, dir}}
	return found
}

// below is a directory of a source, whose files can be asked for what they are
// before they are opened: a pipe would wait for who writes into it.
type below struct {
	fs.FS
	source fs.FS
	dir    string
}

func (b below) Stat(name string) (fs.FileInfo, error) {
	return fs.Stat(b.source, path.Join(b.dir, name))
}

func unknownLanguage(declared *codes.Target) diag.List {
	var found diag.List
	if declared.Templates.Given() {
		found.Add(ruleUnknownLanguage, declared.Templates.Pos,
			fmt.Sprintf("%s has no %s", declared.Templates.Value, tmpl.Settings),
			diag.Hint("a language is a directory that holds at least a %s", tmpl.Settings))
		return found
	}
	pos := declared.Name.Pos
	if declared.Language.Given() {
		pos = declared.Language.Pos
	}
	found.Add(ruleUnknownLanguage, pos,
		fmt.Sprintf("no language %s is shipped", diag.Quote(declared.Speaks())),
		diag.Hint("shipped are %s; name one with language:, or a directory of your own with templates:", strings.Join(shipped(), ", ")))
	return found
}

// shipped lists the languages inside the binary.
func shipped() []string {
	entries, err := fs.ReadDir(statusgen.Files, templates)
	if err != nil {
		panic(err) // the files are compiled in
	}
	names := make([]string, len(entries))
	for i, entry := range entries {
		names[i] = entry.Name()
	}
	return names
}

// bases gives the hash of every table that another one extends.
func (r *run) bases(catalog *codes.Catalog) map[string]string {
	hashes := map[string]string{}
	for _, table := range catalog.Tables {
		for _, base := range table.Bases {
			hashes[r.source.base(base)] = base.SHA256
		}
	}
	return hashes
}
