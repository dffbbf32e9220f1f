package follow

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
	"github.com/statusgen/statusgen/generator/internal/edit"
	"github.com/statusgen/statusgen/generator/internal/registry"
)

// Table gives the table that follows a registry: the one of that name, or one
// that extends ours of that name. It may be nil.
func Table(c *codes.Catalog, r *registry.Registry) *codes.Table {
	i := slices.IndexFunc(c.Tables, func(t *codes.Table) bool {
		return t.Name.Value == r.Table || slices.ContainsFunc(t.Bases, func(b *codes.Base) bool { return b.Table.Name.Value == r.Table })
	})
	if i < 0 {
		return nil
	}
	return c.Tables[i]
}

// IANA compares a table with one of IANA's registries.
func IANA(c *codes.Catalog, t *codes.Table, r *registry.Registry, rows []registry.Row) Result {
	f := &follower{comparison: compare(c, t, "the registry "+r.ID), registry: r, also: map[*codes.Code]edit.List{}, phrased: map[*codes.Code]string{}}
	for _, row := range rows {
		f.row(row)
	}
	f.reverse(rows)
	f.place()
	return f.Result
}

// follower compares a table with a registry of IANA's. A registry says a part
// of what a table does: where it is silent on a state, its documents are not.
type follower struct {
	*comparison
	registry *registry.Registry
	also     map[*codes.Code]edit.List // as rows have it so far
	phrased  map[*codes.Code]string    // likewise, where it changes
}

// row compares a row with the code that it is about. The first row about a code
// decides; what more of them say only has to be found.
func (f *follower) row(row registry.Row) {
	v, err := value(f.table, row.Code)
	if why := f.registry.Apart[row.Code]; why != "" {
		f.Apart.Add(ruleDiffers, f.table.Name.Pos, fmt.Sprintf("%s and %s differ in %s", f.table.Name.Value, f.who, row.Code), diag.Hint("%s", why))
		if code := f.table.Find(v); code != nil {
			f.seen[code] = true
		}
		return
	}
	if row.Vacant && (row.Last != "" || row.Lifecycle != "reserved") {
		return
	}
	if err != nil {
		f.left(ruleValue, row.Pos, fmt.Sprintf("%s, as the codes of %s are", err, f.table.Name.Value), diag.Hint("leave it out with --except"))
		return
	}
	code := f.table.Find(v)
	switch {
	case code == nil && row.Vacant, f.isRetired(v):
		return
	case code == nil:
		f.missing(v, row)
		return
	}
	again := f.seen[code]
	f.seen[code] = true
	f.phrase(code, row, again)
	if again || row.Vacant && row.Phrase == "" {
		return
	}
	if f.decides(code) {
		f.lifecycle(code, row)
		f.sources(code, row)
	}
	f.symbol(code, row)
	f.part(code, row)
}

// missing adds a code, with all that the registry says of it. Another row about
// it is another meaning, which is to be found.
func (f *follower) missing(v codes.Value, row registry.Row) {
	for _, a := range f.added {
		if a.value == v {
			if row.Phrase != "" && !a.has(row.Phrase) {
				a.also = append(a.also, row.Phrase)
			}
			return
		}
	}
	fields := edit.Mapping{{Key: "code", Value: written(v)}, {Key: "name", Value: f.name(row, v)}}
	if row.Phrase != "" {
		fields = append(fields, edit.Field{Key: "phrase", Value: row.Phrase})
	}
	if reference := referenceOf(row.Sources); reference != nil {
		fields = append(fields, edit.Field{Key: "reference", Value: reference})
	}
	if document := documentIn(row.Sources); document != "" && f.requires("since") {
		fields = append(fields, edit.Field{Key: "since", Value: document})
	}
	if row.Lifecycle != "" {
		fields = append(fields, edit.Field{Key: "lifecycle", Value: row.Lifecycle})
	}
	var properties edit.Mapping
	if p := f.registry.Property; p != "" && f.table.Property(p) != nil {
		properties = append(properties, edit.Field{Key: p, Value: row.Symbol})
	}
	if p := f.registry.Part; p[0] != "" && f.table.Property(p[0]) != nil {
		properties = append(properties, edit.Field{Key: p[0], Value: edit.List{p[1]}})
	}
	if properties != nil {
		fields = append(fields, edit.Field{Key: "properties", Value: properties})
	}
	message := fmt.Sprintf("%s lacks %s, which %s has", f.table.Name.Value, v, f.who)
	if called := called(row); called != "" {
		message = fmt.Sprintf("%s lacks %s, which %s calls %q", f.table.Name.Value, v, f.who, called)
	}
	f.add(v, row.Pos, message, fields)
}

func called(row registry.Row) string {
	if row.Symbol != "" {
		return row.Symbol
	}
	if row.Phrase != "" {
		return row.Phrase
	}
	if row.Remark != "" {
		return "(" + row.Remark + ")"
	}
	return ""
}

// name makes a name for a code of the words that the registry has for it.
func (f *follower) name(row registry.Row, v codes.Value) string {
	name := words(called(row))
	if row.Symbol != "" {
		name = strings.TrimPrefix(name, f.registry.Prefix)
	}
	if row.Phrase == "" && row.Symbol == "" {
		name = ""
	}
	name = f.free(name, v)
	f.named[name] = true
	return name
}

// phrase compares the phrase of a code. Another row about the same code, and
// those of a registry that does not decide, only need to be found.
func (f *follower) phrase(code *codes.Code, row registry.Row, again bool) {
	if row.Phrase == "" || row.Vacant && code.Phrase.Value == "" || code.Phrase.Value == row.Phrase || f.phrased[code] == row.Phrase {
		return
	}
	says := fmt.Sprintf("%s has the phrase %q for %s", f.who, row.Phrase, code.Value.Value)
	if !again && f.decides(code) {
		f.phrased[code] = row.Phrase
		f.differs(code, code.Phrase.Pos, row.Pos, says, []string{"phrase"}, row.Phrase)
		if also := f.alsoWith(code, code.Phrase.Value); f.own(code) && also != nil && codes.Fold(code.Phrase.Value) != codes.Fold(row.Phrase) {
			f.change(code.Pos, Change{Path: []string{"also"}, Value: also}) // people still have the old one
		}
		return
	}
	if also := f.alsoWith(code, row.Phrase); also != nil && codes.Fold(code.Phrase.Value) != codes.Fold(row.Phrase) {
		f.differs(code, code.Phrase.Pos, row.Pos, says+" too", []string{"also"}, also)
	}
}

// alsoWith gives what people call a code, with one phrase more than so far. It
// is nil where that is no phrase, or there already.
func (f *follower) alsoWith(code *codes.Code, phrase string) edit.List {
	folded := codes.Fold(phrase)
	also, begun := f.also[code]
	if !begun {
		for _, a := range code.Also {
			also = append(also, a.Value)
		}
	}
	if folded == "" || slices.ContainsFunc(also, func(a edit.Value) bool { return codes.Fold(a.(string)) == folded }) {
		return nil
	}
	f.also[code] = append(slices.Clip(also), phrase)
	return f.also[code]
}

// decides reports whether the registry decides about a code of which another
// one may know too: the last of them does.
func (f *follower) decides(code *codes.Code) bool {
	p := f.table.Property(f.registry.Part[0])
	if p == nil {
		return true
	}
	fact := f.table.FactOf(code, p)
	if fact == nil || len(fact.Items) == 0 {
		return true
	}
	ordered := p.Ordered(fact)
	return ordered[len(ordered)-1].Value == f.registry.Part[1]
}

// lifecycle compares the state of a code. A registry that says nothing of it
// only denies what a registry would have to say.
func (f *follower) lifecycle(code *codes.Code, row registry.Row) {
	own := f.table.LifecycleOf(code)
	silent := row.Lifecycle == ""
	registered := slices.Contains([]codes.Lifecycle{codes.Temporary, codes.Reserved, codes.Unused, codes.Unofficial}, own)
	switch {
	case silent && registered && code.Lifecycle.Given():
		f.differs(code, code.Lifecycle.Pos, row.Pos,
			fmt.Sprintf("%s says of %s nothing that makes it %s", f.who, code.Value.Value, own), []string{"lifecycle"}, nil)
	case !silent && string(own) != row.Lifecycle:
		f.differs(code, code.Lifecycle.Pos, row.Pos,
			fmt.Sprintf("%s says of %s that it is %s (%s)", f.who, code.Value.Value, row.Lifecycle, row.Remark),
			[]string{"lifecycle"}, row.Lifecycle)
	}
}

// sources compares what a code rests on: one of the documents that the registry
// cites, whichever section of it.
func (f *follower) sources(code *codes.Code, row registry.Row) {
	reference := f.table.ReferenceOf(code)
	wanted := referenceOf(row.Sources)
	if wanted == nil || reference == nil && !f.requires("reference") {
		return
	}
	if reference != nil {
		cited := documents(reference.Text.Value + " " + reference.URL.Value)
		for _, s := range row.Sources {
			if slices.Contains(cited, documentOf(s)) {
				return
			}
		}
	}
	pos := code.Value.Pos
	if code.Reference != nil {
		pos = code.Reference.Pos
	}
	f.differs(code, pos, row.Pos,
		fmt.Sprintf("%s has %s from %s", f.who, code.Value.Value, wanted[0].Value), []string{"reference"}, wanted)
}

// symbol compares the symbol of a code with the property that holds it.
func (f *follower) symbol(code *codes.Code, row registry.Row) {
	p := f.table.Property(f.registry.Property)
	if p == nil || row.Symbol == "" {
		return
	}
	if fact := f.table.FactOf(code, p); fact == nil || len(fact.Items) != 1 || fact.Items[0].Value != row.Symbol {
		f.differs(code, code.Value.Pos, row.Pos,
			fmt.Sprintf("%s has the symbol %q for %s", f.who, row.Symbol, code.Value.Value),
			[]string{"properties", p.Name.Value}, row.Symbol)
	}
}

// part holds a code to saying that the registry has it.
func (f *follower) part(code *codes.Code, row registry.Row) {
	p := f.table.Property(f.registry.Part[0])
	if p == nil || f.inPart(code) {
		return
	}
	with := &codes.Fact{Items: []codes.Scalar{{Value: f.registry.Part[1]}}}
	if fact := f.table.FactOf(code, p); fact != nil {
		with.Items = append(with.Items, fact.Items...)
	}
	var list edit.List
	for _, item := range p.Ordered(with) {
		list = append(list, item.Value)
	}
	f.differs(code, code.Value.Pos, row.Pos, fmt.Sprintf("%s has %s", f.who, code.Value.Value),
		[]string{"properties", p.Name.Value}, list)
}

func (f *follower) inPart(code *codes.Code) bool {
	p := f.table.Property(f.registry.Part[0])
	if p == nil {
		return true
	}
	fact := f.table.FactOf(code, p)
	return fact != nil && slices.ContainsFunc(fact.Items, func(s codes.Scalar) bool { return s.Value == f.registry.Part[1] })
}

// reverse finds the codes that the registry lacks. It never has those that are
// for private use, and those that say that they are unofficial; and has each of
// a range that it assigns as a whole.
func (f *follower) reverse(rows []registry.Row) {
	for _, code := range f.table.Codes {
		if f.seen[code] || !f.inPart(code) || f.table.LifecycleOf(code) == codes.Unofficial || f.inRange(code.Value.Value, rows) {
			continue
		}
		f.lacks(code, "if nobody registered it, say so: lifecycle: unofficial")
	}
}

func (f *follower) inRange(v codes.Value, rows []registry.Row) bool {
	return slices.ContainsFunc(rows, func(row registry.Row) bool {
		first, err := value(f.table, row.Code)
		last, err2 := value(f.table, row.Last)
		return (row.Private || !row.Vacant) && err == nil && err2 == nil && order(first, v) <= 0 && order(v, last) <= 0
	})
}

// Followed lists the registries that tables of a catalogue follow.
func Followed(c *codes.Catalog) []string {
	all := map[string]bool{}
	for _, r := range registry.Registries {
		if Table(c, r) != nil {
			all[r.ID] = true
		}
	}
	return slices.Sorted(maps.Keys(all))
}
