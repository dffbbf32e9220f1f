package follow

import (
	"regexp"
	"slices"
	"strings"

	"github.com/statusgen/statusgen/generator/internal/edit"
	"github.com/statusgen/statusgen/generator/internal/registry"
)

// document is a document of the IETF, however it is cited: RFC 9110, rfc9110,
// RFC-ietf-quic-multipath-21 and draft-ietf-quic-multipath-22.
var document = regexp.MustCompile(`(?i)rfc ?([0-9]+)|(?:rfc|draft)-[a-z0-9-]+`)

var version = regexp.MustCompile(`-[0-9]+$`)

// documents gives the documents that a text cites, each in one form.
func documents(text string) []string {
	all := document.FindAllString(text, -1)
	for i, cited := range all {
		cited = strings.ReplaceAll(strings.ToLower(cited), " ", "")
		cited = strings.Replace(cited, "rfc-", "draft-", 1) // which is to be one
		all[i] = version.ReplaceAllString(cited, "")
	}
	return all
}

// documentOf gives the document that a row cites, or nothing.
func documentOf(s registry.Source) string {
	for _, text := range []string{s.Data, s.Text} {
		if cited := documents(text); len(cited) > 0 {
			return cited[0]
		}
	}
	return ""
}

var section = regexp.MustCompile(`(?i)section ([A-Z0-9.]*[A-Z0-9])`)

// documentIn gives the document that a row cites first, as people write it.
func documentIn(sources []registry.Source) string {
	for _, s := range sources {
		if cited := documentOf(s); cited != "" {
			if number, isRFC := strings.CutPrefix(cited, "rfc"); isRFC {
				return "RFC " + number
			}
			return cited
		}
	}
	return ""
}

// referenceOf gives the first source of a row as the reference of a code. It is
// nil where the row cites no document.
func referenceOf(sources []registry.Source) edit.Mapping {
	i := slices.IndexFunc(sources, func(s registry.Source) bool { return documentOf(s) != "" })
	if i < 0 {
		return nil
	}
	cited := documentOf(sources[i])
	if number, isRFC := strings.CutPrefix(cited, "rfc"); isRFC {
		text, url := "RFC "+number, "https://www.rfc-editor.org/rfc/"+cited+".html"
		if found := section.FindStringSubmatch(sources[i].Text); found != nil {
			text += ", Section " + found[1]
			url += "#section-" + found[1]
		}
		return edit.Mapping{{Key: "text", Value: text}, {Key: "url", Value: url}}
	}
	text := sources[i].Data
	return edit.Mapping{{Key: "text", Value: text}, {Key: "url", Value: "https://datatracker.ietf.org/doc/" + cited + "/"}}
}
