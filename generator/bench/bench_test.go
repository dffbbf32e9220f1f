package main

import (
	"math"
	"strings"
	"testing"
	"time"
)

// TestSlice measures a little of everything, so that the harness cannot rot. It
// holds no figure to a target: this is no place to measure.
func TestSlice(t *testing.T) {
	results, err := measure(t.Context(), effort{codes: 200, rounds: 1, spell: time.Millisecond, compilations: 1, processes: 1})
	if err != nil {
		t.Fatal(err)
	}
	page := results.markdown()
	for _, promised := range []string{
		"Go http code", "Go 10,000 clustered", "Go 10,000 scattered", "Go http name", "Go 10,000 names", "Go work", "Go program", "Go compile",
		"TypeScript one constant", "TypeScript one phrase, bundled", "TypeScript one phrase of", "TypeScript code",
		"Python 3.", "code -> phrase", "import, constants and functions", "the first of a directory", "import, with the enum",
	} {
		if !strings.Contains(page, promised) {
			t.Errorf("no row says %q", promised)
		}
	}
	if strings.Contains(page, "NaN") || strings.Contains(page, "Inf") {
		t.Errorf("a figure is missing:\n%s", page)
	}
}

// TestRatio takes the best peer of each round, and the median of the rounds.
func TestRatio(t *testing.T) {
	m := measures{"q": {
		ours: {Costs: []float64{1, 1, 1}},
		"a":  {Costs: []float64{2, 4, 8}},
		"b":  {Costs: []float64{4, 2, 8}},
	}}
	for _, c := range []struct {
		peers []string
		want  float64
	}{{nil, 0.5}, {[]string{"a"}, 0.25}} {
		if got := m.ratio("q", c.peers...); got != c.want {
			t.Errorf("beside %v: %v, want %v", c.peers, got, c.want)
		}
	}
	if !math.IsNaN(m.ratio("unasked")) {
		t.Error("a question that nobody answered has a ratio")
	}
}

// TestMissed shows a promise that is not met with its reason.
func TestMissed(t *testing.T) {
	r := results{}
	r.add(atMost("a lookup", "a peer", 0.5, 0.6, "it is slow"), atMost("another", "a peer", 0.5, 0.5, "never shown"))
	page := r.markdown()
	for _, want := range []string{"| a lookup | a peer | <= 0.500 | 0.600 | **no** |", "| another | a peer | <= 0.500 | 0.500 | yes |", "a peer**: it is slow"} {
		if !strings.Contains(page, want) {
			t.Errorf("no %q in\n%s", want, page)
		}
	}
	if strings.Contains(page, "never shown") {
		t.Error("a reason is given for what is met")
	}
}
