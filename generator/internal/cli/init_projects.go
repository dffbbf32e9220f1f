package cli

import (
	"cmp"
	"fmt"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
)

// project is where a language is at home in a repository.
type project struct {
	language string
	dir      string // slash-separated; "." for the directory itself
	seen     bool   // and not only guessed
}

// out is where the outputs for a project go.
func (p project) out() string { return path.Join(p.dir, "gen", p.language) }

// homesOf are the files that make a directory the project of a language.
var homesOf = []struct {
	language string
	files    []string
}{
	{"go", []string{"go.mod"}},
	{"typescript", []string{"tsconfig.json", "package.json", "deno.json"}},
	{"python", []string{"pyproject.toml", "setup.py", "setup.cfg", "requirements.txt"}},
}

// foreign are directories of what others have written.
var foreign = []string{"node_modules", "vendor", "venv", "testdata", "site-packages"}

// plainPath is a path that a target may have, and that needs no quotes.
var plainPath = regexp.MustCompile(`^[A-Za-z0-9_./-]+$`)

// projectsIn gives one project for each language that is seen in a directory or
// below it: the one that is nearest. Where none is, all languages are guessed.
func projectsIn(fsys fs.FS) ([]project, error) {
	found := map[string]project{}
	err := fs.WalkDir(fsys, ".", func(name string, entry fs.DirEntry, err error) error {
		base := path.Base(name)
		switch {
		case err != nil && name != ".":
			return nil // what cannot be listed is not ours to build
		case err != nil:
			return err
		case entry.IsDir() && name != "." && (strings.HasPrefix(base, ".") || slices.Contains(foreign, base) || !plainPath.MatchString(base)):
			return fs.SkipDir
		}
		for _, home := range homesOf {
			if !entry.IsDir() && slices.Contains(home.files, base) {
				p, known := found[home.language]
				if dir := path.Dir(name); !known || depth(dir) < depth(p.dir) {
					found[home.language] = project{home.language, dir, true}
				}
			}
		}
		return nil
	})
	var projects []project
	for _, home := range homesOf {
		if p, ok := found[home.language]; ok || len(found) == 0 {
			projects = append(projects, project{home.language, cmp.Or(p.dir, "."), ok})
		}
	}
	return projects, err
}

func depth(dir string) int {
	if dir == "." {
		return 0
	}
	return 1 + strings.Count(dir, "/")
}

func languagesOf(projects []project) []string {
	var languages []string
	for _, p := range projects {
		languages = append(languages, p.language)
	}
	return languages
}

// starter is a source to start from.
func starter(projects []project) string {
	var targets strings.Builder
	for _, p := range projects {
		fmt.Fprintf(&targets, "  %s: {out: %s}\n", p.language, p.out())
	}
	return strings.NewReplacer("SCHEMA", schemaURL, "TARGETS", targets.String()).Replace(starterText)
}

const schemaURL = "https://raw.githubusercontent.com/statusgen/statusgen/main/" + sourceSchema

const starterText = `# yaml-language-server: $schema=SCHEMA
# $schema: SCHEMA

# Our status codes, and the one place where they are kept. Run statusgen generate
# after a change, and commit both. Names are for ever: programs hold them.

version: 1

targets:
TARGETS
tables:
  app_error:
    title: errors of the application
    # errors: true # would have programs return and throw them; see statusgen's docs/errors.md
    properties:
      retry: {type: boolean, default: false, summary: Whether the same request may be sent again.}
    codes:
      - code: 1001
        name: invalid_request
        phrase: Invalid request
        summary: The request cannot be understood.
        action: Correct the request.

      - code: 1002
        name: temporarily_unavailable
        phrase: Temporarily unavailable
        summary: Something that the application needs does not answer.
        action: Try again later.
        properties: {retry: true}
`

// packageIn gives the package of the Go files in a directory; where there are
// none, one named after the directory or the module; and nothing where the
// files disagree.
func packageIn(fsys fs.FS, dir string) string {
	files, _ := fs.Glob(fsys, path.Join(dir, "*.go")) // its only error is about the pattern
	names := map[string]bool{}
	var name string
	for _, file := range files {
		text, err := readRegular(fsys, file)
		if err != nil || strings.HasSuffix(file, "_test.go") {
			continue
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), file, text, parser.PackageClauseOnly)
		if err != nil {
			return ""
		}
		name = parsed.Name.Name
		names[name] = true
	}
	switch len(names) {
	case 0:
		return packageOf(fsys, dir)
	case 1:
		return name
	}
	return ""
}

// readRegular reads a file that has an end.
func readRegular(fsys fs.FS, name string) ([]byte, error) {
	info, err := fs.Stat(fsys, name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fs.ErrInvalid
	}
	return fs.ReadFile(fsys, name)
}

var (
	moduleLine  = regexp.MustCompile(`(?m)^module\s+"?([^\s"]+)`)
	majorSuffix = regexp.MustCompile(`/v[0-9]+$`)
	notInName   = regexp.MustCompile(`[^a-z0-9]+`)
)

// packageOf names the package at the root of a module after the module.
func packageOf(fsys fs.FS, dir string) string {
	text, err := readRegular(fsys, path.Join(dir, "go.mod"))
	line := moduleLine.FindSubmatch(text)
	if err != nil || line == nil {
		return ""
	}
	last := path.Base(majorSuffix.ReplaceAllString(string(line[1]), ""))
	name := notInName.ReplaceAllString(strings.ToLower(last), "")
	if !token.IsIdentifier(name) {
		return ""
	}
	return name
}
