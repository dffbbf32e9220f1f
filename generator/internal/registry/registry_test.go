package registry

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/statusgen/statusgen/generator/internal/diag"
)

const asXML = `<?xml version='1.0' encoding='UTF-8'?>
<registry xmlns="http://www.iana.org/assignments" id="a"><title>All</title>
  <registry id="http3-parameters-error-codes"><title>HTTP/3 <i>Error</i> Codes</title>
    <xref type="rfc" data="rfc9114"/>
    <note>This is <xref type="rfc" data="rfc1"/> no record.</note>
    <record><value>0x33</value><name>H3_A</name><description>An
      error <xref type="rfc" data="rfc9297">here</xref></description><status>provisional</status>
      <xref type="rfc" data="rfc9114">RFC9114, Section 8.1</xref></record>
    <record><value>0x40-0x4f</value><name>Reserved for Private Use</name><description/><status>permanent</status></record>
    <record><value>0x50</value><name>H3_B</name><description>Gone (OBSOLETED by B)</description><status>permanent</status>
      <xref type="uri" data="https://a.example/">there</xref></record>
  </registry>
</registry>`

const asCSV = "\uFEFFValue,Name,Description,Status,Reference\r\n" +
	"0x33,H3_A,\"An\n error here\",provisional,\"[RFC9297][RFC9114, Section 8.1]\"\r\n" +
	"0x40-0x4f,Reserved for Private Use,,permanent,\r\n" +
	"0x50,H3_B,Gone (OBSOLETED by B),permanent,[https://a.example/]\r\n"

// TestRows holds both forms of a registry to the same rows.
func TestRows(t *testing.T) {
	r := Registries[2]
	want := []Row{
		{Code: "0x33", Symbol: "H3_A", Phrase: "An error here", Lifecycle: "temporary"},
		{Code: "0x40", Last: "0x4f", Symbol: "Reserved for Private Use", Vacant: true, Private: true, Lifecycle: "reserved"},
		{Code: "0x50", Symbol: "H3_B", Phrase: "Gone", Remark: "OBSOLETED by B", Lifecycle: "obsolete"},
	}
	for file, content := range map[string]string{"a.xml": asXML, r.ID + ".csv": asCSV} {
		sheets, found := Read([]byte(content), file)
		require.Empty(t, found)
		sheet := sheets[len(sheets)-1]
		require.Equal(t, r.ID, sheet.ID)
		rows, found := r.Rows(sheet)
		require.Empty(t, found)
		sources := [][]string{{"rfc9297", "rfc9114"}, nil, {"https://a.example/"}}
		for i := range rows {
			for j, source := range sources[i] {
				require.Equal(t, source, rows[i].Sources[j].Data)
			}
			require.Len(t, rows[i].Sources, len(sources[i]))
			require.Equal(t, file, rows[i].Pos.File)
			rows[i].Sources, rows[i].Pos = nil, diag.Pos{}
		}
		require.Equal(t, want, rows, file)
	}
}

func TestRemark(t *testing.T) {
	for phrase, want := range map[string][3]string{
		"OK":       {"OK", "", ""},
		"(Unused)": {"", "Unused", "unused"},
		"Upload (TEMPORARY - registered 2024-11-13, expires 2026-11-13)": {"Upload", "TEMPORARY - registered 2024-11-13, expires 2026-11-13", "temporary"},
		"Accepted (Deprecated)":    {"Accepted", "Deprecated", "deprecated"},
		"Not Extended (OBSOLETED)": {"Not Extended", "OBSOLETED", "obsolete"},
		"a_RESERVED":               {"a", "RESERVED", "obsolete"},
		"Moved (for good)":         {"Moved (for good)", "", ""},
		"Unused (b) c":             {"Unused (b) c", "", ""},
		")":                        {")", "", ""},
	} {
		without, remark, lifecycle := remark(phrase)
		require.Equal(t, want, [3]string{without, remark, lifecycle}, phrase)
	}
}

// TestReadRefuses holds what could cost too much to being refused at once.
func TestReadRefuses(t *testing.T) {
	for _, test := range []struct{ what, content, want string }{
		{"depth", strings.Repeat("<registry>", 33), "elements lie more than 32 deep in each other"},
		{"records", "<registry><registry>" + strings.Repeat("<record/>", maxRecords) + "</registry></registry>", "the file has more than 262144 records"},
		{"registries", "<registry>" + strings.Repeat("<registry/>", maxRecords) + "</registry>", "the file has more than 262144 records"},
		{"rows", "a\n" + strings.Repeat("b\n", maxRecords+1), "the file has more than 262144 records"},
		{"size", strings.Repeat("a,", MaxSize), "the file is larger than 16 MiB"},
		{"entities", `<!DOCTYPE registry [<!ENTITY a SYSTEM "file:///etc/passwd">]><registry>&a;</registry>`, "a registry has no document type declaration, so that it has no entities either"},
		{"an encoding", `<?xml version="1.0" encoding="UTF-16"?><registry/>`, "the file says that it is in UTF-16; a registry is in UTF-8"},
		{"an end", "<registry><registry>", "this is no well-formed XML: unexpected EOF"},
		{"a second root", "<registry/><html/>", "this is none of IANA's registries: it is <html>, not <registry>"},
		{"control characters", "a\n\x1b[31m\n", "a text holds U+001B, which a source cannot hold"},
		{"nothing", " \n", "the file is empty"},
	} {
		sheets, found := Read([]byte(test.content), "file")
		require.Empty(t, sheets, test.what)
		require.Len(t, found, 1, test.what)
		require.Equal(t, test.want, found[0].Message, test.what)
	}
	var fields strings.Builder
	for i := range maxFields + 1 {
		fields.WriteString("<a" + strings.Repeat("b", i) + "/>")
	}
	_, found := Read([]byte("<registry><registry><record>"+fields.String()+"</record></registry></registry>"), "file")
	require.Len(t, found, 1)
	require.Equal(t, "a record has more than 64 fields", found[0].Message)
}
