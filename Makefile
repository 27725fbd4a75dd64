# The two commands: make run, make test. The rest: make help.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

# Two cores are enough for everything here; GO_JOBS=8 uses more.
GO_JOBS ?= 2
N ?= 20000

.PHONY: help run test door check bench lighthouse twins setup setup-tests build web generate fmt clean

help: ## Say what there is to make.
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: setup web build ## Set up what is missing, build, and run a whole hub on this machine.
	@exec bin/entente dev

test: setup-tests web foreign ## Set up what is missing and run every test.
	@GO_JOBS=$(GO_JOBS) tools/test.sh

door: setup-tests web-modules foreign ## Of the tests, those of sign-in, tokens and the API's edge.
	@go run ./graph/neo4j/neo4jtest/cmd/withneo4j -- go test -count=1 -p $(GO_JOBS) ./auth/oidc/...
	@go run ./graph/neo4j/neo4jtest/cmd/withneo4j -- go test -count=1 -p 1 -run '^Test($(subst $(space),|,$(strip $(DOOR))))' ./server ./graph/neo4j ./cmd/entente
	@go run ./graph/neo4j/neo4jtest/cmd/withneo4j -- go test -count=1 -run '^$$' -bench '^BenchmarkAttacks$$' -benchtime 1x ./server

# Beside all of auth/oidc: how the names of the door's tests begin (door_test.go).
space := $(subst ,, )
DOOR = GraphQLOverHTTP GraphQLCop AttacksGet GETReadsOnly OnlyTrusted TheExplorerIsNotThere RequestsThatAreNoQuestion \
	TheLimitsFit FiftyHeavy CostMultiplies CostsOf Shape AnOfficersWork WhatIsTold TimeIsUp \
	WhoIsNotSignedIn ATokenOpens ASubscri Subscriptions AWebsocket AnOfficersWeb AMalformed ARefusedWeb ADocumentThat WhatIsAsked TheServerWaits NothingLeaves TracesHold \
	TwoAdministrators OnlySystemAdministrators TheGravestActions VictimIdentities \
	TwoProcesses ChangesOfASession SessionsAre EndedSessions SharedSessions ATokenIsSpent DecisionsAboutIssuers \
	Serve SignIn Transport OldTLS TracesGo

check: setup-tests web-modules bin/golangci-lint bin/gofumpt bin/govulncheck ## Lint, vet, format, stale generated code, layering, schema rules.
	@GO_JOBS=$(GO_JOBS) tools/check.sh

bench: setup ## Measure, print a table, write docs/bench/latest.json (ONLY=audit: that package alone).
	@go run ./cmd/bench $(if $(ONLY),-only $(ONLY))

lighthouse: setup-tests web build ## Lighthouse's accessibility score of every page, in Chromium.
	@tools/lighthouse.sh

twins: setup-tests ## Compare hubs that hold everything with hubs of what one officer sees: N=100000 worlds.
	@ENTENTE_TWINS=$(N) go test -count=1 -timeout 24h -run '^TestTwinWorlds$$' ./server

build: ## Build bin/entente (with the pages that make web built).
	@go build -p $(GO_JOBS) -o bin/entente ./cmd/entente

fmt: bin/gofumpt web-modules ## Format Go and the web sources.
	@bin/gofumpt -l -w $$(git ls-files -co --exclude-standard '*.go' ':!resolvers/generated')
	@cd web && npm run --silent format

generate: web-modules ## Write the generated code anew from schema.graphqls, and the list of what the hub says.
	@go tool gqlgen generate
	@ENTENTE_SENTENCES=write go test -count=1 -run '^TestEverySentenceOfTheHubIsListed$$' .
	@cd web && npm run --silent codegen

clean: ## Take away what was built; .entente (the data) stays.
	@rm -rf bin web/node_modules web/dist/* web/dist/.vite web/dist/.built

setup:
	@deploy/setup/toolchain.sh

setup-tests:
	@deploy/setup/toolchain.sh --tests

# ── the web UI, built only when something of it changed ──────────────────────

.PHONY: web-modules
WEB_SOURCES = $(shell find web/src web/public web/scripts web/languages -type f) web/index.html web/vite.config.ts web/tsconfig.json

web: web/dist/.built ## Build the web UI into web/dist.

web-modules: web/node_modules/.package-lock.json

# npm writes this file last, so an interrupted install is done again. Not npm ci:
# it refuses a lock file that was made where the registry lacks the builds of an
# optional tool for other systems. The lock file's versions are installed all the
# same, and none is written.
web/node_modules/.package-lock.json: web/package-lock.json web/package.json
	@echo "web: installing packages"
	@cd web && npm install --no-save --no-fund --no-audit --loglevel=error
	@touch $@

# oidc-provider, which tests of auth/oidc meet as a partner's.
.PHONY: foreign
foreign: auth/oidc/foreign/node_modules/.package-lock.json

auth/oidc/foreign/node_modules/.package-lock.json: auth/oidc/foreign/package-lock.json auth/oidc/foreign/package.json
	@echo "auth/oidc/foreign: installing packages"
	@cd auth/oidc/foreign && npm install --no-save --no-fund --no-audit --loglevel=error
	@touch $@

# Vite empties the folder before it writes, so this file says that it ended.
web/dist/.built: web/node_modules/.package-lock.json $(WEB_SOURCES)
	@echo "web: building"
	@cd web && npm run --silent build
	@touch $@

# ── tools of this tree's own module, so that they are no dependency of the hub ─

TOOL = go build -p $(GO_JOBS) -modfile=tools/go.mod -o $@

bin/golangci-lint: tools/go.mod tools/go.sum
	@echo "building golangci-lint (minutes, the first time)"
	@$(TOOL) github.com/golangci/golangci-lint/v2/cmd/golangci-lint
	@touch $@

bin/gofumpt: tools/go.mod tools/go.sum
	@$(TOOL) mvdan.cc/gofumpt
	@touch $@

bin/govulncheck: tools/go.mod tools/go.sum
	@$(TOOL) golang.org/x/vuln/cmd/govulncheck
	@touch $@

bin/gotestsum: tools/go.mod tools/go.sum
	@$(TOOL) gotest.tools/gotestsum
	@touch $@

test: bin/gotestsum build
