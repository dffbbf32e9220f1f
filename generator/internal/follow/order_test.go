package follow

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestOrder holds the order of fields to that in which load reads them.
func TestOrder(t *testing.T) {
	reader, err := os.ReadFile("../load/code.go")
	require.NoError(t, err)
	_, list, found := strings.Cut(string(reader), "s.fields = []field{")
	require.True(t, found)
	list, _, _ = strings.Cut(list, "\n\t}\n")
	var fields []string
	for _, field := range regexp.MustCompile(`(?m)^\t\t\{"([a-z_]+)"`).FindAllStringSubmatch(list, -1) {
		fields = append(fields, field[1])
	}
	require.Equal(t, fields, Order)
}
