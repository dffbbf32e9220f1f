package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"strings"
)

// printed is what a program printed.
type printed struct {
	out    []byte
	faults string
}

// run runs a program that must succeed.
func run(ctx context.Context, dir string, env []string, name string, args ...string) (printed, error) {
	var out, faults bytes.Buffer
	command := exec.CommandContext(ctx, name, args...)
	command.Dir = dir
	command.Env = append(os.Environ(), env...)
	command.Stdout, command.Stderr = &out, &faults
	if err := command.Run(); err != nil {
		return printed{}, fmt.Errorf("%s %s: %w\n%s", name, strings.Join(args, " "), err, &faults)
	}
	return printed{out.Bytes(), faults.String()}, nil
}
