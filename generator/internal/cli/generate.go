package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/statusgen/statusgen/generator/internal/check"
	"github.com/statusgen/statusgen/generator/internal/load"
	"github.com/statusgen/statusgen/generator/internal/tree"
)

// build is what statusgen does: it takes a codes.yaml to the files of every
// target, in memory. Generate writes them, check compares them.
func (r *run) build(named []place) ([]tree.Tree, error) {
	// Parse: what does the source say?
	catalog, found := load.Parse(r.source, r.source.name)
	r.source.sourced()
	if err := r.heed(); err != nil {
		return nil, err
	}
	width := budget(catalog)

	// Check: is it true? What was misread is not judged.
	found = append(found, check.Catalog(catalog)...)
	found = append(found, r.overdue(catalog)...)
	if found.HasErrors() {
		return nil, r.stop(found)
	}

	// Plan: how does each target spell it? Render: what are its files?
	plans, faults, err := r.plan(catalog, named, width, r.render)
	if err != nil {
		return nil, err
	}
	if err := r.stop(append(found, faults...)); err != nil {
		return nil, err
	}
	trees := make([]tree.Tree, len(plans))
	for i, p := range plans {
		trees[i] = p.tree
	}
	return trees, nil
}

// render makes the files of a plan, in memory. Its view is let go, because that
// of a large catalogue is large.
func (r *run) render(p *plan) error {
	files, err := p.Render(p.view)
	if err != nil {
		return fmt.Errorf("target %s cannot be rendered: %w", p.name, err)
	}
	p.tree = tree.Tree{
		Dir: p.dir, Name: p.shown, Files: files,
		Identifiers: p.view.Identifiers(), Bases: r.bases(p.part),
	}
	p.view = nil
	return nil
}

func (r *run) generate() *cobra.Command {
	var options tree.Options
	var quiet, dryRun bool
	var depfile string
	command := &cobra.Command{
		Use:   "generate [TARGET=DIR ...]",
		Short: "Write the outputs of every target, and only the files that differ",
		Long: "Generate writes what the source says, for every target that it declares, or for those that are named.\n" +
			"A TARGET=DIR overrides where a target goes, relative to the working directory.\n" +
			"Files that are equal already are not touched; files of a former run that are not needed any more are removed.",
		ValidArgsFunction: r.completePlaces,
		Example: "  statusgen generate\n  statusgen generate --in api/codes.yaml\n  statusgen generate go=internal/codes typescript=web/src/codes\n" +
			"  statusgen generate --dry-run\n  statusgen generate --depfile build/codes.d",
		RunE: func(command *cobra.Command, args []string) error {
			if !dryRun { // which prints the outputs there
				r.document = r.stdout
			}
			trees, err := r.prepare(args)
			if err != nil {
				return err
			}
			if len(trees) == 0 {
				return usageError{fmt.Errorf("%s declares no targets; name one, such as go=DIR", r.source.path(r.source.name))}
			}
			if dryRun {
				return r.listOutputs(trees)
			}
			dependencies, err := r.dependencies(trees, depfile)
			if err != nil {
				return err
			}
			reports, err := tree.Write(command.Context(), trees, options)
			if err != nil {
				return err
			}
			if err := dependencies.write(); err != nil {
				return err
			}
			for _, report := range reports {
				if err := r.warn(report.Warnings); err != nil {
					return err
				}
				if quiet {
					continue
				}
				if err := r.tell(report.String()); err != nil {
					return err
				}
			}
			return nil
		},
	}
	r.addIn(command)
	command.Flags().BoolVar(&options.Force, "force", false, "replace files that statusgen did not write")
	command.Flags().BoolVarP(&quiet, "quiet", "q", false, "say nothing of what was written")
	command.Flags().BoolVar(&dryRun, "dry-run", false, "write nothing, and print the path of every file that a run would own")
	command.Flags().StringVar(&depfile, "depfile", "", "a `FILE` to write for make or ninja, which says what the outputs were made from")
	return command
}
