package cli

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/statusgen/statusgen/generator/internal/codes"
)

// showError shows the error of a code, where codes are errors.
func (a codeAnswer) showError(p *page) {
	t, c := a.table, a.code
	if t.Errors == nil {
		return
	}
	p.row("message", codes.Written(t.Says(c)))
	var translations []pair
	for _, locale := range t.Locales {
		for _, m := range locale.Messages {
			if m.Code.Value == c.Name.Value {
				translations = append(translations, pair{locale.Tag.Value, m.Message.Value})
			}
		}
	}
	p.pairs("translated", translations)
	p.pairs("parameters", each(t.ParamsOf(c), paramText))
	p.row("problem", problemText(a.catalog, t, c))
}

func paramText(param *codes.Param) pair {
	words := []string{string(param.Type.Value)}
	for _, remark := range []struct {
		holds bool
		word  string
	}{{param.Optional, "optional"}, {param.Data, "data"}, {param.IsPrivate(), "internal"}} {
		if remark.holds {
			words = append(words, remark.word)
		}
	}
	text := strings.Join(words, ", ")
	if param.Summary.Value != "" {
		text += ": " + param.Summary.Value
	}
	return pair{param.Name.Value, text}
}

// problemText says what a problem of the code is told by.
func problemText(catalog *codes.Catalog, t *codes.Table, c *codes.Code) string {
	text := cmp.Or(t.Errors.TypeOf(c), "about:blank")
	if status, ok := catalog.StatusOfCode(t, c); ok {
		text += ", status " + strconv.FormatInt(status, 10)
	}
	return text
}
