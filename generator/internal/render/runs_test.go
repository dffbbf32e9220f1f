package render

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/statusgen/statusgen/generator/internal/codes"
)

func TestRunsAtTheirBorders(t *testing.T) {
	table := func(phrase func(int64) string, numbers ...int64) *Table {
		table := &Table{Integer: true}
		for _, n := range numbers {
			value := codes.IntegerValue(n)
			table.Codes = append(table.Codes, &Code{
				Literal: fmt.Sprint(n), Name: fmt.Sprint("n", n), Phrase: NewText(phrase(n)), value: &value,
			})
		}
		table.Shape = shapeOf(table)
		return table
	}
	named := func(n int64) string { return fmt.Sprint("p", n) }
	row := func(first int64, n int) []int64 {
		list := make([]int64, n)
		for i := range list {
			list[i] = first + int64(i)
		}
		return list
	}
	shown := func(runs []Run) string {
		var list []string
		for _, run := range runs {
			list = append(list, run.Key+":"+run.Texts.raw())
		}
		return strings.Join(list, " ")
	}

	// Each code of three digits behind the first saves six bytes of seven.
	border := 1 + 2*unpacking/6
	assert.Empty(t, table(named, row(100, border)...).PhraseRuns())
	assert.Len(t, table(named, row(100, border+1)...).PhraseRuns(), 1)
	assert.Len(t, table(named, row(100, border+1)...).NameRuns(), 1)

	// A run of its own costs the seven bytes that as many bars do.
	long := row(100, 2*border)
	last := long[len(long)-1]
	for _, c := range []struct {
		next int64
		want string
	}{
		{last + 1, fmt.Sprintf("|p%d|p%d", last, last+1)},
		{last + 7, fmt.Sprintf("|p%d|||||||p%d", last, last+7)},
		{last + 8, fmt.Sprintf("|p%d %d:p%d", last, last+8, last+8)},
	} {
		for _, numbers := range [][]int64{append(row(100, 2*border), c.next), append([]int64{c.next}, long...)} {
			runs := shown(table(named, numbers...).PhraseRuns())
			assert.True(t, strings.HasPrefix(runs, "100:p100|p101|"), runs)
			assert.True(t, strings.HasSuffix(runs, c.want), runs)
		}
	}

	below := table(named, append(row(-60, 100), 1000)...)
	assert.Regexp(t, `^\[-60\]:p-60\|p-59\|.*\|p-1\|p0\|p1\|.*\|p39 1000:p1000$`, shown(below.PhraseRuns()))

	// A code without a phrase leaves an empty one, and is no end.
	rare := table(func(n int64) string { return strings.Repeat("p", int(n%2)) }, row(100, 4*border)...)
	assert.True(t, strings.HasPrefix(shown(rare.PhraseRuns()), "101:p||p||p"))

	barred := table(func(n int64) string { return strings.Repeat("a|b", int(n/last)) }, long...)
	assert.Empty(t, barred.PhraseRuns())
	assert.Len(t, barred.NameRuns(), 1)

	assert.Len(t, table(named, row(0, keyedCodes)...).NameRuns(), 1)
	assert.Empty(t, table(named, row(0, keyedCodes+1)...).NameRuns(), "no object either")
	scattered := make([]int64, 1000)
	for i := range scattered {
		scattered[i] = int64(i) * 10
	}
	assert.Empty(t, table(named, scattered...).NameRuns(), "each is a run of its own")
	assert.Empty(t, (&Table{Codes: below.Codes, Shape: Scattered}).NameRuns(), "texts are keys")
}
