// Package golang prints a view as Go, one package for each table, with the
// standard library alone. It is the only importer of jennifer.
//
// No text of the author's goes to jennifer but through an encoder: literals
// through render.Quote, documentation through render.Comment, whose lines are
// comments already. Identifiers were decided, and checked, by Plan.
package golang

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/render"
	"github.com/statusgen/statusgen/generator/internal/tree"
)

// Name is how a target.yaml asks for this renderer.
const Name = "jennifer"

// Renderer renders Go.
type Renderer struct{}

// Render prints a view: <package>/<table>_gen.go for each table. The ending
// keeps a table called windows or test from meaning something to the go
// command.
func (Renderer) Render(view *render.View) ([]tree.File, error) {
	files := make([]tree.File, 0, len(view.Tables))
	for _, table := range view.Tables {
		p := printer{view: view, table: table, language: view.Language}
		content, err := p.file()
		if err != nil {
			return nil, fmt.Errorf("table %s: %w", table.Name, err)
		}
		name := fmt.Sprintf("%s/%s_gen.go", table.Package, table.Name)
		files = append(files, tree.File{Path: name, Content: content})
	}
	return files, nil
}

// printer prints one table.
type printer struct {
	view     *render.View
	table    *render.Table
	language *codes.Language
	out      *jen.File
	arrays   []jen.Code // printed last: what a reader looks for comes first
	mixes    bool       // some lookup is by a hash of numbers
	hashes   bool       // some lookup is by a hash of texts
}

func (p *printer) file() ([]byte, error) {
	p.out = jen.NewFile(p.table.Package)
	p.out.NoFormat = true // proven does
	p.out.HeaderComment(p.view.Marker)
	for _, line := range p.view.Header {
		p.out.HeaderComment(strings.TrimSpace("// " + render.Plain(p.language.Comment, line)))
	}
	for _, line := range append(p.comment(p.table.Doc), p.example()...) {
		p.out.PackageComment(line)
	}
	p.codeType()
	p.constants()
	p.enumeration()
	p.lookups()
	p.place()
	p.classes()
	for _, property := range p.table.Properties {
		p.property(property)
	}
	p.parsing()
	if !p.table.Open {
		p.decoding()
	}
	p.hashing()
	for _, array := range p.arrays {
		p.out.Line()
		p.out.Add(array)
	}
	var out bytes.Buffer
	if err := p.out.Render(&out); err != nil {
		return nil, err
	}
	return proven(out.Bytes(), p.table, p.language)
}

// underlying is the kind that codes have in Go.
func (p *printer) underlying() string {
	switch {
	case !p.table.Integer:
		return "string"
	case p.table.Wide:
		return "int64"
	}
	return "int"
}

// comment gives documentation as comment lines.
func (p *printer) comment(doc render.Doc) []string {
	return strings.Split(strings.TrimSuffix(render.Comment(p.language.Comment, "", doc), "\n"), "\n")
}

// doc writes documentation above the next declaration of a group.
func (p *printer) doc(g *jen.Group, doc render.Doc) {
	for _, line := range p.comment(doc) {
		g.Comment(line)
	}
}

// say writes documentation of our own, which holds no text of the author's.
func (p *printer) say(paragraphs ...string) {
	p.out.Line()
	p.doc(p.out.Group, render.NewDoc(paragraphs...))
}

// text writes the author's text as a string literal.
func (p *printer) text(t render.Text) *jen.Statement {
	return jen.Op(render.Quote(p.language.String, t))
}

// on starts a method of Code.
func (p *printer) on(name string) *jen.Statement {
	return p.out.Func().Params(jen.Id("c").Id("Code")).Id(name)
}

// array declares a package variable with one element for each code, at its
// place, after an empty one.
func (p *printer) array(name, element string, empty jen.Code, value func(*render.Code) jen.Code, more ...jen.Code) {
	declare(p, name, jen.Id(element), empty, p.table.Codes, value, more...)
}

// declare declares a package variable with one element for each item, after an
// empty one: static data, which costs nothing at start-up, and nothing at all
// where it is not used.
func declare[T any](p *printer, name string, element *jen.Statement, empty jen.Code, items []T, value func(T) jen.Code, more ...jen.Code) {
	p.arrays = append(p.arrays, jen.Var().Id(name).Op("=").Index(jen.Op("...")).Add(element).ValuesFunc(func(g *jen.Group) {
		g.Line().Add(empty)
		for _, item := range items {
			g.Line().Add(value(item))
		}
		for _, one := range more {
			g.Line().Add(one)
		}
		g.Line()
	}))
}

// none is the zero value of a code, or of its name.
func (p *printer) none() *jen.Statement {
	if p.table.Integer {
		return jen.Lit(0)
	}
	return jen.Lit("")
}
