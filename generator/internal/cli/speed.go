package cli

import (
	"runtime"
	"runtime/debug"
	"sync"

	"github.com/statusgen/statusgen/generator/internal/codes"
)

const (
	small = 16 << 20  // bytes: of heap, which the source of some thousand codes takes to be read
	ample = 592 << 20 // bytes: what a run may use before it is worth a processor's time to use less
)

// collecting is decided once in a run: by what patience allows, or by a budget.
var collecting sync.Once

// patience puts the first collection of garbage off until it is worth its while.
// From then on, there are half as many as usual: what reads a source that is
// refused must not take the memory that a large one may.
func patience() {
	const usual, first = 100, 4 << 20 // percent, and the heap that the first collection comes at with it
	debug.SetGCPercent(usual * small / first)
	runtime.AddCleanup(new(*int), func(struct{}) {
		collecting.Do(func() { debug.SetGCPercent(2 * usual) })
	}, struct{}{})
}

// budget gives how many targets of a catalogue may be worked on at once: of the
// largest few, because each has a view and outputs as large. From here on, memory
// is traded for time: garbage is collected where the limit is near, which in most
// runs it never is. Where ample is not enough, it allows what is: a limit below
// that has the collector run all the time.
func budget(catalog *codes.Catalog) (width int) {
	const largest = 50_000
	n, texts := 0, 0
	for _, table := range catalog.Tables {
		n += len(table.Codes)
		for _, c := range table.Codes {
			texts += len(c.Name.Value) + len(c.Phrase.Value) + len(c.Summary.Value) + len(c.Action.Value) + len(c.Message.Value)
		}
	}
	collecting.Do(func() {}) // what patience began is over
	debug.SetGCPercent(-1)
	debug.SetMemoryLimit(max(ample, int64(4<<10*n+12*texts)))
	if n > largest {
		go runtime.GC() // of what was read, while the rules keep but one processor busy
		return 2
	}
	return 16
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
