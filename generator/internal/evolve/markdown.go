package evolve

import (
	"bytes"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"

	"github.com/statusgen/statusgen/generator/internal/diag"
)

// chapters are what a changelog says of each level.
var chapters = map[Level]struct{ title, lead string }{
	Wire:     {"Breaks the wire", "Until all programs are new, they misunderstand each other here."},
	Source:   {"Breaks the build", "Programs that take the new version have to be changed here."},
	Semantic: {"Behaves otherwise", "Programs build as before, but do something else here."},
	Safe:     {"New, and safe", ""},
}

// WriteMarkdown writes changes as a changelog: by level, then by table, with
// what a program has to do in each language. What an author wrote is in code
// spans, where a page makes nothing of it.
func WriteMarkdown(w io.Writer, changes []Change) error {
	var out bytes.Buffer
	for _, level := range Levels {
		var of []Change
		for _, c := range changes {
			if c.Level == level {
				of = append(of, c)
			}
		}
		if len(of) > 0 {
			writeChapter(&out, level, of)
		}
	}
	if len(changes) == 0 {
		out.WriteString("Nothing has changed.\n\n")
	}
	fmt.Fprintf(&out, "Suggested version bump: **%s**\n", BumpOf(changes))
	_, err := w.Write(out.Bytes())
	return err
}

func writeChapter(out *bytes.Buffer, level Level, changes []Change) {
	fmt.Fprintf(out, "## %s\n\n", chapters[level].title)
	if lead := chapters[level].lead; lead != "" {
		out.WriteString(lead + "\n\n")
	}
	var tables []string
	for _, c := range changes {
		if !slices.Contains(tables, c.Table) {
			tables = append(tables, c.Table)
		}
	}
	for _, table := range tables {
		title := "Targets"
		if table != "" {
			title = "Table " + span(table)
		}
		fmt.Fprintf(out, "### %s\n\n", title)
		for _, c := range changes {
			if c.Table == table {
				writeItem(out, c)
			}
		}
		out.WriteString("\n")
	}
}

func writeItem(out *bytes.Buffer, c Change) {
	fmt.Fprintf(out, "- %s\n", sentence(c.Message))
	for _, s := range c.todo() {
		fmt.Fprintf(out, "  - %s\n", s)
	}
}

// todo says what a program has to do about a change, in each language. Those
// that do the same share a line.
func (c Change) todo() []string {
	var what []string
	who := map[string][]string{}
	for _, s := range c.Spelled {
		do := c.Kind.todo(s)
		if do == "" {
			continue
		}
		if who[do] == nil {
			what = append(what, do)
		}
		who[do] = append(who[do], s.Language)
	}
	for i, do := range what {
		what[i] = list(slices.Compact(who[do])) + ": " + do
	}
	return what
}

// todo says what there is to do about identifiers.
func (k *Kind) todo(s Spelled) string {
	switch {
	case k == codeReused || k == nameMoved || k == identifierMoved:
		return "look at every use of " + span(s.Old)
	case s.Old == "":
		return "there is " + span(s.New)
	case s.New == "":
		return span(s.Old) + map[bool]string{true: " stays for now", false: " is gone"}[k.Level == Safe]
	case s.Old == s.New && k.Level != Safe:
		return "look at every use of " + span(s.Old)
	case s.Old == s.New:
		return ""
	}
	return fmt.Sprintf("write %s for %s", span(s.New), span(s.Old))
}

var quoted = regexp.MustCompile(`"(?:[^"\\]|\\.)*"`)

// sentence makes a message one: with a capital, a full stop, and what an author
// wrote in code spans.
func sentence(message string) string {
	text := quoted.ReplaceAllStringFunc(diag.Visible(message), func(q string) string {
		return span(strings.NewReplacer(`\"`, `"`, `\\`, `\`).Replace(q[1 : len(q)-1]))
	})
	return strings.ToUpper(text[:1]) + text[1:] + "."
}

// span sets text as code, of which a page shows every character.
func span(text string) string {
	fence := "`"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	if len(fence) > 1 || strings.HasPrefix(text, " ") || text == "" {
		return fence + " " + text + " " + fence
	}
	return fence + text + fence
}
