package render

import (
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/statusgen/statusgen/generator/internal/codes"
)

func TestShapeAtItsBorders(t *testing.T) {
	run := func(n int, step int64) []int64 {
		var list []int64
		for i := range n {
			list = append(list, int64(i)*step)
		}
		return list
	}
	// Pages of 256 neighbours, far apart.
	clusters := func(pages int, apart int64) []int64 {
		var list []int64
		for page := range pages {
			for i := range PageSize {
				list = append(list, int64(page)*apart+int64(i))
			}
		}
		return list
	}
	for _, c := range []struct {
		what  string
		codes []int64
		want  Shape
	}{
		{"no code", nil, Few},
		{"one code", []int64{7}, Dense},
		{"two at the border of a span", []int64{0, denseSpan - 1}, Dense},
		{"two behind it", []int64{0, denseSpan}, Few},
		{"below zero", []int64{-denseSpan + 1, 0}, Dense},
		{"the whole of the numbers", []int64{math.MinInt64, math.MaxInt64}, Few},
		{"few", run(fewKeys, 1<<20), Few},
		{"one more than few", run(fewKeys+1, 1<<20), Scattered},
		{"1,000 as thin as dense may be, in any order", append([]int64{denseFill*1000 - 1}, run(999, 1)...), Dense},
		{"the same, ascending", append(run(999, 1), denseFill*1000-1), Dense},
		{"the longest array", append(run(9999, 1), arraySpan-1), Dense},
		{"one that would be longer", append(run(9999, 1), arraySpan), Ranked},
		{"the same, in another order", append([]int64{arraySpan}, run(9999, 1)...), Dense},
		{"1,000 just thinner", append(run(999, 1), denseFill*1000), Paged},
		{"clusters", clusters(40, 1<<14), Paged},
		{"clusters too far apart", clusters(40, 1<<30), Scattered},
		{"evenly thin", run(1000, 1000), Scattered},
	} {
		table := &Table{Integer: true}
		for _, n := range c.codes {
			value := codes.IntegerValue(n)
			table.Codes = append(table.Codes, &Code{value: &value})
		}
		assert.Equal(t, c.want, shapeOf(table), c.what)
	}
}

func TestShapeOfTexts(t *testing.T) {
	table := &Table{}
	for i := range fewKeys + 1 {
		assert.Equal(t, Few, shapeOf(table))
		value := codes.TextValue(fmt.Sprint("c", i))
		table.Codes = append(table.Codes, &Code{value: &value})
	}
	assert.Equal(t, Scattered, shapeOf(table))
}
