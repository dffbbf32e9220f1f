package tmpl

import (
	"reflect"
	"strconv"
	"text/template/parse"

	"github.com/statusgen/statusgen/generator/internal/render"
)

// value is an expression of a compiled range, and its type.
type value struct {
	reflect.Type
	eval func(*frame) (reflect.Value, error)
}

// pipeline compiles an expression that declares nothing.
func (c *compiled) pipeline(pipe *parse.PipeNode, s scope) (value, bool) {
	if len(pipe.Decl) > 0 {
		return value{}, false
	}
	return c.command(pipe, s)
}

// command compiles an expression that hands nothing on to another.
func (c *compiled) command(pipe *parse.PipeNode, s scope) (value, bool) {
	if len(pipe.Cmds) != 1 {
		return value{}, false
	}
	args := pipe.Cmds[0].Args
	if name, ok := args[0].(*parse.IdentifierNode); ok {
		return c.function(name.Ident, args[1:], s)
	}
	if field, ok := args[0].(*parse.FieldNode); ok && len(args) > 1 {
		last := len(field.Ident) - 1
		of, ok := value{s.dot, dot}.fields(field.Ident[:last])
		given, also := c.operands(args[1:], s)
		if !ok || !also {
			return value{}, false
		}
		return of.method(field.Ident[last], given)
	}
	if len(args) > 1 {
		return value{}, false
	}
	return c.operand(args[0], s)
}

func dot(f *frame) (reflect.Value, error) { return f.dot, nil }

// operands compiles what a function is given.
func (c *compiled) operands(nodes []parse.Node, s scope) ([]value, bool) {
	args := make([]value, len(nodes))
	for i, node := range nodes {
		arg, ok := c.operand(node, s)
		if !ok {
			return nil, false
		}
		args[i] = arg
	}
	return args, true
}

// operand compiles what stands for itself.
func (c *compiled) operand(node parse.Node, s scope) (value, bool) {
	dot := value{s.dot, dot}
	switch node := node.(type) {
	case *parse.DotNode:
		return dot, true
	case *parse.FieldNode:
		return dot.fields(node.Ident)
	case *parse.VariableNode:
		at := s.variable(node.Ident[0])
		if at < 0 {
			return value{}, false
		}
		v := value{s.variables[at].Type, func(f *frame) (reflect.Value, error) { return f.variables[at], nil }}
		return v.fields(node.Ident[1:])
	case *parse.StringNode:
		return constant(node.Text), true
	case *parse.NumberNode:
		n, err := strconv.ParseInt(node.Text, 0, strconv.IntSize) // 1e6 is a float, though it has an Int64
		return constant(int(n)), err == nil
	case *parse.PipeNode:
		return c.pipeline(node, s)
	}
	return value{}, false
}

func constant(of any) value {
	v := reflect.ValueOf(of)
	return value{v.Type(), func(*frame) (reflect.Value, error) { return v, nil }}
}

// fields compiles a chain of fields, and methods that need nothing.
func (v value) fields(names []string) (value, bool) {
	for _, name := range names {
		next, ok := v.method(name, nil)
		if !ok {
			next, ok = v.field(name)
		}
		if !ok {
			return value{}, false
		}
		v = next
	}
	return v, true
}

func (v value) field(name string) (value, bool) {
	structure := v.Type
	if structure.Kind() == reflect.Pointer {
		structure = structure.Elem()
	}
	if structure.Kind() != reflect.Struct {
		return value{}, false
	}
	field, ok := structure.FieldByName(name)
	return value{field.Type, func(f *frame) (reflect.Value, error) {
		from, err := v.eval(f)
		if err != nil {
			return from, err
		}
		if from.Kind() == reflect.Pointer {
			if from.IsNil() {
				return from, errStays
			}
			from = from.Elem()
		}
		return from.FieldByIndexErr(field.Index)
	}}, ok && field.IsExported()
}

// method compiles the call of a method of what a pointer points to.
func (v value) method(name string, args []value) (value, bool) {
	method, ok := v.MethodByName(name)
	if !ok || v.Kind() != reflect.Pointer {
		return value{}, false
	}
	args = append([]value{v}, args...)
	return generic(method.Func, args), takes(method.Type, args)
}

// function compiles a call of one of ours. Those that are called for every code
// are called as what they are, which takes a tenth of the time.
func (c *compiled) function(name string, nodes []parse.Node, s scope) (value, bool) {
	args, ok := c.operands(nodes, s)
	called := c.functions[name]
	if !ok || called == nil || !takes(reflect.TypeOf(called), args) {
		return value{}, false
	}
	first := func(f *frame) (string, error) {
		v, err := args[0].eval(f)
		return v.String(), err
	}
	switch called := called.(type) {
	case func(render.Text) (string, error):
		return value{reflect.TypeFor[string](), func(f *frame) (reflect.Value, error) {
			v, err := args[0].eval(f)
			if err != nil {
				return v, err
			}
			text, _ := v.Interface().(render.Text)
			quoted, err := called(text)
			return reflect.ValueOf(quoted), err
		}}, true
	case func(string, render.Doc) string:
		return value{reflect.TypeFor[string](), func(f *frame) (reflect.Value, error) {
			indent, err := first(f)
			if err != nil {
				return reflect.Value{}, err
			}
			v, err := args[1].eval(f)
			if err != nil {
				return v, err
			}
			doc, _ := v.Interface().(render.Doc)
			return reflect.ValueOf(called(indent, doc)), nil
		}}, true
	case func(int, ...any) (bool, error):
		return value{reflect.TypeFor[bool](), func(f *frame) (reflect.Value, error) {
			width, err := args[0].eval(f)
			if err != nil {
				return width, err
			}
			parts := make([]any, len(args)-1)
			for i, arg := range args[1:] {
				v, err := arg.eval(f)
				if err != nil {
					return v, err
				}
				parts[i] = v.Interface()
			}
			fits, err := called(int(width.Int()), parts...)
			return reflect.ValueOf(fits), err
		}}, true
	}
	return generic(reflect.ValueOf(called), args), true
}

// generic calls any function.
func generic(called reflect.Value, args []value) value {
	return value{called.Type().Out(0), func(f *frame) (reflect.Value, error) {
		given := make([]reflect.Value, len(args))
		for i, arg := range args {
			v, err := arg.eval(f)
			if err != nil {
				return v, err
			}
			given[i] = v
		}
		results := called.Call(given)
		if len(results) == 2 && !results[1].IsNil() {
			return results[0], errStays
		}
		return results[0], nil
	}}
}

// takes reports whether a function can be called with arguments.
func takes(function reflect.Type, args []value) bool {
	fixed := function.NumIn()
	if function.IsVariadic() {
		fixed--
	}
	if len(args) < fixed || len(args) > fixed && !function.IsVariadic() {
		return false
	}
	for i, arg := range args {
		var wanted reflect.Type
		if i < fixed {
			wanted = function.In(i)
		} else {
			wanted = function.In(fixed).Elem()
		}
		if !arg.AssignableTo(wanted) {
			return false
		}
	}
	return true
}
