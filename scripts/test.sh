#!/usr/bin/env bash
# The ladder of checks, cheapest first; stops at the first that fails.
set -euo pipefail
cd "$(dirname "$0")/.."
export RASA_TELEMETRY_ENABLED=false PYTHONWARNINGS=ignore SQLALCHEMY_SILENCE_UBER_WARNING=1
export VEIVALG_THOROUGH=1 # properties on all their examples (tests/thorough.py)
python=.venv/bin/python dev=.venv-dev/bin
mkdir -p var

step() { # step "what it does" command …
  local what=$1 started=$SECONDS
  shift
  printf '%-58s' "$what …"
  if "$@" >var/step.log 2>&1; then
    printf ' ok (%d s)\n' $((SECONDS - started))
  else
    printf ' failed\n\n'
    tail -n 60 var/step.log
    exit 1
  fi
}

trap 'kill $(jobs -p) 2>/dev/null || true' EXIT

beside() { # beside NAME command … : begins on the other core; `step "what it does" joined NAME` waits for it
  local name=$1
  shift
  "$@" >"var/$name.log" 2>&1 &
  printf -v "pid_$name" %s $!
}

trained() { # trained command … : when `beside training` has ended well; what fails there is told by its own step
  while kill -0 "$pid_training" 2>/dev/null; do sleep 1; done
  "$@"
}

joined() {
  local pid="pid_$1" result=0
  wait "${!pid}" || result=$?
  cat "var/$1.log"
  return $result
}

stories() { # with the model that was just trained
  $python -m bot.rasa.cli test core --stories tests/stories --model "$($python -m bot train --print-name)" \
    --out var/stories --fail-on-prediction-errors
}

browser() { # the web part, in an environment of its own
  local name
  for name in chromium chromium-browser google-chrome google-chrome-stable; do
    if command -v $name; then
      $dev/python -m pytest tests/browser
      return
    fi
  done
  echo "All other checks passed. The last ones need a browser, and there is none: install one (apt-get install chromium), and try again."
  return 1
}

step "Style (ruff)" $dev/ruff check .
step "Form (ruff format)" $dev/ruff format --check .
step "Types (mypy)" $dev/mypy --python-executable $python
step "Layers (import-linter)" $dev/lint-imports
step "Known advisories (scripts/audit.py)" $python scripts/audit.py
step "Content (python -m bot check)" $python -m bot check
step "Contact data (python -m bot contacts import)" $python -m bot contacts import
beside training $python -m bot train
beside understanding trained $python -m pytest tests/nlu
step "Unit and property tests" $python -m coverage run -m pytest tests/unit tests/rasa_contract
tail -n 1 var/step.log
step "Lines of bot that they run (floor in pyproject.toml)" $python -m coverage report
grep '^TOTAL' var/step.log
step "Deployment (nginx, Compose, systemd)" $python -m pytest tests/deploy
step "Training data (rasa data validate)" $python -m bot.rasa.cli data validate --fail-on-warnings
step "Training, begun beside the unit tests" joined training
step "Stories (rasa test)" stories
step "HTTP tests" $python -m pytest tests/http
tail -n 1 var/step.log
step "The web in a real browser" browser
if command -v orca >/dev/null && command -v Xvfb >/dev/null && command -v dbus-daemon >/dev/null; then
  step "What a real screen reader says (Orca)" $dev/python -m pytest tests/screenreader
else
  echo "No screen reader was heard: Orca is not installed (apt-get install orca xvfb at-spi2-core dbus)."
fi
step "Understanding, begun when the model was trained" joined understanding
tail -n 1 var/step.log
