package generator_test

import (
	"bufio"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestMonorepo builds and runs the programs of docs/examples/monorepo: a Go
// service answers over loopback, and a TypeScript and a Python client act on
// the codes alike, those included that are newer than themselves.
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
		{"payment_unavailable:2", "payment_unavailable, The bank does not answer, payment: ordered after 3"},
		{"payment_unavailable:9", "payment_unavailable, The bank does not answer, payment: given up after 5"},
		{"payment_declined:1", "payment_declined, The card is declined, payment: given up after 1"},
		{"cart_empty:1", "cart_empty, The cart is empty, cart: given up after 1"},
		{"stock_burnt:1", "stock_burnt, not known here, no class: given up after 1"},
		{"503:1", "503, Service Unavailable, server_error: ordered after 2"},
		{"520:1", "520, Gateway Confused, server_error: ordered after 2"},
		{"599:1", "599, not known here, server_error: given up after 1"},
		{"404:1", "404, Not Found, client_error: given up after 1"},
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
			said[name] = shop.run(append(append(client, url), fails...)...)
		}
		return said
	}
	require.Equal(t, map[string]string{"web": says.String(), "worker": says.String()}, order(fails...))

	// The service is ahead of its clients: they know the class of the new code.
	shop.change("codes.yaml", `      - {code: "payment_unavailable"`,
		"      - {code: \"payment_late\", phrase: The bank was slow, properties: {http: gateway_timeout}}\n      - {code: \"payment_unavailable\"")
	makes("-j4 build/service", generate, service)
	for _, said := range order("payment_late:1") {
		require.Equal(t, "payment_late, not known here, payment: ordered after 2\n", said)
	}
	// Then everything else is built once, and once only.
	makes("-j4", web, worker)
	shop.run("make", "-q")
	for _, said := range order("payment_late:1") {
		require.Equal(t, "payment_late, The bank was slow, payment: ordered after 2\n", said)
	}

	shop.change("codes.yaml", "  shop_error:\n", "  # A comment.\n  shop_error:\n")
	makes("-j4", generate)
	makes("-j4 --silent")
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
