package cli

import (
	"os"
	"runtime/debug"
	"sync"

	"github.com/statusgen/statusgen/generator/internal/codes"
)

// budget trades time for memory, and gives how many targets may be worked on at
// once. The garbage of a small run need not be collected before its end; a large
// one is to fit beside others.
func budget(catalog *codes.Catalog) (width int) {
	const large = 20_000
	n := 0
	for _, table := range catalog.Tables {
		n += len(table.Codes)
	}
	percent, width := 400, 16
	if n > large {
		percent, width = 30, 2
	}
	if os.Getenv("GOGC") == "" { // else the user has said so
		debug.SetGCPercent(percent)
	}
	return width
}

// atOnce does something for each of a list, for as many at once as the width
// allows. The model is read-only by now.
func atOnce[T any](width int, list []T, do func(int, T)) {
	free := make(chan struct{}, width)
	var all sync.WaitGroup
	for i, one := range list {
		free <- struct{}{}
		all.Go(func() {
			do(i, one)
			<-free
		})
	}
	all.Wait()
}
