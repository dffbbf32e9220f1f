package codes

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"reflect"
	"slices"
	"strconv"

	"github.com/statusgen/statusgen/generator/internal/diag"
)

// Digest gives a hash of all that a table says. Where it says so does not
// count, nor does what it was built from.
func (t *Table) Digest() string {
	return hashOf(t, "-")
}

// hashOf hashes what a table says, but for fields with one of the tags.
func hashOf(t *Table, without ...string) string {
	hash := sha256.New()
	buffered := bufio.NewWriter(hash)
	writeFacts(buffered, reflect.ValueOf(t), without...)
	_ = buffered.Flush() // a hash takes everything
	return hex.EncodeToString(hash.Sum(nil))
}

// SameFacts reports whether two codes are the same in every fact.
func (c *Code) SameFacts(other *Code) bool {
	var a, b bytes.Buffer
	writeFacts(&a, reflect.ValueOf(c), "-")
	writeFacts(&b, reflect.ValueOf(other), "-")
	return bytes.Equal(a.Bytes(), b.Bytes())
}

// SameParams reports whether two lists of parameters are the same.
func SameParams(a, b []*Param) bool {
	return slices.EqualFunc(a, b, func(p, q *Param) bool {
		var x, y bytes.Buffer
		writeFacts(&x, reflect.ValueOf(p), "-")
		writeFacts(&y, reflect.ValueOf(q), "-")
		return bytes.Equal(x.Bytes(), y.Bytes())
	})
}

var position = reflect.TypeFor[diag.Pos]()

// writeFacts writes what a part of the model says, in one way only, but for
// fields with one of the tags. What is not said leaves no trace, so that a field that the model gains one day
// changes no hash until somebody uses it.
func writeFacts(w io.Writer, v reflect.Value, without ...string) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		writeFacts(w, v.Elem(), without...)
	case reflect.Slice:
		_, _ = io.WriteString(w, "[")
		for i := range v.Len() {
			writeFacts(w, v.Index(i), without...)
			_, _ = io.WriteString(w, ",")
		}
		_, _ = io.WriteString(w, "]")
	case reflect.Struct:
		_, _ = io.WriteString(w, "{")
		for i := range v.NumField() {
			field := v.Type().Field(i)
			if !field.IsExported() || field.Type == position || v.Field(i).IsZero() || slices.Contains(without, field.Tag.Get("facts")) {
				continue
			}
			_, _ = io.WriteString(w, field.Name+":")
			writeFacts(w, v.Field(i), without...)
		}
		_, _ = io.WriteString(w, "}")
	case reflect.String:
		_, _ = io.WriteString(w, strconv.Quote(v.String()))
	case reflect.Bool:
		_, _ = io.WriteString(w, strconv.FormatBool(v.Bool()))
	case reflect.Int, reflect.Int64:
		_, _ = io.WriteString(w, strconv.FormatInt(v.Int(), 10))
	default:
		panic("a fact of kind " + v.Kind().String())
	}
}
