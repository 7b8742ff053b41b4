# Two commands set everything up: `make demo` and `make test`. Python 3.11-3.13 with its venv module
# (Debian: python3-venv) and make, nothing else.
PYTHON ?= $(shell for v in python3.13 python3.12 python3.11 python3; do \
  $$v -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && echo $$v && break; done)
BIN := .venv/bin
INSTALLED := .venv/.installed

.PHONY: demo test test-long lint format bench weights glossaries picture clean

demo: $(INSTALLED) ## check the shipped example articles, print the report, write the HTML
	@$(BIN)/transcheck check examples/articles; code=$$?; [ $$code -le 1 ]
	@$(BIN)/transcheck check examples/articles --exit-zero -o report.html 2>/dev/null
	@echo "The same report for an editor: report.html"

test: $(INSTALLED) ## run all tests (minutes-long ones: make test-long)
	$(BIN)/python -m pytest -m "not long" -n 2

test-long: $(INSTALLED)
	$(BIN)/python -m pytest -m long -n 2

lint: $(INSTALLED)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/transcheck glossary lint glossaries/*.csv
	$(BIN)/transcheck glossary test -j 2 glossaries/*.csv
	$(BIN)/transcheck glossary fmt --check glossaries/*.csv

format: $(INSTALLED)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(INSTALLED) ## accuracy and speed, each figure beside its goal and a peer
	$(BIN)/python -m benchmarks.accuracy
	$(BIN)/python -m benchmarks.whole_program
	$(BIN)/python -m benchmarks.speed
	$(BIN)/python -m benchmarks.lint_defects

weights: $(INSTALLED) ## fit the damage tables and the judgements anew (minutes)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev,bench]'
	for part in damage likeness direction matches; do $(BIN)/python -m benchmarks.training $$part; done

glossaries: $(INSTALLED) ## write countries.csv, cities.csv and places-balkans.csv anew: the same bytes
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev,bench]'
	$(BIN)/python -m benchmarks.glossaries
	$(BIN)/transcheck glossary lint glossaries/*.csv
	$(BIN)/transcheck glossary fmt --check glossaries/*.csv

$(INSTALLED): pyproject.toml
	@[ -n "$(PYTHON)" ] || { echo "transcheck needs Python 3.11 or newer"; exit 2; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || \
	  { echo "$(PYTHON) has no venv module: on Debian and Ubuntu, apt-get install python3-venv"; exit 2; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@

clean:
	rm -rf .venv report.html report build dist

picture: $(INSTALLED) ## docs/report.png: the report of an example, as README shows it (needs Chromium)
	@mkdir -p build
	$(BIN)/transcheck check examples/articles/bridge-talks.txt --exit-zero -o build/report.html
	chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --no-first-run \
	  --disable-background-networking --user-data-dir=build/chromium --window-size=1440,1190 \
	  --screenshot=docs/report.png file://$(CURDIR)/build/report.html
