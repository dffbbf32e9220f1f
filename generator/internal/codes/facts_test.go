package codes

import (
	"reflect"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/statusgen/statusgen/generator/internal/diag"
)

func sample(line int) *Table {
	pos := diag.Pos{File: "codes.yaml", Line: line, Column: 1}
	return &Table{
		Name:  At[string]{Value: "http", Pos: pos},
		Title: At[string]{Value: "HTTP", Pos: pos},
		Range: &Range{Pos: pos, Min: 0, Max: 9},
		Codes: []*Code{
			{
				Pos: pos, Value: At[Value]{IntegerValue(0), pos}, Name: At[string]{"ok", pos},
				Properties: []Setting{{At[string]{"retry", pos}, &Fact{Pos: pos, Items: []Scalar{{pos, false}}}}},
			},
			{Pos: pos, Value: At[Value]{TextValue("1"), pos}, Name: At[string]{"one", pos}, Aliases: []*Alias{{Name: At[string]{"uno", pos}}}},
		},
	}
}

// The hash is in the manifests of those who extend a table: it must not change
// by itself.
func TestDigest(t *testing.T) {
	const want = "fae102be43bb6118219f831b9d30d7d99a1501bebb4e988fe5d0eeed6a8a3dd7"
	require.Equal(t, want, sample(1).Digest())
	elsewhere := sample(2)
	elsewhere.Codes[0].Origin, elsewhere.Codes[0].Overridden = "builtin:http", true
	elsewhere.Bases = []*Base{{SHA256: "1"}}
	elsewhere.Find(IntegerValue(0))
	require.Equal(t, want, elsewhere.Digest(), "where a table says something, and what it was built from, is no fact")
}

func TestDigestSeesEveryFact(t *testing.T) {
	seen := map[string]string{sample(1).Digest(): "nothing"}
	for name, change := range map[string]func(*Table){
		"a title":               func(t *Table) { t.Title.Value = "http" },
		"no title":              func(t *Table) { t.Title = At[string]{} },
		"a range":               func(t *Table) { t.Range.Min = 1 },
		"no range":              func(t *Table) { t.Range = nil },
		"the kind":              func(t *Table) { t.Kind = Text },
		"the order":             func(t *Table) { t.Codes[0], t.Codes[1] = t.Codes[1], t.Codes[0] },
		"a value":               func(t *Table) { t.Codes[0].Properties[0].Fact.Items[0].Value = true },
		"the type of a value":   func(t *Table) { t.Codes[0].Properties[0].Fact.Items[0].Value = "false" },
		"the number of values":  func(t *Table) { t.Codes[0].Properties[0].Fact.List = true },
		"a code":                func(t *Table) { t.Codes[1].Value.Value = IntegerValue(1) },
		"an alias":              func(t *Table) { t.Codes[1].Aliases[0].Deprecated = true },
		"a text in two fields":  func(t *Table) { t.Title.Value, t.Summary.Value = "HT", "TP" },
		"a class":               func(t *Table) { t.Classes = []*Class{{Name: At[string]{Value: "all"}}} },
		"a property":            func(t *Table) { t.Properties = []*Property{{Name: At[string]{Value: "all"}}} },
		"a property's default":  func(t *Table) { t.Properties = []*Property{{Name: At[string]{Value: "all"}, Default: &Fact{}}} },
		"a reference of a code": func(t *Table) { t.Codes[0].Reference = &Reference{Text: At[string]{Value: "RFC"}} },
	} {
		changed := sample(1)
		change(changed)
		digest := changed.Digest()
		require.Empty(t, seen[digest], name)
		seen[digest] = name
	}
}

// Every type of the model can be written: a field of a new kind needs a rule.
func TestFactsOfEveryType(t *testing.T) {
	var walk func(reflect.Type)
	known := map[reflect.Type]bool{position: true}
	walk = func(of reflect.Type) {
		switch of.Kind() {
		case reflect.Pointer, reflect.Slice:
			walk(of.Elem())
		case reflect.Struct:
			if known[of] {
				return
			}
			known[of] = true
			for i := range of.NumField() {
				if field := of.Field(i); field.IsExported() && field.Tag.Get("facts") != "-" {
					walk(field.Type)
				}
			}
		case reflect.String, reflect.Bool, reflect.Int, reflect.Int64, reflect.Interface:
		default:
			t.Errorf("a fact of kind %s", of)
		}
	}
	walk(reflect.TypeFor[Table]())
}

func TestSameFacts(t *testing.T) {
	a, b := sample(1).Codes, sample(2).Codes
	require.True(t, a[0].SameFacts(b[0]))
	require.False(t, a[0].SameFacts(b[1]))
	b[0].Phrase.Value = "OK"
	require.False(t, a[0].SameFacts(b[0]))
}
