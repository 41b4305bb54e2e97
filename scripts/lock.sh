#!/usr/bin/env bash
# Pins what each requirements*.in names, with all it needs, with hashes. What is pinned already stays; take a line out of a lock, or the
# file away, to have it chosen anew.
set -euo pipefail
cd "$(dirname "$0")/.."

uv=$(command -v uv || echo .venv-uv/bin/uv) # scripts/setup.sh makes .venv-uv
[ -x "$uv" ] || { echo "uv is needed: run make setup first." >&2; exit 1; }

lock() { # lock NAME [options of uv …]
  local name=$1
  shift
  "$uv" pip compile --quiet --python-version 3.10 --generate-hashes --no-header --no-annotate "$@" "$name.in" -o "$name.lock"
}

lock requirements-uv
lock requirements --excludes requirements-diet.in # Rasa asks for more than anything of ours runs
lock requirements-diet --constraints requirements.lock
lock requirements-test
lock requirements-dev
lock requirements-encoder

# What `make bench` measures us against.
lock bench/peers/rasa --constraints requirements.lock --constraints requirements-diet.lock
lock bench/peers/search
lock bench/peers/plots
if command -v npm >/dev/null; then
  npm install --prefix bench/peers/nlpjs --silent --package-lock-only --omit-lockfile-registry-resolved --ignore-scripts
fi
