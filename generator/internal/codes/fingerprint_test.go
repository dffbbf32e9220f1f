package codes

import (
	"reflect"
	"testing"

	"github.com/stretchr/testify/require"
)

// printed is a small table, and what it refers to.
func printed() (*Catalog, *Table) {
	text := func(s string) At[string] { return At[string]{Value: s} }
	one := func(v any) *Fact { return &Fact{Items: []Scalar{{Value: v}}} }
	bank := &Table{Name: text("bank"), Codes: []*Code{{Value: At[Value]{Value: IntegerValue(7)}, Name: text("down")}}}
	shop := &Table{
		Name: text("shop"), Range: &Range{Min: 0, Max: 9},
		Classes: []*Class{
			{Name: text("user"), Range: &Range{Min: 0, Max: 4}, Defaults: []Setting{{text("retry"), one("never")}}},
			{Name: text("system"), Range: &Range{Min: 5, Max: 9}},
		},
		Properties: []*Property{
			{Name: text("retry"), Type: At[PropertyType]{Value: OneOfProperty}, Values: []At[string]{text("never"), text("always")}, Default: one("always")},
			{Name: text("cause"), Type: At[PropertyType]{Value: CodeProperty}, Table: text("bank")},
		},
		Codes: []*Code{
			{
				Value: At[Value]{Value: IntegerValue(1)}, Name: text("declined"), Phrase: text("Declined"),
				Aliases: []*Alias{{Name: text("refused")}, {Name: text("denied")}}, Also: []At[string]{text("No"), text("Never")},
				Properties: []Setting{{text("cause"), one("down")}},
			},
			{Value: At[Value]{Value: IntegerValue(5)}, Name: text("broken")},
		},
	}
	return &Catalog{Tables: []*Table{shop, bank}}, shop
}

func fingerprintAfter(change func(*Table)) string {
	catalog, shop := printed()
	change(shop)
	return catalog.Fingerprint(shop)
}

// Programs compare the fingerprint with that of other versions of ours: it must
// not change by itself.
func TestFingerprint(t *testing.T) {
	require.Equal(t, "b36ef0a45fa33695563dc8705c6c9c6be4ea99429f6ce228f46cb4ec49bab61e", fingerprintAfter(func(*Table) {}))
}

// One fact can be said in several ways.
func TestFingerprintOfOtherWords(t *testing.T) {
	want := fingerprintAfter(func(*Table) {})
	retry := func(v string) []Setting {
		return []Setting{{At[string]{Value: "retry"}, &Fact{Items: []Scalar{{Value: v}}}}}
	}
	for name, change := range map[string]func(*Table){
		"the order of codes":      func(s *Table) { s.Codes[0], s.Codes[1] = s.Codes[1], s.Codes[0] },
		"the order of classes":    func(s *Table) { s.Classes[0], s.Classes[1] = s.Classes[1], s.Classes[0] },
		"the order of properties": func(s *Table) { s.Properties[0], s.Properties[1] = s.Properties[1], s.Properties[0] },
		"the order of aliases":    func(s *Table) { a := s.Codes[0].Aliases; a[0], a[1] = a[1], a[0] },
		"the order of also":       func(s *Table) { a := s.Codes[0].Also; a[0], a[1] = a[1], a[0] },
		"the order of values":     func(s *Table) { v := s.Properties[0].Values; v[0], v[1] = v[1], v[0] },
		"a default, written":      func(s *Table) { s.Codes[1].Properties = retry("always") },
		"a class's, written":      func(s *Table) { s.Classes[1].Defaults = retry("always") },
		"standard, written":       func(s *Table) { s.Codes[0].Lifecycle.Value = Standard; s.Codes[0].Lifecycle.Pos.Line = 1 },
		"a code by its number":    func(s *Table) { s.Codes[0].Properties[0].Fact.Items[0].Value = int64(7) },
		"a place":                 func(s *Table) { s.Codes[0].Pos.Line++; s.Codes[0].Phrase.Pos.Line++ },
	} {
		require.Equal(t, want, fingerprintAfter(change), name)
	}
}

// facts changes each field of the model that is a fact, documentation each that
// is not. A new field has to be in either, and docs/fingerprint.md says which.
var (
	facts = map[string]func(*Table){
		"Table.Name":       func(s *Table) { s.Name.Value = "store" },
		"Table.Kind":       func(s *Table) { s.Kind = Text },
		"Table.Range":      func(s *Table) { s.Range = nil },
		"Range.Min":        func(s *Table) { s.Range.Min = -1 },
		"Range.Max":        func(s *Table) { s.Range.Max = 10 },
		"Table.Pattern":    func(s *Table) { s.Pattern.Value = "^.$" },
		"Table.Unknown":    func(s *Table) { s.Unknown = Closed },
		"Table.Classes":    func(s *Table) { s.Classes = s.Classes[1:] },
		"Table.Properties": func(s *Table) { s.Properties = s.Properties[:1] },
		"Table.Codes":      func(s *Table) { s.Codes = s.Codes[:1] },

		"Class.Name":     func(s *Table) { s.Classes[0].Name.Value = "customer" },
		"Class.Range":    func(s *Table) { s.Classes[0].Range = &Range{Min: 1, Max: 4} },
		"Class.Prefix":   func(s *Table) { s.Classes[0].Prefix.Value = "1" },
		"Class.Glob":     func(s *Table) { s.Classes[0].Glob.Value = "1*" },
		"Class.Defaults": func(s *Table) { s.Classes[0].Defaults = nil },

		"Property.Name": func(s *Table) { s.Properties[1].Name.Value = "source" },
		"Property.Type": func(s *Table) { s.Properties[1].Type.Value = IntegerProperty },
		"Property.Many": func(s *Table) { s.Properties[0].Many = true },
		"Property.Values": func(s *Table) {
			s.Properties[0].Values = append(s.Properties[0].Values, At[string]{Value: "later"})
		},
		"Property.Table":   func(s *Table) { s.Properties[1].Table.Value = "till" },
		"Property.Default": func(s *Table) { s.Properties[0].Default = nil },

		"Code.Value":       func(s *Table) { s.Codes[0].Value.Value.Int = 2 },
		"Value.Kind":       func(s *Table) { s.Codes[0].Value.Value.Kind = Text },
		"Value.Int":        func(s *Table) { s.Codes[0].Value.Value.Int = 3 },
		"Value.Text":       func(s *Table) { s.Codes[0].Value.Value.Text = "1" },
		"Code.Name":        func(s *Table) { s.Codes[0].Name.Value = "rejected" },
		"Code.Phrase":      func(s *Table) { s.Codes[0].Phrase.Value = "declined" },
		"Code.Lifecycle":   func(s *Table) { s.Codes[0].Lifecycle.Value = Obsolete; s.Codes[0].Lifecycle.Pos.Line = 1 },
		"Code.Aliases":     func(s *Table) { s.Codes[0].Aliases = s.Codes[0].Aliases[1:] },
		"Alias.Name":       func(s *Table) { s.Codes[0].Aliases[0].Name.Value = "rejected" },
		"Code.Also":        func(s *Table) { s.Codes[0].Also = nil },
		"Code.Properties":  func(s *Table) { s.Codes[0].Properties = nil },
		"Setting.Property": func(s *Table) { s.Codes[0].Properties[0].Property.Value = "retry" },
		"Setting.Fact":     func(s *Table) { s.Codes[0].Properties[0].Fact = &Fact{Items: []Scalar{{Value: int64(6)}}} },
		"Fact.Items":       func(s *Table) { s.Codes[0].Properties[0].Fact.Items[0].Value = int64(9) },
		"Table.Errors":     func(s *Table) { s.Errors = &Errors{} },
		"Errors.Type":      func(s *Table) { s.Errors = &Errors{Type: At[string]{Value: "https://example.com"}} },
		"Errors.Status":    func(s *Table) { s.Errors = &Errors{Status: said("cause")} },
		"Code.Params":      func(s *Table) { s.Codes[0].Params = []*Param{{}} },
		"Param.Name":       func(s *Table) { s.Codes[0].Params = []*Param{{Name: said("card")}} },
		"Param.Type":       func(s *Table) { s.Codes[0].Params = []*Param{{Type: said(TextParam)}} },
		"Param.Optional":   func(s *Table) { s.Codes[0].Params = []*Param{{Optional: true}} },
		"Param.Visibility": func(s *Table) { s.Codes[0].Params = []*Param{{Visibility: said(Internal)}} },
		"Scalar.Value":     func(s *Table) { s.Codes[0].Properties[0].Fact.Items[0].Value = int64(8) },
	}
	documentation = map[string]func(*Table){
		"Table.Title":      func(s *Table) { s.Title.Value = "x" },
		"Table.Summary":    func(s *Table) { s.Summary.Value = "x" },
		"Table.Visibility": func(s *Table) { s.Visibility.Value = Internal },
		"Table.Type":       func(s *Table) { s.Type.Value = "x" },
		"Table.Reference":  func(s *Table) { s.Reference = &Reference{Text: At[string]{Value: "x"}} },
		"Table.Since":      func(s *Table) { s.Since.Value = "x" },
		"Table.Require":    func(s *Table) { s.Require = []At[string]{{Value: "since"}} },
		"Table.Retired":    func(s *Table) { s.Retired = []*Retired{{Name: At[string]{Value: "x"}}} },

		"Class.Summary":    func(s *Table) { s.Classes[0].Summary.Value = "x" },
		"Class.Visibility": func(s *Table) { s.Classes[0].Visibility.Value = Internal },

		"Property.Summary":    func(s *Table) { s.Properties[0].Summary.Value = "x" },
		"Property.Visibility": func(s *Table) { s.Properties[0].Visibility.Value = Internal },
		"Property.RequiredIn": func(s *Table) { s.Properties[0].RequiredIn = []At[string]{{Value: "user"}} },
		"Property.AllowedIn":  func(s *Table) { s.Properties[0].AllowedIn = []At[string]{{Value: "user"}} },

		"Code.Summary":    func(s *Table) { s.Codes[0].Summary.Value = "x" },
		"Code.Action":     func(s *Table) { s.Codes[0].Action.Value = "x" },
		"Code.Reference":  func(s *Table) { s.Codes[0].Reference = &Reference{Text: At[string]{Value: "x"}} },
		"Code.Since":      func(s *Table) { s.Codes[0].Since.Value = "x" },
		"Code.Visibility": func(s *Table) { s.Codes[0].Visibility.Value = Internal },
		// beside the lifecycle, which it implies
		"Code.Deprecated": func(s *Table) {
			s.Codes[0].Lifecycle.Pos.Line, s.Codes[0].Lifecycle.Value = 1, Standard
			s.Codes[0].Deprecated = &Deprecation{Reason: At[string]{Value: "x"}}
		},
		"Code.Spell":          func(s *Table) { s.Codes[0].Spell = []Spelling{{Identifier: At[string]{Value: "X"}}} },
		"Alias.Deprecated":    func(s *Table) { s.Codes[0].Aliases[0].Deprecated = true },
		"Alias.RemoveAfter":   func(s *Table) { s.Codes[0].Aliases[0].RemoveAfter.Value = "2027-01-31" },
		"Alias.Only":          func(s *Table) { s.Codes[0].Aliases[0].Only = []At[string]{{Value: "go"}} },
		"Table.Locales":       func(s *Table) { s.Locales = []*Locale{{Tag: said("de")}} },
		"Class.Message":       func(s *Table) { s.Classes[0].Message.Value = "x" },
		"Class.Params":        func(s *Table) { s.Classes[0].Params, s.Codes[0].Params = s.Codes[0].Params, nil }, // as Code.Params says
		"Errors.Translations": func(s *Table) { s.Errors.Translations.Value = TranslationsOff },
		"Param.Data":          func(s *Table) { s.Codes[0].Params[0].Data = true },
		"Param.Summary":       func(s *Table) { s.Codes[0].Params[0].Summary.Value = "x" },
		"Code.Message":        func(s *Table) { s.Codes[0].Message.Value = "x" },
		"Fact.List":           func(s *Table) { s.Codes[0].Properties[0].Fact.List = true }, // as Property.Many says
	}
)

func TestFingerprintSeesFactsAlone(t *testing.T) {
	plain := fingerprintAfter(func(*Table) {})
	seen := map[string]string{plain: "nothing"}
	for name, change := range facts {
		hash := fingerprintAfter(change)
		require.Empty(t, seen[hash], name)
		seen[hash] = name
	}
	erring := func(s *Table) {
		s.Errors, s.Codes[0].Params = &Errors{}, []*Param{{Name: said("card")}}
	}
	plain = fingerprintAfter(erring)
	for name, change := range documentation {
		require.Equal(t, plain, fingerprintAfter(func(s *Table) { erring(s); change(s) }), name)
	}
	for _, field := range fieldsOf(reflect.TypeFor[Table](), map[reflect.Type]bool{position: true}) {
		require.True(t, facts[field] != nil || documentation[field] != nil, "is %s a fact?", field)
	}
}

// fieldsOf gives the fields of the model that are not passed over, but for
// what lies in documentation.
func fieldsOf(of reflect.Type, known map[reflect.Type]bool) (fields []string) {
	for of.Kind() == reflect.Pointer || of.Kind() == reflect.Slice {
		of = of.Elem()
	}
	if of.Kind() != reflect.Struct || known[of] {
		return nil
	}
	known[of] = true
	if value, isAt := of.FieldByName("Value"); isAt && of.NumField() == 2 && of != reflect.TypeFor[Scalar]() {
		return fieldsOf(value.Type, known) // At
	}
	for i := range of.NumField() {
		field := of.Field(i)
		tag := field.Tag.Get("facts")
		if !field.IsExported() || field.Type == position || tag == "-" {
			continue
		}
		fields = append(fields, of.Name()+"."+field.Name)
		if tag == "" {
			fields = append(fields, fieldsOf(field.Type, known)...)
		}
	}
	return fields
}
