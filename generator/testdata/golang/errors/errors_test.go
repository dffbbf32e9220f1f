package usage

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"sync"
	"testing"

	"usage/exit"
	"usage/problem"
	"usage/shopcode"
	"usage/shopcode/de"
	"usage/shopcode/ptbr"
)

func wait(seconds int64) *shopcode.PaymentCardDeclinedOptions {
	score := "0.93"
	return &shopcode.PaymentCardDeclinedOptions{RetryAfter: &seconds, SekritScore: &score}
}

func declined() *shopcode.Error {
	return shopcode.PaymentCardDeclined("A-1", "4242", "-12.50", 2, true, "First Bank", wait(30))
}

func equal[T comparable](t *testing.T, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("got %v, want %v", got, want)
	}
}

const message = "the card ending in 4242 was declined: -12.50 of order A-1, attempt 2, final: true"

func TestError(t *testing.T) {
	err := declined()
	equal(t, err.Code(), shopcode.CodePaymentCardDeclined)
	equal(t, err.Error(), message)
	equal(t, err.Message(), message)
	equal(t, errors.Unwrap(err), nil)

	caused := err.Wrap(io.ErrUnexpectedEOF)
	equal(t, caused.Error(), message+": unexpected EOF")
	equal(t, caused.Message(), message)
	equal(t, err.Error(), message) // the one that was wrapped stays as it was
	equal(t, shopcode.StockEmpty().Error(), "Out of stock {sic}")
	equal(t, shopcode.StockMoved().Error(), "code stock_moved")
}

// TestIs looks through two wraps, by the code, by the class, and by another
// error of the code.
func TestIs(t *testing.T) {
	err := fmt.Errorf("checkout: %w", fmt.Errorf("pay: %w", declined().Wrap(io.ErrUnexpectedEOF)))
	for _, target := range []error{
		shopcode.CodePaymentCardDeclined, shopcode.ClassPayment, shopcode.PaymentCardDeclined("", "", "", 0, false, "", nil), io.ErrUnexpectedEOF,
	} {
		if !errors.Is(err, target) {
			t.Errorf("the error is no %T %[1]v", target)
		}
	}
	for _, target := range []error{
		shopcode.CodePaymentFailed, shopcode.ClassStock, shopcode.Class(""), shopcode.StockEmpty(), (*shopcode.Error)(nil), exit.CodeBadFlag, exit.ClassUsage,
	} {
		if errors.Is(err, target) {
			t.Errorf("the error is a %T %[1]v", target)
		}
	}
	if bare := fmt.Errorf("%w", shopcode.CodeStockEmpty); !errors.Is(bare, shopcode.CodeStockEmpty) || !errors.Is(bare, shopcode.ClassStock) {
		t.Error("a bare code is found by itself and its class")
	}
	equal(t, shopcode.CodeStockEmpty.Error(), shopcode.CodeStockEmpty.String())
	equal(t, shopcode.ClassStock.Error(), "stock")
	equal(t, fmt.Sprint(shopcode.ClassStock), "stock") // as of a table without errors
}

func TestParametersAreReadBack(t *testing.T) {
	var err *shopcode.Error
	if !errors.As(fmt.Errorf("%w", declined().Wrap(io.EOF)), &err) {
		t.Fatal("no error is found")
	}
	last4, ok := err.Last4()
	equal(t, last4, "4242")
	equal(t, ok, true)
	attempt, _ := err.Attempt()
	equal(t, attempt, 2)
	final, _ := err.Final()
	equal(t, final, true)
	after, ok := err.RetryAfter()
	equal(t, after, 30)
	equal(t, ok, true)
	score, _ := err.SekritScore()
	equal(t, score, "0.93")
	_, ok = err.Fee()
	equal(t, ok, false)
	_, ok = shopcode.StockEmpty().Last4()
	equal(t, ok, false)
}

const declinedProblem = `{"type":"https://errors.example.com/shop/payment_card_declined","title":"Card declined","status":402,` +
	`"detail":"` + message + `","code":"payment_card_declined","order_id":"A-1","last4":"4242","amount":"-12.50","attempt":2,"final":true,` +
	`"bank":"First Bank","retry_after":30}`

func TestProblem(t *testing.T) {
	equal(t, marshal(t, declined().Wrap(io.EOF).Problem()), declinedProblem)
	equal(t, marshal(t, exit.BadRow(7).Problem()), `{"title":"Bad row","detail":"line 7 cannot be imported","code":64,"line":7}`)
	equal(t, shopcode.StockMoved().Problem().Status, 499)

	parsed, err := shopcode.ParseProblem([]byte(declinedProblem))
	if err != nil {
		t.Fatal(err)
	}
	back := parsed.Err()
	equal(t, back.Error(), message)
	after, _ := back.RetryAfter()
	equal(t, after, 30)
	equal(t, errors.Is(back, shopcode.ClassPayment), true)
	equal(t, marshal(t, back.Wrap(io.EOF).Problem()), declinedProblem)
	_, ok := back.SekritScore()
	equal(t, ok, false)
}

// TestProblemsAreKept reads and writes problems without losing a byte.
func TestProblemsAreKept(t *testing.T) {
	for _, text := range []string{
		declinedProblem,
		strings.TrimSuffix(declinedProblem, "}") + `,"trace":{"b":[1,2.50,1e400,null],"a":"x"},"":0,"Last4":1}`,
		`{"type":"https://elsewhere.example","title":"Tomorrow's error","status":418,"detail":"it is new","instance":"/orders/1","code":"payment_tomorrow","last4":7,"why":"\u2028"}`,
		`{"code":"stock_empty","last4":{"of":"no type here"}}`,
	} {
		parsed, err := shopcode.ParseProblem([]byte(text))
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		equal(t, marshal(t, parsed), text)
		equal(t, marshal(t, parsed.Err().Problem()), text)
	}
	parsed, _ := shopcode.ParseProblem([]byte(`{"detail":"it is new","code":"payment_tomorrow","last4":7}`))
	stranger := parsed.Err()
	equal(t, stranger.Error(), "it is new")
	equal(t, stranger.In(de.Message), "it is new")
	equal(t, errors.Is(stranger, shopcode.ClassPayment), true)
	equal(t, errors.Is(stranger, shopcode.Code("payment_tomorrow")), true)
	_, ok := stranger.Last4()
	equal(t, ok, false)
}

func TestProblemsAreReadStrictly(t *testing.T) {
	for text, want := range map[string]string{
		``:                                       "it is not a JSON object",
		`null`:                                   "it is not a JSON object",
		`[]`:                                     "it is not a JSON object",
		`{"code":"stock_empty"`:                  "it is not JSON",
		`{"code":}`:                              "it is not JSON",
		`{"code":"stock_empty"} {}`:              "something follows the JSON object",
		`{}`:                                     `the member "code" is missing`,
		`{"code":7}`:                             `the member "code" is no code`,
		`{"code":""}`:                            `the member "code" is no code`,
		`{"code":null}`:                          `the member "code" is no code`,
		`{"code":"a","code":"a"}`:                `the member "code" is there twice`,
		`{"code":"a","x":1,"\u0078":1}`:          `the member "x" is there twice`,
		`{"code":"a","title":null}`:              `the member "title" is no text`,
		`{"code":"a","detail":7}`:                `the member "detail" is no text`,
		`{"code":"a","status":"402"}`:            `the member "status" is no HTTP status`,
		`{"code":"a","status":402.5}`:            `the member "status" is no HTTP status`,
		`{"code":"a","status":99}`:               `the member "status" is no HTTP status`,
		`{"code":"payment_failed"}`:              `the member "order_id" is missing`,
		`{"code":"payment_failed","order_id":1}`: `the member "order_id" is no text`,
		`{"code":"payment_failed","order_id":null}`:                                      `the member "order_id" is no text`,
		strings.Replace(declinedProblem, `"-12.50"`, `"12,50"`, 1):                       `the member "amount" is no decimal number as a text`,
		strings.Replace(declinedProblem, `"-12.50"`, `"012"`, 1):                         `the member "amount" is no decimal number as a text`,
		strings.Replace(declinedProblem, `"-12.50"`, `12.5`, 1):                          `the member "amount" is no decimal number as a text`,
		strings.Replace(declinedProblem, `"-12.50"`, `"1."`, 1):                          `the member "amount" is no decimal number as a text`,
		strings.Replace(declinedProblem, `"attempt":2`, `"attempt":9007199254740992`, 1): `the member "attempt" is no integer up to 2^53-1`,
		strings.Replace(declinedProblem, `"attempt":2`, `"attempt":"2"`, 1):              `the member "attempt" is no integer up to 2^53-1`,
		strings.Replace(declinedProblem, `"final":true`, `"final":1`, 1):                 `the member "final" is neither true nor false`,
		strings.Replace(declinedProblem, `"retry_after":30`, `"retry_after":null`, 1):    `the member "retry_after" is no integer up to 2^53-1`,
	} {
		_, err := shopcode.ParseProblem([]byte(text))
		var fault *shopcode.ProblemError
		if !errors.As(err, &fault) {
			t.Errorf("%s: %v", text, err)
			continue
		}
		equal(t, err.Error(), "shopcode: invalid problem: "+want)
	}
	var unknown *exit.UnknownCodeError
	if _, err := exit.ParseProblem([]byte(`{"code":7}`)); !errors.As(err, &unknown) || unknown.Input != "7" {
		t.Errorf("a stranger of a closed table: %v", err)
	}
	for _, text := range []string{`{"code":1.5}`, `{"code":"1"}`, `{"code":9007199254740993}`} {
		if _, err := exit.ParseProblem([]byte(text)); err == nil {
			t.Errorf("%s is read", text)
		}
	}
	parsed, err := shopcode.ParseProblem([]byte(strings.Replace(declinedProblem, `"attempt":2`, `"attempt":2.0e0`, 1)))
	if err != nil {
		t.Fatal(err)
	}
	equal(t, marshal(t, parsed), declinedProblem)
}

func TestLocales(t *testing.T) {
	err := shopcode.PaymentFailed("{last4}")
	equal(t, err.In(de.Message), "Die Zahlung der Bestellung {last4} ist fehlgeschlagen")
	equal(t, err.In(ptbr.Message), "O pagamento do pedido {last4} falhou")
	equal(t, shopcode.StockEmpty().In(ptbr.Message, de.Message), "Nicht mehr da {}")
	equal(t, shopcode.StockEmpty().In(ptbr.Message), "Out of stock {sic}")
	equal(t, shopcode.StockEmpty().In(), "Out of stock {sic}")
	equal(t, de.Tag+" "+ptbr.Tag, "de pt-BR")
	half := func(string) string { return "a {last4} } {" }
	equal(t, declined().In(half), "a 4242 ")
}

// TestHostileTextsAreTexts holds messages and values to changing nothing but
// the text.
func TestHostileTextsAreTexts(t *testing.T) {
	const value = "{max}{{}} %s %!d(x) \\n \" </script> ${x} \x00\u2028"
	err := shopcode.Hostile(value, value, value, -1, 1<<53-1)
	equal(t, err.Message(), "{"+value+"} */ \"\"\" ''' ` \\ </script> <!-- ${x} %s %d %(str)s "+value+" \u2028\u202e\r\n\x00 é 😀 "+value+value+"-19007199254740991")
	equal(t, err.In(de.Message), "9007199254740991-1"+value+value+" */ \"\"\" ''' ` \\ </script> ${x} %s "+value+" \u2028.")
	text := marshal(t, err.Problem())
	parsed, fault := shopcode.ParseProblem([]byte(text))
	if fault != nil {
		t.Fatal(fault)
	}
	str, _ := parsed.Err().Str()
	equal(t, str, value)
	equal(t, marshal(t, parsed), text)
	equal(t, parsed.Title, shopcode.CodeHostile.Phrase())
}

func TestWrite(t *testing.T) {
	answer := httptest.NewRecorder()
	answer.Header().Set("Content-Length", "3")
	details := declined().Problem()
	details.Instance = "/orders/A-1"
	details.Extensions = append(details.Extensions, shopcode.Extension{Name: "trace", Value: json.RawMessage(`"t1"`)})
	if err := problem.Write(answer, details); err != nil {
		t.Fatal(err)
	}
	equal(t, answer.Code, 402)
	equal(t, answer.Header().Get("Content-Type"), shopcode.MediaType)
	equal(t, answer.Header().Get("Content-Length"), "")
	parsed, err := shopcode.ParseProblem(answer.Body.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	equal(t, parsed.Instance, "/orders/A-1")
	equal(t, string(parsed.Extensions[0].Value), `"t1"`)

	plain := httptest.NewRecorder()
	if err := problem.Write(plain, exit.BadRow(1).Problem()); err != nil {
		t.Fatal(err)
	}
	equal(t, plain.Code, 500)

	broken := httptest.NewRecorder()
	details.Extensions[0].Value = json.RawMessage(`{`)
	if err := problem.Write(broken, details); err == nil || broken.Body.Len() > 0 {
		t.Error("what is no JSON is written")
	}
}

// TestWriteAnswersWithAnError has a server write problems whose status is none
// of an error, as one that was received can be.
func TestWriteAnswersWithAnError(t *testing.T) {
	details := shopcode.StockEmpty().Problem()
	faults := make(chan error, 1)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		defer func() {
			if fault := recover(); fault != nil {
				faults <- fmt.Errorf("panic: %v", fault)
			}
		}()
		faults <- problem.Write(w, details)
	}))
	defer server.Close()
	for status, want := range map[int]int{
		-1: 500, 0: 500, 42: 500, 100: 500, 103: 500, 199: 500, 200: 500, 204: 500, 304: 500, 399: 500, 400: 400, 409: 409, 599: 599, 600: 500, 1000: 500,
	} {
		details.Status = status
		answer, err := server.Client().Get(server.URL)
		if fault := <-faults; fault != nil || err != nil {
			t.Errorf("%d: %v, %v", status, fault, err)
			continue
		}
		body, err := io.ReadAll(answer.Body)
		if fault := answer.Body.Close(); fault != nil || err != nil {
			t.Errorf("%d: %v, %v", status, fault, err)
		}
		equal(t, answer.StatusCode, want)
		equal(t, string(body), marshal(t, details))
	}
}

// TestProblemsShareNothing changes an error's problems, which are one another's
// neither before nor after.
func TestProblemsShareNothing(t *testing.T) {
	const text = `{"code":"payment_failed","a":"1","order_id":"A-1","b":"2"}`
	parsed, err := shopcode.ParseProblem([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	received := parsed.Err()
	problems := []*shopcode.Problem{parsed, parsed.Err().Problem(), received.Problem(), received.Problem()}
	var wait sync.WaitGroup
	for i, p := range problems { // at once, for the race detector
		wait.Go(func() {
			p.Extensions = append(p.Extensions, shopcode.Extension{Name: "n", Value: json.RawMessage(strconv.Itoa(i))})
			p.Extensions[0].Value[1] = '7'
			p.Extensions[1].Value = append(p.Extensions[1].Value[:0], strconv.Itoa(i)...)
		})
	}
	wait.Wait()
	for i, p := range problems {
		equal(t, marshal(t, p), fmt.Sprintf(`{"code":"payment_failed","order_id":"A-1","a":"7","b":%d,"n":%[1]d}`, i))
	}
	equal(t, marshal(t, received.Problem()), `{"code":"payment_failed","order_id":"A-1","a":"1","b":"2"}`)
}

// TestAllocations counts what an error costs: itself, and its values. Nothing
// else is allocated before anybody asks.
func TestAllocations(t *testing.T) {
	err := shopcode.StockEmpty()
	options := wait(1)
	for _, c := range []struct {
		what string
		run  func()
		want float64
	}{
		{"without values", func() { err = shopcode.StockEmpty() }, 1},
		{"with values", func() { err = shopcode.PaymentFailed("A-1") }, 2},
		{"with options", func() { err = shopcode.PaymentCardDeclined("A-1", "4242", "1", 2, true, "", options) }, 2},
		{"without them", func() { err = shopcode.PaymentCardDeclined("A-1", "4242", "1", 2, true, "", nil) }, 2},
		{"wrapped", func() { err = err.Wrap(io.EOF) }, 1},
		{"read back", func() { _, _ = err.Last4() }, 0},
		{"compared", func() { _ = errors.Is(err, shopcode.CodeStockEmpty) || errors.Is(err, shopcode.ClassStock) }, 0},
	} {
		if got := testing.AllocsPerRun(100, c.run); got != c.want {
			t.Errorf("%s: %v allocations, want %v", c.what, got, c.want)
		}
	}
	plain := shopcode.StockMoved()
	equal(t, testing.AllocsPerRun(100, func() { _ = plain.Message() }), 0)
}

func marshal(t *testing.T, value any) string {
	t.Helper()
	data, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
