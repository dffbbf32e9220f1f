// Package tmpl renders a view with the files of a template directory, whose
// tree is the picture of the output tree. It is the only importer of
// text/template.
//
// In a path, {table} stands for each table in turn, {package} for the
// identifier that the language gives it, {errors} for that of the errors of each
// table that has some, {locale} for that of each of their locales, and {sources}
// for the directory of source files, which target.yaml names. Where it names one, the files outside
// of {sources} are package files: they are written only for a target that
// declares a package. A file that ends in .tmpl is executed and loses the
// ending; any other is copied.
package tmpl

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"reflect"
	"slices"
	"strings"
	"sync"
	"text/template"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/render"
	"github.com/statusgen/statusgen/generator/internal/tree"
)

// Settings is the file of a template directory that is data about the language
// and no part of the picture.
const Settings = "target.yaml"

const ending = ".tmpl"

// Renderer renders with the template directory FS.
type Renderer struct{ FS fs.FS }

// page is what a template sees: the view, in a file for one table the table,
// and in a file for one locale that too.
type page struct {
	*render.View
	Table  *render.Table
	Locale *render.Locale
}

// Render prints a view. Its templates know nothing of each other, so they are
// executed at once.
func (r Renderer) Render(view *render.View) ([]tree.File, error) {
	var names []string
	err := fs.WalkDir(r.FS, ".", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && name != Settings && wanted(view, name) {
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	files, errs := make([][]tree.File, len(names)), make([]error, len(names))
	var all sync.WaitGroup
	for i, name := range names {
		all.Go(func() { files[i], errs[i] = r.file(view, name) })
	}
	all.Wait()
	return slices.Concat(files...), cmp.Or(errs...)
}

// wanted tells source files, which every target gets, from package files.
func wanted(view *render.View, name string) bool {
	return view.Package != nil || view.Language.Sources == "" || strings.HasPrefix(name, "{sources}/")
}

// file renders one template, once or once for each table.
func (r Renderer) file(view *render.View, name string) ([]tree.File, error) {
	if info, err := fs.Stat(r.FS, name); err == nil && !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is not a regular file", name) // which might have no end
	}
	pages := pagesOf(view, name)
	if len(pages) == 0 {
		return nil, nil // few tables have errors, and their templates are the largest
	}
	source, err := fs.ReadFile(r.FS, name)
	if err != nil {
		return nil, err
	}
	write := func(page) ([]byte, error) { return source, nil }
	if strings.HasSuffix(name, ending) {
		if write, err = executed(name, string(source), functions(view.Language), &blocks{}); err != nil {
			return nil, err
		}
	}
	files := make([]tree.File, 0, len(pages))
	for _, p := range pages {
		content, err := write(p)
		if err != nil {
			return nil, err
		}
		files = append(files, tree.File{Path: p.path(name), Content: content})
	}
	return files, nil
}

// executed gives what executes a template.
func executed(name, source string, functions template.FuncMap, out *blocks) (func(page) ([]byte, error), error) {
	parse := func() (*template.Template, error) {
		return template.New(name).Funcs(functions).Option("missingkey=error").Parse(source)
	}
	parsed, err := parse()
	if err != nil {
		return nil, err
	}
	fast := compile(parsed, functions, reflect.TypeFor[page](), out)
	return func(p page) ([]byte, error) {
		content, err := fast.execute(p)
		if err == nil {
			return content, nil
		}
		slow, err := parse()
		if err != nil {
			return nil, err
		}
		guard(slow, functions)
		var out bytes.Buffer
		err = slow.Execute(&out, p) // which says what is wrong in the words of the template
		return out.Bytes(), told(err)
	}, nil
}

// pagesOf gives what the template of a path is executed for.
func pagesOf(view *render.View, name string) []page {
	has := func(placeholder string) bool { return strings.Contains(name, placeholder) }
	ofErrors := has("{errors}") || has("{locale}")
	if !ofErrors && !has("{table}") && !has("{package}") {
		return []page{{View: view}}
	}
	var pages []page
	for _, table := range view.Tables {
		switch {
		case ofErrors && table.Errors == nil:
		case has("{locale}"):
			for _, locale := range table.Errors.Locales {
				pages = append(pages, page{view, table, locale})
			}
		default:
			pages = append(pages, page{View: view, Table: table})
		}
	}
	return pages
}

// path gives the place of a template's output.
func (p page) path(name string) string {
	fill := []string{"{sources}", p.Sources}
	if p.Table != nil {
		fill = append(fill, "{table}", p.Table.Name, "{package}", p.Table.Package)
		if p.Table.Errors != nil {
			fill = append(fill, "{errors}", p.Table.Errors.Package)
		}
	}
	if p.Locale != nil {
		fill = append(fill, "{locale}", p.Locale.Identifier)
	}
	return path.Clean(strings.NewReplacer(fill...).Replace(strings.TrimSuffix(name, ending)))
}

var errNoQuoting = errors.New("target.yaml says nothing under string, so that no text can be quoted")

// functions are all that templates have beside text/template's own. They are
// documented for authors in docs/templates.md.
func functions(language *codes.Language) template.FuncMap {
	quoting := language.String
	return template.FuncMap{
		// quote writes text as a string literal.
		"quote": func(text render.Text) (string, error) {
			if quoting.Quote == "" {
				return "", errNoQuoting
			}
			return render.Quote(quoting, text), nil
		},
		// within writes text as it stands in a literal between other quotes, of
		// which the template prints the rest.
		"within": func(quote string, text render.Text) (string, error) {
			if quoting.Quote == "" {
				return "", errNoQuoting
			}
			other := quoting
			other.Quote = quote
			return strings.TrimSuffix(strings.TrimPrefix(render.Quote(other, text), quote), quote), nil
		},
		// pieces writes text as string literals of at most so many columns, to
		// be concatenated.
		"pieces": func(width int, text render.Text) ([]string, error) {
			if quoting.Quote == "" {
				return nil, errNoQuoting
			}
			return render.QuoteWrapped(quoting, width, text), nil
		},
		// fits reports whether words and the literals of texts, one behind
		// the other, fill at most so many columns.
		"fits": func(width int, parts ...any) (bool, error) {
			columns := 0
			for _, part := range parts {
				switch part := part.(type) {
				case render.Text:
					columns += render.Columns(render.Quote(quoting, part))
				case string:
					columns += render.Columns(part)
				default:
					if err := printable(part); err != nil {
						return false, err
					}
					columns += render.Columns(fmt.Sprint(part))
				}
			}
			return columns <= width, nil
		},
		// comment writes documentation as a comment, each line indented.
		"comment": func(indent string, doc render.Doc) string {
			return render.Comment(language.Comment, indent, doc)
		},
		// plain writes text as one line that is safe inside a comment, or in a
		// language of prose.
		"plain": func(text render.Text) string { return render.Plain(language.Comment, text) },
		// doc makes documentation of a sentence that the template itself
		// holds, and of paragraphs that it takes over from elsewhere.
		"doc": func(lead string, more ...[]render.Text) render.Doc {
			doc := render.NewDoc(lead)
			for _, paragraphs := range more {
				doc.Paragraphs = append(doc.Paragraphs, paragraphs...)
			}
			return doc
		},
	}
}
