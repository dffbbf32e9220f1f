//go:build goexperiment.jsonv2

package usage

import (
	"encoding/json/v2"
	"errors"
	"fmt"
	"testing"

	"usage/exit"
	"usage/shopcode"
)

// TestJSONV2 writes and reads with encoding/json/v2 what TestJSON does.
func TestJSONV2(t *testing.T) {
	written := answerOf()
	text, err := json.Marshal(written)
	if err != nil {
		t.Fatal(err)
	}
	equal(t, string(text), answerJSON)
	var read answer
	if err := json.Unmarshal(text, &read); err != nil {
		t.Fatal(err)
	}
	answers(t, read)

	var fault *shopcode.ProblemError
	if err := json.Unmarshal([]byte(`{"code":"payment_failed"}`), &read.Value); !errors.As(err, &fault) {
		t.Error(err)
	}
	if err := json.Unmarshal([]byte(`{"Value":null}`), &read); err != nil {
		t.Error(err)
	}
	answers(t, read)
	p := shopcode.StockEmpty().Problem()
	p.Extensions = []shopcode.Extension{{Name: "title", Value: []byte("2")}}
	if _, err := json.Marshal(p); !errors.As(err, &fault) {
		t.Error(err)
	}
}

// TestCodesInJSONV2 writes codes as keys, which have to be texts.
func TestCodesInJSONV2(t *testing.T) {
	type keys struct {
		Texts map[shopcode.Code]bool
		Keys  map[exit.Code]exit.Code
	}
	all := heldCodes()
	text, err := json.Marshal(keys{all.Texts, all.Keys})
	if err != nil {
		t.Fatal(err)
	}
	equal(t, string(text), `{"Texts":{"stock_empty":true},"Keys":{"64":65}}`)
	var read keys
	if err := json.Unmarshal(text, &read); err != nil {
		t.Fatal(err)
	}
	equal(t, fmt.Sprint(read), fmt.Sprint(keys{all.Texts, all.Keys}))
}
