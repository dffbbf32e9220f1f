package codes

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/statusgen/statusgen/generator/internal/diag"
)

func globs(list ...string) *Table {
	t := &Table{Kind: Text}
	for _, glob := range list {
		t.Classes = append(t.Classes, &Class{Glob: At[string]{Value: glob, Pos: diag.Pos{Line: 1}}})
	}
	return t
}

func TestGlobs(t *testing.T) {
	for _, c := range []struct {
		glob, code string
		holds      bool
	}{
		{"a?c", "abc", true}, {"a?c", "aéc", true}, {"a?c", "a\U0001F600c", true}, {"a?c", "ac", false}, {"a?c", "abcd", false}, {"a?c", "ab", false},
		{"a?*", "ab", true}, {"a?*", "a", false}, {"a?*", "abcd", true}, {"*", "", true}, {"?", "", false}, {"é*", "é", true}, {"é*", "e\u0301", false},
	} {
		require.Equal(t, c.holds, globs(c.glob).ClassOf(TextValue(c.code)) != nil, c)
	}
}

// TestManyClasses asks for the classes of one code again and again, also when
// the table has changed.
func TestManyClasses(t *testing.T) {
	var list []string
	for i := range 1024 {
		list = append(list, fmt.Sprintf("????????????????????????????????%04d*", i))
	}
	table := globs(list...)
	code := TextValue("abcdefghijklmnopqrstuvwxyzabcdef1023")
	start := time.Now()
	for range 200_000 {
		require.Same(t, table.Classes[1023], table.ClassOf(code))
	}
	require.Less(t, time.Since(start), 10*time.Second, "each time it looked at all of them")
	last := table.Classes[1023]
	table.Classes = table.Classes[:1023]
	require.Nil(t, table.ClassOf(code))
	table.Classes = append([]*Class{last}, table.Classes...)
	require.Same(t, last, table.ClassOf(code))
	require.Nil(t, table.ClassOf(TextValue("abc")))
}
