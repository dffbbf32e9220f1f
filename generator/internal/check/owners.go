package check

import (
	"fmt"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
)

var ruleOwnerOverlap = &diag.Rule{
	Name: "owner-overlap",
	Doc:  "No possible code is for two owners to give out, because both could.",
}

func ownerOverlap(p *pass, t *table) {
	parts := &codes.Table{Kind: t.Kind}
	owners := make(map[*codes.Class]*codes.Owner, len(t.Owners))
	for _, o := range t.Owners {
		part := &codes.Class{Name: o.Name, Range: o.Range, Prefix: o.Prefix}
		owners[part] = o
		parts.Classes = append(parts.Classes, part)
	}
	overlap := func(a, b *codes.Class, shared codes.Value) {
		p.report(owners[b].Pos(), fmt.Sprintf("the owners %s and %s can both give out %s", quote(a.Name.Value), quote(b.Name.Value), show(shared)),
			diag.See(owners[a].Pos()))
	}
	if t.Kind == codes.Integer {
		overlappingRanges(newTable(parts), overlap)
	} else {
		overlappingShapes(newTable(parts), overlap)
	}
}

var ruleCodeOwner = &diag.Rule{
	Name: "code-owner",
	Doc:  "In a table with owners every code is one that the owner whom it names can give out or, where it names none, that any can, because two teams that add a code at a time must not choose the same.",
}

func codeOwner(p *pass, t *table) {
	for _, c := range t.Codes {
		code := show(c.Value.Value)
		switch owns, known := t.Owns(c.Owner.Value, c.Value.Value); {
		case !c.Owner.Given() && (len(t.Owners) == 0 || c.Origin != ""): // a base's codes are given out there
		case !c.Owner.Given():
			if t.OwnerOf(c) == "" {
				p.report(c.Value.Pos, fmt.Sprintf("%s is for no owner of the table %s to give out", code, quote(t.Name.Value)),
					diag.See(t.Owners[0].Pos()))
			}
		case !known:
			p.report(c.Owner.Pos, fmt.Sprintf("the table %s has no owner %s", quote(t.Name.Value), quote(c.Owner.Value)),
				p.didYouMean(c.Owner.Value, among(t.Owners, func(o *codes.Owner) string { return o.Name.Value })))
		case !owns:
			message := fmt.Sprintf("%s is not for %s to give out", code, quote(c.Owner.Value))
			var see diag.Option = diag.See(diag.Pos{})
			if other := t.allotted(c.Value.Value); other != nil {
				message += fmt.Sprintf(", but for %s", quote(other.Name.Value))
				see = diag.See(other.Pos())
			}
			p.report(c.Value.Pos, message, see, t.freeFor(c))
		}
	}
}

// allotted gives the owner who can give out a code, or nil.
func (t *table) allotted(v codes.Value) *codes.Owner {
	for _, o := range t.Owners {
		if o.Contains(v) {
			return o
		}
	}
	return nil
}

// freeFor hints at a code that the owner of a misplaced one can give out.
func (t *table) freeFor(c *codes.Code) diag.Option {
	owner := t.OwnerOf(c)
	if t.Kind == codes.Text {
		return diag.Hint("choose another code for %s", quote(c.Name.Value))
	}
	if next, free := t.nextFree(owner); free {
		return diag.Hint("the next free code of %s is %d", quote(owner), next)
	}
	return diag.Hint("%s has no free code left", quote(owner))
}

// stock is what owners have left to give out. It is made only once something
// is wrong, and no code of it is named twice.
type stock struct {
	used  map[int64]bool
	parts []*part
}

// part is a range of an owner, as far as the table reaches.
type part struct {
	owner     string
	min, max  int64
	next, gap int64 // no code from next on is used, and none below gap is free
}

func (t *table) newStock() *stock {
	s := &stock{used: make(map[int64]bool, len(t.Codes))}
	for _, c := range t.Codes {
		s.used[c.Value.Value.Int] = true
	}
	for _, r := range t.Retired {
		if r.Code != nil {
			s.used[r.Code.Value.Int] = true
		}
	}
	for _, o := range t.Owners {
		if o.Range == nil {
			continue
		}
		p := &part{owner: o.Name.Value, min: o.Range.Min, max: o.Range.Max}
		if t.Range != nil {
			p.min, p.max = max(p.min, t.Range.Min), min(p.max, t.Range.Max)
		}
		p.next, p.gap = p.min, p.min
		for n := range s.used {
			if p.min <= n && n <= p.max {
				p.next = max(p.next, n+1)
			}
		}
		s.parts = append(s.parts, p)
	}
	return s
}

// nextFree gives the next code that an owner can give out, each time another
// one: those after all that he has given out and then, where that was his last,
// those that he left out. What is retired is not free.
func (t *table) nextFree(owner string) (next int64, free bool) {
	if t.stock == nil {
		t.stock = t.newStock()
	}
	for _, p := range t.stock.parts {
		if p.owner == owner && p.next <= p.max {
			p.next++
			t.stock.used[p.next-1] = true
			return p.next - 1, true
		}
	}
	for _, p := range t.stock.parts {
		for p.owner == owner && p.gap <= p.max {
			p.gap++
			if n := p.gap - 1; !t.stock.used[n] {
				t.stock.used[n] = true
				return n, true
			}
		}
	}
	return 0, false
}
