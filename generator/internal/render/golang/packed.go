package golang

import (
	"bytes"
	"fmt"
	"math"
	"slices"

	"github.com/dave/jennifer/jen"

	"github.com/statusgen/statusgen/generator/internal/render"
)

// width gives the bits that the largest of some numbers needs, as types have
// them.
func width(list []int) int {
	switch most := slices.Max(list); {
	case most > math.MaxUint32:
		return 64
	case most > math.MaxUint16:
		return 32
	case most > math.MaxUint8:
		return 16
	}
	return 8
}

// packed declares a list of numbers, and gives what reads one of them. A long
// list is a text that the compiler reads at once, where an array would be read
// number by number. What is inlined into other packages must not use it, or
// they would carry the text, too.
func (p *printer) packed(name, doc string, list []int) func(index jen.Code) *jen.Statement {
	if !render.Packed(len(list)) {
		p.numbers(name, doc, list)
		return func(index jen.Code) *jen.Statement { return jen.Id(name).Index(index) }
	}
	bits := width(list)
	p.pack(name, doc, list, bits)
	if bits == 8 {
		return func(index jen.Code) *jen.Statement { return jen.Id(name).Index(index) }
	}
	return func(index jen.Code) *jen.Statement { return jen.Id(unpack(bits)).Call(jen.Id(name), index) }
}

// pack declares a text of so many bits for each number. Its rows are long,
// because a compiler takes as long for a row as for four numbers of an array.
func (p *printer) pack(name, doc string, list []int, bits int) {
	const row, hexadecimal = 96, "0123456789abcdef"
	inRow := row * 8 / bits
	p.arrays = append(p.arrays, func(out *bytes.Buffer) {
		fmt.Fprintf(out, "\n// %s\nconst %s = ", doc, name)
		for i, n := range list {
			switch {
			case i == 0:
				out.WriteByte('"')
			case i%inRow == 0:
				out.WriteString("\" +\n\t\"")
			}
			for range bits / 8 {
				out.WriteString(`\x`)
				out.WriteByte(hexadecimal[n>>4&15])
				out.WriteByte(hexadecimal[n&15])
				n >>= 8
			}
		}
		out.WriteString("\"\n")
	})
	if bits > 8 && !slices.Contains(p.unpacked, bits) {
		p.unpacked = append(p.unpacked, bits)
	}
}

func unpack(bits int) string { return fmt.Sprint("unpack", bits) }

// unpacking prints what reads packed numbers.
func (p *printer) unpacking() {
	slices.Sort(p.unpacked)
	for _, bits := range p.unpacked {
		kind := fmt.Sprint("uint", bits)
		number := jen.Id(kind).Call(jen.Id("list").Index(jen.Id("i")))
		for at := 1; at < bits/8; at++ {
			number.Op("|").Id(kind).Call(jen.Id("list").Index(jen.Id("i").Op("+").Lit(at))).Op("<<").Lit(8 * at)
		}
		p.say(fmt.Sprintf("%s reads a number of a list that is packed into a text, %d bytes for each.", unpack(bits), bits/8))
		p.out.Func().Id(unpack(bits)).Params(jen.Id("list").String(), jen.Id("i").Uint64()).Id(kind).Block(
			jen.Id("i").Op("*=").Lit(bits/8),
			jen.Return(number),
		)
	}
}
