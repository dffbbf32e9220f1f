package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/statusgen/statusgen/generator/internal/diag"
	"github.com/statusgen/statusgen/generator/internal/edit"
	"github.com/statusgen/statusgen/generator/internal/load"
	"github.com/statusgen/statusgen/generator/internal/render/tmpl"
	"github.com/statusgen/statusgen/generator/internal/tree"
)

func (r *run) fmt() *cobra.Command {
	var check bool
	command := &cobra.Command{
		Use:   "fmt [FILE ...]",
		Short: "Put the source into canonical form; comments, blank lines and order stay",
		Long: "Fmt changes the spaces, blank lines, quotes and line ends of the source and of the files that it includes, or of\n" +
			"the files that are named, and nothing that they say. What cannot be read is reported, and then nothing is written.\n" +
			"The file - is standard input, which goes to standard output.",
		Example: "  statusgen fmt\n  statusgen fmt --check\n  statusgen fmt codes/http.yaml\n  statusgen fmt - <codes.yaml",
		RunE: func(_ *cobra.Command, args []string) error {
			files, err := r.texts(args)
			if err != nil {
				return err
			}
			if check {
				return r.unformatted(files)
			}
			return r.rewrite(files)
		},
	}
	r.addIn(command)
	command.Flags().BoolVar(&check, "check", false, "write nothing; name the files that would change, show how, and exit with 1")
	return command
}

// text is a file, and what it was.
type text struct {
	edit.File
	old   []byte
	stdin bool // it is standard input, and goes to standard output
}

// changed reports whether a file is not in canonical form.
func (t text) changed() bool { return !bytes.Equal(t.old, t.Content) }

// differs gives the first line that would change.
func (t text) differs() int {
	line := 1
	for i := range min(len(t.old), len(t.Content)) {
		if t.old[i] != t.Content[i] {
			break
		}
		if t.old[i] == '\n' {
			line++
		}
	}
	return line
}

// texts formats the files that the command line names or, where it names none,
// those of the source. All of them are read before one is written.
func (r *run) texts(args []string) ([]text, error) {
	if r.in != "" && len(args) > 0 {
		return nil, usageError{errors.New("name the source with --in, or files, but not both")}
	}
	if len(args) == 0 {
		return r.textsOf(r.in, true)
	}
	var all []text
	for _, arg := range args {
		texts, err := r.textsOf(arg, false)
		if err != nil {
			return nil, err
		}
		all = append(all, texts...)
	}
	return all, nil
}

// textsOf formats a file, and those that it includes if they are wanted.
func (r *run) textsOf(in string, included bool) ([]text, error) {
	var err error
	r.in = in
	if r.source, err = r.open(); err != nil {
		return nil, err
	}
	if err := r.stop(r.read()); err != nil {
		return nil, err
	}
	names := []string{r.source.name}
	if included && r.source.stdin == "" {
		names = load.Files(r.source, r.source.name)
	}
	var all []text
	for _, name := range names {
		old, err := fs.ReadFile(r.source, name)
		if err != nil {
			return nil, err
		}
		t := text{File: r.fileOf(name, edit.Format(old)), old: old, stdin: name == r.source.stdin}
		if !load.Same(t.old, t.Content) {
			return nil, fmt.Errorf("%s would say something else in canonical form, which is a fault of statusgen; nothing was written", t.Shown)
		}
		all = append(all, t)
	}
	return all, nil
}

// fileOf gives a file of the source a new content.
func (r *run) fileOf(name string, content []byte) edit.File {
	return edit.File{Dir: filepath.FromSlash(r.source.dir), Name: r.source.below(name), Shown: r.source.path(name), Content: content}
}

// read says what cannot be read of the source, which may be a language's
// target.yaml too, or messages of a locale.
func (r *run) read() diag.List {
	if path.Base(r.source.name) == tmpl.Settings {
		_, found := load.Language(r.source, r.source.root)
		return found
	}
	if found, isMessages := load.Messages(r.source, r.source.name); isMessages {
		return found
	}
	_, found := load.Parse(r.source, r.source.name)
	return found
}

// unformatted names the files that are not in canonical form.
func (r *run) unformatted(files []text) error {
	var ended error
	for _, file := range files {
		if !file.changed() {
			continue
		}
		ended = errFindings
		r.found.Add(ruleNotFormatted, diag.Pos{File: file.Shown, Line: file.differs(), Column: 1},
			file.Shown+" is not formatted", diag.Hint("run statusgen fmt"))
		if !r.toPeople() {
			continue
		}
		if err := r.tellOf("%s is not formatted", file.File); err != nil {
			return err
		}
		if err := r.say(r.stdout, tree.Unified(file.Shown, file.old, file.Content)); err != nil {
			return err
		}
	}
	if ended != nil && r.toPeople() {
		ended = errors.Join(ended, r.tell("run statusgen fmt"))
	}
	return ended
}

// rewrite puts files into canonical form.
func (r *run) rewrite(files []text) error {
	var changed []edit.File
	for _, file := range files {
		switch {
		case file.stdin:
			if _, err := r.stdout.Write(file.Content); err != nil {
				return err
			}
		case file.changed():
			changed = append(changed, file.File)
		}
	}
	if err := edit.Replace(changed); err != nil {
		return err
	}
	return r.tellOf("%s: formatted", changed...)
}

// tellOf tells people a line for each file, unless a document of findings takes
// the place.
func (r *run) tellOf(line string, files ...edit.File) error {
	for _, file := range files {
		if !r.toPeople() {
			break
		}
		if err := r.tell(fmt.Sprintf(line, file.Shown)); err != nil {
			return err
		}
	}
	return nil
}
