package cli

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/statusgen/statusgen/generator/internal/check"
	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
	"github.com/statusgen/statusgen/generator/internal/evolve"
	"github.com/statusgen/statusgen/generator/internal/load"
	"github.com/statusgen/statusgen/generator/internal/render"
	"github.com/statusgen/statusgen/generator/internal/tree"
)

// usual are the languages that a source without targets is compared in: what it
// is generated for is said elsewhere then.
var usual = []place{{"go", "go"}, {"typescript", "typescript"}, {"python", "python"}}

// after reads the source as it is, which has to be sound.
func (r *run) after() (*codes.Catalog, error) {
	catalog, found := load.Parse(r.source, r.source.name)
	found = append(found, check.Catalog(catalog)...)
	if err := r.stop(found); err != nil {
		return nil, err
	}
	return catalog, nil
}

// before reads a source as it was, and plans its targets or, if it has none, the
// usual ones. It only has to be readable: rules are for what can still be mended.
// But what breaks them has no plans.
func (r *run) before(old *source, now *codes.Catalog) (evolve.Side, error) {
	then := *r
	then.source, then.found = old, nil
	catalog, found := load.Parse(old, old.name)
	side := evolve.Side{File: old.name, Catalog: catalog}
	if !found.HasErrors() {
		broken := check.Catalog(catalog)
		if !broken.HasErrors() {
			plans, faults, err := then.plan(catalog, targetsFor(catalog, now), budget(catalog), nil)
			if err != nil {
				return side, err
			}
			broken, side.Outputs = faults, outputs(plans)
		}
		found = nil // warnings are for who can heed them
		if i := slices.IndexFunc(broken, func(d diag.Diagnostic) bool { return d.Rule.Severity == diag.Error }); i >= 0 {
			side.Outputs = nil
			found.Add(evolve.Partial, broken[i].Pos, "the rules of today do not hold here: "+broken[i].Message)
		}
	}
	err := then.stop(found)
	r.found, r.document = append(r.found, then.found...), then.document
	return side, err
}

// plansOf plans the targets of a catalogue, or the usual ones.
func (r *run) plansOf(catalog *codes.Catalog, targets []place) ([]plan, error) {
	plans, found, err := r.plan(catalog, targets, budget(catalog), nil)
	if err != nil {
		return nil, err
	}
	return plans, r.stop(found)
}

// outputs gives what plans make of names.
func outputs(plans []plan) []*evolve.Output {
	all := make([]*evolve.Output, 0, len(plans))
	for _, p := range plans {
		output := &evolve.Output{
			Target: p.name, Language: p.Language.Title, Pos: p.Declared.Name.Pos, Where: whereOf(p.Declared, p.shown),
		}
		names := render.DeclaredIn(p.view)
		for _, table := range p.view.Tables {
			for _, n := range names[table.Name] {
				output.Names = append(output.Names, evolve.Name{
					Table: table.Name, Role: n.Role, Name: n.Name, Identifier: n.Identifier, Code: n.Code, Pos: n.Pos,
				})
			}
		}
		all = append(all, output)
	}
	return all
}

// whereOf says what programs import outputs from.
func whereOf(t *codes.Target, dir string) string {
	if t.Package == nil {
		if t.Out.Given() {
			return t.Out.Value
		}
		return dir
	}
	name, module := t.Package.Name.Value, t.Package.Module.Value
	if module == "" {
		return name
	}
	return name + ", module " + module
}

// recordedOutputs gives what former runs recorded of the outputs in some
// directories, by target.
func recordedOutputs(dirs map[string]string, plans []plan) ([]*evolve.Output, error) {
	var all []*evolve.Output
	for _, p := range plans {
		dir, there := dirs[p.name]
		if !there {
			continue
		}
		recorded, err := tree.ReadRecorded(dir, dir)
		if err != nil {
			return nil, err
		}
		output := &evolve.Output{Target: p.name, Language: p.Language.Title, Pos: diag.Pos{File: dir}}
		for table, identifiers := range recorded.Identifiers {
			for identifier, code := range identifiers {
				if value, ok := recordedCode(code); ok {
					output.Names = append(output.Names, evolve.Name{Table: table, Role: codes.ConstantRole, Identifier: identifier, Code: &value})
				}
			}
		}
		all = append(all, output)
	}
	return all, nil
}

func recordedCode(code any) (codes.Value, bool) {
	switch code := code.(type) {
	case string:
		return codes.TextValue(code), true
	case json.Number:
		n, err := code.Int64()
		return codes.IntegerValue(n), err == nil
	}
	return codes.Value{}, false
}

// targetsFor says which targets a comparison is in: those that either side
// declares, or the usual ones.
func targetsFor(catalogs ...*codes.Catalog) []place {
	declares := func(c *codes.Catalog) bool { return len(c.Targets) > 0 }
	if slices.ContainsFunc(catalogs, declares) {
		return nil
	}
	return usual
}

// shownIn gives a place of a source as findings show it.
func shownIn(s *source, pos diag.Pos) diag.Pos {
	if pos.File == "" || strings.HasPrefix(pos.File, commandLine) {
		return pos
	}
	shown := s.path(pos.File)
	s.names[shown], pos.File = pos.File, shown
	return pos
}
