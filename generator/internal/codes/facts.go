package codes

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"reflect"
	"slices"
	"strconv"

	"github.com/statusgen/statusgen/generator/internal/diag"
)

// Digest gives a hash of all that a table says. Where it says so does not
// count, nor does what it was built from.
func (t *Table) Digest() string {
	w := factWriter{without: []string{"-"}}
	return w.hashOf(t)
}

// hashOf hashes what a table says.
func (w *factWriter) hashOf(t *Table) string {
	w.hash = sha256.New()
	w.write(reflect.ValueOf(t))
	w.flush()
	return hex.EncodeToString(w.hash.Sum(nil))
}

// SameFacts reports whether two codes are the same in every fact.
func (c *Code) SameFacts(other *Code) bool {
	return bytes.Equal(factsOf(c), factsOf(other))
}

// SameParams reports whether two lists of parameters are the same.
func SameParams(a, b []*Param) bool {
	return slices.EqualFunc(a, b, func(p, q *Param) bool { return bytes.Equal(factsOf(p), factsOf(q)) })
}

// factsOf gives what a part of the model says.
func factsOf(part any) []byte {
	w := factWriter{without: []string{"-"}}
	w.write(reflect.ValueOf(part))
	return w.text
}

var position = reflect.TypeFor[diag.Pos]()

// factWriter writes what a part of the model says, in one way only, but for
// fields with one of the tags.
type factWriter struct {
	without []string
	settle  func(*Code) *Code // before it is written; nil: it is as it should be
	text    []byte
	hash    hash.Hash                    // that the text goes to; nil: it stays
	fields  map[reflect.Type][]factField // of the types so far
}

// factField is a field of a type that is written.
type factField struct {
	index int
	name  string
}

// write writes a value. What is not said leaves no trace, so that a field that
// the model gains one day changes no hash until somebody uses it.
func (w *factWriter) write(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if code, ok := reflect.TypeAssert[*Code](v); ok && w.settle != nil {
			v = reflect.ValueOf(w.settle(code))
		}
		w.write(v.Elem())
	case reflect.Slice:
		w.text = append(w.text, '[')
		for i := range v.Len() {
			w.write(v.Index(i))
			w.text = append(w.text, ',')
		}
		w.text = append(w.text, ']')
	case reflect.Struct:
		w.text = append(w.text, '{')
		for _, field := range w.fieldsOf(v.Type()) {
			if value := v.Field(field.index); !value.IsZero() {
				w.text = append(append(w.text, field.name...), ':')
				w.write(value)
			}
		}
		w.text = append(w.text, '}')
	case reflect.String:
		w.text = strconv.AppendQuote(w.text, v.String())
	case reflect.Bool:
		w.text = strconv.AppendBool(w.text, v.Bool())
	case reflect.Int, reflect.Int64:
		w.text = strconv.AppendInt(w.text, v.Int(), 10)
	default:
		panic("a fact of kind " + v.Kind().String())
	}
	if w.hash != nil && len(w.text) > 1<<15 {
		w.flush()
	}
}

func (w *factWriter) flush() {
	_, _ = w.hash.Write(w.text) // a hash takes everything
	w.text = w.text[:0]
}

// fieldsOf gives the fields of a type that are written.
func (w *factWriter) fieldsOf(of reflect.Type) []factField {
	fields, known := w.fields[of]
	if known {
		return fields
	}
	for i := range of.NumField() {
		field := of.Field(i)
		if field.IsExported() && field.Type != position && !slices.Contains(w.without, field.Tag.Get("facts")) {
			fields = append(fields, factField{i, field.Name})
		}
	}
	if w.fields == nil {
		w.fields = map[reflect.Type][]factField{}
	}
	w.fields[of] = fields
	return fields
}
