// Reads problem details, and prints the errors that they tell of. The same
// program in another language prints the same bytes.
//
//	problems problems.json
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"os"
	"strconv"
	"strings"

	"agree/exit"
	"agree/shopcode"
	"agree/shopcode/de"
	"agree/shopcode/ptbr"
)

// quoted quotes a text as all languages of this program quote it.
func quoted(text string) string {
	var b strings.Builder
	for _, r := range text {
		if r < ' ' || '~' < r || r == '"' || r == '\\' {
			fmt.Fprintf(&b, `\u{%x}`, r)
		} else {
			b.WriteRune(r)
		}
	}
	return `"` + b.String() + `"`
}

// param gives what an accessor answers, as it is printed.
func param[T string | int64 | bool](value T, ok bool) string {
	switch value := any(value).(type) {
	case string:
		if ok {
			return quoted(value)
		}
	default:
		if ok {
			return fmt.Sprint(value)
		}
	}
	return ""
}

// told is what is printed of an error.
type told struct{ what, text string }

func shop(data []byte) ([]told, bool) {
	problem, err := shopcode.ParseProblem(data)
	if err != nil {
		return nil, false
	}
	e := problem.Err()
	return []told{
		{"code", quoted(string(e.Code()))},
		{"message", quoted(e.Message())},
		{"known", strconv.FormatBool(e.Code().Known())},
		{"payment", strconv.FormatBool(errors.Is(e, shopcode.ClassPayment))},
		{"de", quoted(e.In(de.Message))},
		{"pt-BR", quoted(e.In(ptbr.Message))},
		{"status", status(e.Problem().Status)},
		{"param order_id", param(e.OrderID())},
		{"param last4", param(e.Last4())},
		{"param amount", param(e.Amount())},
		{"param attempt", param(e.Attempt())},
		{"param final", param(e.Final())},
		{"param bank", param(e.Bank())},
		{"param retry_after", param(e.RetryAfter())},
		{"param fee", param(e.Fee())},
		{"param partial", param(e.Partial())},
		{"param sekrit_score", param(e.SekritScore())},
		{"param iban", param(e.IBAN())},
		{"param str", param(e.Str())},
		{"param prototype", param(e.Prototype())},
		{"param range", param(e.Range())},
		{"param options", param(e.Options())},
		{"param max", param(e.Max())},
	}, true
}

func exits(data []byte) ([]told, bool) {
	problem, err := exit.ParseProblem(data)
	if err != nil {
		return nil, false
	}
	e := problem.Err()
	return []told{
		{"code", strconv.Itoa(int(e.Code()))},
		{"message", quoted(e.Message())},
		{"status", status(e.Problem().Status)},
		{"param flag", param(e.Flag())},
		{"param line", param(e.Line())},
		{"param date", param(e.Date())},
	}, true
}

func status(n int) string {
	if n == 0 {
		return `"none"`
	}
	return strconv.Itoa(n)
}

func main() {
	data, err := os.ReadFile(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	var cases []struct {
		Table   string
		Problem json.RawMessage
	}
	if err := json.Unmarshal(data, &cases); err != nil {
		log.Fatal(err)
	}
	for i, c := range cases {
		read := shop
		if c.Table == "exit" {
			read = exits
		}
		all, ok := read(c.Problem)
		if !ok {
			fmt.Println(i, c.Table, "none")
		}
		for _, one := range all {
			if one.text != "" {
				fmt.Println(i, c.Table, one.what, one.text)
			}
		}
	}
}
