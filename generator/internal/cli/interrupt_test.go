package cli

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/require"
)

// patient is a context that is over once it was asked so many times.
type patient struct {
	context.Context
	times atomic.Int64
}

func (p *patient) Err() error {
	if p.times.Add(-1) < 0 {
		return context.Canceled
	}
	return nil
}

// TestABuildIsInterruptedBetweenItsSteps interrupts a build at each place where
// it looks, until it comes to its end.
func TestABuildIsInterruptedBetweenItsSteps(t *testing.T) {
	dir := t.TempDir()
	source := "version: 1\ntargets:\n  python: {out: gen}\ntables:\n  shop:\n    codes:\n      - {code: 1, name: open}\n"
	require.NoError(t, os.WriteFile(filepath.Join(dir, "codes.yaml"), []byte(source), 0o666))
	interrupted := 0
	for ; ; interrupted++ {
		ctx := &patient{Context: t.Context()}
		ctx.times.Store(int64(interrupted))
		var said bytes.Buffer
		r := &run{ctx: ctx, stdout: &said, stderr: &said, in: filepath.Join(dir, "codes.yaml")}
		trees, err := r.prepare(nil)
		if err == nil {
			require.Len(t, trees, 1)
			require.NotEmpty(t, trees[0].Files)
			break
		}
		require.Nil(t, trees)
		require.Equal(t, exitInterrupted, r.exit(ctx, err))
		require.Equal(t, "statusgen: interrupted; nothing was written\n", said.String())
	}
	require.Equal(t, 4, interrupted) // after Parse and Check, Plan and Render
}
