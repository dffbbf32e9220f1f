package cli

import (
	"fmt"

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
		Example: "  statusgen check\n  statusgen check --diff=false\n  statusgen check go=internal/codes",
		RunE: func(command *cobra.Command, args []string) error {
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
				r.warn(report.Warnings)
				for _, change := range report.Changes {
					changes++
					if quiet {
						continue
					}
					fmt.Fprintln(r.stderr, change)
					if diff {
						fmt.Fprint(r.stdout, change.Unified())
					}
				}
			}
			if changes == 0 {
				return nil
			}
			if !quiet {
				fmt.Fprintln(r.stderr, "run statusgen generate")
			}
			return errFindings
		},
	}
	r.addIn(command)
	command.Flags().BoolVarP(&quiet, "quiet", "q", false, "say nothing of outputs; the exit status tells")
	command.Flags().BoolVar(&diff, "diff", true, "show how each output differs, on standard output")
	return command
}
