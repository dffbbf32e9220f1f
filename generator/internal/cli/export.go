package cli

import (
	"github.com/spf13/cobra"

	"github.com/statusgen/statusgen/generator/internal/check"
	"github.com/statusgen/statusgen/generator/internal/diag"
	"github.com/statusgen/statusgen/generator/internal/load"
)

func (r *run) export() *cobra.Command {
	command := &cobra.Command{
		Use:   "export",
		Short: "Print the resolved catalogue as JSON",
		Long: "Export prints everything that the source says, with every default applied, as JSON on standard output.\n" +
			"docs/export.schema.json describes it.",
		Example: "  statusgen export\n  statusgen export | jq '.tables[].codes[] | select(.code == 404)'",
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			var err error
			if r.source, err = r.open(); err != nil {
				return err
			}
			catalog, found := load.Parse(r.source, r.source.name)
			found = append(found, check.Catalog(catalog)...)
			if err := r.stop(found); err != nil {
				return err
			}
			return diag.WriteDocument(r.stdout, resolve(catalog))
		},
	}
	r.addIn(command)
	return command
}
