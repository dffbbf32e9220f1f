package check

import (
	"slices"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
)

// A table holds what its bases gave, at the places that it has in their files.
// A finding at such a place may be the base's own fault: it stays there. Or it
// comes from the table that extends the base, whose author cannot change a
// file that is shipped, but can change the line that extends it: it moves to
// that line. Each names the other place.

// inherited is a finding at a place of a base, and the line that extends it.
type inherited struct {
	diag.Diagnostic
	line diag.Pos
}

// home knows the files of a source, and its lines that lead to others.
type home struct {
	files  map[string]bool
	tables []*codes.Table // that extend others
}

func homeOf(c *codes.Catalog) home {
	h := home{files: map[string]bool{}}
	for _, t := range c.Tables {
		h.files[t.Name.Pos.File] = true
		if len(t.Bases) > 0 {
			h.tables = append(h.tables, t)
		}
	}
	for _, t := range c.Targets {
		h.files[t.Name.Pos.File] = true
	}
	return h
}

// line gives the line that leads to a place of a base, if it is one: in the
// table that the finding is about, or in any.
func (h home) line(about *codes.Table, pos diag.Pos) (line diag.Pos, ok bool) {
	if !pos.IsValid() || h.files[pos.File] {
		return line, false
	}
	if about != nil {
		if line, ok := leads(about.Bases, pos); ok {
			return line, true
		}
	}
	for _, t := range h.tables {
		if line, ok := leads(t.Bases, pos); ok {
			return line, true
		}
	}
	return line, false
}

// leads gives the line of the base that a place belongs to: of all that come
// from its file, the last one to begin before it.
func leads(bases []*codes.Base, pos diag.Pos) (line diag.Pos, ok bool) {
	nearest := 0
	for _, b := range bases {
		if begin := beginsBefore(b.Table, pos, map[*codes.Table]bool{}); begin > nearest {
			nearest, line = begin, b.Ref.Pos
		}
	}
	return line, nearest > 0
}

// beginsBefore gives the line on which a table or one of its bases begins, the
// last one before a place in the same file. Each table is asked once.
func beginsBefore(t *codes.Table, pos diag.Pos, asked map[*codes.Table]bool) (begin int) {
	if asked[t] {
		return 0
	}
	asked[t] = true
	if name := t.Name.Pos; name.File == pos.File && name.Line <= pos.Line {
		begin = name.Line
	}
	for _, b := range t.Bases {
		begin = max(begin, beginsBefore(b.Table, pos, asked))
	}
	return begin
}

// Homeward moves findings from places of bases to the lines that extend them.
func Homeward(c *codes.Catalog, found diag.List) diag.List {
	h := homeOf(c)
	moved := slices.Clone(found)
	for i, d := range moved {
		if line, ok := h.line(nil, d.Pos); ok {
			moved[i] = inherited{d, line}.moved()
		}
	}
	return moved
}

func (i inherited) moved() diag.Diagnostic {
	i.Related = append([]diag.Pos{i.Pos}, i.Related...)
	i.Pos = i.line
	return i.Diagnostic
}

func (i inherited) stays() diag.Diagnostic {
	i.Related = append([]diag.Pos{i.line}, i.Related...)
	return i.Diagnostic
}

// fault tells a base's own fault.
type fault struct {
	rule *diag.Rule
	pos  diag.Pos
}

// settle adds the findings at places of bases. Each finding counts once, even
// if several tables hold what it is about.
func (p *pass) settle() {
	if len(p.home.tables) == 0 {
		return
	}
	if len(p.inherited) > 0 {
		own := faultsOfBases(p.catalog)
		for _, i := range p.inherited {
			d := i.moved()
			if own[fault{i.Rule, i.Pos}] {
				d = i.stays()
			}
			p.found = append(p.found, d)
		}
	}
	p.found = merged(p.found)
}

// merged makes one finding of those that say the same of one place.
func merged(found diag.List) diag.List {
	type sentence struct {
		fault
		message string
	}
	var list diag.List
	first := make(map[sentence]int, len(found))
	for _, d := range found {
		key := sentence{fault{d.Rule, d.Pos}, d.Message}
		at, again := first[key]
		if !again {
			first[key] = len(list)
			list = append(list, d)
			continue
		}
		for _, pos := range d.Related {
			if !slices.Contains(list[at].Related, pos) {
				list[at].Related = append(list[at].Related, pos)
			}
		}
	}
	return list
}

// faultsOfBases checks every base by itself.
func faultsOfBases(c *codes.Catalog) map[fault]bool {
	faults := make(map[fault]bool)
	checked := make(map[*codes.Table]bool)
	for _, t := range c.Tables {
		for _, b := range t.Bases {
			if checked[b.Table] {
				continue
			}
			checked[b.Table] = true
			alone := newPass(&codes.Catalog{Tables: []*codes.Table{b.Table}, Referred: c.Referred})
			alone.run()
			for _, d := range alone.found {
				faults[fault{d.Rule, d.Pos}] = true
			}
		}
	}
	return faults
}
