package golang

import (
	"slices"

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

	kind := jen.Id(property.ValueType)
	empty := p.zero(property)
	switch {
	case yields(property):
		kind, empty = jen.Index().Id(property.ValueType), jen.Nil()
	case isSet(property):
		empty = jen.Lit(0)
	case property.Optional:
		kind = jen.Struct(jen.Id("value").Id(property.ValueType), jen.Id("ok").Bool())
		empty = jen.Values()
	}
	at := slices.Index(p.table.Properties, property)
	declare(p, array, kind, empty, p.table.Codes, func(c *render.Code) jen.Code { return p.element(property, c.Facts[at]) })
}

// factsOf names the array of a property's facts.
func factsOf(property *render.Property) string { return "factsOf" + property.Identifier }

// element writes a fact as an element of an array.
func (p *printer) element(property *render.Property, fact *render.Fact) *jen.Statement {
	switch {
	case yields(property):
		if !fact.Given() {
			return jen.Nil()
		}
		return jen.ValuesFunc(func(g *jen.Group) {
			for _, item := range fact.Items {
				g.Op(item.Literal)
			}
		})
	case isSet(property):
		return union(fact)
	case property.Optional && fact.Given():
		return jen.Values(jen.Op(fact.Literal), jen.True())
	case property.Optional:
		return jen.Values()
	}
	return jen.Op(fact.Literal)
}
