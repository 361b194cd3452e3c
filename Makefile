# The door of Framework Press. `make` alone says what there is.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

PYTHON ?= python3
BIN := .venv/bin
SETUP := PYTHON=$(PYTHON) tools/setup.sh
RUNTIME := .venv/.installed
DEV := .venv/.installed-dev
NODE := node_modules/.package-lock.json

.PHONY: help
## help     say what there is
help:
	@sed -n 's/^## /make /p' $(MAKEFILE_LIST)

.PHONY: site
## site     build the site and its PDFs into build/site
site: $(RUNTIME) diagram-tools
	@$(BIN)/tf build --format all --line-numbers
	@echo "The site is in build/site. To look at it: make serve, or python3 -m http.server -d build/site"

.PHONY: serve
## serve    show the site in a browser and rebuild it whenever a file is saved
serve: $(RUNTIME) diagram-tools
	@$(BIN)/tf serve

.PHONY: test
## test     run all tests, in a browser too
test: $(DEV) $(NODE) diagram-tools
	@$(SETUP) debian chromium java
	@$(BIN)/python -m pytest $(ARGS)

.PHONY: check
## check    check style, types, layers, schemas and the frameworks themselves
check: $(DEV)
	@$(BIN)/ruff format --check --quiet --output-format concise .
	@$(BIN)/ruff check --quiet --output-format concise .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/tf schema --check
	@$(BIN)/tf check

.PHONY: errata
## errata   replay published errors of IHE frameworks and tell which are caught
errata: $(DEV)
	@$(BIN)/python -m tests.errata

.PHONY: bench
## bench    measure the build, alone and against MkDocs
bench: $(DEV) diagram-tools
	@$(BIN)/python -m tests.benchmarks $(ARGS)

.PHONY: screenshots
## screenshots  make the README's pictures from the built site
screenshots: $(DEV) site
	@$(SETUP) debian chromium
	@$(BIN)/python tools/screenshots.py

.PHONY: schema
## schema   write model/schema anew from the model
schema: $(RUNTIME)
	@$(BIN)/tf schema

.PHONY: lock
## lock     write the lock files anew from pyproject.toml and package.json; UPGRADE=1 takes newer versions
lock: $(DEV)
	@$(LOCK) --extra build pyproject.toml -o requirements.txt
	@$(LOCK) --all-extras -c requirements.txt pyproject.toml -o requirements-dev.txt
	@npm $(if $(UPGRADE),update,install) --package-lock-only --ignore-scripts --loglevel=error >/dev/null

LOCK = $(BIN)/uv pip compile --quiet --no-config --universal --python-version 3.11 --fork-strategy fewest \
	--generate-hashes --no-emit-index-url --custom-compile-command 'make lock' $(if $(UPGRADE),--upgrade)

.PHONY: clean
## clean    remove everything that was generated or installed
clean:
	@rm -rf build .venv node_modules .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache *.egg-info
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

# --- what the targets above need -----------------------------------------------------------------------------------

.PHONY: diagram-tools
diagram-tools:
	@$(SETUP) debian dot fonts cjk

$(RUNTIME): requirements.txt pyproject.toml tools/setup.sh
	@$(SETUP) venv requirements.txt
	@touch $@

# It holds all that the runtime needs, in the same versions.
$(DEV): requirements-dev.txt requirements.txt pyproject.toml tools/setup.sh
	@$(SETUP) venv requirements-dev.txt
	@touch $(RUNTIME) $@

$(NODE): package-lock.json package.json .npmrc
	@$(SETUP) node
	@touch $@
