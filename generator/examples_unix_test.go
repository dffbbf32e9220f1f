//go:build unix

package generator_test

import (
	"fmt"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// TestExampleMakeKilled kills a make, with all that it runs, at any moment of a
// build: the next one makes good what was left, and builds on nothing stale.
func TestExampleMakeKilled(t *testing.T) {
	t.Parallel()
	shop := example(t, "make")
	const report = "build/report.txt"
	shop.run("make", report)
	started := time.Now()
	shop.change("codes.yaml", "1001", "1002")
	shop.run("make", report)
	whole := time.Since(started)

	const kills = 20
	killed := 0
	for i := range kills {
		was, is := fmt.Sprint(1002+i), fmt.Sprint(1003+i)
		shop.change("codes.yaml", was, is)
		build := shop.command(".", "make", report)
		build.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
		require.NoError(t, build.Start())
		time.Sleep(whole * time.Duration(i) / kills)
		_ = syscall.Kill(-build.Process.Pid, syscall.SIGKILL) // it may have ended by itself
		if build.Wait() != nil {
			killed++
		}
		shop.run("make", report)
		require.Equal(t, is+" 2001\n", read(t, filepath.Join(shop.dir, report)))
		shop.run("statusgen", "check")
		shop.run("make", "-q", report)
	}
	require.NotZero(t, killed, "every build was over before it was killed")
}

// TestExampleMakeTwice runs two builds at once: both end well, and leave what
// one would.
func TestExampleMakeTwice(t *testing.T) {
	t.Parallel()
	shop := example(t, "make")
	for i := range 5 {
		shop.change("codes.yaml", fmt.Sprint(1001+i), fmt.Sprint(1002+i))
		const stamp = "build/codes.stamp"
		one, other := shop.command(".", "make", stamp), shop.command(".", "make", stamp)
		require.NoError(t, one.Start())
		require.NoError(t, other.Start())
		require.NoError(t, one.Wait())
		require.NoError(t, other.Wait())
		shop.run("statusgen", "check")
		shop.run("make", "-q", stamp)
	}
}
