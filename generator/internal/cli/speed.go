package cli

import (
	"os"
	"runtime/debug"
	"sync"

	"github.com/statusgen/statusgen/generator/internal/codes"
)

// collectGarbage trades time for memory. That of a small run need not be
// collected before its end; a large one is to fit beside others.
func collectGarbage(catalog *codes.Catalog) {
	const large = 20_000
	n := 0
	for _, table := range catalog.Tables {
		n += len(table.Codes)
	}
	if os.Getenv("GOGC") == "" && n > large {
		debug.SetGCPercent(50)
	} else if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(400)
	}
}

// atOnce does something for each of a list, for all of them at once. The model
// is read-only by now.
func atOnce[T any](list []T, do func(int, T)) {
	var all sync.WaitGroup
	for i, one := range list {
		all.Go(func() { do(i, one) })
	}
	all.Wait()
}
