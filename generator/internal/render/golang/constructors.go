package golang

import (
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
	doc := e.Doc
	if len(e.Optional()) > 0 {
		more := render.NewDoc("Without options, the optional parameters are absent.")
		doc.Paragraphs = append(doc.Paragraphs[:len(doc.Paragraphs):len(doc.Paragraphs)], more.Paragraphs...)
	}
	return doc
}

// options prints the type of the parameters that may be absent.
func (p *printer) options(e *render.Error) {
	p.say(e.ParamsType + " are the optional parameters of " + e.Constructor + ". Those that are nil are absent.")
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

// values prints how errors keep the values of their parameters.
func (p *printer) values() {
	p.say("value is a parameter of an error, and what it is there.")
	p.out.Type().Id("value").Struct(
		jen.Id("name").String(),
		jen.Id("kind").Id("kind"),
		jen.Id("text").String().Comment("of a text or decimal"),
		jen.Id("number").Int64().Comment("of an integer; of a boolean, 0 or 1"),
		jen.Id("private").Bool().Comment("it is in no problem"),
	)
	p.say("kind is the type of a parameter.")
	p.out.Type().Id("kind").Uint8()
	p.out.Line()
	p.out.Const().Defs(
		jen.Id("textKind").Id("kind").Op("=").Iota(),
		jen.Id("integerKind"),
		jen.Id("booleanKind"),
		jen.Id("decimalKind").Comment("a number as a text, so that nobody rounds it"),
	)
	maker := func(name string, of, set jen.Code) {
		p.out.Line()
		p.out.Func().Id(name).Params(jen.Id("name").String(), of).Id("value").Block(set)
	}
	made := func(fields ...jen.Code) jen.Code {
		return jen.Return(jen.Id("value").Values(append([]jen.Code{jen.Id("name").Op(":").Id("name")}, fields...)...))
	}
	maker("textValue", jen.Id("text").String(), made(jen.Id("text").Op(":").Id("text")))
	maker("integerValue", jen.Id("n").Int64(), made(jen.Id("kind").Op(":").Id("integerKind"), jen.Id("number").Op(":").Id("n")))
	p.out.Line()
	p.out.Func().Id("booleanValue").Params(jen.Id("name").String(), jen.Id("b").Bool()).Id("value").Block(
		jen.Id("v").Op(":=").Id("value").Values(jen.Id("name").Op(":").Id("name"), jen.Id("kind").Op(":").Id("booleanKind")),
		jen.If(jen.Id("b")).Block(jen.Id("v").Dot("number").Op("=").Lit(1)),
		jen.Return(jen.Id("v")),
	)
	if p.hasPrivate() {
		p.say("kept gives the value as one that is in no problem.")
		p.out.Func().Params(jen.Id("v").Id("value")).Id("kept").Params().Id("value").Block(
			jen.Id("v").Dot("private").Op("=").True(),
			jen.Return(jen.Id("v")),
		)
	}
	p.say("String gives the value as messages have it.")
	p.out.Func().Params(jen.Id("v").Id("value")).Id("String").Params().String().Block(
		jen.Switch(jen.Id("v").Dot("kind")).Block(
			jen.Case(jen.Id("integerKind")).Block(jen.Return(jen.Qual("strconv", "FormatInt").Call(jen.Id("v").Dot("number"), jen.Lit(10)))),
			jen.Case(jen.Id("booleanKind")).Block(jen.Return(jen.Qual("strconv", "FormatBool").Call(jen.Id("v").Dot("number").Op("!=").Lit(0)))),
		),
		jen.Return(jen.Id("v").Dot("text")),
	)
	p.say("json gives the value as problems have it.")
	p.out.Func().Params(jen.Id("v").Id("value")).Id("json").Params().Any().Block(
		jen.Switch(jen.Id("v").Dot("kind")).Block(
			jen.Case(jen.Id("integerKind")).Block(jen.Return(jen.Id("v").Dot("number"))),
			jen.Case(jen.Id("booleanKind")).Block(jen.Return(jen.Id("v").Dot("number").Op("!=").Lit(0))),
		),
		jen.Return(jen.Id("v").Dot("text")),
	)
	p.say("value gives the value of a parameter, if the error has it.")
	p.onError("value").Params(jen.Id("name").String()).Params(jen.Id("value"), jen.Bool()).Block(
		jen.For(jen.List(jen.Id("_"), jen.Id("v")).Op(":=").Range().Id("e").Dot("values")).Block(
			jen.If(jen.Id("v").Dot("name").Op("==").Id("name")).Block(jen.Return(jen.Id("v"), jen.True())),
		),
		jen.Return(jen.Id("value").Values(), jen.False()),
	)
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
