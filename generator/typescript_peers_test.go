package generator_test

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestTypeScriptPeers asks the packages that people use and ours the same
// questions: every answer is equal, or is listed with its reason.
func TestTypeScriptPeers(t *testing.T) {
	peers := filepath.Dir(installed(t, "node_modules/statuses"))
	source, out := generateTypeScript(t, typescripts["product"]), t.TempDir()
	compile(t, compilers["7"], append(sourcesOf(t, source), "testdata/typescript/peers/peers.ts"), out, nil)
	found := run(t, exec.Command("node", filepath.Join(out, "peers.js"), peers))

	var listed []string
	reasons := 0
	for _, part := range strings.Split(read(t, "testdata/typescript/peers/differences.txt"), "\n\n") {
		var differences []string
		for _, line := range strings.Split(strings.TrimSpace(part), "\n") {
			if !strings.HasPrefix(line, "# ") {
				differences = append(differences, line)
			}
		}
		if len(differences) > 0 {
			require.True(t, strings.HasPrefix(part, "# "), "no reason is given for %s", differences[0])
			reasons++
		}
		listed = append(listed, differences...)
	}
	require.Positive(t, reasons)
	require.ElementsMatch(t, listed, strings.Split(strings.TrimSpace(found), "\n"))
}
