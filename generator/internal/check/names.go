package check

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
)

var ruleNameSyntax = &diag.Rule{
	Name: "name-syntax",
	Doc:  "A name is at most 64 characters of lower-case ASCII words and digits joined by single underscores, because every language has to spell an identifier from it.",
}

const maxName = 64

func nameSyntax(p *pass) {
	names(p.catalog, func(what string, name codes.At[string]) {
		fault := nameFault(name.Value)
		if fault == "" {
			return
		}
		hint := diag.Hint("")
		if better := nameLike(name.Value); better != "" {
			hint = diag.Hint("write %s", better)
		}
		p.report(name.Pos, fmt.Sprintf("%s %s %s", what, quote(name.Value), fault), hint)
	})
}

// nameFault says what keeps a text from being a name, or nothing.
func nameFault(s string) string {
	if s == "" {
		return "is empty"
	}
	if i := strings.IndexFunc(s, func(r rune) bool { return !inName(r) }); i >= 0 {
		return fmt.Sprintf("holds %s, but a name is lower-case letters, digits and underscores", showCharacter(s[i:]))
	}
	switch {
	case len(s) > maxName:
		return fmt.Sprintf("has %d characters, but a name has at most %d", len(s), maxName)
	case '0' <= s[0] && s[0] <= '9':
		return "starts with a digit, but a name starts with a letter"
	case s[0] == '_' || strings.HasSuffix(s, "_"):
		return "starts or ends with an underscore"
	case strings.Contains(s, "__"):
		return "has two underscores in a row"
	}
	return ""
}

func inName(r rune) bool {
	return 'a' <= r && r <= 'z' || '0' <= r && r <= '9' || r == '_'
}

var (
	humps = regexp.MustCompile(`([a-z0-9])([A-Z])`)
	gaps  = regexp.MustCompile(`[-._/: ]+`)
)

// nameLike guesses the name that the author meant by NotFound or not-found.
func nameLike(s string) string {
	if len(s) > maxName {
		return ""
	}
	s = gaps.ReplaceAllString(humps.ReplaceAllString(s, "${1}_${2}"), "_")
	s = strings.Trim(strings.ToLower(s), "_")
	if utf8.RuneCountInString(s) != len(s) || nameFault(s) != "" {
		return ""
	}
	return s
}

// names gives everything that the author names, and what it is.
func names(c *codes.Catalog, give func(what string, name codes.At[string])) {
	for _, t := range c.Targets {
		give("the target", t.Name)
	}
	for _, t := range c.Tables {
		give("the table", t.Name)
		// A type that the author left out is the table's name: one fault, not two.
		if t.Type.Given() && t.Type != t.Name {
			give("the type", t.Type)
		}
		namesOfTable(t, give)
		namesOfCodes(t, give)
	}
}

func namesOfTable(t *codes.Table, give func(string, codes.At[string])) {
	for _, class := range t.Classes {
		give("the class", class.Name)
	}
	for _, param := range t.Params() {
		give("the parameter", param.Name)
	}
	for _, property := range t.Properties {
		give("the property", property.Name)
		for _, value := range property.Values {
			give("the value", value)
		}
	}
	for _, retired := range t.Retired {
		if retired.Name.Given() {
			give("the retired name", retired.Name)
		}
	}
}

func namesOfCodes(t *codes.Table, give func(string, codes.At[string])) {
	for _, c := range t.Codes {
		give("the name", c.Name)
		for _, alias := range c.Aliases {
			give("the alias", alias.Name)
		}
	}
}

var ruleReservedName = &diag.Rule{
	Name: "reserved-name",
	Doc:  "A table is not called like a Windows device (con, prn, aux, nul, com0 to com9, lpt0 to lpt9), because files are named after tables.",
}

func reservedName(p *pass, t *table) {
	if name := t.Name.Value; isDevice(name) {
		p.report(t.Name.Pos, fmt.Sprintf("the table %s is called like a Windows device, and no file can be", quote(name)))
	}
}

var device = regexp.MustCompile(`(?i)^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])$`)

// isDevice reports whether Windows takes a file name for a device, which it
// does with any extension and with spaces before it.
func isDevice(file string) bool {
	stem, _, _ := strings.Cut(file, ".")
	return device.MatchString(strings.TrimRight(stem, " "))
}

var ruleWordSyntax = &diag.Rule{
	Name: "word-syntax",
	Doc:  "A word under words: is lower-case letters and digits, and its value is the same word with other capitals, because words: only capitalises.",
}

var wordForm = regexp.MustCompile(`^[a-z][a-z0-9]*$`)

func wordSyntax(p *pass) {
	for _, word := range p.catalog.Words {
		lower, written := word.Lower, word.Written
		switch {
		case !wordForm.MatchString(lower.Value):
			p.report(lower.Pos, fmt.Sprintf("the word %s is not a lower-case letter followed by lower-case letters and digits", quote(lower.Value)))
		case codes.LowerASCII(written.Value) != lower.Value:
			p.report(written.Pos, fmt.Sprintf("the word %q is written %s, which is another word", lower.Value, quote(written.Value)),
				diag.Hint("only the capitals may differ, as in %s", strings.ToUpper(lower.Value)))
		}
	}
}
