package load

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
)

// base is a table that another one extends, and what is left of its codes.
type base struct {
	ref          codes.At[string] // SOURCE:TABLE
	entry        *entry           // nil: there is no such table
	words        []codes.Word     // how its source capitalises words
	only, except *codes.Filter
	codes        []*codes.Code
}

// extends reads the bases of a table: one, or a list of them.
func (h *heritage) extends(n *node) {
	if n.Kind == sequence {
		h.list(h.base)(n)
	} else {
		h.base(n)
	}
}

// base reads one base: SOURCE:TABLE, or a mapping that also says which of its
// codes are wanted.
func (h *heritage) base(n *node) {
	b := &base{}
	if n.Kind == mapping {
		h.object(n, h.pos(n), "a base", []field{
			{"table", required, func(n *node) { h.find(b, n) }},
			{"only", optional, func(n *node) { b.only = h.filter(n, "only", b.kind()) }},
			{"except", optional, func(n *node) { b.except = h.filter(n, "except", b.kind()) }},
		})
	} else {
		h.find(b, n)
	}
	if b.entry == nil {
		h.broken = true
		return
	}
	h.broken = h.broken || b.entry.broken
	h.bases = append(h.bases, b)
}

func (b *base) kind() codes.Kind {
	if b.entry == nil {
		return unreadKind
	}
	return b.entry.table.Kind
}

// find finds and reads the table that a base is.
func (h *heritage) find(b *base, n *node) {
	ref, ok := h.str(n)
	if !ok {
		return
	}
	b.ref = ref
	e, from := h.lookup(ref)
	if e == nil || !h.mayExtend(e, ref) {
		return
	}
	b.words = from.catalog.Words
	table := h.library.table(e, ref)
	if e.depth == maxBases {
		h.tooDeep(ref)
		return
	}
	h.depth = max(h.depth, e.depth+1)
	if h.library.taken > maxEntries {
		return // as has been said
	}
	if h.library.taken += entriesOf(table); h.library.taken > maxEntries {
		h.add(ruleTooManyEntries, ref.Pos, fmt.Sprintf("the tables take over more than %d entries from their bases", maxEntries))
		return
	}
	b.entry = e
}

// entriesOf gives about how many entries a file would have in which a table
// stood that takes this one over.
func entriesOf(t *codes.Table) int {
	entries := len(t.Classes) + len(t.Properties)
	for _, p := range t.Properties {
		entries += len(p.Values)
	}
	for _, c := range t.Codes {
		entries += 3 + 2*len(c.Aliases) + len(c.Also) + len(c.Properties) + len(c.Params) // an item, its code and its name
	}
	for _, l := range t.Locales {
		entries += len(l.Messages)
	}
	return entries
}

// lookup gives the entry that SOURCE:TABLE means and the source, or nil after it
// has said why there is none.
func (h *heritage) lookup(ref codes.At[string]) (*entry, *file) {
	at := strings.LastIndexByte(ref.Value, ':')
	if at < 0 {
		h.add(ruleBaseSyntax, ref.Pos, fmt.Sprintf("%s does not say where the table is", show(ref.Value)),
			diag.Hint("write %s, or its file before the colon", show(builtin+ref.Value)))
		return nil, nil
	}
	source, table := ref.Value[:at], ref.Value[at+1:]
	if source+":" == builtin {
		return h.lookupBuiltin(ref, table), h.library.shipped(ref.Pos)
	}
	name, fault := relative(h.file, source)
	if fault != "" {
		h.add(ruleBaseSyntax, ref.Pos, fmt.Sprintf("the file %s %s", show(source), fault),
			diag.Hint("write a path from the directory of this file, such as ../shared/codes.yaml:http"))
		return nil, nil
	}
	if _, err := fs.Stat(h.library.fsys, name); errors.Is(err, fs.ErrNotExist) {
		h.add(ruleUnknownBase, ref.Pos, fmt.Sprintf("there is no file %s", show(source)))
		return nil, nil
	}
	f := h.library.open(name, &file{via: ref.Pos})
	e := h.library.near(f, table)
	if e == nil && !f.all.HasErrors() {
		h.add(ruleUnknownBase, ref.Pos, fmt.Sprintf("%s has no table %s", show(source), show(table)), h.didYouMean(table, candidates(f.tables, nameOfTable)))
	}
	return e, f
}

func (h *heritage) lookupBuiltin(ref codes.At[string], table string) *entry {
	e := h.library.builtin(table, ref.Pos)
	if e == nil {
		h.add(ruleUnknownBase, ref.Pos, fmt.Sprintf("no table %s is built in", show(table)),
			h.didYouMean(table, h.library.builtins(ref.Pos)))
	}
	return e
}

// relative gives the name of a file that another one gives by a path from its
// own directory, or says what is wrong with the path.
func relative(from, source string) (name, fault string) {
	// A shipped file means one that is shipped with it.
	from, isBuiltin := strings.CutPrefix(from, builtin)
	name = path.Join(path.Dir(from), source)
	switch {
	case source == "":
		return "", "has no name"
	case path.IsAbs(source):
		return "", "is absolute"
	case strings.ContainsAny(source, `\:`):
		return "", "holds a backslash or a colon"
	case !fs.ValidPath(name):
		return "", "is out of reach"
	case isBuiltin:
		return builtin + name, ""
	}
	return name, ""
}

// maxBases is how long a chain of bases may be. No honest one is near it.
const maxBases = 32

func (h *heritage) tooDeep(ref codes.At[string]) {
	h.add(ruleBaseCycle, ref.Pos, fmt.Sprintf("more than %d tables stand on one another", maxBases))
}

// mayExtend reports whether a table can be read as a base while others wait
// for it: it can, unless it is one of them.
func (h *heritage) mayExtend(e *entry, ref codes.At[string]) bool {
	trail := h.library.trail
	at := slices.IndexFunc(trail, func(s step) bool { return s.entry == e })
	switch {
	case at < 0 && len(trail) <= maxBases:
		return true
	case at < 0:
		h.tooDeep(ref)
	case at == len(trail)-1:
		h.add(ruleBaseCycle, ref.Pos, fmt.Sprintf("%s is this table itself", show(ref.Value)))
	default:
		round := []string{show(ref.Value)}
		var more []diag.Option
		for _, s := range trail[at+1:] {
			round = append(round, show(s.ref.Value))
			more = append(more, diag.See(s.ref.Pos))
		}
		h.add(ruleBaseCycle, ref.Pos, "the bases go round: "+strings.Join(append(round, show(ref.Value)), " -> "), more...)
	}
	return false
}
