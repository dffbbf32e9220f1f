package main

import (
	"fmt"

	"example.com/shop/gen/go/deliveryerror"
	"example.com/shop/gen/go/shoperror"
)

func main() {
	fmt.Println(shoperror.CardDeclined, deliveryerror.NobodyHome)
}
