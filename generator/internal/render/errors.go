package render

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
)

// errors plans how the codes of a table become errors, if they do.
func (p *planner) errors(t *codes.Table, n *namer, table *Table) {
	if t.Errors == nil {
		return
	}
	status := p.catalog.StatusOf(t)
	errors := &Errors{
		Package:  n.spell(codes.ErrorsRole, t.Name.Value),
		Type:     n.spell(codes.ErrorRole, t.Name.Value),
		Guard:    n.spell(codes.ErrorGuardRole, t.Name.Value+"_error"),
		IsStatus: status == nil && t.IsStatus(),
	}
	if status != nil {
		errors.Status = table.Properties[slices.Index(t.Properties, status)]
	}
	errors.Doc = NewDoc(p.lead(errors.Type, "is", "an error of the table "+t.Name.Value))
	n.declare(codes.ErrorsRole, errors.Package, "the module of the errors of the table", t.Name)
	n.declare(codes.ErrorRole, errors.Type, "the error type of the table", t.Name)
	n.declare(codes.ErrorGuardRole, errors.Guard, "the test for errors of the table", t.Name)
	table.Errors = errors

	p.classErrors(t, n, table)
	all := params{planner: p, namer: n, errors: errors, known: map[string]*Param{}}
	for i, c := range t.Codes {
		table.Codes[i].Error = p.errorOf(t, c, n, table.Codes[i], &all)
	}
	p.locales(t, n, table)
}

// classErrors plans the types of the errors of classes.
func (p *planner) classErrors(t *codes.Table, n *namer, table *Table) {
	for i, c := range t.Classes {
		name := c.Name.Value
		class := &ClassError{
			Identifier: n.spell(codes.ClassErrorRole, name),
			Guard:      n.spell(codes.ErrorGuardRole, name+"_error"),
		}
		class.Doc = NewDoc(p.lead(class.Identifier, "is", "an error of class "+name), c.Summary.Value)
		n.declare(codes.ClassErrorRole, class.Identifier, "the error type of the class", c.Name)
		n.declare(codes.ErrorGuardRole, class.Guard, "the test for errors of the class", c.Name)
		table.Classes[i].Error = class
	}
}

// errorOf plans the error of one code.
func (p *planner) errorOf(t *codes.Table, c *codes.Code, n *namer, code *Code, all *params) *Error {
	e := &Error{Title: code.Phrase, Type: NewText(t.Errors.TypeOf(c))}
	if status, ok := p.catalog.StatusOfCode(t, c); ok {
		e.Status = strconv.FormatInt(status, 10)
	}
	of := t.ParamsOf(c)
	e.Constructor, e.Guard, e.ParamsType = n.errorNames(c.Name, len(of) > 0)
	for _, param := range of {
		e.Params = append(e.Params, all.plan(param))
	}
	e.Message = pieces(t.Says(c), e.Params)
	e.Doc = NewDoc(p.lead(e.Constructor, "makes", "the error of "+p.nameOf(code)), c.Summary.Value, c.Action.Value)
	if code.Deprecated {
		e.Doc.Deprecated = NewText(p.deprecation(t, c, func(use *codes.Code) string { return n.spell(codes.ConstructorRole, use.Name.Value) }))
	}
	for _, a := range c.Aliases {
		if a.In(p.target) {
			alias := &ErrorAlias{}
			alias.Constructor, alias.Guard, alias.ParamsType = n.errorNames(a.Name, len(of) > 0)
			alias.Doc = p.aliasDoc(a, alias.Constructor, e.Constructor)
			alias.GuardDoc = p.aliasDoc(a, alias.Guard, e.Guard)
			alias.ParamsDoc = p.aliasDoc(a, alias.ParamsType, e.ParamsType)
			e.Aliases = append(e.Aliases, alias)
		}
	}
	return e
}

// nameOf gives what the documentation of an error calls its code: by its
// identifier only where that lies beside the error.
func (p *planner) nameOf(code *Code) string {
	if _, apart := p.language.Names[codes.ErrorsRole]; apart {
		return "code " + code.Name
	}
	return code.Identifier
}

// errorNames spells what a name of a code calls its error, and what that carries.
func (n *namer) errorNames(name codes.At[string], carries bool) (constructor, guard, paramsType string) {
	constructor = n.spell(codes.ConstructorRole, name.Value)
	guard = n.spell(codes.ErrorGuardRole, name.Value)
	paramsType = n.spell(codes.ParamsTypeRole, name.Value)
	n.declare(codes.ConstructorRole, constructor, "the constructor of", name)
	n.declare(codes.ErrorGuardRole, guard, "the test for the error", name)
	if carries {
		n.declare(codes.ParamsTypeRole, paramsType, "the type of the parameters of", name)
	}
	return constructor, guard, paramsType
}

func pieces(parts []codes.Piece, params []*Param) []Piece {
	list := make([]Piece, len(parts))
	for i, part := range parts {
		list[i].Text = NewText(part.Text)
		if j := slices.IndexFunc(params, func(p *Param) bool { return p.Name == part.Param }); j >= 0 {
			list[i].Param = params[j]
		}
	}
	return list
}

// locales plans the translations of a table's messages.
func (p *planner) locales(t *codes.Table, n *namer, table *Table) {
	for _, l := range t.Locales {
		tag := l.Tag.Value
		locale := &Locale{Tag: tag, Identifier: n.spell(codes.LocaleRole, codes.LowerASCII(strings.ReplaceAll(tag, "-", "_")))}
		locale.Doc = NewDoc(p.lead(locale.Identifier, "holds", "the messages of the errors of the table "+table.Name+" in the locale "+tag))
		n.declare(codes.LocaleRole, locale.Identifier, "the locale", l.Tag)
		messages := make(map[string]string, len(l.Messages))
		for _, m := range l.Messages {
			messages[m.Code.Value] = m.Message.Value
		}
		for _, code := range table.Codes {
			if message := messages[code.Name]; message != "" {
				parts, _ := codes.Pieces(message)
				locale.Messages = append(locale.Messages, Translation{Code: code, Message: pieces(parts, code.Error.Params)})
			}
		}
		table.Errors.Locales = append(table.Errors.Locales, locale)
	}
}

// params plans the parameters of a table's errors.
type params struct {
	planner *planner
	namer   *namer
	errors  *Errors
	known   map[string]*Param // of the table, by name
}

// plan plans a parameter of one code, and that of the table.
func (all *params) plan(def *codes.Param) *Param {
	n, name := all.namer, def.Name.Value
	param := &Param{
		Name:       name,
		Identifier: n.spell(codes.ParamRole, name),
		Argument:   n.argument(name),
		Type:       def.Type.Value,
		ValueType:  all.planner.valueType(def),
		Optional:   def.Optional,
		Private:    def.IsPrivate(),
	}
	param.Doc = NewDoc(def.Summary.Value)
	param.FormDoc = NewDoc(def.Summary.Value, forms[def.Type.Value])
	of := all.known[name]
	if of == nil {
		n.declare(codes.ParamRole, param.Identifier, "the parameter", def.Name)
		first := *param
		lead := all.planner.lead(first.Identifier, "gives", "the parameter "+name+" of an error, if it has one")
		first.Doc = NewDoc(lead, def.Summary.Value)
		first.FormDoc = NewDoc(lead, def.Summary.Value, forms[def.Type.Value])
		all.known[name] = &first
		all.errors.Params = append(all.errors.Params, &first)
		return param
	}
	of.Optional = of.Optional || param.Optional
	of.Private = of.Private && param.Private
	return param
}

// forms say what readers of problems hold the values of a type to.
var forms = map[codes.ParamType]string{
	codes.DecimalParam: "A decimal number as a text, such as -12.50.",
	codes.IntegerParam: "An integer from -(2**53 - 1) to 2**53 - 1.",
}

// argument gives a parameter as a constructor takes it. Nobody outside of it
// sees that name, so that one which is taken is changed and no fault.
func (n *namer) argument(name string) string {
	identifier := n.spell(codes.ArgumentRole, name)
	taken := slices.Contains(n.planner.language.Reserved, identifier)
	for _, s := range n.scopes {
		taken = taken || slices.Contains(s.holds, codes.ArgumentRole) && s.taken[identifier]
	}
	if taken && n.naming.Has(codes.ArgumentRole) {
		return identifier + "_"
	}
	return identifier
}

// valueType gives what the language calls the values of a parameter, or finds
// that it has no word for them.
func (p *planner) valueType(def *codes.Param) string {
	of := codes.TextProperty // a decimal number too
	switch def.Type.Value {
	case codes.BooleanParam:
		of = codes.BooleanProperty
	case codes.IntegerParam:
		of = codes.IntegerProperty
	}
	word := p.language.Types[of]
	if of == codes.IntegerProperty && p.language.Wide != "" { // it can need more than 32 bits
		word = p.language.Wide
	}
	if _, makes := p.language.Names[codes.ErrorRole]; makes && word == "" {
		p.found.Add(ruleMissingType, def.Type.Pos,
			fmt.Sprintf("target %s cannot show the parameter %q: %s has no type for %s", p.target.Name.Value, def.Name.Value, p.language.Title, def.Type.Value),
			diag.Hint("its target.yaml would with types: {%s: …}", of))
	}
	return word
}
