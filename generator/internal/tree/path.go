package tree

import (
	"fmt"
	"io/fs"
	"path/filepath"
	"regexp"
	"strings"
	"unicode"
)

// deviceName matches what Windows opens as a device, in whatever directory and
// with whatever extension.
var deviceName = regexp.MustCompile(`(?i)^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³]) *(\.|$)`)

// maxElement is the most that file systems take. A temporary file has a shorter
// name than its output, and would be written where the output cannot be.
const maxElement = 255

// pathFault says what keeps p from being the path of an output on any
// operating system, or nothing. A repository is checked out on all of them.
func pathFault(p string) string {
	switch {
	case p == "":
		return "is empty"
	case strings.ContainsFunc(p, unicode.IsControl):
		return "holds a control character"
	case strings.ContainsAny(p, `\:*?"<>|`):
		return `holds one of \ : * ? " < > |, which not every system allows`
	case !fs.ValidPath(p) || p == "." || !filepath.IsLocal(filepath.FromSlash(p)):
		return `is not a relative path below the output directory, without "." and ".."`
	}
	for element := range strings.SplitSeq(p, "/") {
		switch {
		case len(element) > maxElement:
			return fmt.Sprintf("has a part of more than %d bytes, which no system allows", maxElement)
		case strings.HasSuffix(element, ".") || strings.HasSuffix(element, " "):
			return "has a part that ends in a dot or a space, which Windows drops"
		case deviceName.MatchString(element):
			return "has a part that is a device on Windows"
		case isTemp(element) || strings.EqualFold(element, manifestName):
			return "has a part that statusgen keeps for itself"
		}
	}
	return ""
}

// fold gives one key to all paths that are equal on a file system that does not
// tell capitals from small letters.
func fold(p string) string {
	return strings.Map(func(r rune) rune {
		least := r
		for next := unicode.SimpleFold(r); next != r; next = unicode.SimpleFold(next) {
			least = min(least, next)
		}
		return least
	}, p)
}
