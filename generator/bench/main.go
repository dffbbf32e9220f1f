// Bench measures generated lookups beside their peers, in one run, and writes
// RESULTS.md. It is a module of its own, so that peers never enter ours.
//
// A single figure depends on the machine; the ratios are what counts.
package main

import (
	"fmt"
	"log"
	"math/rand/v2"
	"net/http"
	"os"
	"runtime"
	"slices"
	"strings"
	"testing"

	"google.golang.org/grpc/codes"

	"github.com/statusgen/statusgen/gen/go/grpccode"
	"github.com/statusgen/statusgen/gen/go/httpstatus"
)

const (
	inputs = 1 << 12 // random, so that no branch can be foretold
	rounds = 5       // of which the median counts
)

// contest is one question that ours and a peer answer.
type contest struct {
	question   string
	peer       string
	ours, them func(*testing.B)
}

func main() {
	log.SetFlags(0)
	known := random(slices.Collect(httpstatus.All()))
	unknown := random([]httpstatus.Code{99, 199, 299, 399, 420, 499, 530, 599, 600, 999, -1})
	names := random([]string{"not_found", "ok", "service_unavailable", "payload_too_large", "im_a_teapot"})
	rpc := random(slices.Collect(grpccode.All()))

	contests := []contest{
		{"HTTP code to phrase, known", "net/http.StatusText", phrase(known), statusText(known)},
		{"HTTP code to phrase, unknown", "net/http.StatusText", phrase(unknown), statusText(unknown)},
		{"gRPC code to name, known", "grpc/codes String", grpcPhrase(rpc), grpcString(rpc)},
		{"HTTP name to code, known", "a map", parse(names), lookup(names)},
	}
	var table strings.Builder
	for _, c := range contests {
		row := measure(c)
		fmt.Println(strings.TrimSpace(row))
		table.WriteString(row)
	}
	content := fmt.Sprintf(document, runtime.Version(), runtime.GOOS, runtime.GOARCH, table.String())
	if err := os.WriteFile("RESULTS.md", []byte(content), 0o666); err != nil {
		log.Fatal(err)
	}
}

const document = `# Results

Written by make bench: medians of five rounds, ours and the peer's in turn, over random inputs
(%s, %s/%s). A ratio below 1 is in our favour.

| question | peer | ours, ns | peer, ns | ratio | allocations |
|---|---|---:|---:|---:|---:|
%s`

func measure(c contest) string {
	var ours, them []float64
	var allocations int64
	for range rounds {
		a, b := testing.Benchmark(c.ours), testing.Benchmark(c.them)
		ours = append(ours, perInput(a))
		them = append(them, perInput(b))
		allocations = a.AllocsPerOp() / inputs
	}
	slices.Sort(ours)
	slices.Sort(them)
	mine, theirs := ours[rounds/2], them[rounds/2]
	return fmt.Sprintf("| %s | %s | %.2f | %.2f | %.2f | %d |\n", c.question, c.peer, mine, theirs, mine/theirs, allocations)
}

func perInput(r testing.BenchmarkResult) float64 { return float64(r.NsPerOp()) / inputs }

func random[T any](from []T) []T {
	seeded := rand.New(rand.NewPCG(1, 2))
	list := make([]T, inputs)
	for i := range list {
		list[i] = from[seeded.IntN(len(from))]
	}
	return list
}

var sink int

func phrase(list []httpstatus.Code) func(*testing.B) {
	return each(list, func(c httpstatus.Code) int { return len(c.Phrase()) })
}

func statusText(list []httpstatus.Code) func(*testing.B) {
	return each(list, func(c httpstatus.Code) int { return len(http.StatusText(int(c))) })
}

func grpcPhrase(list []grpccode.Code) func(*testing.B) {
	return each(list, func(c grpccode.Code) int { return len(c.Phrase()) })
}

func grpcString(list []grpccode.Code) func(*testing.B) {
	return each(list, func(c grpccode.Code) int { return len(codes.Code(c).String()) })
}

func parse(list []string) func(*testing.B) {
	return each(list, func(name string) int {
		c, _ := httpstatus.Parse(name)
		return int(c)
	})
}

func lookup(list []string) func(*testing.B) {
	byName := map[string]int{}
	for c := range httpstatus.All() {
		byName[c.Name()] = int(c)
	}
	byName["payload_too_large"] = 413
	return each(list, func(name string) int { return byName[name] })
}

// each runs a function over all inputs once an operation.
func each[T any](list []T, f func(T) int) func(*testing.B) {
	return func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			for _, input := range list {
				sink += f(input)
			}
		}
	}
}
