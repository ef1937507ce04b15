# Everything a person does with the project has one word here; each sets itself up first.
# ARGS passes options on:  make demo ARGS="--port 8090"   make test ARGS="-k release"

export PYTHON
BIN := .venv/bin
ARGS ?=
# Tests run in parallel on every logical core, four at most; WORKERS=0 runs them in one process.
WORKERS ?= logical

.DEFAULT_GOAL := help
.PHONY: help setup demo run test check harness bench lock migrate runtime dev

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

setup: dev ## Make .venv with everything that developing needs (the others do it by themselves)
	@echo "setup: .venv is ready; try make demo"

demo: runtime ## Play a trade in the browser: sandbox, bot and a seeded market, no token needed
	@$(BIN)/otcdesk demo $(ARGS)

run: runtime ## Run the bot by polling; settings as in otcdesk.example.toml
	@$(BIN)/otcdesk run $(ARGS)

migrate: runtime ## Bring the configured database to this version's schema
	@$(BIN)/otcdesk admin migrate $(ARGS)

test: dev ## Run every test, on SQLite and on a PostgreSQL the tests start themselves
	@$(BIN)/python -m pytest -n $(WORKERS) --maxprocesses=4 --dist worksteal $(ARGS)

check: dev ## Check style, types, layers, locks, documents and house rules, without running the desk
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/otcdesk admin docs --check
	$(BIN)/python -m pytest -q tests/architecture

harness: dev ## Run the heavy harnesses at full size (minutes to hours)
	@HARNESS_SIZE=full $(BIN)/python -m pytest -m harness $(ARGS)

bench: dev ## Measure, each figure against a baseline taken in the same run
	@$(BIN)/python -m tests.benchmarks $(ARGS)

# Two locks, because whoever only runs the desk needs no test tools. Pins stay as they are unless
# pyproject.toml forbids them; ARGS=--upgrade moves them. No host name gets in: anyone's index will do.
LOCK := $(BIN)/uv pip compile pyproject.toml --quiet --universal --generate-hashes --no-header \
	--no-emit-index-url --no-emit-find-links --extra build
lock: dev ## Write both locks anew from pyproject.toml
	$(LOCK) -o requirements.lock $(ARGS)
	$(LOCK) -o requirements-dev.lock --extra dev --extra e2e -c requirements.lock $(ARGS)

runtime:
	@.ci/venv requirements.lock

dev:
	@.ci/venv requirements-dev.lock
