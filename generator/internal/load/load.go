// Package load reads YAML sources into the model of package codes. It trusts
// nothing: the runes are looked at first, then the shape of the YAML, and only
// then is the text handed to the YAML library, for its nodes alone. Our own
// walk gives each value its type and its place, and collects every fault of
// the file in one run.
//
// It says "I cannot read this"; whether what was read is true is for package
// check to say.
package load

import (
	"io/fs"
	"path"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
)

// Parse reads the catalogue that name in fsys holds. Every fault of the file
// is in the list; where the list has errors, the catalogue holds what could be
// read and must not be judged.
func Parse(fsys fs.FS, name string) (*codes.Catalog, diag.List) {
	catalog := &codes.Catalog{}
	found := read(fsys, name, func(r *reader, root *node) { r.catalog(root, catalog) })
	return catalog, found
}

// Language reads what dir/target.yaml in fsys says about a language. The list
// is as that of Parse.
func Language(fsys fs.FS, dir string) (*codes.Language, diag.List) {
	language := &codes.Language{}
	found := read(fsys, path.Join(dir, "target.yaml"), func(r *reader, root *node) { r.language(root, language) })
	return language, found
}

// read takes a file through every step. Each step repairs what it reports
// where it can, so that the next one finds its own faults and no echoes.
func read(fsys fs.FS, name string, walk func(*reader, *node)) diag.List {
	found := &findings{file: name}
	if text, ok := readFile(fsys, name, found); ok {
		text = checkRunes(text, found)
		shape := scan(text, found)
		if root := parse(shape, found); root != nil {
			walk(&reader{findings: found, spoiled: shape.spoiled}, root)
		}
	}
	found.all.Sort()
	return found.all
}
