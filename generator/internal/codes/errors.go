package codes

import (
	"net/url"
	"strings"

	"github.com/statusgen/statusgen/generator/internal/diag"
)

// Errors says that the codes of a table become errors, and how.
type Errors struct {
	Pos          diag.Pos
	Type         At[string]       // of a problem: a URI with {name} and {code}; absent: about:blank
	Status       At[string]       // the property that is the HTTP status; absent: see Catalog.StatusOf
	NoStatus     bool             `facts:"-"` // there is none, whatever the properties are
	Translations At[Translations] `facts:"documentation"`
}

// Translations says what a translation is that a locale lacks.
type Translations string

const (
	TranslationsRequired Translations = "error"
	TranslationsExpected Translations = "warning"
	TranslationsOff      Translations = "off"
)

// TranslationLevels lists them all.
var TranslationLevels = []Translations{TranslationsRequired, TranslationsExpected, TranslationsOff}

// Param is a value that an error of a code carries.
type Param struct {
	Name       At[string]
	Type       At[ParamType]
	Optional   bool
	Data       bool           `facts:"documentation"` // it is in no message on purpose
	Summary    At[string]     `facts:"documentation"`
	Visibility At[Visibility] // internal: it stays with whoever made the error
}

// ParamType is the type of a parameter.
type ParamType string

const (
	TextParam    ParamType = "text"
	IntegerParam ParamType = "integer" // that JavaScript holds exactly
	BooleanParam ParamType = "boolean"
	DecimalParam ParamType = "decimal" // a decimal number as text, so that no language rounds it
)

// ParamTypes lists every type of a parameter.
var ParamTypes = []ParamType{TextParam, IntegerParam, BooleanParam, DecimalParam}

// IsPrivate reports whether the parameter is kept from whoever receives the
// error.
func (p *Param) IsPrivate() bool { return p.Visibility.Value == Internal }

// InMessages reports whether messages are to hold the parameter.
func (p *Param) InMessages() bool { return !p.Data && !p.Optional && !p.IsPrivate() }

// Locale is a language that messages are translated into.
type Locale struct {
	Tag      At[string] // of BCP 47
	Messages []Translation
	Misread  bool `facts:"-"` // some of it could not be read
}

// Translation is the message of a code in a locale.
type Translation struct {
	Code    At[string] // by its name
	Message At[string]
}

// Level gives what a translation is that a locale lacks.
func (e *Errors) Level() Translations {
	if e.Translations.Given() {
		return e.Translations.Value
	}
	return TranslationsExpected
}

// TypeOf gives the type of the problems of a code: a URI, or nothing.
func (e *Errors) TypeOf(c *Code) string {
	code := c.Value.Value.Text
	if c.Value.Value.Kind == Integer {
		code = c.Value.Value.String()
	}
	return strings.NewReplacer("{name}", c.Name.Value, "{code}", url.PathEscape(code)).Replace(e.Type.Value)
}

// MessageOf gives what an error of a code says: its own message, or its class's.
// There may be none.
func (t *Table) MessageOf(c *Code) At[string] {
	if class := t.ClassOf(c.Value.Value); !c.Message.Given() && class != nil {
		return class.Message
	}
	return c.Message
}

// Says gives what an error of a code says: its message, its class's, its
// phrase, or the code alone.
func (t *Table) Says(c *Code) []Piece {
	switch message := t.MessageOf(c); {
	case message.Given():
		pieces, _ := Pieces(message.Value)
		return pieces
	case c.Phrase.Value != "":
		return []Piece{{Text: c.Phrase.Value}}
	case c.Value.Value.Kind == Text:
		return []Piece{{Text: "code " + c.Value.Value.Text}}
	}
	return []Piece{{Text: "code " + c.Value.Value.String()}}
}

// ParamsOf gives the parameters of a code: those of its class, and then its
// own. One of its own takes the place of its class's of that name.
func (t *Table) ParamsOf(c *Code) []*Param {
	class := t.ClassOf(c.Value.Value)
	if class == nil || len(class.Params) == 0 {
		return c.Params
	}
	var params []*Param
	for _, p := range class.Params {
		if own := ParamIn(c.Params, p.Name.Value); own != nil {
			p = own
		}
		params = append(params, p)
	}
	for _, p := range c.Params {
		if ParamIn(class.Params, p.Name.Value) == nil {
			params = append(params, p)
		}
	}
	return params
}

// Params gives every parameter that a table declares: those of its classes, and
// then those of its codes.
func (t *Table) Params() []*Param {
	var list []*Param
	for _, class := range t.Classes {
		list = append(list, class.Params...)
	}
	for _, c := range t.Codes {
		list = append(list, c.Params...)
	}
	return list
}

// ParamIn gives the parameter of a name, or nil.
func ParamIn(params []*Param, name string) *Param {
	for _, p := range params {
		if p.Name.Value == name {
			return p
		}
	}
	return nil
}

// IsHTTP reports whether the codes of a table are HTTP status codes: it is
// called so, or stands on one that is.
func (t *Table) IsHTTP() bool {
	if t.Kind != Integer {
		return false
	}
	if t.Name.Value == "http" {
		return true
	}
	for _, base := range t.Bases {
		if base.Table.IsHTTP() {
			return true
		}
	}
	return false
}

// StatusOf gives the property that is the HTTP status of a table's errors: the
// one that the table names or, where it names none, the first that points into
// a table of HTTP status codes. It is nil where there is none.
func (c *Catalog) StatusOf(t *Table) *Property {
	if t.Errors == nil || t.Errors.NoStatus {
		return nil
	}
	if name := t.Errors.Status; name.Given() {
		return t.Property(name.Value)
	}
	if all := c.Statuses(t); len(all) > 0 {
		return all[0]
	}
	return nil
}

// StatusOfCode gives the HTTP status of the error of a code, if it has one.
func (c *Catalog) StatusOfCode(t *Table, code *Code) (status int64, ok bool) {
	property := c.StatusOf(t)
	switch {
	case property == nil:
		return code.Value.Value.Int, t.IsStatus()
	case t.FactOf(code, property) == nil:
		return 0, false
	}
	value, ok := c.Target(property, t.FactOf(code, property).Items[0])
	return value.Int, ok
}

// IsStatus reports whether a code of the table is the HTTP status of its error
// where no property is.
func (t *Table) IsStatus() bool { return t.Errors != nil && !t.Errors.NoStatus && t.IsHTTP() }

// Statuses lists the properties of a table that point into a table of HTTP
// status codes.
func (c *Catalog) Statuses(t *Table) (list []*Property) {
	for _, p := range t.Properties {
		if into := c.Table(p.Table.Value); p.Type.Value == CodeProperty && !p.Many && into != nil && into.IsHTTP() {
			list = append(list, p)
		}
	}
	return list
}
