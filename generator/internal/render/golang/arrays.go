package golang

import (
	"bytes"
	"fmt"
	"iter"
	"slices"
	"strconv"

	"github.com/statusgen/statusgen/generator/internal/render"
)

// What grows with a table, its constants and its arrays, is printed here in the
// form that gofmt leaves alone. Jennifer, which prints all else, and go/format
// would take many times as long for it.

// array declares a package variable with one element for each code, at its
// place, after an empty one: static data, which costs nothing at start-up, and
// nothing at all where it is not used.
func (p *printer) array(name, element, empty string, value func(*render.Code) string, more ...string) {
	p.list("", name, element, 1, func(yield func(string) bool) {
		yield(empty)
		for _, code := range p.table.Codes {
			yield(value(code))
		}
		for _, one := range more {
			yield(one)
		}
	})
}

// numbers declares an array of numbers, as narrow as they allow.
func (p *printer) numbers(name, doc string, list []int) {
	p.list(doc, name, fmt.Sprint("uint", width(list)), 20, func(yield func(string) bool) {
		for _, n := range list {
			yield(strconv.Itoa(n))
		}
	})
}

// places declares an array of places, without the long rows of zeros in it.
// What is behind one says where it stands.
func (p *printer) places(doc string, list []int) {
	const long = 4
	p.list(doc, "places", fmt.Sprint("uint", width(list)), 20, func(yield func(string) bool) {
		zeros := 0
		for i, n := range list {
			if n == 0 && i < len(list)-1 {
				zeros++
				continue
			}
			element := strconv.Itoa(n)
			if zeros < long {
				for range zeros {
					yield("0")
				}
			} else {
				element = strconv.Itoa(i) + ": " + element
			}
			yield(element)
			zeros = 0
		}
	})
}

// list declares an array, with so many of its elements in a row. It is printed
// last: what a reader looks for comes first.
func (p *printer) list(doc, name, element string, inRow int, elements iter.Seq[string]) {
	p.arrays = append(p.arrays, func(out *bytes.Buffer) {
		out.WriteByte('\n')
		if doc != "" {
			fmt.Fprintf(out, "// %s\n", doc)
		}
		fmt.Fprintf(out, "var %s = [...]%s{", name, element)
		i := 0
		for one := range elements {
			if i%inRow == 0 {
				out.WriteString("\n\t")
			} else {
				out.WriteByte(' ')
			}
			out.WriteString(one)
			out.WriteByte(',')
			i++
		}
		out.WriteString("\n}\n")
	})
}

// assembled puts the constants and the arrays to what jennifer has printed, and
// proves each part of it. The parts are joined at the end, because one buffer for
// the file of a large table would be there three times over while it grows.
func (p *printer) assembled(plan plan) ([]byte, error) {
	var code bytes.Buffer
	if err := p.out.Render(&code); err != nil {
		return nil, err
	}
	proof := newProof(plan)
	formatted, err := proof.formatted(code.Bytes())
	if err != nil {
		return nil, err
	}
	before, after, found := bytes.Cut(formatted, []byte("\n"+constantsHere+"\n"))
	parts := [][]byte{before}
	if found {
		block, err := p.block(proof)
		if err != nil {
			return nil, err
		}
		parts = append(append(parts, block...), after)
	}
	for _, array := range p.arrays {
		part, err := proof.part("", array, "")
		if err != nil {
			return nil, err
		}
		parts = append(parts, part)
	}
	return slices.Concat(parts...), proof.complete()
}

// block prints the constants of the table.
func (p *printer) block(proof *proof) ([][]byte, error) {
	parts := [][]byte{[]byte("\n// The codes of the table, in its order.\nconst (\n")}
	for list := range slices.Chunk(p.table.Codes, 1000) {
		part, err := proof.part("const (\n", func(out *bytes.Buffer) { p.constants(out, list) }, ")\n")
		if err != nil {
			return nil, err
		}
		parts = append(parts, part)
	}
	return append(parts, []byte(")\n")), nil
}

// constantsHere stands where the constants go. No other line is like it: the
// author's text is in comments that begin with a space.
const constantsHere = "//statusgen:constants"

// constants prints some codes of the table.
func (p *printer) constants(out *bytes.Buffer, list []*render.Code) {
	doc := func(d render.Doc) {
		for _, line := range p.comment(d) {
			out.WriteByte('\t')
			out.WriteString(line)
			out.WriteByte('\n')
		}
	}
	for _, code := range list {
		if code != p.table.Codes[0] {
			out.WriteByte('\n')
		}
		doc(code.Doc)
		fmt.Fprintf(out, "\t%s Code = %s\n", code.Identifier, code.Literal)
		for _, alias := range code.Aliases {
			out.WriteByte('\n')
			doc(alias.Doc)
			fmt.Fprintf(out, "\t%s = %s\n", alias.Identifier, code.Identifier)
		}
	}
}
