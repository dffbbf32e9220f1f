package load

import (
	"io/fs"
	"strings"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
)

// builtin is the source of the tables that are shipped. In the file system
// the names of their files begin with it.
const (
	builtin       = "builtin:"
	builtinSource = builtin + "codes.yaml"
	builtinTables = builtin + "codes"
)

// builtin gives a table that is shipped, or nil. Only the file that has it is
// read.
func (l *library) builtin(table string, via diag.Pos) *entry {
	if !isName(table) {
		return nil
	}
	for _, name := range []string{builtinTables + "/" + table + ".yaml", builtinSource} {
		if l.exists(name) {
			return l.open(name, &file{via: via}).named[table]
		}
	}
	return nil
}

// builtins lists the tables that are shipped.
func (l *library) builtins(via diag.Pos) (names []string) {
	names = candidates(l.shipped(via).tables, nameOfTable)
	for _, entry := range l.entries(builtinTables, "*.yaml") {
		names = append(names, strings.TrimSuffix(entry.Name(), ".yaml"))
	}
	return names
}

// shipped gives the source that includes all tables that are shipped.
func (l *library) shipped(via diag.Pos) *file {
	if !l.exists(builtinSource) {
		return &file{catalog: &codes.Catalog{}}
	}
	return l.open(builtinSource, &file{via: via})
}

func (l *library) exists(name string) bool {
	_, err := fs.Stat(l.fsys, name)
	return err == nil
}
