#!/usr/bin/env bash
# Lighthouse's accessibility score of every page, in Chromium against a hub of its
# own (web/lighthouse); make lighthouse.
set -euo pipefail
cd "$(dirname "$0")/.."
if [ ! -d web/lighthouse/node_modules/lighthouse ]; then
	(cd web/lighthouse && npm install --no-save --no-fund --no-audit --loglevel=error)
fi
exec tools/journeys.sh --with node ../web/lighthouse/run.mjs
