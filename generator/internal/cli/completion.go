package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/statusgen/statusgen/generator/internal/load"
)

// completePlaces completes TARGET=DIR: the targets of the source, or else the
// languages that are shipped, and then the directory.
func (r *run) completePlaces(_ *cobra.Command, given []string, word string) ([]string, cobra.ShellCompDirective) {
	if strings.Contains(word, "=") {
		return nil, cobra.ShellCompDirectiveFilterDirs
	}
	var places []string
	for _, name := range r.targetNames() {
		place := name + "="
		taken := slices.ContainsFunc(given, func(other string) bool { return strings.HasPrefix(other, place) })
		if strings.HasPrefix(place, word) && !taken {
			places = append(places, place)
		}
	}
	return places, cobra.ShellCompDirectiveNoSpace | cobra.ShellCompDirectiveNoFileComp
}

// targetNames lists the targets that a command line can name. Who completes a
// word does not want to hear of faults.
func (r *run) targetNames() []string {
	names := shipped()
	if r.in == "-" {
		return names // it is not there to be read twice
	}
	source, err := r.open()
	if err != nil {
		return names
	}
	catalog, _ := load.Parse(source, source.name)
	if catalog == nil || len(catalog.Targets) == 0 {
		return names
	}
	names = names[:0]
	for _, target := range catalog.Targets {
		names = append(names, target.Name.Value)
	}
	return names
}
