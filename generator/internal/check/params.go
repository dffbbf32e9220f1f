package check

import (
	"fmt"
	"slices"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
)

var ruleParamType = &diag.Rule{
	Name: "param-type",
	Doc:  "The parameters of one name in a table are of one type, because each language reads them by that name.",
}

func paramType(p *pass, t *table) {
	first := make(map[string]*codes.Param)
	for _, param := range t.Params() {
		name, is := param.Name.Value, param.Type
		switch before := first[name]; {
		case !is.Given():
		case before == nil:
			first[name] = param
		case before.Type.Value != is.Value:
			p.report(is.Pos, fmt.Sprintf("the parameter %s is %s here, and %s elsewhere", quote(name), is.Value, before.Type.Value),
				diag.See(before.Type.Pos))
		}
	}
}

// problemMembers are the members of a problem that are no parameters.
var problemMembers = []string{"type", "title", "status", "detail", "instance", "code"}

var ruleParamName = &diag.Rule{
	Name: "param-name",
	Doc:  "No parameter is called type, title, status, detail, instance or code, because a problem has members of these names.",
}

func paramName(p *pass, t *table) {
	for _, param := range t.Params() {
		if name := param.Name.Value; slices.Contains(problemMembers, name) {
			p.report(param.Name.Pos, fmt.Sprintf("the parameter %s is called like a member of every problem", quote(name)),
				diag.Hint("say whose it is, as in %s_%s", t.Name.Value, name))
		}
	}
}

var rulePrivateParam = &diag.Rule{
	Name: "private-param",
	Doc:  "An internal parameter is optional, because whoever receives the error does not have it.",
}

func privateParam(p *pass, t *table) {
	for _, param := range t.Params() {
		if param.IsPrivate() && !param.Optional {
			p.report(param.Visibility.Pos, fmt.Sprintf("the parameter %s is internal, but not optional", quote(param.Name.Value)),
				diag.Hint("write `optional: true` beside it"))
		}
	}
}
