package follow

import (
	"regexp"
	"strings"

	"github.com/statusgen/statusgen/generator/internal/codes"
)

var noWord = regexp.MustCompile(`[^a-z0-9]+`)

// words gives a text as a name: lower-case words joined by underscores.
func words(text string) string {
	text = strings.NewReplacer("'", "", "’", "").Replace(codes.LowerASCII(text))
	name := strings.Trim(noWord.ReplaceAllString(text, "_"), "_")
	if len(name) > 64 {
		name = strings.TrimRight(name[:64], "_")
	}
	if name != "" && name[0] <= '9' {
		name = "code_" + name
	}
	return name
}

// free gives a name that nothing else in the table has.
func (c *comparison) free(name string, v codes.Value) string {
	if name == "" {
		name = words("code " + v.String())
	}
	if c.named[name] {
		name = words(name + " " + v.String())
	}
	return name
}
