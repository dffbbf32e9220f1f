package tree

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func TestDamageByEditorsAndGit(t *testing.T) {
	const content = header + "a\nb\n"
	crlf := strings.ReplaceAll(content, "\n", "\r\n")
	cases := map[string]struct{ damaged, want string }{
		"CRLF":         {crlf, `gen/a.go is modified: its lines end in CRLF; add "gen/** text eol=lf" to .gitattributes`},
		"some CRLF":    {strings.Replace(content, "\n", "\r\n", 1), `gen/a.go is modified: its lines end in CRLF; add "gen/** text eol=lf" to .gitattributes`},
		"BOM":          {"\ufeff" + content, "gen/a.go is modified: it begins with a byte order mark (BOM), which an editor must have added"},
		"CRLF and BOM": {"\ufeff" + crlf, `gen/a.go is modified: its lines end in CRLF and it begins with a byte order mark (BOM); add "gen/** text eol=lf" to .gitattributes`},
		"more than it": {crlf + "c\r\n", "gen/a.go is modified"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			tree := treeAt(dir, "a.go", content)
			generate(t, tree)
			put(t, dir, "a.go", c.damaged)
			report := diff(t, tree)
			require.Equal(t, []string{c.want}, changes(report))
			require.Equal(t, strings.HasSuffix(c.want, "modified"), report.Changes[0].Unified() != "")
			generate(t, tree)
			require.Equal(t, content, get(t, dir, "a.go"))
		})
	}
}

func TestTheManifestMayBeDamagedToo(t *testing.T) {
	dir := t.TempDir()
	generate(t, treeAt(dir, "old.go", header))
	put(t, dir, manifestName, "\ufeff"+strings.ReplaceAll(get(t, dir, manifestName), "\n", "\r\n"))
	report := generate(t, treeAt(dir))
	require.Empty(t, report.Warnings)
	require.Equal(t, 1, report.Removed())
}

func modified(old, new string) Change {
	return Change{Tree: "gen", Path: "a.go", Kind: Modified, old: []byte(old), new: []byte(new)}
}

func TestUnified(t *testing.T) {
	require.Equal(t, "--- gen/a.go\n+++ gen/a.go\n@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n", modified("a\nb\nc\n", "a\nB\nc\n").Unified())
	require.Contains(t, modified("a", "a\n").Unified(), "\\ No newline at end of file")

	for _, kind := range []Kind{Missing, Stale} {
		require.Empty(t, Change{Kind: kind, old: []byte("a"), new: []byte("b")}.Unified())
	}
}

func TestUnifiedOfWhatATerminalShouldNotSee(t *testing.T) {
	cases := map[string]struct{ old, new, want string }{
		"escape":        {"a\n\x1b[2Jb\n", "a\nb\n", "--- gen/a.go (8 bytes)\n+++ gen/a.go (4 bytes)\nthe first difference is in line 2:\n-\"\\x1b[2Jb\"\n+\"b\"\n"},
		"invalid UTF-8": {"\xff", "a", "--- gen/a.go (1 bytes)\n+++ gen/a.go (1 bytes)\nthe first difference is in line 1:\n-\"\\xff\"\n+\"a\"\n"},
		"cut short":     {"a\nb\x00", "a\nb\x00\nc\n", "--- gen/a.go (4 bytes)\n+++ gen/a.go (7 bytes)\nthe first difference is in line 2:\n-\"b\\x00\"\n+\"b\\x00\"\n"},
		"long line":     {strings.Repeat("x", 500) + "\x00", strings.Repeat("x", 500) + "y", fmt.Sprintf("--- gen/a.go (501 bytes)\n+++ gen/a.go (501 bytes)\nthe first difference is in line 1:\n-\"%[1]s\\x00\"\n+\"%[1]sy\"\n", strings.Repeat("x", 20))},
	}
	for name, c := range cases {
		require.Equal(t, c.want, modified(c.old, c.new).Unified(), name)
	}
}

// DOS-18.
func TestUnifiedIsBounded(t *testing.T) {
	var old, new bytes.Buffer
	for i := 0; old.Len() < 50<<20; i++ {
		fmt.Fprintf(&old, "line %d is old\n", i)
		fmt.Fprintf(&new, "line %d is new\n", i)
	}
	dir := t.TempDir()
	tree := treeAt(dir, "a.go", header+new.String())
	put(t, dir, "a.go", header+old.String())

	start := time.Now()
	text := diff(t, tree).Changes[0].Unified()
	require.Less(t, time.Since(start), 5*time.Second)
	require.Equal(t, fmt.Sprintf("--- gen/a.go (%d bytes)\n+++ gen/a.go (%d bytes)\nthe first difference is in line 2:\n-\"line 0 is old\"\n+\"line 0 is new\"\n",
		len(header)+old.Len(), len(header)+new.Len()), text)
	require.Equal(t, "gen: 2 written, 0 removed, 0 unchanged", generate(t, tree).String())
}
