package load

import (
	"github.com/statusgen/statusgen/generator/internal/codes"
)

// The grammar of errors, one function per node of it.

// errors reads how the codes of a table become errors, over what a base says:
// true, false, or a mapping.
func (h *heritage) errors(n *node) {
	errors := &codes.Errors{}
	if inherited := h.table.Errors; inherited != nil {
		*errors = *inherited
	}
	errors.Pos = h.pos(n)
	if n.Kind == mapping {
		h.object(n, errors.Pos, "errors", []field{
			{"type", optional, h.text(&errors.Type)},
			{"status", optional, h.text(&errors.Status)},
			{"translations", optional, oneOf(h.reader, &errors.Translations, codes.TranslationLevels)},
		})
		h.table.Errors = errors
		return
	}
	wanted := true
	if h.boolean(&wanted)(n); wanted {
		h.table.Errors = errors
		return
	}
	h.dropErrors()
}

// params reads parameters, over those that are there already.
func (r *reader) params(into *[]*codes.Param) func(*node) {
	return func(n *node) {
		list, there := over(*into, func(p *codes.Param) string { return p.Name.Value })
		r.named(n, "params", func(name codes.At[string], n *node) {
			p := &codes.Param{Name: name}
			r.object(n, name.Pos, "a parameter", []field{
				{"type", required, oneOf(r, &p.Type, codes.ParamTypes)},
				{"optional", optional, r.boolean(&p.Optional)},
				{"data", optional, r.boolean(&p.Data)},
				{"summary", optional, r.text(&p.Summary)},
				{"visibility", optional, oneOf(r, &p.Visibility, codes.Visibilities)},
			})
			put(there, &list, name.Value, p)
		})
		*into = list
	}
}

// locales reads the translations of messages. Each locale has them here, or
// names the file that has them.
func (h *heritage) locales(n *node) {
	h.named(n, "locales", func(tag codes.At[string], n *node) {
		locale := &codes.Locale{Tag: tag}
		if n.Kind == mapping {
			lost := h.lost
			h.messages(n, locale)
			locale.Misread = h.lost > lost
		} else if file, ok := h.str(n); ok {
			h.messagesFile(file, locale)
		} else {
			locale.Misread = true
		}
		h.table.Locales = append(h.table.Locales, locale)
	})
}

// messages reads messages by the names of codes.
func (r *reader) messages(n *node, locale *codes.Locale) {
	r.named(n, "the messages of a locale", func(code codes.At[string], n *node) {
		message, ok := r.str(n)
		switch {
		case !ok:
		case message.Value == "":
			r.add(ruleMissingField, message.Pos, "the message of "+show(code.Value)+" is empty")
		default:
			locale.Messages = append(locale.Messages, codes.Translation{Code: code, Message: message})
		}
	})
}

// messagesRoot reads the root of a file of messages.
func (r *reader) messagesRoot(n *node, locale *codes.Locale) {
	if !r.isRoot(n) {
		return
	}
	var version int64
	r.object(n, r.pos(n), "a file of messages", []field{
		{"version", required, r.version(&version)},
		{"messages", required, func(n *node) { r.messages(n, locale) }},
	})
}
