package evolve

import (
	"fmt"
	"regexp/syntax"
	"slices"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
)

// pair is a table, before and after.
type pair struct {
	*comparison
	old, now *codes.Table
	nowNames map[string]*codes.Code // every name and alias
	oldNames map[string]*codes.Code
	retired  map[grave]*codes.Retired // in the table as it is
	phrases  finds                    // of the table as it is
}

func (c *comparison) tables() {
	for _, old := range c.old.Catalog.Tables {
		now := tableOf(c.now.Catalog, old.Name.Value)
		if tableOf(c.old.Catalog, old.Name.Value) != old {
			continue // listed twice: the first stands
		}
		if now == nil {
			c.add(tableRemoved, Subject{Table: old.Name.Value}, old.Name.Pos, diag.Pos{File: c.now.File},
				fmt.Sprintf("the table %s is gone, with %s", quote(old.Name.Value), count(len(old.Codes), "code")))
			continue
		}
		newPair(c, old, now).compare()
	}
	for _, now := range c.now.Catalog.Tables {
		if tableOf(c.old.Catalog, now.Name.Value) == nil {
			c.add(tableAdded, Subject{Table: now.Name.Value}, nowhere, now.Name.Pos,
				fmt.Sprintf("the table %s is new, with %s", quote(now.Name.Value), count(len(now.Codes), "code")))
		}
	}
}

func tableOf(c *codes.Catalog, name string) *codes.Table {
	for _, t := range c.Tables {
		if t.Name.Value == name {
			return t
		}
	}
	return nil
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

func newPair(c *comparison, old, now *codes.Table) *pair {
	_, retired := graves(now)
	return &pair{comparison: c, old: old, now: now, oldNames: c.namesIn(old), nowNames: c.namesIn(now), retired: retired, phrases: findsOf(now)}
}

// namesIn gives the code that each name or alias of a table stands for.
func (c *comparison) namesIn(t *codes.Table) map[string]*codes.Code {
	if names, known := c.names[t]; known {
		return names
	}
	names := make(map[string]*codes.Code, len(t.Codes))
	for _, c := range t.Codes {
		for _, name := range namesOfCode(c) {
			if names[name.Value] == nil {
				names[name.Value] = c
			}
		}
	}
	if c.names == nil {
		c.names = map[*codes.Table]map[string]*codes.Code{}
	}
	c.names[t] = names
	return names
}

// namesOfCode gives the names of a code, the canonical one first.
func namesOfCode(c *codes.Code) []codes.At[string] {
	names := []codes.At[string]{c.Name}
	for _, a := range c.Aliases {
		names = append(names, a.Name)
	}
	return names
}

func (p *pair) about() Subject { return Subject{Table: p.now.Name.Value} }

func (p *pair) aboutName(name string) Subject {
	return Subject{Table: p.now.Name.Value, Name: name}
}

func (p *pair) aboutCode(c *codes.Code) Subject {
	v := c.Value.Value
	return Subject{Table: p.now.Name.Value, Code: &v}
}

func (p *pair) aboutNameOf(c *codes.Code, name string) Subject {
	about := p.aboutCode(c)
	about.Name = name
	return about
}

func (p *pair) compare() {
	if p.old.Kind != p.now.Kind {
		p.add(kindChanged, p.about(), p.old.Name.Pos, p.now.Name.Pos,
			fmt.Sprintf("the codes of the table %s were of kind %s, and are of kind %s", quote(p.now.Name.Value), p.old.Kind, p.now.Kind))
		return
	}
	p.space()
	p.unknown()
	p.visibilities()
	p.classes()
	p.properties()
	p.codes()
	p.strangers()
	p.lookUps()
	p.tombstones()
	p.errors()
	p.order()
	p.texts()
}

// space compares what codes are possible.
func (p *pair) space() {
	was, is := p.old.Range, p.now.Range
	table := quote(p.now.Name.Value)
	switch {
	case was == nil && is == nil, was != nil && is != nil && was.Min == is.Min && was.Max == is.Max:
	default:
		kind := spaceWidened
		if is != nil && (was == nil || was.Min < is.Min || is.Max < was.Max) {
			kind = spaceNarrowed
		}
		p.add(kind, p.about(), placeOf(was, p.old), placeOf(is, p.now),
			fmt.Sprintf("the range of the table %s was %s, and is %s", table, extent(was), extent(is)))
	}
	if p.old.Pattern.Value == p.now.Pattern.Value {
		return
	}
	pattern := func(t *codes.Table) string {
		if t.Pattern.Value == "" {
			return "none"
		}
		return quote(t.Pattern.Value)
	}
	kind := spaceNarrowed
	if allows(p.now.Pattern.Value, p.old.Pattern.Value) {
		kind = spaceWidened
	}
	p.add(kind, p.about(), either(p.old.Pattern.Pos, p.old.Name.Pos), either(p.now.Pattern.Pos, p.now.Name.Pos),
		fmt.Sprintf("the pattern of the table %s was %s, and is %s", table, pattern(p.old), pattern(p.now)))
}

// allows reports whether it is plain that a pattern matches all that another one
// does: there is none any more, or it has every alternative of the other. What
// is not plain may be narrower.
func allows(pattern, other string) bool {
	if pattern == "" || other == "" {
		return pattern == ""
	}
	whole, err := syntax.Parse(pattern, syntax.Perl)
	part, fault := syntax.Parse(other, syntax.Perl)
	if err != nil || fault != nil {
		return false
	}
	all := alternatives(whole)
	for _, alternative := range alternatives(part) {
		if !slices.ContainsFunc(all, alternative.Equal) {
			return false
		}
	}
	return true
}

// alternatives takes a pattern apart, which is anchored at both ends: as a whole,
// or in each of them.
func alternatives(re *syntax.Regexp) []*syntax.Regexp {
	re = inside(re)
	if re.Op != syntax.OpAlternate {
		return []*syntax.Regexp{re}
	}
	var all []*syntax.Regexp
	for _, sub := range re.Sub {
		all = append(all, alternatives(sub)...)
	}
	return all
}

// inside gives what is between anchors, and in a group.
func inside(re *syntax.Regexp) *syntax.Regexp {
	last := len(re.Sub) - 1
	switch {
	case re.Op == syntax.OpCapture:
		return inside(re.Sub[0])
	case re.Op == syntax.OpConcat && last == 2 && re.Sub[0].Op == syntax.OpBeginText && re.Sub[2].Op == syntax.OpEndText:
		return inside(re.Sub[1])
	case re.Op == syntax.OpConcat && re.Sub[0].Op == syntax.OpBeginText && re.Sub[last].Op == syntax.OpEndText:
		return &syntax.Regexp{Op: syntax.OpConcat, Sub: re.Sub[1:last]}
	}
	return re
}

func placeOf(r *codes.Range, t *codes.Table) diag.Pos {
	if r == nil {
		return t.Name.Pos
	}
	return r.Pos
}

// either gives a place or, where there is none, another one.
func either(pos, other diag.Pos) diag.Pos {
	if pos.IsValid() {
		return pos
	}
	return other
}

// unknown compares what becomes of codes that nobody listed.
func (p *pair) unknown() {
	if p.old.Unknown == p.now.Unknown {
		return
	}
	kind := tableOpened
	if p.now.Unknown == codes.Closed {
		kind = tableClosed
	}
	p.add(kind, p.about(), p.old.Name.Pos, p.now.Name.Pos,
		fmt.Sprintf("the table %s was %s, and is %s", quote(p.now.Name.Value), p.old.Unknown, p.now.Unknown))
}

// visibilities compares who may see the parts of a table. Of what is inside of
// a part that has changed, no more is said.
func (p *pair) visibilities() {
	says := func(about Subject, old, now diag.Pos, what string, was, is bool) bool {
		if was == is {
			return false
		}
		words := map[bool]string{false: "public", true: "internal"}
		p.add(visibilityChanged, about, old, now, fmt.Sprintf("%s was %s, and is %s", what, words[was], words[is]))
		return true
	}
	if says(p.about(), p.old.Name.Pos, p.now.Name.Pos, "the table "+quote(p.now.Name.Value), p.old.IsInternal(), p.now.IsInternal()) {
		return
	}
	said := map[*codes.Class]bool{}
	for _, is := range distinct(p.now) {
		if was := classNamed(p.old, is.Name.Value); was != nil {
			said[is] = says(p.aboutName(is.Name.Value), was.Name.Pos, is.Name.Pos, "the class "+quote(is.Name.Value), p.old.HidesClass(was), p.now.HidesClass(is))
		}
	}
	for _, is := range p.now.Properties {
		if was := p.old.Property(is.Name.Value); was != nil {
			says(p.aboutName(is.Name.Value), was.Name.Pos, is.Name.Pos, "the property "+quote(is.Name.Value), p.old.HidesProperty(was), p.now.HidesProperty(is))
		}
	}
	for _, is := range p.now.Codes {
		was := p.old.Find(is.Value.Value)
		if was != nil && !said[p.now.ClassOf(is.Value.Value)] {
			says(p.aboutCode(is), was.Value.Pos, is.Value.Pos, called(is), p.old.HidesCode(was), p.now.HidesCode(is))
		}
	}
}

// order compares the order of the codes that both sides have.
func (p *pair) order() {
	place := make(map[codes.Value]int, len(p.old.Codes))
	for i, c := range p.old.Codes {
		place[c.Value.Value] = i
	}
	last := -1
	for _, c := range p.now.Codes {
		i, known := place[c.Value.Value]
		if known && i < last {
			p.add(orderChanged, p.about(), p.old.Find(c.Value.Value).Value.Pos, c.Value.Pos,
				fmt.Sprintf("the codes of the table %s come in another order; %s stands elsewhere", quote(p.now.Name.Value), called(c)))
			return
		}
		if known {
			last = i
		}
	}
}
