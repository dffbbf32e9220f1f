package generator_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"os/exec"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
)

// shape is what a parser sees in an output: the syntax tree, in which no text
// has a value, and the values of the texts.
type shape struct {
	Tree  string
	Texts []string
	Fault string // why it does not parse
}

// shapeOf parses an output. What is no program of some language has no shape.
func shapeOf(t testing.TB, name, text string) (s shape, ok bool) {
	t.Helper()
	switch filepath.Ext(name) {
	case ".go":
		return shapeOfGo(name, text), true
	case ".ts":
		return typescriptParser.ask(t, name, text), true
	case ".json":
		_, code, _ := strings.Cut("\n"+text, "\n{") // the lines before it are comments
		return typescriptParser.ask(t, name, "{"+code), true
	case ".py", ".pyi", ".toml":
		return pythonParser.ask(t, name, text), true
	}
	return shape{}, false
}

// shapeOfGo leaves arrays of numbers out: what a perfect hash needs depends on
// the keys. A text may be in one literal, or joined of several.
func shapeOfGo(name, text string) (s shape) {
	file, err := parser.ParseFile(token.NewFileSet(), name, text, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return shape{Fault: err.Error()}
	}
	var b strings.Builder
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case nil:
			b.WriteString(")")
			return true
		case *ast.CommentGroup:
			return false
		case *ast.CompositeLit:
			if isNumbers(n) {
				b.WriteString("numbers")
				return false
			}
		case *ast.Ident:
			b.WriteString(n.Name)
		case *ast.BasicLit, *ast.BinaryExpr:
			if text, ok := textOfGo(n.(ast.Expr)); ok {
				s.Texts = append(s.Texts, text)
				b.WriteString("text")
				return false
			}
			if number, ok := n.(*ast.BasicLit); ok {
				b.WriteString(number.Kind.String())
			}
		}
		fmt.Fprintf(&b, "%s(", reflect.TypeOf(n))
		return true
	})
	s.Tree = b.String()
	return s
}

// textOfGo gives what literals of text come to.
func textOfGo(e ast.Expr) (text string, ok bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		if e.Kind != token.STRING {
			return "", false
		}
		text, err := strconv.Unquote(e.Value)
		return text, err == nil
	case *ast.BinaryExpr:
		if before, ok := textOfGo(e.X); ok && e.Op == token.ADD {
			behind, ok := textOfGo(e.Y)
			return before + behind, ok
		}
	}
	return "", false
}

func isNumbers(list *ast.CompositeLit) bool {
	for _, element := range list.Elts {
		if number, ok := element.(*ast.BasicLit); !ok || number.Kind != token.INT {
			return false
		}
	}
	return len(list.Elts) > 0
}

// parserProcess is a parser of another language, which is started when it is
// first asked and answers until the tests end.
type parserProcess struct {
	command func(testing.TB) *exec.Cmd

	lock    sync.Mutex
	input   io.Writer
	answers *bufio.Reader
}

var (
	typescriptParser = &parserProcess{command: func(t testing.TB) *exec.Cmd {
		return exec.Command("node", absolute(t, "shape.cjs"), installed(t, "node_modules/typescript-5.9"))
	}}
	pythonParser = &parserProcess{command: func(t testing.TB) *exec.Cmd {
		return exec.Command(python(t), absolute(t, "shape.py"))
	}}
)

func absolute(t testing.TB, script string) string {
	t.Helper()
	path, err := filepath.Abs(filepath.Join(adversarial, script))
	require.NoError(t, err)
	return path
}

func (p *parserProcess) ask(t testing.TB, name, text string) (s shape) {
	t.Helper()
	p.lock.Lock()
	defer p.lock.Unlock()
	if p.input == nil {
		command := p.command(t)
		input, err := command.StdinPipe() // whose end, with this process, ends the other one
		require.NoError(t, err)
		output, err := command.StdoutPipe()
		require.NoError(t, err)
		require.NoError(t, command.Start())
		p.input, p.answers = input, bufio.NewReader(output)
	}
	question, err := json.Marshal(map[string]string{"name": name, "text": text})
	require.NoError(t, err)
	_, err = p.input.Write(append(question, '\n'))
	require.NoError(t, err)
	answer, err := p.answers.ReadBytes('\n')
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(answer, &s))
	return s
}
