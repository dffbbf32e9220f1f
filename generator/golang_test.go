package generator_test

import (
	"encoding/json"
	"errors"
	"net/http"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/statusgen/statusgen/gen/go/grpccode"
	"github.com/statusgen/statusgen/gen/go/httpstatus"
)

// TestGoReads uses a generated package as its readers do.
func TestGoReads(t *testing.T) {
	require.Equal(t, "404 Not Found", httpstatus.NotFound.String())
	require.Equal(t, "499", httpstatus.Code(499).String())
	require.Equal(t, httpstatus.ClassClientError, httpstatus.Code(499).Class())
	require.False(t, httpstatus.Code(499).Known())
	require.Equal(t, httpstatus.RetryConditional, httpstatus.Code(599).Retry())
	old, err := httpstatus.Parse("payload_too_large")
	require.NoError(t, err)
	require.Equal(t, httpstatus.ContentTooLarge, old)
	require.EqualValues(t, grpccode.Unimplemented, httpstatus.NotFound.GRPC())
	require.Equal(t, "RFC 9110, Section 15.5.5", httpstatus.NotFound.Reference().Text)
	require.Equal(t, httpstatus.LifecycleDeprecated, httpstatus.Code(305).Lifecycle())

	status, ok := grpccode.Cancelled.HTTP()
	require.True(t, ok)
	require.Equal(t, 499, status, "a bare code of an open table")
	_, ok = grpccode.Code(99).HTTP()
	require.False(t, ok)

	all := slices.Collect(httpstatus.All())
	require.Len(t, all, httpstatus.Count)
	require.True(t, slices.IsSorted(all))
	for c := range httpstatus.All() {
		require.Equal(t, httpstatus.Continue, c)
		break
	}

	_, err = httpstatus.Parse("0404")
	var unknown *httpstatus.UnknownCodeError
	require.True(t, errors.As(err, &unknown))
	require.Equal(t, "0404", unknown.Input)
	require.EqualError(t, err, `httpstatus: no status code "0404"`)
}

// TestGoSurvivesJSON sends codes over a wire and back, known or not.
func TestGoSurvivesJSON(t *testing.T) {
	type message struct {
		Status httpstatus.Code `json:"status"`
	}
	for _, c := range []httpstatus.Code{httpstatus.OK, 499, 999, -1} {
		data, err := json.Marshal(message{c})
		require.NoError(t, err)
		require.JSONEq(t, `{"status":`+strconv.Itoa(int(c))+`}`, string(data))
		var back message
		require.NoError(t, json.Unmarshal(data, &back))
		require.Equal(t, c, back.Status)
	}
}

// TestGoKnowsWhatNetHTTPKnows compares with the standard library, phrase by
// phrase. It keeps the words of RFC 2616 and 4918 for four codes, and a code
// of 1998.
func TestGoKnowsWhatNetHTTPKnows(t *testing.T) {
	renamed := map[int]string{
		413: "Request Entity Too Large", 414: "Request URI Too Long", 416: "Requested Range Not Satisfiable", 422: "Unprocessable Entity",
	}
	for n := range 1000 {
		theirs, ours := http.StatusText(n), httpstatus.Code(n)
		switch old, isRenamed := renamed[n]; {
		case isRenamed:
			require.Equal(t, old, theirs)
			found, ok := httpstatus.FromPhrase(old)
			require.True(t, ok, "the old phrase is found")
			require.Equal(t, ours, found)
		case theirs != "":
			require.Equal(t, theirs, ours.Phrase(), n)
		case ours.Known():
			require.Contains(t, []int{104, 306}, n, "net/http lacks it")
		}
	}
}

// TestGoAllocatesNothing holds the lookups to it, on a hit and on a miss.
func TestGoAllocatesNothing(t *testing.T) {
	for _, c := range []httpstatus.Code{httpstatus.NotFound, 499, -1} {
		require.Zero(t, testing.AllocsPerRun(100, func() {
			_, _, _, _ = c.Name(), c.Phrase(), c.Summary(), c.Action()
			_, _, _, _ = c.Reference(), c.Lifecycle(), c.Class(), c.Known()
			_, _, _ = c.Retry(), c.GRPC(), c.IsClientError()
			_, _ = httpstatus.Parse("404")
			_, _ = httpstatus.Parse("not_found")
		}))
	}
}

// TestGoRefusesStrangersWhereClosed decodes into a closed table, from JSON and
// from a database column.
func TestGoRefusesStrangersWhereClosed(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "codes.yaml"), `version: 1
targets:
  go: {out: .gen}
tables:
  shop_error:
    unknown: closed
    codes:
      - {code: 7, name: card_declined}
  shop_key:
    kind: text
    unknown: closed
    codes:
      - {code: "card_declined", aliases: [{name: declined}]}
`)
	_, faults, status := statusgen(t, dir, "generate", "go="+dir)
	require.Zero(t, status, faults)
	write(t, filepath.Join(dir, "go.mod"), "module shop\n\ngo 1.25\n")
	write(t, filepath.Join(dir, "closed_test.go"), `package shop

import (
	"database/sql"
	"encoding/json"
	"errors"
	"testing"

	"shop/shoperror"
	"shop/shopkey"
)

func TestClosed(t *testing.T) {
	var _ sql.Scanner = new(shoperror.Code)
	var number shoperror.Code
	for _, good := range []any{int64(7), "7", []byte("7")} {
		number = 0
		if err := number.Scan(good); err != nil || number != shoperror.CardDeclined {
			t.Errorf("Scan(%v) = %v, %v", good, number, err)
		}
	}
	var unknown *shoperror.UnknownCodeError
	for _, bad := range []any{int64(8), "8", "07", []byte("")} {
		if err := number.Scan(bad); !errors.As(err, &unknown) {
			t.Errorf("Scan(%v) gives %v", bad, err)
		}
	}
	for _, other := range []any{nil, 7.0, true} {
		if err := number.Scan(other); err == nil || errors.As(err, &unknown) {
			t.Errorf("Scan(%v) gives %v", other, err)
		}
	}
	var keys map[shoperror.Code]int
	if err := json.Unmarshal([]byte("{\"8\": 1}"), &keys); !errors.As(err, &unknown) {
		t.Errorf("a stranger is a key: %v, %v", keys, err)
	}
	if err := json.Unmarshal([]byte("{\"7\": 1}"), &keys); err != nil || keys[shoperror.CardDeclined] != 1 {
		t.Errorf("%v, %v", keys, err)
	}
	if err := json.Unmarshal([]byte("7"), &number); err != nil {
		t.Error(err)
	}
	if err := json.Unmarshal([]byte("8"), &number); !errors.As(err, &unknown) || number != shoperror.CardDeclined {
		t.Errorf("%v, %v", number, err)
	}
	if _, err := shoperror.Parse("8"); err == nil {
		t.Error("Parse takes a stranger")
	}
	if err := json.Unmarshal([]byte("\"7\""), &number); err != nil || number != shoperror.CardDeclined {
		t.Errorf("%v, %v", number, err)
	}
	for _, bad := range []string{"\"\"7\"\"", "\"7", "7\"", "\"", "\"\"", "", " 7"} {
		if err := number.UnmarshalJSON([]byte(bad)); !errors.As(err, &unknown) {
			t.Errorf("UnmarshalJSON(%s) gives %v", bad, err)
		}
	}

	var key shopkey.Code
	if err := json.Unmarshal([]byte("\"card_declined\""), &key); err != nil || key != shopkey.CardDeclined {
		t.Errorf("%v, %v", key, err)
	}
	if err := json.Unmarshal([]byte("\"card\""), &key); err == nil {
		t.Error("a stranger is decoded")
	}
	if err := key.Scan([]byte("card_declined")); err != nil {
		t.Error(err)
	}
	if err := key.Scan(int64(1)); err == nil || err.Error() != "shopkey: a code is scanned from text" {
		t.Errorf("a number is scanned: %v", err)
	}
}

// TestErrors are true of what Parse would take.
func TestErrors(t *testing.T) {
	var number shoperror.Code
	var key shopkey.Code
	_, parsed := shoperror.Parse("declined")
	for want, err := range map[string]error{
		`+"`shoperror: \"card_declined\" is not the number of a status code`"+`: number.Scan("card_declined"),
		`+"`shoperror: \"8\" is not the number of a status code`"+`:             number.UnmarshalText([]byte("8")),
		`+"`shoperror: no status code \"declined\"`"+`:                           parsed,
		`+"`shopkey: \"declined\" is not itself a status code`"+`:                key.UnmarshalText([]byte("declined")),
	} {
		if err == nil || err.Error() != want {
			t.Errorf("%v, want %s", err, want)
		}
	}
}
`)
	command := exec.Command("go", "test", "./...")
	command.Dir = dir
	run(t, command)
}
