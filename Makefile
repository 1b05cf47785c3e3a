# Two commands for a newcomer: `make run` and `make test`. Both set themselves up inside this checkout.
PY := .venv/bin/python
PYTEST := $(PY) -m pytest
# three workers, and every server that a test starts, would compile everything anew
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help run setup check test test-emulate bench learn lock pictures clean

help:            ## Show this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

run: setup       ## Start the hotline: citizen chat on :8000, duty desk on :8001
	@.venv/bin/tppo serve

setup:           ## Make .venv from requirements.lock (quick when nothing changed)
	@sh tools/setup.sh

check: setup     ## The fast part: format, lint, types, imports, unit tests
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	$(PY) -m mypy
	.venv/bin/lint-imports
	$(PYTEST) -q -n 3 -m "not slow"

# three at a time: they mostly wait; the group "load" keeps what loads or measures the machine on one worker
test: check      ## Everything: check, then crash, load, PostgreSQL and browser tests and the whole labelled collections
	$(PYTEST) -q -n 3 --dist loadgroup -m slow

test-emulate: setup ## WhatsApp before npm's emulator of Twilio (needs Node; fetched into .emulate, pinned)
	npm install --prefix .emulate --no-save --no-package-lock --no-audit --no-fund emulate@0.11.2
	$(PYTEST) -q tests/emulate/twilio_emulated.py

bench: setup     ## Side-by-side figures, one JSON line each, as ratios to a floor of the same run
	$(PY) -m tests.bench

learn: setup     ## Learn the weights of understanding anew from tests/understanding (fetches scikit-learn)
	@test -d .venv/learn || $(PY) -m pip install -q --target .venv/learn numpy==2.4.6 scikit-learn==1.9.1 scipy==1.17.1
	PYTHONPATH=.:.venv/learn $(PY) -m tests.understanding.learn

lock:            ## Pin every dependency anew (needs the registry)
	@sh tools/lock.sh

pictures: setup  ## Make docs/pictures anew from the running hotline (needs a Chromium)
	TPPO_PICTURES=1 TPPO_REQUIRE_BROWSER=1 $(PYTEST) -q -m browser

clean:           ## Remove the environment and caches, never your data
	rm -rf .venv .emulate .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
