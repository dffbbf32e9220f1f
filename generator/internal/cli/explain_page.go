package cli

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"github.com/statusgen/statusgen/generator/internal/diag"
)

// page lays answers out for a terminal. Whatever it is given, it prints nothing
// that a terminal would act on.
type page struct {
	out    *bufio.Writer
	width  int
	styled bool
	begun  bool
}

const (
	margin       = 14 // where texts begin, behind their labels
	defaultWidth = 80
	leastWidth   = 24 // of a text; a narrower terminal breaks lines itself
)

// pair is a name and what is said of it.
type pair struct{ name, text string }

func newPage(w io.Writer) *page {
	p := &page{
		out:    bufio.NewWriter(w),
		width:  defaultWidth,
		styled: isTerminal(w) && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb",
	}
	if columns, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil && columns > 0 {
		p.width = columns
	}
	return p
}

func isTerminal(w io.Writer) bool {
	file, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := file.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

func (p *page) flush() error { return p.out.Flush() }

// answer shows an answer, below an empty line if it is not the first.
func (p *page) answer(a answer) {
	if p.begun {
		p.out.WriteByte('\n')
	}
	p.begun = true
	a.show(p)
}

// bold and dim are how a terminal is asked for letters.
const (
	bold = "1"
	dim  = "2"
)

func (p *page) style(how, text string) string {
	if !p.styled || text == "" {
		return text
	}
	return "\x1b[" + how + "m" + text + "\x1b[0m"
}

func (p *page) title(text string) {
	for _, line := range wrap(text, p.width) {
		fmt.Fprintln(p.out, p.style(bold, line))
	}
}

// note is a text below a title.
func (p *page) note(text string) {
	for _, line := range wrap(text, max(p.width-2, leastWidth)) {
		fmt.Fprintf(p.out, "  %s\n", line)
	}
}

// row is a text behind a label. There is no row without a text.
func (p *page) row(label, text string) {
	p.lines(label, wrap(text, max(p.width-margin, leastWidth)))
}

// list is a row of items, each of which stays whole.
func (p *page) list(label string, items []string) {
	for i := range items[:max(len(items)-1, 0)] {
		items[i] += ","
	}
	p.lines(label, fill(items, max(p.width-margin, leastWidth)))
}

// pairs are texts behind names, which share a label.
func (p *page) pairs(label string, pairs []pair) {
	names := 0
	for _, pair := range pairs {
		names = max(names, diag.Width(pair.name)+2)
	}
	var lines []string
	for _, pair := range pairs {
		for i, text := range wrap(pair.text, max(p.width-margin-names, leastWidth)) {
			name := ""
			if i == 0 {
				name = pair.name
			}
			lines = append(lines, pad(name, names)+text)
		}
	}
	p.lines(label, lines)
}

func (p *page) lines(label string, lines []string) {
	for _, line := range lines {
		fmt.Fprintf(p.out, "  %s%s%s\n", p.style(dim, label), pad("", margin-2-len(label)), line)
		label = ""
	}
}

// grid is rows of aligned cells below their heads. A column without any cell
// is left out.
func (p *page) grid(rows [][]string, numbered bool) {
	if len(rows) == 1 {
		return
	}
	widths := make([]int, len(rows[0]))
	for _, row := range rows[1:] {
		for i, cell := range row {
			row[i] = diag.Visible(cell)
			widths[i] = max(widths[i], diag.Width(row[i]))
		}
	}
	p.out.WriteByte('\n')
	for n, row := range rows {
		line := ""
		for i, cell := range row {
			width := max(widths[i], len(rows[0][i]))
			switch {
			case widths[i] == 0:
			case i == 0 && numbered:
				line += "  " + pad("", width-diag.Width(cell)) + cell
			default:
				line += "  " + pad(cell, width)
			}
		}
		line = strings.TrimRight(line, " ")
		if n == 0 {
			line = p.style(dim, line)
		}
		fmt.Fprintln(p.out, line)
	}
}

func pad(text string, width int) string {
	return text + strings.Repeat(" ", max(width-diag.Width(text), 0))
}

// wrap breaks a text into lines between its words.
func wrap(text string, width int) []string {
	return fill(strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == '\t' || r == '\n' }), width)
}

// fill puts words into lines. They stay whole.
func fill(words []string, width int) []string {
	var lines []string
	filled := 0
	for _, word := range words {
		word = diag.Visible(word)
		cells := diag.Width(word)
		if last := len(lines) - 1; last >= 0 && filled+1+cells <= width {
			lines[last] += " " + word
			filled += 1 + cells
			continue
		}
		lines = append(lines, word)
		filled = cells
	}
	return lines
}
