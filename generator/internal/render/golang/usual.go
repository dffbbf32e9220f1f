package golang

import (
	"fmt"

	"github.com/dave/jennifer/jen"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/render"
)

// references prints where facts come from.
func (p *printer) references() {
	p.say("Reference names the registry or specification that a code's facts come from.")
	p.out.Type().Id("Reference").Struct(
		jen.Id("Text").String().Comment("as people cite it"),
		jen.Id("URL").String().Comment("empty where there is none"),
	)
	const doc = "Reference gives the source of the code's facts. It is empty where the table names none."
	if !p.table.ReferenceTabled() {
		p.usual("Reference", "Reference", doc, p.reference(nil), p.reference(p.table.Reference),
			p.table.Referring(), func(c *render.Code) string { return p.reference(c.Reference) })
		return
	}
	p.say(doc)
	p.on("Reference").Params().Id("Reference").Block(jen.Return(jen.Id("references").Index(jen.Id("c").Dot("place").Call())))
	p.array("references", "Reference", "{}", func(c *render.Code) string {
		return p.reference(c.Reference)[len("Reference"):]
	})
}

// reference writes a reference as a literal.
func (p *printer) reference(r *render.Reference) string {
	switch {
	case r == nil:
		return "Reference{}"
	case r.URL == nil:
		return fmt.Sprintf("Reference{Text: %s}", p.quote(r.Text))
	}
	return fmt.Sprintf("Reference{Text: %s, URL: %s}", p.quote(r.Text), p.quote(r.URL))
}

// lifecycles prints the states of codes.
func (p *printer) lifecycles() {
	p.say("Lifecycle is the state of a code in its registry or, where the registry is silent, in its specification.")
	p.out.Type().Id("Lifecycle").String()
	p.out.Line()
	p.out.Comment("The states of a code.")
	p.out.Const().DefsFunc(func(g *jen.Group) {
		for _, l := range codes.Lifecycles {
			g.Id(lifecycle(l)).Id("Lifecycle").Op("=").Lit(string(l))
		}
	})
	const doc = "Lifecycle gives the state of the code, or nothing for a code that the table lacks."
	if p.table.LifecycleTabled() {
		p.say(doc)
		p.on("Lifecycle").Params().Id("Lifecycle").Block(jen.Return(jen.Id("lifecycles").Index(jen.Id("c").Dot("place").Call())))
		p.array("lifecycles", "Lifecycle", noText, func(c *render.Code) string { return lifecycle(c.Lifecycle) })
		return
	}
	p.usual("Lifecycle", "Lifecycle", doc, noText, lifecycle(codes.Standard),
		p.table.Unusual, func(c *render.Code) string { return lifecycle(c.Lifecycle) })
}

func lifecycle(l codes.Lifecycle) string {
	return "Lifecycle" + string(l[0]-'a'+'A') + string(l[1:])
}

// usual prints a method that gives every code of the table the same fact, but
// for a few exceptions.
func (p *printer) usual(method, result, doc, none, fact string, exceptions []*render.Code, other func(*render.Code) string) {
	p.say(doc)
	p.on(method).Params().Id(result).BlockFunc(func(g *jen.Group) {
		if len(exceptions) > 0 {
			g.Switch(jen.Id("c")).BlockFunc(func(g *jen.Group) {
				for _, list := range grouped(exceptions, other) {
					g.Case(rows(identifiers(list))...).Block(jen.Return(jen.Op(other(list[0]))))
				}
			})
		}
		if fact != none {
			g.If(jen.Id("c").Dot("Known").Call()).Block(jen.Return(jen.Op(fact)))
		}
		g.Return(jen.Op(none))
	})
}

func identifiers(list []*render.Code) []jen.Code {
	names := make([]jen.Code, len(list))
	for i, c := range list {
		names[i] = jen.Id(c.Identifier)
	}
	return names
}

// grouped joins what has equal keys, in the order in which each key comes
// first.
func grouped[T any, Key comparable](list []T, key func(T) Key) [][]T {
	var groups [][]T
	at := map[Key]int{}
	for _, one := range list {
		k := key(one)
		i, seen := at[k]
		if !seen {
			i = len(groups)
			at[k] = i
			groups = append(groups, nil)
		}
		groups[i] = append(groups[i], one)
	}
	return groups
}
