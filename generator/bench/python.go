package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
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
			if strings.HasPrefix(question, "import") {
				imports[question] = answers
			} else {
				lookups[question] = answers
			}
		}
		all.detail("Python "+version, "us", imports)
		all.detail("Python "+version, "ns", lookups)
		all.add(pythonRows("Python "+version, m)...)
	}
	if !found {
		return errors.New("there is no Python from 3.11 on")
	}
	return nil
}

// pythonRows are the promises, and what is known to stand in their way: what
// the least that could be there costs in a package of as many tables, and what
// our own does where no files of others are in its directory.
func pythonRows(python string, m measures) []row {
	const (
		peer  = "import http"
		first = ", the first of a directory"
		enum  = "import, with the enum class"
		call  = "import, and the first phrase"
	)
	least := func(floor, question, rest string) string {
		return fmt.Sprintf("%s cost %s of it, beside nothing but an empty module for each other table%s",
			floor, decimal(m.ratioOf(floor, question, peer)), rest)
	}
	listed := func(question string) string {
		return fmt.Sprintf(", and what we have %s; the rest is for the other files of our package, whose names Python reads before it loads the first module from there",
			decimal(m.ratioOf("ours, beside empty modules", question, peer)))
	}
	return []row{
		atMost(python+" code -> phrase, known", "http.HTTPStatus(x).phrase", 0.13, m.ratio("phrase, known"), ""),
		atMost(python+" code -> phrase, unknown", "http.HTTPStatus(x).phrase", 0.03, m.ratio("phrase, unknown"), ""),
		// What a module defers does not come for nothing: both rows have to be looked at.
		atMost(python+" import, constants and functions", peer, 0.10, m.ratio("import", peer),
			least("the constants alone", "import", listed("import"))),
		atMost(python+" import, constants and functions, and the first phrase", peer, 0.10, m.ratio(call, peer),
			least("the constants and the phrases alone", call, ", in one module; ours loads a second one, with all of its functions")),
		atMost(python+" import, constants and functions"+first, peer, 0.10, m.ratio("import"+first, peer),
			least("the constants alone", "import"+first, listed("import"+first)+"; it reads those of each directory of its path as well, and has read those beside http")),
		atMost(python+" import, with the enum class", peer, 1.1, m.ratio(enum, peer),
			least("the constants, and an enum made as http makes its own", enum, listed(enum))),
	}
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
