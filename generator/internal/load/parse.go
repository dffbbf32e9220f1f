package load

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/statusgen/statusgen/generator/internal/diag"
)

// node is what the YAML library gives us, and all that we take from it.
type node = yaml.Node

const (
	mapping  = yaml.MappingNode
	sequence = yaml.SequenceNode
	scalar   = yaml.ScalarNode
)

// parse gives the root of a text that the scan let through, or nil.
func parse(shape shape, found *findings) *node {
	if shape.broken || shape.empty {
		if shape.empty && !found.all.HasErrors() {
			found.add(ruleSourceEmpty, found.at(1, 1), "the file holds nothing", diag.Hint("begin with `version: 1`"))
		}
		return nil
	}
	document, err := shape.document()
	switch {
	case err == nil && len(document.Content) == 1:
		return document.Content[0]
	case found.all.HasErrors(): // what was repaired may have led to this
	case err == nil:
		found.add(ruleYAMLSyntax, found.at(1, 1), "the file is not one YAML document")
	default:
		line, message := placed(err)
		found.add(ruleYAMLSyntax, found.at(line, 1), message)
	}
	return nil
}

// unmarshal turns a panic of the library, of which it has some, into an error.
func unmarshal(text []byte) (document *node, err error) {
	defer func() {
		if reason := recover(); reason != nil {
			err = fmt.Errorf("not readable as YAML: %v", reason)
		}
	}()
	document = &node{}
	return document, yaml.Unmarshal(text, document)
}

var placedError = regexp.MustCompile(`(?s)^yaml: line ([0-9]+): (.*)$`)

// placed takes the line out of an error of the library.
func placed(err error) (line int, message string) {
	if parts := placedError.FindStringSubmatch(err.Error()); parts != nil {
		if line, convErr := strconv.Atoi(parts[1]); convErr == nil && line > 0 {
			return line, parts[2]
		}
	}
	return 1, strings.TrimPrefix(err.Error(), "yaml: ")
}
