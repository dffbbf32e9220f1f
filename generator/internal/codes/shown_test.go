package codes

import (
	"reflect"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/statusgen/statusgen/generator/internal/diag"
)

func said[T any](v T) At[T] {
	return At[T]{Value: v, Pos: diag.Pos{File: "codes.yaml", Line: 1, Column: 1}}
}

func numbered(n int64, name string) *Code {
	return &Code{Value: said(IntegerValue(n)), Name: said(name)}
}

func pointing(property string, to ...any) Setting {
	fact := &Fact{List: true}
	for _, value := range to {
		fact.Items = append(fact.Items, Scalar{Value: value})
	}
	return Setting{Property: said(property), Fact: fact}
}

// twoTables is a catalogue of two tables, the first of which points into both.
func twoTables() *Catalog {
	like := &Property{Name: said("like"), Type: said(CodeProperty), Table: said("shop"), Many: true}
	cause := &Property{Name: said("cause"), Type: said(CodeProperty), Table: said("bank"), Default: pointing("", "down").Fact}
	team := &Property{Name: said("team"), Type: said(TextProperty), Visibility: said(Internal)}
	declined, expired, stolen := numbered(1, "declined"), numbered(2, "expired"), numbered(10, "stolen")
	declined.Properties = []Setting{pointing("like", "expired", "declined"), pointing("team", "cards")}
	expired.Deprecated = &Deprecation{Use: said("stolen"), Reason: said("Too coarse.")}
	return &Catalog{Tables: []*Table{
		{
			Name: said("shop"), Properties: []*Property{like, cause, team},
			Classes: []*Class{
				{Name: said("customer"), Range: &Range{Min: 1, Max: 9}},
				{Name: said("fraud"), Range: &Range{Min: 10, Max: 19}, Visibility: said(Internal), Defaults: []Setting{pointing("like", "stolen")}},
			},
			Retired: []*Retired{{Name: said("lost")}},
			Codes:   []*Code{declined, expired, stolen},
		},
		{Name: said("bank"), Codes: []*Code{numbered(7, "down")}},
	}}
}

func namesIn(t *Table) (names []string) {
	for _, c := range t.Codes {
		names = append(names, c.Name.Value)
	}
	return names
}

func TestForATargetThatShowsAll(t *testing.T) {
	c := twoTables()
	require.Same(t, c, c.For(&Target{Header: said("MIT"), Visibility: said(Internal)}))
}

// What a target leaves out is not there. Values that were names are the codes
// themselves, so that they stay what they are.
func TestForATargetThatChooses(t *testing.T) {
	c := twoTables()
	shown := c.For(&Target{
		Tables: []*Choice{{Table: said("shop")}},
		Except: NewFilter(FilterItem{Is: FilterName("expired")}),
	})
	require.Len(t, shown.Tables, 1)
	shop := shown.Tables[0]
	require.Equal(t, []string{"declined", "stolen"}, namesIn(shop))
	require.Equal(t, "bank", shown.Referred[0].Name.Value)
	require.Equal(t, []Scalar{{Value: int64(2)}, {Value: int64(1)}}, FactIn(shop.Codes[0].Properties, "like").Items)
	require.Equal(t, []Scalar{{Value: int64(7)}}, shop.Property("cause").Default.Items)
	value, ok := shown.Target(shop.Property("cause"), shop.Property("cause").Default.Items[0])
	require.True(t, ok)
	require.Equal(t, IntegerValue(7), value)

	for i, table := range twoTables().Tables {
		require.Equal(t, table.Digest(), c.Tables[i].Digest(), "the catalogue itself stays as it is")
	}
}

func TestForAPublicTarget(t *testing.T) {
	shop := twoTables().For(&Target{Visibility: said(Public)}).Tables[0]
	require.Equal(t, []string{"declined", "expired"}, namesIn(shop))
	require.Nil(t, shop.Property("team"))
	require.Nil(t, FactIn(shop.Codes[0].Properties, "team"))
	require.Len(t, shop.Classes, 1)
	require.Empty(t, shop.Retired)
	require.Equal(t, &Deprecation{Reason: said("Too coarse.")}, shop.Codes[1].Deprecated)
}

func TestHides(t *testing.T) {
	shop := twoTables().Tables[0]
	for n, want := range map[int64]bool{1: false, 5: false, 10: true, 15: true, 99: false} {
		require.Equal(t, want, shop.Hides(IntegerValue(n)), n)
	}
	shop.Visibility = said(Internal)
	require.True(t, shop.Hides(IntegerValue(99)))
	require.True(t, shop.HidesProperty(shop.Property("like")))
}

func TestFilter(t *testing.T) {
	shop := twoTables().Tables[0]
	f := NewFilter(
		FilterItem{Is: IntegerValue(1)}, FilterItem{Is: FilterName("stolen")}, FilterItem{Is: FilterName("stolen")},
		FilterItem{Is: FilterClass("custom")}, FilterItem{Is: Deprecated}, FilterItem{Is: Obsolete}, FilterItem{Is: TextValue("1")},
	)
	require.Len(t, f.Items, 6)
	for _, c := range shop.Codes {
		require.True(t, f.Fits(shop, c), c.Name.Value)
		require.False(t, (*Filter)(nil).Fits(shop, c))
	}
	require.Equal(t, []FilterItem{{Is: FilterClass("custom")}, {Is: Obsolete}, {Is: TextValue("1")}}, f.Idle(shop))
	require.Empty(t, (*Filter)(nil).Idle(shop))
}

// TestWithKeepsEveryField fills each field of a table, so that a new one cannot
// be forgotten where a table is copied.
func TestWithKeepsEveryField(t *testing.T) {
	table := &Table{}
	v := reflect.ValueOf(table).Elem()
	for i := range v.NumField() {
		if field := v.Field(i); v.Type().Field(i).IsExported() {
			fill(field)
			require.False(t, field.IsZero(), v.Type().Field(i).Name)
		}
	}
	require.Equal(t, table, table.with(table.Codes))
}

func fill(v reflect.Value) {
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int:
		v.SetInt(1)
	case reflect.String:
		v.SetString("x")
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
	case reflect.Struct:
		fill(v.FieldByName("Value"))
	}
}
