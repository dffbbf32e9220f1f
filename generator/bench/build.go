package main

import (
	"bytes"
	"context"
	"fmt"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// linked compares programs that use one constant with one that uses a literal.
func linked(ctx context.Context, e effort, dir string, all *results) error {
	const literal = "a literal"
	marker := registries(e.codes)[1].entries[e.codes/2].name
	sizes := map[string]float64{}
	held := map[string]bool{}
	for who, program := range map[string]string{
		literal:    "package main\n\nfunc main() { println(404) }\n",
		ours:       "package main\n\nimport \"speed/ours/c10k\"\n\nfunc main() { println(int(c10k.%s)) }\n",
		"stringer": "package main\n\nimport \"speed/stringer/c10k\"\n\nfunc main() { println(int(c10k.C1)) }\n",
		"enumer":   "package main\n\nimport \"speed/enumer/c10k\"\n\nfunc main() { println(int(c10k.C1)) }\n",
		"go-enum":  "package main\n\nimport \"speed/go-enum/c10k\"\n\nfunc main() { println(int(c10k.Code%s)) }\n",
	} {
		at := filepath.Join(dir, "linked", who)
		if bytes.Contains([]byte(program), []byte("%s")) {
			program = fmt.Sprintf(program, pascal(registries(e.codes)[1].entries[1].name))
		}
		if err := writeFile(filepath.Join(at, "main.go"), []byte(program)); err != nil {
			return err
		}
		binary := filepath.Join(at, "program")
		if _, err := run(ctx, at, nil, "go", "build", "-trimpath", "-ldflags=-s -w", "-o", binary, "main.go"); err != nil {
			return err
		}
		content, err := os.ReadFile(binary)
		if err != nil {
			return err
		}
		sizes[who], held[who] = float64(len(content)), bytes.Contains(content, []byte(marker))
	}
	for _, who := range []string{literal, ours, "stringer", "enumer", "go-enum"} {
		all.details = append(all.details, fmt.Sprintf("| Go | one constant of 10,000, linked | %s | %.0f bytes | |", who, sizes[who]))
	}
	all.add(
		atMost("Go program that uses one constant of 10,000, linked", literal, 1.05, sizes[ours]/sizes[literal], "what the package imports is linked too"),
		row{"Go program that uses one constant of 10,000, linked", "stringer, enumer, go-enum", "no table", answerTable(held[ours]), !held[ours],
			"something that runs at the start leads to the table"},
	)
	return nil
}

func answerTable(held bool) string {
	if held {
		return "the table"
	}
	return "no table"
}

// compiled times the compiler alone over each package, with what it imports
// compiled before, and over our constants with nothing beside them: no look-up
// can make a package cheaper than those.
func compiled(ctx context.Context, e effort, dir string, all *results) error {
	const question, constants = "compile 10,000 codes", "the constants alone"
	if err := constantsAlone(filepath.Join(dir, ours, "c10k/c10k_gen.go"), filepath.Join(dir, constants, "c10k/c10k.go")); err != nil {
		return err
	}
	m := measures{question: {}}
	config, err := run(ctx, dir, nil, "go", "list", "-export", "-deps", "-f", "{{if .Export}}packagefile {{.ImportPath}}={{.Export}}{{end}}", ".")
	if err != nil {
		return err
	}
	imports := filepath.Join(dir, "importcfg")
	if err := writeFile(imports, config.out); err != nil {
		return err
	}
	for range e.compilations {
		for _, who := range []string{ours, constants, "stringer", "enumer", "go-enum"} {
			sources, err := filepath.Glob(filepath.Join(dir, who, "c10k", "*.go"))
			if err != nil {
				return err
			}
			args := []string{"tool", "compile", "-p", "speed/c10k", "-pack", "-complete", "-trimpath", dir,
				"-importcfg", imports, "-o", filepath.Join(dir, "compiled.a")}
			start := time.Now()
			if _, err := run(ctx, dir, nil, "go", append(args, sources...)...); err != nil {
				return err
			}
			one := m[question][who]
			one.Costs = append(one.Costs, time.Since(start).Seconds())
			m[question][who] = one
		}
	}
	all.detail("Go", "s", m)
	peers := []string{"stringer", "enumer", "go-enum"}
	all.add(atMost("Go compile time, 10,000 codes", strings.Join(peers, ", "), 0.10, m.ratio(question, peers...),
		"the constants and nothing else compile in "+decimal(m.ratioOf(constants, question, peers...))+" of it"))
	return nil
}

// constantsAlone takes from a package the type of the codes and their
// constants, which come first.
func constantsAlone(from, to string) error {
	source, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	files := token.NewFileSet()
	file, err := parser.ParseFile(files, from, source, 0)
	if err != nil {
		return err
	}
	kind, constants := file.Decls[1], file.Decls[2] // behind the imports
	return writeFile(to, slices.Concat([]byte("package "+file.Name.Name+"\n\n"),
		source[files.Position(kind.Pos()).Offset:files.Position(constants.End()).Offset]))
}
