package cli

import "github.com/statusgen/statusgen/generator/internal/codes"

// exportedErrors says how the codes of a table become errors.
type exportedErrors struct {
	Type         string   `json:"type,omitempty"`
	Status       string   `json:"status,omitempty"` // the property that it is
	Translations string   `json:"translations"`
	Locales      []string `json:"locales,omitempty"`
}

// exportedError is the error of a code.
type exportedError struct {
	Message  string `json:"message"`
	Type     string `json:"type,omitempty"`
	Status   int64  `json:"status,omitempty"`
	Params   object `json:"params,omitempty"`
	Messages object `json:"messages,omitempty"` // by locales
}

// exportedParam is a value that an error carries.
type exportedParam struct {
	Type       string `json:"type"`
	Optional   bool   `json:"optional,omitempty"`
	Data       bool   `json:"data,omitempty"`
	Summary    string `json:"summary,omitempty"`
	Visibility string `json:"visibility,omitempty"`
}

func errorsOf(c *codes.Catalog, t *codes.Table) *exportedErrors {
	if t.Errors == nil {
		return nil
	}
	out := &exportedErrors{Type: t.Errors.Type.Value, Translations: string(t.Errors.Level())}
	if status := c.StatusOf(t); status != nil {
		out.Status = status.Name.Value
	}
	for _, locale := range t.Locales {
		out.Locales = append(out.Locales, locale.Tag.Value)
	}
	return out
}

func errorOf(c *codes.Catalog, t *codes.Table, code *codes.Code) *exportedError {
	if t.Errors == nil {
		return nil
	}
	out := &exportedError{
		Message: codes.Written(t.Says(code)),
		Type:    t.Errors.TypeOf(code),
		Params:  params(t.ParamsOf(code)),
	}
	if status, ok := c.StatusOfCode(t, code); ok {
		out.Status = status
	}
	for _, locale := range t.Locales {
		for _, m := range locale.Messages {
			if m.Code.Value == code.Name.Value {
				out.Messages = append(out.Messages, member{locale.Tag.Value, m.Message.Value})
			}
		}
	}
	return out
}

func params(list []*codes.Param) object {
	var out object
	for _, p := range list {
		out = append(out, member{p.Name.Value, exportedParam{
			Type: string(p.Type.Value), Optional: p.Optional, Data: p.Data, Summary: p.Summary.Value, Visibility: visibility(p.IsPrivate()),
		}})
	}
	return out
}
