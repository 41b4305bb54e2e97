#!/usr/bin/env bash
# Makes .venv with Python 3.10 from requirements.lock. Does nothing when it is there already.
# Usage: scripts/setup.sh test            adds what the tests need to .venv
#        scripts/setup.sh dev|encoder     makes .venv-dev or .venv-encoder from the lock file of that name instead
set -euo pipefail
cd "$(dirname "$0")/.."

name=.venv lock=requirements.lock size="2.7 GB, two to five minutes"
if [ "${1:-}" = dev ]; then name=.venv-dev lock=requirements-dev.lock size="100 MB"; fi
if [ "${1:-}" = encoder ]; then name=.venv-encoder lock=requirements-encoder.lock size="5 GB, some minutes"; fi
mkdir -p var
log="var/setup$name.log"
if command -v uv >/dev/null; then
  install() { VIRTUAL_ENV="$PWD/$name" uv pip install --quiet --require-hashes -r "$1"; }
else
  install() { "$name/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r "$1"; }
fi

fail() { echo "$1" >&2; exit 1; }

if [ "${1:-}" = test ]; then
  stamp=$(cat requirements.lock requirements-test.lock | sha256sum | cut -c1-16)
  [ "$(cat "$name/.stamp-test" 2>/dev/null)" = "$stamp" ] && exit 0
  echo "Installing what the tests need (60 MB) …"
  install requirements-test.lock >>"$log" 2>&1 || fail "The packages for the tests could not be installed – is there a network? See $log."
  echo "$stamp" >"$name/.stamp-test"
  exit 0
fi

stamp=$(cat "$lock" scripts/setup.sh | sha256sum | cut -c1-16)
[ -x "$name/bin/python" ] && [ "$(cat "$name/.stamp" 2>/dev/null)" = "$stamp" ] && exit 0

# Python 3.10: uv gets one by itself; pyenv and the system may have one.
if command -v uv >/dev/null; then
  make_venv() { uv venv --quiet --clear --python 3.10 --seed "$name"; }
elif command -v pyenv >/dev/null && version=$(pyenv versions --bare 2>/dev/null | grep -E '^3\.10\.' | tail -n 1) && [ -n "$version" ]; then
  python="$(PYENV_VERSION=$version pyenv which python)"
  make_venv() { "$python" -m venv --clear "$name"; }
elif command -v python3.10 >/dev/null && python3.10 -c 'import ensurepip' 2>/dev/null; then
  make_venv() { python3.10 -m venv --clear "$name"; }
elif command -v pyenv >/dev/null; then
  echo "Building Python 3.10 with pyenv (some minutes) …"
  pyenv install --skip-existing 3.10 >"$log" 2>&1 || fail "pyenv could not build Python 3.10; see $log."
  python="$(PYENV_VERSION=$(pyenv versions --bare | grep -E '^3\.10\.' | tail -n 1) pyenv which python)"
  make_venv() { "$python" -m venv --clear "$name"; }
else
  fail "Python 3.10 is needed, which Rasa runs on: install uv, pyenv or python3.10, and try again."
fi

echo "Making $name with Python 3.10 …"
make_venv >"$log" 2>&1 || fail "Could not make $name; see $log."
echo "Installing the locked packages ($size) …"
install "$lock" >>"$log" 2>&1 || fail "The packages could not be installed – is there a network? See $log."
if [ "$name" = .venv ]; then
  # Rasa's telemetry is off in this environment however Rasa is started, the plain `rasa` command included.
  echo 'import os; os.environ["RASA_TELEMETRY_ENABLED"] = "false"' >"$("$name/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/no_telemetry.pth"
fi
echo "$stamp" >"$name/.stamp"
