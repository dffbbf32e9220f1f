package load

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
)

// included gives the files that a file includes: in the order of its patterns,
// and those of one pattern by name.
func (l *library) included(from *file) []*file {
	if from.parts != nil {
		return from.parts
	}
	from.parts = []*file{}
	taken := map[string]codes.At[string]{}
	for _, pattern := range from.include {
		if fault := patternPathFault(pattern.Value); fault != "" {
			from.add(ruleIncludePath, pattern.Pos, fmt.Sprintf("the pattern %s %s", show(pattern.Value), fault),
				diag.Hint("write a path below the directory of this file, such as codes/*.yaml"))
			continue
		}
		names := l.glob(path.Dir(from.file), pattern.Value)
		if len(names) == 0 {
			from.add(ruleIncludeNothing, pattern.Pos, fmt.Sprintf("%s matches no file", show(pattern.Value)))
		}
		for _, name := range names {
			first, twice := taken[name]
			switch {
			case name == from.file:
				from.add(ruleIncludeTwice, pattern.Pos, fmt.Sprintf("%s matches this file itself", show(pattern.Value)))
			case twice:
				from.add(ruleIncludeTwice, pattern.Pos, fmt.Sprintf("%s matches %s, which is included already", show(pattern.Value), show(path.Base(name))), diag.See(first.Pos))
			default:
				taken[name] = pattern
				from.parts = append(from.parts, l.open(name, &file{included: true, via: from.via}))
			}
		}
	}
	return from.parts
}

// patternPathFault says what keeps a text from being a pattern of files below
// a directory, or nothing. What it allows means the same on every system.
func patternPathFault(pattern string) string {
	switch {
	case strings.HasPrefix(pattern, "/"):
		return "is absolute"
	case strings.ContainsAny(pattern, `\:`):
		return "holds a backslash or a colon"
	case strings.ContainsFunc(pattern, unicode.IsControl):
		return "holds a control character"
	}
	for part := range strings.SplitSeq(pattern, "/") {
		if part == "" || part == "." || part == ".." {
			return fmt.Sprintf("has the part %q", part)
		}
		if _, err := path.Match(part, ""); err != nil {
			return fmt.Sprintf("has the part %s, whose brackets are wrong", show(part))
		}
	}
	return ""
}

// glob gives the files below a directory that match a pattern, by name. The
// directory itself may hold characters that mean something in a pattern.
func (l *library) glob(dir, pattern string) []string {
	part, rest, deeper := strings.Cut(pattern, "/")
	var found []string
	for _, entry := range l.entries(dir, part) {
		name := path.Join(dir, entry.Name())
		switch {
		case deeper:
			found = append(found, l.glob(name, rest)...)
		case !entry.IsDir():
			found = append(found, name)
		}
	}
	slices.Sort(found)
	return found
}

// entries gives the entries of a directory that match one part of a pattern.
// As in a shell, hidden ones have to be asked for: editors leave some behind.
// What cannot be listed has none.
func (l *library) entries(dir, part string) []fs.DirEntry {
	all, err := fs.ReadDir(l.fsys, dir)
	if err != nil {
		return nil
	}
	return slices.DeleteFunc(all, func(entry fs.DirEntry) bool {
		matched, err := path.Match(part, entry.Name())
		hidden := entry.Name()[0] == '.' && part[0] != '.'
		return err != nil || !matched || hidden
	})
}
