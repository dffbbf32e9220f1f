package tmpl

import (
	"errors"
	"fmt"
	"reflect"
	"strconv"
	"text/template"
	"text/template/parse"
)

// text/template looks a field up by its name each time that it prints it, and
// most of what a large table took was that. So where a range does no more than
// print, its body is compiled: the fields are found once, by type. The output
// is the same. What compile does not know stays with text/template, and so do
// mistakes, which it tells best.

// rows is the name of the function that runs a compiled range. Templates are
// parsed without it, so that no author can call it.
const rows = "rows"

// compiled is a template of which some ranges are compiled.
type compiled struct {
	*template.Template
	functions template.FuncMap
	out       *blocks
	ranges    []body
}

// body is what a range does with each of its elements.
type body []step

type step func(*frame) error

// frame is what a body sees while it runs.
type frame struct {
	dot       reflect.Value
	variables []reflect.Value
	out       *blocks
}

func (f *frame) print(s string) error {
	_, err := f.out.WriteString(s)
	return err
}

// errStays is for what text/template has to say.
var errStays = errors.New("not compiled")

// compile compiles what it can of a template that is executed for a value of
// some type.
func compile(parsed *template.Template, functions template.FuncMap, dot reflect.Type, out *blocks) *compiled {
	c := &compiled{Template: parsed, functions: functions, out: out}
	c.replace(parsed.Root, dot)
	parsed.Funcs(template.FuncMap{rows: c.run})
	guard(parsed, functions)
	return c
}

// execute gives the output for a value.
func (c *compiled) execute(dot any) ([]byte, error) {
	err := c.Execute(c.out, dot)
	return c.out.take(), err
}

// run does what the range of a number does, and prints nothing more.
func (c *compiled) run(number int, list any) (string, error) {
	f := &frame{out: c.out}
	return "", c.ranges[number].each(f, reflect.ValueOf(list))
}

func (b body) each(f *frame, list reflect.Value) error {
	outer := f.dot
	for i := range list.Len() {
		f.dot = list.Index(i)
		if err := b.do(f); err != nil {
			return err
		}
	}
	f.dot = outer
	return nil
}

func (b body) do(f *frame) error {
	for _, step := range b {
		if err := step(f); err != nil {
			return err
		}
	}
	return nil
}

// replace puts calls of rows where there are ranges that can be compiled. The
// type of the dot is nil where it is not known.
func (c *compiled) replace(list *parse.ListNode, dot reflect.Type) {
	if list == nil || dot == nil {
		return
	}
	for i, node := range list.Nodes {
		switch node := node.(type) {
		case *parse.RangeNode:
			over, ok := c.pipeline(node.Pipe, scope{dot: dot})
			if !ok || over.Kind() != reflect.Slice {
				continue
			}
			if b, ok := c.body(node.List, scope{dot: over.Elem()}); ok && node.ElseList == nil {
				list.Nodes[i] = call(rows, len(c.ranges), node.Pos, node.Pipe)
				c.ranges = append(c.ranges, b)
				continue
			}
			c.replace(node.List, over.Elem())
		case *parse.WithNode:
			if value, ok := c.pipeline(node.Pipe, scope{dot: dot}); ok {
				c.replace(node.List, value.Type)
			}
			c.replace(node.ElseList, dot)
		case *parse.IfNode:
			c.replace(node.List, dot)
			c.replace(node.ElseList, dot)
		}
	}
}

// call is {{NAME NUMBER (…)}}, a call of one of the functions that no author
// can.
func call(name string, number int, pos parse.Pos, with *parse.PipeNode) parse.Node {
	return &parse.ActionNode{NodeType: parse.NodeAction, Pos: pos, Line: with.Line, Pipe: &parse.PipeNode{
		NodeType: parse.NodePipe, Pos: pos, Line: with.Line, Cmds: []*parse.CommandNode{{
			NodeType: parse.NodeCommand, Pos: pos, Args: []parse.Node{
				parse.NewIdentifier(name).SetPos(pos),
				&parse.NumberNode{NodeType: parse.NodeNumber, Pos: pos, IsInt: true, Int64: int64(number), Text: strconv.Itoa(number)},
				with,
			},
		}},
	}}
}

// scope is what is known of a frame before it runs.
type scope struct {
	dot       reflect.Type
	variables []variable
	within    int // templates, one in the other
}

type variable struct {
	name string
	reflect.Type
}

// variable finds the one that a name means: the last that took it.
func (s scope) variable(name string) int {
	at := len(s.variables) - 1
	for at >= 0 && s.variables[at].name != name {
		at--
	}
	return at
}

// body compiles a list of nodes, if it can all of them.
func (c *compiled) body(list *parse.ListNode, s scope) (body, bool) {
	if list == nil {
		return nil, true
	}
	var b body
	for _, node := range list.Nodes {
		step, ok := c.step(node, &s)
		if !ok {
			return nil, false
		}
		b = append(b, step)
	}
	return b, true
}

func (c *compiled) step(node parse.Node, s *scope) (step, bool) {
	switch node := node.(type) {
	case *parse.TextNode:
		text := string(node.Text)
		return func(f *frame) error { return f.print(text) }, true
	case *parse.ActionNode:
		return c.action(node.Pipe, s)
	case *parse.IfNode:
		return c.branch(node.BranchNode, *s, false)
	case *parse.WithNode:
		return c.branch(node.BranchNode, *s, true)
	case *parse.RangeNode:
		over, ok := c.pipeline(node.Pipe, *s)
		if !ok || over.Kind() != reflect.Slice || node.ElseList != nil {
			return nil, false
		}
		b, ok := c.body(node.List, s.with(over.Elem()))
		return func(f *frame) error {
			list, err := over.eval(f)
			if err != nil {
				return err
			}
			return b.each(f, list)
		}, ok
	case *parse.TemplateNode:
		return c.template(node, *s)
	}
	return nil, false
}

// with gives the scope of what is done with another dot.
func (s scope) with(dot reflect.Type) scope {
	s.dot = dot
	return s
}

// action prints a value, or gives it a name.
func (c *compiled) action(pipe *parse.PipeNode, s *scope) (step, bool) {
	value, ok := c.command(pipe, *s)
	if !ok || pipe.IsAssign || len(pipe.Decl) > 1 {
		return nil, false
	}
	if len(pipe.Decl) == 1 {
		at := len(s.variables)
		s.variables = append(s.variables[:at:at], variable{pipe.Decl[0].Ident[0], value.Type})
		return func(f *frame) error {
			v, err := value.eval(f)
			f.variables = append(f.variables[:at], v)
			return err
		}, true
	}
	for _, shown := range []reflect.Type{reflect.TypeFor[fmt.Stringer](), reflect.TypeFor[error]()} {
		if value.Implements(shown) { // it has a say in how it is printed
			return nil, false
		}
	}
	switch value.Kind() {
	case reflect.String:
		return func(f *frame) error {
			v, err := value.eval(f)
			if err != nil {
				return err
			}
			return f.print(v.String())
		}, true
	case reflect.Int, reflect.Int64:
		return func(f *frame) error {
			v, err := value.eval(f)
			if err != nil {
				return err
			}
			return f.print(strconv.FormatInt(v.Int(), 10))
		}, true
	}
	return nil, false
}

// branch is an if, or a with.
func (c *compiled) branch(node parse.BranchNode, s scope, with bool) (step, bool) {
	value, ok := c.pipeline(node.Pipe, s)
	if !ok {
		return nil, false
	}
	inner := s
	if with {
		inner.dot = value.Type
	}
	yes, ok := c.body(node.List, inner)
	no, also := c.body(node.ElseList, s)
	return func(f *frame) error {
		v, err := value.eval(f)
		if err != nil {
			return err
		}
		if !truth(v) {
			return no.do(f)
		}
		if !with {
			return yes.do(f)
		}
		outer := f.dot
		f.dot = v
		err = yes.do(f)
		f.dot = outer
		return err
	}, ok && also
}

// truth is what text/template takes for true.
func truth(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Array, reflect.Map, reflect.Slice, reflect.String:
		return v.Len() > 0
	case reflect.Struct:
		return true
	}
	return !v.IsZero()
}

// template is another template, with a dot of its own and no variables.
func (c *compiled) template(node *parse.TemplateNode, s scope) (step, bool) {
	called := c.Lookup(node.Name)
	if called == nil || called.Tree == nil || node.Pipe == nil || s.within > 4 {
		return nil, false
	}
	value, ok := c.pipeline(node.Pipe, s)
	if !ok {
		return nil, false
	}
	b, ok := c.body(called.Root, scope{dot: value.Type, within: s.within + 1})
	return func(f *frame) error {
		v, err := value.eval(f)
		if err != nil {
			return err
		}
		return b.do(&frame{dot: v, out: f.out})
	}, ok
}
