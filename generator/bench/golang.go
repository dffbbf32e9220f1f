package main

import (
	_ "embed"
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// The generators of the peers.
var peers = []struct{ name, path string }{
	{"stringer", "golang.org/x/tools/cmd/stringer@v0.52.0"},
	{"enumer", "github.com/dmarkham/enumer@v1.7.2"},
	{"go-enum", "github.com/abice/go-enum@v0.9.5"},
}

//go:embed go_bench.go.txt
var goBench string

// golang measures look-ups.
func golang(w *work) (section, error) {
	s := section{title: "Go: look-ups", note: "The time of one look-up in a loop over random inputs; an empty loop is in it."}
	if err := w.goPeers(); err != nil {
		return s, err
	}
	var imports, benchmarks strings.Builder
	for _, t := range w.tables {
		w.goBenchmarks(t, &imports, &benchmarks)
	}
	if err := w.write("bench_test.go", fmt.Sprintf(goBench, imports.String(), benchmarks.String())); err != nil {
		return s, err
	}
	if err := w.run(w.dir, nil, "go", "test", "-c", "-o", "bench.test", "."); err != nil {
		return s, err
	}
	figures, allocations, err := w.goRounds()
	if err != nil {
		return s, err
	}
	add := func(question, key string, peers []string, reach float64) {
		them := map[string][]float64{}
		for _, peer := range peers {
			them[peer] = figures[key+"/"+peer]
		}
		name, theirs := best(them)
		s.rows = append(s.rows, row{question: question, peer: name, ours: figures[key+"/ours"], theirs: theirs, unit: "ns", reach: reach})
	}
	enums := []string{"stringer", "enumer", "go-enum"}
	parsers := []string{"enumer", "go-enum"}
	add("HTTP code to phrase, known", "http_known", []string{"net/http"}, 0.08)
	add("the same", "http_known", enums, 0.20)
	add("HTTP code to phrase, unknown", "http_unknown", []string{"net/http"}, 0.40)
	add("the same", "http_unknown", enums, 0.10)
	add("10,000 clustered codes to phrase, known", "clustered_known", enums, 0.30)
	add("the same, unknown", "clustered_unknown", enums, 0)
	add("10,000 scattered codes to phrase, known", "scattered_known", enums, 0.50)
	add("the same, unknown", "scattered_unknown", enums, 0)
	add("HTTP name to code, known", "http_name_known", parsers, 0.85)
	add("the same, unknown", "http_name_unknown", parsers, 0.06)
	add("10,000 names to code, known", "clustered_name_known", parsers, 0.75)
	add("the same, unknown", "clustered_name_unknown", parsers, 0.06)
	add("HTTP code to text (String), known", "http_string", enums, 0)
	add("HTTP phrase to code", "http_phrase", []string{"map"}, 0)
	most := 0.0
	for key, n := range allocations {
		if strings.HasSuffix(key, "/ours") {
			most = max(most, n)
		}
	}
	s.rows = append(s.rows, row{question: "allocations of all of ours", peer: "–", ours: []float64{most}, unit: "allocations", note: "none"})
	return s, nil
}

// goPeers generates what the peers make of the tables.
func (w *work) goPeers() error {
	if err := w.write("go.mod", "module bench\n\ngo 1.25.0\n"); err != nil {
		return err
	}
	for _, peer := range peers {
		if err := w.run(w.dir, []string{"GOBIN=" + w.path("bin")}, "go", "install", peer.path); err != nil {
			return err
		}
	}
	for _, t := range w.tables {
		var constants, enum strings.Builder
		for i, c := range t.codes {
			fmt.Fprintf(&constants, "\tX_%s Status = %d\n", c.Name, c.Code)
			if i > 0 {
				enum.WriteString(", ")
			}
			fmt.Fprintf(&enum, "%s=%d", c.Name, c.Code)
		}
		for _, peer := range peers {
			dir := peer.name + "/" + t.name
			content := "package " + t.name + "\n\n"
			command := []string{peer.name, "-type", "Status", "-trimprefix", "X_", "."}
			if peer.name == "go-enum" {
				content += "// ENUM(" + enum.String() + ")\ntype Status int\n"
				command = []string{peer.name, "-f", "status.go"}
			} else {
				content += "type Status int\n\nconst (\n" + constants.String() + ")\n"
			}
			if err := w.write(dir+"/status.go", content); err != nil {
				return err
			}
			if err := w.run(w.path(dir), []string{"GOFILE=status.go", "GOPACKAGE=" + t.name}, w.path("bin", command[0]), command[1:]...); err != nil {
				return err
			}
		}
	}
	return nil
}

// goBenchmarks writes the benchmarks of one table.
func (w *work) goBenchmarks(t table, imports, out *strings.Builder) {
	id := func(peer string) string { return strings.NewReplacer("-", "", "/", "").Replace(peer) + t.name }
	fmt.Fprintf(imports, "\t%s \"bench/ours/%s\"\n", id("ours"), t.name)
	for _, peer := range peers {
		fmt.Fprintf(imports, "\t%s \"bench/%s/%s\"\n", id(peer.name), peer.name, t.name)
	}
	fmt.Fprintf(out, "var list_%s = slices.Collect(%s.All())\n\n", t.name, id("ours"))
	fmt.Fprintf(out, "var names_%[1]s = func() (list []string) { for c := range %[2]s.All() { list = append(list, c.Name()) }; return }()\n\n", t.name, id("ours"))
	loop := func(key, peer, input, call string) {
		fmt.Fprintf(out, `func Benchmark_%s(b *testing.B) { b.Run(%q, func(b *testing.B) {
	in := %s
	b.ReportAllocs()
	b.ResetTimer()
	n := 0
	for i := range b.N { n += int(%s) }
	sink += n
}) }

`, key+"_"+id(peer), key+"/"+peer, input, call)
	}
	all := []string{"ours"}
	for _, peer := range peers {
		all = append(all, peer.name)
	}
	const at = "in[i%inputs]"
	for _, set := range []string{"known", "unknown"} {
		for _, peer := range all {
			kind, method := "Status", "String"
			if peer == "ours" {
				kind, method = "Code", "Phrase"
			}
			input := fmt.Sprintf("%s[%s.%s](list_%s)", set, id(peer), kind, t.name)
			loop(t.name+"_"+set, peer, input, "len("+at+"."+method+"())")
		}
		parsers := map[string]string{"ours": "Parse", "enumer": "StatusString", "go-enum": "ParseStatus"}
		for _, peer := range []string{"ours", "enumer", "go-enum"} {
			loop(t.name+"_name_"+set, peer, fmt.Sprintf("%sNames(names_%s)", set, t.name),
				fmt.Sprintf("status(%s.%s(%s))", id(peer), parsers[peer], at))
		}
	}
	if t.name != "http" {
		return
	}
	loop("http_known", "net/http", "known[int](list_http)", "len(http.StatusText("+at+"))")
	loop("http_unknown", "net/http", "unknown[int](list_http)", "len(http.StatusText("+at+"))")
	loop("http_string", "ours", "known[ourshttp.Code](list_http)", "len("+at+".String())")
	for _, peer := range peers {
		loop("http_string", peer.name, fmt.Sprintf("known[%s.Status](list_http)", id(peer.name)), "len("+at+".String())")
	}
	loop("http_phrase", "ours", "pick(phrases)", "found(ourshttp.FromPhrase("+at+"))")
	loop("http_phrase", "map", "pick(phrases)", "byPhrase[strings.ToLower("+at+")]")
}

var result = regexp.MustCompile(`(?m)^Benchmark_\S+?/(\S+?/\S+?)(?:-\d+)?\s+\d+\s+([\d.]+) ns/op.*?(\d+) allocs/op$`)

// goRounds runs all benchmarks, round after round.
func (w *work) goRounds() (figures map[string][]float64, allocations map[string]float64, err error) {
	figures, allocations = map[string][]float64{}, map[string]float64{}
	for range w.rounds {
		out, err := w.output(w.dir, nil, w.path("bench.test"), "-test.bench", ".", "-test.benchtime", w.time)
		if err != nil {
			return nil, nil, err
		}
		for _, match := range result.FindAllStringSubmatch(out, -1) {
			ns, _ := strconv.ParseFloat(match[2], 64)
			n, _ := strconv.ParseFloat(match[3], 64)
			figures[match[1]] = append(figures[match[1]], ns)
			allocations[match[1]] = n
		}
	}
	return figures, allocations, nil
}
