# The entries of every day. `make` alone lists them. Everything is written inside this folder.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
SHELL := /bin/sh

BIN := .venv/bin
LOCKED := .venv/locked

# Caches stay in the checkout: pip's and uv's, and those of whatever follows the XDG convention.
export XDG_CACHE_HOME := $(CURDIR)/.cache
export PIP_CACHE_DIR := $(CURDIR)/.cache/pip
export UV_CACHE_DIR := $(CURDIR)/.cache/uv
export HYPOTHESIS_STORAGE_DIRECTORY := $(CURDIR)/.cache/hypothesis
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PYTHONUTF8 := 1

PYTEST := $(BIN)/pytest
TWO_CORES := --numprocesses=2 --dist=worksteal

.PHONY: help demo test check bench soak test-system accept-goldens schemas lock wheel clean

help:  ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1: /p' Makefile | awk -F': ' '{ printf "make %-16s %s\n", $$1, $$2 }'

# --- the environment, made once and again when the lock changes ---------------------------------

# A version that python3 or a shim only promises does not count: each candidate has to run.
$(LOCKED): requirements/dev.txt
	@for candidate in $(PYTHON) python3 python3.14 python3.13 python3.12 python3.11; do \
		if "$$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then found="$$candidate"; break; fi; \
	done; \
	if [ -z "$$found" ]; then \
		echo 'Python 3.11 or newer is needed and was not found. Install it, or name it: make PYTHON=/path/to/python3.12' >&2; exit 1; \
	fi; \
	echo "making .venv with $$found (this happens once, and again when requirements/dev.txt changes)"; \
	"$$found" -m venv .venv
	@$(BIN)/python -m pip install -qq --require-hashes --requirement requirements/dev.txt
	@$(BIN)/python -m pip install -qq --no-deps --no-build-isolation --editable .
	@touch $@

# --- the entries of every day -------------------------------------------------------------------

demo: $(LOCKED)  ## the main job from end to end on the two districts, with made-up people
	@$(BIN)/policyengine demo

test: $(LOCKED)  ## all tests that need Python alone, with the coverage of floors 0 to 5
	@$(PYTEST) $(TWO_CORES) --cov --cov-report=term

check: $(LOCKED)  ## style, types, floors, policies, and whether the derived schemas are fresh
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo --cache-dir .cache/import-linter
	$(BIN)/policyengine check policies/*.yaml
	$(BIN)/python schemas/build.py --check

bench: $(LOCKED)  ## how long the verbs take, beside a bare interpreter
	@$(BIN)/python benchmarks/verbs.py

# The last -m wins: soak takes in what the configuration leaves out, and never selects nothing.
soak: $(LOCKED)  ## the laws with ten times the examples, and the tests that take long
	@$(PYTEST) $(TWO_CORES) -m 'not system' --hypothesis-profile=soak

test-system: $(LOCKED)  ## tests that build, install and start programs
	@$(PYTEST) -m system

accept-goldens: $(LOCKED)  ## write the golden files anew; read `git diff tests/golden` before you commit them
	@$(PYTEST) --accept-goldens

# --- now and then -------------------------------------------------------------------------------

schemas: $(LOCKED)  ## derive the JSON Schemas from their source
	@$(BIN)/python schemas/build.py

COMPILE := .cache/lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate \
	--no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock'

lock: $(LOCKED)  ## write the lock files anew; `make lock UPGRADE=--upgrade` takes the newest versions
	@$(BIN)/python -m venv .cache/lock
	@.cache/lock/bin/python -m pip install -qq --require-hashes --requirement requirements/lock.txt
	@$(COMPILE) $(UPGRADE) pyproject.toml --output-file requirements/runtime.txt
	@$(COMPILE) $(UPGRADE) pyproject.toml requirements/dev.in --constraint requirements/runtime.txt --output-file requirements/dev.txt
	@$(COMPILE) $(UPGRADE) requirements/lock.in --output-file requirements/lock.txt

wheel: $(LOCKED)  ## the source archive and the wheel, in dist/
	@$(BIN)/python -m build --no-isolation --outdir dist

clean:  ## remove everything that make has made
	rm -rf .venv .cache dist build demo .hypothesis
	find policyengine tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +
