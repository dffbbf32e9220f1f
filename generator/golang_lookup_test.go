package generator_test

import (
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// shapes are tables of every shape that codes can have, and at the ends of
// what a number can be.
var shapes = []struct {
	name  string
	kind  string
	codes []string
}{
	{"one", "integer", []string{"7"}},
	{"few", "integer", numbers(3, 1<<20, -1<<20)},
	{"dense", "integer", numbers(40, 3, -50)},
	{"least", "integer", []string{fmt.Sprint(-(1<<53 - 1)), fmt.Sprint(-(1<<53 - 3))}},
	{"most", "integer", []string{fmt.Sprint(1<<53 - 1), fmt.Sprint(1<<53 - 3)}},
	{"both_ends", "integer", append(numbers(20, 1<<40, -1<<43), fmt.Sprint(1<<53-1), fmt.Sprint(-(1<<53 - 1)))},
	{"ranked", "integer", numbers(5000, 15, -8000)},
	{"ranked_wide", "integer", numbers(8000, 13, 1<<53-110000)},
	{"thin", "integer", slices.Concat(numbers(500, 15, 0), numbers(500, 15, -7500))},
	{"paged", "integer", clusters(8, 256, 1<<14)},
	{"scattered", "integer", numbers(3500, 7919*7919, -1<<30)},
	{"few_texts", "text", texts(5)},
	{"texts", "text", texts(300)},
}

// phrases stand in a literal of many in ways of their own.
var phrases = []string{"Phrase %d", "// Phrase %d", "`Phrase` %d", `Phrase \ "%d"`}

func numbers(n int, step, from int64) []string {
	var list []string
	for i := range int64(n) {
		list = append(list, fmt.Sprint(from+i*step))
	}
	return list
}

func clusters(n, size, apart int) []string {
	var list []string
	for cluster := range n {
		for i := range size {
			list = append(list, fmt.Sprint(cluster*apart+i))
		}
	}
	return list
}

func texts(n int) []string {
	var list []string
	for i := range n {
		list = append(list, fmt.Sprintf("%q", fmt.Sprintf("T%0*d", 1+i%30, i)))
	}
	return list
}

// TestGoFindsCodesOfEveryShape compiles a table of each shape, and asks it for
// every code, for the neighbours of each and for the ends of the numbers.
func TestGoFindsCodesOfEveryShape(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	var source, imports, calls strings.Builder
	source.WriteString("version: 1\ntargets:\n  go: {out: gen}\ntables:\n")
	for _, shape := range shapes {
		fmt.Fprintf(&source, "  %s:\n    kind: %s\n    properties:\n      weight: {type: integer}\n      heavy: {type: boolean, default: false}\n"+
			"      moods: {type: one_of, values: [a, b], many: true}\n      peers: {type: code, table: one, many: true}\n    codes:\n", shape.name, shape.kind)
		var listed []string
		for i, code := range shape.codes {
			fmt.Fprintf(&source, "      - {code: %s, name: n%d_%s, phrase: %q, also: [also  %d], aliases: [{name: a%d}], "+
				"properties: {weight: %d, heavy: true, moods: [b], peers: [%d]}}\n", code, i, strings.Repeat("x", 1+i%40), fmt.Sprintf(phrases[i%len(phrases)], i), i, i, i, 1000+i)
			listed = append(listed, code)
		}
		pack := strings.ReplaceAll(shape.name, "_", "")
		fmt.Fprintf(&imports, "\t%q\n", "shapes/gen/"+pack)
		fmt.Fprintf(&calls, "func Test_%s(t *testing.T) {\n\tlist := []%s.Code{%s}\n", shape.name, pack, strings.Join(listed, ", "))
		fmt.Fprintf(&calls, "\tcheck(t, list, %[1]s.Count, %[1]s.Parse, %[1]s.FromPhrase, %[2]s[%[1]s.Code](list))\n}\n\n",
			pack, map[string]string{"integer": "strangers", "text": "strange"}[shape.kind])
	}
	write(t, filepath.Join(dir, "codes.yaml"), source.String())
	_, faults, status := statusgen(t, dir, "generate")
	require.Zero(t, status, faults)
	require.Empty(t, run(t, exec.Command("gofmt", "-l", filepath.Join(dir, "gen"))))
	write(t, filepath.Join(dir, "go.mod"), "module shapes\n\ngo 1.25\n")
	write(t, filepath.Join(dir, "shapes_test.go"), fmt.Sprintf(shapesTest, imports.String(), phrases, int64(math.MaxInt32), calls.String()))
	write(t, filepath.Join(dir, "gen/texts/same_test.go"), sameTest)
	for table, bits := range map[string]string{"ranked": "32", "ranked_wide": "64"} { // the texts of the one take 18 bits, of the other 19
		pack := strings.ReplaceAll(table, "_", "")
		write(t, filepath.Join(dir, "gen", pack, "named_test.go"), "package "+pack+namedTest)
		require.Contains(t, read(t, filepath.Join(dir, "gen", pack, table+"_gen.go")), "unpack"+bits+"(nameLines, slot)")
	}
	for _, bits := range []string{"amd64", "386"} { // a machine of the one runs both
		command := exec.Command("go", "test", "./...")
		command.Dir = dir
		if runtime.GOARCH == "amd64" {
			command.Env = append(os.Environ(), "GOARCH="+bits, "CGO_ENABLED=0")
		}
		run(t, command)
	}
}

// TestGoMatchesGlobs asks which class a text is of, without an allocation
// however long it is.
func TestGoMatchesGlobs(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	write(t, filepath.Join(dir, "codes.yaml"), `version: 1
targets:
  go: {out: gen}
tables:
  fault:
    kind: text
    classes:
      - {name: open, glob: "é?x*"}
      - {name: whole, glob: "2.??"}
    codes:
      - {code: "éax", name: first}
`)
	_, faults, status := statusgen(t, dir, "generate")
	require.Zero(t, status, faults)
	write(t, filepath.Join(dir, "go.mod"), "module globs\n\ngo 1.25\n")
	write(t, filepath.Join(dir, "gen/fault/globs_test.go"), `package fault

import (
	"strings"
	"testing"
)

func TestGlobs(t *testing.T) {
	for text, want := range map[string]Class{
		"éax": ClassOpen, "é世xyz": ClassOpen, "é\xffx": ClassOpen, "é": "", "éa": "", "éay": "", "eax": "", "\xc3ax": "",
		"2.05": ClassWhole, "2.é世": ClassWhole, "2.0": "", "2.055": "", "": "",
		"éax" + strings.Repeat("世", 100): ClassOpen, "2." + strings.Repeat("世", 100): "",
	} {
		if got := Code(text).Class(); got != want {
			t.Errorf("%q is of %q, not %q", text, got, want)
		}
		if allocations := testing.AllocsPerRun(10, func() { _ = Code(text).Class() }); allocations != 0 {
			t.Errorf("%q: %v allocations", text, allocations)
		}
	}
}
`)
	command := exec.Command("go", "test", "./...")
	command.Dir = dir
	run(t, command)
}

// sameTest changes each byte of texts of every length that matters: a name that
// is found by its hash is never another one.
const sameTest = `package texts

import "testing"

func TestSame(t *testing.T) {
	for n := range 40 {
		text := make([]byte, n)
		for i := range text {
			text[i] = byte('a' + i%26)
		}
		a := string(text)
		if !same(a, string(text)) || same(a, a+"a") || same(a+"a", a) {
			t.Errorf("%q", a)
		}
		for i := range text {
			text[i] ^= 1
			if same(a, string(text)) {
				t.Errorf("%q is %q", a, text)
			}
			text[i] ^= 1
		}
	}
}
`

// namedTest asks a large table, whose names are lines of a text, for each name
// with each byte changed, with less, with more, and with the next line.
const namedTest = `

import (
	"fmt"
	"testing"
)

func TestNamed(t *testing.T) {
	var names []string
	places := map[string]int{}
	add := func(name string) {
		names = append(names, name)
		places[name] = len(names)
	}
	for c := range All() {
		add(c.Name())
	}
	for i := range Count {
		add(fmt.Sprint("a", i))
	}
	ask := func(text string) {
		if got, want := named(text), places[text]; got != want {
			t.Errorf("named(%q) = %d, want %d", text, got, want)
		}
	}
	ask("")
	for i, name := range names {
		ask(name)
		text := []byte(name)
		for at := range text {
			ask(name[:at])
			text[at] ^= 1
			ask(string(text))
			text[at] ^= 1
		}
		ask(name + "x")
		ask(name + "\n")
		ask("\n" + name)
		ask(name + "\n" + names[(i+1)%len(names)])
	}
}

// TestWords changes each word of a name until the slot, the length and the bits
// of the hash are the same: then nothing but the comparison of that word tells.
func TestWords(t *testing.T) {
	const name = "n1025_xxxxxxxxxxxxxxxxxxxxxxxxxx" // of 32 bytes, so that the words do not overlap
	place := named(name)
	if place == 0 {
		t.Fatal(name)
	}
	for at := 0; at < len(name); at += 8 {
		text := []byte(name)
		for i := range 1 << 24 {
			text[at+1], text[at+2], text[at+3] = byte(i), byte(i>>8), byte(i>>16)
			if named(string(text)) == place && string(text) != name {
				t.Fatalf("%q is %q", text, name)
			}
		}
	}
}
`

const shapesTest = `package shapes

import (
	"fmt"
	"iter"
	"slices"
	"strings"
	"testing"

%s)

var phrases = %#v

type code interface {
	comparable
	Known() bool
	Name() string
	Phrase() string
	String() string
	Weight() (int, bool)
	Heavy() bool
	Peers() iter.Seq[int]
}

func strangers[C ~int | ~int64](list []C) []C {
	others := []C{0, 1, -1, %d, -1 << 31}
	wide := int64(1) << 62
	for _, c := range list {
		others = append(others, c-1, c+1, c-256, c+256, C(int64(c)+wide), C(int64(c)-wide))
	}
	return others
}

func strange[C ~string](list []C) []C {
	others := []C{"", "x", "T"}
	for _, c := range list {
		others = append(others, c+"0", c[1:], "t"+c[1:])
	}
	return others
}

func check[C code](t *testing.T, list []C, count int, parse func(string) (C, error), fromPhrase func(string) (C, bool), strangers []C) {
	if len(list) != count {
		t.Errorf("%%d codes are %%d", len(list), count)
	}
	for i, c := range list {
		name := fmt.Sprintf("n%%d_%%s", i, strings.Repeat("x", 1+i%%40))
		phrase := fmt.Sprintf(phrases[i%%len(phrases)], i)
		if !c.Known() || c.Name() != name || c.Phrase() != phrase || c.String() != fmt.Sprintf("%%v %%s", value(c), phrase) {
			t.Errorf("%%v: %%v %%q %%q", value(c), c.Known(), c.Name(), c.Phrase())
		}
		weight, ok := c.Weight()
		if weight != i || !ok || !c.Heavy() || !slices.Equal(slices.Collect(c.Peers()), []int{1000 + i}) {
			t.Errorf("%%v: %%v %%v %%v", value(c), weight, ok, c.Heavy())
		}
		for _, text := range []string{name, fmt.Sprint("a", i), value(c)} {
			if got, err := parse(text); got != c || err != nil {
				t.Errorf("Parse(%%q) = %%v, %%v", text, got, err)
			}
		}
		for _, text := range []string{phrase, " " + strings.ToUpper(phrase) + "\t", fmt.Sprintf("Also \n %%d", i)} {
			if got, ok := fromPhrase(text); got != c || !ok {
				t.Errorf("FromPhrase(%%q) = %%v, %%v", text, got, ok)
			}
		}
		for _, text := range []string{phrase + "0000", phrase[1:], ""} {
			if got, ok := fromPhrase(text); ok {
				t.Errorf("FromPhrase(%%q) = %%v", text, got)
			}
		}
		for _, text := range []string{name + "y", "b" + name, "a" + name} {
			if got, err := parse(text); err == nil && got.Known() {
				t.Errorf("Parse(%%q) = %%v, %%v", text, got, err)
			}
		}
	}
	for _, c := range strangers {
		if slices.Contains(list, c) {
			continue
		}
		weight, ok := c.Weight()
		if c.Known() || c.Name() != "" || c.Phrase() != "" || weight != 0 || ok || c.Heavy() || c.String() != value(c) {
			t.Errorf("%%v is known", value(c))
		}
	}
	for _, c := range append(strangers[:3:3], list[0]) {
		allocations := testing.AllocsPerRun(10, func() {
			_, _, _, _ = c.Known(), c.Name(), c.Phrase(), c.Heavy()
			_, _ = c.Weight()
			_, _ = parse("n0_x")
			_, _ = fromPhrase("phrase  0")
			_, _ = fromPhrase("a stranger")
		})
		if allocations != 0 {
			t.Errorf("%%v: %%v allocations", value(c), allocations)
		}
	}
}

// value writes a code without its phrase.
func value[C code](c C) string {
	text := c.String()
	if c.Known() {
		text, _, _ = strings.Cut(text, " ")
	}
	return text
}

%s`
