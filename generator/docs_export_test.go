package generator_test

import (
	"encoding/json"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// validator holds files to a schema, and the schema to refusing a member that
// it does not describe.
const validator = `
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";

const [schema, ...exports] = process.argv.slice(1).map((file) => JSON.parse(readFileSync(file, "utf8")));
const check = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true }).compile(schema);
for (const data of exports) {
  if (!check(data)) throw new Error(JSON.stringify(check.errors, null, 2));
  data.tables[0].codes[0].surprise = true;
  if (check(data)) throw new Error("a surprise is taken");
}
`

// TestExportSchema holds what export prints to docs/export.schema.json, and
// the schema to describing what there is and no more.
func TestExportSchema(t *testing.T) {
	dir := filesOf(t, read(t, filepath.Join(root, "docs/source-format.md")))
	schema, err := filepath.Abs(filepath.Join(root, "docs/export.schema.json"))
	require.NoError(t, err)
	command := exec.Command("node", "--input-type=module", "--eval", validator, schema)
	command.Dir = filepath.Dir(installed(t, "node_modules"))
	seen := map[string]bool{}
	for name, source := range map[string]string{
		"product": filepath.Join(root, "codes.yaml"),
		"rich":    "testdata/rich/codes.yaml",
		"errors":  "testdata/errors/codes.yaml",
		"whole":   filepath.Join(dir, "whole/codes.yaml"),
		"shop":    filepath.Join(dir, "shop/codes.yaml"),
	} {
		export, faults, status := statusgen(t, ".", "export", "--in", source)
		require.Zero(t, status, faults)
		file := filepath.Join(dir, name+".json")
		write(t, file, export)
		command.Args = append(command.Args, file)
		var content any
		require.NoError(t, json.Unmarshal([]byte(export), &content))
		membersOf(content, seen)
	}
	run(t, command)

	type object struct {
		Properties map[string]struct{ Description string }
		Defs       map[string]object `json:"$defs"`
	}
	var described object
	decode(t, schema, &described)
	described.Defs["root"] = described
	for _, object := range described.Defs {
		for name, member := range object.Properties {
			require.NotEmpty(t, member.Description, name)
			require.Contains(t, seen, name, "no export has this member")
		}
	}
}

// membersOf collects the names of all members in a JSON value.
func membersOf(value any, seen map[string]bool) {
	switch value := value.(type) {
	case []any:
		for _, item := range value {
			membersOf(item, seen)
		}
	case map[string]any:
		for name, member := range value {
			seen[name] = true
			membersOf(member, seen)
		}
	}
}
