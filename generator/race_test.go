//go:build race

package generator_test

// The race detector takes 5 to 10 times the memory and 2 to 20 times the time
// (go.dev/doc/articles/race_detector), in the command too, which is this binary:
// bounds of either say nothing of what users run.
func init() { bounded = false }
