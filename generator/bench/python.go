package main

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
)

// python measures what is generated for Python, on each interpreter there is.
func python(ctx context.Context, e effort, dir string, all *results) error {
	sources := filepath.Join(dir, "python")
	if err := copyTree(sources, os.DirFS(filepath.Join(root, "gen/python")), "src"); err != nil { // it writes __pycache__
		return err
	}
	found := false
	for _, version := range []string{"3.11", "3.12", "3.13", "3.14"} {
		interpreter := interpreter(version)
		if interpreter == "" {
			continue
		}
		found = true
		all.machine = append(all.machine, "Python "+version)
		printed, err := run(ctx, ".", nil, interpreter, "testdata/python/speed.py", sources,
			strconv.Itoa(e.rounds), strconv.FormatInt(1+e.spell.Milliseconds(), 10), strconv.Itoa(e.processes))
		if err != nil {
			return err
		}
		var m measures
		if err := json.Unmarshal(printed.out, &m); err != nil {
			return err
		}
		imports, lookups := measures{}, measures{}
		for question, answers := range m {
			if question == "phrase, known" || question == "phrase, unknown" {
				lookups[question] = answers
			} else {
				imports[question] = answers
			}
		}
		all.detail("Python "+version, "us", imports)
		all.detail("Python "+version, "ns", lookups)
		all.add(
			atMost("Python "+version+" code -> phrase, known", "http.HTTPStatus(x).phrase", 0.13, m.ratio("phrase, known"), ""),
			atMost("Python "+version+" code -> phrase, unknown", "http.HTTPStatus(x).phrase", 0.03, m.ratio("phrase, unknown"), ""),
			atMost("Python "+version+" import, constants and functions", "import http", 0.10, m.ratio("import, constants and functions"), ""),
			atMost("Python "+version+" import, with the enum class", "import http", 1.1, m.ratio("import, with the enum class"), ""),
		)
	}
	if !found {
		return errors.New("there is no Python from 3.11 on")
	}
	return nil
}

// interpreter gives a Python of a version: one on the path, or one that pyenv
// keeps beside it.
func interpreter(version string) string {
	home, _ := os.UserHomeDir() // without one there is no pyenv
	candidates, _ := filepath.Glob(filepath.Join(home, ".pyenv/versions", version+".*", "bin/python"+version))
	for _, candidate := range append(candidates, "python"+version) {
		if exec.Command(candidate, "-c", "").Run() == nil {
			return candidate
		}
	}
	return ""
}
