package cli

import (
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"

	"github.com/statusgen/statusgen/generator/internal/diag"
)

// root assembles the command.
func (r *run) root() *cobra.Command {
	root := &cobra.Command{
		Use:           "statusgen",
		Short:         "One YAML file of status codes, the same table in every language",
		SilenceUsage:  true,
		SilenceErrors: true,
		Version:       version(),
		Args: func(command *cobra.Command, args []string) error {
			if len(args) == 0 {
				return nil
			}
			hint := ""
			if near := command.SuggestionsFor(args[0]); len(near) > 0 {
				hint = fmt.Sprintf("; did you mean %s?", near[0])
			}
			return fmt.Errorf("unknown command %s%s", diag.Quote(args[0]), hint)
		},
		SuggestionsMinimumDistance: 2,
		RunE:                       func(command *cobra.Command, _ []string) error { return command.Help() },
	}
	r.addFormat(root)
	root.AddCommand(r.generate(), r.check(), r.diff(), r.export(), r.explain(), r.imports(), r.fmt(), r.schema(), r.init())
	root.SetVersionTemplate("{{.Version}}\n")
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
	wrapArguments(root)
	return root
}

// wrapArguments makes what is wrong with the arguments of commands a usage
// error.
func wrapArguments(command *cobra.Command) {
	for _, below := range command.Commands() {
		wrapArguments(below)
	}
	arguments := command.Args
	if arguments == nil {
		return
	}
	command.Args = func(command *cobra.Command, args []string) error {
		if err := arguments(command, args); err != nil {
			return usageError{err}
		}
		return nil
	}
}

// version says what was built, from what the go command recorded.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "statusgen (unknown)"
	}
	version := info.Main.Version
	if version == "" {
		version = "(devel)"
	}
	return fmt.Sprintf("statusgen %s (%s, %s)", version, info.Main.Path, info.GoVersion)
}
