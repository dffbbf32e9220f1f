package golang

import (
	"strconv"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/render"
)

func (p *printer) classes() {
	doc, gives := "It holds for codes that the table lacks too. The zero value is no class.", "Class gives the class of the code, known or not."
	if len(p.table.Classes) == 0 {
		doc, gives = "The table has none, so the zero value, which is no class, is the only one.", "Class gives no class, because the table has none."
	}
	p.say("Class is a named part of the code space. " + doc)
	p.out.Type().Id("Class").String()
	if len(p.table.Classes) > 0 {
		p.out.Line()
		p.out.Comment("The classes of the table.")
		p.out.Const().DefsFunc(func(g *jen.Group) {
			for i, class := range p.table.Classes {
				if i > 0 {
					g.Line()
				}
				p.doc(g, class.Doc)
				g.Id(class.Identifier).Id("Class").Op("=").Lit(class.Name)
			}
		})
	}
	p.say(gives)
	p.on("Class").Params().Id("Class").BlockFunc(func(g *jen.Group) {
		if len(p.table.Classes) > 0 {
			g.Switch().BlockFunc(func(g *jen.Group) {
				for _, class := range p.table.Classes {
					g.Case(jen.Id("c").Dot(class.Guard).Call()).Block(jen.Return(jen.Id(class.Identifier)))
				}
			})
		}
		g.Return(jen.Lit(""))
	})
	globs := false
	for _, class := range p.table.Classes {
		p.out.Line()
		p.doc(p.out.Group, class.GuardDoc)
		p.on(class.Guard).Params().Bool().Block(jen.Return(p.contains(class)))
		globs = globs || class.Glob != nil
	}
	if globs {
		p.matches()
	}
}

// contains is the test for a class.
func (p *printer) contains(class *render.Class) *jen.Statement {
	switch {
	case class.Range != nil && class.Range.Min == class.Range.Max:
		return jen.Id("c").Op("==").Op(decimal(class.Range.Min))
	case class.Range != nil:
		return jen.Op(decimal(class.Range.Min)).Op("<=").Id("c").Op("&&").Id("c").Op("<=").Op(decimal(class.Range.Max))
	case class.Prefix != nil:
		return jen.Qual("strings", "HasPrefix").Call(jen.String().Call(jen.Id("c")), p.text(class.Prefix))
	}
	return jen.Id("matches").Call(p.text(class.Glob.Pattern), jen.Lit(class.Glob.Open), jen.String().Call(jen.Id("c")))
}

func decimal(n int64) string { return strconv.FormatInt(n, 10) }

func (p *printer) matches() {
	p.say("matches reports whether text is like the pattern, in which ? stands for any one character; " +
		"where it is open, more characters may follow.")
	p.out.Func().Id("matches").Params(
		jen.Id("pattern").String(), jen.Id("open").Bool(), jen.Id("text").String(),
	).Bool().Block(
		jen.For(jen.List(jen.Id("_"), jen.Id("want")).Op(":=").Range().Id("pattern")).Block(
			jen.List(jen.Id("got"), jen.Id("size")).Op(":=").Qual("unicode/utf8", "DecodeRuneInString").Call(jen.Id("text")),
			jen.If(jen.Id("size").Op("==").Lit(0).Op("||").Id("want").Op("!=").LitRune('?').Op("&&").Id("want").Op("!=").Id("got")).Block(
				jen.Return(jen.False()),
			),
			jen.Id("text").Op("=").Id("text").Index(jen.Id("size").Op(":")),
		),
		jen.Return(jen.Id("open").Op("||").Id("text").Op("==").Lit("")),
	)
}

// property prints the accessor of a property, and the types that it needs.
func (p *printer) property(property *render.Property) {
	switch {
	case isSet(property):
		p.set(property)
	case property.Type == codes.OneOfProperty:
		p.oneOf(property)
	}
	p.out.Line()
	p.doc(p.out.Group, p.accessorDoc(property))
	method := p.on(property.Identifier)
	switch {
	case yields(property):
		method.Params().Qual("iter", "Seq").Index(jen.Id(property.ValueType)).Block(
			jen.Return(jen.Func().Params(jen.Id("yield").Func().Params(jen.Id(property.ValueType)).Bool()).BlockFunc(func(g *jen.Group) {
				p.answer(g, property)
			})),
		)
		return
	case property.Optional:
		method.Params().Params(jen.Id("value").Id(property.ValueType), jen.Id("ok").Bool())
	default:
		method.Params().Id(property.ValueType)
	}
	method.BlockFunc(func(g *jen.Group) { p.answer(g, property) })
}

// yields reports whether a property's values are handed out one by one: a list
// that is returned would be allocated, or could be changed.
func yields(property *render.Property) bool { return property.Many && !isSet(property) }

// isTest reports whether a property answers yes or no, so that a class which has
// another answer than all others is the answer.
func isTest(property *render.Property) bool {
	return property.Type == codes.BooleanProperty && !property.Many && !property.Optional
}

// isSet reports whether a property's values are handed out as a bit set.
func isSet(property *render.Property) bool {
	return property.Many && property.Type == codes.OneOfProperty && len(property.Values) <= 64
}

func (p *printer) accessorDoc(property *render.Property) render.Doc {
	doc := property.Doc
	more := ""
	switch {
	case property.Optional:
		more = "ok is false for a code that has no value."
	}
	doc.Paragraphs = append(doc.Paragraphs[:len(doc.Paragraphs):len(doc.Paragraphs)], render.NewDoc(more).Paragraphs...)
	return doc
}

// answer prints what a property says: of single codes, else of classes, else
// of all.
func (p *printer) answer(g *jen.Group, property *render.Property) {
	if property.Tabled() {
		p.tabled(g, property)
	} else if cases := groupByFact(property.ByCode, func(f render.CodeFact) (jen.Code, *render.Fact) {
		return jen.Id(f.Code.Identifier), f.Fact
	}); len(cases) > 0 {
		g.Switch(jen.Id("c")).BlockFunc(func(g *jen.Group) { p.cases(g, property, cases) })
	}
	if cases := groupByFact(property.ByClass, func(f render.ClassFact) (jen.Code, *render.Fact) {
		return jen.Id(f.Class.Identifier), f.Fact
	}); len(cases) == 1 && len(cases[0].labels) == 1 {
		if isTest(property) {
			is := "=="
			if cases[0].fact.Literal == p.language.Literals.False {
				is = "!="
			}
			g.Return(jen.Id("c").Dot("Class").Call().Op(is).Add(cases[0].labels[0]))
			return
		}
		g.If(jen.Id("c").Dot("Class").Call().Op("==").Add(cases[0].labels[0])).BlockFunc(func(g *jen.Group) {
			p.give(g, property, cases[0].fact)
			if yields(property) {
				g.Return()
			}
		})
	} else if len(cases) > 0 {
		g.Switch(jen.Id("c").Dot("Class").Call()).BlockFunc(func(g *jen.Group) { p.cases(g, property, cases) })
	}
	p.give(g, property, property.Default)
}

// cases prints what the labels of a switch answer. The methods that yield must
// return from each case, because falling out means the default.
func (p *printer) cases(g *jen.Group, property *render.Property, cases []factCase) {
	for _, c := range cases {
		g.Case(rows(c.labels)...).BlockFunc(func(g *jen.Group) {
			p.give(g, property, c.fact)
			if yields(property) {
				g.Return()
			}
		})
	}
}

// rows breaks a long list of labels into lines that can be read.
func rows(labels []jen.Code) []jen.Code {
	const inRow = 4
	if len(labels) <= inRow {
		return labels
	}
	broken := make([]jen.Code, len(labels))
	for i, label := range labels {
		broken[i] = label
		if i > 0 && i%inRow == 0 {
			broken[i] = jen.Line().Add(label)
		}
	}
	return broken
}

// give prints one answer.
func (p *printer) give(g *jen.Group, property *render.Property, fact *render.Fact) {
	switch {
	case yields(property):
		if !fact.Given() {
			return
		}
		all := jen.Null()
		for i, item := range fact.Items {
			if i > 0 {
				all.Op("&&")
			}
			all.Id("yield").Call(jen.Op(item.Literal))
		}
		g.Id("_").Op("=").Add(all)
	case isSet(property):
		g.Return(union(fact))
	case property.Optional && fact.Given():
		g.Return(jen.Op(fact.Literal), jen.True()).Add(note(fact))
	case property.Optional:
		g.Return(p.zero(property), jen.False())
	default:
		g.Return(jen.Op(fact.Literal)).Add(note(fact))
	}
}

// note names the code of another table, which stands as its bare value.
func note(fact *render.Fact) *jen.Statement {
	if name := fact.Items[0].Name; name != "" {
		return jen.Comment(name)
	}
	return jen.Null()
}

func (p *printer) zero(property *render.Property) *jen.Statement {
	return jen.Op(p.zeroValue(property))
}

func (p *printer) zeroValue(property *render.Property) string {
	switch property.ValueType {
	case "bool":
		return "false"
	case "int", "int64":
		return "0"
	}
	return noText
}

func union(fact *render.Fact) *jen.Statement {
	if !fact.Given() {
		return jen.Lit(0)
	}
	return jen.Op(joined(fact, "|"))
}

// factCase is a case of a switch: all that have one fact.
type factCase struct {
	labels []jen.Code
	fact   *render.Fact
}

// groupByFact joins what has equal facts.
func groupByFact[T any](list []T, split func(T) (jen.Code, *render.Fact)) []factCase {
	var cases []factCase
	for _, group := range grouped(list, func(one T) string {
		_, fact := split(one)
		return key(fact)
	}) {
		var c factCase
		for _, one := range group {
			var label jen.Code
			label, c.fact = split(one)
			c.labels = append(c.labels, label)
		}
		cases = append(cases, c)
	}
	return cases
}

// key tells facts apart. Literals hold no line break.
func key(fact *render.Fact) string {
	var b strings.Builder
	for _, item := range fact.Items {
		b.WriteString(item.Literal)
		b.WriteByte('\n')
	}
	return b.String()
}

// oneOf prints the type of a property that has one of several values.
func (p *printer) oneOf(property *render.Property) {
	p.say(property.ValueType + " is a value of the property " + property.Name + ".")
	p.out.Type().Id(property.ValueType).String()
	p.out.Line()
	p.out.Comment("The values of " + property.ValueType + ".")
	p.out.Const().DefsFunc(func(g *jen.Group) {
		for _, v := range property.Values {
			g.Id(v.Identifier).Id(property.ValueType).Op("=").Lit(v.Name)
		}
	})
}

// set prints the type of a property that has any of several values: a bit set.
func (p *printer) set(property *render.Property) {
	name := property.ValueType
	p.say(name + " is a set of values of the property " + property.Name + ". The zero value is empty.")
	p.out.Type().Id(name).Id(bits(len(property.Values)))
	p.out.Line()
	p.out.Comment("The values of " + name + ".")
	p.out.Const().DefsFunc(func(g *jen.Group) {
		for i, v := range property.Values {
			if i == 0 {
				g.Id(v.Identifier).Id(name).Op("=").Lit(1).Op("<<").Iota()
			} else {
				g.Id(v.Identifier)
			}
		}
	})
	p.say("Has reports whether the set holds all of these values.")
	p.out.Func().Params(jen.Id("s").Id(name)).Id("Has").Params(jen.Id("values").Id(name)).Bool().Block(
		jen.Return(jen.Id("s").Op("&").Id("values").Op("==").Id("values")),
	)
	p.say(`String gives the values of the set, joined by "|".`)
	p.out.Func().Params(jen.Id("s").Id(name)).Id("String").Params().String().BlockFunc(func(g *jen.Group) {
		g.Id("text").Op(":=").Lit("")
		g.For(jen.List(jen.Id("i"), jen.Id("name")).Op(":=").Range().Index(jen.Op("...")).String().ValuesFunc(func(g *jen.Group) {
			for _, v := range property.Values {
				g.Lit(v.Name)
			}
		})).Block(
			jen.If(jen.Op("!").Id("s").Dot("Has").Call(jen.Lit(1).Op("<<").Id("i"))).Block(jen.Continue()),
			jen.If(jen.Id("text").Op("!=").Lit("")).Block(jen.Id("text").Op("+=").Lit("|")),
			jen.Id("text").Op("+=").Id("name"),
		)
		g.Return(jen.Id("text"))
	})
}

func bits(n int) string {
	switch {
	case n <= 8:
		return "uint8"
	case n <= 16:
		return "uint16"
	case n <= 32:
		return "uint32"
	}
	return "uint64"
}
