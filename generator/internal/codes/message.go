package codes

import (
	"fmt"
	"regexp"
	"strings"
)

// Piece is a part of a message: words, or the parameter whose value stands
// there.
type Piece struct {
	Text  string
	Param string
}

// Written gives the message that Pieces would take apart so.
func Written(pieces []Piece) string {
	double := strings.NewReplacer("{", "{{", "}", "}}")
	var b strings.Builder
	for _, piece := range pieces {
		b.WriteString(double.Replace(piece.Text))
		if piece.Param != "" {
			b.WriteString("{" + piece.Param + "}")
		}
	}
	return b.String()
}

var placeholder = regexp.MustCompile(`^[a-z][a-z0-9]*(_[a-z0-9]+)*$`)

// Pieces takes a message apart. In it, {name} is the value of a parameter, and
// {{ and }} are braces. Where it is not well-formed, fault says why.
func Pieces(message string) (pieces []Piece, fault string) {
	var words strings.Builder
	end := func() {
		if words.Len() > 0 {
			pieces = append(pieces, Piece{Text: words.String()})
			words.Reset()
		}
	}
	for rest := message; rest != ""; {
		at := strings.IndexAny(rest, "{}")
		if at < 0 {
			words.WriteString(rest)
			break
		}
		words.WriteString(rest[:at])
		brace := rest[at : at+1]
		rest = rest[at+1:]
		if after, doubled := strings.CutPrefix(rest, brace); doubled {
			words.WriteString(brace)
			rest = after
			continue
		}
		name, after, closed := strings.Cut(rest, "}")
		switch {
		case brace == "}":
			return nil, "has a } without its {"
		case !closed:
			return nil, "has a { without its }"
		case !placeholder.MatchString(name):
			return nil, fmt.Sprintf("has %q between braces, which is no name", name)
		}
		end()
		pieces = append(pieces, Piece{Param: name})
		rest = after
	}
	end()
	return pieces, ""
}
