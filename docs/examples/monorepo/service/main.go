// Command service takes orders. An order says itself how it is to fail, as in
// the test mode of a bank.
package main

import (
	"errors"
	"fmt"
	"log"
	"net"
	"net/http"
	"strconv"
	"sync"

	"example.com/shop/service/codes/httpstatus"
	"example.com/shop/service/codes/problem"
	"example.com/shop/service/codes/shop"
)

type orders struct {
	mu    sync.Mutex
	tries map[string]int // of each order
}

// order fails with ?fail=CODE the first ?times=N times.
func (o *orders) order(w http.ResponseWriter, r *http.Request) {
	order, fail := r.PathValue("order"), r.FormValue("fail")
	times, _ := strconv.Atoi(r.FormValue("times"))
	if o.try(order) > times {
		w.WriteHeader(int(httpstatus.Created))
		return
	}
	if status, err := httpstatus.Parse(fail); err == nil {
		w.WriteHeader(int(status)) // as a gateway answers: without a body of ours
		return
	}
	refuse(w, take(order, fail))
}

func (o *orders) try(order string) int {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.tries[order]++
	return o.tries[order]
}

// take says of an order why it is not taken.
func take(order, fail string) error {
	switch code := shop.Code(fail); code {
	case shop.CodeCartEmpty:
		return shop.CartEmpty()
	case shop.CodeCartSoldOut:
		return shop.CartSoldOut("tea")
	default:
		if err := pay(order, code); err != nil {
			return fmt.Errorf("checkout: %w", err)
		}
		return nil
	}
}

// pay fails to take the money for an order.
func pay(order string, fail shop.Code) error {
	score := int64(93)
	switch fail {
	case shop.CodePaymentDeclined:
		return shop.PaymentDeclined(order, "4242", &shop.PaymentDeclinedOptions{RiskScore: &score}).Wrap(errors.New("bank: 05, do not honour"))
	case shop.CodePaymentUnavailable:
		return shop.PaymentUnavailable(order).Wrap(errors.New("bank: timeout"))
	}
	// What a service said that is newer than this one.
	return (&shop.Problem{Code: fail, Status: int(httpstatus.Conflict), Detail: "the future has come"}).Err()
}

// refuse answers with a problem, and keeps the causes of it.
func refuse(w http.ResponseWriter, err error) {
	var failure *shop.Error
	if !errors.As(err, &failure) {
		log.Print(err)
		w.WriteHeader(int(httpstatus.InternalServerError))
		return
	}
	if errors.Is(err, shop.ClassPayment) {
		log.Print(err)
	}
	if err := problem.Write(w, failure.Problem()); err != nil {
		log.Print(err)
	}
}

func main() {
	log.SetFlags(0)
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("http://%s\n", listener.Addr())
	o := &orders{tries: map[string]int{}}
	http.HandleFunc("POST /orders/{order}", o.order)
	log.Fatal(http.Serve(listener, nil))
}
