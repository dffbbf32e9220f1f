// Command service takes orders. An order says itself how it is to fail, as in
// the test mode of a bank.
package main

import (
	"encoding/json"
	"fmt"
	"log"
	"net"
	"net/http"
	"strconv"
	"sync"

	"example.com/shop/service/codes/httpstatus"
	"example.com/shop/service/codes/shoperror"
)

// failure is the body of an answer that is no success.
type failure struct {
	Code    shoperror.Code `json:"code"`
	Message string         `json:"message"`
}

type shop struct {
	mu    sync.Mutex
	tries map[string]int // of each order
}

// order fails with ?fail=CODE the first ?times=N times.
func (s *shop) order(w http.ResponseWriter, r *http.Request) {
	times, _ := strconv.Atoi(r.FormValue("times"))
	if s.try(r.PathValue("order")) > times {
		w.WriteHeader(int(httpstatus.Created))
		return
	}
	fail := r.FormValue("fail")
	if status, err := httpstatus.Parse(fail); err == nil {
		w.WriteHeader(int(status)) // as a gateway answers: without a body of ours
		return
	}
	refuse(w, shoperror.Code(fail))
}

func (s *shop) try(order string) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.tries[order]++
	return s.tries[order]
}

// refuse answers with a code, which need not be one that was known when the
// service was built.
func refuse(w http.ResponseWriter, code shoperror.Code) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(code.HTTP())
	if err := json.NewEncoder(w).Encode(failure{code, code.Phrase()}); err != nil {
		log.Print(err)
	}
}

func main() {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("http://%s\n", listener.Addr())
	s := &shop{tries: map[string]int{}}
	http.HandleFunc("POST /orders/{order}", s.order)
	log.Fatal(http.Serve(listener, nil))
}
