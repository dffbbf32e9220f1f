package diag

import (
	"bytes"
	"fmt"
	"io"
	"strings"
)

// annotation is what GitHub calls a severity.
var annotation = map[Severity]string{Error: "error", Warning: "warning", Note: "notice"}

// annotated is how many annotations of one severity GitHub shows for a step.
// What is beyond it drops without a word.
const annotated = 10

// WriteGitHub writes the findings as workflow commands, which GitHub shows as
// annotations of the files: paths are from the root of the repository.
func (l List) WriteGitHub(w io.Writer) error {
	var out bytes.Buffer
	written := map[Severity]int{}
	for _, d := range l {
		if written[d.Rule.Severity]++; written[d.Rule.Severity] > annotated {
			continue
		}
		text := Visible(d.Message)
		if d.Hint != "" {
			text += "\nhint: " + d.advice()
		}
		fmt.Fprintf(&out, "::%s %stitle=%s::%s\n", annotation[d.Rule.Severity], annotatedPlace(d.Pos), inProperty(d.Rule.label()), inCommand(text))
	}
	for _, severity := range []Severity{Error, Warning, Note} {
		if more := written[severity] - annotated; more > 0 {
			fmt.Fprintf(&out, "::notice title=statusgen::findings of severity %s that GitHub has no room for: %d; the log has them\n", severity, more)
		}
	}
	_, err := w.Write(out.Bytes())
	return err
}

// WriteGitHubNotice writes as a workflow command what a run comes to.
func WriteGitHubNotice(w io.Writer, sentence string) error {
	_, err := fmt.Fprintf(w, "::notice title=statusgen::%s\n", inCommand(VisibleLines(sentence)))
	return err
}

// annotatedPlace gives the properties of a command that say where.
func annotatedPlace(pos Pos) string {
	switch {
	case pos.File == "":
		return ""
	case !pos.IsValid():
		return fmt.Sprintf("file=%s,", inProperty(Visible(pos.File)))
	}
	return fmt.Sprintf("file=%s,line=%d,endLine=%d,col=%d,", inProperty(Visible(pos.File)), pos.Line, pos.Line, pos.Column)
}

// WriteGitHubFailure writes as a workflow command why a run could not do its
// work.
func WriteGitHubFailure(w io.Writer, sentence string) error {
	_, err := fmt.Fprintf(w, "::error title=statusgen::%s\n", inCommand(VisibleLines(sentence)))
	return err
}

var (
	commandText     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	commandProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

func inCommand(text string) string  { return commandText.Replace(text) }
func inProperty(text string) string { return commandProperty.Replace(text) }

// Inert gives text in which a GitHub runner finds no command. It looks for one
// at the start of a line, behind any white space, and in an older form
// anywhere; what a source or an output says is not to mask a word in the log.
func Inert(text string) string {
	text = strings.ReplaceAll(text, "##[", "## [")
	if !strings.Contains(text, "::") {
		return text
	}
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		if words := strings.TrimSpace(line); strings.HasPrefix(words, "::") {
			lines[i] = strings.Replace(line, "::", ": :", 1)
		}
	}
	return strings.Join(lines, "\n")
}
