package main

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// work is the directory of a run, and what all sections need.
type work struct {
	options
	dir    string
	tables []table
}

// table is a set of codes that ours and the peers get alike.
type table struct {
	name  string
	codes []code
}

type code struct {
	Code int64  `json:"code"`
	Name string `json:"name"`
}

// prepare makes the tables, and our outputs for them.
func (w *work) prepare() error {
	if err := w.run("../..", nil, "go", "build", "-o", w.path("statusgen"), "./generator/statusgen"); err != nil {
		return err
	}
	http, err := w.http()
	if err != nil {
		return err
	}
	w.tables = []table{http, clustered(10000), scattered(10000)}
	var source strings.Builder
	source.WriteString("version: 1\ntargets:\n  go: {out: ours}\n  typescript: {out: ts}\n  python: {out: py}\ntables:\n")
	source.WriteString("  http: {extends: \"builtin:http\", type: http}\n")
	for _, t := range w.tables[1:] {
		fmt.Fprintf(&source, "  %s:\n    codes:\n", t.name)
		for _, c := range t.codes {
			fmt.Fprintf(&source, "      - {code: %d, name: %s, phrase: %s}\n", c.Code, c.Name, phrase(c))
		}
	}
	if err := os.WriteFile(w.path("codes.yaml"), []byte(source.String()), 0o666); err != nil {
		return err
	}
	return w.run(w.dir, nil, w.path("statusgen"), "generate", "--quiet")
}

// http is the built-in table.
func (w *work) http() (table, error) {
	command := exec.Command(w.path("statusgen"), "export", "--in", "-")
	command.Stdin = strings.NewReader("version: 1\ntables:\n  http: {extends: \"builtin:http\"}\n")
	command.Stderr = os.Stderr
	out, err := command.Output()
	if err != nil {
		return table{}, err
	}
	var catalog struct {
		Tables []struct {
			Codes []code `json:"codes"`
		} `json:"tables"`
	}
	if err := json.Unmarshal(out, &catalog); err != nil {
		return table{}, err
	}
	return table{"http", catalog.Tables[0].Codes}, nil
}

// clustered are codes as registries have them: a hundred in a row, then a gap.
func clustered(n int) table {
	t := table{name: "clustered"}
	for i := range n {
		t.codes = append(t.codes, code{int64(1000 + i/100*1000 + i%100), fmt.Sprintf("item_%05d", i)})
	}
	return t
}

// scattered are codes anywhere in 31 bits.
func scattered(n int) table {
	t := table{name: "scattered"}
	random, seen := rand.New(rand.NewPCG(1, 2)), map[int64]bool{}
	for len(t.codes) < n {
		if c := int64(random.Int32()); !seen[c] {
			seen[c] = true
			t.codes = append(t.codes, code{c, fmt.Sprintf("item_%05d", len(t.codes))})
		}
	}
	return t
}

// phrase makes the words that peers, which know names alone, cannot have.
func phrase(c code) string { return strings.ReplaceAll(c.Name, "_", " ") }

func (w *work) path(elements ...string) string {
	return filepath.Join(append([]string{w.dir}, elements...)...)
}

func (w *work) write(name, content string) error {
	if err := os.MkdirAll(filepath.Dir(w.path(name)), 0o777); err != nil {
		return err
	}
	return os.WriteFile(w.path(name), []byte(content), 0o666)
}

// run runs a command whose output matters only where it fails.
func (w *work) run(dir string, env []string, name string, args ...string) error {
	_, err := w.output(dir, env, name, args...)
	return err
}

func (w *work) output(dir string, env []string, name string, args ...string) (string, error) {
	command := exec.Command(name, args...)
	command.Dir = dir
	command.Env = append(os.Environ(), env...)
	out, err := command.CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("%s: %w\n%s", command, err, out)
	}
	return string(out), nil
}
