# Every command of the project; `make` alone lists them. Each does its own set-up.

PYTHON ?= $(shell sh packaging/find-python.sh)
VENV ?= .venv
PY := $(VENV)/bin/python
READY := $(VENV)/.ready
PEERS := build/bench/.ready
# What the first page says, packed so that it is painted at once (desktop_app/ui/first_words.py).
FIRST := resources/locale/first.en.txt

# Rooms whose every line and branch is to be tested; `make coverage` asks for 98 % in each of them.
CORE := rulebook answers judgement interview
COVERED := 98

# How many tests run at a time: as many as the machine has cores.
JOBS ?= auto

export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help run test coverage mutation covered setup libraries check check-report check-web atspi format lock bench package smoke faults fuzz screenshots matrix clean

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sort | sed -E 's/:.*## /\t/' | awk -F'\t' '{printf "  make %-12s %s\n", $$1, $$2}'

run: setup ## start the program
	@$(VENV)/bin/peer-ready

test: setup ## run the tests, without a screen (ARGS="-k months" narrows them, JOBS=0 runs them one by one)
	@QT_QPA_PLATFORM=offscreen $(PY) -m pytest -n $(JOBS) $(ARGS)

coverage: ## run the tests and ask for 98 % of lines and branches in the core rooms
	@rm -f .coverage .coverage.*
	@$(MAKE) --no-print-directory test ARGS="--cov --cov-report= $(ARGS)"
	@$(MAKE) --no-print-directory covered

covered: setup ## ask for 98 % in the core rooms of the last run with --cov
	@for room in $(CORE); do \
	    echo "== $$room"; \
	    $(PY) -m coverage report --include="desktop_app/$$room/*" --fail-under=$(COVERED) || exit 1; \
	done

mutation: setup ## change every place of the rule packs and see that one of their cases notices
	@$(PY) -m pytest -rP --no-header tests/packs/test_mutation.py

setup: libraries $(READY) $(FIRST) ## make .venv with everything in it (PYTHON=… picks the Python, VENV=… the folder)

libraries:
ifneq ($(SYSTEM_LIBRARIES),skip)
	@sh packaging/linux/system-libraries.sh $(if $(wildcard $(READY)),,"$(PYTHON)")
endif

$(READY): requirements/dev.txt pyproject.toml
	@test -n "$(PYTHON)"
	@echo "Setting up $(VENV) (once; a minute or two)"
	@"$(PYTHON)" -m venv $(VENV)
	@$(PY) -m pip install -qq --require-hashes --requirement requirements/dev.txt
	@$(PY) -m pip install -qq --no-deps --no-build-isolation --editable .
	@touch $@

$(FIRST): $(wildcard resources/locale/*/*.yaml resources/packs/*/*/words.*.yaml) desktop_app/ui/first_words.py | $(READY)
	@$(PY) -m desktop_app.ui.first_words

check: setup ## style, types, import contracts, unused and missing dependencies
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(PY) -m mypy
	@$(VENV)/bin/lint-imports
	@$(VENV)/bin/deptry .

format: setup ## let ruff sort the imports and lay out the code
	@$(PY) -m ruff check --fix-only --select I,UP .
	@$(PY) -m ruff format .

lock: ## write the lock files again, with hashes, for every system and Python (UPGRADE=1 takes newer releases)
	@test -x build/lock/bin/uv || { "$(PYTHON)" -m venv build/lock && build/lock/bin/python -m pip install --quiet uv; }
	build/lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	    $(if $(UPGRADE),--upgrade) pyproject.toml --output-file requirements/runtime.txt
	build/lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	    $(if $(UPGRADE),--upgrade) pyproject.toml --group dev --constraint requirements/runtime.txt \
	    --output-file requirements/dev.txt
	build/lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	    $(if $(UPGRADE),--upgrade) --group fuzz --output-file requirements/fuzz.txt
	build/lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	    $(if $(UPGRADE),--upgrade) --group bench --output-file requirements/bench.txt

check-report: setup ## have veraPDF look at reports of every size (fetches it, once)
	@$(PY) -m tests.verapdf

check-web: setup ## have an HTML validator and axe-core in headless Chromium look at reports as web pages (needs npm and chromium)
	@$(PY) -m tests.web

atspi: setup ## go through the interview and a caseload over the accessibility bus, as a screen reader does (Linux; installs its screen)
	@sh tests/atspi/packages.sh
	@$(PY) -m tests.atspi $(ARGS)

bench: setup $(PEERS) ## measure the speed, as ratios to a bare Qt program and to other printers of the same report
	@$(PY) -m compileall -q desktop_app # as every program is from its second start on
	@$(PY) -m tests.bench $(ARGS)

# What is only measured against lives apart from all else; where it can't be installed, those lines are left out.
$(PEERS): requirements/bench.txt | $(READY)
	@"$(PYTHON)" -m venv build/bench
	@build/bench/bin/python -m pip install -qq --require-hashes --requirement $< || echo "Measured without WeasyPrint and typst"
	@touch $@

package: setup ## build dist/peer-ready/, which runs without Python, and try it out
	@$(PY) packaging/build.py
	@$(PY) packaging/smoke_test.py

smoke: ## try out the built program again: self-test, a sheet to a PDF, no screen
	@$(PY) packaging/smoke_test.py

faults: setup ## kill, flip, cut, swap, fill the disk: what a saved file comes through (minutes; writes docs/reliability.md)
	@$(PY) -m tests.faults $(ARGS)

fuzz: setup ## feed hostile bytes to sheets, packs, settings and saved files (ARGS="store --seconds 600")
	@$(PY) -m pip install -qq --only-binary :all: --require-hashes --requirement requirements/fuzz.txt 2>/dev/null || echo "atheris has nothing for this system: inputs are changed by chance"
	@$(PY) -m tests.fuzz $(ARGS)

screenshots: setup ## take pictures of every page in every look (build/screenshots/), and those of the documents
	@QT_QPA_PLATFORM=offscreen $(PY) -m tests.screenshots $(ARGS)

matrix: setup ## look for clipped words on every page in every language, text size, theme and window (minutes)
	@MATRIX=1 QT_QPA_PLATFORM=offscreen $(PY) -m pytest -q -n $(JOBS) tests/ui/test_nothing_clipped.py $(ARGS)

clean: ## remove what was made here, .venv too
	rm -f resources/locale/first.*.txt
	rm -rf $(VENV) build dist .coverage .coverage.* htmlcov .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find desktop_app tests packaging -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true
