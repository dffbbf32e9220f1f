package generator_test

import (
	"errors"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/statusgen/statusgen/generator/internal/cli"
)

// TestMain lets this test binary stand in for the command, so that transcripts
// run what users run.
func TestMain(m *testing.M) {
	testscript.Main(outsideOfCI{m}, map[string]func(){
		"statusgen": func() { os.Exit(cli.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) },
	})
}

// outsideOfCI runs the tests as on a developer's machine: in a job, findings
// would be annotated.
type outsideOfCI struct{ *testing.M }

func (tests outsideOfCI) Run() int {
	if err := os.Unsetenv("GITHUB_ACTIONS"); err != nil {
		panic(err)
	}
	return tests.M.Run()
}

// TestScript runs the transcripts: one sentence about statusgen each.
// testdata/script/README.md says how to add one.
func TestScript(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		UpdateScripts:       os.Getenv("UPDATE") != "",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": exits,
			"bytes": bytesOf,
		},
	})
}

// exits runs a program and holds it to an exit status: exits 1 statusgen check.
// stdout, stderr and cmp then see what it printed.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits STATUS PROGRAM [ARGUMENT ...]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec(args[1], args[2:]...)
	got := 0
	var exit *exec.ExitError
	switch {
	case errors.As(err, &exit):
		got = exit.ExitCode()
	case err != nil:
		ts.Fatalf("%v", err)
	}
	if got != want {
		ts.Fatalf("exit status %d, want %d", got, want)
	}
}

// bytesOf writes a file that a transcript cannot hold, such as one with a NUL:
// bytes codes.yaml "a\x00b".
func bytesOf(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: bytes FILE 'GO STRING LITERAL'")
	}
	content, err := strconv.Unquote(args[1])
	if err != nil {
		ts.Fatalf("%s is no Go string literal: %v", args[1], err)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(content), 0o666))
}

// root is the directory of the repository.
const root = ".."

// statusgen runs the command in a directory, and gives what it printed.
// TestMain has put it on the path.
func statusgen(t *testing.T, dir string, args ...string) (stdout, stderr string, status int) {
	t.Helper()
	var out, faults strings.Builder
	command := exec.Command("statusgen", args...)
	command.Dir = dir
	command.Stdout, command.Stderr = &out, &faults
	err := command.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return out.String(), faults.String(), command.ProcessState.ExitCode()
}
