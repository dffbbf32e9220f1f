package generator_test

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/statusgen/statusgen/generator/internal/codes"
)

// The benign twin of a catalogue has a harmless word in the place of every
// text. Equal texts have equal words, and phrases that fold to one have words
// that do, so that nothing else changes: all that a text may change in an
// output is a literal, and a comment.

// textFields are the fields of the model that hold the author's words.
var textFields = map[string]bool{
	"Table.Title": true, "Table.Summary": true, "Table.Since": true,
	"Class.Summary": true, "Property.Summary": true,
	"Code.Phrase": true, "Code.Summary": true, "Code.Action": true, "Code.Since": true, "Code.Also": true,
	"Deprecation.Since": true, "Deprecation.Reason": true, "Retired.Reason": true,
	"Reference.Text": true, "Reference.URL": true,
	"Param.Summary": true, "Owner.Summary": true, "Suppression.Reason": true,
	"Target.Header": true,
}

// codeFields are those that hold a code of a text, or say which are of a class.
var codeFields = map[string]bool{"Value.Text": true, "Class.Prefix": true, "Class.Glob": true, "Owner.Prefix": true}

// messageFields are those with the names of parameters in the text.
var messageFields = map[string]bool{"Class.Message": true, "Code.Message": true, "Translation.Message": true}

// phraseFields are those that people ask for codes with.
var phraseFields = map[string]bool{"Code.Phrase": true, "Code.Also": true}

// nameFields are all other fields with strings: names, words and patterns whose
// grammar is checked, and what no output shows.
var nameFields = map[string]bool{
	"Table.Name": true, "Table.Type": true, "Table.Pattern": true, "Table.Require": true, "Table.Visibility": true,
	"Class.Name": true, "Class.Visibility": true,
	"Property.Name": true, "Property.Type": true, "Property.Values": true, "Property.Table": true,
	"Property.Visibility": true, "Property.RequiredIn": true, "Property.AllowedIn": true,
	"Setting.Property": true,
	"Code.Name":        true, "Code.Lifecycle": true, "Code.Visibility": true, "Code.Origin": true, "Code.Owner": true,
	"Deprecation.Use": true, "Alias.Name": true, "Alias.Only": true, "Retired.Name": true,
	"Spelling.Target": true, "Spelling.Identifier": true, "Word.Lower": true, "Word.Written": true,
	"Target.Name": true, "Target.Language": true, "Target.Templates": true, "Target.Out": true, "Target.Visibility": true,
	"Package.Name": true, "Package.Module": true, "Package.Version": true, "Choice.Table": true,
	"Respelling.Role": true, "Respelling.Style": true, "Respelling.As": true,
	"Filter.Classes": true, "Filter.Lifecycles": true, "Filter.Codes": true,
	"Base.Ref": true, "Base.SHA256": true, "Base.Pos": true,
	"Errors.Type": true, "Errors.Status": true, "Errors.Translations": true, "Param.Name": true, "Param.Type": true,
	"Param.Visibility": true, "Locale.Tag": true, "Translation.Code": true,
	"Owner.Name": true, "Suppression.Rule": true, "Suppression.Table": true, "Suppression.Name": true,
	"Deprecation.RemoveAfter": true, "Alias.RemoveAfter": true,
}

// twin makes the benign twin of a catalogue, and knows what its words stand
// for.
type twin struct {
	t       testing.TB
	texts   [][]string     // that each word stands for, by its number and its spaces
	numbers map[string]int // of texts, and of phrases as they fold
	letters map[rune]rune  // that stand for the characters of codes
	stands  map[rune]rune  // the way back
	done    map[*codes.Fact]bool
}

// twinOf disguises a catalogue, which nothing else may share.
func twinOf(t testing.TB, catalog *codes.Catalog) *twin {
	w := &twin{t: t, numbers: map[string]int{}, letters: map[rune]rune{}, stands: map[rune]rune{}, done: map[*codes.Fact]bool{}}
	seen := map[uintptr]bool{}
	for _, table := range append(catalog.Tables, catalog.Referred...) {
		w.facts(table)
	}
	w.walk(reflect.ValueOf(catalog), "", seen)
	return w
}

// word gives the word for a text. What it is called by makes it a phrase.
func (w *twin) word(text, key string) string {
	n, known := w.numbers[key]
	if !known {
		n = len(w.texts)
		w.numbers[key] = n
		w.texts = append(w.texts, nil)
	}
	i := slices.Index(w.texts[n], text)
	if i < 0 {
		i = len(w.texts[n])
		w.texts[n] = append(w.texts[n], text)
	}
	bar := "" // a text with one in it is never packed
	if strings.Contains(text, "|") {
		bar = "|"
	}
	return fmt.Sprintf("xq%d%s%sqx", n, strings.Repeat(" ", i+1), bar)
}

var words = regexp.MustCompile(`xq(\d+)( +)\|?qx`)

// undisguised gives what a literal of the twin stands for.
func (w *twin) undisguised(literal string) string {
	var b strings.Builder
	kept := 0
	for _, m := range words.FindAllStringSubmatchIndex(literal, -1) {
		b.WriteString(w.deciphered(literal[kept:m[0]]))
		kept = m[1]
		n, err := strconv.Atoi(literal[m[2]:m[3]])
		require.NoError(w.t, err)
		b.WriteString(w.texts[n][m[5]-m[4]-1])
	}
	b.WriteString(w.deciphered(literal[kept:]))
	return b.String()
}

// ciphered gives a code, or what classes say of codes, with an ideograph for
// each character that may mean something: so the codes stay in their classes.
func (w *twin) ciphered(code string) string {
	return strings.Map(func(r rune) rune {
		if harmlessInCodes(r) {
			return r
		}
		letter, known := w.letters[r]
		if !known {
			letter = '\u3400' + rune(len(w.letters))
			w.letters[r], w.stands[letter] = letter, r
		}
		return letter
	}, code)
}

func (w *twin) deciphered(code string) string {
	return strings.Map(func(r rune) rune {
		if stands, known := w.stands[r]; known {
			return stands
		}
		return r
	}, code)
}

// harmlessInCodes reports whether a character is one of names, or of globs.
func harmlessInCodes(r rune) bool {
	return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || strings.ContainsRune("_?*", r)
}

// message disguises the words between parameters.
func (w *twin) message(text string) string {
	pieces, faults := codes.Pieces(text)
	require.Empty(w.t, faults)
	var b strings.Builder
	for _, piece := range pieces {
		switch {
		case piece.Param != "":
			b.WriteString("{" + piece.Param + "}")
		case words.MatchString(piece.Text):
			b.WriteString(piece.Text)
		default:
			b.WriteString(w.word(piece.Text, "text "+piece.Text))
		}
	}
	return b.String()
}

// facts disguises the properties of a table that are texts.
func (w *twin) facts(table *codes.Table) {
	disguise := func(property *codes.Property, fact *codes.Fact) {
		if property == nil || fact == nil || w.done[fact] {
			return
		}
		w.done[fact] = true
		for i, item := range fact.Items {
			switch text, ok := item.Value.(string); {
			case !ok:
			case property.Type.Value == codes.CodeProperty:
				fact.Items[i].Value = w.ciphered(text)
			case property.Type.Value == codes.TextProperty && text != "" && !words.MatchString(text):
				fact.Items[i].Value = w.word(text, "text "+text)
			}
		}
	}
	settings := func(list []codes.Setting) {
		for _, s := range list {
			disguise(table.Property(s.Property.Value), s.Fact)
		}
	}
	for _, property := range table.Properties {
		disguise(property, property.Default)
	}
	for _, class := range table.Classes {
		settings(class.Defaults)
	}
	for _, code := range table.Codes {
		settings(code.Properties)
	}
}

// walk disguises the texts of a value, and fails at a string of which nobody
// has said yet whether it is one.
func (w *twin) walk(v reflect.Value, field string, seen map[uintptr]bool) {
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() || seen[v.Pointer()] {
			return
		}
		seen[v.Pointer()] = true
		w.walk(v.Elem(), field, seen)
	case reflect.Slice:
		for i := range v.Len() {
			w.walk(v.Index(i), field, seen)
		}
	case reflect.Struct:
		name := v.Type().Name()
		if at := strings.HasPrefix(name, "At["); at {
			w.walk(v.FieldByName("Value"), field, seen)
			return
		}
		if name == "Pos" || name == "Once" || name == "Scalar" {
			return
		}
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() {
				w.walk(v.Field(i), name+"."+f.Name, seen)
			}
		}
	case reflect.String:
		text := v.String()
		if codeFields[field] {
			v.SetString(w.ciphered(text))
			return
		}
		if messageFields[field] {
			v.SetString(w.message(text))
			return
		}
		if !textFields[field] {
			require.True(w.t, nameFields[field], "%s is new: is it a text of the author's, or a name?", field)
			return
		}
		key := "text " + text
		if phraseFields[field] {
			key = "phrase " + codes.Fold(text)
		}
		if text != "" && key != "phrase " && !words.MatchString(text) {
			v.SetString(w.word(text, key))
		}
	}
}
