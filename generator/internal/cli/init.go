package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/spf13/cobra"

	"github.com/statusgen/statusgen/generator/internal/diag"
)

func (r *run) init() *cobra.Command {
	return &cobra.Command{
		Use:   "init [DIR]",
		Short: "Write a codes.yaml to start from, for the languages that are seen below it",
		Long: "Init writes a codes.yaml into a directory, which is made if need be, with a target for every language whose\n" +
			"projects it sees there or below; each target goes below its project. Into a module of Go it also writes a\n" +
			"generate.go for go generate. It never overwrites a file, and says what it did and what to run next.",
		Example: "  statusgen init\n  statusgen init api",
		Args:    cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			dir := "."
			if len(args) > 0 {
				dir = args[0]
			}
			return r.start(dir)
		},
	}
}

// start writes what a new source needs, and says so.
func (r *run) start(dir string) error {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return fmt.Errorf("cannot make %s: %w", dir, errors.Unwrap(err))
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return fmt.Errorf("cannot open %s: %w", dir, errors.Unwrap(err))
	}
	defer root.Close()
	projects, err := projectsIn(root.FS())
	if err != nil {
		return fmt.Errorf("cannot look for projects in %s: %w", dir, err)
	}
	shown := func(name string) string { return diag.Visible(path.Join(filepath.ToSlash(dir), name)) }
	if err := create(root, defaultSource, starter(projects)); err != nil {
		return fmt.Errorf("cannot write %s: %w", shown(defaultSource), err)
	}
	fmt.Fprintf(r.stdout, "%s: written, for %s\n", shown(defaultSource), strings.Join(languagesOf(projects), ", "))

	for _, p := range projects {
		if p.language == "go" && p.seen {
			r.startGo(root, p, shown)
		}
	}
	r.offerAttributes(root, projects, shown)
	next := "statusgen generate"
	if dir = filepath.ToSlash(filepath.Clean(dir)); dir != "." {
		next += " --in " + shown(defaultSource)
	}
	fmt.Fprintf(r.stdout, "edit it, and then run\n  %s\n", next)
	return nil
}

// startGo gives a module of Go its go:generate line.
func (r *run) startGo(root *os.Root, p project, shown func(string) string) {
	const line = "//go:generate go tool statusgen generate"
	file := path.Join(p.dir, "generate.go")
	name := packageIn(root.FS(), p.dir)
	err := fs.ErrExist
	if name != "" {
		err = create(root, file, fmt.Sprintf("package %s\n\n%s\n", name, line))
	}
	if err == nil {
		fmt.Fprintf(r.stdout, "%s: written, for go generate\n", shown(file))
	} else {
		fmt.Fprintf(r.stdout, "for go generate, add to a Go file in %s\n  %s\n", shown(p.dir), line)
	}
	fmt.Fprintf(r.stdout, "to have statusgen as a tool of the module, run in %s\n  go get -tool github.com/statusgen/statusgen/generator/statusgen\n", shown(p.dir))
}

// offerAttributes says what git should know of the outputs, unless it does.
func (r *run) offerAttributes(root *os.Root, projects []project, shown func(string) string) {
	const attributes = ".gitattributes"
	known, err := readRegular(root.FS(), attributes)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return // what cannot be read is no place for advice
	}
	lines := []string{defaultSource + " text eol=lf"}
	for _, p := range projects {
		lines = append(lines, p.out()+"/** linguist-generated text eol=lf")
	}
	var missing strings.Builder
	for _, line := range lines {
		if !regexp.MustCompile(`(?m)^` + regexp.QuoteMeta(line) + `\r?$`).Match(known) {
			fmt.Fprintf(&missing, "  %s\n", line)
		}
	}
	if missing.Len() > 0 {
		fmt.Fprintf(r.stdout, "for git, add to %s\n%s", shown(attributes), &missing)
	}
}

// create writes a file that must not be there yet.
func create(root *os.Root, name, content string) error {
	file, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if errors.Is(err, fs.ErrExist) {
		return errors.New("it is there already")
	}
	if err != nil {
		return errors.Unwrap(err)
	}
	_, err = file.WriteString(content)
	if err = errors.Join(err, file.Close()); err != nil {
		return errors.Join(err, root.Remove(name))
	}
	return nil
}
