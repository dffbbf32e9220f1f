package generator_test

import (
	"fmt"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestGoExamples holds every call in the documentation of a generated package
// to what it says to give, and the documentation to have some.
func TestGoExamples(t *testing.T) {
	t.Parallel()
	line := regexp.MustCompile(`(?m)^//\t(\S.*?) +// (.+)$`)
	files, err := filepath.Glob(filepath.Join(root, "gen/go/*/*_gen.go"))
	require.NoError(t, err)
	var imports, checks strings.Builder
	packages := 0
	for _, file := range files {
		documentation, _, _ := strings.Cut(read(t, file), "\npackage ")
		if !strings.Contains(documentation, "// Package ") {
			continue // a second file of a package
		}
		calls := line.FindAllStringSubmatch(documentation, -1)
		require.NotEmpty(t, calls, file)
		for _, call := range calls {
			fmt.Fprintf(&checks, "\tcheck(%q, values(%s), values(%s))\n", call[0], call[1], call[2])
		}
		fmt.Fprintf(&imports, "\t%q\n", module+"/gen/go/"+filepath.Base(filepath.Dir(file)))
		packages++
	}
	require.GreaterOrEqual(t, packages, 29)
	dir := t.TempDir()
	write(t, filepath.Join(dir, "main.go"), `package main

import (
	"fmt"
	"os"
	"reflect"

`+imports.String()+`)

func values(list ...any) []any { return list }

func check(line string, got, want []any) {
	if !reflect.DeepEqual(got, want) {
		fmt.Printf("%s: %#v\n", line, got)
		os.Exit(1)
	}
}

func main() {
`+checks.String()+"}\n")
	program := exec.Command("go", "run", filepath.Join(dir, "main.go"))
	program.Dir = root
	run(t, program)
}
