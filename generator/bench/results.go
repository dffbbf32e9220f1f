package main

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// ours is the competitor that all others are peers of.
const ours = "ours"

// measures are what the competitors cost, by question and competitor. It is
// what the measuring programs print.
type measures map[string]map[string]measured

// measured is what one competitor cost in each round.
type measured struct {
	Costs       []float64 // nanoseconds or bytes
	Allocations float64   // by one lookup
}

// add records what a competitor cost in a round.
func (m measures) add(question, who string, cost float64) {
	if m[question] == nil {
		m[question] = map[string]measured{}
	}
	one := m[question][who]
	one.Costs = append(one.Costs, cost)
	m[question][who] = one
}

// ratio is the median over the rounds of ours to the best of the peers. With
// no peer named, all are meant.
func (m measures) ratio(question string, peers ...string) float64 {
	return m.ratioOf(ours, question, peers...)
}

// ratioOf is the same of any competitor.
func (m measures) ratioOf(who, question string, peers ...string) float64 {
	answers := m[question]
	if len(peers) == 0 {
		peers = slices.DeleteFunc(sorted(answers), func(peer string) bool { return peer == who })
	}
	var ratios []float64
	for round, cost := range answers[who].Costs {
		best := math.Inf(1)
		for _, peer := range peers {
			best = min(best, answers[peer].Costs[round])
		}
		ratios = append(ratios, cost/best)
	}
	return median(ratios)
}

func median(list []float64) float64 {
	if len(list) == 0 {
		return math.NaN()
	}
	ordered := slices.Sorted(slices.Values(list))
	return ordered[len(ordered)/2]
}

// row is one promise, and what became of it.
type row struct {
	what, peers, target, figure string
	met                         bool
	why                         string // it is not met, where that is known
}

func (r row) String() string {
	return fmt.Sprintf("| %s | %s | %s | %s | %s |", r.what, r.peers, r.target, r.figure, answer(r.met))
}

func answer(met bool) string {
	if met {
		return "yes"
	}
	return "**no**"
}

// results are all that was measured.
type results struct {
	command string   // that writes the page
	machine []string // what it was measured with
	rows    []row
	details []string // rows of the table of single figures
}

func (r *results) add(rows ...row) { r.rows = append(r.rows, rows...) }

// atMost is the promise of a ratio.
func atMost(what, peers string, target, ratio float64, why string) row {
	return row{what, peers, "<= " + decimal(target), decimal(ratio), ratio <= target, why}
}

// zero is the promise of nothing at all.
func zero(what, peers string, figure float64, unit, why string) row {
	return row{what, peers, "0 " + unit, decimal(figure) + " " + unit, figure == 0, why}
}

// detail lists the medians of what was measured, so that a ratio can be
// checked.
func (r *results) detail(language, unit string, m measures) {
	for _, question := range sorted(m) {
		for _, who := range sorted(m[question]) {
			one := m[question][who]
			r.details = append(r.details, fmt.Sprintf("| %s | %s | %s | %s %s | %s |",
				language, question, who, decimal(median(one.Costs)), unit, decimal(one.Allocations)))
		}
	}
}

// decimal gives a figure with as many digits as matter.
func decimal(x float64) string {
	digits := 0
	for limit := 100.0; digits < 4 && math.Abs(x) < limit && x != math.Trunc(x); limit /= 10 {
		digits++
	}
	return strconv.FormatFloat(x, 'f', digits, 64)
}

func (r *results) markdown() string {
	var b strings.Builder
	b.WriteString(`# Results

Written by ` + "`" + r.command + "`" + `: ours and the peers in turn, round by round, over random inputs from a fixed
seed. A ratio is ours to the best of the peers, the median over the rounds; below 1 is in our
favour. Measured with ` + strings.Join(r.machine, ", ") + `.

| what | beside | to reach | figure | met |
|---|---|---|---:|---|
`)
	for _, row := range r.rows {
		b.WriteString(row.String() + "\n")
	}
	if r.missed() {
		b.WriteString("\n## What is not met, and why\n\n")
		for _, row := range r.rows {
			if !row.met {
				why := cmp.Or(row.why, "no reason is known, so it is a defect")
				fmt.Fprintf(&b, "- **%s, beside %s**: %s\n", row.what, row.peers, why)
			}
		}
	}
	b.WriteString(`
## Single figures

Medians. They depend on the machine, and on what else it does.

| language | question | who | cost | allocations |
|---|---|---|---:|---:|
`)
	b.WriteString(strings.Join(r.details, "\n") + "\n")
	return b.String()
}

func (r *results) missed() bool {
	return slices.ContainsFunc(r.rows, func(r row) bool { return !r.met })
}
