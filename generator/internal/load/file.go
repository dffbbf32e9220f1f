package load

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"

	"github.com/statusgen/statusgen/generator/internal/diag"
)

// maxSize is far above any honest source, and low enough to be read at once.
const maxSize = 64 << 20

// maxLines leaves four lines to each of the entries that a file may have.
// Lines that hold nothing cost time all the same.
const maxLines = 4 * maxEntries

var (
	errTooLarge   = fmt.Errorf("the file is larger than %d MiB", maxSize>>20)
	errNotRegular = errors.New("not a regular file")
	errPipe       = fmt.Errorf("%w but a named pipe", errNotRegular)
)

var byteOrderMark = []byte("\uFEFF")

// source gives the text of a file as the positions of diagnostics count it:
// without a byte order mark, and never more than a source may hold.
func source(fsys fs.FS, name string) ([]byte, error) {
	info, err := fs.Stat(fsys, name) // before opening: that of a FIFO would block
	if err != nil {
		return nil, err
	}
	if info.Mode()&fs.ModeNamedPipe != 0 {
		return nil, errPipe
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%w but %s", errNotRegular, modeName(info.Mode()))
	}
	if info.Size() > maxSize {
		return nil, errTooLarge
	}
	file, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()

	text := bytes.NewBuffer(make([]byte, 0, info.Size()+bytes.MinRead))
	if _, err := text.ReadFrom(io.LimitReader(file, maxSize+1)); err != nil {
		return nil, err
	}
	if text.Len() > maxSize {
		return nil, errTooLarge
	}
	return bytes.TrimPrefix(text.Bytes(), byteOrderMark), nil
}

func modeName(mode fs.FileMode) string {
	switch {
	case mode.IsDir():
		return "a directory"
	case mode&fs.ModeSocket != 0:
		return "a socket"
	case mode&fs.ModeDevice != 0:
		return "a device"
	}
	return "something else"
}

// readFile reports why a file cannot be read, at the file as a whole, and why
// its bytes are no text.
func readFile(fsys fs.FS, name string, found *findings) (text []byte, ok bool) {
	whole := diag.Pos{File: name}
	text, err := source(fsys, name)
	var pathErr *fs.PathError
	switch {
	case errors.Is(err, errTooLarge):
		found.add(ruleSourceTooLarge, whole, err.Error())
	case errors.Is(err, errPipe):
		found.add(ruleSourceNotRegular, whole, err.Error(), diag.Hint("only standard input is read from a pipe: write - for its name"))
	case errors.Is(err, errNotRegular):
		found.add(ruleSourceNotRegular, whole, err.Error())
	case errors.As(err, &pathErr):
		found.add(ruleSourceUnreadable, whole, "cannot be read: "+pathErr.Err.Error())
	case err != nil:
		found.add(ruleSourceUnreadable, whole, "cannot be read: "+err.Error())
	case bytes.Count(text, newline) > maxLines:
		found.add(ruleSourceTooLarge, whole, fmt.Sprintf("the file has more than %d lines", maxLines))
	default:
		if encoding := wideEncoding(text); encoding != "" {
			found.add(ruleSourceEncoding, found.at(1, 1), fmt.Sprintf("the file is %s, not UTF-8", encoding), diag.Hint("save it as UTF-8"))
			return nil, false
		}
		return text, true
	}
	return nil, false
}

// wideEncoding names an encoding that has more than one byte for each
// character. It knows the byte order marks, and text without one by the zero
// bytes of its first character.
func wideEncoding(text []byte) string {
	starts := func(mark string) bool { return bytes.HasPrefix(text, []byte(mark)) }
	var zeros strings.Builder
	for _, b := range text[:min(4, len(text))] {
		zeros.WriteByte("-0"[1-min(b, 1)])
	}
	switch first := zeros.String(); {
	case starts("\xFF\xFE\x00\x00"), starts("\x00\x00\xFE\xFF"), first == "-000", first == "000-":
		return "UTF-32"
	case starts("\xFF\xFE"), starts("\xFE\xFF"), strings.HasPrefix(first, "-0"), strings.HasPrefix(first, "0-"):
		return "UTF-16"
	}
	return ""
}
