package cli

import (
	"github.com/spf13/cobra"

	"github.com/statusgen/statusgen"
)

// sourceSchema is the schema of a codes.yaml, among the files that are shipped.
const sourceSchema = "docs/codes.schema.json"

func (r *run) schema() *cobra.Command {
	return &cobra.Command{
		Use:   "schema",
		Short: "Print the JSON Schema of codes.yaml, for editors",
		Long: "Schema prints the JSON Schema (draft-07) of a codes.yaml on standard output. Editors that know it complete what\n" +
			"is written and explain it. It holds as many rules as a schema can; statusgen check knows them all.",
		Example: "  statusgen schema >codes.schema.json",
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			schema, err := statusgen.Files.ReadFile(sourceSchema)
			if err == nil {
				_, err = r.stdout.Write(schema)
			}
			return err
		},
	}
}
