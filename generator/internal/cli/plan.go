package cli

import (
	"errors"

	"github.com/statusgen/statusgen/generator/internal/check"
	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
	"github.com/statusgen/statusgen/generator/internal/render"
	"github.com/statusgen/statusgen/generator/internal/tree"
)

// plan is a target, what it shows of a catalogue, how, and what came of that.
type plan struct {
	target
	part *codes.Catalog
	view *render.View
	tree tree.Tree
}

// heed ends a run that was interrupted. It is asked between the steps, each of
// which may take seconds for a large source.
func (r *run) heed() error {
	if r.ctx.Err() != nil {
		return errors.New("nothing was written")
	}
	return nil
}

// plan plans the targets that the command line names or, where it names none,
// those of the catalogue. A plan without faults is taken further at once, while
// others are still made; where the list has errors, what came of it is nobody's.
func (r *run) plan(catalog *codes.Catalog, named []place, width int, further func(*plan) error) ([]plan, diag.List, error) {
	targets, err := r.targets(catalog, named)
	if err != nil {
		return nil, nil, err
	}
	plans := make([]plan, len(targets))
	lists := make([]diag.List, len(targets))
	errs := make([]error, len(targets))
	atOnce(width, targets, func(i int, target target) {
		if lists[i] = r.speak(target.Target); lists[i].HasErrors() || r.heed() != nil {
			return
		}
		part := catalog.For(target.Declared)
		view, faults := render.Plan(part, target.Target)
		plans[i], lists[i] = plan{target: target, part: part, view: view}, append(lists[i], faults...)
		if !faults.HasErrors() && further != nil && r.heed() == nil {
			errs[i] = further(&plans[i])
		}
	})
	if err := r.heed(); err != nil {
		return nil, nil, err
	}
	var found diag.List
	for _, faults := range lists {
		found = append(found, check.Homeward(catalog, faults)...)
	}
	if found.HasErrors() {
		return nil, found, nil
	}
	return plans, found, errors.Join(errs...)
}
