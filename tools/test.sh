#!/usr/bin/env bash
# What make test does: one Neo4j for all Go tests, each of which runs once (where
# goroutines share memory, under the race detector), the tests of the web UI, and
# the journeys in a real browser.
set -uo pipefail
cd "$(dirname "$0")/.."
jobs=${GO_JOBS:-2}
# What the race detector would only make slow, or make come in apart.
unraced='^TestListsCostAFixedNumberOfStatements$|And(Networkx|GraphDataScience)Agree$|^TestTwin|^TestEveryElementThatLeft|^TestSightIsExact$|^TestTheRacesFind|AnsweredAlike$|AsManyAsCyphers$|^TestListGetAndEveryRoute|^TestPagesOfAnySize|^TestExactIsTheLeast|^TestFiveOfAHundred|^TestFiveWhoKnow|^TestThreeOfAHundred|^TestWhatIsDoneOutOf|^TestWorkThatRunsOut|^TestConfidenceIsThat|^TestRewiringIs|^TestTheLevelsOf|^TestPlansNameNobody|^TestOfficersSignInAtARealKeycloak'
# Ten thousand races, one after the other: they go on beside the rest, with a Neo4j of their own.
races='^TestARevokedRight'
raced=(./server/... ./graph/engine/... ./casework/... ./auth/... ./audit/...) # the longest first
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
failed=()
counts=()

stage() { # stage NAME COMMAND...
	local name=$1 begun=$SECONDS
	shift
	echo "test: $name ..."
	if "$@"; then
		echo "test: $name: ok ($((SECONDS - begun)) s)"
	else
		echo "test: $name: FAILED ($((SECONDS - begun)) s)"
		failed+=("$name")
	fi
}

# go_tests NAME ARGUMENT... prints one line a package and every failure whole.
go_tests() {
	local name=$1
	shift
	bin/gotestsum --format pkgname --format-hide-empty-pkg --jsonfile "$results/$name" -- -p "$jobs" -timeout 40m "$@"
}

# What `stage` may run: this file again, inside withneo4j.
if [ "${1:-}" = go-tests ]; then
	results=$2
	trap - EXIT
	code=0
	# How many statements a list costs depends on look-ups coming in together,
	# and the race detector makes them come in apart.
	# The peers are other programs, in which it finds nothing.
	go_tests plain $(comm -23 <(go list ./... | sort) <(go list "${raced[@]}" | sort)) || code=1
	(unset ENTENTE_TEST_NEO4J ENTENTE_TEST_NEO4J_PASSWORD && go_tests races -run "$races" ./server) &
	beside=$!
	go_tests unraced -run "$unraced" "${raced[@]}" || code=1
	wait "$beside" || code=1
	go_tests race -race -skip "$unraced|$races" "${raced[@]}" || code=1
	exit $code
fi

web_tests() { (cd web && npm run --silent test); }

journeys() { tools/journeys.sh; }

# passed FILE counts the tests that passed and the ones that were skipped.
passed() {
	local ok skipped
	ok=$(grep -c '"Action":"pass".*"Test":' "$results/$1" 2>/dev/null)
	skipped=$(grep -c '"Action":"skip".*"Test":' "$results/$1" 2>/dev/null)
	echo "${ok:-0} passed, ${skipped:-0} skipped"
}

stage "Go" go run ./graph/neo4j/neo4jtest/cmd/withneo4j -- "$0" go-tests "$results"
stage "web UI" web_tests
if [ -f web/playwright.config.ts ]; then stage "journeys in Chromium" journeys; fi

counts+=("Go: $(passed plain)" "the races: $(passed races)" "the slow ones of where memory is shared: $(passed unraced)" "the others of it, under the race detector: $(passed race)")
printf 'test: %s\n' "${counts[@]}"
if [ ${#failed[@]} -gt 0 ]; then
	echo "test: failed: ${failed[*]}"
	exit 1
fi
echo "test: all passed ($SECONDS s)"
