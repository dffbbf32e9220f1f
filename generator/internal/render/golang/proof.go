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

// plan is what a file may hold.
type plan struct {
	pkg      string
	names    map[string]bool // that it may declare, and whether it has
	required []string        // those that it must
	imports  []string
}

// own are the declarations of a file that no name of a table's can meet. Who
// prints one more adds it here, or it is taken for an injected one.
var own = []string{
	"Has", // of sets
	"codes", "names", "phrases", "summaries", "actions", "references", "lifecycles", "labels",
	"namesAt", "phrasesAt", "summariesAt", "actionsAt", "labelsAt",
	"place", "places", "words", "ranks", "pages", "slots", "displacements", "multiplier", "mix", "hash", "word", "half", "same",
	"unpack16", "unpack32", "unpack64", "line",
	"named", "nameSlots", "nameDisplacements", "nameSlot", "nameLines", "namePlaces",
	"otherPhrases", "phraseSlots", "phraseDisplacements", "fold",
	"matches", "parse", "number", "decode", "graphic",
}

// ownOfErrors are those of a file of errors.
var ownOfErrors = []string{
	"value", "values", "kind", "textKind", "integerKind", "booleanKind", "decimalKind",
	"textValue", "integerValue", "booleanValue", "kept", "json", "filled", "messages", "messagesAt", "problemTypesAt",
	"problemTypes", "object", "add", "HTTPStatus", "Err", "clone", "clash",
	"membersOf", "take", "takeText", "parameter", "parameters", "takeParameter", "wholeNumber", "isDecimal", "isDigits",
}

// proven formats a whole file that was printed, which must be what was planned.
func proven(source []byte, plan plan) ([]byte, error) {
	p := newProof(plan)
	out, err := p.formatted(source)
	if err != nil {
		return nil, err
	}
	return out, p.complete()
}

// planOf plans the file of a table's codes. It may declare the names of the
// table, those that the language keeps for generated code, and our own.
func planOf(table *render.Table, language *codes.Language) plan {
	names := undeclared(len(table.Codes), own)
	names[table.Type] = false
	var required []string
	for _, code := range table.Codes {
		names[code.Identifier] = false
		required = append(required, code.Identifier)
		for _, alias := range code.Aliases {
			names[alias.Identifier] = false
		}
	}
	for _, class := range table.Classes {
		names[class.Identifier], names[class.Guard] = false, false
	}
	for _, property := range table.Properties {
		names[property.Identifier], names[property.ValueType], names[factsOf(property)] = false, false, false
		for _, value := range property.Values {
			names[value.Identifier] = false
		}
	}
	addTaken(names, language)
	return plan{table.Package, names, required, []string{"errors", "iter", "math/bits", "strconv", "strings", "unicode/utf8"}}
}

// planOfErrors plans the file of a table's errors.
func planOfErrors(table *render.Table, language *codes.Language) plan {
	names := undeclared(2*len(table.Codes), ownOfErrors)
	names[table.Errors.Type] = false
	var required []string
	for _, code := range table.Codes {
		e := code.Error
		names[e.Constructor], names[e.ParamsType] = false, false
		required = append(required, e.Constructor)
		for _, alias := range e.Aliases {
			names[alias.Constructor], names[alias.ParamsType] = false, false
			required = append(required, alias.Constructor)
		}
	}
	for _, param := range table.Errors.Params {
		names[param.Identifier] = false
	}
	addTaken(names, language)
	return plan{table.Package, names, required, []string{"bytes", "cmp", "encoding/json", "io", "math", "slices", "strconv", "strings"}}
}

// undeclared makes room for names beside those that it is given.
func undeclared(more int, names []string) map[string]bool {
	all := make(map[string]bool, more+len(names))
	for _, name := range names {
		all[name] = false
	}
	return all
}

func addTaken(names map[string]bool, language *codes.Language) {
	for _, scope := range language.Scopes {
		for _, name := range scope.Taken {
			names[name] = false
		}
	}
}

// proof compares a file with the plan, the whole of it or part by part.
type proof struct {
	plan    plan
	files   *token.FileSet
	printed bytes.Buffer // the latest part
}

func newProof(plan plan) *proof { return &proof{plan: plan} }

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

// part prints some declarations of a file in the form that gofmt leaves alone,
// and looks at them: between what opens and closes them elsewhere.
func (p *proof) part(open string, declarations func(*bytes.Buffer), end string) ([]byte, error) {
	out := &p.printed
	out.Reset()
	fmt.Fprintf(out, "package %s\n%s", p.plan.pkg, open)
	start := out.Len()
	declarations(out)
	part := bytes.Clone(out.Bytes()[start:])
	out.WriteString(end)
	_, err := p.parsed(out.Bytes())
	return part, err
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
	if file.Name.Name != p.plan.pkg {
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

// complete reports a name that is nowhere.
func (p *proof) complete() error {
	for _, name := range p.plan.required {
		if !p.plan.names[name] {
			return refused(fmt.Errorf("nothing is called %s", name))
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
		if path := strings.Trim(s.Path.Value, `"`); s.Name != nil || !slices.Contains(p.plan.imports, path) {
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
	if _, planned := p.plan.names[name.Name]; !planned {
		return p.fault(name, "it declares %s", name.Name)
	}
	p.plan.names[name.Name] = true
	return nil
}

// data holds the value of a constant or variable to needing no code to run.
func (p *proof) data(value ast.Expr) (err error) {
	ast.Inspect(value, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr, *ast.FuncLit:
			err = p.fault(n, "a value has to be computed")
		case *ast.BasicLit: // go generate looks for its directives in raw literals, too
			if strings.Contains(n.Value, "\n//") {
				err = p.fault(n, "a line of a text begins as a comment does")
			}
		}
		return err == nil
	})
	return err
}

func (p *proof) fault(at ast.Node, format string, args ...any) error {
	return fmt.Errorf("line %d: %s", p.files.Position(at.Pos()).Line, fmt.Sprintf(format, args...))
}
