// Bench measures what is generated beside its peers, in one run, and writes
// RESULTS.md. It is a module of its own, so that peers never enter ours.
//
// A single figure depends on the machine; the ratios are what counts. So ours
// and the peers take turns, round by round, and a ratio is the median of the
// ratios of the rounds.
//
// Languages can be named (go, typescript, python); then only those are measured,
// and what would be written is printed. With generator, it is the generator
// itself that is measured, and GENERATOR.md that is written.
package main

import (
	"context"
	"fmt"
	"log"
	"os"
	"os/signal"
	"slices"
	"time"
)

// effort says how much is measured. The tests measure little, and so keep the
// harness from rotting.
type effort struct {
	codes        int           // in a large table
	rounds       int           // of a lookup
	spell        time.Duration // that a lookup is repeated for in a round
	compilations int           // of a package
	processes    int           // that import a module, or generate the built-in catalogue
	sizes, runs  []int         // of the tables that generators are measured with, and how often each is
}

var whole = effort{codes: 10_000, rounds: 101, spell: 4 * time.Millisecond, compilations: 3, processes: 41,
	sizes: sizes, runs: []int{21, 15, 5, 3}}

func main() {
	log.SetFlags(0)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	results, err := measure(ctx, whole, os.Args[1:]...)
	if err != nil {
		log.Fatal(err)
	}
	page := "RESULTS.md"
	if slices.Contains(os.Args, generatorsName) {
		page = generatorPage
	} else if len(os.Args) > 1 {
		fmt.Print(results.markdown())
		return
	}
	if err := os.WriteFile(page, []byte(results.markdown()), 0o666); err != nil {
		log.Fatal(err)
	}
	for _, r := range results.rows {
		fmt.Println(r)
	}
}

// measure measures the languages with those names, or all, one after the other,
// in a directory that is gone afterwards.
func measure(ctx context.Context, e effort, only ...string) (*results, error) {
	dir, err := os.MkdirTemp("", "statusgen-bench-")
	if err != nil {
		return nil, err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	all := &results{command: "make bench"}
	if slices.Contains(only, generatorsName) {
		all.command = "make bench-generator"
	}
	for _, language := range []struct {
		name    string
		measure func(context.Context, effort, string, *results) error
	}{{"go", golang}, {"typescript", typescript}, {"python", python}, {generatorsName, generators}} {
		if len(only) > 0 && !slices.Contains(only, language.name) || len(only) == 0 && language.name == generatorsName {
			continue
		}
		if err := language.measure(ctx, e, dir, all); err != nil {
			return nil, err
		}
	}
	return all, nil
}
