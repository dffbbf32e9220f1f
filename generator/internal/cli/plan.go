package cli

import (
	"github.com/statusgen/statusgen/generator/internal/check"
	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
	"github.com/statusgen/statusgen/generator/internal/render"
)

// plan is a target, what it shows of a catalogue, and how.
type plan struct {
	target
	part *codes.Catalog
	view *render.View
}

// plan plans the targets that the command line names or, where it names none,
// those of the catalogue. Where the list has errors, the plans are for nobody to
// render.
func (r *run) plan(catalog *codes.Catalog, named []place) ([]plan, diag.List, error) {
	targets, found, err := r.targets(catalog, named)
	if err != nil || found.HasErrors() {
		return nil, found, err
	}
	plans := make([]plan, len(targets))
	lists := make([]diag.List, len(targets))
	atOnce(r.budget(catalog), targets, func(i int, target target) {
		part := catalog.For(target.Declared)
		view, faults := render.Plan(part, target.Target)
		plans[i], lists[i] = plan{target, part, view}, faults
	})
	for _, faults := range lists {
		found = append(found, check.Homeward(catalog, faults)...)
	}
	return plans, found, nil
}
