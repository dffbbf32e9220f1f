package evolve

import (
	"strconv"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
)

// grave is a code or a name that is retired. Of the two, one is there.
type grave struct {
	code codes.Value
	name string
}

func (g grave) String() string {
	if g.name != "" {
		return "the name " + quote(g.name)
	}
	return show(g.code)
}

// graves gives what a table retires, and by which entry, in its order.
func graves(t *codes.Table) (order []grave, entries map[grave]*codes.Retired) {
	entries = make(map[grave]*codes.Retired, len(t.Retired))
	bury := func(g grave, r *codes.Retired) {
		if entries[g] == nil {
			entries[g] = r
			order = append(order, g)
		}
	}
	for _, r := range t.Retired {
		if r.Code != nil {
			bury(grave{code: r.Code.Value}, r)
		}
		if r.Name.Value != "" {
			bury(grave{name: r.Name.Value}, r)
		}
	}
	return order, entries
}

// tombstones compares what is retired. That a code was retired which was there
// before is told with the code.
func (p *pair) tombstones() {
	_, was := graves(p.old)
	after, _ := graves(p.now)
	for _, r := range p.old.Retired {
		p.withdrawn(r)
	}
	for _, g := range after {
		r := p.retired[g]
		known := r.Code != nil && p.old.Find(r.Code.Value) != nil || g.name != "" && p.oldNames[g.name] != nil
		if was[g] == nil && !known {
			p.add(somethingRetired, p.aboutGrave(g), nowhere, r.Pos, g.String()+" is retired")
		}
	}
}

// withdrawn tells of what an entry retired and no entry does any more.
func (p *pair) withdrawn(r *codes.Retired) {
	about := p.about()
	place, used, why := p.now.Name.Pos, "", "put it back"
	var what, fields []string
	if r.Code != nil && p.retired[grave{code: r.Code.Value}] == nil {
		about.Code = &r.Code.Value
		what, fields = append(what, show(r.Code.Value)), append(fields, "code: "+r.Code.Value.String())
		if is := p.now.Find(r.Code.Value); is != nil {
			place, used, why = is.Value.Pos, show(r.Code.Value), "give "+quote(is.Name.Value)+" another code, and put this one back"
		}
	}
	if name := r.Name.Value; name != "" && p.retired[grave{name: name}] == nil {
		about.Name = name
		what, fields = append(what, "the name "+quote(name)), append(fields, "name: "+name)
		if is := p.nowNames[name]; is != nil && used == "" {
			place, used, why = is.Name.Pos, quote(name), "give "+show(is.Value.Value)+" another name, and put this one back"
		}
	}
	if len(what) == 0 {
		return
	}
	message := list(what) + map[bool]string{false: " was", true: " were"}[len(what) > 1] + " retired before, but not now"
	if used != "" && len(what) == 1 {
		used = "it"
	}
	if used != "" {
		message += "; " + used + " is used again"
	}
	p.add(retiredWithdrawn, about, r.Pos, place, message,
		p.retire(why, line(append(fields, "reason: "+strconv.Quote(r.Reason.Value))...)))
}

// retire hints at lines to add to what is retired.
func (p *pair) retire(why string, lines ...string) option {
	table := quote(p.now.Name.Value)
	if len(p.now.Retired) > 0 {
		return hint(why+", below retired: of "+table+":", lines...)
	}
	return hint(why+", below "+table+":", append([]string{"retired:"}, lines...)...)
}

func (p *pair) aboutGrave(g grave) Subject {
	if g.name != "" {
		return p.aboutName(g.name)
	}
	return Subject{Table: p.now.Name.Value, Code: &g.code}
}

// graveOf gives where a code is retired.
func (p *pair) graveOf(c *codes.Code) (pos diag.Pos, ok bool) {
	if r := p.retired[grave{code: c.Value.Value}]; r != nil {
		return r.Pos, true
	}
	return pos, false
}

// retireNames hints at the names of a retired code that might come back.
func (p *pair) retireNames(was *codes.Code) option {
	lines := p.tombstoneLines(was, nil)
	if len(lines) == 0 {
		return func(*Change) {}
	}
	return p.retire("keep its names from coming back, too", lines...)
}

// tombstoneLines writes what retires those names of a code that no other code
// has taken and, in the first line, what else it is given.
func (p *pair) tombstoneLines(was *codes.Code, fields []string) []string {
	var lines []string
	for _, name := range namesOfCode(was) {
		if p.nowNames[name.Value] != nil || p.retired[grave{name: name.Value}] != nil {
			continue
		}
		lines = append(lines, line(append(fields, "name: "+name.Value, "reason: …")...))
		fields = nil
	}
	if fields != nil {
		lines = append(lines, line(append(fields, "reason: …")...))
	}
	return lines
}
