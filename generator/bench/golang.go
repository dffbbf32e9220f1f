package main

import (
	"context"
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"strings"
)

//go:embed testdata
var testdata embed.FS

// root is the repository, seen from here.
const root = "../.."

// Why Parse costs more than a look-up of a name, and what a look-up cannot save.
const (
	parsed   = "Parse reads a number first, and its error, which is allocated, carries the text"
	compared = "nearly half of it is to read the name that the hash has found, and to compare it, as each of the peers has to"
)

// golang measures what is generated for Go.
func golang(ctx context.Context, e effort, dir string, all *results) error {
	all.machine = append(all.machine, fmt.Sprintf("%s on %d cores of %s/%s", runtime.Version(), runtime.NumCPU(), runtime.GOOS, runtime.GOARCH))
	dir = filepath.Join(dir, "golang")
	if err := arrange(ctx, e, dir); err != nil {
		return err
	}
	speed := filepath.Join(dir, "speed")
	if _, err := run(ctx, dir, nil, "go", "build", "-trimpath", "-o", speed, "."); err != nil {
		return err
	}
	printed, err := run(ctx, dir, nil, speed, "-rounds", strconv.Itoa(e.rounds), "-spell", e.spell.String())
	if err != nil {
		return err
	}
	var m measures
	if err := json.Unmarshal(printed.out, &m); err != nil {
		return err
	}
	all.detail("Go", "ns", m)
	all.add(lookups(m)...)
	for _, part := range []func(context.Context, effort, string, *results) error{initialised, linked, compiled} {
		if err := part(ctx, e, dir, all); err != nil {
			return err
		}
	}
	return nil
}

func lookups(m measures) []row {
	const texts, codes = "stringer, enumer, go-enum", "enumer, go-enum"
	free := func(question string) float64 { return m[question][ours].Allocations }
	generators := func(question string) float64 { return m.ratio(question, "stringer", "enumer", "go-enum") }
	return []row{
		atMost("Go http code -> phrase, known", "net/http", 0.08, m.ratio("phrase, http, known", "net/http"), ""),
		atMost("Go http code -> phrase, known", texts, 0.20, generators("phrase, http, known"), ""),
		atMost("Go http code -> phrase, unknown", "net/http", 0.40, m.ratio("phrase, http, unknown", "net/http"), ""),
		atMost("Go http code -> phrase, unknown", texts, 0.10, generators("phrase, http, unknown"), ""),
		zero("Go http code -> phrase, unknown", texts, free("phrase, http, unknown"), "allocations", ""),
		atMost("Go 10,000 clustered codes -> phrase, known", texts, 0.30, generators("phrase, c10k, known"), ""),
		atMost("Go 10,000 scattered codes -> phrase, known", texts, 0.50, generators("phrase, s10k, known"), ""),
		atMost("Go http name -> code, known", codes, 0.85, m.ratio("name, http, known"), compared),
		atMost("Go 10,000 names -> code, known", codes, 0.75, m.ratio("name, c10k, known"), compared),
		atMost("Go http name -> code, unknown", codes, 0.06, m.ratio("name, http, unknown"), parsed),
		atMost("Go 10,000 names -> code, unknown", codes, 0.06, m.ratio("name, c10k, unknown"), parsed),
		zero("Go name -> code, unknown", codes, max(free("name, http, unknown"), free("name, c10k, unknown")), "allocations", parsed),
	}
}

// arrange lays out a module with the measuring program, ours and the peers'.
func arrange(ctx context.Context, e effort, dir string) error {
	if err := copyTree(dir, testdata, "testdata/golang"); err != nil {
		return err
	}
	tables := registries(e.codes)
	files := map[string][]byte{
		"go.mod":     []byte("module speed\n\ngo 1.25\n"),
		"codes.yaml": yaml(tables[1:]),
	}
	shipped, err := os.ReadFile(filepath.Join(root, "gen/go/httpstatus/http_gen.go"))
	if err != nil {
		return err
	}
	files["ours/httpstatus/http_gen.go"] = shipped
	for _, p := range peers {
		for _, t := range tables {
			files[filepath.Join(p.name, t.name, "code.go")] = p.source(t)
		}
	}
	for name, content := range files {
		if err := writeFile(filepath.Join(dir, name), content); err != nil {
			return err
		}
	}
	if _, err := run(ctx, root, nil, "go", "run", "./generator/statusgen", "generate", "--quiet",
		"--in", filepath.Join(dir, "codes.yaml"), "go="+filepath.Join(dir, "ours/.gen")); err != nil {
		return err
	}
	for _, t := range tables[1:] {
		if err := os.Rename(filepath.Join(dir, "ours/.gen", t.name), filepath.Join(dir, "ours", t.name)); err != nil {
			return err
		}
	}
	for _, p := range peers {
		for _, t := range tables {
			if _, err := run(ctx, filepath.Join(dir, p.name, t.name), nil, "go", append([]string{"run", p.module}, p.args...)...); err != nil {
				return err
			}
		}
	}
	return nil
}

// initialised asks the runtime which packages do work at every start.
func initialised(ctx context.Context, _ effort, dir string, all *results) error {
	printed, err := run(ctx, dir, []string{"GODEBUG=inittrace=1"}, filepath.Join(dir, "speed"), "-h")
	if err != nil {
		return err
	}
	work := map[string]float64{}
	for _, line := range regexp.MustCompile(`(?m)^init speed/([^/]+)/.* ([0-9.]+) ms clock`).FindAllStringSubmatch(printed.faults, -1) {
		spent, err := strconv.ParseFloat(line[2], 64)
		if err != nil {
			return err
		}
		work[line[1]] += spent * 1000
	}
	for _, who := range []string{ours, "stringer", "enumer", "go-enum"} {
		all.details = append(all.details, fmt.Sprintf("| Go | start, all tables | %s | %s us | |", who, decimal(work[who])))
	}
	all.add(zero("Go work at the start of a program", "stringer, enumer, go-enum", work[ours], "us", "a package-level value is made at run time"))
	return nil
}

// copyTree writes the files of a directory of a file system, without it.
func copyTree(to string, from fs.FS, dir string) error {
	below, err := fs.Sub(from, dir)
	if err != nil {
		return err
	}
	return os.CopyFS(to, below)
}

func writeFile(name string, content []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return err
	}
	return os.WriteFile(name, content, 0o666)
}

// oneLine says what a tool said, for the list of what was measured with.
func oneLine(text []byte) string { return strings.TrimSpace(string(text)) }
