package generator_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestArgumentsInMessages gives the command what is of several lines, and what
// is very long, wherever a message may repeat it.
func TestArgumentsInMessages(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "codes.yaml"), "version: 1\ntables:\n  shop:\n    codes:\n      - {code: 1, name: open}\n")
	for _, args := range [][]string{
		{"X"}, {"--X"}, {"-X"}, {"schema", "X"}, {"explain", "X"}, {"explain", "shop/X"}, {"fmt", "X/y"}, {"init", "codes.yaml/X"},
		{"diff", "--against", "X"}, {"diff", "--against=X:codes.yaml"}, {"diff", "--against", "HEAD:X"}, {"diff", "--against", "codes.yaml", "--fail-on", "X"},
		{"check", "--in", "X"}, {"check", "--in=X"}, {"check", "--as-of", "X"}, {"check", "--format", "X"}, {"check", "--diff=X"},
		{"generate", "X"}, {"generate", "X=gen"}, {"generate", "go=codes.yaml/X"}, {"generate", "go=X", "go=X"}, {"generate", "go=X", "python=X"},
		{"generate", "go=gen", "--depfile", "codes.yaml/X"}, {"generate", "go=gen", "--depfile=codes.yaml/X"},
		{"import", "X", "list"}, {"import", "csv", "X"}, {"import", "csv", "codes.yaml", "--table", "X"}, {"import", "csv", "codes.yaml", "--column", "X=Y"},
	} {
		for _, x := range []string{"one\ntwo", strings.Repeat("x", 100_000), strings.Repeat("ä ", 40_000)} {
			given := make([]string, len(args))
			for i, arg := range args {
				given[i] = strings.ReplaceAll(arg, "X", x)
			}
			_, said, status := statusgen(t, dir, given...)
			require.NotZero(t, status, args)
			require.Less(t, len(said), 2000, args)
			require.NotContains(t, said, "\ntwo", args)
			require.NotRegexp(t, `<[0-9A-F]{2}>`, said, args)
		}
	}
}
