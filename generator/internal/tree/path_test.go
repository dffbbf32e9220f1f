package tree

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestPathFault(t *testing.T) {
	good := []string{"a", "a.go", "src/http.ts", "py.typed", "__init__.py", "with space.md", strings.Repeat("a", 255) + "/b", "ü/é.md", ".hidden", "console.go", "com10.go", "nulls/a", "..a", "a..b"}
	for _, p := range good {
		require.Empty(t, pathFault(p), p)
	}
	bad := []string{
		"", ".", "..", "../evil", "a/../../b", "a/../b", "./a", "a//b", "a/", "/etc/cron.d", "/",
		`a\b`, `..\evil`, "c:evil", "C:/evil", "foo.go:ads", "a*", "a?", `a"b`, "a<b", "a>b", "a|b",
		"a\x00b", "a\nb", "a\x1bb", "a\u0085b", "\xff",
		"foo.go.", "foo.go ", "dir./a", "dir /a",
		"con", "CON.go", "a/Nul", "aux.tar.gz", "prn ", "nul .txt", "com1", "LPT9.ts", "com¹.go", "conin$", "CONOUT$",
		strings.Repeat("a", 256), strings.Repeat("é", 128) + "/a", ".statusgen.json", "a/.StatusGen.json", ".statusgen-1.tmp", ".statusgen-1.tmp/a",
	}
	for _, p := range bad {
		require.NotEmpty(t, pathFault(p), "%q", p)
	}
}

func TestBadPathsAreRefusedBeforeAnything(t *testing.T) {
	dir := t.TempDir()
	for _, p := range []string{"../evil", "/etc/x", "nul.go", "a\x00b", `a\b`, ".statusgen.json"} {
		gen := filepath.Join(dir, "gen")
		_, err := Write(context.Background(), []Tree{treeAt(gen, "good.go", header, p, "x")}, Options{Force: true})
		var fault *PathError
		require.ErrorAs(t, err, &fault)
		require.Equal(t, p, fault.Path)
		require.NotContains(t, err.Error(), "\x00")
		require.Empty(t, list(t, dir))
		_, err = Diff([]Tree{treeAt(gen, p, "x")})
		require.ErrorAs(t, err, &fault)
	}
}

func TestOutputsThatCollide(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.Mkdir(filepath.Join(dir, "real"), 0o777))
	require.NoError(t, os.Symlink("real", filepath.Join(dir, "link")))
	at := func(d string, paths ...string) Tree {
		tree := Tree{Dir: filepath.Join(dir, d), Name: d}
		for _, p := range paths {
			tree.Files = append(tree.Files, File{Path: p})
		}
		return tree
	}
	cases := map[string]struct {
		trees []Tree
		want  string // empty: no collision
	}{
		"twice":                      {[]Tree{at("gen", "a", "a")}, `the output "a" of gen and "gen/a" are one file`},
		"case":                       {[]Tree{at("gen", "src/Http.ts", "src/http.ts")}, `the output "src/http.ts" of gen and "gen/src/Http.ts" are one file`},
		"case beyond ASCII":          {[]Tree{at("gen", "É", "é", "K", "k")}, `"k" of gen and "gen/K" are`},
		"one directory":              {[]Tree{at("gen", "a"), at("gen", "b")}, "gen and gen are one directory"},
		"one directory by case":      {[]Tree{at("gen", "a"), at("Gen", "b")}, "gen and Gen are one directory"},
		"one directory by spelling":  {[]Tree{at("gen", "a"), at("x/../gen", "b")}, "gen and x/../gen are one directory"},
		"one directory by link":      {[]Tree{at("real", "a"), at("link", "b")}, "real and link are one directory"},
		"below one directory":        {[]Tree{at("real/x", "a"), at("link/X", "b")}, "real/x and link/X are one directory"},
		"file and directory":         {[]Tree{at("gen", "a/b", "A")}, `the output "a/b" of gen needs a directory where "gen/A" is a file`},
		"file and directory, nested": {[]Tree{at("gen", "go"), at("gen/go", "a")}, `the output "a" of gen/go needs a directory where "gen/go" is a file`},
		"nested trees, one file":     {[]Tree{at("gen", "go/a"), at("gen/go", "a")}, `the output "a" of gen/go and "gen/go/a" are one file`},
		"nested trees":               {[]Tree{at("gen", "a"), at("gen/go", "a")}, ""},
		"neighbours":                 {[]Tree{at("a", "x"), at("ab", "x")}, ""},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			before := list(t, dir)
			_, err := Diff(c.trees)
			if c.want == "" {
				require.NoError(t, err)
				return
			}
			require.ErrorContains(t, err, c.want)
			_, err = Write(context.Background(), c.trees, Options{Force: true})
			require.ErrorContains(t, err, c.want)
			require.Equal(t, before, list(t, dir))
		})
	}
}

func TestEveryBadPathIsNamedInOneRun(t *testing.T) {
	_, err := Diff([]Tree{treeAt(t.TempDir(), "../a", "", "nul", "", "b", "", "B", "")})
	require.Len(t, strings.Split(err.Error(), "\n"), 3)
}
