package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"

	"github.com/statusgen/statusgen/gen/go/httpstatus"
)

// generatorPage is where the speed of the generator itself is reported. It is a
// page of its own, because it takes minutes, and others wait for the other one.
const generatorPage, generatorsName = "GENERATOR.md", "generator"

// sizes are the tables that generators are measured with: the HTTP codes, and
// ten times as many codes again and again.
var sizes = []int{httpstatus.Count, 1_000, 10_000, 100_000}

// generator is a program that makes code of a registry.
type generator struct {
	name    string
	most    int // codes that it is measured with; 0: any
	arrange func(registry) map[string][]byte
	command func(bin string) []string
}

// generators measures whole processes: ours, and the peers in their languages.
// What they wrote is removed before each run, so that each writes all of it.
func generators(ctx context.Context, e effort, dir string, all *results) error {
	all.machine = append(all.machine, fmt.Sprintf("%s on %d cores of %s/%s", runtime.Version(), runtime.NumCPU(), runtime.GOOS, runtime.GOARCH))
	bin := filepath.Join(dir, "bin")
	competitors, err := install(ctx, bin, all)
	if err != nil {
		return err
	}
	seconds, mebibytes, perCode := measures{}, measures{}, measures{}
	for i, size := range e.sizes {
		table := registries(size)[1]
		if i == 0 {
			table = registries(size)[0]
		}
		for round := range e.runs[i] {
			for _, g := range competitors {
				if g.most > 0 && size > g.most {
					continue
				}
				home := filepath.Join(dir, "generators", g.name, strconv.Itoa(size))
				if err := fresh(home, g.arrange(table)); err != nil {
					return err
				}
				used, err := runAlone(ctx, home, g.command(bin))
				if err != nil {
					return fmt.Errorf("%s, round %d: %w", g.name, round, err)
				}
				question := fmt.Sprintf("generate %d codes", size)
				seconds.add(question, g.name, used.seconds)
				mebibytes.add(question, g.name, used.mebibytes)
			}
		}
	}
	if err := catalogues(ctx, e, dir, bin, perCode); err != nil {
		return err
	}
	all.detail("all", "s", seconds)
	all.detail("all", "MiB", mebibytes)
	all.detail("all", "ms", perCode)
	all.add(promises(e, seconds, mebibytes)...)
	all.add(atMost("the whole built-in catalogue, per code", "http alone", 1.3, perCode.ratio(wholeCatalogue, httpAlone), ""))
	return nil
}

// promises are what is asked of the generator.
func promises(e effort, seconds, mebibytes measures) []row {
	asked := []float64{1, 1, 2, 2}
	var rows []row
	for i, size := range e.sizes {
		question := fmt.Sprintf("generate %d codes", size)
		rows = append(rows, atMost(fmt.Sprintf("three languages, %d codes", size), "stringer, one language", asked[i],
			seconds.ratio(question, "stringer"), slow))
	}
	for i := 2; i < len(e.sizes); i++ {
		few, many := fmt.Sprintf("generate %d codes", e.sizes[i-1]), fmt.Sprintf("generate %d codes", e.sizes[i])
		for _, of := range []struct {
			what string
			measures
		}{{"time", seconds}, {"memory", mebibytes}} {
			rows = append(rows, atMost(fmt.Sprintf("%s for %d codes", of.what, e.sizes[i]), fmt.Sprintf("ours, %d codes", e.sizes[i-1]), 11,
				median(of.measures[many][ours].Costs)/median(of.measures[few][ours].Costs), "memory that is short has to be collected, and the largest catalogues take two targets at a time"))
		}
	}
	last := e.sizes[len(e.sizes)-1]
	peak := slices.Max(mebibytes[fmt.Sprintf("generate %d codes", last)][ours].Costs)
	return append(rows,
		row{fmt.Sprintf("peak memory, %d codes", last), "", "<= 640 MiB", decimal(peak) + " MiB", peak <= 640, "outputs, their views and the catalogue are held at once"},
	)
}

const slow = "three outputs with documentation are some thirteen times the text of one array of names"

// install builds all generators, and says which are not to be had.
func install(ctx context.Context, bin string, all *results) ([]generator, error) {
	bin, err := filepath.Abs(bin)
	if err != nil {
		return nil, err
	}
	released := []string{"build", "-trimpath", "-ldflags=-s", "-o", filepath.Join(bin, "statusgen"), "./generator/statusgen"}
	if _, err := run(ctx, root, []string{"CGO_ENABLED=0"}, "go", released...); err != nil {
		return nil, err
	}
	list := []generator{{
		name: ours,
		arrange: func(r registry) map[string][]byte {
			source := bytes.Replace(yaml([]registry{r}), []byte("  go: {out: ours}\n"),
				[]byte("  go: {out: go}\n  typescript: {out: typescript}\n  python: {out: python}\n"), 1)
			return map[string][]byte{"codes.yaml": source}
		},
		command: func(bin string) []string { return []string{filepath.Join(bin, "statusgen"), "generate", "-q"} },
	}}
	for _, p := range peers {
		if err := goInstall(ctx, bin, p.module); err != nil {
			return nil, err
		}
		program := path.Base(strings.Split(p.module, "@")[0])
		g := generator{
			name: p.name,
			arrange: func(r registry) map[string][]byte {
				return map[string][]byte{"go.mod": []byte("module speed\n\ngo 1.25\n"), "code.go": p.source(r)}
			},
			command: func(bin string) []string { return append([]string{filepath.Join(bin, program)}, p.args...) },
		}
		if p.name == "go-enum" {
			g.most = 10_000 // it is quadratic: 100,000 codes take it many minutes
		}
		list = append(list, g)
	}
	if _, err := exec.LookPath("protoc"); err != nil {
		all.machine = append(all.machine, "no protoc, which Debian's protobuf-compiler has")
		return list, nil
	}
	if err := goInstall(ctx, bin, "google.golang.org/protobuf/cmd/protoc-gen-go@v1.36.11"); err != nil {
		return nil, err
	}
	plugins, err := filepath.Abs("node_modules/.bin/protoc-gen-es")
	if err != nil {
		return nil, err
	}
	return append(list, generator{
		name: "protoc", // with plugins for the same three languages
		most: 10_000,   // protoc-gen-go fails at 100,000
		arrange: func(r registry) map[string][]byte {
			return map[string][]byte{"code.proto": proto(r), "go/.keep": nil, "typescript/.keep": nil, "python/.keep": nil}
		},
		command: func(bin string) []string {
			return []string{
				"protoc", "--plugin=" + filepath.Join(bin, "protoc-gen-go"), "--plugin=" + plugins,
				"--go_out=go", "--es_out=typescript", "--es_opt=target=ts", "--python_out=python", "code.proto",
			}
		},
	}), nil
}

func goInstall(ctx context.Context, bin, module string) error {
	_, err := run(ctx, ".", []string{"GOBIN=" + bin, "GOFLAGS="}, "go", "install", module)
	return err
}

// proto is the source of protoc.
func proto(r registry) []byte {
	var b bytes.Buffer
	b.WriteString("syntax = \"proto3\";\npackage speed;\noption go_package = \"speed/code\";\n\nenum Code {\n  CODE_UNSPECIFIED = 0;\n")
	for _, e := range r.entries {
		fmt.Fprintf(&b, "  CODE_%s = %d;\n", strings.ToUpper(e.name), e.code)
	}
	b.WriteString("}\n")
	return b.Bytes()
}

const wholeCatalogue, httpAlone = "the built-in catalogue, per code", "http alone"

// catalogues measures what a code of the built-in catalogue costs, of all its
// tables and of http alone, which needs the table of grpc to be read.
func catalogues(ctx context.Context, e effort, dir, bin string, perCode measures) error {
	source, err := os.ReadFile(filepath.Join(root, "codes.yaml"))
	if err != nil {
		return err
	}
	exported, err := run(ctx, root, nil, filepath.Join(bin, "statusgen"), "export")
	if err != nil {
		return err
	}
	listed := bytes.Count(exported.out, []byte(`"code":`))
	alone := filepath.Join(dir, "http", "codes.yaml")
	include := []byte("\ninclude: [codes/*.yaml]\n")
	if !bytes.Contains(source, include) {
		return errors.New("codes.yaml does not include what is in codes/")
	}
	if err := writeFile(alone, bytes.Replace(source, include, []byte("\n"), 1)); err != nil {
		return err
	}
	own, err := run(ctx, root, nil, filepath.Join(bin, "statusgen"), "export", "--in", alone)
	if err != nil {
		return err
	}
	for range e.processes {
		for _, c := range []struct {
			who, source string
			codes       int
		}{
			{ours, filepath.Join(root, "codes.yaml"), listed},
			{httpAlone, alone, bytes.Count(own.out, []byte(`"code":`))},
		} {
			home := filepath.Join(dir, "catalogue")
			if err := fresh(home, nil); err != nil {
				return err
			}
			from, err := filepath.Abs(c.source)
			if err != nil {
				return err
			}
			used, err := runAlone(ctx, home, []string{filepath.Join(bin, "statusgen"), "generate", "-q", "--in", from, "go=go", "typescript=typescript", "python=python"})
			if err != nil {
				return err
			}
			perCode.add(wholeCatalogue, c.who, 1000*used.seconds/float64(c.codes))
		}
	}
	return nil
}

// fresh makes a directory that holds some files and nothing else.
func fresh(dir string, files map[string][]byte) error {
	if err := os.RemoveAll(dir); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	for name, content := range files {
		if err := writeFile(filepath.Join(dir, name), content); err != nil {
			return err
		}
	}
	return nil
}
