package main

import (
	"bytes"
	"context"
	"fmt"
	"os/exec"
	"syscall"
	"time"
)

// used is what a process took.
type used struct {
	seconds   float64
	mebibytes float64 // at its peak
}

// runAlone runs a program, and says what it took.
func runAlone(ctx context.Context, dir string, args []string) (used, error) {
	var faults bytes.Buffer
	command := exec.CommandContext(ctx, args[0], args[1:]...)
	command.Dir, command.Stderr = dir, &faults
	start := time.Now()
	if err := command.Run(); err != nil {
		return used{}, fmt.Errorf("%v: %w\n%s", args, err, &faults)
	}
	took := used{seconds: time.Since(start).Seconds()}
	if usage, ok := command.ProcessState.SysUsage().(*syscall.Rusage); ok {
		took.mebibytes = float64(usage.Maxrss) / 1024
	}
	return took, nil
}
