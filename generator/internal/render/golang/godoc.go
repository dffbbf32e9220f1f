package golang

import (
	"go/doc/comment"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/statusgen/statusgen/generator/internal/render"
)

// comment gives documentation as comment lines.
func (p *printer) comment(doc render.Doc) []string {
	text := strings.TrimSuffix(render.Comment(p.language.Comment, "", doc), "\n")
	return unmarked(p.language.Comment.Line, strings.Split(text, "\n"))
}

// unmarked keeps texts from being markup: go doc would show some of them as
// headings, and links that are defined nowhere. A line is broken where that is
// enough, because nobody sees it; a sentence that could be a heading is ended.
func unmarked(mark string, lines []string) []string {
	blank := strings.TrimSpace(mark)
	for i := 0; i < len(lines); i++ {
		first, last := i == 0, i == len(lines)-1
		if !first && lines[i-1] != blank {
			continue
		}
		alone := last || lines[i+1] == blank // in its paragraph
		text := strings.TrimPrefix(lines[i], mark)
		switch {
		case alone && strings.HasPrefix(text, "# "):
			lines = slices.Replace(lines, i, i+1, mark+"#", mark+text[len("# "):])
		case strings.HasPrefix(text, "["):
			if name, target, found := strings.Cut(text, "]: "); found && strings.Contains(target, "://") {
				lines = slices.Replace(lines, i, i+1, mark+name+"]:", mark+target)
			}
		case alone && !first && !last && isHeading(text):
			lines[i] += "."
		}
	}
	return lines
}

// isHeading reports whether a paragraph between others would be a heading.
func isHeading(text string) bool {
	if r, _ := utf8.DecodeRuneInString(text); !unicode.IsUpper(r) {
		return false
	}
	if r, _ := utf8.DecodeLastRuneInString(text); !unicode.IsLetter(r) && !unicode.IsDigit(r) {
		return false // as most are, and need not be parsed
	}
	content := new(comment.Parser).Parse("x\n\n" + text + "\n\nx").Content
	return slices.ContainsFunc(content, func(b comment.Block) bool {
		_, heading := b.(*comment.Heading)
		return heading
	})
}
