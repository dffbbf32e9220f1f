# make help lists what there is. `make generate` and `make test` are all that a
# fresh clone needs: Go, Node with npm, Python 3.11 or later, and make.

GO ?= go
PYTHON ?= python3
NPM ?= npm
FUZZTIME ?= 60s
# Each with the executions of its slice. A slice is no time, because go test fails now and then when
# the time of a fuzz test ends (go.dev/issue/51484).
FUZZ_TESTS := internal/load/FuzzSource:15000 FuzzCheck:2000 FuzzFmt:500 FuzzText:40 FuzzName:10 FuzzDiff:500 FuzzImport:1500 internal/registry/FuzzRead:15000
GOTESTFLAGS ?=

TOOLS := generator/tools
NODE_TOOLS := $(TOOLS)/node_modules/.package-lock.json
PYTHON_TOOLS := $(TOOLS)/.venv/installed
BENCH := generator/bench
BENCH_PEERS := $(BENCH)/node_modules/.package-lock.json

.DEFAULT_GOAL := help
.PHONY: help generate test test-system update lint bench bench-generator fuzz fuzz-slice faults race verify vulncheck pack tools clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-15s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

generate: ## the main job: codes.yaml -> gen/
	$(GO) run ./generator/statusgen generate

test: tools lint fuzz-slice $(BENCH_PEERS) ## every test, in every language; installs what it needs
	STATUSGEN_TOOLS=required $(GO) test -timeout 20m $(GOTESTFLAGS) ./...
	$(GO) test -race -shuffle=on $(GOTESTFLAGS) -run '^(TestDeterminism|TestConcurrentRuns)$$' ./generator ./generator/internal/tree
	cd $(BENCH) && $(GO) test $(GOTESTFLAGS) ./...

test-system: tools ## the tests that need Debian's packages (ninja-build, bazel-bootstrap, chromium), or build what is released
	$(GO) test -tags system -timeout 20m $(GOTESTFLAGS) -run '^TestSystem' ./generator

update: ## rewrite the transcripts and other goldens; read the diff before you commit it
	UPDATE=1 $(GO) test ./generator/...

lint: ## gofmt, and the linters that golangci-lint runs unless told otherwise
	@unformatted=$$(gofmt -l codes.go generator gen/go); test -z "$$unformatted" || { echo "run gofmt -w on:" $$unformatted; exit 1; }
	$(GO) vet ./...
	cd $(BENCH) && $(GO) vet ./...
	$(GO) run honnef.co/go/tools/cmd/staticcheck@v0.7.0 ./...
	$(GO) run github.com/kisielk/errcheck@v1.20.0 ./gen/go/...
	$(GO) run github.com/gordonklaus/ineffassign@v0.2.0 ./gen/go/...
	cd $(BENCH) && $(GO) run honnef.co/go/tools/cmd/staticcheck@v0.7.0 ./...

bench-generator: $(BENCH_PEERS) ## the generator's own speed beside its peers, for some minutes; rewrites generator/bench/GENERATOR.md
	cd $(BENCH) && $(GO) run . generator

bench: $(BENCH_PEERS) ## speed beside the peers; rewrites generator/bench/RESULTS.md
	cd $(BENCH) && $(GO) run .

fuzz: tools ## feed anything to readers, rules, encoders, names, fmt, import and diff; make fuzz FUZZTIME=1h
	@time='$(FUZZTIME)'; for entry in $(FUZZ_TESTS); do test=$${entry%:*}; \
	  $(GO) test ./generator/$$(dirname $$test) -run '^$$' -fuzz "^$$(basename $$test)\$$" -fuzztime $${time:-$${entry#*:}x} -fuzzminimizetime 10x || exit 1; \
	done

fuzz-slice: # some twenty seconds of it
	@$(MAKE) --no-print-directory fuzz FUZZTIME=

race: tools ## every test of the generator, in any order, under the race detector; takes minutes
	STATUSGEN_TOOLS=required $(GO) test -race -shuffle=on -timeout 60m ./generator/...

verify: ## compare what was downloaded with go.sum
	$(GO) mod verify
	cd $(BENCH) && $(GO) mod verify

vulncheck: ## look for known vulnerabilities in what the command calls; asks vuln.go.dev
	$(GO) run golang.org/x/vuln/cmd/govulncheck@v1.9.0 ./...

faults: ## kill 500 runs at any moment, fill a disk, and start a hundred runs at once
	STATUSGEN_KILLS=500 $(GO) test ./generator/internal/tree -count=1 -v -run '^(TestKilled|TestFullDisk|TestHundredRuns|TestConcurrentRuns|TestReadOnly)'

pack: tools ## npm tarball, wheel, sdist and binaries into dist/
	rm -rf dist
	GO='$(GO)' NPM='$(NPM)' $(TOOLS)/pack.sh dist

tools: $(NODE_TOOLS) $(PYTHON_TOOLS) ## install the pinned tools of the other languages

$(NODE_TOOLS): $(TOOLS)/package-lock.json
	cd $(TOOLS) && $(NPM) ci --no-audit --no-fund
	@touch $@

$(PYTHON_TOOLS): $(TOOLS)/requirements.txt
	$(PYTHON) -m venv --clear $(TOOLS)/.venv
	$(TOOLS)/.venv/bin/pip install --quiet --disable-pip-version-check --no-deps -r $<
	@touch $@

$(BENCH_PEERS): $(BENCH)/package-lock.json
	cd $(BENCH) && $(NPM) ci --no-audit --no-fund
	@touch $@

clean: ## remove what the other targets installed or built
	rm -rf dist $(TOOLS)/node_modules $(TOOLS)/.venv $(BENCH)/node_modules
