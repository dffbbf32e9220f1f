package generator_test

import (
	"encoding/json"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestDownstream holds ten lines that build on a table of ours to what they
// ask for, and every language to agreeing on it.
func TestDownstream(t *testing.T) {
	const source = "testdata/downstream/codes.yaml"
	exported, faults, status := statusgen(t, ".", "export", "--in", source)
	require.Zero(t, status, faults)
	var catalog exportedCatalog
	require.NoError(t, json.Unmarshal([]byte(exported), &catalog))
	require.Len(t, catalog.Tables, 1)
	mine, ours := catalog.Tables[0], catalogue(t).Tables[0]

	require.Equal(t, "Nothing Here", mine.find(404.0).Phrase)
	require.Equal(t, ours.find(404.0).Summary, mine.find(404.0).Summary)
	require.Equal(t, "client_error", mine.find(499.0).Class)
	require.Equal(t, "conditional", mine.find(520.0).Properties["retry"])
	require.Nil(t, mine.find(306.0), "unused")
	require.Nil(t, mine.find(510.0), "obsolete")
	for _, code := range ours.Codes {
		if code.Lifecycle != "unused" && code.Lifecycle != "obsolete" && code.Code != 404.0 {
			require.Equal(t, code, *mine.find(code.Code))
		}
	}
	for i, code := range mine.Codes[1:] {
		require.Greater(t, code.Code, mine.Codes[i].Code)
	}
	agree(t, source)
}

// TestEveryTableCanBeExtended takes each table that is shipped, by itself.
func TestEveryTableCanBeExtended(t *testing.T) {
	source := filepath.Join(t.TempDir(), "codes.yaml")
	extended := func(ours exportedTable, name string) exportedTable {
		write(t, source, "version: 1\ntables:\n  "+name+":\n    extends: builtin:"+ours.Name+"\n")
		exported, faults, status := statusgen(t, ".", "export", "--in", source)
		require.Zero(t, status, faults)
		require.Empty(t, faults)
		var catalog exportedCatalog
		require.NoError(t, json.Unmarshal([]byte(exported), &catalog))
		require.Equal(t, name, catalog.Tables[0].Name)
		return catalog.Tables[0]
	}
	for _, ours := range catalogue(t).Tables {
		require.Equal(t, ours, extended(ours, ours.Name))
		mine := extended(ours, "mine")
		require.NotEqual(t, ours.Fingerprint, mine.Fingerprint, "the name of a table is a fact")
		mine.Name, mine.Fingerprint = ours.Name, ours.Fingerprint
		require.Equal(t, ours, mine)
	}
}

// TestDownstreamInGo builds what a module has that extends a table of ours,
// with nothing of ours in it.
func TestDownstreamInGo(t *testing.T) {
	dir := t.TempDir()
	_, faults, status := statusgen(t, ".", "generate", "--in", "testdata/downstream/codes.yaml", "go="+filepath.Join(dir, "codes"))
	require.Zero(t, status, faults)
	write(t, filepath.Join(dir, "go.mod"), "module example.com/shop\n\ngo 1.25\n")
	write(t, filepath.Join(dir, "main.go"), `package main

import "example.com/shop/codes/httpstatus"

func main() {
	println(httpstatus.ClientClosedRequest.IsClientError(), httpstatus.UnknownOriginError, httpstatus.NotFound.String())
}
`)
	command := exec.Command("go", "run", ".")
	command.Dir = dir
	printed, err := command.CombinedOutput()
	require.NoError(t, err, string(printed))
	require.Equal(t, "true 520 404 Nothing Here\n", string(printed))
}
