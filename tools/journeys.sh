#!/usr/bin/env bash
# Runs the journeys of web/e2e in Chromium against a hub of their own: free
# ports, a new data folder, the demo case, real providers, a real sign-in. --with
# COMMAND... runs that in their place, in web/ and with ENTENTE_URL.
set -euo pipefail
cd "$(dirname "$0")/.."

data=$(mktemp -d)
hub=
finish() {
	if [ -n "$hub" ]; then
		kill -TERM "$hub" 2>/dev/null || true
		wait "$hub" || true
	fi
	rm -rf "$data"
}
trap finish EXIT

# Three ports at once, so that they differ.
ports=$(node -e '
const net = require("node:net")
const open = () => new Promise((done) => { const s = net.createServer().listen(0, "127.0.0.1", () => done(s)) })
Promise.all([open(), open(), open()]).then((all) => {
  console.log(all.map((s) => s.address().port).join(" "))
  for (const s of all) s.close()
})')
read -r web uk ro <<<"$ports"
export ENTENTE_ADDR=127.0.0.1:$web ENTENTE_METRICS_ADDR= ENTENTE_DATA=$data
export ENTENTE_ISSUER_UK=http://127.0.0.1:$uk ENTENTE_ISSUER_RO=http://127.0.0.1:$ro
export ENTENTE_URL=http://$ENTENTE_ADDR

# The jars that the Go tests fetched and verified serve here too.
if [ -d .entente/neo4j/lib ]; then ln -s "$PWD/.entente/neo4j" "$data/neo4j"; fi

bin/entente dev >"$data/dev.out" 2>&1 &
hub=$!
until node -e 'fetch(process.env.ENTENTE_URL + "/readyz").then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))'; do
	if ! kill -0 "$hub" 2>/dev/null; then
		cat "$data/dev.out"
		hub=
		exit 1
	fi
	sleep 1
done
cd web
what=(npm run --silent test:e2e -- "$@")
if [ "${1:-}" = --with ]; then what=("${@:2}"); fi
if ! "${what[@]}"; then
	tail -n 40 "$data/dev.out"
	exit 1
fi
