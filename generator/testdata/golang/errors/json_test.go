package usage

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"strings"
	"testing"

	"usage/exit"
	"usage/shopcode"
)

// answer holds problems in all the ways that a program may.
type answer struct {
	Value   shopcode.Problem
	Pointer *shopcode.Problem
	None    *shopcode.Problem
	Any     any
	List    []shopcode.Problem
	Map     map[string]shopcode.Problem
}

func answerOf() answer {
	p := declined().Problem()
	return answer{*p, p, nil, *p, []shopcode.Problem{*p}, map[string]shopcode.Problem{"p": *p}}
}

var answerJSON = strings.ReplaceAll(
	`{"Value":@,"Pointer":@,"None":null,"Any":@,"List":[@],"Map":{"p":@}}`, "@", declinedProblem)

// answers holds what was read to having everything.
func answers(t *testing.T, got answer) {
	t.Helper()
	for _, p := range []*shopcode.Problem{&got.Value, got.Pointer, &got.List[0]} {
		last4, ok := p.Err().Last4()
		equal(t, last4, "4242")
		equal(t, ok, true)
	}
	if got.None != nil {
		t.Error("null is a problem")
	}
}

func TestJSON(t *testing.T) {
	written := answerOf()
	equal(t, marshal(t, written), answerJSON)
	equal(t, marshal(t, &written), answerJSON)
	var read answer
	if err := json.Unmarshal([]byte(answerJSON), &read); err != nil {
		t.Fatal(err)
	}
	answers(t, read)
	read.Any = written.Any // which nobody can have read as a problem
	equal(t, marshal(t, read), answerJSON)
	equal(t, marshal(t, exit.BadRow(7).Problem()), `{"title":"Bad row","detail":"line 7 cannot be imported","code":64,"line":7}`)
}

// TestJSONOfNothing leaves what is there alone for null.
func TestJSONOfNothing(t *testing.T) {
	p := *declined().Problem()
	if err := json.Unmarshal([]byte(`{"P":null}`), &struct{ P *shopcode.Problem }{&p}); err != nil {
		t.Error(err)
	}
	if err := json.Unmarshal([]byte("null"), &p); err != nil {
		t.Error(err)
	}
	equal(t, marshal(t, p), declinedProblem)
}

// TestJSONIsReadStrictly has json.Unmarshal refuse what ParseProblem does, and
// change nothing then.
func TestJSONIsReadStrictly(t *testing.T) {
	for _, text := range []string{`{"code":"payment_failed"}`, `{}`, `[]`, `7`, `{"code":"a","code":"a"}`} {
		p := *declined().Problem()
		var fault *shopcode.ProblemError
		if err := json.Unmarshal([]byte(text), &p); !errors.As(err, &fault) {
			t.Errorf("%s: %v", text, err)
		}
		equal(t, marshal(t, p), declinedProblem)
	}
	var unknown *exit.UnknownCodeError
	if err := json.Unmarshal([]byte(`{"code":7}`), &exit.Problem{}); !errors.As(err, &unknown) {
		t.Error(err)
	}
}

// TestNoMemberIsWrittenTwice refuses extensions that are called like another
// member, whether that is there or not.
func TestNoMemberIsWrittenTwice(t *testing.T) {
	for name, want := range map[string]string{
		"type": "is no extension", "title": "is no extension", "status": "is no extension", "detail": "is no extension",
		"instance": "is no extension", "code": "is no extension", "last4": "is no extension", "fee": "is no extension",
		"trace": "is there twice",
	} {
		p := declined().Problem()
		p.Extensions = []shopcode.Extension{{Name: "trace", Value: []byte("1")}, {Name: name, Value: []byte("2")}}
		_, err := json.Marshal(p)
		var fault *shopcode.ProblemError
		if !errors.As(err, &fault) {
			t.Errorf("%s: %v", name, err)
			continue
		}
		equal(t, fault.Error(), fmt.Sprintf("shopcode: invalid problem: the member %q %s", name, want))
	}
	p := shopcode.StockEmpty().Problem() // which has no such parameter
	p.Extensions = []shopcode.Extension{{Name: "last4", Value: []byte("1")}, {Name: "Title", Value: []byte("2")}}
	if text := marshal(t, p); !strings.HasSuffix(text, `"code":"stock_empty","last4":1,"Title":2}`) {
		t.Error(text)
	}
}

// TestLogsHaveTheCause logs errors as those of any other package are logged.
func TestLogsHaveTheCause(t *testing.T) {
	var none *shopcode.Error
	var log bytes.Buffer
	for _, handler := range []slog.Handler{slog.NewJSONHandler(&log, nil), slog.NewTextHandler(&log, nil)} {
		logger := slog.New(handler)
		for _, err := range []error{shopcode.StockEmpty().Wrap(io.EOF), fmt.Errorf("pay: %w", shopcode.StockEmpty().Wrap(io.EOF)), none} {
			log.Reset()
			logger.Info("", "err", err)
			if err != error(none) && !strings.Contains(log.String(), "Out of stock {sic}: EOF\"") {
				t.Error(log.String())
			}
			if strings.Contains(log.String(), "panic") {
				t.Error(log.String())
			}
		}
	}
}

// held has codes in all the ways that JSON can have them.
type held struct {
	Text   shopcode.Code
	Number exit.Code
	Texts  map[shopcode.Code]bool
	Keys   map[exit.Code]exit.Code
	Quoted shopcode.Code `json:",string"`
}

const heldJSON = `{"Text":"stock_empty","Number":64,"Texts":{"stock_empty":true},"Keys":{"64":65},"Quoted":"\"stock_empty\""}`

func heldCodes() held {
	text := shopcode.CodeStockEmpty
	return held{text, exit.CodeBadRow, map[shopcode.Code]bool{text: true}, map[exit.Code]exit.Code{exit.CodeBadRow: exit.CodeBadDate}, text}
}

// TestCodesInJSON holds the codes of errors to being written as those of other
// tables are: with a MarshalJSON, JSON could not have them as keys or quoted.
func TestCodesInJSON(t *testing.T) {
	equal(t, marshal(t, heldCodes()), heldJSON)
	var read held
	if err := json.Unmarshal([]byte(heldJSON), &read); err != nil {
		t.Fatal(err)
	}
	equal(t, fmt.Sprint(read), fmt.Sprint(heldCodes()))

	var log bytes.Buffer
	slog.New(slog.NewJSONHandler(&log, nil)).Info("", "code", exit.CodeBadRow, "bare", int(exit.CodeBadRow), "class", exit.ClassData)
	if !strings.HasSuffix(log.String(), `"code":"64 Bad row","bare":64,"class":"data"}`+"\n") {
		t.Error(log.String())
	}
}
