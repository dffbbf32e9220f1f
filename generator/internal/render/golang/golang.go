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

// Render prints a view: <package>/<table>_gen.go for each table, and what
// makes errors of those that want it. The ending keeps a table called windows
// or test from meaning something to the go command.
func (Renderer) Render(view *render.View) ([]tree.File, error) {
	files := make([]tree.File, 0, len(view.Tables))
	errors := false
	for _, table := range view.Tables {
		pages := []page{{fmt.Sprintf("%s/%s_gen.go", table.Package, table.Name), (*printer).file}}
		if table.Errors != nil {
			pages = append(pages, pagesOfErrors(table)...)
			errors = true
		}
		for _, page := range pages {
			content, err := page.print(&printer{view: view, table: table, language: view.Language})
			if err != nil {
				return nil, fmt.Errorf("table %s: %w", table.Name, err)
			}
			files = append(files, tree.File{Path: page.path, Content: content})
		}
	}
	if errors {
		content, err := (&printer{view: view, language: view.Language}).answers()
		if err != nil {
			return nil, err
		}
		files = append(files, tree.File{Path: "problem/problem_gen.go", Content: content})
	}
	return files, nil
}

// page is a file, and what prints it.
type page struct {
	path  string
	print func(*printer) ([]byte, error)
}

// printer prints one table.
type printer struct {
	view     *render.View
	table    *render.Table
	language *codes.Language
	out      *jen.File
	arrays   []func(*bytes.Buffer) // to be printed last
	mixes    bool                  // some lookup is by a hash of numbers
	hashes   bool                  // some lookup is by a hash of texts
	compares bool                  // some text that a hash has found is compared
	names    render.Lines          // the names, where they are lined
	unpacked []int                 // the bits of the numbers that some lookup unpacks
}

// begin begins a file of a package.
func (p *printer) begin(name string, documentation []string) {
	p.out = jen.NewFile(name)
	p.out.NoFormat = true // the proof does
	p.out.HeaderComment(p.view.Marker)
	for _, line := range p.view.Header {
		p.out.HeaderComment(strings.TrimSpace("// " + render.Plain(p.language.Comment, line)))
	}
	for _, line := range documentation {
		p.out.PackageComment(line)
	}
}

func (p *printer) file() ([]byte, error) {
	p.begin(p.table.Package, append(p.comment(p.table.Doc), p.example()...))
	p.codeType()
	p.out.Line()
	p.out.Comment(constantsHere)
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
	p.line()
	return p.assembled(planOf(p.table, p.language))
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

// quote writes the author's text as a string literal.
func (p *printer) quote(t render.Text) string { return render.Quote(p.language.String, t) }

// text gives it to jennifer.
func (p *printer) text(t render.Text) *jen.Statement { return jen.Op(p.quote(t)) }

// on starts a method of Code.
func (p *printer) on(name string) *jen.Statement {
	return p.out.Func().Params(jen.Id("c").Id("Code")).Id(name)
}

// none is the zero value of a code.
func (p *printer) none() *jen.Statement { return jen.Op(p.noCode()) }

func (p *printer) noCode() string {
	if p.table.Integer {
		return "0"
	}
	return noText
}

// noText is the empty text.
const noText = `""`
