# Everything a newcomer types: demo, test, bench, check.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# What `make bench` reads; the sample corpus where this file is not.
BENCH ?= ../shared/data/politics_sample.jsonl.gz

.PHONY: demo test check bench clean

$(BIN)/dateline: requirements/run.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Dateline needs Python 3.11 or newer; name one: make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps -e .
	@touch $@

$(VENV)/test-ready: $(BIN)/dateline requirements/test.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/test.txt
	@touch $@

demo: $(BIN)/dateline  ## build the sample corpus and print its chronicle
	@$(BIN)/dateline demo

test: check  ## everything that must hold
	$(BIN)/python -m pytest --numprocesses 2 --dist loadfile

bench: $(VENV)/test-ready  ## build against bare spaCy, as a ratio
	$(BIN)/python -m dateline.evaluate.bench $(wildcard $(BENCH))

check: $(VENV)/test-ready  ## linters and types only
	$(BIN)/ruff check src tests
	$(BIN)/ruff format --check src tests
	$(BIN)/mypy
	$(BIN)/lint-imports

clean:
	rm -rf $(VENV)
