// Bench measures generated code beside its peers, in one run, and writes
// RESULTS.md. It is a module of its own, so that peers never enter ours.
//
// A single figure depends on the machine; the ratios are what counts. Each
// round measures ours and then each peer, in processes of their own, and the
// median of the rounds' ratios is given.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
)

// options say how long to measure.
type options struct {
	rounds int
	time   string // of one benchmark, as go test -benchtime has it
	out    string
}

func main() {
	log.SetFlags(0)
	var o options
	flag.IntVar(&o.rounds, "rounds", 7, "rounds, of which the median counts")
	flag.StringVar(&o.time, "time", "100ms", "time of one benchmark of a round")
	flag.StringVar(&o.out, "out", "RESULTS.md", "where to write the results")
	flag.Parse()
	if err := run(o); err != nil {
		log.Fatal(err)
	}
}

func run(o options) error {
	dir, err := os.MkdirTemp("", "statusgen-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	w := &work{dir: dir, options: o}
	if err := w.prepare(); err != nil {
		return err
	}
	var report report
	for _, section := range []func(*work) (section, error){golang, compiling, typescript, python} {
		part, err := section(w)
		if err != nil {
			return err
		}
		fmt.Println(part)
		report = append(report, part)
	}
	out, err := filepath.Abs(o.out)
	if err != nil {
		return err
	}
	return os.WriteFile(out, []byte(report.String()), 0o666)
}
