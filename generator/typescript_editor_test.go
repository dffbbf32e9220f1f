package generator_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestTypeScriptInEditors holds what an editor shows and offers, and strikes
// through, to goldens. UPDATE=1 rewrites them.
func TestTypeScriptInEditors(t *testing.T) {
	for _, name := range []string{"product", "errors"} {
		t.Run(name, func(t *testing.T) {
			dir, golden := t.TempDir(), filepath.Join("testdata/typescript/editor", name+".txt")
			use := filepath.Join(dir, name+".ts")
			for _, file := range append(sourcesOf(t, generateTypeScript(t, typescripts[name])), "testdata/typescript/editor/"+name+".ts") {
				write(t, filepath.Join(dir, filepath.Base(file)), read(t, file))
			}
			for _, version := range []string{"5.9", "6.0"} { // 7 has no such interface for programs
				compiler := installed(t, filepath.Join("node_modules", "typescript-"+version, "lib/typescript.js"))
				shown := run(t, exec.Command("node", "testdata/typescript/editor/editor.mjs", compiler, use))
				if os.Getenv("UPDATE") != "" {
					write(t, golden, shown)
				}
				require.Equal(t, strings.Split(read(t, golden), "\n"), strings.Split(shown, "\n"), version)
			}
		})
	}
}
