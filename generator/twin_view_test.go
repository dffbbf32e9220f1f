package generator_test

import (
	"reflect"
	"regexp"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/render"
)

// safeString is what a string of a view may be, since renderers print it as it
// is: an identifier, a name, a path, a number, or a literal that an encoder has
// closed.
var safeString = regexp.MustCompile(`^([\w./@ -]*|\[-\d+\]|"([^"\\\n\r\x{2028}\x{2029}]|\\[^\n])*")$`)

// TestTheViewHoldsNoText plans a catalogue in which every text is hostile. None
// of it is in a string: it is in a render.Text, which only encoders can read.
func TestTheViewHoldsNoText(t *testing.T) {
	catalog := parsed(fstest.MapFS{"codes.yaml": {Data: []byte(catalogueOf(hostileTexts(t)))}}, "codes.yaml")
	require.NotNil(t, catalog)
	for _, language := range append(shippedLanguages, "markdown") {
		view, found := render.Plan(catalog, shippedTarget(t, language))
		require.False(t, found.HasErrors())
		strings, texts := 0, 0
		seen := map[uintptr]bool{}
		var walk func(v reflect.Value, path string)
		walk = func(v reflect.Value, path string) {
			switch v.Type() {
			case reflect.TypeFor[codes.Language](), reflect.TypeFor[codes.Value]():
				return // of the language; and what a code is compared by
			case reflect.TypeFor[render.Text]():
				texts++
				return
			}
			switch v.Kind() {
			case reflect.Pointer:
				if !v.IsNil() && !seen[v.Pointer()] {
					seen[v.Pointer()] = true
					walk(v.Elem(), path)
				}
			case reflect.Slice:
				for i := range v.Len() {
					walk(v.Index(i), path)
				}
			case reflect.Struct:
				for i := range v.NumField() {
					if name := v.Type().Field(i).Name; name != "value" { // what an item is compared by
						walk(v.Field(i), path+"."+name)
					}
				}
			case reflect.String:
				strings++
				require.Regexp(t, safeString, v.String(), "%s: %s", language, path)
			}
		}
		walk(reflect.ValueOf(view), "View")
		require.Greater(t, strings, 1000)
		require.Greater(t, texts, 1000)
	}
}
