package generator_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// run runs a program that must succeed, and gives its standard output.
func run(t testing.TB, command *exec.Cmd) string {
	t.Helper()
	var out, faults strings.Builder
	command.Stdout, command.Stderr = &out, &faults
	require.NoError(t, command.Run(), "%s\n%s%s", command, &out, &faults)
	return out.String()
}

func write(t testing.TB, name, content string) {
	t.Helper()
	require.NoError(t, os.MkdirAll(filepath.Dir(name), 0o777))
	require.NoError(t, os.WriteFile(name, []byte(content), 0o666))
}

func encode(t testing.TB, value any) []byte {
	t.Helper()
	data, err := json.Marshal(value)
	require.NoError(t, err)
	return data
}

func decode(t testing.TB, name string, into any) {
	t.Helper()
	data, err := os.ReadFile(name)
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(data, into), name)
}
