// Package load reads YAML sources into the model of package codes. It trusts
// nothing: the runes are looked at first, then the shape of the YAML, and only
// then is the text handed to the YAML library, for its nodes alone. Our own
// walk gives each value its type and its place, and collects every fault of
// all files in one run.
//
// It says "I cannot read this"; whether what was read is true is for package
// check to say.
package load

import (
	"bytes"
	"io/fs"
	"path"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
)

// Parse reads the catalogue that name in fsys holds, with the files that it
// includes and the tables that it extends. A file system offers the tables
// that are shipped under names that begin with "builtin:". Every fault of
// every file is in the list; where the list has errors, the catalogue holds
// what could be read and must not be judged.
func Parse(fsys fs.FS, name string) (*codes.Catalog, diag.List) {
	l := newLibrary(fsys)
	main := l.open(name, &file{})
	catalog := main.catalog
	var own []*entry
	for _, f := range append([]*file{main}, l.included(main)...) {
		own = append(own, f.tables...)
	}
	for _, e := range own {
		catalog.Tables = append(catalog.Tables, l.table(e, e.name))
	}
	l.refer(catalog, own)
	main.idleInTargets(catalog)
	return catalog, l.findings()
}

// Language reads what dir/target.yaml in fsys says about a language. The list
// is as that of Parse.
func Language(fsys fs.FS, dir string) (*codes.Language, diag.List) {
	language := &codes.Language{}
	found := &findings{file: path.Join(dir, "target.yaml")}
	read(fsys, found, func(r *reader, root *node) { r.language(root, language) })
	found.all.Sort()
	return language, found.all
}

// read takes a file through every step. Each step repairs what it reports
// where it can, so that the next one finds its own faults and no echoes.
func read(fsys fs.FS, found *findings, walk func(*reader, *node)) {
	if text, ok := readFile(fsys, found.file, found); ok {
		found.last = 1 + bytes.Count(bytes.TrimSuffix(text, newline), newline)
		text = checkRunes(text, found)
		shape := scan(text, found)
		if root := parse(shape, found); root != nil {
			walk(&reader{findings: found, spoiled: shape.spoiled, repaired: shape.repaired}, root)
		}
	}
}
