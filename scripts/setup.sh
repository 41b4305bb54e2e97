#!/usr/bin/env bash
# Makes .venv with Python 3.10 from requirements.lock. Does nothing when it is there already.
# Usage: scripts/setup.sh test|diet       adds to .venv what the tests need, or TensorFlow
#        scripts/setup.sh dev|encoder     makes .venv-dev or .venv-encoder from the lock file of that name instead
set -euo pipefail
cd "$(dirname "$0")/.."

what=${1:-} name=.venv lock=requirements.lock size="800 MB, a minute or less"
case $what in
dev) name=.venv-dev lock=requirements-dev.lock size="300 MB" ;;
encoder) name=.venv-encoder lock=requirements-encoder.lock size="5 GB, some minutes" ;;
test) lock=requirements-test.lock size="60 MB" ;;
diet) lock=requirements-diet.lock size="2 GB, some minutes" ;;
esac
mkdir -p var
log="var/setup$name.log"
uv=""

fail() { echo "$1" >&2; exit 1; }
stamp() { cat "$@" | sha256sum | cut -c1-16; }
stamped() { [ -x "$1/bin/python" ] && [ "$(cat "$1/$2" 2>/dev/null)" = "$3" ]; } # stamped FOLDER FILE STAMP

# uv installs in seconds what takes pip a minute, and fetches Python 3.10. Where it is not on the path, it comes from the package index.
find_uv() {
  local python now
  now=$(stamp requirements-uv.lock)
  if command -v uv >/dev/null; then
    uv=$(command -v uv)
  elif stamped .venv-uv .stamp "$now"; then
    uv=.venv-uv/bin/uv
  else
    for python in python3.10 python3; do
      if "$python" -m venv --clear .venv-uv && .venv-uv/bin/python -m pip install --quiet --require-hashes -r requirements-uv.lock; then
        echo "$now" >.venv-uv/.stamp
        uv=.venv-uv/bin/uv
        return
      fi
    done >>"$log" 2>&1
  fi
}

# Networks that look into TLS have certificates that only the system knows.
with_uv() { [ -n "$uv" ] && { "$uv" "$@" || UV_SYSTEM_CERTS=1 UV_NATIVE_TLS=1 "$uv" "$@"; }; }

# A lock names all that is needed, and requirements.lock leaves out some of what Rasa says that it needs: hence --no-deps.
# pip comes after uv, since it knows mirrors and proxies that uv may not.
install() {
  VIRTUAL_ENV="$PWD/$name" with_uv pip install --quiet --no-deps --require-hashes -r "$1" && return
  "$name/bin/python" -m ensurepip
  "$name/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r "$1"
}

own_python() { # the path of a Python 3.10 that pyenv or the system has
  local version
  if command -v pyenv >/dev/null && version=$(pyenv versions --bare 2>/dev/null | grep -E '^3\.10\.' | tail -n 1) && [ -n "$version" ]; then
    PYENV_VERSION=$version pyenv which python
  elif command -v python3.10 >/dev/null && python3.10 -c 'import ensurepip' 2>/dev/null; then
    command -v python3.10
  fi
}

make_venv() { # with our own Python, one that uv fetches, or one that pyenv builds
  local python
  python=$(own_python)
  with_uv venv --quiet --clear --python "${python:-3.10}" "$name" && return
  if [ -z "$python" ] && command -v pyenv >/dev/null; then
    echo "Building Python 3.10 with pyenv (some minutes) …" >&3
    pyenv install --skip-existing 3.10 && python=$(own_python)
  fi
  [ -n "$python" ] && "$python" -m venv --clear "$name"
}

if [ "$what" = test ] || [ "$what" = diet ]; then
  now=$(stamp requirements.lock "$lock")
  stamped "$name" ".stamp-$what" "$now" && exit 0
  find_uv
  echo "Installing what $lock adds ($size) …"
  install "$lock" >>"$log" 2>&1 || fail "The packages of $lock could not be installed – is there a network? See $log."
  echo "$now" >"$name/.stamp-$what"
  exit 0
fi

now=$(stamp "$lock" scripts/setup.sh)
stamped "$name" .stamp "$now" && exit 0

echo "Making $name with Python 3.10 …"
: >"$log"
find_uv
if ! make_venv 3>&1 >>"$log" 2>&1; then
  if [ -n "$uv" ]; then
    fail "Python 3.10, which Rasa runs on, is not here and could not be fetched – is there a network? See $log; pyenv or a python3.10 of your own do as well."
  fi
  fail "Python 3.10, which Rasa runs on, is not here: run apt-get install python3-venv (as root) and try again, and it is fetched; uv, pyenv or python3.10 do as well."
fi
echo "Installing the locked packages ($size) …"
install "$lock" >>"$log" 2>&1 || fail "The packages could not be installed – is there a network? See $log."
if [ "$name" = .venv ]; then
  # However Rasa is started, the plain `rasa` command included: its telemetry is off, and it starts where TensorFlow is not installed.
  site=$("$name/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
  ln -sf ../../../../bot/rasa/lean_imports.py "$site/rasa_without_tensorflow.py"
  echo 'import rasa_without_tensorflow; rasa_without_tensorflow.install(real_first=True)' >"$site/rasa_without_tensorflow.pth"
  echo 'import os; os.environ["RASA_TELEMETRY_ENABLED"] = "false"' >"$site/no_telemetry.pth"
  # Compile what a start imports, once: neither where Python may write nothing then, nor at the first start has anybody to wait for it.
  env -u PYTHONDONTWRITEBYTECODE "$name/bin/python" -W ignore - >>"$log" 2>&1 <<'PYTHON' || true
import sys
from importlib import import_module
from pathlib import Path
sys.path.insert(0, ".")
from bot.rasa.lean_imports import install, leave_out_unserved
install()
leave_out_unserved()
for path in sorted(Path("bot/rasa").rglob("*.py")):
    import_module(".".join(path.with_suffix("").parts))
import_module("rasa.graph_components.validators.default_recipe_validator")
PYTHON
fi
echo "$now" >"$name/.stamp"
