package render

import "github.com/statusgen/statusgen/generator/internal/codes"

// Errors is what makes errors of a table's codes.
type Errors struct {
	Package string // the identifier of what holds them
	Type    string // the identifier of their type
	Guard   string // the identifier of the test for it
	Doc     Doc    // of the type
	Params  []*Param
	Status  *Property // the value for a code, known or not, is its HTTP status; nil: see IsStatus
	// IsStatus: a code is an HTTP status itself. Without it and Status, there is none.
	IsStatus bool
	Locales  []*Locale
}

// ClassError is the type of the errors of a class, for languages that have one.
type ClassError struct {
	Identifier string
	Guard      string // the identifier of the test
	Doc        Doc
}

// Error is the error of a code.
type Error struct {
	Constructor string // the identifier of what makes it
	Guard       string // the identifier of the test
	ParamsType  string // the identifier of the type of its parameters
	Message     []Piece
	Title       Text     // of a problem; nil: none
	Type        Text     // of a problem: a URI; nil: none, which means about:blank
	Status      string   // the HTTP status; empty: none
	Params      []*Param // its class's, then its own
	Doc         Doc      // of the constructor
	Aliases     []*ErrorAlias
}

// ErrorAlias is what an error is called by another name of its code.
type ErrorAlias struct {
	Constructor string
	Guard       string
	ParamsType  string
	Doc         Doc // of the constructor
	GuardDoc    Doc
	ParamsDoc   Doc // of the type of the parameters
}

// Piece is a part of a message: either words or the value of a parameter.
type Piece struct {
	Text  Text
	Param *Param
}

// Segment is the part of a message up to a parameter, or behind the last one.
type Segment struct {
	Text  Text   // the words before the parameter; nil: none
	Param *Param // nil: none, since the message ends here
}

// Template gives the message as the source has it.
func (e *Error) Template() Text { return Template(e.Message) }

// Segments gives the message as words and what stands behind them.
func (e *Error) Segments() []Segment { return segments(e.Message) }

// Segments gives the message as words and what stands behind them.
func (t Translation) Segments() []Segment { return segments(t.Message) }

func segments(message []Piece) []Segment {
	var list []Segment
	var words Text
	for _, piece := range message {
		if piece.Param == nil {
			words = piece.Text
			continue
		}
		list = append(list, Segment{words, piece.Param})
		words = nil
	}
	if words != nil {
		list = append(list, Segment{Text: words})
	}
	return list
}

// Param is a value that an error carries. Among the parameters of a table, it
// stands for those of that name of all codes; they are of one type.
type Param struct {
	Name       string // on the wire
	Identifier string // what reads it
	Argument   string // as the constructor takes it
	Type       codes.ParamType
	ValueType  string // what the language calls a value
	Optional   bool   // it may be absent; of a table, for some code that has it
	Private    bool   // it is in no problem; of a table, for all codes that have it
	Doc        Doc
	FormDoc    Doc // the same, and what form an integer or a decimal number has
}

// Locale is a language that messages are translated into.
type Locale struct {
	Tag        string // of BCP 47: "pt-BR"
	Identifier string // of what holds the messages
	Doc        Doc
	Messages   []Translation // of the codes that have one, in the order of the table
}

// Translation is the message of a code in a locale.
type Translation struct {
	Code    *Code
	Message []Piece
}

// Required lists the parameters that every error of the code has.
func (e *Error) Required() []*Param {
	return e.having(func(p *Param) bool { return !p.Optional })
}

// Optional lists the parameters that an error of the code may lack.
func (e *Error) Optional() []*Param {
	return e.having(func(p *Param) bool { return p.Optional })
}

// Public lists the parameters that are in a problem.
func (e *Error) Public() []*Param {
	return e.having(func(p *Param) bool { return !p.Private })
}

func (e *Error) having(fact func(*Param) bool) []*Param {
	var list []*Param
	for _, p := range e.Params {
		if fact(p) {
			list = append(list, p)
		}
	}
	return list
}

// Template gives a message as one text, in which {name} is the value of a
// parameter, and {{ and }} are braces.
func Template(message []Piece) Text {
	parts := make([]codes.Piece, len(message))
	for i, piece := range message {
		parts[i].Text = piece.Text.raw()
		if piece.Param != nil {
			parts[i].Param = piece.Param.Name
		}
	}
	return NewText(codes.Written(parts))
}
