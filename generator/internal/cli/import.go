package cli

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
	"github.com/statusgen/statusgen/generator/internal/follow"
	"github.com/statusgen/statusgen/generator/internal/load"
	"github.com/statusgen/statusgen/generator/internal/registry"
)

func (r *run) imports() *cobra.Command {
	command := &cobra.Command{
		Use:   "import",
		Short: "Compare a table with the registry that it follows, and edit it",
		Long: "Import compares tables with a file: a registry of IANA's, or a list of one's own. It shows the edits of the source, and\n" +
			"of the files that it includes, that would end the differences; --write makes them. Comments and order stay.",
		Example: "  statusgen import iana http-status-codes.xml\n  statusgen import csv errors.csv --table shop_error",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return fmt.Errorf("%s is neither iana nor csv", diag.Quote(args[0]))
			}
			return nil
		},
		RunE: func(command *cobra.Command, _ []string) error { return command.Help() },
	}
	command.AddCommand(r.importIANA(), r.importCSV())
	return command
}

func oneFile(_ *cobra.Command, args []string) error {
	if len(args) != 1 {
		return errors.New("name the one file that is imported, or - for standard input")
	}
	return nil
}

// importing is what the flags of an import say.
type importing struct {
	write, check    bool
	table, registry string
	except, columns []string
}

func (r *run) addImporting(command *cobra.Command, how *importing) {
	r.addIn(command)
	flags := command.Flags()
	flags.BoolVar(&how.write, "write", false, "make the edits, and then say what check finds")
	flags.BoolVar(&how.check, "check", false, "write nothing, name every difference, and exit with 1 if there is one")
	flags.StringVar(&how.table, "table", "", "the table that is compared")
	flags.StringSliceVar(&how.except, "except", nil, "codes of the file that are passed over")
	_ = command.RegisterFlagCompletionFunc("table", r.completeTables) // fails for flags there are not
}

func (r *run) importIANA() *cobra.Command {
	var how importing
	command := &cobra.Command{
		Use:   "iana FILE",
		Short: "Compare tables with a registry of IANA's, as XML or CSV",
		Long: "Iana compares the tables of the source with the registries of a FILE that they follow: a table of the name of one of\n" +
			"ours, or one that extends it. The file is IANA's XML, or the CSV of one registry, under the name that IANA gives it;\n" +
			"- is standard input.",
		Example: "  statusgen import iana http-status-codes.xml\n  statusgen import iana --check websocket.xml\n" +
			"  curl -s https://www.iana.org/assignments/sip-parameters/sip-parameters.xml | statusgen import iana --write -",
		Args: oneFile,
		RunE: func(_ *cobra.Command, args []string) error { return r.importFile(args[0], how, r.compareIANA) },
	}
	r.addImporting(command, &how)
	command.Flags().StringVar(&how.registry, "registry", "", "the registry of the file, where it has several or its name is another one")
	return command
}

func (r *run) importCSV() *cobra.Command {
	var how importing
	command := &cobra.Command{
		Use:   "csv FILE",
		Short: "Compare a table with a list of its codes",
		Long: "Csv compares a table with a FILE that has a row for each code, below a heading: a column code, and others for the fields\n" +
			"of a code (name, phrase, summary, action, reference, url, since, lifecycle) and for properties of the table. Cells\n" +
			"that are empty, and other columns, say nothing; - is standard input.",
		Example: "  statusgen import csv errors.csv --table shop_error\n  statusgen import csv --write --column lifecycle=status errors.csv",
		Args:    oneFile,
		RunE:    func(_ *cobra.Command, args []string) error { return r.importFile(args[0], how, r.compareCSV) },
	}
	r.addImporting(command, &how)
	command.Flags().StringSliceVar(&how.columns, "column", nil, "the column of a field, where it has another name: FIELD=COLUMN; FIELD= has none")
	return command
}

// imported is a file that is compared, and what was found in it.
type imported struct {
	name     string // of the file
	sheets   []*registry.Sheet
	catalog  *codes.Catalog
	followed []string // what was compared, for people
	follow.Result
}

// comparer compares the tables of a source with a file.
type comparer func(*imported, importing) (diag.List, error)

// importFile compares the source with a file, and does what the flags ask for.
func (r *run) importFile(file string, how importing, compare comparer) error {
	if how.write && how.check {
		return usageError{errors.New("--check writes nothing; choose --check or --write")}
	}
	if file == "-" && r.in == "-" {
		return usageError{errors.New("standard input is either the source or the file that is imported")}
	}
	var err error
	if r.source, err = r.open(); err != nil {
		return err
	}
	if r.source.stdin != "" && how.write {
		return usageError{errors.New("standard input cannot be edited; name a file with --in")}
	}
	in := &imported{}
	content, err := r.readImported(file, in)
	if err != nil {
		return err
	}
	var found diag.List
	r.document = r.stdout
	if !how.check && !how.write { // the diff goes there
		r.document = r.stderr
	}
	in.catalog, found = load.Parse(r.source, r.source.name)
	if found.HasErrors() {
		return r.stop(found)
	}
	if in.sheets, found = registry.Read(content, in.name); found.HasErrors() {
		return r.stop(found)
	}
	if found, err = compare(in, how); err != nil {
		return err
	}
	if found.HasErrors() {
		return r.stop(found)
	}
	if how.check {
		if err := r.stop(in.Found); err != nil {
			return err
		}
		return r.tellApart(in)
	}
	return r.propose(in, how, compare)
}

// compareIANA compares each table with the registry that it follows.
func (r *run) compareIANA(in *imported, how importing) (diag.List, error) {
	if how.registry != "" && len(in.sheets) == 1 {
		in.sheets[0].ID = how.registry // a CSV is a registry of any name
	}
	var found diag.List
	for _, known := range registry.Registries {
		i := slices.IndexFunc(in.sheets, func(s *registry.Sheet) bool { return s.ID == known.ID })
		table := follow.Table(in.catalog, known)
		if how.table != "" {
			table = in.catalog.Table(how.table)
		}
		if i < 0 || table == nil || how.registry != "" && how.registry != known.ID {
			continue
		}
		rows, faults := known.Rows(in.sheets[i])
		if found = append(found, faults...); faults.HasErrors() {
			continue
		}
		in.followed = append(in.followed, table.Name.Value+" follows the registry "+known.ID)
		in.take(follow.IANA(in.catalog, table, known.Without(how.except), rows))
	}
	switch {
	case how.table != "" && in.catalog.Table(how.table) == nil:
		return nil, noTable(in.catalog, how.table)
	case how.table != "" && len(in.followed) > 1:
		return nil, usageError{errors.New("the file has several registries; choose the one that " + how.table + " follows with --registry")}
	case len(in.followed) == 0 && !found.HasErrors():
		found = registry.Unknown(in.sheets, in.name, follow.Followed(in.catalog))
	}
	return found, nil
}

// compareCSV compares a table with a list.
func (r *run) compareCSV(in *imported, how importing) (diag.List, error) {
	var table *codes.Table
	switch {
	case how.table != "":
		if table = in.catalog.Table(how.table); table == nil {
			return nil, noTable(in.catalog, how.table)
		}
	case len(in.catalog.Tables) == 1:
		table = in.catalog.Tables[0]
	default:
		return nil, usageError{errors.New("the source has several tables; choose one with --table")}
	}
	columns := map[string]string{}
	fields := follow.Fields(table)
	for _, named := range how.columns {
		field, column, ok := strings.Cut(named, "=")
		if !ok || field != "code" && !slices.Contains(fields, field) {
			return nil, usageError{fmt.Errorf("--column %s names no field: it is FIELD=COLUMN, and %s has code, %s", diag.Quote(named), table.Name.Value, strings.Join(fields, ", "))}
		}
		columns[field] = column
	}
	entries, found := registry.Entries(in.sheets[0], fields, columns)
	if found.HasErrors() {
		return found, nil
	}
	shown := r.source.path(in.name)
	in.followed = append(in.followed, table.Name.Value+" is as "+shown+" has it")
	in.take(follow.List(in.catalog, table, shown, how.except, entries))
	return nil, nil
}

func (in *imported) take(result follow.Result) {
	in.Found, in.Left, in.Apart = append(in.Found, result.Found...), append(in.Left, result.Left...), append(in.Apart, result.Apart...)
	if in.Changes == nil {
		in.Changes = map[string][]follow.Change{}
	}
	for file, changes := range result.Changes {
		in.Changes[file] = append(in.Changes[file], changes...)
	}
}

func noTable(c *codes.Catalog, name string) error {
	var names []string
	for _, t := range c.Tables {
		names = append(names, t.Name.Value)
	}
	return usageError{fmt.Errorf("the source has no table %s; it has %s", diag.Quote(name), strings.Join(names, ", "))}
}

// completeTables offers the tables of the source.
func (r *run) completeTables(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	s, err := r.open()
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	catalog, _ := load.Parse(s, s.name)
	var names []string
	for _, t := range catalog.Tables {
		names = append(names, t.Name.Value)
	}
	return names, cobra.ShellCompDirectiveNoFileComp
}

// readImported reads the file that is imported, and names it among those of the
// source, so that findings can point into it.
func (r *run) readImported(file string, in *imported) ([]byte, error) {
	if file == "-" {
		content, err := r.readStdin()
		if err != nil {
			return nil, err
		}
		at, err := sourceAt(stdinName)
		if err != nil {
			return nil, err
		}
		in.name = at.name
		r.source.files.stdin, r.source.content = at.name, content
		return content, nil
	}
	at, err := sourceAt(file)
	if err != nil {
		return nil, err
	}
	in.name = at.name
	return r.waitFor(file, func() ([]byte, error) {
		return readLimited(filepath.FromSlash(file), registry.MaxSize)
	})
}
