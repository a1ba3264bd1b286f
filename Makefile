# Everything a developer or a user needs. `check` never edits; `format` does.
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.installed

.DEFAULT_GOAL := help
.PHONY: help setup demo test explore fuzz check format bench lock clean

help:  ## this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

setup: $(STAMP)  ## make .venv/bin/lessonbook, with what tests and checks need

$(STAMP): requirements/development.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Lessonbook needs Python 3.11 or newer; set PYTHON=/path/to/python3.11"; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/development.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(STAMP)

demo: setup  ## import the sample collection, publish the next digest into demo-output/
	@$(BIN)/python scripts/demo.py

test: setup  ## all tests; installs Chromium on Debian where it is missing
	@scripts/install_test_packages.sh
	$(BIN)/python -m pytest -n 2 --dist loadfile

explore: setup  ## try the properties with new examples; `make test` always tries the same
	$(BIN)/python -m pytest -n 2 --dist loadfile --hypothesis-profile=exploring tests/property

SECONDS ?= 60
fuzz: setup  ## try the readers with changed files for SECONDS=60
	$(BIN)/python scripts/fuzz_readers.py $(SECONDS)

bench: setup  ## every benchmark, each against a named peer in the same run
	$(BIN)/python benchmarks/reading_pdf.py
	$(BIN)/python benchmarks/rendering.py
	$(BIN)/python benchmarks/import_cases.py
	$(BIN)/python benchmarks/reading_reports.py
	$(BIN)/python benchmarks/ocr.py --pages 7
	$(BIN)/python -m benchmarks.import_reports --reports 500

clean:  ## remove what can be made again
	rm -rf .venv demo-output build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

check: setup  ## format, lint, types, import contracts; edits nothing
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: setup  ## put the code in order
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lock:  ## write requirements/*.txt anew (needs uv)
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet \
	  pyproject.toml -o requirements/run.txt
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet \
	  pyproject.toml requirements/build.in --group test --group check --group bench -o requirements/development.txt
