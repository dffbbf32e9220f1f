package tree

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"unicode"
	"unicode/utf16"
)

// text writes the manifest as encoding/json does, with indents. That would hold
// the identifiers of a large table ten times over while it does.
func (m manifest) text() ([]byte, error) {
	w := jsonWriter{indent: "\n"}
	w.object(func() {
		w.member("manifest", m.Format)
		w.key("files")
		w.list('[', ']', func() {
			for _, file := range m.Files {
				w.next()
				w.object(func() {
					w.member("path", file.Path)
					w.member("sha256", file.SHA256)
				})
			}
		})
		w.key("identifiers")
		w.object(func() {
			for _, table := range sorted(m.Identifiers) {
				w.key(table)
				w.members(m.Identifiers[table])
			}
		})
		if len(m.Bases) > 0 {
			w.key("bases")
			w.object(func() {
				for _, base := range sorted(m.Bases) {
					w.member(base, m.Bases[base])
				}
			})
		}
	})
	return append(w.text, '\n'), w.err
}

// jsonWriter writes a document of which encoding/json writes what is not plain.
type jsonWriter struct {
	text   []byte
	indent string
	empty  bool // nothing is in the innermost list or object yet
	err    error
}

func (w *jsonWriter) object(inside func()) { w.list('{', '}', inside) }

func (w *jsonWriter) list(open, end byte, inside func()) {
	w.text = append(w.text, open)
	outer := w.indent
	w.indent, w.empty = outer+"  ", true
	inside()
	w.indent = outer
	if !w.empty {
		w.text = append(w.text, outer...)
	}
	w.text, w.empty = append(w.text, end), false
}

func (w *jsonWriter) members(of map[string]any) {
	w.object(func() {
		keys := sorted(of)
		w.text = slices.Grow(w.text, roomOf(keys, w.indent))
		for _, key := range keys {
			w.member(key, of[key])
		}
	})
}

// sorted gives the keys of a map, of which there may be very many.
func sorted[V any](of map[string]V) []string {
	keys := slices.AppendSeq(make([]string, 0, len(of)), maps.Keys(of))
	slices.Sort(keys)
	return keys
}

// roomOf is about what the members of an object take.
func roomOf(keys []string, indent string) int {
	room := 0
	for _, key := range keys {
		room += len(indent) + len(key) + len(`"": 4294967295,`)
	}
	return room
}

func (w *jsonWriter) member(key string, value any) {
	w.key(key)
	w.value(value)
}

func (w *jsonWriter) key(key string) {
	w.next()
	w.string(key)
	w.text = append(w.text, ": "...)
}

// next starts what follows in a list or an object.
func (w *jsonWriter) next() {
	if !w.empty {
		w.text = append(w.text, ',')
	}
	w.text, w.empty = append(w.text, w.indent...), false
}

func (w *jsonWriter) value(value any) {
	switch value := value.(type) {
	case int64:
		w.text = strconv.AppendInt(w.text, value, 10)
		return
	case string:
		w.string(value)
		return
	}
	w.encoded(value)
}

func (w *jsonWriter) string(text string) {
	if !isPlain(text) {
		w.encoded(text)
		return
	}
	w.text = append(append(append(w.text, '"'), text...), '"')
}

func (w *jsonWriter) encoded(value any) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		w.err = err
	}
	w.text = append(w.text, visible(bytes.TrimSuffix(b.Bytes(), []byte("\n")))...)
}

// isPlain reports whether a text stands in JSON as it is.
func isPlain(text string) bool {
	for i := range len(text) {
		if c := text[i]; c < ' ' || c > '~' || c == '"' || c == '\\' {
			return false
		}
	}
	return true
}

// visible escapes what nobody can see in JSON, which changes nothing of what it
// says: a code may be any text.
func visible(value []byte) []byte {
	var b bytes.Buffer
	for _, r := range string(value) {
		if unicode.IsGraphic(r) {
			b.WriteRune(r)
			continue
		}
		for _, unit := range utf16.AppendRune(nil, r) {
			fmt.Fprintf(&b, `\u%04x`, unit)
		}
	}
	return b.Bytes()
}
