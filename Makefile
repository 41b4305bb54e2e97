# `make run` starts the assistant; `make test` shows that it works. Each installs what it needs.
.DEFAULT_GOAL := help
PYTHON := .venv/bin/python
export RASA_TELEMETRY_ENABLED := false

.PHONY: help run test check train evaluate understanding danger embeddings encoder topology bench screenreader screens lock diet setup tests dev clean

help: ## Say what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

run: setup ## Install, train when needed, start, and print the address
	@$(PYTHON) -m bot run

test: setup tests dev ## Install and pass every check, cheapest first
	@scripts/test.sh

check: setup ## Check every answer, figure and date
	@$(PYTHON) -m bot check

train: setup ## Train the model when it is missing or older than its data
	@$(PYTHON) -m bot train

evaluate: setup train ## Measure understanding on the held-out utterances
	@$(PYTHON) -m bot evaluate tests/nlu/heldout*.tsv

understanding: setup train ## Measure understanding and renew docs/understanding-measured.md
	@$(PYTHON) -m bot evaluate tests/nlu/heldout*.tsv --danger tests/danger/heldout_*.tsv --page docs/understanding-measured.md

danger: setup train ## Measure how danger is heard on the held-out writers
	@$(PYTHON) -m bot danger tests/danger/heldout_*.tsv --ways

embeddings: setup ## Make the shipped embeddings of the training utterances anew
	@$(PYTHON) -m bot embeddings

encoder: setup ## Tune the sentence encoder anew (hours on two cores, minutes on a graphics card), then its embeddings
	@scripts/setup.sh encoder
	@.venv-encoder/bin/python -m tuning.tune
	@$(PYTHON) -m bot embeddings

topology: setup tests train ## Run nginx, two replicas, PostgreSQL and Valkey, and break them one by one (minutes)
	@$(PYTHON) -m pytest -m slow -s tests/deploy

screenreader: setup dev ## Hear the pages with a real screen reader (Orca on a screen that nobody sees)
	@.venv-dev/bin/python -m pytest -rs tests/screenreader

screens: setup dev ## Make the pictures of docs/screens anew
	@.venv-dev/bin/python -m scripts.screens

bench: setup tests train ## Measure against stock Rasa, nlp.js, a floor and plain search (an hour and 4 GB the first time; BENCH_QUICK=1 for a glance)
	@$(PYTHON) -m bench.compare

lock: ## Pin today's versions with hashes, and remove nothing that is pinned already
	@scripts/lock.sh

diet: setup ## Add TensorFlow, for those who choose Rasa's DIET or TED (2 GB)
	@scripts/setup.sh diet

setup:
	@scripts/setup.sh

tests:
	@scripts/setup.sh test

dev:
	@scripts/setup.sh dev

clean: ## Remove everything that can be made again
	@rm -rf .venv .venv-dev .venv-encoder .venv-uv .cache var models/*.tar.gz
