package golang

import (
	"fmt"
	"slices"

	"github.com/dave/jennifer/jen"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/render"
)

// pagesOfErrors gives the files that make errors of a table's codes: one beside
// the codes, and a package for each locale, so that a program carries the
// locales that it imports and no others.
func pagesOfErrors(table *render.Table) []page {
	pages := []page{{fmt.Sprintf("%s/%s_errors_gen.go", table.Package, table.Name), (*printer).errors}}
	for _, locale := range table.Errors.Locales {
		pages = append(pages, page{
			fmt.Sprintf("%s/%s/%s_messages_gen.go", table.Package, locale.Identifier, table.Name),
			func(p *printer) ([]byte, error) { return p.locale(locale) },
		})
	}
	return pages
}

// errors prints the errors of a table.
func (p *printer) errors() ([]byte, error) {
	p.begin(p.table.Package, nil)
	p.errorType()
	p.targets()
	p.constructors()
	if p.carries() {
		for _, param := range p.table.Errors.Params {
			p.accessor(param)
		}
		p.values()
	}
	p.messages()
	p.problem()
	p.parseProblem()
	return p.assembled(planOfErrors(p.table, p.language))
}

// carries reports whether some error carries a value.
func (p *printer) carries() bool { return len(p.table.Errors.Params) > 0 }

// has reports whether some error carries a value of a type.
func (p *printer) has(one codes.ParamType) bool {
	return slices.ContainsFunc(p.table.Errors.Params, func(param *render.Param) bool { return param.Type == one })
}

// reads reports whether some problem has a value of a type.
func (p *printer) reads(one codes.ParamType) bool {
	return slices.ContainsFunc(p.table.Errors.Params, func(param *render.Param) bool { return param.Type == one && !param.Private })
}

// errorType prints the type of errors, and what every error has.
func (p *printer) errorType() {
	p.out.Line()
	p.doc(p.out.Group, p.table.Errors.Doc)
	p.out.Type().Id("Error").StructFunc(func(g *jen.Group) {
		g.Id("code").Id("Code")
		if p.carries() {
			g.Id("values").Index().Id("value")
		}
		g.Id("cause").Error()
		g.Id("problem").Op("*").Id("Problem").Comment("that it was read from; nil: it was made here")
	})
	p.say("Error says what happened and, behind a colon, why.")
	p.onError("Error").Params().String().Block(
		jen.If(jen.Id("e").Dot("cause").Op("==").Nil()).Block(jen.Return(jen.Id("e").Dot("Message").Call())),
		jen.Return(jen.Id("e").Dot("Message").Call().Op("+").Lit(": ").Op("+").Id("e").Dot("cause").Dot("Error").Call()),
	)
	p.say("Code gives the code of the error, which the table may lack.")
	p.onError("Code").Params().Id("Code").Block(jen.Return(jen.Id("e").Dot("code")))

	p.say("Wrap gives a copy of the error that has a cause. Whoever receives the error is not told of it.")
	p.onError("Wrap").Params(jen.Id("cause").Error()).Op("*").Id("Error").Block(
		jen.Id("wrapped").Op(":=").Op("*").Id("e"),
		jen.Id("wrapped").Dot("cause").Op("=").Id("cause"),
		jen.Return(jen.Op("&").Id("wrapped")),
	)
	p.say("Unwrap gives the cause, or nil.")
	p.onError("Unwrap").Params().Error().Block(jen.Return(jen.Id("e").Dot("cause")))
}

// onError starts a method of Error.
func (p *printer) onError(name string) *jen.Statement {
	return p.out.Func().Params(jen.Id("e").Op("*").Id("Error")).Id(name)
}

// targets prints what errors.Is compares errors to: codes and classes, which
// are errors for that.
func (p *printer) targets() {
	classes := len(p.table.Classes) > 0
	of := "its code"
	if classes {
		of = "its code or its class"
	}
	p.say("Is reports whether target is " + of + ", or an error of the same code, so that errors.Is finds the error by any of them.")
	p.onError("Is").Params(jen.Id("target").Error()).Bool().Block(
		jen.If(jen.List(jen.Id("other"), jen.Id("ok")).Op(":=").Id("target").Assert(jen.Op("*").Id("Error")), jen.Id("ok")).Block(
			jen.Return(jen.Id("other").Op("!=").Nil().Op("&&").Id("other").Dot("code").Op("==").Id("e").Dot("code")),
		),
		jen.ReturnFunc(func(g *jen.Group) {
			same := jen.Id("target").Op("==").Error().Call(jen.Id("e").Dot("code"))
			if classes {
				same.Op("||").Id("e").Dot("code").Dot("Is").Call(jen.Id("target"))
			}
			g.Add(same)
		}),
	)
	p.say("Error is what String gives. A code is an error so that errors.Is can look for it: errors.Is(err, "+
		p.table.Codes[0].Identifier+").",
		"Because it is one, the JSON of log/slog has this text; with "+p.underlying()+"(c) it has the code.")
	p.on("Error").Params().String().Block(jen.Return(jen.Id("c").Dot("String").Call()))
	if !classes {
		return
	}
	p.say("Is reports whether target is the class of the code.")
	p.on("Is").Params(jen.Id("target").Error()).Bool().Block(
		jen.List(jen.Id("class"), jen.Id("ok")).Op(":=").Id("target").Assert(jen.Id("Class")),
		jen.Return(jen.Id("ok").Op("&&").Id("class").Op("!=").Lit("").Op("&&").Id("class").Op("==").Id("c").Dot("Class").Call()),
	)
	p.say("Error gives the name of the class. A class is an error so that errors.Is can look for it: errors.Is(err, " +
		p.table.Classes[0].Identifier + ").")
	p.out.Func().Params(jen.Id("c").Id("Class")).Id("Error").Params().String().Block(
		jen.Return(jen.String().Call(jen.Id("c"))),
	)
}

// accessor prints what reads a parameter.
func (p *printer) accessor(param *render.Param) {
	p.out.Line()
	p.doc(p.out.Group, with(param.Doc, formats([]*render.Param{param}, func(*render.Param) string { return "It" })))
	value := jen.Id("v").Dot("text")
	switch param.Type {
	case codes.IntegerParam:
		value = jen.Id("v").Dot("number")
	case codes.BooleanParam:
		value = jen.Id("v").Dot("number").Op("!=").Lit(0)
	}
	p.onError(param.Identifier).Params().Params(jen.Id("value").Id(param.ValueType), jen.Id("ok").Bool()).Block(
		jen.List(jen.Id("v"), jen.Id("ok")).Op(":=").Id("e").Dot("value").Call(jen.Lit(param.Name)),
		jen.Return(value, jen.Id("ok")),
	)
}

// answers prints the package that answers a request with a problem. It knows
// the tables by what their problems can do, and imports none.
func (p *printer) answers() ([]byte, error) {
	p.begin("problem", p.comment(render.NewDoc("Package problem answers HTTP requests with problem details (RFC 9457).")))
	p.say("Details are what a response says of an error, as the Problem of each table does.")
	p.out.Type().Id("Details").Interface(
		jen.Qual("encoding/json", "Marshaler"),
		jen.Id("HTTPStatus").Params().Int().Comment("0: the error has none"),
	)
	p.say("Write answers a request with problem details, and with their status if it is one of an error, 400 to 599. " +
		"Any other, and none, becomes 500 Internal Server Error, whatever the details themselves say.")
	p.out.Func().Id("Write").Params(jen.Id("w").Qual("net/http", "ResponseWriter"), jen.Id("details").Id("Details")).Error().Block(
		jen.List(jen.Id("body"), jen.Err()).Op(":=").Id("details").Dot("MarshalJSON").Call(),
		jen.If(jen.Err().Op("!=").Nil()).Block(jen.Return(jen.Err())),
		jen.Id("status").Op(":=").Id("details").Dot("HTTPStatus").Call(),
		jen.If(jen.Id("status").Op("<").Lit(400).Op("||").Id("status").Op(">").Lit(599)).Block(
			jen.Id("status").Op("=").Qual("net/http", "StatusInternalServerError"),
		),
		jen.Id("header").Op(":=").Id("w").Dot("Header").Call(),
		jen.Id("header").Dot("Del").Call(jen.Lit("Content-Length")).Comment("of what was to be the answer"),
		jen.Id("header").Dot("Set").Call(jen.Lit("Content-Type"), jen.Lit(mediaType)),
		jen.Id("w").Dot("WriteHeader").Call(jen.Id("status")),
		jen.List(jen.Id("_"), jen.Err()).Op("=").Id("w").Dot("Write").Call(jen.Id("body")),
		jen.Return(jen.Err()),
	)
	return p.assembled(plan{pkg: "problem", names: undeclared(0, []string{"Details", "Write"}), imports: []string{"encoding/json", "net/http"}})
}
