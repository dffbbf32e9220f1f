package cli

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/statusgen/statusgen"
	"github.com/statusgen/statusgen/generator/internal/check"
	"github.com/statusgen/statusgen/generator/internal/load"
)

func (r *run) explain() *cobra.Command {
	command := &cobra.Command{
		Use:   "explain WHAT ...",
		Short: "Say what a code, a name, a phrase, a class, a table or a rule is",
		Long: "Explain looks in every table of the source, and then in the tables built into statusgen that the source lacks.\n" +
			"WHAT is a code, a name, an alias, a phrase, the text of a property, a class or a table; TABLE/WHAT looks in one\n" +
			"table alone. Capitals make no difference, and several words are one phrase. The name of a rule gives its\n" +
			"documentation.",
		Example: "  statusgen explain 404\n  statusgen explain http/content_too_large\n  statusgen explain payload too large\n" +
			"  statusgen explain http/client_error\n  statusgen explain http\n  statusgen explain duplicate-code",
		DisableFlagParsing: true, // until the codes below zero are told from flags
		RunE: func(command *cobra.Command, args []string) error {
			flags := command.Flags()
			if err := flags.Parse(negativesLast(args)); err != nil {
				return usageError{err}
			}
			if help, err := flags.GetBool("help"); help {
				return errors.Join(err, command.Help())
			}
			asked := strings.TrimSpace(strings.Join(flags.Args(), " "))
			if asked == "" {
				return usageError{errors.New("explain what? name a code, a name, a phrase, a class, a table or a rule")}
			}
			return r.answer(asked)
		},
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			homes, _ := r.homes() // who completes a word does not want to hear of faults
			return slices.Compact(slices.Sorted(slices.Values(names(homes)))), cobra.ShellCompDirectiveNoFileComp
		},
	}
	r.addIn(command)
	return command
}

// negativesLast moves codes below zero behind all flags, where they are not
// taken for flags themselves.
func negativesLast(args []string) []string {
	if slices.Contains(args, "--") {
		return args
	}
	var rest, negatives []string
	for _, arg := range args {
		if n, err := strconv.ParseInt(arg, 10, 64); err == nil && n < 0 {
			negatives = append(negatives, arg)
		} else {
			rest = append(rest, arg)
		}
	}
	return slices.Concat(rest, []string{"--"}, negatives)
}

// answer prints everything that answers to what was asked.
func (r *run) answer(asked string) error {
	out := newPage(r.stdout)
	if rule := ruleNamed(asked); rule != nil {
		out.answer(rule)
		return out.flush()
	}
	homes, err := r.homes()
	if err != nil {
		return err
	}
	found := lookUp(homes, asked)
	if len(found) == 0 {
		return errors.Join(errFindings, r.tell("statusgen: "+nothing(homes, asked)))
	}
	for _, a := range found {
		out.answer(a)
	}
	return out.flush()
}

// homes gives every table that there is to look in: those of the source, if
// there is one, and the built-in ones that it lacks.
func (r *run) homes() ([]home, error) {
	var homes []home
	opened, err := r.open()
	switch {
	case err == nil:
		r.source = opened
		catalog, found := load.Parse(r.source, r.source.name)
		found = append(found, check.Catalog(catalog)...)
		if found.HasErrors() { // warnings are for those who generate
			return nil, r.stop(found)
		}
		for _, t := range catalog.Tables {
			homes = append(homes, home{catalog: catalog, table: t})
		}
	case r.in != "":
		return nil, err
	}

	catalog, found := load.Parse(statusgen.Files, defaultSource)
	if found.HasErrors() {
		return nil, fmt.Errorf("the built-in tables cannot be read: %s: %s", found[0].Pos, found[0].Message)
	}
	own := homes
	for _, t := range catalog.Tables {
		if !slices.ContainsFunc(own, func(h home) bool { return h.table.Name.Value == t.Name.Value }) {
			homes = append(homes, home{catalog: catalog, table: t, lent: r.source != nil})
		}
	}
	return homes, nil
}
