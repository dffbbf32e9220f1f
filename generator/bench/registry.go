package main

import (
	"bytes"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/statusgen/statusgen/gen/go/httpstatus"
)

// entry is a code as every competitor holds it.
type entry struct {
	code int
	name string
}

// registry is a table that all competitors of Go hold.
type registry struct {
	name    string
	entries []entry
}

// registries are the HTTP codes, a large table in clusters, as registries grow,
// and one that is scattered over 32 bits. A fixed seed makes them.
func registries(size int) []registry {
	var http []entry
	for c := range httpstatus.All() {
		http = append(http, entry{int(c), c.Name()})
	}
	seeded := rand.New(rand.NewPCG(1, 2))
	var clustered []int
	for next := 1000; len(clustered) < size; next += 5 + seeded.IntN(200) {
		for range min(10+seeded.IntN(50), size-len(clustered)) {
			clustered = append(clustered, next)
			next++
		}
	}
	scattered := map[int]bool{}
	for len(scattered) < size {
		scattered[int(seeded.Int32())] = true
	}
	return []registry{
		{"http", http},
		{"c10k", named(clustered, seeded)},
		{"s10k", named(slices.Sorted(maps.Keys(scattered)), seeded)},
	}
}

// named gives codes names of the length that people choose.
func named(codes []int, seeded *rand.Rand) []entry {
	words := strings.Fields("account batch card disk expired file gone host invalid job key limit missing node order " +
		"payment quota row shard token upstream value write")
	list := make([]entry, len(codes))
	for i, code := range codes {
		pick := func() string { return words[seeded.IntN(len(words))] }
		list[i] = entry{code, fmt.Sprintf("%s_%s_%d", pick(), pick(), i)}
		if i%2 == 0 {
			list[i].name = pick() + "_" + list[i].name
		}
	}
	return list
}

// yaml is the source of ours. A phrase is the name, because a peer has but one
// text for a code.
func yaml(list []registry) []byte {
	var b bytes.Buffer
	b.WriteString("version: 1\ntargets:\n  go: {out: ours}\ntables:\n")
	for _, r := range list {
		fmt.Fprintf(&b, "  %s:\n    codes:\n", r.name)
		for _, e := range r.entries {
			fmt.Fprintf(&b, "      - {code: %d, name: %s, phrase: %s}\n", e.code, e.name, e.name)
		}
	}
	return b.Bytes()
}

// peer is a generator that makes an enumeration of a package.
type peer struct {
	name, module string   // the module with its version
	args         []string // for the package in the working directory
	source       func(registry) []byte
}

var peers = []peer{
	{"stringer", "golang.org/x/tools/cmd/stringer@v0.49.0", []string{"-type", "Code", "-linecomment"}, constants},
	{"enumer", "github.com/dmarkham/enumer@v1.7.2", []string{"-type", "Code", "-linecomment"}, constants},
	{"go-enum", "github.com/abice/go-enum@v0.9.5", []string{"--file", "code.go"}, enumComment},
}

// constants is the source of stringer and enumer.
func constants(r registry) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "package %s\n\ntype Code int\n\nconst (\n", r.name)
	for i, e := range r.entries {
		fmt.Fprintf(&b, "\tC%d Code = %d // %s\n", i, e.code, e.name)
	}
	b.WriteString(")\n")
	return b.Bytes()
}

// enumComment is the source of go-enum.
func enumComment(r registry) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "package %s\n\n// ENUM(\n", r.name)
	for _, e := range r.entries {
		fmt.Fprintf(&b, "// %s=%d,\n", e.name, e.code)
	}
	b.WriteString("// )\ntype Code int\n")
	return b.Bytes()
}

func sorted[V any](of map[string]V) []string { return slices.Sorted(maps.Keys(of)) }

// pascal spells a name as go-enum does, and as ours.
func pascal(name string) string {
	var b strings.Builder
	for word := range strings.SplitSeq(name, "_") {
		b.WriteString(strings.ToUpper(word[:1]) + word[1:])
	}
	return b.String()
}
