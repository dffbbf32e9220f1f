package generator_test

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const module = "github.com/statusgen/statusgen"

// arrows are the imports that the rooms may have of one another, and why each
// wall stands where it does.
var arrows = map[string]struct {
	imports []string
	because string
}{
	"diag":          {nil, "who speaks to the author knows nothing of what is spoken about"},
	"codes":         {[]string{"diag"}, "the model can be said without YAML; only places are carried along"},
	"load":          {[]string{"codes", "diag"}, `"I cannot read this" and "this is untrue" are different sentences`},
	"edit":          {nil, "who changes the text of a source needs no model of it"},
	"registry":      {[]string{"diag"}, "what a registry says is text; whether a table says the same is another question"},
	"follow":        {[]string{"codes", "diag", "edit", "registry"}, "who compares a table with a registry reads and writes no file"},
	"check":         {[]string{"codes", "diag"}, "rules about codes know no language"},
	"tree":          {nil, "the only writer of outputs knows nothing of what they say"},
	"evolve":        {[]string{"codes", "diag"}, "what has changed is told of two models, wherever they were read and whatever spells them"},
	"git":           {nil, "who reads the files of a commit knows nothing of what they say"},
	"render":        {[]string{"codes", "diag", "tree"}, "every name, path and lookup is decided here, and nothing is printed"},
	"render/golang": {[]string{"codes", "render", "tree"}, "the view is finished: a renderer that needs to know more lacks a field there"},
	"render/tmpl":   {[]string{"codes", "render", "tree"}, "the view is finished: a renderer that needs to know more lacks a field there"},
	"cli": {[]string{"check", "codes", "diag", "edit", "evolve", "follow", "git", "load", "registry", "render", "render/golang", "render/tmpl", "tree", module},
		"only the command sees every room"},
}

// doors are the libraries that one room alone may import.
var doors = map[string]string{
	"gopkg.in/yaml.v3":                   "load",
	"github.com/dave/jennifer/jen":       "render/golang",
	"text/template":                      "render/tmpl",
	"github.com/aymanbagabas/go-udiff":   "tree",
	"github.com/spf13/cobra":             "cli",
	"html/template":                      "nobody",
	"os/exec":                            "git",
	"github.com/agext/levenshtein":       "check cli load",
	"github.com/stretchr/testify/assert": "nobody",
}

func TestWalls(t *testing.T) {
	const internal = module + "/generator/internal/"
	list := exec.Command("go", "list", "-json=ImportPath,Imports", internal+"...")
	decoder := json.NewDecoder(strings.NewReader(run(t, list)))
	rooms := 0
	for {
		var pkg struct {
			ImportPath string
			Imports    []string
		}
		err := decoder.Decode(&pkg)
		if err == io.EOF {
			break
		}
		require.NoError(t, err)
		room := strings.TrimPrefix(pkg.ImportPath, internal)
		allowed, known := arrows[room]
		require.True(t, known, "%s is a new room: say here what it may import, and why", room)
		rooms++
		for _, imported := range pkg.Imports {
			if door, guarded := doors[imported]; guarded && !slices.Contains(strings.Fields(door), room) {
				t.Errorf("%s imports %s, which is for %s alone", room, imported, door)
			}
			if !strings.HasPrefix(imported, module) {
				continue
			}
			other := strings.TrimPrefix(imported, internal)
			if !slices.Contains(allowed.imports, other) {
				t.Errorf("%s imports %s; it must not, because %s", room, other, allowed.because)
			}
		}
	}
	require.Equal(t, len(arrows), rooms, "a room is gone: take it out here too")
}

// TestTreeStaysInItsRoot holds the writer of outputs to doing everything inside
// of an output directory by its os.Root, which no link leads out of. Only to
// get there, and to take back what it made on the way, it needs more.
func TestTreeStaysInItsRoot(t *testing.T) {
	allowed := []string{"OpenRoot", "Lstat", "MkdirAll", "Remove", "SameFile"}
	files, err := filepath.Glob("internal/tree/*.go")
	require.NoError(t, err)
	calls := 0
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		require.NoError(t, err)
		ast.Inspect(parsed, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			if function, ok := call.Fun.(*ast.SelectorExpr); ok {
				if pkg, ok := function.X.(*ast.Ident); ok && pkg.Name == "os" {
					calls++
					require.Contains(t, allowed, function.Sel.Name, "%s calls os.%s; ask the root of the tree for it", file, function.Sel.Name)
				}
			}
			return true
		})
	}
	require.Positive(t, calls)
}
