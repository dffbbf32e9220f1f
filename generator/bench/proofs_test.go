package main

import (
	"go/ast"
	"go/constant"
	"go/parser"
	"go/token"
	"go/types"
	"net/http"
	"path/filepath"
	"strings"
	"testing"

	"google.golang.org/grpc/codes"

	"github.com/statusgen/statusgen/gen/go/grpccode"
	"github.com/statusgen/statusgen/gen/go/httpstatus"
)

// differences are known ones, by what differs, each with its reason. One that
// is not listed fails a proof, and so does one that is listed and gone.
type differences map[string]string

// TestNetHTTP holds a drop-in to every name, value and text of net/http.
func TestNetHTTP(t *testing.T) {
	found := map[string]bool{}
	ours := constantsOf(t, filepath.Join(root, "gen/go/httpstatus"))
	for name, value := range constantsOf(t, sourceOf(t, "net/http")) {
		status, isStatus := strings.CutPrefix(name, "Status")
		if !isStatus {
			continue
		}
		if own, has := ours[status]; !has || own != value {
			found[name] = true
		}
	}
	for n := -1; n <= 1000; n++ {
		if theirs := http.StatusText(n); theirs != httpstatus.Code(n).Phrase() {
			found[httpstatus.Code(n).Name()] = true
			if code, ok := httpstatus.FromPhrase(theirs); theirs != "" && (!ok || code != httpstatus.Code(n)) {
				t.Errorf("FromPhrase(%q) = %v, %t", theirs, code, ok)
			}
		}
	}
	differences{
		"upload_resumption_supported": "net/http lacks 104, a temporary registration of draft-ietf-httpbis-resumable-upload",
		"switch_proxy":                "net/http lacks 306, which RFC 9110, Section 15.4.7, keeps as unused",
		"content_too_large":           "net/http has the phrase of RFC 2616; RFC 9110, Section 15.5.14, renames it",
		"uri_too_long":                "net/http has the phrase of RFC 2616; RFC 9110, Section 15.5.15, has URI Too Long",
		"range_not_satisfiable":       "net/http has the phrase of RFC 2616; RFC 9110, Section 15.5.17, shortens it",
		"unprocessable_content":       "net/http has the phrase of RFC 4918; RFC 9110, Section 15.5.21, renames it",
	}.hold(t, found)
}

// TestGRPC holds a drop-in to every name, value and text of grpc/codes.
func TestGRPC(t *testing.T) {
	found := map[string]bool{}
	ours := constantsOf(t, filepath.Join(root, "gen/go/grpccode"))
	theirs := constantsOf(t, sourceOf(t, "google.golang.org/grpc/codes"))
	if len(theirs) < grpccode.Count {
		t.Fatalf("grpc/codes has %d codes", len(theirs))
	}
	for name, value := range theirs {
		if !ast.IsExported(name) {
			continue
		}
		if own, has := ours[name]; !has || own != value {
			found[name] = true
			continue
		}
		if text := codes.Code(value).String(); text != name {
			t.Errorf("grpc/codes calls %s %q", name, text)
		}
		if back, err := grpccode.Parse(snake(name)); err != nil || int64(back) != value {
			t.Errorf("Parse(%q) = %v, %v", snake(name), back, err)
		}
	}
	for c := range grpccode.All() {
		var decoded codes.Code
		if err := decoded.UnmarshalJSON([]byte(`"` + c.Phrase() + `"`)); err != nil || int(decoded) != int(c) {
			t.Errorf("grpc/codes reads %q as %v, %v", c.Phrase(), decoded, err)
		}
	}
	for n := range 100 {
		if theirs, own := codes.Code(n).String(), grpccode.Code(n); theirs != own.String() {
			found[map[bool]string{true: "String of a code", false: "String of a stranger"}[own.Known()]] = true
		}
	}
	differences{
		"String of a code":     "grpc/codes has its Go name; we have the number and the name in google/rpc/code.proto, which grpc/codes reads",
		"String of a stranger": "grpc/codes has Code(99); we have the number alone, as for every table",
	}.hold(t, found)
}

func (known differences) hold(t *testing.T, found map[string]bool) {
	t.Helper()
	for what := range found {
		if known[what] == "" {
			t.Errorf("%s differs, and no reason is listed", what)
		}
	}
	for what, reason := range known {
		if !found[what] {
			t.Errorf("%s differs no more: %s", what, reason)
		}
	}
}

// sourceOf gives the directory of a package's source.
func sourceOf(t *testing.T, path string) string {
	t.Helper()
	listed, err := run(t.Context(), ".", nil, "go", "list", "-f", "{{.Dir}}", path)
	if err != nil {
		t.Fatal(err)
	}
	return oneLine(listed.out)
}

// constantsOf gives the exported integer constants of a package, as the
// compiler sees them. What the package imports does not matter for that.
func constantsOf(t *testing.T, dir string) map[string]int64 {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	files := token.NewFileSet()
	var parsed []*ast.File
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(files, name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		parsed = append(parsed, file)
	}
	tolerant := types.Config{IgnoreFuncBodies: true, Error: func(error) {}}
	pkg, _ := tolerant.Check(dir, files, parsed, nil) // cannot import, and need not
	list := map[string]int64{}
	for _, name := range pkg.Scope().Names() {
		if c, isConst := pkg.Scope().Lookup(name).(*types.Const); isConst && c.Exported() {
			if value, exact := constant.Int64Val(constant.ToInt(c.Val())); exact {
				list[name] = value
			}
		}
	}
	return list
}

// snake gives a Go name in lower-case words.
func snake(name string) string {
	var b strings.Builder
	for i, letter := range name {
		if i > 0 && 'A' <= letter && letter <= 'Z' && name != "OK" {
			b.WriteByte('_')
		}
		b.WriteRune(letter)
	}
	return strings.ToLower(b.String())
}
