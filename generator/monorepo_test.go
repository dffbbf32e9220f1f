package generator_test

import (
	"bufio"
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestMonorepo builds and runs the programs of docs/examples/monorepo: a Go
// service answers over loopback with problems, and a TypeScript and a Python
// client act on the errors alike, in two languages, those included that are
// newer than themselves.
func TestMonorepo(t *testing.T) {
	t.Parallel()
	const (
		generate = "statusgen generate"
		service  = "go build -o build/service ./service"
		web      = "tsc -p web && esbuild web/src/main.ts --bundle --format=esm --log-level=warning --outfile=build/web.js"
		worker   = "python3 -m zipapp worker -o build/worker.pyz"
	)
	shop := example(t, "monorepo")
	shop.env = []string{"PATH=" + os.Getenv("PATH") + string(os.PathListSeparator) + installed(t, "node_modules/.bin")}
	// makes holds a make to running these commands, once each and nothing else.
	makes := func(arguments string, commands ...string) {
		t.Helper()
		var ran []string
		for line := range strings.Lines(shop.run(append([]string{"make"}, strings.Fields(arguments)...)...)) {
			if line = strings.TrimSpace(line); !reported.MatchString(line) {
				ran = append(ran, line)
			}
		}
		require.ElementsMatch(t, commands, ran)
	}

	makes("-j4", generate, service, web, worker)
	makes("-j4 --silent")
	shop.run("make", "-q")
	shop.run(tool(t, "mypy"), "--strict", "worker")

	acts := []struct{ fail, says string }{
		{"payment_unavailable:2", "payment_unavailable, payment: order CLIENT-0 could not be paid | die Bestellung CLIENT-0 konnte nicht bezahlt werden | " +
			"pay CLIENT-0 later: ordered after 3"},
		{"payment_unavailable:9", "payment_unavailable, payment: order CLIENT-1 could not be paid | die Bestellung CLIENT-1 konnte nicht bezahlt werden | " +
			"pay CLIENT-1 later: given up after 5"},
		{"payment_declined:1", "payment_declined, payment: the card ending in 4242 is declined | die Karte mit den Endziffern 4242 ist abgelehnt | " +
			"pay with another card than 4242: given up after 1"},
		{"cart_sold_out:1", "cart_sold_out, cart: tea is sold out | tea ist ausverkauft | take out tea: given up after 1"},
		{"cart_empty:1", "cart_empty, cart: The cart is empty | Der Warenkorb ist leer | put something in: given up after 1"},
		{"payment_burnt:1", "payment_burnt, payment: the future has come | the future has come | wait for a newer program: ordered after 2"},
		{"stock_burnt:1", "stock_burnt, no class: the future has come | the future has come | wait for a newer program: given up after 1"},
		{"503:1", "503, server_error: Service Unavailable: ordered after 2"},
		{"520:1", "520, server_error: Gateway Confused: ordered after 2"},
		{"599:1", "599, server_error: not known here: given up after 1"},
		{"404:1", "404, client_error: Not Found: given up after 1"},
	}
	var fails []string
	var says strings.Builder
	for _, act := range acts {
		fails = append(fails, act.fail)
		says.WriteString(act.says + "\n")
	}
	clients := map[string][]string{"web": {"node", "build/web.js"}, "worker": {"python3", "-B", "build/worker.pyz"}}
	order := func(fails ...string) map[string]string {
		url := serve(t, shop)
		said := map[string]string{}
		for name, client := range clients {
			said[name] = strings.ReplaceAll(shop.run(append(append(client, url), fails...)...), name+"-", "CLIENT-")
		}
		return said
	}
	require.Equal(t, map[string]string{"web": says.String(), "worker": says.String()}, order(fails...))

	// On the wire is what the public document says, and nothing internal.
	told := problemOf(t, serve(t, shop)+"/orders/1?fail=payment_declined&times=1")
	require.Equal(t, map[string]any{
		"type": "https://shop.example.com/errors/payment_declined", "title": "The card is declined", "status": 402.0,
		"detail": "the card ending in 4242 is declined", "code": "payment_declined", "order": "1", "last4": "4242",
	}, told)
	validOpenAPI(t, filepath.Join(shop.dir, "api"),
		openAPICase{"shop.yaml#/components/schemas/ShopProblem", told, true},
		openAPICase{"shop.yaml#/components/schemas/ShopPaymentDeclined", told, true},
		openAPICase{"shop.yaml#/components/schemas/ShopProblem", problemOf(t, serve(t, shop)+"/orders/2?fail=stock_burnt&times=1"), true},
	)
	for _, public := range []string{"api", "web/src/codes"} {
		for name, content := range contentsBelow(t, filepath.Join(shop.dir, public)) {
			require.False(t, regexp.MustCompile(`(?i)risk_?score`).MatchString(content), name)
		}
	}
	require.Contains(t, read(t, filepath.Join(shop.dir, "worker/codes/shop_errors.py")), "risk_score")

	// The service is ahead of its clients: they know the class of the new code.
	shop.change("codes.yaml", `      - {code: "payment_unavailable"`,
		"      - {code: \"payment_late\", phrase: The bank was slow, properties: {http: gateway_timeout}}\n      - {code: \"payment_unavailable\"")
	require.Contains(t, shop.fails("make", "build/service"), `the locale "de" has no message of "payment_late"`)
	shop.change("codes.yaml", "        payment_unavailable:", "        payment_late: \"die Bestellung {order} dauert\"\n        payment_unavailable:")
	shop.change("service/main.go", "	case shop.CodePaymentUnavailable:", "	case shop.CodePaymentLate:\n		return shop.PaymentLate(order)\n	case shop.CodePaymentUnavailable:")
	makes("-j4 build/service", generate, service)
	for _, said := range order("payment_late:1") {
		require.Equal(t, "payment_late, payment: order CLIENT-0 could not be paid | order CLIENT-0 could not be paid | "+
			"wait for a newer program: ordered after 2\n", said)
	}
	// No client is built again before it has thought of it.
	require.Contains(t, shop.fails("make", "build/web.js"), "payment_late")
	require.Contains(t, shop.fails(tool(t, "mypy"), "--strict", "worker"), "PaymentLate")
	shop.change("web/src/order.ts", "    case shop.PaymentUnavailable:", "    case shop.PaymentLate:\n    case shop.PaymentUnavailable:")
	shop.change("worker/order.py", "    PaymentUnavailable,", "    PaymentLate,\n    PaymentUnavailable,")
	shop.change("worker/order.py", "        case PaymentUnavailable():", "        case PaymentLate() | PaymentUnavailable():")
	makes("-j4", web, worker)
	shop.run("make", "-q")
	shop.run(tool(t, "mypy"), "--strict", "worker")
	for _, said := range order("payment_late:1") {
		require.Equal(t, "payment_late, payment: order CLIENT-0 could not be paid | die Bestellung CLIENT-0 dauert | pay CLIENT-0 later: ordered after 2\n", said)
	}

	shop.change("codes.yaml", "  shop:\n", "  # A comment.\n  shop:\n")
	makes("-j4", generate)
	makes("-j4 --silent")
}

// problemOf gives the problem that a service answers with.
func problemOf(t *testing.T, url string) map[string]any {
	t.Helper()
	answer, err := http.Post(url, "", nil)
	require.NoError(t, err)
	defer func() { require.NoError(t, answer.Body.Close()) }()
	require.Equal(t, "application/problem+json", answer.Header.Get("Content-Type"))
	var problem map[string]any
	require.NoError(t, json.NewDecoder(answer.Body).Decode(&problem))
	require.EqualValues(t, problem["status"], answer.StatusCode)
	return problem
}

// serve runs the service, and gives its address.
func serve(t *testing.T, shop *copied) string {
	t.Helper()
	service := shop.command(".", filepath.Join(shop.dir, "build/service"))
	out, err := service.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, service.Start())
	t.Cleanup(func() {
		_ = service.Process.Kill()
		_ = service.Wait() // killed is what it is meant to be
	})
	url, err := bufio.NewReader(out).ReadString('\n')
	require.NoError(t, err)
	return strings.TrimSpace(url)
}

// reported matches what the programs of a make say beside the commands.
var reported = regexp.MustCompile(`: \d+ written, \d+ removed, \d+ unchanged$|^make: Nothing to be done`)
