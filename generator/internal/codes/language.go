package codes

import (
	"strings"

	"github.com/statusgen/statusgen/generator/internal/diag"
)

// Language is what a templates/<language>/target.yaml says: data about a
// language, never code. Plan spells and checks with it, the encoders quote
// with it.
type Language struct {
	Pos      diag.Pos
	Title    string // "TypeScript"
	Renderer string // "jennifer", or empty for the files beside target.yaml
	Sources  string // where source files go in a package: "src/{module}"; see Plan
	Names    map[Role]NameRule
	Scopes   []Scope
	Reserved []string // words that are no identifier anywhere
	Package  PackageRule
	Literals Literals
	Types    map[PropertyType]string // "integer" -> "number"
	Wide     string                  // an integer of more than 32 bits, where that is another type
	String   Quoting
	Comment  Commenting
}

// Role is a kind of identifier that a language gives to a part of a table.
type Role string

const (
	PackageRole      Role = "package"       // what holds one table
	TypeRole         Role = "type"          // the type of its codes
	InputRole        Role = "input"         // the type of whatever is taken for a code
	ConstantRole     Role = "constant"      // a code, by its name or an alias
	ClassRole        Role = "class"         // a class
	GuardRole        Role = "guard"         // the test for a class
	PropertyRole     Role = "property"      // the accessor of a property
	PropertyTypeRole Role = "property_type" // the type of a one_of property's values
	ValueRole        Role = "value"         // one value of a one_of property

	// Of a table with errors:
	ErrorCodeRole   Role = "error_code"  // a code, where that is not to be its constant's name
	ErrorsRole      Role = "errors"      // what holds the errors, where that is not the package
	ErrorRole       Role = "error"       // the type of all errors
	ClassErrorRole  Role = "class_error" // the type of those of a class
	ConstructorRole Role = "constructor" // what makes the error of a code
	ErrorGuardRole  Role = "error_guard" // the test for an error
	ParamsTypeRole  Role = "params_type" // the type of a code's parameters
	ParamRole       Role = "param"       // what reads a parameter
	ArgumentRole    Role = "argument"    // a parameter, as the constructor takes it
	LocaleRole      Role = "locale"      // what holds the messages of a locale
)

// Roles lists every role.
var Roles = []Role{
	PackageRole, TypeRole, InputRole, ConstantRole, ClassRole, GuardRole,
	PropertyRole, PropertyTypeRole, ValueRole,
	ErrorCodeRole, ErrorsRole, ErrorRole, ClassErrorRole, ConstructorRole, ErrorGuardRole,
	ParamsTypeRole, ParamRole, ArgumentRole, LocaleRole,
}

// NameRule says how a role is spelled: first the words, then the style.
type NameRule struct {
	// As composes the words: "is_{name}" or "{type}_{name}". The placeholders
	// are {name}, {type}, {table} and {property}. Empty: "{name}".
	As string
	// Style writes the words. Empty: they stay as they are, and are no
	// identifier, but the name of a file.
	Style Style
	// Words asks for the catalogue's capitalised words: HTTPStatus for
	// http_status.
	Words bool
	// Form is what an author may make of it, as an anchored RE2 expression:
	// with a target's own rule for the role, or with a code's own spelling.
	// Empty: there is no rule but this one, and no form that a spelling has to
	// keep to.
	Form string
}

// Style is a way to write words as an identifier.
type Style string

const (
	Pascal     Style = "pascal"      // NotFound
	Camel      Style = "camel"       // notFound
	Snake      Style = "snake"       // not_found
	UpperSnake Style = "upper_snake" // NOT_FOUND
	Kebab      Style = "kebab"       // not-found
	Joined     Style = "joined"      // notfound
)

// Styles lists every style.
var Styles = []Style{Pascal, Camel, Snake, UpperSnake, Kebab, Joined}

// Scope is a set of identifiers of one generated table, or of all tables of a
// target, that must differ.
type Scope struct {
	Name   string   // as messages call it: "package", "enum"
	Kind   string   // "integer" or "text": only for tables of that kind; empty: for both
	Errors bool     // only for tables with errors
	Across bool     // it is one for all tables
	Holds  []Role   // the roles whose identifiers live in it
	Taken  []string // what the generated code itself declares there; {type} and {error} are those of the table
}

// Of gives the scope of a table whose type and type of errors have those
// identifiers.
func (s *Scope) Of(typeName, errorName string) *Scope {
	of := *s
	of.Taken = make([]string, len(s.Taken))
	fill := strings.NewReplacer("{type}", typeName, "{error}", errorName)
	for i, taken := range s.Taken {
		of.Taken[i] = fill.Replace(taken)
	}
	return &of
}

// PackageRule says what the package fields of a target may be, as anchored
// RE2 expressions. An empty expression forbids the field.
type PackageRule struct {
	Name    string
	Module  string
	Version string
}

// Literals are the words for values.
type Literals struct {
	True, False, None string
}

// Quoting says how a string literal is written.
type Quoting struct {
	Quote   string            // at both ends, and escaped by a backslash inside
	Escapes map[string]string // character -> its escape: "\n" -> `\n`
	Byte    string            // an escape below U+0080, as a format of its number: `\x%02x`
	Short   string            // one below U+10000: `\u%04x`
	Long    string            // any other: `\u{%x}` or `\U%08x`
	Apart   []string          // sequences that must not stand in the output: their last character is escaped
}

// Commenting says how documentation is written.
type Commenting struct {
	Open       string // "/**"; empty where each line stands for itself
	Line       string // before each line: " * "
	Close      string // " */"
	Inline     bool   // the text starts on the opening line, as in a docstring
	Width      int    // columns that a line may fill; 0: 80
	Named      bool   // documentation starts with the name of what it documents, as in Go
	Link       string // how it names something else: "[{name}]"; empty: by the name alone
	Deprecated string // before the sentence that deprecates: "@deprecated "
	// Escapes are replaced in the author's text, in this order of preference
	// at each place: "*/" -> "*\/".
	Escapes []Replacement
}

// Replacement is a text and what is written instead.
type Replacement struct {
	Old, New string
}
