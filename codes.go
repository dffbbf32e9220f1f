// Package statusgen carries the source of truth for status codes, the templates
// that it is printed with and the schema of its format into the command's
// binary.
package statusgen

import "embed"

//go:generate go run ./generator/statusgen generate

// Files holds codes.yaml, codes/, its schema and templates/.
//
//go:embed codes.yaml codes docs/codes.schema.json all:templates
var Files embed.FS
