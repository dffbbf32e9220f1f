// Package cli is the command line: one file for each verb. generate.go is the
// page to read first.
package cli

import (
	"context"
	"errors"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/statusgen/statusgen/generator/internal/diag"
)

// The exit statuses.
const (
	exitDone        = 0
	exitFindings    = 1 // a rule is broken, or outputs are out of date
	exitUsage       = 2
	exitFailure     = 3 // input or output
	exitInterrupted = 130
)

// errFindings ends a run whose findings have been printed.
var errFindings = errors.New("findings")

// usageError is a command line that cannot be understood.
type usageError struct{ error }

// run is one invocation of the command.
type run struct {
	ctx            context.Context
	args           []string
	stdin          io.Reader
	stdout, stderr io.Writer
	in             string // the --in flag
	format         format // the --format flag
	source         *source
	found          diag.List // so far
	asOf           string    // the --as-of flag: a day, or empty
	ref            string    // of the commit that the source is compared with; empty for none
	closing        string    // the last sentence of a comparison, for annotations
	bump           string    // of a version, that changes call for; empty for a verb that compares none
	document       io.Writer // for findings as a document: standard output, unless a verb prints its own there
}

// Main runs the command and gives its exit status.
func Main(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	patience()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second interrupt ends what does not heed the first
	r := &run{ctx: ctx, args: args, stdin: stdin, stdout: stdout, stderr: stderr}
	root := r.root()
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	return r.exit(ctx, r.report(root.ExecuteContext(ctx)))
}

// exit turns the end of a run into a status, and says what was not said yet.
func (r *run) exit(ctx context.Context, err error) int {
	var usage usageError
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errFindings):
		return exitFindings
	case ctx.Err() != nil:
		r.fail("interrupted; " + err.Error())
		return exitInterrupted
	case errors.As(err, &usage):
		r.fail(err.Error() + "\nsee statusgen --help")
		return exitUsage
	}
	r.fail(err.Error())
	return exitFailure
}

// fail says why a run could not do its work. There is nobody left to hear that
// it could not be said.
func (r *run) fail(why string) {
	why = diag.VisibleLines(brief(inLine(why, r.args)))
	_ = r.say(r.stderr, "statusgen: "+why+"\n")
	if r.told() == formatGitHub {
		_ = diag.WriteGitHubFailure(r.stderr, why)
	}
}

// inLine keeps a sentence that repeats an argument in one line, though the
// argument has several.
func inLine(why string, args []string) string {
	for _, arg := range args {
		_, value, _ := strings.Cut(arg, "=")
		for _, repeated := range []string{arg, strings.TrimLeft(arg, "-"), value} {
			if strings.Contains(repeated, "\n") {
				why = strings.ReplaceAll(why, repeated, diag.Visible(repeated))
			}
		}
	}
	return why
}

// maxLine is how long a line may be that says why a run could not do its work.
// A path is not longer; what is has its middle left out.
const maxLine = 5000

func brief(why string) string {
	lines := strings.Split(why, "\n")
	for i, line := range lines {
		if len(line) > maxLine {
			lines[i] = strings.ToValidUTF8(line[:300]+"…"+line[len(line)-300:], "")
		}
	}
	return strings.Join(lines, "\n")
}

func (r *run) addIn(command *cobra.Command) {
	command.Flags().StringVar(&r.in, "in", "",
		"the source, or - for standard input (default: codes.yaml here or in the nearest directory above)")
	_ = command.MarkFlagFilename("in", "yaml", "yml") // fails for flags there are not
}
