//go:build unix

package tree

import (
	"fmt"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// cpuTime is what this process has computed so far: other than the clock, it
// does not run faster where the machine has more to do.
func cpuTime(t *testing.T) time.Duration {
	t.Helper()
	var usage syscall.Rusage
	require.NoError(t, syscall.Getrusage(syscall.RUSAGE_SELF, &usage))
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}

// The worst that is still compared line by line: no two lines are equal.
func TestUnifiedJustBelowTheBound(t *testing.T) {
	var old, new strings.Builder
	for i := 0; old.Len()+new.Len() < maxUnified-40; i++ {
		fmt.Fprintf(&old, "%d\n", 2*i)
		fmt.Fprintf(&new, "%d\n", 2*i+1)
	}
	start := cpuTime(t)
	require.Contains(t, modified(old.String(), new.String()).Unified(), "@@")
	require.Less(t, cpuTime(t)-start, 5*time.Second)
}
