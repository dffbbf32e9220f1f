package main

import (
	"iter"
	"slices"
	"strings"
)

// picked draws inputs from a list.
func picked[T any](from []T) []T {
	list := make([]T, inputs)
	for i := range list {
		list[i] = from[seeded.IntN(len(from))]
	}
	return list
}

// strangers draws numbers from first to last that a table lacks, and a few
// from beyond.
func strangers(known []int, first, last int) []int {
	isKnown := map[int]bool{}
	for _, c := range known {
		isKnown[c] = true
	}
	list := make([]int, inputs)
	for i := range list {
		list[i] = first + seeded.IntN(last-first+1)
		if i%16 == 0 {
			list[i] = -list[i] - 1
		}
		for isKnown[list[i]] {
			list[i] = first + seeded.IntN(last-first+1)
		}
	}
	return list
}

// misspelt draws names with one letter wrong.
func misspelt(names []string) []string {
	list := picked(names)
	for i, name := range list {
		at := seeded.IntN(len(name))
		list[i] = name[:at] + "~" + name[at+1:]
	}
	return list
}

func collect[C ~int](all iter.Seq[C]) []int {
	var list []int
	for c := range all {
		list = append(list, int(c))
	}
	slices.Sort(list)
	return list
}

func namesOf[C ~int](all iter.Seq[C], name func(C) string) []string {
	var list []string
	for c := range all {
		list = append(list, strings.Clone(name(c))) // nobody's own text, which would be known by its address
	}
	return list
}
