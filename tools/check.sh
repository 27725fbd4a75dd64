#!/usr/bin/env bash
# What make check does, stage by stage; it goes on after a failed stage, so that
# one run tells all, and ends with 1 if there was one.
set -uo pipefail
cd "$(dirname "$0")/.."
jobs=${GO_JOBS:-2}
failed=()

stage() { # stage NAME COMMAND...
	local name=$1 begun=$SECONDS
	shift
	if "$@"; then
		printf 'check: %-22s ok (%d s)\n' "$name" $((SECONDS - begun))
	else
		printf 'check: %-22s FAILED (%d s)\n' "$name" $((SECONDS - begun))
		failed+=("$name")
	fi
}

formatted() {
	local files
	files=$(bin/gofumpt -l $(git ls-files -co --exclude-standard '*.go' ':!resolvers/generated')) || return 1
	if [ -n "$files" ]; then
		printf 'not formatted (make fmt):\n%s\n' "$files"
		return 1
	fi
}

generated_go() {
	local before after
	before=$(sha256sum resolvers/generated/executor.go)
	go tool gqlgen generate || return 1
	after=$(sha256sum resolvers/generated/executor.go)
	if [ "$before" != "$after" ]; then
		echo "resolvers/generated was stale: it has been written anew, commit it"
		return 1
	fi
	# Every type of the schema is bound to a noun; gqlgen writes a model for one that is not.
	if [ -n "$(find . -name models_gen.go -not -path '*/node_modules/*' | head -n 1)" ]; then
		echo "gqlgen wrote models_gen.go: bind the new type to a noun in gqlgen.yml"
		return 1
	fi
}

web_checks() {
	(cd web && npm run --silent types && npm run --silent lint && npm run --silent codegen:check)
}

tidy() {
	go mod tidy -diff && (cd tools && go mod tidy -diff)
}

# The rules of sharing are held by their cases: no statement without one.
policy_covered() {
	local profile code=0
	profile=$(mktemp)
	go test -count=1 -coverprofile "$profile" ./auth/policy >/dev/null && go tool cover -func "$profile" | awk '
		$NF != "100.0%" { print "not covered by a case: " $1 " " $2 " (" $NF ")"; missing = 1 }
		END { exit missing || NR == 0 }' || code=1
	rm -f "$profile"
	return $code
}

vulnerabilities() {
	local said code=0
	said=$(timeout 300 bin/govulncheck ./... 2>&1) || code=$?
	if grep -q 'fetching vulnerabilities' <<<"$said"; then
		echo "its database cannot be reached from here: known vulnerabilities were NOT looked for"
		return 0
	fi
	if [ $code -ne 0 ]; then echo "$said"; fi
	return $code
}

stage "format" formatted
stage "generated Go" generated_go
stage "vet" go vet -p "$jobs" ./...
stage "lint" bin/golangci-lint run --concurrency "$jobs" ./...
stage "layering and schema" go test -count=1 .
stage "policy has its cases" policy_covered
stage "web" web_checks
stage "modules" tidy
stage "vulnerabilities" vulnerabilities

if [ ${#failed[@]} -gt 0 ]; then
	echo "check: failed: ${failed[*]}"
	exit 1
fi
echo "check: all is well"
