package cli

import (
	"github.com/spf13/cobra"

	"github.com/statusgen/statusgen/generator/internal/tree"
)

func (r *run) check() *cobra.Command {
	var quiet bool
	var diff bool
	command := &cobra.Command{
		Use:   "check [TARGET=DIR ...]",
		Short: "Validate the source, and name every output that is modified, missing or stale",
		Long: "Check does all that generate does, but writes nothing: it names what generate would change, shows how,\n" +
			"and exits with 1. It needs no version control, and works on a read-only tree.",
		ValidArgsFunction: r.completePlaces,
		Example:           "  statusgen check\n  statusgen check --diff=false\n  statusgen check go=internal/codes",
		RunE: func(command *cobra.Command, args []string) error {
			r.document = r.stdout
			if err := r.judgeDay(); err != nil {
				return err
			}
			trees, err := r.prepare(args)
			if err != nil {
				return err
			}
			reports, err := tree.Diff(trees)
			if err != nil {
				return err
			}
			changes := 0
			for _, report := range reports {
				if err := r.warn(report.Warnings); err != nil {
					return err
				}
				changes += len(report.Changes)
				if quiet {
					continue
				}
				if err := r.compared(report.Changes, diff); err != nil {
					return err
				}
			}
			if changes == 0 {
				return nil
			}
			if !quiet && r.toPeople() {
				if err := r.tell("run statusgen generate"); err != nil {
					return err
				}
			}
			return errFindings
		},
	}
	r.addIn(command)
	r.addAsOf(command)
	command.Flags().BoolVarP(&quiet, "quiet", "q", false, "say nothing of outputs; the exit status tells")
	command.Flags().BoolVar(&diff, "diff", true, "show how each output differs, on standard output")
	return command
}

// compared tells which outputs are out of date and, if that is asked for, how
// each differs.
func (r *run) compared(changes []tree.Change, diff bool) error {
	for _, change := range changes {
		r.outdated(change)
		if !r.toPeople() {
			continue
		}
		if err := r.tell(change.String()); err != nil {
			return err
		}
		if !diff {
			continue
		}
		if err := r.say(r.stdout, change.Unified()); err != nil {
			return err
		}
	}
	return nil
}
