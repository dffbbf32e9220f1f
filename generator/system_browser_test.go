//go:build system

package generator_test

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// TestSystemBrowser loads the generated modules in a real browser, as a page
// does that has no bundler, and has them say there what TestAgree has them say
// in Node.
func TestSystemBrowser(t *testing.T) {
	for _, source := range []string{"codes.yaml", "generator/testdata/rich/codes.yaml"} {
		t.Run(filepath.Base(filepath.Dir(filepath.Join("root", source))), func(t *testing.T) {
			dir := t.TempDir()
			source := filepath.Join(root, source)
			want := questions(t, source, dir)
			_, faults, status := statusgen(t, ".", "generate", "--in", source, "typescript="+filepath.Join(dir, "typescript"))
			require.Zero(t, status, faults)
			buildTypeScript(t, filepath.Join(dir, "typescript"), filepath.Join(dir, "page"))
			printed := browse(t, dir, "agree.js", "/export.json", "/inputs.json", "/typescript/.statusgen.json")
			sameLines(t, want, strings.Split(strings.TrimSuffix(printed, "\n"), "\n"))
		})
	}
}

// TestSystemBrowserErrors has the errors say in a browser what TestErrorsAgree
// has them say in Node.
func TestSystemBrowserErrors(t *testing.T) {
	dir := t.TempDir()
	sources := sourcesOf(t, generateTypeScript(t, typescripts["errors"]))
	compile(t, compilers["7"], append(sources, "testdata/agree/problems.ts"), filepath.Join(dir, "page"), nil)
	write(t, filepath.Join(dir, "problems.json"), read(t, "testdata/agree/problems.json"))
	printed := browse(t, dir, "problems.js", "/problems.json")
	sameLines(t, strings.Split(read(t, "testdata/agree/problems.txt"), "\n"), strings.Split(printed, "\n"))
}

// browse runs a program of dir/page in a browser until it is done, and gives
// what it printed.
func browse(t *testing.T, dir string, program ...string) string {
	t.Helper()
	for _, file := range []string{"index.html", "files.js"} {
		write(t, filepath.Join(dir, "page", file), read(t, filepath.Join("testdata/agree/browser", file)))
	}
	ctx, stop := context.WithTimeout(context.Background(), 2*time.Minute)
	defer stop()
	type message struct{ path, text string }
	messages := make(chan message)
	files := http.FileServer(http.Dir(dir))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodPost {
			files.ServeHTTP(w, r)
			return
		}
		text, err := io.ReadAll(r.Body)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		select {
		case messages <- message{r.URL.Path, string(text)}:
		case <-ctx.Done():
		}
	}))
	defer server.Close()

	// Without the flags about the background it would ask for hosts of its maker's.
	browser := exec.CommandContext(ctx, "chromium",
		"--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
		"--disable-background-networking", "--disable-component-update", "--disable-sync",
		"--user-data-dir="+t.TempDir(), server.URL+"/page/?"+strings.Join(program, "&"))
	var faults strings.Builder
	browser.Stderr = &faults
	require.NoError(t, browser.Start(), "apt-get install chromium")
	defer func() {
		stop()
		_ = browser.Wait() // it was killed
	}()
	var printed strings.Builder
	for {
		select {
		case <-ctx.Done():
			t.Fatalf("the browser does not come to an end\n%s", &faults)
		case m := <-messages:
			switch m.path {
			case "/printed":
				printed.WriteString(m.text)
			case "/done":
				return printed.String()
			default:
				t.Fatalf("%s: %s", m.path, m.text)
			}
		}
	}
}
