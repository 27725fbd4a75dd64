#!/bin/sh
# Checks what Entente is built and run with, and installs through apt what is
# missing; where it may not, it prints the line to type and ends with 1. Says
# nothing when all is there.
#
#   deploy/setup/toolchain.sh            to build and run
#   deploy/setup/toolchain.sh --tests    to run the tests too (adds Chromium)
set -eu

root=$(cd "$(dirname "$0")/../.." && pwd)
wanted_go=$(awk '$1 == "go" { print $2; exit }' "$root/go.mod")

# at_least VERSION MINIMUM compares dotted numbers: at_least 1.26.8 1.26.0
at_least() {
	[ "$(printf '%s\n%s\n' "$2" "$1" | sort -t. -k1,1n -k2,2n -k3,3n | head -n 1)" = "$2" ]
}

java_major() {
	java=java
	if [ -n "${JAVA_HOME:-}" ]; then java=$JAVA_HOME/bin/java; fi
	"$java" -version 2>&1 | sed -n 's/.*version "\(1\.\)\{0,1\}\([0-9]*\).*/\2/p' | head -n 1
}

node_major() {
	node --version 2>/dev/null | sed 's/^v\([0-9]*\).*/\1/'
}

is_root() {
	[ "$(id -u)" = 0 ]
}

# as_root COMMAND... runs it, or tells what to type.
as_root() {
	if is_root; then
		"$@"
	elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
		sudo -n "$@"
	else
		return 1
	fi
}

give_up() {
	echo "Entente needs $1. Type:" >&2
	echo "  $2" >&2
	exit 1
}

packages=
need() { # need PACKAGE
	packages="$packages $1"
}

check_go() {
	if ! command -v go >/dev/null; then
		give_up "Go 1.21 or newer (Debian 12 has it in its backports only)" \
			"sudo apt-get install -y -t bookworm-backports golang-go"
	fi
	# Outside the module, so that no toolchain is fetched only to be asked.
	found=$(cd / && GOTOOLCHAIN=local go env GOVERSION | sed 's/^go//; s/[^0-9.].*//')
	if ! at_least "$found" 1.21; then
		give_up "Go 1.21 or newer, and finds $found (Debian 12 has it in its backports only)" \
			"sudo apt-get install -y -t bookworm-backports golang-go"
	fi
	if ! at_least "$found" "$wanted_go" && [ "$(go env GOTOOLCHAIN 2>/dev/null)" = local ]; then
		give_up "Go $wanted_go, finds $found, and GOTOOLCHAIN=local forbids to fetch it" \
			"export GOTOOLCHAIN=auto"
	fi
}

check_java() {
	major=$(java_major)
	if [ "${major:-0}" -lt 17 ]; then need openjdk-17-jre-headless; fi
	if ! command -v mvn >/dev/null; then need maven; fi
}

# Debian 12's own Node is too old; it only serves to fetch a newer one from npm.
check_node() {
	major=$(node_major)
	if [ "${major:-0}" -ge 20 ] && command -v npm >/dev/null; then return; fi
	# npm is a script of Node's: without Node it cannot fetch one.
	if ! command -v npm >/dev/null || [ -z "$major" ]; then need nodejs && need npm; fi
	newer_node=yes
}

# Asks only whether one is installed: starting it takes seconds.
check_chromium() {
	if ! command -v chromium >/dev/null; then need chromium; fi
}

# igraph and networkx, which tests compare the engine with, live in a virtual
# environment; Debian packs what makes one apart from Python.
check_python() {
	if ! command -v python3 >/dev/null || ! python3 -c 'import ensurepip, venv' 2>/dev/null; then need python3-venv; fi
}

install_packages() {
	if [ -z "$packages" ]; then return; fi
	line="sudo apt-get update && sudo apt-get install -y --no-install-recommends$packages"
	if ! command -v apt-get >/dev/null; then
		give_up "these Debian packages, or the like of them on your system:$packages" "$line"
	fi
	echo "Installing$packages ..." >&2
	# shellcheck disable=SC2086 # a list of words
	if ! as_root apt-get update -qq >&2 || ! as_root apt-get install -y -qq --no-install-recommends $packages >&2; then
		give_up "these packages:$packages" "$line"
	fi
}

install_node() {
	if [ -z "${newer_node:-}" ]; then return; fi
	major=$(node_major)
	if [ "${major:-0}" -ge 20 ]; then return; fi
	echo "Installing Node 22 from npm ..." >&2
	if ! as_root npm install --global --no-fund --no-audit --loglevel=error node@22 >&2; then
		give_up "Node 20 or newer (Debian 12 has 18; the npm package node brings a newer one)" \
			"sudo npm install --global node@22"
	fi
}

check_go
check_java
check_node
if [ "${1:-}" = --tests ]; then check_chromium && check_python; fi
install_packages
install_node

# What was installed may still be hidden by something older, earlier on the PATH.
major=$(java_major)
if [ "${major:-0}" -lt 17 ]; then
	give_up "Java 17 or newer, and finds ${major:-none} through JAVA_HOME or the PATH" \
		"export JAVA_HOME=/usr/lib/jvm/java-17-openjdk-$(dpkg --print-architecture 2>/dev/null || echo amd64)"
fi
hash -r
major=$(node_major)
if [ "${major:-0}" -lt 20 ]; then
	give_up "Node 20 or newer first on the PATH, and finds ${major:-none}" "export PATH=/usr/local/bin:\$PATH"
fi
