package golang

import (
	"slices"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/render"
)

// constructors prints what makes the error of each code: a function with the
// parameters that are always there, and a last one for those that may be
// absent, which nobody has to give.
func (p *printer) constructors() {
	for _, code := range p.table.Codes {
		if len(code.Error.Optional()) > 0 {
			p.options(code.Error)
		}
		p.out.Line()
		p.doc(p.out.Group, p.constructorDoc(code.Error))
		p.constructor(code.Error.Constructor, code.Error).BlockFunc(func(g *jen.Group) { p.construct(g, code) })
	}
	for _, code := range p.table.Codes {
		for _, alias := range code.Error.Aliases {
			p.otherConstructor(alias, code.Error)
		}
	}
}

func (p *printer) constructor(name string, e *render.Error) *jen.Statement {
	return p.out.Func().Id(name).ParamsFunc(func(g *jen.Group) {
		arguments(g, e.Required())
		if len(e.Optional()) > 0 {
			g.Id("options").Op("*").Id(e.ParamsType)
		}
	}).Op("*").Id("Error")
}

// otherConstructor prints what makes an error under another name of its code.
func (p *printer) otherConstructor(alias *render.ErrorAlias, of *render.Error) {
	if len(of.Optional()) > 0 {
		p.out.Line()
		p.doc(p.out.Group, alias.ParamsDoc)
		p.out.Type().Id(alias.ParamsType).Op("=").Id(of.ParamsType)
	}
	p.out.Line()
	p.doc(p.out.Group, alias.Doc)
	p.constructor(alias.Constructor, of).Block(jen.Return(jen.Id(of.Constructor).CallFunc(func(g *jen.Group) {
		for _, param := range of.Required() {
			g.Id(param.Argument)
		}
		if len(of.Optional()) > 0 {
			g.Id("options")
		}
	})))
}

// arguments declares parameters, those beside one another that are of one type
// together.
func arguments(g *jen.Group, params []*render.Param) {
	for i, param := range params {
		argument := jen.Id(param.Argument)
		if i+1 == len(params) || params[i+1].ValueType != param.ValueType {
			argument.Id(param.ValueType)
		}
		g.Add(argument)
	}
}

func (p *printer) constructorDoc(e *render.Error) render.Doc {
	more := []string{formats(e.Required(), func(param *render.Param) string { return param.Argument })}
	if len(e.Optional()) > 0 {
		more = append(more, "Without options, the optional parameters are absent.")
	}
	return with(e.Doc, more...)
}

// with gives documentation with more paragraphs.
func with(doc render.Doc, more ...string) render.Doc {
	doc.Paragraphs = slices.Concat(doc.Paragraphs, render.NewDoc(more...).Paragraphs)
	return doc
}

// formats says what the types of Go do not say of some parameters, or nothing.
func formats(params []*render.Param, called func(*render.Param) string) string {
	var sentences []string
	say := func(of codes.ParamType, one, more string) {
		var names []string
		for _, param := range params {
			if param.Type == of {
				names = append(names, called(param))
			}
		}
		switch last := len(names) - 1; {
		case last == 0:
			sentences = append(sentences, names[0]+" is "+one+".")
		case last > 0:
			sentences = append(sentences, strings.Join(names[:last], ", ")+" and "+names[last]+" are "+more+".")
		}
	}
	say(codes.DecimalParam, "a decimal number, such as -12.50", "decimal numbers, such as -12.50")
	say(codes.IntegerParam, "an integer up to 2^53-1 either way", "integers up to 2^53-1 either way")
	return strings.Join(sentences, " ")
}

// options prints the type of the parameters that may be absent.
func (p *printer) options(e *render.Error) {
	p.say(e.ParamsType+" are the optional parameters of "+e.Constructor+". Those that are nil are absent.",
		formats(e.Optional(), func(param *render.Param) string { return param.Identifier }))
	p.out.Type().Id(e.ParamsType).StructFunc(func(g *jen.Group) {
		for _, param := range e.Optional() {
			if len(param.Doc.Paragraphs) > 0 {
				p.doc(g, param.Doc)
			}
			g.Id(param.Identifier).Op("*").Id(param.ValueType)
		}
	})
}

func (p *printer) construct(g *jen.Group, code *render.Code) {
	made := func(values ...jen.Code) {
		g.Return(jen.Op("&").Id("Error").Values(append([]jen.Code{jen.Id("code").Op(":").Id(code.Identifier)}, values...)...))
	}
	params := code.Error.Params
	switch {
	case len(params) == 0:
		made()
		return
	case len(code.Error.Optional()) == 0:
		made(jen.Id("values").Op(":").Index().Id("value").ValuesFunc(func(g *jen.Group) {
			for _, param := range params {
				g.Line().Add(valueOf(param, jen.Id(param.Argument)))
			}
			g.Line()
		}))
		return
	}
	g.If(jen.Id("options").Op("==").Nil()).Block(jen.Id("options").Op("=").Op("&").Id(code.Error.ParamsType).Values())
	g.Id("values").Op(":=").Make(jen.Index().Id("value"), jen.Lit(0), jen.Lit(len(params)))
	add := func(values ...jen.Code) *jen.Statement {
		return jen.Id("values").Op("=").Append(append([]jen.Code{jen.Id("values")}, values...)...)
	}
	var always []jen.Code // one behind the other
	settle := func() {
		if len(always) > 0 {
			g.Add(add(append(always, jen.Line())...))
			always = nil
		}
	}
	for _, param := range params {
		if !param.Optional {
			always = append(always, jen.Line().Add(valueOf(param, jen.Id(param.Argument))))
			continue
		}
		settle()
		option := jen.Id("options").Dot(param.Identifier)
		g.If(option.Clone().Op("!=").Nil()).Block(add(valueOf(param, jen.Op("*").Add(option))))
	}
	settle()
	made(jen.Id("values").Op(":").Id("values"))
}

// valueOf gives the value of a parameter as errors keep it.
func valueOf(param *render.Param, of *jen.Statement) *jen.Statement {
	maker := "textValue"
	switch param.Type {
	case codes.IntegerParam:
		maker = "integerValue"
	case codes.BooleanParam:
		maker = "booleanValue"
	}
	value := jen.Id(maker).Call(jen.Lit(param.Name), of)
	if param.Private {
		value.Dot("kept").Call()
	}
	return value
}

// values prints how errors keep the values of their parameters, of the types
// that there are.
func (p *printer) values() {
	texts := p.has(codes.TextParam) || p.has(codes.DecimalParam)
	integers, booleans := p.has(codes.IntegerParam), p.has(codes.BooleanParam)
	p.say("value is a parameter of an error, and what it is there.")
	p.out.Type().Id("value").StructFunc(func(g *jen.Group) {
		g.Id("name").String()
		if integers || booleans {
			g.Id("kind").Id("kind")
		}
		g.Id("text").String().Comment("of a text or decimal")
		if integers || booleans {
			g.Id("number").Int64().Comment("of an integer; of a boolean, 0 or 1")
		}
		g.Id("private").Bool().Comment("it is in no problem")
	})
	p.say("kind is the type of a parameter.")
	p.out.Type().Id("kind").Uint8()
	p.out.Line()
	p.out.Const().DefsFunc(func(g *jen.Group) {
		g.Id("textKind").Id("kind").Op("=").Iota()
		if integers {
			g.Id("integerKind")
		}
		if booleans {
			g.Id("booleanKind")
		}
		if p.reads(codes.DecimalParam) {
			g.Id("decimalKind").Comment("a number as a text, so that nobody rounds it")
		}
	})
	p.makers(texts, integers, booleans)
	if p.hasPrivate() {
		p.say("kept gives the value as one that is in no problem.")
		p.out.Func().Params(jen.Id("v").Id("value")).Id("kept").Params().Id("value").Block(
			jen.Id("v").Dot("private").Op("=").True(),
			jen.Return(jen.Id("v")),
		)
	}
	number := jen.Id("v").Dot("number")
	truth := number.Clone().Op("!=").Lit(0)
	p.say("String gives the value as messages have it.")
	p.out.Func().Params(jen.Id("v").Id("value")).Id("String").Params().String().BlockFunc(func(g *jen.Group) {
		p.byKind(g, jen.Qual("strconv", "FormatInt").Call(number.Clone(), jen.Lit(10)), jen.Qual("strconv", "FormatBool").Call(truth.Clone()))
	})
	p.say("json gives the value as problems have it.")
	p.out.Func().Params(jen.Id("v").Id("value")).Id("json").Params().Any().BlockFunc(func(g *jen.Group) {
		p.byKind(g, number, truth)
	})
	p.say("value gives the value of a parameter, if the error has it.")
	p.onError("value").Params(jen.Id("name").String()).Params(jen.Id("value"), jen.Bool()).Block(
		jen.For(jen.List(jen.Id("_"), jen.Id("v")).Op(":=").Range().Id("e").Dot("values")).Block(
			jen.If(jen.Id("v").Dot("name").Op("==").Id("name")).Block(jen.Return(jen.Id("v"), jen.True())),
		),
		jen.Return(jen.Id("value").Values(), jen.False()),
	)
}

// makers prints what makes values.
func (p *printer) makers(texts, integers, booleans bool) {
	maker := func(name string, of, set jen.Code) {
		p.out.Line()
		p.out.Func().Id(name).Params(jen.Id("name").String(), of).Id("value").Block(set)
	}
	made := func(fields ...jen.Code) jen.Code {
		return jen.Return(jen.Id("value").Values(append([]jen.Code{jen.Id("name").Op(":").Id("name")}, fields...)...))
	}
	if texts {
		maker("textValue", jen.Id("text").String(), made(jen.Id("text").Op(":").Id("text")))
	}
	if integers {
		maker("integerValue", jen.Id("n").Int64(), made(jen.Id("kind").Op(":").Id("integerKind"), jen.Id("number").Op(":").Id("n")))
	}
	if booleans {
		p.out.Line()
		p.out.Func().Id("booleanValue").Params(jen.Id("name").String(), jen.Id("b").Bool()).Id("value").Block(
			jen.Id("v").Op(":=").Id("value").Values(jen.Id("name").Op(":").Id("name"), jen.Id("kind").Op(":").Id("booleanKind")),
			jen.If(jen.Id("b")).Block(jen.Id("v").Dot("number").Op("=").Lit(1)),
			jen.Return(jen.Id("v")),
		)
	}
}

// byKind prints the choice between what a value is.
func (p *printer) byKind(g *jen.Group, integer, boolean *jen.Statement) {
	var cases []jen.Code
	if p.has(codes.IntegerParam) {
		cases = append(cases, jen.Case(jen.Id("integerKind")).Block(jen.Return(integer)))
	}
	if p.has(codes.BooleanParam) {
		cases = append(cases, jen.Case(jen.Id("booleanKind")).Block(jen.Return(boolean)))
	}
	if len(cases) > 0 {
		g.Switch(jen.Id("v").Dot("kind")).Block(cases...)
	}
	g.Return(jen.Id("v").Dot("text"))
}

// hasPrivate reports whether some parameter stays with whoever made the error.
func (p *printer) hasPrivate() bool {
	for _, code := range p.table.Codes {
		for _, param := range code.Error.Params {
			if param.Private {
				return true
			}
		}
	}
	return false
}
