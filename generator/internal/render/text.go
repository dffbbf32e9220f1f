package render

// Text is the author's text. It is a function, which text/template cannot
// print: text reaches an output only through an encoder (Quote, Comment), and
// a template that forgets one does not render. No text at all is nil, so that
// a template can ask {{if .Phrase}}.
type Text func(encoder) string

// encoder is unexported, so that no template can make one.
type encoder struct{}

// NewText gives text to a view.
func NewText(s string) Text {
	if s == "" {
		return nil
	}
	return func(encoder) string { return s }
}

// raw opens the text for an encoder.
func (t Text) raw() string {
	if t == nil {
		return ""
	}
	return t(encoder{})
}

// Size is the length of the text in bytes.
func (t Text) Size() int { return len(t.raw()) }

// Doc is documentation of a declaration.
type Doc struct {
	Paragraphs []Text
	Deprecated Text // the sentence that deprecates it; nil: it is not deprecated
}

// NewDoc makes documentation of the paragraphs that are not empty.
func NewDoc(paragraphs ...string) Doc {
	var d Doc
	for _, p := range paragraphs {
		if p != "" {
			d.Paragraphs = append(d.Paragraphs, NewText(p))
		}
	}
	return d
}
