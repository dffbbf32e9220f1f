package main

import (
	"fmt"
	"slices"
	"strings"
)

// report is what RESULTS.md says.
type report []section

// section is a table of one language.
type section struct {
	title, note string
	rows        []row
}

// row is a question, what ours and the best peer need for it, and the ratio
// to reach.
type row struct {
	question string
	peer     string
	ours     []float64 // one for each round
	theirs   []float64
	unit     string
	reach    float64 // the ratio to reach; 0: none was set
	bound    float64 // the figure to reach, where it is no ratio
	note     string
}

const head = `# Results

Written by ` + "`make bench`" + `. Each round measures ours and then the peer, over random inputs where there are any; the figures are medians,
and the ratio is the median of the rounds' ratios. Below 1 is in our favour. Only ratios mean anything on another machine.
`

func (r report) String() string {
	var b strings.Builder
	b.WriteString(head)
	for _, s := range r {
		b.WriteString("\n")
		b.WriteString(s.String())
	}
	return b.String()
}

func (s section) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "## %s\n\n%s\n\n| question | peer | ours | peer's | ratio | to reach | reached |\n|---|---|---:|---:|---:|---:|---|\n", s.title, s.note)
	for _, r := range s.rows {
		b.WriteString(r.String())
	}
	return b.String()
}

func (r row) String() string {
	ours, theirs, ratio := "–", "–", "–"
	if len(r.ours) > 0 {
		ours = r.figure(median(r.ours))
	}
	if len(r.theirs) > 0 {
		theirs = r.figure(median(r.theirs))
		if theirs != "0 "+r.unit {
			ratio = fmt.Sprintf("%.3f", r.ratio())
		}
	}
	reach, reached := "–", "–"
	switch {
	case r.reach > 0:
		reach, reached = fmt.Sprintf("%.2f", r.reach), verdict(r.ratio() <= r.reach)
	case r.unit == "B" || r.bound > 0 || r.note == "none":
		reach, reached = "≤ "+r.figure(r.bound), verdict(median(r.ours) <= r.bound)
	}
	return fmt.Sprintf("| %s | %s | %s | %s | %s | %s | %s |\n", r.question, r.peer, ours, theirs, ratio, reach, reached)
}

func (r row) figure(f float64) string {
	switch {
	case r.unit == "B" || f == float64(int(f)):
		return fmt.Sprintf("%.0f %s", f, r.unit)
	case f < 10:
		return fmt.Sprintf("%.2f %s", f, r.unit)
	}
	return fmt.Sprintf("%.1f %s", f, r.unit)
}

func verdict(reached bool) string {
	if reached {
		return "yes"
	}
	return "**no**"
}

// ratio is the median of the rounds' ratios.
func (r row) ratio() float64 {
	ratios := make([]float64, min(len(r.ours), len(r.theirs)))
	for i := range ratios {
		ratios[i] = r.ours[i] / r.theirs[i]
	}
	return median(ratios)
}

func median(list []float64) float64 {
	sorted := slices.Sorted(slices.Values(list))
	if len(sorted) == 0 {
		return 0
	}
	return sorted[len(sorted)/2]
}

// best gives the peer with the smallest median, and its figures.
func best(peers map[string][]float64) (string, []float64) {
	name := ""
	for peer, figures := range peers {
		if name == "" || median(figures) < median(peers[name]) || median(figures) == median(peers[name]) && peer < name {
			name = peer
		}
	}
	return name, peers[name]
}
