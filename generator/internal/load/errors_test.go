package load

import (
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/statusgen/statusgen/generator/internal/codes"
)

const shop = `version: 1
tables:
  shop:
    kind: text
    errors: {type: "https://example.com/{name}", translations: error}
    classes:
    - {name: pay, prefix: pay_, message: "order {order}", params: {order: {type: text}}}
    codes:
    - {code: "pay_card", phrase: Card, message: "card {last4}", params: {last4: {type: text}, after: {type: integer, optional: true}}}
    - {code: "pay_late", phrase: Late}
    - {code: "gone", phrase: Gone}
    locales:
      de: {pay_card: "Karte {last4}", pay_late: "Auftrag {order}", gone: Weg}
      fr: locales/fr.yaml
`

const french = "version: 1\nmessages:\n  gone: Parti\n"

// said gives what a locale says, by the names of codes.
func said(table *codes.Table, tag string) map[string]string {
	messages := map[string]string{}
	for _, l := range table.Locales {
		if l.Tag.Value == tag {
			for _, m := range l.Messages {
				messages[m.Code.Value] = m.Message.Value
			}
		}
	}
	return messages
}

func named(params []*codes.Param) []string {
	return candidates(params, func(p *codes.Param) string { return p.Name.Value })
}

func TestErrors(t *testing.T) {
	catalog, found := parsed(files("shop.yaml", shop, "locales/fr.yaml", french), "shop.yaml")
	require.Empty(t, found)
	table := catalog.Tables[0]
	require.Equal(t, "https://example.com/{name}", table.Errors.Type.Value)
	require.Equal(t, codes.TranslationsRequired, table.Errors.Translations.Value)
	require.Equal(t, []string{"order", "last4", "after"}, named(table.ParamsOf(table.Codes[0])))
	require.Equal(t, "card {last4}", table.MessageOf(table.Codes[0]).Value)
	require.Equal(t, "order {order}", table.MessageOf(table.Codes[1]).Value)
	require.False(t, table.MessageOf(table.Codes[2]).Given())
	require.Equal(t, map[string]string{"pay_card": "Karte {last4}", "pay_late": "Auftrag {order}", "gone": "Weg"}, said(table, "de"))
	require.Equal(t, map[string]string{"gone": "Parti"}, said(table, "fr"))
	require.Equal(t, []string{"shop.yaml", "locales/fr.yaml"}, Files(files("shop.yaml", shop, "locales/fr.yaml", french), "shop.yaml"))
}

// A table has the errors of the one that it extends, field by field, and a
// translation no longer than what it translates.
func TestErrorsOfABase(t *testing.T) {
	of := func(fields string) *codes.Table {
		_, table := extended(t, extending("extends: shop.yaml:shop\n"+fields), "shop.yaml", shop, "locales/fr.yaml", french)
		return table
	}
	table := of("errors: {type: \"https://example.org/{code}\"}\n" +
		"codes: [{code: \"pay_card\", name: card, params: {bank: {type: text}, after: {type: boolean}}}, {code: \"gone\", phrase: Off}]\n" +
		"locales: {de: {pay_late: \"Zu spät {order}\"}, nl: {gone: Weg}}")
	require.Equal(t, "https://example.org/{code}", table.Errors.Type.Value)
	require.Equal(t, codes.TranslationsRequired, table.Errors.Translations.Value)
	require.Equal(t, map[string]string{"card": "Karte {last4}", "pay_late": "Zu spät {order}"}, said(table, "de"), "the phrase of gone is another one now")
	require.Empty(t, said(table, "fr"))
	require.Equal(t, map[string]string{"gone": "Weg"}, said(table, "nl"))
	card := table.Find(codes.TextValue("pay_card"))
	require.Equal(t, []string{"order", "last4", "after", "bank"}, named(table.ParamsOf(card)))
	require.Equal(t, codes.BooleanParam, codes.ParamIn(card.Params, "after").Type.Value)

	require.Equal(t, map[string]string{"gone": "Weg"}, said(of("except: {classes: [pay]}"), "de"))
	require.NotNil(t, of("errors: true").Errors)

	none := of("errors: false")
	require.Nil(t, none.Errors)
	require.Empty(t, none.Locales)
	require.Empty(t, none.ParamsOf(none.Find(codes.TextValue("pay_card"))))
	require.NotNil(t, none.Bases[0].Table.Errors)
	require.NotEmpty(t, none.Bases[0].Table.Classes[0].Params)
}

var errorFaults = []struct {
	id   string
	fsys fstest.MapFS
	want []string
}{
	{"no file", files("codes.yaml", extending("errors: true\ncodes: []\nlocales: {de: de.yaml, fr: /fr.yaml, es: \"../../es.yaml\", nl: 'a:b', it: 1, pt: [a]}")), []string{
		"codes.yaml:6:19 locale-file", "codes.yaml:6:32 locale-file", "codes.yaml:6:46 locale-file", "codes.yaml:6:67 locale-file",
		"codes.yaml:6:78 string-expected", "codes.yaml:6:85 string-expected"}},
	{"a file of something else", files("codes.yaml", extending("errors: yes\ncodes: []\nlocales: {de: de.yaml, fr: de.yaml, nl: nl.yaml}"),
		"de.yaml", "version: 2\nmessage: {a: b}\n", "nl.yaml", "version: 1\nmessages: {a: \"\", b: 1, c: \"{\"}\n"), []string{
		"codes.yaml:4:13 bool-syntax", "de.yaml:1:1 missing-field", "de.yaml:1:10 wrong-version", "de.yaml:2:1 unknown-field",
		"nl.yaml:2:15 missing-field", "nl.yaml:2:22 string-expected"}},
	{"parameters", files("codes.yaml", extending("errors: {types: a, translations: never}\ncodes: [{code: 1, name: a, params: {a: text, b: {}, c: {type: float}}}]")), []string{
		"codes.yaml:4:14 unknown-field", "codes.yaml:4:38 unknown-value",
		"codes.yaml:5:44 expected-mapping", "codes.yaml:5:50 missing-field", "codes.yaml:5:67 unknown-value"}},
	{"bases", offering(extending("extends: [shop.yaml:shop, other.yaml:shop]"), "shop.yaml", shop, "locales/fr.yaml", french,
		"other.yaml", "version: 1\ntables: {shop: {kind: text, errors: true, classes: [{name: pay, prefix: pay_}], codes: []}}\n"), []string{
		"codes.yaml:4:31 base-clash"}},
}

func TestErrorFaults(t *testing.T) {
	for _, c := range errorFaults {
		t.Run(c.id, func(t *testing.T) {
			_, found := parsed(c.fsys, "codes.yaml")
			require.Equal(t, c.want, found)
		})
	}
}
