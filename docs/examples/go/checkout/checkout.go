// Package checkout takes money.
package checkout

import "example.com/shop/internal/codes/shoperror"

//go:generate go tool statusgen generate

// Pay says how a payment went.
func Pay(card string) shoperror.Code {
	return shoperror.CardDeclined
}
