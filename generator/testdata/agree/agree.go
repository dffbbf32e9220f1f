// Agree prints every fact of every code, and what the generated code does with
// every input, so that the languages can be compared to the last byte.
// tables.go, which the test writes, lists the generated packages.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"iter"
	"log"
	"os"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

type export struct {
	Tables []struct {
		Name    string
		Unknown string
		Classes []struct{ Name string }
		// The properties in the order of the file.
		Properties ordered
	}
}

// ordered are the names of a JSON object's members, in their order.
type ordered []string

func (o *ordered) UnmarshalJSON(data []byte) error {
	decoder := json.NewDecoder(strings.NewReader(string(data)))
	if _, err := decoder.Token(); err != nil {
		return err
	}
	for decoder.More() {
		name, err := decoder.Token()
		if err != nil {
			return err
		}
		*o = append(*o, name.(string))
		var skipped json.RawMessage
		if err := decoder.Decode(&skipped); err != nil {
			return err
		}
	}
	return nil
}

type inputs struct {
	Parse, Phrase []string
	Wire          []json.RawMessage
}

// table is a generated package, whatever its type of codes.
type table struct {
	fingerprint string
	all         func() iter.Seq[reflect.Value]
	parse       func(string) (reflect.Value, bool)
	fromPhrase  func(string) (reflect.Value, bool)
	decode      func(json.RawMessage) (reflect.Value, error)
	identifiers map[string]any
}

func of[C comparable](
	fingerprint string, all func() iter.Seq[C], parse func(string) (C, error), fromPhrase func(string) (C, bool), identifiers map[string]C,
) table {
	t := table{fingerprint: fingerprint, identifiers: map[string]any{}}
	t.all = func() iter.Seq[reflect.Value] {
		return func(yield func(reflect.Value) bool) {
			for c := range all() {
				if !yield(reflect.ValueOf(c)) {
					return
				}
			}
		}
	}
	t.parse = func(text string) (reflect.Value, bool) {
		c, err := parse(text)
		return reflect.ValueOf(c), err == nil
	}
	t.fromPhrase = func(phrase string) (reflect.Value, bool) {
		c, ok := fromPhrase(phrase)
		return reflect.ValueOf(c), ok
	}
	t.decode = func(data json.RawMessage) (reflect.Value, error) {
		var c C
		err := json.Unmarshal(data, &c)
		return reflect.ValueOf(c), err
	}
	for name, c := range identifiers {
		t.identifiers[name] = plain(reflect.ValueOf(c))
	}
	return t
}

func main() {
	log.SetFlags(0)
	var source export
	var asked map[string]inputs
	var manifest struct{ Identifiers map[string]map[string]any }
	read(os.Args[1], &source)
	read(os.Args[2], &asked)
	read(os.Args[3], &manifest)

	out := bufio.NewWriter(os.Stdout)
	for _, t := range source.Tables {
		generated := tables[t.Name]
		if !reflect.DeepEqual(generated.identifiers, manifest.Identifiers[t.Name]) {
			log.Fatalf("%s: the identifiers are %v, the manifest says %v", t.Name, generated.identifiers, manifest.Identifiers[t.Name])
		}
		classes := []string{}
		for _, class := range t.Classes {
			classes = append(classes, class.Name)
		}
		facts := func(prefix string, c reflect.Value) {
			for _, line := range factsOf(c, classes, t.Properties) {
				fmt.Fprintln(out, prefix, line)
			}
		}
		fmt.Fprintln(out, t.Name, "fingerprint", quote(generated.fingerprint))
		for c := range generated.all() {
			facts(t.Name+" "+code(c), c)
		}
		answer := func(kind, input string, c reflect.Value, ok bool) {
			result := "none"
			if ok {
				result = code(c)
			}
			fmt.Fprintln(out, t.Name, kind, quote(input), result)
		}
		for _, text := range asked[t.Name].Parse {
			c, ok := generated.parse(text)
			answer("parse", text, c, ok)
		}
		for _, text := range asked[t.Name].Phrase {
			c, ok := generated.fromPhrase(text)
			answer("phrase", text, c, ok)
		}
		for _, data := range asked[t.Name].Wire {
			prefix := t.Name + " wire " + wire(data)
			c, err := generated.decode(data)
			if err != nil {
				fmt.Fprintln(out, prefix, "error")
				continue
			}
			fmt.Fprintln(out, prefix, "ok")
			facts(prefix, c)
		}
	}
	if err := out.Flush(); err != nil {
		log.Fatal(err)
	}
}

func factsOf(c reflect.Value, classes, properties []string) []string {
	reference := "-"
	if r := call(c, "reference"); r.Field(0).String() != "" {
		reference = quote(r.Field(0).String()) + " " + text(r.Field(1))
	}
	lines := []string{
		"name " + text(call(c, "name")),
		"phrase " + text(call(c, "phrase")),
		"summary " + text(call(c, "summary")),
		"action " + text(call(c, "action")),
		"reference " + reference,
		"lifecycle " + text(call(c, "lifecycle")),
		"class " + text(call(c, "class")),
		"known " + strconv.FormatBool(call(c, "known").Bool()),
	}
	for _, class := range classes {
		lines = append(lines, "is_"+class+" "+strconv.FormatBool(call(c, "is_"+class).Bool()))
	}
	for _, property := range properties {
		lines = append(lines, "property "+property+" "+values(method(c, property)))
	}
	return lines
}

// method finds a method by the name that the source gives what it answers.
func method(c reflect.Value, name string) reflect.Value {
	want := strings.ReplaceAll(name, "_", "")
	for i := range c.NumMethod() {
		if strings.EqualFold(c.Type().Method(i).Name, want) {
			return c.Method(i)
		}
	}
	log.Fatalf("%s has no method for %s", c.Type(), name)
	return reflect.Value{}
}

func call(c reflect.Value, name string) reflect.Value { return method(c, name).Call(nil)[0] }

// values asks a property's accessor, in whichever of its three forms.
func values(accessor reflect.Value) string {
	results := accessor.Call(nil)
	if results[0].Kind() == reflect.Func {
		var list []string
		for v := range results[0].Seq() {
			list = append(list, value(v))
		}
		return set(list)
	}
	if len(results) == 2 && !results[1].Bool() {
		return "-"
	}
	return value(results[0])
}

func value(v reflect.Value) string {
	switch v.Kind() {
	case reflect.Bool:
		return strconv.FormatBool(v.Bool())
	case reflect.String:
		return quote(v.String())
	case reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64: // a set
		names := strings.FieldsFunc(v.MethodByName("String").Call(nil)[0].String(), func(r rune) bool { return r == '|' })
		for i, name := range names {
			names[i] = quote(name)
		}
		return set(names)
	}
	return strconv.FormatInt(v.Int(), 10)
}

func set(values []string) string { return "[" + strings.Join(values, " ") + "]" }

// plain gives a code as JSON would.
func plain(c reflect.Value) any {
	if c.Kind() == reflect.String {
		return c.String()
	}
	return float64(c.Int())
}

func code(c reflect.Value) string {
	if c.Kind() == reflect.String {
		return quote(c.String())
	}
	return strconv.FormatInt(c.Int(), 10)
}

func wire(data json.RawMessage) string {
	var s string
	if json.Unmarshal(data, &s) == nil {
		return quote(s)
	}
	return string(data)
}

func text(v reflect.Value) string {
	if v.String() == "" {
		return "-"
	}
	return quote(v.String())
}

func quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		if r < ' ' || r > '~' || slices.Contains([]rune{'"', '\\'}, r) {
			fmt.Fprintf(&b, `\u{%x}`, r)
		} else {
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

func read(name string, into any) {
	data, err := os.ReadFile(name)
	if err == nil {
		err = json.Unmarshal(data, into)
	}
	if err != nil {
		log.Fatalf("%s: %v", name, err)
	}
}
