package generator_test

import (
	"bytes"
	"encoding/json"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/require"
	"gopkg.in/yaml.v3"

	"github.com/statusgen/statusgen/generator/internal/check"
	"github.com/statusgen/statusgen/generator/internal/load"
)

// inSchema are the rules that the schema holds a source to, at least where a
// transcript breaks them. All others are beyond a schema: they are about how
// something is written, about other files, or about two places at once.
var inSchema = strings.Fields(`
	root-not-mapping expected-mapping expected-list entry-empty unknown-field missing-field field-conflict
	string-expected bool-syntax value-expected unknown-value range-syntax wrong-version
	int-expected int-underscore int-range merge-key code-quotes base-syntax
	name-syntax unknown-fact
`)

// TestSchemaAgrees holds the schema to our own judgement of every source that
// there is: what it refuses, statusgen refuses.
func TestSchemaAgrees(t *testing.T) {
	schema := sourceSchema(t)
	refused, accepted := map[string]bool{}, 0
	for _, source := range sources(t) {
		catalog, found := load.Parse(source.fsys, source.name)
		found = append(found, check.Catalog(catalog)...)
		value, readable := valueOf(source.content)
		fault := schema.Validate(value)
		switch {
		case !readable: // to an editor it is no source yet
		case fault == nil:
			accepted++
		default:
			require.True(t, found.HasErrors(), "%s: %v", source.origin, fault)
			for _, d := range found {
				if strings.Contains(source.origin, "/err_"+strings.ReplaceAll(d.Rule.Name, "-", "_")+".txtar") {
					refused[d.Rule.Name] = true
				}
			}
		}
	}
	require.Greater(t, accepted, 100)
	require.ElementsMatch(t, inSchema, slices.Collect(maps.Keys(refused)))
}

// TestSchemaHasEveryKey holds the schema to the keys that the reader reads and
// whether each is required, and to a sentence for each.
func TestSchemaHasEveryKey(t *testing.T) {
	known := regexp.MustCompile(`\{"([a-z_]+)", (required|optional|need)`)
	var want, got []string
	for _, file := range []string{"format.go", "target.go", "table.go", "code.go", "extends.go", "filter.go", "errors.go"} {
		for _, field := range known.FindAllStringSubmatch(read(t, filepath.Join("internal/load", file)), -1) {
			want = append(want, field[1]+" required: "+strconv.FormatBool(field[2] == "required"))
		}
	}
	type object struct {
		Properties  map[string]struct{ Description string }
		Required    []string
		AnyOf       []object
		Definitions map[string]object
	}
	list := func(o object) {
		for name, property := range o.Properties {
			require.NotEmpty(t, property.Description, name)
			got = append(got, name+" required: "+strconv.FormatBool(slices.Contains(o.Required, name)))
		}
	}
	var schema object
	decode(t, filepath.Join(root, "docs/codes.schema.json"), &schema)
	list(schema)
	for _, definition := range schema.Definitions {
		list(definition)
		for _, one := range definition.AnyOf {
			list(one)
		}
	}
	require.NotEmpty(t, want)
	require.ElementsMatch(t, want, got)
}

func sourceSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	printed, faults, status := statusgen(t, t.TempDir(), "schema")
	require.Zero(t, status, faults)
	require.Equal(t, read(t, filepath.Join(root, "docs/codes.schema.json")), printed)
	document, err := jsonschema.UnmarshalJSON(strings.NewReader(printed))
	require.NoError(t, err)
	compiler := jsonschema.NewCompiler()
	require.NoError(t, compiler.AddResource("codes.schema.json", document))
	schema, err := compiler.Compile("codes.schema.json")
	require.NoError(t, err)
	require.Equal(t, 7, schema.DraftVersion)
	return schema
}

// valueOf gives a text as an editor's schema sees it: by the types of YAML 1.2.
func valueOf(text []byte) (value any, ok bool) {
	var document yaml.Node
	if yaml.Unmarshal(bytes.TrimPrefix(text, []byte("\uFEFF")), &document) != nil || len(document.Content) != 1 {
		return nil, false
	}
	return valueOfNode(document.Content[0]), true
}

var (
	coreNull    = regexp.MustCompile(`^(null|Null|NULL|~|)$`)
	coreBoolean = regexp.MustCompile(`^(true|True|TRUE|false|False|FALSE)$`)
	coreNumber  = regexp.MustCompile(`^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$`)
	coreBase    = regexp.MustCompile(`^0(o[0-7]+|x[0-9a-fA-F]+)$`)
)

func valueOfNode(n *yaml.Node) any {
	switch n.Kind {
	case yaml.MappingNode:
		object := map[string]any{}
		for i := 0; i < len(n.Content); i += 2 {
			object[n.Content[i].Value] = valueOfNode(n.Content[i+1])
		}
		return object
	case yaml.SequenceNode:
		list := make([]any, len(n.Content))
		for i, item := range n.Content {
			list[i] = valueOfNode(item)
		}
		return list
	case yaml.AliasNode:
		return valueOfNode(n.Alias)
	}
	switch {
	case n.Style&yaml.TaggedStyle != 0 && n.Tag == "!!int":
		return json.Number(n.Value)
	case n.Style != 0:
		return n.Value
	case coreNull.MatchString(n.Value):
		return nil
	case coreBoolean.MatchString(n.Value):
		return strings.EqualFold(n.Value, "true")
	case coreNumber.MatchString(n.Value):
		digits := strings.TrimLeft(strings.TrimLeft(n.Value, "+"), "0")
		if digits == "" || !('0' <= digits[0] && digits[0] <= '9') {
			digits = "0" + digits
		}
		return json.Number(strings.Replace(digits, "0-", "-", 1))
	case coreBase.MatchString(n.Value):
		number, _ := strconv.ParseInt(n.Value, 0, 64)
		return json.Number(strconv.FormatInt(number, 10))
	}
	return n.Value
}
