package generator_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// catalogue is what export says of codes.yaml.
func catalogue(t *testing.T) exportedCatalog {
	t.Helper()
	exported, faults, status := statusgen(t, root, "export")
	require.Zero(t, status, faults)
	var catalog exportedCatalog
	require.NoError(t, json.Unmarshal([]byte(exported), &catalog))
	return catalog
}

// TestFacts holds the facts of every table to a golden, one line a code, so
// that none changes unseen.
func TestFacts(t *testing.T) {
	for _, table := range catalogue(t).Tables {
		t.Run(table.Name, func(t *testing.T) {
			var b strings.Builder
			for _, code := range table.Codes {
				require.NotNil(t, code.Reference, code.Name)
				require.NotEmpty(t, code.Reference.URL, code.Name)
				require.NotRegexp(t, `^\(|(?i)\((unused|temporary|obsoleted|deprecated|reserved)`, code.Phrase, "%s: a registry's remark is no phrase", code.Name)
				fmt.Fprintf(&b, "%v %s | %s | %s | %s | %s %s | %s |", code.Code, code.Name, code.Phrase, code.Class,
					code.Lifecycle, code.Reference.Text, code.Reference.URL, code.Since)
				for _, property := range table.Properties {
					fmt.Fprintf(&b, " %s=%s", property.Name, property.Value.print(code.Properties[property.Name]))
				}
				b.WriteByte('\n')
			}
			golden := filepath.Join("testdata/facts", table.Name+".golden")
			if os.Getenv("UPDATE") != "" {
				write(t, golden, b.String())
			}
			want, err := os.ReadFile(golden)
			require.NoError(t, err)
			require.Equal(t, string(want), b.String())
		})
	}
}

// TestFaultsOfOldLists holds the http table to having none of the faults by
// which copies of copies are known.
func TestFaultsOfOldLists(t *testing.T) {
	http := catalogue(t).Tables[0]
	require.Equal(t, "http", http.Name)
	code := func(n int) *exportedCode {
		c := http.find(float64(n))
		require.NotNil(t, c, n)
		return c
	}
	for n, phrase := range map[int]string{
		101: "Switching Protocols", 408: "Request Timeout", 413: "Content Too Large", 414: "URI Too Long",
		416: "Range Not Satisfiable", 422: "Unprocessable Content", 504: "Gateway Timeout",
	} {
		require.Equal(t, phrase, code(n).Phrase)
	}
	for _, younger := range []int{103, 207, 208, 226, 308, 421, 425, 428, 429, 431, 451, 508, 511} {
		require.NotEmpty(t, code(younger).Phrase)
	}
	for n, lifecycle := range map[int]string{
		104: "temporary", 305: "deprecated", 306: "unused", 418: "unused", 510: "obsolete",
	} {
		require.Equal(t, lifecycle, code(n).Lifecycle, n)
	}
	for _, c := range http.Codes {
		if c.Code.(float64) < 400 {
			require.NotRegexp(t, `(?i)\b(error|fail)`, c.Summary, "%v is no error", c.Code)
		}
	}
}
