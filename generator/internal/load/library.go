package load

import (
	"io/fs"
	"slices"
	"strings"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
)

// library holds the files of one run. Each is read once, and each of its
// tables when somebody asks for it.
type library struct {
	fsys     fs.FS
	files    map[string]*file
	messages map[string]*codes.Locale // of the files that locales name
	order    []*file                  // as they were opened
	trail    []step                   // the tables that are being read, each as a base of the one before
	taken    int                      // how much tables have taken over from their bases
	values   int                      // what the codes of tables come to
}

func newLibrary(fsys fs.FS) *library {
	return &library{fsys: fsys, files: map[string]*file{}, messages: map[string]*codes.Locale{}}
}

// step is a table that is being read, and by which reference.
type step struct {
	entry *entry
	ref   codes.At[string]
}

// file is a source file, its tables still in the form of the YAML library.
type file struct {
	*findings
	reader   *reader        // nil: it could not be parsed
	catalog  *codes.Catalog // what it says beside its tables
	include  []codes.At[string]
	parts    []*file // that it includes, once somebody has asked for them
	tables   []*entry
	named    map[string]*entry // the same, by name
	included bool              // by another file of the source, so that it holds tables alone
	via      diag.Pos          // the extends that led to it; none for the source's own files
}

// entry is a table of a file.
type entry struct {
	name   codes.At[string]
	node   *node
	file   *file
	reader *reader
	table  *codes.Table // once it has been read
	bases  []*base
	depth  int    // how many bases stand below it, each on the next
	broken bool   // a base is missing
	digest string // of its table, once somebody has asked for it
}

// open gives a file, which is read as blank asks for, unless it has been read
// already.
func (l *library) open(name string, blank *file) *file {
	if f := l.files[name]; f != nil {
		return f
	}
	f := blank
	f.findings, f.catalog, f.named = &findings{file: name}, &codes.Catalog{}, map[string]*entry{}
	l.files[name] = f
	l.order = append(l.order, f)
	read(l.fsys, f.findings, func(r *reader, root *node) {
		r.library, f.reader = l, r
		r.source(root, f)
	})
	return f
}

// table gives the table of an entry, which ref asks for.
func (l *library) table(e *entry, ref codes.At[string]) *codes.Table {
	if e.table == nil {
		l.trail = append(l.trail, step{e, ref})
		e.table = e.reader.table(e)
		l.trail = l.trail[:len(l.trail)-1]
	}
	return e.table
}

// hash gives the hash of an entry's table, which is made once.
func (e *entry) hash() string {
	if e.digest == "" {
		e.digest = e.table.Digest()
	}
	return e.digest
}

// near gives the table that a file means by a name: its own, or that of a file
// that it includes. To one that is shipped, all that are shipped are near.
func (l *library) near(f *file, name string) *entry {
	if strings.HasPrefix(f.file, builtin) {
		return l.builtin(name, f.via)
	}
	for _, f := range append([]*file{f}, l.included(f)...) {
		if e := f.named[name]; e != nil {
			return e
		}
	}
	return nil
}

// findings gives what was found in all files. What a base led to says so.
func (l *library) findings() diag.List {
	var all diag.List
	for _, f := range l.order {
		for _, d := range f.all {
			if !slices.Contains(d.Related, f.via) {
				diag.See(f.via)(&d)
			}
			all = append(all, d)
		}
	}
	all.Sort()
	return all
}
