package tmpl

import (
	"cmp"
	"errors"
	"fmt"
	"reflect"
	"text/template"
	"text/template/parse"

	"github.com/statusgen/statusgen/generator/internal/render"
)

// text/template refuses to print a function, which a text of the author's is,
// but inside of anything else it prints its address, another one on every
// machine. So, as html/template does with its escapers, every action that
// prints is made to ask one of our functions first, which lets through what is
// the same everywhere.

// shown is the name of the function that a printing action asks. Templates are
// parsed without it, so that no author can call it.
const shown = "shown"

// printing is what the printing actions of a template ask.
type printing struct {
	functions template.FuncMap
	actions   []action
}

// action is one as the author wrote it, for messages.
type action struct {
	*parse.ActionNode
	of *template.Template
}

// guard makes a template print nothing but what is the same on every machine.
func guard(parsed *template.Template, functions template.FuncMap) {
	p := printing{functions: functions}
	for _, associated := range parsed.Templates() {
		p.list(associated, associated.Root)
	}
	parsed.Funcs(printers).Funcs(template.FuncMap{shown: p.show})
}

// list guards each action of a list that prints.
func (p *printing) list(of *template.Template, list *parse.ListNode) {
	if list == nil {
		return
	}
	for i, node := range list.Nodes {
		switch node := node.(type) {
		case *parse.ActionNode:
			if len(node.Pipe.Decl) == 0 && !p.isText(node.Pipe) {
				list.Nodes[i] = call(shown, len(p.actions), node.Pos, node.Pipe)
				p.actions = append(p.actions, action{node, of})
			}
		case *parse.RangeNode:
			p.branch(of, node.BranchNode)
		case *parse.WithNode:
			p.branch(of, node.BranchNode)
		case *parse.IfNode:
			p.branch(of, node.BranchNode)
		}
	}
}

func (p *printing) branch(of *template.Template, node parse.BranchNode) {
	p.list(of, node.List)
	p.list(of, node.ElseList)
}

// isText spares actions that end in a function whose result is always text:
// they are most of those that a large table has.
func (p *printing) isText(pipe *parse.PipeNode) bool {
	name, ok := pipe.Cmds[len(pipe.Cmds)-1].Args[0].(*parse.IdentifierNode)
	if !ok || name.Ident == rows || printers[name.Ident] != nil {
		return ok
	}
	function := p.functions[name.Ident]
	return function != nil && reflect.TypeOf(function).Out(0).Kind() == reflect.String
}

// show hands on what the action of a number may print.
func (p *printing) show(number int, value any) (any, error) {
	err := printable(value)
	if err == nil {
		return value, nil
	}
	at := p.actions[number]
	location, context := at.of.ErrorContext(at.ActionNode)
	return nil, &misprint{fmt.Sprintf("template: %s: executing %q at <%s>: %s", location, at.of.Name(), context, err)}
}

// misprint is a mistake in words of its own, which need none of text/template's
// about the function that told it.
type misprint struct{ sentence string }

func (m *misprint) Error() string { return m.sentence }

// told takes text/template's words off a mistake that has its own.
func told(err error) error {
	if own := (*misprint)(nil); errors.As(err, &own) {
		return own
	}
	return err
}

// printers are text/template's own functions that print.
var printers = template.FuncMap{
	"print":    guarded(fmt.Sprint),
	"println":  guarded(fmt.Sprintln),
	"html":     guarded(template.HTMLEscaper),
	"js":       guarded(template.JSEscaper),
	"urlquery": guarded(template.URLQueryEscaper),
	"printf": func(format string, values ...any) (string, error) {
		return guarded(func(values ...any) string { return fmt.Sprintf(format, values...) })(values...)
	},
}

func guarded(printer func(...any) string) func(...any) (string, error) {
	return func(values ...any) (string, error) {
		for _, value := range values {
			if err := printable(value); err != nil {
				return "", err
			}
		}
		return printer(values...), nil
	}
}

// printable lets through text, booleans and numbers, and says of all else what
// a template prints of it.
func printable(value any) error {
	switch value.(type) {
	case nil:
		return errors.New("cannot print what is absent: if and with ask whether it is")
	case render.Text:
		return errors.New("cannot print a Text as it is, only what a function such as quote or plain makes of it")
	case render.Doc:
		return errors.New("cannot print a Doc as it is, only what the function comment makes of it")
	}
	of := reflect.TypeOf(value)
	switch of.Kind() {
	case reflect.String, reflect.Bool, reflect.Float32, reflect.Float64, reflect.Complex64, reflect.Complex128,
		reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64,
		reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return nil
	case reflect.Slice, reflect.Array, reflect.Map:
		return errors.New("cannot print a whole list, only its elements, with range")
	case reflect.Pointer:
		of = of.Elem()
	}
	return fmt.Errorf("cannot print a whole %s, only its fields", cmp.Or(of.Name(), of.String()))
}
