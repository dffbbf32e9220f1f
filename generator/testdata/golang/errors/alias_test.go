//lint:file-ignore SA1019 Names that are deprecated are what is tried.

package usage

import (
	"testing"

	"usage/shopcode"
)

// TestAlias makes errors as programs do that hold on to other names.
func TestAlias(t *testing.T) {
	var options *shopcode.PaymentCardDeclinedOptions = &shopcode.PaymentRefusedOptions{}
	err := shopcode.PaymentRefused("A-1", "4242", "-12.50", 2, true, "First Bank", options)
	equal(t, err.Code(), shopcode.CodePaymentRefused)
	equal(t, err.Error(), message)
	equal(t, shopcode.StockOut().Code(), shopcode.CodeStockEmpty)
}
