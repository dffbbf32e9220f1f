package check

import (
	"fmt"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
)

var ruleVisibilityConflict = &diag.Rule{
	Name: "visibility-conflict",
	Doc:  "Nothing inside of what is internal is public, because a reader who may not see the whole cannot place the part.",
}

func visibilityConflict(p *pass, t *table) {
	conflict := func(what string, own codes.At[codes.Visibility], around string, whole codes.At[codes.Visibility]) {
		if own.Value == codes.Public && whole.Value == codes.Internal {
			p.report(own.Pos, fmt.Sprintf("%s is public, but %s is internal", what, around), diag.See(whole.Pos))
		}
	}
	ofTable := "the table " + quote(t.Name.Value)
	for _, class := range t.Classes {
		conflict("the class "+quote(class.Name.Value), class.Visibility, ofTable, t.Visibility)
		whole, around := t.Visibility, ofTable
		if class.Visibility.Value == codes.Internal {
			whole, around = class.Visibility, "its class "+quote(class.Name.Value)
		}
		for _, param := range class.Params {
			conflict("the parameter "+quote(param.Name.Value), param.Visibility, around, whole)
		}
	}
	for _, property := range t.Properties {
		conflict("the property "+quote(property.Name.Value), property.Visibility, ofTable, t.Visibility)
	}
	for _, c := range t.Codes {
		whole, around := t.Visibility, ofTable
		if class := t.home[c]; class != nil && class.Visibility.Value == codes.Internal {
			whole, around = class.Visibility, "its class "+quote(class.Name.Value)
		}
		conflict(quote(c.Name.Value), c.Visibility, around, whole)
		if c.Visibility.Value == codes.Internal {
			whole, around = c.Visibility, quote(c.Name.Value)
		}
		for _, param := range c.Params {
			conflict("the parameter "+quote(param.Name.Value), param.Visibility, around, whole)
		}
	}
}

var ruleInternalReference = &diag.Rule{
	Name: "internal-reference",
	Doc:  "No public value of a public property is an internal code, because the value would give the code away.",
}

func internalReference(p *pass, t *table) {
	for _, property := range t.Properties {
		into := p.named[property.Table.Value]
		if property.Type.Value != codes.CodeProperty || into == nil || t.HidesProperty(property) {
			continue
		}
		if into.IsInternal() {
			p.report(property.Table.Pos, fmt.Sprintf("the public property %s points into the table %s, which is internal", quote(property.Name.Value), quote(into.Name.Value)),
				diag.See(into.Visibility.Pos), diag.Hint("make the property internal too"))
			continue
		}
		judge := func(fact *codes.Fact) {
			if fact == nil {
				return
			}
			for _, s := range fact.Items {
				if value, ok := p.catalog.Target(property, s); ok && into.Hides(value) {
					p.report(s.Pos, fmt.Sprintf("the public property %s is %s here, which is internal", quote(property.Name.Value), showScalar(s)),
						diag.Hint("make the property internal, or what has this value"))
				}
			}
		}
		judge(property.Default)
		for _, class := range t.Classes {
			if !t.HidesClass(class) {
				judge(codes.FactIn(class.Defaults, property.Name.Value))
			}
		}
		for _, c := range t.Codes {
			if !t.HidesCode(c) {
				judge(codes.FactIn(c.Properties, property.Name.Value))
			}
		}
	}
}
