package usage

import (
	"bytes"
	"database/sql"
	"encoding/gob"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"reflect"
	"strings"
	"testing"
	"text/template"

	"usage/closednumber"
	"usage/closedtext"
	"usage/opennumber"
	"usage/opentext"
)

// table is what one of the four kinds of tables promises its users.
type table[C comparable] struct {
	known, stranger C
	open            bool
	wire            string // the known code in JSON
	column          any    // and in a database
	words           string // and for people
	parse           func(string) (C, error)
}

func TestOpenNumber(t *testing.T) {
	holds(t, table[opennumber.Code]{opennumber.NotFound, 418, true, "404", int64(404), "404 Not Found", opennumber.Parse})
}

func TestOpenText(t *testing.T) {
	holds(t, table[opentext.Code]{opentext.NotFound, "teapot", true, `"not_found"`, "not_found", "not_found Not Found", opentext.Parse})
}

func TestClosedNumber(t *testing.T) {
	holds(t, table[closednumber.Code]{closednumber.NotFound, 418, false, "404", int64(404), "404 Not Found", closednumber.Parse})
}

func TestClosedText(t *testing.T) {
	holds(t, table[closedtext.Code]{closedtext.NotFound, "teapot", false, `"not_found"`, "not_found", "not_found Not Found", closedtext.Parse})
}

func holds[C comparable](t *testing.T, of table[C]) {
	for name, check := range map[string]func(*testing.T, table[C]){
		"json": travelsJSON[C], "gob": travelsGob[C], "sql": travelsSQL[C], "flag": parsesFlag[C], "slog": logs[C], "text": prints[C],
	} {
		t.Run(name, func(t *testing.T) { check(t, of) })
	}
}

// message holds a code wherever a message can.
type message[C comparable] struct {
	Code  C         `json:"code"`
	Maybe *C        `json:"maybe"`
	List  []C       `json:"list"`
	Keys  map[C]int `json:"keys"`
	Left  C         `json:"left,omitempty"`
}

// travelsJSON sends codes as values, members, keys and null. The same test
// runs with encoding/json on top of v2 where the toolchain has it.
func travelsJSON[C comparable](t *testing.T, of table[C]) {
	sent := message[C]{Code: of.known, Maybe: &of.known, List: []C{of.known, of.known}, Keys: map[C]int{of.known: 1}}
	data, err := json.Marshal(sent)
	key := strings.Trim(of.wire, `"`)
	want := fmt.Sprintf(`{"code":%[1]s,"maybe":%[1]s,"list":[%[1]s,%[1]s],"keys":{"%[2]s":1}}`, of.wire, key)
	if err != nil || string(data) != want {
		t.Fatalf("%s, %v, want %s", data, err, want)
	}
	var got message[C]
	if err := json.Unmarshal(data, &got); err != nil || !reflect.DeepEqual(got, sent) {
		t.Errorf("%+v, %v", got, err)
	}
	got = message[C]{Code: of.known, Maybe: &of.known}
	if err := json.Unmarshal([]byte(`{"code":null,"maybe":null}`), &got); err != nil || got.Code != of.known || got.Maybe != nil {
		t.Errorf("null: %+v, %v", got, err)
	}

	data, err = json.Marshal(of.stranger)
	if err != nil {
		t.Fatal(err)
	}
	got.Code = of.known
	err = json.Unmarshal([]byte(`{"code":`+string(data)+`}`), &got)
	if of.open && (err != nil || got.Code != of.stranger) || !of.open && (err == nil || got.Code != of.known) {
		t.Errorf("a stranger: %v, %v", got.Code, err)
	}
	if err := json.Unmarshal([]byte(`{"code":{}}`), &got); err == nil {
		t.Error("an object is a code")
	}
}

// travelsGob finds that gob does not ask a closed table.
func travelsGob[C comparable](t *testing.T, of table[C]) {
	for _, sent := range []C{of.known, of.stranger} {
		var wire bytes.Buffer
		var got C
		if err := gob.NewEncoder(&wire).Encode(sent); err != nil {
			t.Fatal(err)
		}
		if err := gob.NewDecoder(&wire).Decode(&got); err != nil || got != sent {
			t.Errorf("%v, %v", got, err)
		}
	}
}

// travelsSQL goes through database/sql, with a driver that echoes.
func travelsSQL[C comparable](t *testing.T, of table[C]) {
	db := sql.OpenDB(echo{})
	defer func() { _ = db.Close() }()
	var got C
	if err := db.QueryRow("", of.known).Scan(&got); err != nil || got != of.known {
		t.Errorf("%v, %v", got, err)
	}
	var column any
	if err := db.QueryRow("", of.known).Scan(&column); err != nil || column != of.column {
		t.Errorf("the column holds %v, %v", column, err)
	}
	var maybe sql.Null[C]
	if err := db.QueryRow("", nil).Scan(&maybe); err != nil || maybe.Valid {
		t.Errorf("NULL: %v, %v", maybe, err)
	}
	if err := db.QueryRow("", sql.Null[C]{V: of.known, Valid: true}).Scan(&maybe); err != nil || maybe.V != of.known || !maybe.Valid {
		t.Errorf("%v, %v", maybe, err)
	}
	if err := db.QueryRow("", nil).Scan(&got); err == nil {
		t.Error("NULL is a code")
	}
	if err := db.QueryRow("", of.stranger).Scan(&got); (err == nil) != of.open {
		t.Errorf("a stranger: %v, %v", got, err)
	}
}

func parsesFlag[C comparable](t *testing.T, of table[C]) {
	var got C
	flags := flag.NewFlagSet("", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.Func("code", "a code", func(text string) (err error) {
		got, err = of.parse(text)
		return err
	})
	for _, text := range []string{"not_found", "missing"} {
		got = *new(C)
		if err := flags.Parse([]string{"-code", text}); err != nil || got != of.known {
			t.Errorf("%v, %v", got, err)
		}
	}
	if err := flags.Parse([]string{"-code", " "}); err == nil {
		t.Error("a space is a code")
	}
}

func logs[C comparable](t *testing.T, of table[C]) {
	var text, data bytes.Buffer
	plain := &slog.HandlerOptions{ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
		if a.Key != "code" {
			return slog.Attr{}
		}
		return a
	}}
	slog.New(slog.NewTextHandler(&text, plain)).Info("", "code", of.known)
	slog.New(slog.NewJSONHandler(&data, plain)).Info("", "code", of.known)
	if want := fmt.Sprintf("code=%q\n", of.words); text.String() != want {
		t.Errorf("%s, want %s", &text, want)
	}
	if want := `{"code":` + of.wire + "}\n"; data.String() != want {
		t.Errorf("%s, want %s", &data, want)
	}
}

func prints[C comparable](t *testing.T, of table[C]) {
	for _, verb := range []string{"%v", "%s", "%+v"} {
		if got := fmt.Sprintf(verb, of.known); got != of.words {
			t.Errorf("%s gives %q", verb, got)
		}
	}
	if got := fmt.Sprintf("%q", any(of.known)); got != fmt.Sprintf("%q", of.words) {
		t.Errorf("%%q gives %s", got)
	}
	if got := fmt.Sprint(of.stranger); strings.Contains(got, "(") || got == "" {
		t.Errorf("a stranger is %q", got)
	}
	var page strings.Builder
	err := template.Must(template.New("").Parse(`{{.}}, {{.Phrase}}, {{.Known}}`)).Execute(&page, of.known)
	if want := of.words + ", Not Found, true"; err != nil || page.String() != want {
		t.Errorf("%s, %v", &page, err)
	}
}

// TestErrors finds the text that was no code inside another error.
func TestErrors(t *testing.T) {
	_, err := closednumber.Parse("brew")
	var unknown *closednumber.UnknownCodeError
	if wrapped := fmt.Errorf("config: %w", err); !errors.As(wrapped, &unknown) || unknown.Input != "brew" {
		t.Errorf("%v", wrapped)
	}
}

// TestRange goes through a table, and stops.
func TestRange(t *testing.T) {
	var all []opentext.Code
	for c := range opentext.All() {
		all = append(all, c)
	}
	if !reflect.DeepEqual(all, []opentext.Code{opentext.NotFound, opentext.Failed}) || len(all) != opentext.Count {
		t.Errorf("%v", all)
	}
	for c := range opentext.All() {
		if c != opentext.NotFound {
			t.Errorf("%v comes first", c)
		}
		break
	}
}
