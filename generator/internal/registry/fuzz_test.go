package registry

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// FuzzRead reads any bytes as a registry. What comes of them is clean text at
// places of the file, or findings.
func FuzzRead(f *testing.F) {
	f.Add([]byte("<registry id='a'><title>b</title><registry id='http-status-codes-1'><record><value>1</value>" +
		"<description>c (OBSOLETED)<xref type='rfc' data='rfc1'>d</xref></description></record></registry></registry>"))
	f.Add([]byte("Value,Description,Reference\r\n1-2,\"a \"\"b\"\"\",\"[RFC1, Section 2]\"\r\n"))
	f.Add([]byte("\uFEFF<!DOCTYPE a>"))
	f.Add([]byte(strings.Repeat("<registry>", 40)))
	f.Fuzz(func(t *testing.T, content []byte) {
		sheets, found := Read(content, "file")
		require.True(t, found.HasErrors() != (len(sheets) > 0))
		for _, d := range found {
			require.NotEmpty(t, d.Message)
		}
		for _, sheet := range sheets {
			for _, record := range sheet.Records {
				require.True(t, record.Pos.IsValid())
				for column, text := range record.Fields {
					require.True(t, sheet.Columns[column])
					require.Equal(t, strings.Join(strings.Fields(text), " "), text)
				}
			}
			for _, r := range Registries {
				rows, found := r.Rows(sheet)
				require.True(t, found.HasErrors() || len(rows) == len(sheet.Records))
			}
		}
	})
}
