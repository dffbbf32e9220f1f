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

// Jennifer prints what these methods are given as it is. Whatever is no constant
// there has to be one of the expressions below, each for its reason. (Lit quotes,
// and Id is given what TestTheViewHoldsNoText looks at, and proven again.)
var rawMethods = []string{
	"Comment", "Commentf", "CgoPreamble", "HeaderComment", "PackageComment", "Custom", "CustomFunc", "Tag",
	"ImportAlias", "ImportName", "NewFile", "NewFilePath", "NewFilePathName", "Op",
}

const (
	spelled = "Plan has spelled it, and held it to the form of its role"
	encoded = "an encoder has written it"
	ours    = "it is a sentence of this package's own"
	digits  = "it has digits and a sign alone"
)

var allowed = map[string]string{
	"p.table.Package": spelled,
	"item.Literal":    encoded, "code.Literal": encoded, "fact.Literal": encoded,
	"line": encoded + ": it is a line of a comment already",
	`strings.TrimSpace("// " + render.Plain(p.language.Comment, line))`: encoded,
	"render.Quote(p.language.String, t)":                                encoded,
	`p.reference(c.Reference)[len("Reference"):]`:                       encoded, "other(list[0])": encoded, "fact": encoded,
	`fmt.Sprintf("%#016x", word)`: digits,
	"p.view.Marker":               "a constant",
	"doc":                         ours,
	`"The values of " + property.ValueType + "."`: spelled, `"The values of " + name + "."`: spelled,
	"name":                       "the grammar of names has held it",
	"decimal(class.Range.Min)":   digits,
	"decimal(class.Range.Max)":   digits,
	"strconv.FormatUint(-n, 10)": digits,
	"strconv.FormatUint(n, 10)":  digits,
	`"0x" + strconv.FormatUint(render.Multiplier, 16)`: digits,
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
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			method, ok := call.Fun.(*ast.SelectorExpr)
			if !ok || !slices.Contains(rawMethods, method.Sel.Name) || types.ExprString(method.X) == "render" {
				return true
			}
			for _, argument := range call.Args {
				if _, constant := argument.(*ast.BasicLit); constant {
					continue
				}
				expression := types.ExprString(argument)
				seen[expression] = true
				if allowed[expression] == "" {
					t.Errorf("%s: %s is given %s: say why that is safe", set.Position(argument.Pos()), method.Sel.Name, expression)
				}
			}
			return true
		})
	}
	for expression := range allowed {
		require.True(t, seen[expression], "%s is not given to jennifer any more", expression)
	}
}
