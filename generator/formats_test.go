package generator_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/stretchr/testify/require"
)

// formatValidator holds documents to their schemas, and the schemas to
// refusing what they do not describe. That of SARIF is of an older draft,
// which here differs in nothing but the name of $id.
const formatValidator = `
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";

const read = (file) => JSON.parse(readFileSync(file, "utf8"));
const formats = {
  uri: (text) => URL.canParse(text),
  "uri-reference": /^([\w.~!$&'()*+,;=:@\/?#-]|%[0-9A-F]{2})*$/,
  "date-time": () => false, // no run may tell the time
};
const [ours, theirs, ...documents] = process.argv.slice(1);
const { $schema, id: $id, ...sarif } = read(theirs);
const checks = {
  json: new Ajv2020({ strict: true, strictRequired: false, allErrors: true }).compile(read(ours)),
  sarif: new Ajv({ strict: false, allErrors: true, formats }).compile({ $id, ...sarif }),
};
const surprise = { json: (d) => d.findings[0], sarif: (d) => d.runs[0].results[0] };
for (const file of documents) {
  const form = file.split(".").pop();
  const check = checks[form];
  const document = read(file);
  if (!check(document)) throw new Error(file + JSON.stringify(check.errors, null, 2));
  surprise[form](document).surprise = true;
  if (check(document)) throw new Error("a surprise is taken: " + file);
}
`

// formatsCommand gives the command that holds the documents to their schemas
// which are added to its arguments.
func formatsCommand(t *testing.T) *exec.Cmd {
	t.Helper()
	absolute := func(name string) string {
		path, err := filepath.Abs(name)
		require.NoError(t, err)
		return path
	}
	command := exec.Command("node", "--input-type=module", "--eval", formatValidator,
		absolute(filepath.Join(root, "docs/findings.schema.json")), absolute("testdata/sarif/sarif-schema-2.1.0.json"))
	command.Dir = filepath.Dir(installed(t, "node_modules"))
	return command
}

// TestFormats plays the transcript of every rule once more, as JSON and as
// SARIF, and holds what is printed to docs/findings.schema.json and to the
// schema of OASIS, and both to telling the same findings.
func TestFormats(t *testing.T) {
	command := formatsCommand(t)
	transcripts, err := filepath.Glob("testdata/script/err_*.txtar")
	require.NoError(t, err)
	seen := map[string]bool{}
	played := 0
	for _, transcript := range transcripts {
		dir := t.TempDir()
		archive, err := txtar.ParseFile(transcript)
		require.NoError(t, err)
		require.NoError(t, txtar.Write(archive, dir))
		ours, faults, status := statusgen(t, dir, "check", "--format", "json")
		if status > 1 || !strings.Contains(ours, `"rule"`) {
			continue // it needs more than its files
		}
		played++
		require.Empty(t, faults, transcript)
		theirs, faults, same := statusgen(t, dir, "check", "--format", "sarif")
		require.Equal(t, status, same, transcript)
		require.Empty(t, faults, transcript)
		for form, document := range map[string]string{"json": ours, "sarif": theirs} {
			file := filepath.Join(dir, "findings."+form)
			write(t, file, document)
			command.Args = append(command.Args, file)
		}
		requireSameFindings(t, transcript, ours, theirs)
		var content any
		require.NoError(t, json.Unmarshal([]byte(ours), &content))
		membersOf(content, seen)
	}
	require.Greater(t, played, 80)
	run(t, command)
	for _, member := range []string{"file", "line", "column", "rule", "severity", "message", "hint", "related"} {
		require.Contains(t, seen, member)
	}
}

// requireSameFindings holds a document of either form to the same findings at
// the same places.
func requireSameFindings(t *testing.T, name, ours, theirs string) {
	t.Helper()
	type place struct {
		File         string
		Line, Column int
	}
	type finding struct {
		place
		Rule, Severity string
		Related        []place
	}
	var report struct{ Findings []finding }
	require.NoError(t, json.Unmarshal([]byte(ours), &report))

	type location struct {
		PhysicalLocation struct {
			ArtifactLocation struct{ URI string }
			Region           struct{ StartLine, StartColumn int }
		}
	}
	var log struct {
		Runs []struct {
			Tool struct {
				Driver struct{ Rules []struct{ ID string } }
			}
			Results []struct {
				RuleID, Level               string
				RuleIndex                   int
				Locations, RelatedLocations []location
			}
		}
	}
	require.NoError(t, json.Unmarshal([]byte(theirs), &log))
	at := func(l location) place {
		in := l.PhysicalLocation
		return place{in.ArtifactLocation.URI, in.Region.StartLine, in.Region.StartColumn}
	}
	var told []finding
	for _, result := range log.Runs[0].Results {
		f := finding{Rule: result.RuleID, Severity: result.Level}
		require.Equal(t, f.Rule, log.Runs[0].Tool.Driver.Rules[result.RuleIndex].ID, name)
		for _, l := range result.Locations {
			f.place = at(l)
		}
		for _, l := range result.RelatedLocations {
			f.Related = append(f.Related, at(l))
		}
		told = append(told, f)
	}
	require.Equal(t, report.Findings, told, name)
}

// TestHostileNames holds all that the command prints to nothing that a
// terminal would act on, whatever the files are called.
func TestHostileNames(t *testing.T) {
	const hostile = "a\x1b[31m\u202eb"
	dir := t.TempDir()
	write(t, filepath.Join(dir, "codes.yaml"), "version: 1\ntables:\n  shop:\n    codes:\n      - {code: 1, name: open}\n")
	wrong := filepath.Join(hostile, "wrong.yaml")
	write(t, filepath.Join(dir, wrong), "version: 1\ntables:\n  shop:\n    codes:\n      - {code: 1, name: Open}\n")
	output := filepath.Join(dir, hostile, "shop/shop_gen.go")
	for _, format := range []string{"text", "json", "github", "sarif"} {
		require.NoError(t, os.RemoveAll(filepath.Dir(output)))
		for _, args := range [][]string{
			{"generate", "go=" + hostile}, // writes
			{"check", "go=" + hostile},    // finds what is edited below
			{"check", "--in", wrong},
			{"check", "--in", hostile + ".yaml"},
			{"check", hostile},
			{"generate", "go=codes.yaml/" + hostile},
			{"explain", hostile},
			{hostile},
		} {
			stdout, stderr, _ := statusgen(t, dir, append(args, "--format", format)...)
			require.NotEmpty(t, stdout+stderr)
			for _, printed := range []string{stdout, stderr} {
				require.NotContains(t, printed, "\x1b", "%s %q", format, args)
				require.NotContains(t, printed, "\u202e", "%s %q", format, args)
			}
			if args[0] == "generate" && args[1] == "go="+hostile {
				write(t, output, read(t, output)+"// "+hostile+"\n")
			}
		}
		write(t, output, read(t, output)+"// edited\n")
		stdout, _, _ := statusgen(t, dir, "check", "go="+hostile)
		require.NotContains(t, stdout, "\x1b")
	}
}
