package golang

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// Jennifer prints what these methods are given as it is, and so do we what the
// last of them, yield and a function that returns a string are given for an
// array. Whatever is no constant there has to be one of the expressions below,
// each for its reason. (Lit quotes, and Id is given what TestTheViewHoldsNoText
// looks at, and proven again.)
var rawMethods = []string{
	"Comment", "Commentf", "CgoPreamble", "HeaderComment", "PackageComment", "Custom", "CustomFunc", "Tag",
	"ImportAlias", "ImportName", "NewFile", "NewFilePath", "NewFilePathName", "Op",
	"WriteString", "Fprintf",
}

const (
	spelled = "Plan has spelled it, and held it to the form of its role"
	encoded = "an encoder has written it"
	ours    = "it is a sentence of this package's own"
	digits  = "it has digits and a sign alone"
)

var allowed = map[string]string{
	"item.Literal": encoded, "m.Code.Literal": encoded, "code.Literal": encoded, "fact.Literal": encoded,
	"line": encoded + ": it is a line of a comment already",
	`strings.TrimSpace("// " + render.Plain(p.language.Comment, line))`: encoded,
	"p.quote(t)": encoded, "render.Quote(p.language.String, t)": encoded, "p.quote(text)": encoded, "literal": encoded,
	`joined(fact, "|")`: encoded, "element(property, c.Facts[at])": encoded, "p.reference(c.Reference)": encoded, "key(fact)": encoded,
	"code.Identifier": spelled, "alias.Identifier": spelled, "c.Identifier": spelled, "phrase.Code.Identifier": spelled,
	"param.Identifier": spelled + ", and a comment names it", "param.Argument": spelled + ", and a comment names it",
	"lifecycle(c.Lifecycle)": ours,
	"p.noCode()":             "a constant", "p.zeroValue(property)": "a constant", "constantsHere": "a constant",
	"out": "where it is written", "element": spelled, "empty": "a constant", "noText": "a constant",
	"one": "what a row yields", "value(code)": "what a function returns", "strconv.Itoa(n)": digits,
	`p.reference(c.Reference)[len("Reference"):]`: encoded, "other(list[0])": encoded, "fact": encoded,
	`fmt.Sprintf("%#016x", word)`: digits,
	"p.plan.pkg":                  "Plan has spelled it, and the proof alone reads it",
	"open":                        "a constant", "end": "a constant",
	"p.view.Marker": "a constant",
	"doc":           ours,
	`"The values of " + property.ValueType + "."`: spelled, `"The values of " + name + "."`: spelled,
	"inside": ours, "is": "a constant", "none": "a constant, or what an encoder has written",
	"name":                       "the grammar of names has held it",
	"decimal(class.Range.Min)":   digits,
	"decimal(class.Range.Max)":   digits,
	"strconv.FormatUint(-n, 10)": digits,
	"strconv.FormatUint(n, 10)":  digits,
	`"0x" + strconv.FormatUint(render.Multiplier, 16)`: digits,
	`"0x" + strconv.FormatUint(h.Seed, 16)`:            digits,
}

func TestJenniferIsGivenNoText(t *testing.T) {
	files, err := filepath.Glob("*.go")
	require.NoError(t, err)
	seen := map[string]bool{}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, name, nil, parser.SkipObjectResolution)
		require.NoError(t, err)
		look := func(who string, given []ast.Expr) {
			for _, argument := range given {
				if _, constant := argument.(*ast.BasicLit); constant {
					continue
				}
				expression := types.ExprString(argument)
				seen[expression] = true
				if allowed[expression] == "" {
					t.Errorf("%s: %s is given %s: say why that is safe", set.Position(argument.Pos()), who, expression)
				}
			}
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				switch called := n.Fun.(type) {
				case *ast.SelectorExpr:
					if slices.Contains(rawMethods, called.Sel.Name) && types.ExprString(called.X) != "render" {
						look(called.Sel.Name, n.Args)
					}
				case *ast.Ident:
					if called.Name == "yield" {
						look(called.Name, n.Args)
					}
				}
			case *ast.FuncLit:
				if results := n.Type.Results; results != nil && len(results.List) == 1 && types.ExprString(results.List[0].Type) == "string" {
					ast.Inspect(n.Body, func(n ast.Node) bool {
						if returned, ok := n.(*ast.ReturnStmt); ok {
							look("an array", returned.Results)
						}
						return true
					})
				}
			}
			return true
		})
	}
	for expression := range allowed {
		require.True(t, seen[expression], "%s is not given to jennifer any more", expression)
	}
}
