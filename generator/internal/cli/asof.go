package cli

import (
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
	"github.com/statusgen/statusgen/generator/internal/evolve"
)

// addAsOf lets a verb be asked what is overdue on a day. No clock is, so that a
// build that was right stays so.
func (r *run) addAsOf(command *cobra.Command) {
	command.Flags().StringVar(&r.asOf, "as-of", "", "a `DAY`, such as 2027-01-31: what was to be removed before it is a finding")
	_ = command.RegisterFlagCompletionFunc("as-of", cobra.NoFileCompletions) // fails for flags there are not
}

// judgeDay holds --as-of to be a day.
func (r *run) judgeDay() error {
	if _, err := time.Parse(time.DateOnly, r.asOf); r.asOf != "" && err != nil {
		return usageError{fmt.Errorf("--as-of %s is no day; write year, month and day: 2027-01-31", diag.Quote(r.asOf))}
	}
	return nil
}

// overdue finds what was to be removed before the day of --as-of.
func (r *run) overdue(catalog *codes.Catalog) diag.List {
	if r.asOf == "" {
		return nil
	}
	return evolve.Due(catalog, r.asOf)
}
