package golang

import (
	"slices"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/statusgen/statusgen/generator/internal/render"
)

// tabled prints what a property says of single codes where they are too many
// to be listed: an array of the facts of all codes.
func (p *printer) tabled(g *jen.Group, property *render.Property) {
	array := factsOf(property)
	fact := func(i *jen.Statement) *jen.Statement { return jen.Id(array).Index(i) }
	var answer []jen.Code
	switch {
	case yields(property):
		answer = []jen.Code{
			jen.For(jen.List(jen.Id("_"), jen.Id("value")).Op(":=").Range().Add(fact(jen.Id("i")))).Block(
				jen.If(jen.Op("!").Id("yield").Call(jen.Id("value"))).Block(jen.Return()),
			),
			jen.Return(),
		}
	case property.Optional:
		answer = []jen.Code{
			jen.Id("fact").Op(":=").Add(fact(jen.Id("i"))),
			jen.Return(jen.Id("fact").Dot("value"), jen.Id("fact").Dot("ok")),
		}
	default:
		answer = []jen.Code{jen.Return(fact(jen.Id("i")))}
	}
	g.If(jen.Id("i").Op(":=").Id("c").Dot("place").Call(), jen.Id("i").Op("!=").Lit(0)).Block(answer...)

	kind, empty := property.ValueType, p.zeroValue(property)
	switch {
	case yields(property):
		kind, empty = "[]"+kind, "nil"
	case isSet(property):
		empty = "0"
	case property.Optional:
		kind, empty = "struct {\n\tvalue "+kind+"\n\tok    bool\n}", "{}"
	}
	at := slices.Index(p.table.Properties, property)
	p.array(array, kind, empty, func(c *render.Code) string { return element(property, c.Facts[at]) })
}

// factsOf names the array of a property's facts.
func factsOf(property *render.Property) string { return "factsOf" + property.Identifier }

// element writes a fact as an element of an array.
func element(property *render.Property, fact *render.Fact) string {
	switch {
	case yields(property) && !fact.Given():
		return "nil"
	case yields(property):
		return "{" + joined(fact, ", ") + "}"
	case isSet(property) && !fact.Given():
		return "0"
	case isSet(property):
		return joined(fact, " | ")
	case property.Optional && fact.Given():
		return "{" + fact.Literal + ", true}"
	case property.Optional:
		return "{}"
	}
	return fact.Literal
}

func joined(fact *render.Fact, by string) string {
	literals := make([]string, len(fact.Items))
	for i, item := range fact.Items {
		literals[i] = item.Literal
	}
	return strings.Join(literals, by)
}
