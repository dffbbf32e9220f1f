// Statusgen keeps status codes in one YAML file, and writes the same table in
// every language.
//
// Usage:
//
//	statusgen generate [--in codes.yaml] [TARGET=DIR ...]
//	statusgen check    [--in codes.yaml] [TARGET=DIR ...]
//	statusgen export   [--in codes.yaml]
//	statusgen explain  [--in codes.yaml] WHAT ...
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
// The source is codes.yaml, in the working directory or the nearest one above
// it, unless --in names another; - is standard input. TARGET=DIR names a
// target and where its outputs go, relative to the working directory; then
// only the targets that are named take part.
//
// Findings go to standard error, all of them in one run:
//
//	codes.yaml:8:11: error: 200 is both "ok" and "fine" [duplicate-code]
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
