#!/usr/bin/env bash
# Makes the virtual environment with igraph and networkx, which tests and
# benchmarks compare the engine with, and prints its Python. Does nothing where it
# is there already. Several may call it at once.
set -euo pipefail
cd "$(dirname "$0")/.."
wanted=graph/engine/peers/requirements.txt
mkdir -p .entente
exec 9>.entente/peers.lock
flock 9
if ! cmp -s "$wanted" .entente/peers/made; then
	rm -rf .entente/peers
	python3 -m venv .entente/peers >&2
	.entente/peers/bin/pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r "$wanted" >&2
	cp "$wanted" .entente/peers/made
fi
echo "$PWD/.entente/peers/bin/python"
