package load

import (
	"errors"
	"fmt"
	"io/fs"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
)

// messagesFile reads the messages of a locale from the file that has them.
func (r *reader) messagesFile(source codes.At[string], locale *codes.Locale) {
	locale.Misread = true
	name, fault := relative(r.file, source.Value)
	if fault != "" {
		r.add(ruleLocaleFile, source.Pos, fmt.Sprintf("the file %s %s", show(source.Value), fault),
			diag.Hint("write a path from the directory of this file, such as locales/shop.de.yaml"))
		return
	}
	if _, err := fs.Stat(r.library.fsys, name); errors.Is(err, fs.ErrNotExist) {
		r.add(ruleLocaleFile, source.Pos, fmt.Sprintf("there is no file %s", show(source.Value)))
		return
	}
	found := r.library.openMessages(name, r.library.files[r.file].via)
	locale.Messages, locale.Misread = found.Messages, found.Misread
}

// openMessages gives the messages of a file, which is read once.
func (l *library) openMessages(name string, via diag.Pos) *codes.Locale {
	if locale := l.messages[name]; locale != nil {
		return locale
	}
	locale := &codes.Locale{}
	l.messages[name] = locale
	f := &file{findings: &findings{file: name}, via: via}
	l.order = append(l.order, f)
	locale.Misread = true
	read(l.fsys, f.findings, func(r *reader, root *node) {
		r.messagesRoot(root, locale)
		locale.Misread = r.lost > 0
	})
	return locale
}

// dropErrors takes away what bases say of errors.
func (h *heritage) dropErrors() {
	h.table.Errors = nil
	for i, class := range h.table.Classes {
		bare := *class
		bare.Message, bare.Params = codes.At[string]{}, nil
		h.table.Classes[i] = &bare
	}
	for _, c := range h.table.Codes { // copies of the bases'
		c.Message, c.Params = codes.At[string]{}, nil
	}
}

// inheritLocales puts the translations of bases below the table's own: those of
// codes that are still here, by the names that they have now. A translation of
// a message that the table gives anew is none any more.
func (h *heritage) inheritLocales() {
	if h.table.Errors == nil || len(h.bases) == 0 {
		return
	}
	now := make(map[codes.Value]*codes.Code, len(h.table.Codes))
	for _, c := range h.table.Codes {
		if c.Origin != "" {
			now[c.Value.Value] = c
		}
	}
	var all []*codes.Locale
	for _, b := range h.bases {
		from := b.entry.table
		for _, l := range from.Locales {
			kept := &codes.Locale{Tag: l.Tag, Misread: l.Misread}
			for _, m := range l.Messages {
				was := from.Named(m.Code.Value)
				if was == nil || now[was.Value.Value] == nil {
					continue
				}
				if c := now[was.Value.Value]; says(from, was) == says(h.table, c) {
					kept.Messages = append(kept.Messages, codes.Translation{
						Code: codes.At[string]{Value: c.Name.Value, Pos: m.Code.Pos}, Message: m.Message,
					})
				}
			}
			all = addLocale(all, kept)
		}
	}
	for _, own := range h.table.Locales {
		all = addLocale(all, own)
	}
	h.table.Locales = all
}

// says gives what an error of a code says before anything is filled in.
func says(t *codes.Table, c *codes.Code) string {
	if message := t.MessageOf(c); message.Given() {
		return message.Value
	}
	return c.Phrase.Value
}

// addLocale adds a locale, or reads it over the one of that tag.
func addLocale(all []*codes.Locale, l *codes.Locale) []*codes.Locale {
	for i, first := range all {
		if first.Tag.Value != l.Tag.Value {
			continue
		}
		list, there := over(first.Messages, func(m codes.Translation) string { return m.Code.Value })
		for _, m := range l.Messages {
			put(there, &list, m.Code.Value, m)
		}
		all[i] = &codes.Locale{Tag: l.Tag, Messages: list, Misread: first.Misread || l.Misread}
		return all
	}
	return append(all, l)
}
