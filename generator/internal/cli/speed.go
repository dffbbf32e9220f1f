package cli

import (
	"runtime"
	"runtime/debug"
	"sync"

	"github.com/statusgen/statusgen/generator/internal/codes"
)

// budget trades time for memory, and gives how many targets may be worked on at
// once. The garbage of a small run need not be collected before its end; a large
// one is to fit beside others, and in the largest each target waits for the one
// before.
func (r *run) budget(catalog *codes.Catalog) (width int) {
	const large, largest = 20_000, 50_000
	n := 0
	for _, table := range catalog.Tables {
		n += len(table.Codes)
	}
	switch {
	case r.width > 0: // it was asked before
		return r.width
	case n <= large:
		r.width = 16
		debug.SetGCPercent(400)
	default:
		r.width = 2
		if n > largest {
			r.width = 1
		}
		debug.SetGCPercent(30)
		// What follows takes some five times what a catalogue does.
		runtime.GC()
		var memory runtime.MemStats
		runtime.ReadMemStats(&memory)
		debug.SetMemoryLimit(int64(memory.HeapAlloc) * 6)
	}
	return r.width
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
