package generator_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

const makesReport = "python3 report.py > build/report.txt.part && mv build/report.txt.part build/report.txt"

// TestExampleMake drives a real make. A change runs statusgen once and builds
// again, once, what it reaches; then there is nothing to do.
// FS-26.
func TestExampleMake(t *testing.T) {
	t.Parallel()
	shop := example(t, "make")
	const all = "statusgen generate\ngo build -o build/shop .\n" + makesReport + "\n"
	const goOnly = "statusgen generate\ngo build -o build/shop .\n"
	steps := []struct {
		because string
		change  func()
		runs    string
	}{
		{"nothing is built", func() {}, all},
		{"a comment changes no output", func() { shop.change("codes.yaml", "tables:", "# A comment.\ntables:") }, "statusgen generate\n"},
		{"a code changes outputs of both languages", func() { shop.change("codes.yaml", "1001", "1002") }, all},
		{"an included file is a source too", func() { shop.change("codes/delivery.yaml", "2001", "2002") }, all},
		{"a new table has new outputs", func() {
			write(t, filepath.Join(shop.dir, "codes/stock.yaml"), "version: 1\ntables: {stock_error: {codes: [{code: 3001, name: sold_out}]}}\n")
		}, all},
		{"a table that is gone takes its outputs with it", func() {
			require.NoError(t, os.Remove(filepath.Join(shop.dir, "codes/stock.yaml")))
		}, all},
		{"an output is gone", func() {
			require.NoError(t, os.Remove(filepath.Join(shop.dir, "gen/go/shoperror/shop_error_gen.go")))
		}, goOnly},
	}
	for _, step := range steps {
		step.change()
		require.Equal(t, step.runs, madeBy(shop.run("make", "-j4")), step.because)
		shop.run("make", "-q")
		require.Equal(t, "make: Nothing to be done for 'all'.\n", shop.run("make", "-j4"), "after: "+step.because)
		shop.run("statusgen", "check")
	}
	require.Equal(t, "1002 2002\n", read(t, filepath.Join(shop.dir, "build/report.txt")))

	shop.change("codes.yaml", "card_declined", "CardDeclined")
	require.Contains(t, shop.fails("make"), "[name-syntax]")
}

// madeBy gives the commands that a make ran, in an order that does not depend
// on which of two was quicker.
func madeBy(printed string) string {
	var b strings.Builder
	for _, command := range []string{"statusgen generate", "go build -o build/shop .", makesReport} {
		b.WriteString(strings.Repeat(command+"\n", strings.Count("\n"+printed, "\n"+command+"\n")))
	}
	return b.String()
}

// TestMakeReadsDepfile has make read paths that it would split, expand or take
// for comments.
// FS-34.
func TestMakeReadsDepfile(t *testing.T) {
	t.Parallel()
	for _, dir := range oddDirectories {
		shop := &copied{t: t, dir: t.TempDir()}
		source := filepath.Join(shop.dir, dir, "codes.yaml")
		write(t, source, "version: 1\ntables: {shop_error: {codes: [{code: 1001, name: card_declined}]}}\n")
		generate := []string{"statusgen", "generate", "--quiet", "--depfile", "codes.d", "--in", dir + "/codes.yaml", "go=" + dir + "/out"}
		shop.run(generate...)
		output := dir + "/out/shoperror/shop_error_gen.go"
		escaped, _, _ := strings.Cut(read(t, filepath.Join(shop.dir, "codes.d")), " \\\n")
		write(t, filepath.Join(shop.dir, "Makefile"), "default: "+escaped+"\ninclude codes.d\n"+escaped+":\n\t@echo rebuilt\n")

		// A path that make read otherwise would be one that is not there.
		require.NotContains(t, shop.run("make"), "rebuilt", dir)
		old := time.Now().Add(-time.Hour)
		require.NoError(t, os.Chtimes(filepath.Join(shop.dir, output), old, old))
		require.Equal(t, "rebuilt\n", shop.run("make"), dir)
	}
}

// oddDirectories are names that make and ninja both can spell.
var oddDirectories = []string{"plain", "a b", "a  b", "#a", "a#b", "$a", "a$b$", "a$$b", "a:b", `a\b`, `a\ b`, `a\\ b`, `a\\b c`, "é ü", "(a)", "[id]", "{a}", "a~", "a,b+c@d!e"}
