package main

import (
	"strings"
	"testing"
)

// TestGeneratorSlice measures the generators a little, so that the harness
// cannot rot.
func TestGeneratorSlice(t *testing.T) {
	results, err := measure(t.Context(), effort{processes: 1, sizes: []int{sizes[0], 200, 400}, runs: []int{1, 1, 1}}, generatorsName)
	if err != nil {
		t.Fatal(err)
	}
	page := results.markdown()
	for _, promised := range []string{
		"make bench-generator", "three languages, 400 codes", "time for 400 codes", "memory for 400 codes", "peak memory", "built-in catalogue",
		"generate 200 codes | enumer", "generate 200 codes | go-enum",
	} {
		if !strings.Contains(page, promised) {
			t.Errorf("no row says %q", promised)
		}
	}
	if strings.Contains(page, "NaN") || strings.Contains(page, "Inf") {
		t.Errorf("a figure is missing:\n%s", page)
	}
}
