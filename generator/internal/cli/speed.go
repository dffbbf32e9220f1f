package cli

import (
	"runtime"
	"runtime/debug"
	"sync"

	"github.com/statusgen/statusgen/generator/internal/codes"
)

// ample is what a run may use before it is worth a processor's time to use less.
const ample = 512 << 20 // bytes

// hurry trades memory for time. The garbage of most runs need not be collected
// before their end.
func hurry() {
	debug.SetGCPercent(1000)
	debug.SetMemoryLimit(ample)
}

// budget gives how many targets of a catalogue may be worked on at once: of the
// largest one after the other, because each has a view and outputs as large.
func budget(catalog *codes.Catalog) (width int) {
	const largest = 50_000
	n := 0
	for _, table := range catalog.Tables {
		n += len(table.Codes)
	}
	if n <= largest {
		return 16
	}
	// What follows takes some five times what a catalogue does. A limit below
	// what is needed would have the collector run all the time.
	runtime.GC()
	var memory runtime.MemStats
	runtime.ReadMemStats(&memory)
	debug.SetMemoryLimit(max(ample, int64(memory.HeapAlloc)*6))
	return 1
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
