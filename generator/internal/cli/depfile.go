package cli

import (
	"cmp"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/statusgen/statusgen/generator/internal/render/tmpl"
	"github.com/statusgen/statusgen/generator/internal/tree"
)

// listOutputs prints what a run would own, one path a line, for build systems
// that have to know it before anything runs.
func (r *run) listOutputs(trees []tree.Tree) error {
	outputs, err := tree.Outputs(trees)
	for _, output := range outputs {
		fmt.Fprintln(r.stdout, output)
	}
	return err
}

// dependencies is a file that tells make or ninja what the outputs were made
// from. Its content is known before an output is written, and it is written
// after the last one.
type dependencies struct {
	file    string // none if empty
	content []byte
}

func (r *run) dependencies(trees []tree.Tree, file string) (d dependencies, err error) {
	if file == "" {
		return d, nil
	}
	outputs, err := tree.Outputs(trees)
	if err != nil {
		return d, err
	}
	inputs := r.source.inputs()
	for _, name := range slices.Concat(inputs, outputs) {
		if same(file, name) {
			return d, usageError{fmt.Errorf("--depfile %s would replace %s, which is a source or an output", file, name)}
		}
	}
	content, err := depfile(outputs, inputs)
	return dependencies{file, content}, err
}

// same reports whether two paths lead to one place, there or not.
func same(a, b string) bool {
	a, errA := filepath.Abs(a)
	b, errB := filepath.Abs(b)
	return errA == nil && errB == nil && a == b
}

func (d dependencies) write() error {
	if d.file == "" {
		return nil
	}
	return tree.WriteFile(d.file, d.content)
}

// inputs lists the files that were read, as paths from the working directory:
// those of the source in that order, and then templates, which are read at once,
// each directory with its settings first. What is shipped is a part of the
// program.
func (s *source) inputs() []string {
	opened := slices.Clone(s.opened)
	settings := func(name string) int {
		if path.Base(name) == tmpl.Settings {
			return 0
		}
		return 1
	}
	slices.SortFunc(opened[s.ordered:], func(a, b string) int {
		return cmp.Or(cmp.Compare(path.Dir(a), path.Dir(b)), cmp.Compare(settings(a), settings(b)), cmp.Compare(a, b))
	})
	var inputs []string
	for _, name := range opened {
		shown := s.path(name)
		if info, err := fs.Stat(s.volume, name); err != nil || info.IsDir() || slices.Contains(inputs, shown) {
			continue
		}
		inputs = append(inputs, shown)
	}
	return inputs
}

// depfile gives a rule by which every output depends on every input. As those
// of gcc -MP, it has a rule for each input beside the source too, by which make
// goes on where one is gone.
func depfile(outputs, inputs []string) ([]byte, error) {
	targets, err := depNames(outputs)
	if err != nil {
		return nil, err
	}
	prerequisites, err := depNames(inputs)
	if err != nil {
		return nil, err
	}
	var b strings.Builder
	b.WriteString(strings.Join(targets, " \\\n") + ":")
	for _, name := range prerequisites {
		b.WriteString(" \\\n  " + name)
	}
	b.WriteString("\n")
	for i, name := range prerequisites {
		if i > 0 {
			b.WriteString("\n" + name + ":\n")
		}
	}
	return []byte(b.String()), nil
}

// depName matches the paths that make and ninja read alike, once they are
// escaped. For others, such as "a&b" and "50%", no spelling means the same to
// both.
var depName = regexp.MustCompile(`^(?:\\*[` + plain + `) ]|[#$:])*(?:\\*[` + plain + `]|[#$])$`)

// plain are the characters that need no escape; at the end, ")" would make a
// member of an archive.
const plain = `\w+,/.~@(!{}\[\]\x{80}-\x{10FFFF}-`

// spaces matches a space and the backslashes before it, which then count twice.
var spaces = regexp.MustCompile(`(\\*) `)

func depNames(names []string) ([]string, error) {
	escape := strings.NewReplacer("#", `\#`, "$", "$$", ":", `\:`)
	var escaped []string
	for _, name := range names {
		if !depName.MatchString(name) || name[0] == '~' { // which make takes for a home
			return nil, fmt.Errorf("no dependency file can hold %q: make and ninja would not read it alike", name)
		}
		escaped = append(escaped, escape.Replace(spaces.ReplaceAllString(name, `$1$1\ `)))
	}
	return escaped, nil
}
