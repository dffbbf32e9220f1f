// Package statusgen carries the source of truth for status codes, and the
// templates that it is printed with, into the command's binary.
package statusgen

import "embed"

//go:generate go run ./generator/statusgen generate

// Files holds codes.yaml, codes/ and templates/.
//
//go:embed codes.yaml codes all:templates
var Files embed.FS
