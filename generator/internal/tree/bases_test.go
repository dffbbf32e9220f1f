package tree

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestBases(t *testing.T) {
	dir := t.TempDir()
	tree := treeAt(dir, "a.go", header)
	tree.Bases = map[string]string{"builtin:http": "1", "builtin:grpc": "2", "x.yaml:x": "3"}
	generate(t, tree)
	require.Contains(t, get(t, dir, manifestName), `
  "bases": {
    "builtin:grpc": "2",
    "builtin:http": "1",
    "x.yaml:x": "3"
  }
}
`)
	require.Empty(t, diff(t, tree).Changes)

	for _, c := range []struct {
		bases map[string]string
		want  string
	}{
		{map[string]string{"builtin:http": "9", "builtin:grpc": "2", "x.yaml:x": "3"}, ": builtin:http has changed since gen was written"},
		{map[string]string{"builtin:http": "9", "builtin:grpc": "9"}, ": builtin:grpc and builtin:http have changed since gen was written"},
		{map[string]string{"builtin:http": "9", "builtin:grpc": "9", "x.yaml:x": "9"}, ": builtin:grpc, builtin:http and x.yaml:x have changed since gen was written"},
		{map[string]string{"builtin:http": "1", "builtin:grpc": "2", "builtin:dns": "9"}, ""},
		{nil, ""},
	} {
		tree.Bases = c.bases
		require.Equal(t, []string{"gen/.statusgen.json is modified" + c.want}, changes(diff(t, tree)))
	}
}
