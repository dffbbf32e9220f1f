// Package cli is the command line: one file for each verb. generate.go is the
// page to read first.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
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
	stdin          io.Reader
	stdout, stderr io.Writer
	in             string // the --in flag
	source         *source
}

// Main runs the command and gives its exit status.
func Main(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second interrupt ends what does not heed the first
	r := &run{ctx: ctx, stdin: stdin, stdout: stdout, stderr: stderr}
	root := r.root()
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	return r.exit(ctx, root.ExecuteContext(ctx))
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
		fmt.Fprintln(r.stderr, "statusgen: interrupted;", err)
		return exitInterrupted
	case errors.As(err, &usage):
		fmt.Fprintf(r.stderr, "statusgen: %v\nsee statusgen --help\n", err)
		return exitUsage
	}
	fmt.Fprintf(r.stderr, "statusgen: %v\n", err)
	return exitFailure
}

// stop prints findings, and ends the run where one of them is an error.
func (r *run) stop(found diag.List) error {
	for i := range found {
		r.source.show(&found[i])
	}
	found.Sort()
	if err := found.WriteText(r.stderr, r.source.bytes); err != nil {
		return err
	}
	if found.HasErrors() {
		return errFindings
	}
	return nil
}

func (r *run) warn(sentences []string) {
	for _, sentence := range sentences {
		fmt.Fprintf(r.stderr, "statusgen: warning: %s\n", sentence)
	}
}

func (r *run) addIn(command *cobra.Command) {
	command.Flags().StringVar(&r.in, "in", "",
		"the source, or - for standard input (default: codes.yaml here or in the nearest directory above)")
}
