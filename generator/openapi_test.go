package generator_test

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// openAPIValidator holds documents to OpenAPI 3.1 and values to the schemas in
// them, and prints the documents as JSON.
const openAPIValidator = `
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { Validator } from "@seriousme/openapi-schema-validator";

const [cases, ...files] = process.argv.slice(1);
const ajv = addFormats.default(new Ajv2020({ strict: false }));
const documents = {};
for (const file of files) {
  const validator = new Validator();
  const result = await validator.validate(file);
  if (!result.valid) throw new Error(file + JSON.stringify(result.errors, null, 2));
  if (validator.version !== "3.1") throw new Error(validator.version);
  const name = file.split("/").pop();
  documents[name] = validator.specification;
  ajv.addSchema(validator.specification, name);
}
for (const { schema, value, valid } of JSON.parse(readFileSync(cases, "utf8"))) {
  const check = ajv.getSchema(schema);
  if (check(value) !== valid) throw new Error(schema + JSON.stringify({ value, valid, errors: check.errors }, null, 2));
}
console.log(JSON.stringify(documents));
`

// openAPICase is a value, and whether a schema takes it.
type openAPICase struct {
	Schema string         `json:"schema"`
	Value  map[string]any `json:"value"`
	Valid  bool           `json:"valid"`
}

// openAPIDocument is what the tests look at.
type openAPIDocument struct {
	Info       struct{ Title, Description string }
	Components struct {
		Schemas map[string]struct {
			Title, Description string
			Deprecated         bool
			OneOf              []map[string]any
			Discriminator      *struct{ Mapping map[string]string }
			Properties         map[string]struct {
				Description string
				Const       any
				Examples    []string
			}
			Message []any          `json:"x-message"`
			Action  string         `json:"x-action"`
			Facts   map[string]any `json:"x-properties"`
		}
		Responses map[string]any
	}
}

// validOpenAPI validates the documents of a directory.
func validOpenAPI(t *testing.T, dir string, cases ...openAPICase) map[string]openAPIDocument {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*.yaml"))
	require.NoError(t, err)
	require.NotEmpty(t, files)
	data, err := json.Marshal(append([]openAPICase{}, cases...))
	require.NoError(t, err)
	list := filepath.Join(t.TempDir(), "cases.json")
	write(t, list, string(data))
	command := exec.Command("node", append([]string{"--input-type=module", "--eval", openAPIValidator, list}, files...)...)
	command.Dir = filepath.Dir(installed(t, "node_modules"))
	var documents map[string]openAPIDocument
	require.NoError(t, json.Unmarshal([]byte(run(t, command)), &documents))
	return documents
}

// TestOpenAPI holds the documents to OpenAPI 3.1, and their schemas to taking
// the problems that there are and no others.
func TestOpenAPI(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	require.NoError(t, os.CopyFS(dir, os.DirFS("testdata/errors")))
	_, faults, status := statusgen(t, dir, "generate")
	require.Zero(t, status, faults)

	declined := map[string]any{
		"type": "https://errors.example.com/shop/payment_card_declined", "title": "Karte abgelehnt", "status": 402,
		"detail": "…", "code": "payment_card_declined", "order_id": "7", "last4": "4242", "amount": "-0.50",
		"attempt": 1<<53 - 1, "final": true, "bank": "b", "surprise": []int{1},
	}
	problem, card := "shop.yaml#/components/schemas/ShopProblem", "shop.yaml#/components/schemas/ShopPaymentCardDeclined"
	with := func(of map[string]any, name string, value any) map[string]any {
		changed := map[string]any{}
		for k, v := range of {
			changed[k] = v
		}
		if changed[name] = value; value == nil {
			delete(changed, name)
		}
		return changed
	}
	cases := []openAPICase{
		{problem, declined, true},
		{card, declined, true},
		{card, with(declined, "retry_after", 5), true},
		{problem, map[string]any{"code": "from_the_future", "status": 418, "order_id": true}, true},
		{problem, map[string]any{"detail": "no code"}, false},
		{problem, with(declined, "code", "payment_failed"), false},
	}
	for name, value := range map[string]any{
		"type": "about:blank", "title": 1, "status": 400, "detail": nil, "code": "other", "last4": nil, "amount": "0.50€",
		"attempt": 1 << 53, "final": "true", "bank": nil, "retry_after": "5", "partial": 1, "fee": 1.5, "instance": "a b",
	} {
		// The problem of another code is that of a stranger.
		cases = append(cases, openAPICase{card, with(declined, name, value), false}, openAPICase{problem, with(declined, name, value), name == "code"})
	}
	exit := "exit.yaml#/components/schemas/ExitProblem"
	cases = append(cases,
		openAPICase{exit, map[string]any{"code": 1, "detail": "…", "flag": "f"}, true},
		openAPICase{exit, map[string]any{"code": 2, "detail": "the table is closed"}, false},
		openAPICase{exit, map[string]any{"code": "1", "detail": "…", "flag": "f"}, false},
	)
	documents := validOpenAPI(t, filepath.Join(dir, "all/openapi"), cases...)
	require.Len(t, documents, 2, "a table without errors has no document")
	require.Len(t, documents["shop.yaml"].Components.Responses, 1+7)
	require.True(t, documents["shop.yaml"].Components.Schemas["ShopPaymentIBANWrong"].Deprecated)
	require.NotContains(t, documents["shop.yaml"].Components.Schemas["ShopPaymentCardDeclined"].Properties, "sekrit_score")

	public := filepath.Join(dir, "public/openapi")
	validOpenAPI(t, public, cases...)
	for name, content := range contentsBelow(t, public) {
		require.NotRegexp(t, `(?i)sekrit`, content, name)
	}
	require.Regexp(t, `(?i)sekrit`, strings.Join(values(contentsBelow(t, filepath.Join(dir, "all/openapi"))), ""))
}

// TestOpenAPIKeepsTexts puts every hostile text wherever a document holds one.
func TestOpenAPIKeepsTexts(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	texts := hostileTexts(t)
	var source strings.Builder
	source.WriteString("version: 1\ntables:\n")
	brace := strings.NewReplacer("{", "{{", "}", "}}")
	for _, c := range texts {
		text := strconv.QuoteToASCII(c.text) // whose escapes are YAML's, too
		summary := strconv.QuoteToASCII(shorter(strings.TrimSpace(c.text), 4_000))
		fmt.Fprintf(&source, "  %s:\n    kind: text\n    summary: %s\n    errors: true\n    unknown: closed\n"+
			"    properties: {note: {type: text}}\n    codes:\n"+
			"      - {code: \"a\", phrase: %[3]s, summary: %[2]s, action: %[3]s, message: %s, properties: {note: %[3]s}, "+
			"params: {p: {type: text, data: true, summary: %[2]s}}}\n",
			tableOf(c.id), summary, text, strconv.QuoteToASCII(brace.Replace(c.text)))
	}
	write(t, filepath.Join(dir, "codes.yaml"), source.String())
	_, faults, status := statusgen(t, dir, "generate", "openapi="+filepath.Join(dir, "out"))
	require.Zero(t, status, faults)
	documents := validOpenAPI(t, filepath.Join(dir, "out"))
	require.Len(t, documents, len(texts))
	for _, c := range texts {
		document := documents[tableOf(c.id)+".yaml"]
		summary := shorter(strings.TrimSpace(c.text), 4_000)
		require.Equal(t, summary, document.Info.Description, c.id)
		seen := false
		for name, schema := range document.Components.Schemas {
			if len(schema.OneOf) > 0 {
				require.Len(t, schema.Discriminator.Mapping, 1)
				continue
			}
			seen = true
			require.Equal(t, summary, schema.Description, name)
			require.Equal(t, c.text, schema.Title, name)
			require.Equal(t, []string{c.text}, schema.Properties["title"].Examples, name)
			require.Equal(t, summary, schema.Properties["p"].Description, name)
			require.Equal(t, []any{c.text}, schema.Message, name)
			require.Equal(t, c.text, schema.Action, name)
			require.Equal(t, c.text, schema.Facts["note"], name)
		}
		require.True(t, seen, c.id)
	}
}
