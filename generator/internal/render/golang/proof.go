package golang

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	goprinter "go/printer"
	"go/token"
	"slices"
	"strings"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/render"
)

// Texts reach a file through encoders alone. Should one ever get past them, it
// shows here: what was printed is parsed before it is formatted, and held to
// the plan. Nothing is written then.

// imports are the packages that a file may use.
var imports = []string{"errors", "iter", "math/bits", "strconv", "strings"}

// own are the declarations of a file that no name of a table's can meet. Who
// prints one more adds it here, or it is taken for an injected one.
var own = []string{
	"Has", // of sets
	"codes", "names", "phrases", "summaries", "actions", "references", "lifecycles", "labels",
	"place", "places", "words", "ranks", "pages", "slots", "displacements", "multiplier", "mix", "hash", "word", "half",
	"named", "nameSlots", "nameDisplacements",
	"otherPhrases", "phraseSlots", "phraseDisplacements", "fold",
	"matches", "parse", "number", "decode", "graphic",
}

// proven formats a whole file that was printed for a table, which must be what
// was planned.
func proven(source []byte, table *render.Table, language *codes.Language) ([]byte, error) {
	p := newProof(table, language)
	out, err := p.formatted(source)
	if err != nil {
		return nil, err
	}
	return out, p.complete()
}

// planned gives every name that a file may declare: those of the table, those
// that the language keeps for generated code, and our own.
func planned(table *render.Table, language *codes.Language) map[string]bool {
	names := map[string]bool{table.Type: true}
	for _, code := range table.Codes {
		names[code.Identifier] = true
		for _, alias := range code.Aliases {
			names[alias.Identifier] = true
		}
	}
	for _, class := range table.Classes {
		names[class.Identifier], names[class.Guard] = true, true
	}
	for _, property := range table.Properties {
		names[property.Identifier], names[property.ValueType], names[factsOf(property)] = true, true, true
		for _, value := range property.Values {
			names[value.Identifier] = true
		}
	}
	for _, scope := range language.Scopes {
		for _, name := range scope.Taken {
			names[name] = true
		}
	}
	for _, name := range own {
		names[name] = true
	}
	return names
}

// proof compares a file with the plan, the whole of it or part by part.
type proof struct {
	table             *render.Table
	files             *token.FileSet
	planned, declared map[string]bool
}

func newProof(table *render.Table, language *codes.Language) *proof {
	return &proof{table: table, planned: planned(table, language), declared: map[string]bool{}}
}

// formatted formats a file, as gofmt does.
func (p *proof) formatted(source []byte) ([]byte, error) {
	file, err := p.parsed(source)
	if err != nil {
		return nil, err
	}
	ast.SortImports(p.files, file)
	var out bytes.Buffer
	err = (&goprinter.Config{Mode: goprinter.UseSpaces | goprinter.TabIndent, Tabwidth: 8}).Fprint(&out, p.files, file)
	return out.Bytes(), err
}

// part looks at some declarations of a file, which are formatted already.
func (p *proof) part(declarations []byte) error {
	_, err := p.parsed(slices.Concat([]byte("package "+p.table.Package+"\n"), declarations))
	return err
}

func (p *proof) parsed(source []byte) (*ast.File, error) {
	p.files = token.NewFileSet() // of this part alone: that of a large table is large
	file, err := parser.ParseFile(p.files, "", source, parser.ParseComments|parser.SkipObjectResolution)
	if err == nil {
		err = refused(p.of(file))
	}
	return file, err
}

func (p *proof) of(file *ast.File) error {
	if file.Name.Name != p.table.Package {
		return p.fault(file.Name, "the package is called %s", file.Name.Name)
	}
	for _, group := range file.Comments {
		for _, c := range group.List {
			switch text := strings.TrimPrefix(c.Text, "//"); {
			case c.Text == constantsHere: // it is taken out
			case text != "" && text[0] != ' ' && text[0] != '\t': // a directive has no space
				return p.fault(c, "a comment begins with %.9q", c.Text)
			case strings.HasPrefix(strings.TrimSpace(text), "+build"):
				return p.fault(c, "a comment is a build constraint")
			}
		}
	}
	for _, declaration := range file.Decls {
		if err := p.declaration(declaration); err != nil {
			return err
		}
	}
	return nil
}

// complete reports a code that is nowhere.
func (p *proof) complete() error {
	for _, code := range p.table.Codes {
		if !p.declared[code.Identifier] {
			return refused(fmt.Errorf("no constant is called %s", code.Identifier))
		}
	}
	return nil
}

func refused(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("what was printed is not what was planned: %w", err)
}

func (p *proof) declaration(declaration ast.Decl) error {
	switch d := declaration.(type) {
	case *ast.FuncDecl:
		return p.name(d.Name)
	case *ast.GenDecl:
		for _, spec := range d.Specs {
			if err := p.spec(spec); err != nil {
				return err
			}
		}
	}
	return nil
}

func (p *proof) spec(spec ast.Spec) error {
	switch s := spec.(type) {
	case *ast.ImportSpec:
		if path := strings.Trim(s.Path.Value, `"`); s.Name != nil || !slices.Contains(imports, path) {
			return p.fault(s, "it imports %s", path)
		}
	case *ast.TypeSpec:
		return p.name(s.Name)
	case *ast.ValueSpec:
		for _, name := range s.Names {
			if err := p.name(name); err != nil {
				return err
			}
		}
		for _, value := range s.Values {
			if err := p.data(value); err != nil {
				return err
			}
		}
	}
	return nil
}

func (p *proof) name(name *ast.Ident) error {
	if !p.planned[name.Name] {
		return p.fault(name, "it declares %s", name.Name)
	}
	p.declared[name.Name] = true
	return nil
}

// data holds the value of a constant or variable to needing no code to run.
func (p *proof) data(value ast.Expr) (err error) {
	ast.Inspect(value, func(n ast.Node) bool {
		switch n.(type) {
		case *ast.CallExpr, *ast.FuncLit:
			err = p.fault(n, "a value has to be computed")
		}
		return err == nil
	})
	return err
}

func (p *proof) fault(at ast.Node, format string, args ...any) error {
	return fmt.Errorf("line %d: %s", p.files.Position(at.Pos()).Line, fmt.Sprintf(format, args...))
}
