package generator_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestGoErrors makes, wraps, compares, sends and reads errors of the fixture
// that all languages share.
func TestGoErrors(t *testing.T) {
	dir := generateErrors(t)
	for name, env := range map[string]string{"json_v1": "GOEXPERIMENT=", "json_v2": "GOEXPERIMENT=jsonv2"} {
		t.Run(name, func(t *testing.T) {
			command := exec.Command("go", "test", "./...")
			command.Dir, command.Env = dir, append(os.Environ(), env)
			run(t, command)
		})
	}
	t.Run("lint", func(t *testing.T) {
		require.Empty(t, run(t, exec.Command("gofmt", "-l", dir)))
		for _, args := range [][]string{
			{"vet", "./..."},
			{"run", "honnef.co/go/tools/cmd/staticcheck@v0.7.0", "./..."},
			{"run", "github.com/kisielk/errcheck@v1.20.0", "./..."},
			{"run", "github.com/gordonklaus/ineffassign@v0.2.0", "./..."},
		} {
			command := exec.Command("go", args...)
			command.Dir = dir
			run(t, command)
		}
	})
	t.Run("documentation", func(t *testing.T) {
		for name, want := range map[string]string{
			"PaymentCardDeclined":        "amount is a decimal number, such as -12.50. attempt is an integer up to 2^53-1 either way.",
			"PaymentCardDeclinedOptions": "Fee and SekritScore are decimal numbers, such as -12.50. RetryAfter is an integer up to 2^53-1 either way.",
			"Error.Amount":               "It is a decimal number, such as -12.50.",
			"ParseProblem":               "a decimal number that is none, an integer beyond 2^53-1, or a status outside of 100 to 599 is written as it is, and refused here.",
			"Error.Problem":              "The error of a code that is internal itself has a problem like any other",
		} {
			command := exec.Command("go", "doc", "./shopcode", name)
			command.Dir = dir
			require.Contains(t, strings.Join(strings.Fields(strings.ReplaceAll(run(t, command), "// ", "")), " "), want)
		}
	})
	t.Run("32 bits", func(t *testing.T) {
		command := exec.Command("go", "vet", "./...")
		command.Dir, command.Env = dir, append(os.Environ(), "GOARCH=386", "CGO_ENABLED=0")
		run(t, command)
	})
	t.Run("imports", func(t *testing.T) {
		imports := func(pkg string) string {
			command := exec.Command("go", "list", "-deps", pkg)
			command.Dir = dir
			return run(t, command)
		}
		require.NotRegexp(t, `(?m)^(net|net/http|usage/(shopcode/.*|problem|exit))$`, imports("./shopcode"))
		require.Contains(t, imports("./problem"), "net/http\n")
		require.NotContains(t, imports("./problem"), "usage/shopcode")
		require.Equal(t, "usage/shopcode/de\n", imports("./shopcode/de"), "a locale is pure data")
	})
}

// TestGoErrorsAreSwitchedOver has a linter find the code that a switch over the
// codes of errors misses.
func TestGoErrorsAreSwitchedOver(t *testing.T) {
	dir, linter := generateErrors(t), exhaustive(t)
	lint := func(cases string) (string, error) {
		write(t, filepath.Join(dir, "switch.go"), `package usage

import "usage/exit"

func retry(err *exit.Error) bool {
	switch err.Code() {
	case `+cases+`:
		return true
	}
	return false
}

var _ = retry
`)
		command := exec.Command(linter, ".")
		command.Dir = dir
		faults, err := command.CombinedOutput()
		return string(faults), err
	}
	faults, err := lint("exit.CodeBadFlag, exit.CodeBadRow, exit.CodeBadDate")
	require.NoError(t, err, faults)
	faults, err = lint("exit.CodeBadFlag, exit.CodeBadDate")
	require.Error(t, err)
	require.Contains(t, faults, "missing cases in switch of type exit.Code: exit.CodeBadRow")
}

// TestGoErrorsOfAPublicTarget looks for what is internal in every byte of a
// public target. Elsewhere it is there.
func TestGoErrorsOfAPublicTarget(t *testing.T) {
	source := read(t, "testdata/errors/codes.yaml")
	leaks := func(source string) bool {
		dir := errorsOf(t, source)
		vetGo(t, filepath.Join(dir, "public/go"))
		found := false
		for name, content := range contentsBelow(t, filepath.Join(dir, "public/go")) {
			found = found || regexp.MustCompile(`(?i)sekrit|fraud`).MatchString(name+content)
		}
		require.Regexp(t, `(?i)sekrit_?shelf`, strings.Join(values(contentsBelow(t, filepath.Join(dir, "all/go"))), "\n"))
		return found
	}
	require.False(t, leaks(source))
	require.True(t, leaks(strings.ReplaceAll(source, "visibility: internal", "visibility: public")), "without the word, the test would find it")
}

// TestGoErrorsOfOtherTables compiles and uses tables of which the shared one
// shows nothing: without parameters or with those of one type, without classes,
// with statuses of other kinds, and large.
func TestGoErrorsOfOtherTables(t *testing.T) {
	dir := t.TempDir()
	var many strings.Builder
	for i := range 300 {
		many.WriteString("      - {code: " + strings.Repeat("9", 3) + pad(i) + ", name: n" + pad(i) + ", message: \"{n} of " + pad(i) + "\", params: {n: {type: integer}}}\n")
	}
	write(t, filepath.Join(dir, "codes.yaml"), `version: 1
targets:
  go: {out: .gen}
tables:
  plain:
    errors: true
    codes:
      - {code: 1, name: one, phrase: One}
      - {code: 2, name: two, phrase: "{two}"}
    locales: {de: {one: eins, two: "{{zwei}}"}}
  web:
    extends: builtin:http
    type: web
    errors: {type: "https://example.com/{code}"}
  some:
    kind: text
    errors: true
    properties: {http: {type: code, table: web}}
    codes:
      - {code: "a", phrase: A, properties: {http: gone}}
      - {code: "b", phrase: B}
  wide:
    errors: true
    codes:
      - {code: 9007199254740991, name: wide, message: "{on}", params: {on: {type: boolean}}}
  words:
    errors: true
    codes:
      - {code: 1, name: word, message: "{w}", params: {w: {type: text}}}
  sums:
    errors: true
    codes:
      - {code: 1, name: sum, message: "{s}", params: {s: {type: decimal}}}
  hidden:
    errors: true
    codes:
      - code: 1
        name: hidden
        params: {n: {type: integer, optional: true, visibility: internal}, s: {type: decimal, optional: true, visibility: internal}}
  many:
    errors: true
    codes:
`+many.String())
	_, faults, status := statusgen(t, dir, "generate", "go="+dir)
	require.Zero(t, status, faults)
	write(t, filepath.Join(dir, "go.mod"), "module usage\n\ngo 1.25\n")
	write(t, filepath.Join(dir, "other_test.go"), `package usage

import (
	"encoding/json"
	"testing"

	"usage/hidden"
	"usage/many"
	"usage/plain"
	"usage/plain/de"
	"usage/some"
	"usage/sums"
	"usage/web"
	"usage/wide"
	"usage/words"
)

func TestOthers(t *testing.T) {
	for _, c := range []struct{ value any; want string }{
		{plain.Two().Problem(), "{\"title\":\"{two}\",\"detail\":\"{two}\",\"code\":2}"},
		{web.NotFound().Problem(), "{\"type\":\"https://example.com/404\",\"title\":\"Not Found\",\"status\":404,\"detail\":\"Not Found\",\"code\":404}"},
		{some.A().Problem(), "{\"title\":\"A\",\"status\":410,\"detail\":\"A\",\"code\":\"a\"}"},
		{some.B().Problem(), "{\"title\":\"B\",\"detail\":\"B\",\"code\":\"b\"}"},
		{wide.Wide(true).Problem(), "{\"detail\":\"true\",\"code\":9007199254740991,\"on\":true}"},
		{words.Word("a").Problem(), "{\"detail\":\"a\",\"code\":1,\"w\":\"a\"}"},
		{sums.Sum("1.5").Problem(), "{\"detail\":\"1.5\",\"code\":1,\"s\":\"1.5\"}"},
		{hidden.Hidden(&hidden.HiddenOptions{N: new(int64)}).Problem(), "{\"detail\":\"code 1\",\"code\":1}"},
		{many.N299(7).Problem(), "{\"detail\":\"7 of 299\",\"code\":999299,\"n\":7}"},
	} {
		if got, err := json.Marshal(c.value); err != nil || string(got) != c.want {
			t.Errorf("%s, %v, want %s", got, err, c.want)
		}
	}
	if got := plain.Two().In(de.Message); got != "{zwei}" {
		t.Error(got)
	}
	if p, err := wide.ParseProblem([]byte("{\"code\":9007199254740991,\"on\":false}")); err != nil || p.Err().Error() != "false" {
		t.Error(p, err)
	}
	if p, err := sums.ParseProblem([]byte("{\"code\":1,\"s\":\"-2.50\"}")); err != nil || p.Err().Error() != "-2.50" {
		t.Error(p, err)
	}
	if _, err := sums.ParseProblem([]byte("{\"code\":1,\"s\":\"two\"}")); err == nil {
		t.Error("two is a decimal number")
	}
	if p, err := words.ParseProblem([]byte("{\"code\":1,\"w\":\"two\"}")); err != nil || p.Err().Error() != "two" {
		t.Error(p, err)
	}
	if p, err := hidden.ParseProblem([]byte("{\"code\":1,\"n\":\"any\"}")); err != nil || len(p.Extensions) != 1 {
		t.Error(p, err)
	}
}
`)
	for name, absent := range map[string]string{
		"plain":  `Kind|textValue|isDecimal|takeParameter`,
		"wide":   `textValue|integer(Kind|Value)|decimalKind|isD`,
		"words":  `(integer|boolean|decimal)(Kind|Value)|isD|number  ?int64`,
		"sums":   `(integer|boolean)(Kind|Value)|number  ?int64`,
		"hidden": `boolean(Kind|Value)|decimalKind|isD`,
		"many":   `(text|boolean|decimal)Value|(boolean|decimal)Kind|isD`,
	} {
		require.NotRegexp(t, absent, read(t, filepath.Join(dir, name, name+"_errors_gen.go")), "%s carries what it has no use for", name)
	}
	for _, args := range [][]string{{"test", "./..."}, {"vet", "./..."}, {"run", "honnef.co/go/tools/cmd/staticcheck@v0.7.0", "./..."}} {
		command := exec.Command("go", args...)
		command.Dir = dir
		run(t, command)
	}
}

func pad(i int) string {
	return string([]byte{byte('0' + i/100), byte('0' + i/10%10), byte('0' + i%10)})
}

// generateErrors lays out a module that uses the errors of the shared fixture.
func generateErrors(t *testing.T) string {
	t.Helper()
	dir := errorsOf(t, read(t, "testdata/errors/codes.yaml"))
	module := filepath.Join(dir, "all/go")
	require.NoError(t, os.CopyFS(module, os.DirFS("testdata/golang/errors")))
	write(t, filepath.Join(module, "go.mod"), "module usage\n\ngo 1.25\n")
	return module
}

// errorsOf writes the targets of the shared fixture, or one like it.
func errorsOf(t *testing.T, source string) string {
	t.Helper()
	dir := t.TempDir()
	require.NoError(t, os.CopyFS(dir, os.DirFS("testdata/errors")))
	write(t, filepath.Join(dir, "codes.yaml"), source)
	_, faults, status := statusgen(t, dir, "generate", "--quiet")
	require.Zero(t, status, faults)
	return dir
}
