package check

import (
	"fmt"
	slashpath "path"
	"regexp"
	"strings"
	"unicode"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
)

var ruleSpellingSyntax = &diag.Rule{
	Name: "spelling-syntax",
	Doc:  "A spelling is an ASCII letter or underscore followed by letters, digits and underscores, because it is written into programs as it is.",
}

var identifier = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]*$`)

func spellingSyntax(p *pass, _ *table, c *codes.Code) {
	for _, s := range c.Spell {
		if !identifier.MatchString(s.Identifier.Value) {
			p.report(s.Identifier.Pos, fmt.Sprintf("the spelling %s is no identifier", quote(s.Identifier.Value)),
				diag.Hint("use ASCII letters, digits and underscores, and no digit first"))
		}
	}
}

var ruleOutPath = &diag.Rule{
	Name: "out-path",
	Doc:  "A target's directories are plain slash-separated paths below the source's own, on every system, because a source may not write or read elsewhere.",
}

func outPath(p *pass) {
	for _, t := range p.catalog.Targets {
		for _, dir := range []codes.At[string]{t.Out, t.Templates} {
			if !dir.Given() {
				continue
			}
			if fault := pathFault(dir); fault != "" {
				p.report(dir.Pos, fmt.Sprintf("the directory %s %s", quote(dir.Value), fault),
					diag.Hint("write a path below the source's directory, such as gen/go"))
			}
		}
	}
}

var (
	variable  = regexp.MustCompile(`\$[A-Za-z_{(]`)
	gitFolder = regexp.MustCompile(`(?i)^(\.git|git~1)$`) // the second is what Windows also calls the first
	ownFile   = regexp.MustCompile(`(?i)^\.statusgen(\.json|-.*\.tmp)$`)
)

// pathFault says what keeps a text from being a directory below the source's,
// or nothing.
func pathFault(dir codes.At[string]) string {
	path := dir.Value
	switch {
	case path == "":
		return "is empty"
	case strings.HasPrefix(path, "/"):
		return "is absolute"
	case strings.HasPrefix(path, "~"):
		return "begins with ~, which only a shell takes for a home directory"
	case variable.MatchString(path):
		return "names a variable, which only a shell replaces"
	case strings.ContainsAny(path, `\:`):
		return "holds a backslash or a colon"
	case strings.ContainsFunc(path, unicode.IsControl):
		return "holds a control character"
	case strings.EqualFold(path, slashpath.Base(dir.Pos.File)):
		return "is the source itself"
	}
	if i := strings.IndexAny(path, `*?"<>|`); i >= 0 {
		return fmt.Sprintf("holds %s, which Windows allows in no name", showCharacter(path[i:]))
	}
	if i := strings.IndexFunc(path, isUnseen); i >= 0 {
		return fmt.Sprintf("holds %s, which cannot be seen", showCharacter(path[i:]))
	}
	if i := strings.IndexFunc(path, composes); i >= 0 {
		return fmt.Sprintf("holds %s, which some systems join with the character before it", showCharacter(path[i:]))
	}
	for part := range strings.SplitSeq(path, "/") {
		if fault := partFault(part); fault != "" {
			return fault
		}
	}
	return ""
}

// composes reports whether a character is a part of what has a character of its
// own: a file system that joins the two takes one name for another.
func composes(r rune) bool {
	return '\u0300' <= r && r <= '\u036f' || '\u1100' <= r && r <= '\u11ff'
}

func partFault(part string) string {
	switch {
	case part == "":
		return "has an empty part"
	case part == "." || part == "..":
		return fmt.Sprintf("has the part %q", part)
	case len(part) > 255:
		return fmt.Sprintf("has a part of %d bytes, and no system allows more than 255", len(part))
	case strings.HasSuffix(part, ".") || strings.HasSuffix(part, " "):
		return fmt.Sprintf("has a part that ends in a dot or a space, %s", quote(part))
	case isDevice(part):
		return fmt.Sprintf("has a part that Windows takes for a device, %s", quote(part))
	case gitFolder.MatchString(part):
		return fmt.Sprintf("has a part that belongs to git, %s", quote(part))
	case ownFile.MatchString(part):
		return fmt.Sprintf("has a part that statusgen keeps for itself, %s", quote(part))
	}
	return ""
}

// isUnseen reports whether a character is drawn as nothing or as blank, or
// moves others. Some that Unicode counts as letters and symbols are, too.
func isUnseen(r rune) bool {
	const brailleBlank = '\u2800'
	return !unicode.IsPrint(r) || r == brailleBlank ||
		unicode.In(r, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector)
}

var ruleOutCollision = &diag.Rule{
	Name: "out-collision",
	Doc:  "No target writes into a directory of another or of templates, or into one below or above it, capitals aside, because each removes what it no longer writes.",
}

func outCollision(p *pass) {
	outs, templates := make(claims), make(claims)
	for _, t := range p.catalog.Targets {
		if first := outs.claim(t.Out, t); first != t && first != nil {
			p.report(t.Out.Pos, fmt.Sprintf("the targets %s and %s write into one directory, %s",
				quote(first.Name.Value), quote(t.Name.Value), quote(t.Out.Value)), diag.See(first.Out.Pos))
		}
		templates.claim(t.Templates, t)
	}
	for _, t := range p.catalog.Targets {
		if outs.of(t.Out) == t {
			outInside(p, t, outs, templates)
		}
		if writer := outs.around(t.Templates); writer != nil && templates.of(t.Templates) == t {
			p.report(writer.Out.Pos, fmt.Sprintf("the target %s writes into %s, which holds the directory of %s",
				quote(writer.Name.Value), quote(writer.Out.Value), templatesOf(t, writer)), diag.See(t.Templates.Pos))
		}
	}
}

// outInside reports a target that writes into the directory of another or of
// templates, or below it.
func outInside(p *pass, t *codes.Target, outs, templates claims) {
	report := func(where, whose string, other codes.At[string]) {
		p.report(t.Out.Pos, fmt.Sprintf("the target %s writes into %s, %s the directory of %s",
			quote(t.Name.Value), quote(t.Out.Value), where, whose), diag.See(other.Pos))
	}
	if outer := outs.around(t.Out); outer != nil {
		report("inside", quote(outer.Name.Value), outer.Out)
	}
	if reader := templates.of(t.Out); reader != nil {
		report("which is", templatesOf(reader, t), reader.Templates)
	} else if reader := templates.around(t.Out); reader != nil {
		report("inside", templatesOf(reader, t), reader.Templates)
	}
}

// templatesOf names the templates of a target in a sentence about another.
func templatesOf(t, about *codes.Target) string {
	if t == about {
		return "its own templates"
	}
	return "the templates of " + quote(t.Name.Value)
}

// claims tells who was the first to name a directory, capitals aside.
type claims map[string]*codes.Target

// foldPath gives one key to all paths that are equal on a file system that does
// not tell capitals from small letters, nor a long s from an s.
func foldPath(path string) string {
	return strings.Map(func(r rune) rune {
		least := r
		for next := unicode.SimpleFold(r); next != r; next = unicode.SimpleFold(next) {
			least = min(least, next)
		}
		return least
	}, path)
}

// claim gives a directory to a target, unless it has an owner. It returns the
// owner, or nil where there can be no such directory.
func (c claims) claim(dir codes.At[string], t *codes.Target) *codes.Target {
	if pathFault(dir) == "" && c.of(dir) == nil {
		c[foldPath(dir.Value)] = t
	}
	return c.of(dir)
}

// of gives the owner of a directory, or nil.
func (c claims) of(dir codes.At[string]) *codes.Target { return c[foldPath(dir.Value)] }

// around gives the owner of the nearest directory that holds another, or nil.
func (c claims) around(inner codes.At[string]) *codes.Target {
	dir := foldPath(inner.Value)
	for i := strings.LastIndexByte(dir, '/'); i > 0; i = strings.LastIndexByte(dir[:i], '/') {
		if outer := c[dir[:i]]; outer != nil {
			return outer
		}
	}
	return nil
}
