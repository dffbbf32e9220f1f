package check_test

import (
	"reflect"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"

	"github.com/statusgen/statusgen/generator/internal/check"
	"github.com/statusgen/statusgen/generator/internal/diag"
)

// Whatever a string of the source holds, no finding repeats what a terminal
// would obey or a reader could not see.
func TestHostileStrings(t *testing.T) {
	hidden := func(r rune) bool { return !unicode.IsPrint(r) }
	for _, hostile := range []string{
		"a\x1b[31m\n\u202e\u2028b", "\xff\xfe", "\x00", "%s%!d(MISSING)", strings.Repeat("\n", 100_000), "*", "^", "/", "..", "const", "",
	} {
		total := 0
		for nth := 0; nth <= total; nth++ {
			c := rich()
			total = replaceNth(reflect.ValueOf(c), nth, hostile)
			for _, d := range check.Catalog(c) {
				require.False(t, strings.ContainsFunc(d.Message+d.Hint, hidden), "%q", d.Message+d.Hint)
				require.Less(t, len(d.Message), 1000)
			}
		}
		require.Greater(t, total, 100)
	}
}

// replaceNth replaces one string of a model and gives how many it has.
func replaceNth(v reflect.Value, nth int, with string) int {
	seen := 0
	var walk func(reflect.Value)
	walk = func(v reflect.Value) {
		switch v.Kind() {
		case reflect.String:
			if v.CanSet() && v.Type() == reflect.TypeFor[string]() {
				if seen == nth {
					v.SetString(with)
				}
				seen++
			}
		case reflect.Interface:
			if text, ok := v.Interface().(string); ok {
				replaced := reflect.New(reflect.TypeOf(text)).Elem()
				replaced.SetString(text)
				walk(replaced)
				v.Set(replaced)
			}
		case reflect.Pointer:
			if !v.IsNil() {
				walk(v.Elem())
			}
		case reflect.Slice:
			for i := range v.Len() {
				walk(v.Index(i))
			}
		case reflect.Struct:
			if v.Type() == reflect.TypeFor[diag.Pos]() {
				return
			}
			for i := range v.NumField() {
				if v.Type().Field(i).IsExported() {
					walk(v.Field(i))
				}
			}
		}
	}
	walk(v)
	return seen
}
