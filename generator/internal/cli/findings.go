package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/statusgen/statusgen/generator/internal/diag"
)

// The values of --format, which says how findings are told.
const (
	formatText   = "text"   // to people, on standard error, as they are found
	formatJSON   = "json"   // to programs, as one document at the end
	formatGitHub = "github" // as text, and then as workflow commands
	formatSARIF  = "sarif"  // to code scanning, as one document at the end
)

// formatMarkdown is for diff alone: to people, as a changelog on standard output.
const formatMarkdown = "markdown"

var formats = []string{formatText, formatJSON, formatGitHub, formatSARIF}

// format is the --format flag; "" until it is given.
type format string

func (f *format) String() string { return string(*f) }
func (f *format) Type() string   { return "FORMAT" }

func (f *format) Set(name string) error {
	if !slices.Contains(formats, name) {
		return fmt.Errorf("it is one of %s", strings.Join(formats, ", "))
	}
	*f = format(name)
	return nil
}

// diffFormat is the --format flag of diff.
type diffFormat format

func (f *diffFormat) String() string { return string(*f) }
func (f *diffFormat) Type() string   { return "FORMAT" }

func (f *diffFormat) Set(name string) error {
	if name == formatMarkdown {
		*f = formatMarkdown
		return nil
	}
	err := (*format)(f).Set(name)
	if err != nil {
		return fmt.Errorf("%w, %s", err, formatMarkdown)
	}
	return nil
}

func (r *run) addFormat(root *cobra.Command) {
	root.PersistentFlags().Var(&r.format, "format",
		"how findings are told: text, json, github or sarif (default: text, and github in a job of GitHub Actions)")
	_ = root.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(formats, cobra.ShellCompDirectiveNoFileComp)) // fails for flags there are not
}

// told gives the format of this run.
func (r *run) told() format {
	switch {
	case r.format != "":
		return r.format
	case os.Getenv("GITHUB_ACTIONS") == "true" && !isTerminal(r.stderr):
		return formatGitHub
	}
	return formatText
}

// toPeople reports whether people read along.
func (r *run) toPeople() bool {
	return r.told() == formatText || r.told() == formatGitHub || r.told() == formatMarkdown
}

// say prints what people read. The log of a job is read by its runner too.
func (r *run) say(w io.Writer, text string) error {
	if r.told() == formatGitHub {
		text = diag.Inert(text)
	}
	_, err := io.WriteString(w, text)
	return err
}

// tell prints a line for people.
func (r *run) tell(line string) error { return r.say(r.stderr, diag.Visible(line)+"\n") }

// stop records findings, tells them to people, and ends the run where one of
// them is an error.
func (r *run) stop(found diag.List) error {
	for i := range found {
		r.source.show(&found[i])
	}
	found.Sort()
	r.found = append(r.found, found...)
	if r.toPeople() {
		var text strings.Builder
		if err := found.WriteText(&text, r.source.bytes); err != nil {
			return err
		}
		if err := r.say(r.stderr, text.String()); err != nil {
			return err
		}
	}
	if r.document == nil {
		r.document = r.stderr
	}
	if found.HasErrors() {
		return errFindings
	}
	return nil
}

// report tells programs what a run has found, all at once and at its end. A
// run that failed has no document: it would claim to be all that there is.
func (r *run) report(ended error) error {
	done := ended == nil || errors.Is(ended, errFindings)
	var err error
	switch r.told() {
	case formatGitHub:
		err = r.inRepository().WriteGitHub(r.stderr)
		if r.closing != "" && err == nil {
			err = diag.WriteGitHubNotice(r.stderr, r.closing)
		}
	case formatJSON:
		if done && r.document != nil {
			err = r.inFiles().WriteJSON(r.document, r.bump)
		}
	case formatSARIF:
		if done && r.document != nil {
			err = r.inRepository().WriteSARIF(r.document, r.bump)
		}
	}
	if err != nil && done {
		return fmt.Errorf("cannot report the findings: %w", err)
	}
	return ended
}

// inFiles gives the findings without places that are in no file.
func (r *run) inFiles() diag.List {
	return r.moved(func(file string) string {
		if file == commandLine {
			return ""
		}
		return file
	})
}

// inRepository gives the findings with places from the root of the repository,
// where a job of GitHub Actions says which that is. What is built in is in no
// repository.
func (r *run) inRepository() diag.List {
	root := os.Getenv("GITHUB_WORKSPACE")
	found := r.moved(func(file string) string {
		if file == commandLine || strings.HasPrefix(file, builtin) || r.inCommit(file) {
			return ""
		}
		if root == "" {
			return file
		}
		absolute, err := filepath.Abs(filepath.FromSlash(file))
		if err != nil {
			return file
		}
		if below, err := filepath.Rel(root, absolute); err == nil && filepath.IsLocal(below) {
			return filepath.ToSlash(below)
		}
		return file
	})
	for i, d := range r.found {
		if r.inCommit(d.Pos.File) { // which no annotation can name but in words
			found[i].Message = d.Pos.String() + ": " + d.Message
		}
	}
	return found
}

// moved gives the findings with their places in other files.
func (r *run) moved(move func(file string) string) diag.List {
	list := slices.Clone(r.found)
	for i := range list {
		list[i].Pos.File = move(list[i].Pos.File)
		list[i].Related = slices.Clone(list[i].Related)
		for j := range list[i].Related {
			list[i].Related[j].File = move(list[i].Related[j].File)
		}
	}
	return list
}
