// Statusgen keeps status codes in one YAML file, and writes the same table in
// every language.
//
// Usage:
//
//	statusgen generate [--in codes.yaml] [TARGET=DIR ...]
//	statusgen check    [--in codes.yaml] [TARGET=DIR ...]
//	statusgen diff     [--in codes.yaml] --against WHAT
//	statusgen export   [--in codes.yaml]
//	statusgen explain  [--in codes.yaml] WHAT ...
//	statusgen import   iana|csv [--check | --write] [--in codes.yaml] FILE
//	statusgen fmt      [--check] [--in codes.yaml | FILE ...]
//	statusgen schema
//	statusgen init     [DIR]
//
// Generate writes the outputs of every target that the source declares, and
// only the files that differ. Check writes nothing: it validates the source
// and names every output that is modified, missing or stale. Export prints the
// resolved catalogue as JSON on standard output.
//
// For build systems, generate --dry-run writes nothing and prints the path of
// every file that a run would own, and generate --depfile FILE also writes a
// rule for make or ninja that says what the outputs were made from.
//
// Explain says what something is: a code, a name, an alias, a phrase, the text
// of a property, a class, a table, or a rule. It looks in every table of the
// source, and in those built into statusgen that the source lacks; it needs no
// source. TABLE/WHAT looks in one table alone. Of a code that an open table does
// not list, it says what holds for it.
//
//	statusgen explain 404
//	statusgen explain http/client_error
//	statusgen explain payload too large
//	statusgen explain duplicate-code
//
// Diff compares the source with what it was, table by table and target by
// target, and says what each change can break: what programs send to each other
// (wire), the build of those that take the new outputs (source), what they make
// of a code (semantic), or nothing (safe). WHAT is a file, a directory that holds
// one, a git ref, REF:PATH, - for standard input, or a directory of outputs, of
// which the identifiers are compared. It exits with 1 where something breaks at
// the level of --fail-on or above, which is source unless it is given, and ends
// with the part of a version that the changes call for. With --format markdown
// it writes a changelog. What suppress: of the source names is left out. Check
// and diff say with --as-of DAY what was to be removed before that day.
//
//	statusgen diff --against origin/main
//	statusgen diff --against v1.2.0 --format markdown
//
// Fmt puts the source and the files that it includes, or the files that are
// named, into canonical form. Comments, blank lines and the order of everything
// stay. With --check it writes nothing, and shows what would change.
//
// Import compares tables with a registry of IANA's (XML or CSV) that they follow,
// or a table with a list of its codes (CSV), and shows the edits of the source
// that would end the differences; comments and the order of everything stay.
// With --write it makes them, and with --check it names each difference.
//
// Schema prints the JSON Schema of codes.yaml, for editors. Init writes a
// codes.yaml to start from, with a target for each language that it sees in a
// directory or below it, and never overwrites anything.
//
// The source is codes.yaml, in the working directory or the nearest one above
// it, unless --in names another; - is standard input. TARGET=DIR names a
// target and where its outputs go, relative to the working directory; then
// only the targets that are named take part.
//
// Findings go to standard error, all of them in one run:
//
//	codes.yaml:8:11: error: 200 is both "ok" and "fine" [duplicate-code]
//
// That is what people read. With --format, any verb tells its findings to
// programs: json or sarif is one document, on standard output where the verb
// prints nothing else there (generate, check, diff) and else on standard error; github
// is the text and then annotations, and the default in a job of GitHub Actions.
// Then outputs that are out of date are findings as well.
//
// The exit status is 0 when all is done (warnings alone too), 1 for findings
// and where explain knows no answer, 2 for a command line that cannot be
// understood, 3 when something cannot be read or written, and 130 when
// interrupted.
package main

import (
	"os"

	"github.com/statusgen/statusgen/generator/internal/cli"
)

func main() { os.Exit(cli.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }
