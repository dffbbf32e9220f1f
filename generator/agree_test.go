package generator_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestAgree proves that Go, TypeScript and Python say the same of every code,
// and do the same with every input, to the last byte; and that this is what
// export says. The rich fixture has all that codes.yaml does not: closed and
// text tables, every type of property, hostile texts. The long one has every
// type of property of codes that leave no room in a line.
// OUT-18.
func TestAgree(t *testing.T) {
	for _, source := range []string{"codes.yaml", "generator/testdata/rich/codes.yaml", "generator/testdata/python/long/codes.yaml"} {
		t.Run(filepath.Base(filepath.Dir(filepath.Join("root", source))), func(t *testing.T) {
			t.Parallel()
			agree(t, filepath.Join(root, source))
		})
	}
}

func agree(t *testing.T, source string) {
	dir := t.TempDir()
	want := questions(t, source, dir)
	targets := []string{"go", "typescript", "python"}
	args := []string{"generate", "--in", source}
	for _, target := range targets {
		args = append(args, target+"="+filepath.Join(dir, target))
	}
	_, faults, status := statusgen(t, ".", args...)
	require.Zero(t, status, faults)

	prints := map[string]func(*testing.T, string) *exec.Cmd{
		"go": agreeInGo, "typescript": agreeInTypeScript, "python": agreeInPython,
	}
	for _, target := range targets {
		t.Run(target, func(t *testing.T) {
			command := prints[target](t, dir)
			command.Args = append(command.Args,
				filepath.Join(dir, "export.json"), filepath.Join(dir, "inputs.json"), filepath.Join(dir, target, ".statusgen.json"))
			sameLines(t, want, strings.Split(strings.TrimSuffix(run(t, command), "\n"), "\n"))
		})
	}
}

// questions writes what the programs are asked about a source into dir, and
// gives what they have to print.
func questions(t *testing.T, source, dir string) []string {
	t.Helper()
	exported, faults, status := statusgen(t, ".", "export", "--in", source)
	require.Zero(t, status, faults)
	var catalog exportedCatalog
	require.NoError(t, json.Unmarshal([]byte(exported), &catalog))
	asked := inputsFor(catalog)
	write(t, filepath.Join(dir, "export.json"), exported)
	write(t, filepath.Join(dir, "inputs.json"), string(encode(t, asked)))
	return expected(catalog, asked)
}

// agreeInGo builds the program in a module of its own, as a consumer would,
// with a list of the generated packages.
func agreeInGo(t *testing.T, dir string) *exec.Cmd {
	module := filepath.Join(dir, "go")
	var manifest struct {
		Files       []struct{ Path string }
		Identifiers map[string]map[string]any
	}
	decode(t, filepath.Join(module, ".statusgen.json"), &manifest)
	var imports, tables strings.Builder
	for _, file := range manifest.Files {
		pkg := filepath.Dir(file.Path)
		table := strings.TrimSuffix(filepath.Base(file.Path), "_gen.go")
		if manifest.Identifiers[table] == nil {
			continue // the errors of a table stand beside it
		}
		fmt.Fprintf(&imports, "import %q\n", "agree/"+pkg)
		fmt.Fprintf(&tables, "%q: of(%[2]s.Fingerprint, %[2]s.All, %[2]s.Parse, %[2]s.FromPhrase, map[string]%[2]s.Code{\n", table, pkg)
		for _, name := range slices.Sorted(maps.Keys(manifest.Identifiers[table])) {
			fmt.Fprintf(&tables, "%q: %s.%s,\n", name, pkg, name)
		}
		fmt.Fprintf(&tables, "}),\n")
	}
	write(t, filepath.Join(module, "go.mod"), "module agree\n\ngo 1.25\n")
	write(t, filepath.Join(module, "tables.go"),
		fmt.Sprintf("package main\n\n%s\nvar tables = map[string]table{\n%s}\n", &imports, &tables))
	program, err := os.ReadFile("testdata/agree/agree.go")
	require.NoError(t, err)
	write(t, filepath.Join(module, "agree.go"), string(program))
	build := exec.Command("go", "build", "-o", "agree.exe", ".")
	build.Dir = module
	run(t, build)
	return exec.Command(filepath.Join(module, "agree.exe"))
}

func agreeInTypeScript(t *testing.T, dir string) *exec.Cmd {
	compiled := filepath.Join(dir, "compiled")
	buildTypeScript(t, filepath.Join(dir, "typescript"), compiled)
	return exec.Command("node", filepath.Join(compiled, "agree.js"))
}

func agreeInPython(t *testing.T, dir string) *exec.Cmd {
	command := exec.Command(python(t), "-W", "error", "testdata/agree/agree.py")
	command.Env = append(os.Environ(), "PYTHONPATH="+filepath.Join(dir, "python", "src"), "PYTHONDONTWRITEBYTECODE=1")
	return command
}

// exportedCatalog is as much of the output of export as the tests look at.
type exportedCatalog struct {
	Tables []exportedTable
}

type exportedTable struct {
	Name, Kind, Unknown string
	Fingerprint         string
	Classes             []exportedClass
	Properties          orderedObject[exportedProperty]
	Codes               []exportedCode
}

type exportedClass struct {
	Name, Prefix, Glob string
	Range              []int64
	Defaults           map[string]any
}

type exportedProperty struct {
	Type    string
	Many    bool
	Default any
}

type exportedCode struct {
	Code                          any
	Name, Phrase, Summary, Action string
	Reference                     *struct{ Text, URL string }
	Since, Class, Lifecycle       string
	Aliases                       []struct{ Name string }
	Also                          []string
	Properties                    map[string]any
}

// orderedObject is a JSON object whose members keep their order.
type orderedObject[T any] []struct {
	Name  string
	Value T
}

func (o *orderedObject[T]) UnmarshalJSON(data []byte) error {
	decoder := json.NewDecoder(bytes.NewReader(data))
	if _, err := decoder.Token(); err != nil {
		return err
	}
	for decoder.More() {
		name, err := decoder.Token()
		if err != nil {
			return err
		}
		var value T
		if err := decoder.Decode(&value); err != nil {
			return err
		}
		*o = append(*o, struct {
			Name  string
			Value T
		}{name.(string), value})
	}
	return nil
}

// inputs are what the programs are asked about a table.
type inputs struct {
	Parse  []string `json:"parse"`
	Phrase []string `json:"phrase"`
	Wire   []any    `json:"wire"`
}

func inputsFor(catalog exportedCatalog) map[string]inputs {
	asked := map[string]inputs{}
	for _, table := range catalog.Tables {
		in := inputs{
			Parse: []string{
				"404", "499", "999", "-1", "0", "-0", "0404", " 404", "404 ", "４０４", "٤٠٤", "0x194", "+404", "4_04", "4e2", "404.0",
				"", " ", "-", "--1", "-00", "Not Found", "NOT_FOUND", "not found", "constructor", "__proto__", "toString", "name", "mro",
				"9007199254740991", "-9007199254740991", "9007199254740992", "99999999999999999999", "a\u00a0b", "4.99", "5.00", "22999", "\u2028",
			},
			Phrase: []string{
				"", " ", "nothing of the kind", "  NOT \t\n FOUND ", "Not\u00a0Found", "not found", "Success", "constructor", "__proto__", "Ⅷ",
				"temporary redirect", "K", "İ",
			},
		}
		in.Wire = []any{499.0, 599.0, 999.0, -1.0, 0.0, 100000.0}
		if table.Kind == "text" {
			in.Wire = []any{"499", "4.99", "5.00", "22999", "no_such_code", "", "x y"}
		}
		for _, code := range table.Codes {
			in.Wire = append(in.Wire, code.Code)
			in.Parse = append(in.Parse, code.Name, strings.ToUpper(code.Name), shown(code.Code), " "+shown(code.Code))
			for _, alias := range code.Aliases {
				in.Parse = append(in.Parse, alias.Name)
			}
			in.Phrase = append(in.Phrase, code.Phrase, strings.ToUpper(code.Phrase), "\t"+strings.ReplaceAll(code.Phrase, " ", "  ")+"\n")
			in.Phrase = append(in.Phrase, code.Also...)
		}
		asked[table.Name] = in
	}
	return asked
}

// expected is what every language has to print, by export and DESIGN's table
// of inputs alone.
func expected(catalog exportedCatalog, asked map[string]inputs) []string {
	var lines []string
	for _, table := range catalog.Tables {
		lines = append(lines, table.Name+" fingerprint "+quoted(table.Fingerprint))
		for _, code := range table.Codes {
			for _, fact := range table.facts(code.Code) {
				lines = append(lines, table.Name+" "+print(code.Code)+" "+fact)
			}
		}
		answer := func(kind, input string, code any) {
			result := "none"
			if code != nil {
				result = print(code)
			}
			lines = append(lines, table.Name+" "+kind+" "+quoted(input)+" "+result)
		}
		for _, text := range asked[table.Name].Parse {
			answer("parse", text, table.parse(text))
		}
		for _, text := range asked[table.Name].Phrase {
			answer("phrase", text, table.fromPhrase(text))
		}
		for _, code := range asked[table.Name].Wire {
			prefix := table.Name + " wire " + print(code)
			if table.find(code) == nil && table.Unknown == "closed" {
				lines = append(lines, prefix+" error")
				continue
			}
			lines = append(lines, prefix+" ok")
			for _, fact := range table.facts(code) {
				lines = append(lines, prefix+" "+fact)
			}
		}
	}
	return lines
}

func (t exportedTable) find(code any) *exportedCode {
	for i := range t.Codes {
		if t.Codes[i].Code == code {
			return &t.Codes[i]
		}
	}
	return nil
}

var plainDecimal = regexp.MustCompile(`^-?(0|[1-9][0-9]*)$`)

func (t exportedTable) parse(text string) any {
	if t.Kind == "integer" && plainDecimal.MatchString(text) {
		n, err := strconv.ParseInt(text, 10, 64)
		if err != nil || n > 1<<53-1 || n < -(1<<53-1) {
			return nil
		}
		if t.Unknown == "closed" && t.find(float64(n)) == nil {
			return nil
		}
		return float64(n)
	}
	if t.Kind == "text" && t.find(text) != nil {
		return text
	}
	for _, code := range t.Codes {
		if code.Name == text || slices.ContainsFunc(code.Aliases, func(a struct{ Name string }) bool { return a.Name == text }) {
			return code.Code
		}
	}
	if t.Kind == "text" && t.Unknown == "open" && regexp.MustCompile(`^[!-~]+$`).MatchString(text) {
		return text
	}
	return nil
}

var (
	asciiSpace = regexp.MustCompile(`[\t-\r ]+`)
	asciiUpper = regexp.MustCompile(`[A-Z]`)
)

func folded(phrase string) string {
	phrase = strings.Trim(asciiSpace.ReplaceAllString(phrase, " "), " ")
	return asciiUpper.ReplaceAllStringFunc(phrase, strings.ToLower)
}

func (t exportedTable) fromPhrase(phrase string) any {
	want := folded(phrase)
	if want == "" {
		return nil
	}
	var answer any
	for _, code := range t.Codes {
		for _, known := range append([]string{code.Phrase}, code.Also...) {
			if folded(known) != want || answer == code.Code {
				continue
			}
			if answer != nil {
				return nil
			}
			answer = code.Code
		}
	}
	return answer
}

// facts are what a language has to say of a code, known or not.
func (t exportedTable) facts(value any) []string {
	code := t.find(value)
	known := code != nil
	if !known {
		code = &exportedCode{Properties: map[string]any{}}
		class := t.classOf(value)
		if class != nil {
			code.Class = class.Name
		}
		for _, property := range t.Properties {
			if property.Value.Default != nil {
				code.Properties[property.Name] = property.Value.Default
			}
			if class != nil && class.Defaults[property.Name] != nil {
				code.Properties[property.Name] = class.Defaults[property.Name]
			}
		}
	}
	reference := "-"
	if code.Reference != nil {
		reference = quoted(code.Reference.Text) + " " + orDash(code.Reference.URL)
	}
	lines := []string{
		"name " + orDash(code.Name), "phrase " + orDash(code.Phrase), "summary " + orDash(code.Summary), "action " + orDash(code.Action),
		"reference " + reference, "lifecycle " + orDash(code.Lifecycle), "class " + orDash(code.Class), "known " + strconv.FormatBool(known),
	}
	for _, class := range t.Classes {
		lines = append(lines, fmt.Sprintf("is_%s %t", class.Name, code.Class == class.Name))
	}
	for _, property := range t.Properties {
		lines = append(lines, "property "+property.Name+" "+property.Value.print(code.Properties[property.Name]))
	}
	return lines
}

func (t exportedTable) classOf(code any) *exportedClass {
	for i, class := range t.Classes {
		text, _ := code.(string)
		number, _ := code.(float64)
		switch {
		case class.Range != nil && float64(class.Range[0]) <= number && number <= float64(class.Range[1]),
			class.Prefix != "" && strings.HasPrefix(text, class.Prefix),
			class.Glob != "" && globExpression(class.Glob).MatchString(text):
			return &t.Classes[i]
		}
	}
	return nil
}

func globExpression(glob string) *regexp.Regexp {
	quoted := regexp.QuoteMeta(glob)
	return regexp.MustCompile(`(?s)^` + strings.NewReplacer(`\?`, `.`, `\*`, `.*`).Replace(quoted) + `$`)
}

// print shows what a code says of a property: a set in brackets, so that one
// value is not taken for a set of one.
func (p exportedProperty) print(value any) string {
	if !p.Many {
		return print(value)
	}
	list, _ := value.([]any)
	printed := make([]string, len(list))
	for i, v := range list {
		printed[i] = print(v)
	}
	return "[" + strings.Join(printed, " ") + "]"
}

func print(value any) string {
	switch v := value.(type) {
	case string:
		return quoted(v)
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case bool:
		return strconv.FormatBool(v)
	}
	return "-"
}

// shown gives a code as a person writes it.
func shown(code any) string {
	if s, ok := code.(string); ok {
		return s
	}
	return print(code)
}

func orDash(s string) string {
	if s == "" {
		return "-"
	}
	return quoted(s)
}

func quoted(s string) string {
	var b strings.Builder
	for _, r := range s {
		if r < ' ' || r > '~' || r == '"' || r == '\\' {
			fmt.Fprintf(&b, `\u{%x}`, r)
		} else {
			b.WriteRune(r)
		}
	}
	return `"` + b.String() + `"`
}

func sameLines(t *testing.T, want, got []string) {
	t.Helper()
	shown := 0
	for i := range max(len(want), len(got)) {
		w, g := "(no line)", "(no line)"
		if i < len(want) {
			w = want[i]
		}
		if i < len(got) {
			g = got[i]
		}
		if w == g {
			continue
		}
		t.Errorf("line %d\nexport says    %s\nthe program    %s", i+1, w, g)
		if shown++; shown == 20 {
			t.Fatal("… and so on")
		}
	}
}
