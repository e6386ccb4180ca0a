# Every target sets up what it needs in .venv, from the hash-pinned files in requirements/, and is quick the second time.
# Needs Python 3.11 or newer (PYTHON=… names another one), for `make lint` Node.js, and for `make test` Chromium and a
# Korean font too.
# J=… says how many tests run at once (else one more than there are processors, since some wait for a browser).
# ARGS=… goes to the `proceedings` command: make check ARGS=--translations

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip -qq --disable-pip-version-check
# On a terminal pip shows what it downloads; a log gets nothing but errors.
PIP_SPEAKS := $(if $(MAKE_TERMOUT),$(subst -qq ,,$(PIP)),$(PIP))
LOCK := $(BIN)/uv pip compile --quiet --no-config --system-certs --no-python-downloads \
	--universal --python-version 3.11 --generate-hashes --custom-compile-command "make lock" $(if $(UPGRADE),--upgrade)
# Each file that pip takes has its sum in requirements/. What comes as source is named here and built with what
# requirements/build.txt pins: in isolation pip would fetch whatever setuptools is newest, and look at no sum.
PINNED := --require-hashes --only-binary :all:
FROM_SOURCE := --no-binary kiwipiepy-model --no-build-isolation

# A file's tests run one after the other, since they share what they built; tests/conftest.py says which go first.
J ?= $(shell expr $$(getconf _NPROCESSORS_ONLN) + 1)
PYTEST := $(BIN)/pytest --quiet --numprocesses $(J) --dist loadgroup --no-loadscope-reorder
START := $(shell date +%s)

# What the browser runs, and its tests; prettier takes the length of a line from .editorconfig.
PRETTIER := build/node/javascript/node_modules/.bin/prettier
SCRIPTS := "generator/theme/assets/**/*.js" "tests/**/*.js"

export PYTHONUTF8 := 1
export NO_MKDOCS_2_WARNING := 1
# Node.js knows only its own list of authorities; a network with one of its own keeps it in the system's.
export NODE_EXTRA_CA_CERTS ?= $(wildcard /etc/ssl/certs/ca-certificates.crt)

# A .venv whose Python was removed or replaced by another version is made anew.
$(shell $(BIN)/python -c "import pip" 2>/dev/null || rm -f $(BIN)/python .venv/*.stamp)

# For a recipe that opens a browser: CHROMIUM names the one that tests/browser-setup finds.
with_browser = browser=$$(tests/browser-setup) && CHROMIUM=$$browser

for_tests := .venv/dev.stamp build/node/javascript/installed build/node/quality/installed build/node/programs/installed
# Pytest ends with 5 when there was nothing to run.
none_found = { ended=$$?; [ $$ended != 5 ] || echo "no test's path or name holds '$(T)'" >&2; (exit $$ended); }

# A recipe that says how long it took, what it was made of too; it ends as the command does.
define timed
@$(1); ended=$$?; \
	seconds=$$(($$(date +%s) - $(START))); echo "make $@: $$((seconds / 60)) min $$((seconds % 60)) s"; exit $$ended
endef

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: help site assemble serve check test quick coverage lint lint-form format architecture audit fuzz engines package wheelhouse bench bench-lighthouse bench-bytes bench-search shots lock clean

help: ## This list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-16s %s\n", $$1, $$2}' Makefile

site: .venv/site.stamp ## Build both languages into site/
	@$(BIN)/proceedings build $(ARGS)

assemble: .venv/site.stamp ## Make one site of the shards in build/shards/ (make site ARGS="--shard 1/4" makes one of them)
	@$(BIN)/proceedings assemble $(ARGS) build/shards

serve: .venv/site.stamp ## Show the site while you write, with live reload
	@$(BIN)/proceedings serve $(ARGS)

check: .venv/site.stamp ## Check the records in content/ and name every problem
	@$(BIN)/proceedings check $(ARGS)

test: $(if $(T),,lint) $(for_tests) ## Lint, then all tests (T=rules: those whose path or name holds the word, without lint)
	$(call timed,echo "pytest: $(or $(T),tests/)"; $(with_browser) $(PYTEST) --word "$(T)" || $(none_found))

quick: lint $(for_tests) ## Lint, then the tests that need neither a browser nor a built site or volume
	$(call timed,echo "pytest: without a browser or a built site" && $(PYTEST) -m "not browser and not builds")

coverage: $(for_tests) ## Which lines of generator/ all tests run, processes that they start included
	$(call timed,$(with_browser) $(PYTEST) --cov --cov-report term:skip-covered)

lint: .venv/dev.stamp build/node/javascript/installed ## Rules, form and types of the code, and what the workflows may do
	@echo "mypy: types, beside the rest, which follows"
	@$(BIN)/mypy --no-error-summary >build/mypy.txt 2>&1 & types=$$!; \
		$(MAKE) --no-print-directory lint-form; form=$$?; \
		wait $$types || { echo "mypy: types" >&2; cat build/mypy.txt >&2; form=1; }; exit $$form

lint-form:
	@echo "ruff: rules"
	@$(BIN)/ruff check --quiet .
	@echo "ruff: form"
	@$(BIN)/ruff format --quiet --check .
	@echo "import-linter: which package imports which"
	@$(BIN)/lint-imports --no-logo --no-cache >build/lint-imports.txt || { cat build/lint-imports.txt >&2; exit 1; }
	@echo "prettier: form of JavaScript"
	@$(PRETTIER) --log-level warn --check $(SCRIPTS)
	@echo "tsc: types of JavaScript"
	@build/node/javascript/node_modules/.bin/tsc --project tests/javascript
	@echo "zizmor: workflows"
	@$(BIN)/zizmor --offline --persona pedantic --quiet .github

format: .venv/dev.stamp build/node/javascript/installed ## Write all code in the form that lint asks for
	@$(BIN)/ruff format --quiet .
	@$(PRETTIER) --log-level warn --write $(SCRIPTS)

architecture: .venv/dev.stamp ## Write the picture and the table in ARCHITECTURE.md anew, from the code
	@$(BIN)/python -m tests.contributing.architecture

audit: .venv-audit/installed ## Known vulnerabilities of what requirements/ pins; without a network it says so
	@.venv-audit/bin/python -m tests.supply.audit $(ARGS)

fuzz: .venv-fuzz/installed .venv/dev.stamp ## Look for inputs that break the reader, the fields, the escaping or a build (ARGS="corpora --seconds 600")
	@.venv-fuzz/bin/python -m tests.fuzz $(ARGS)

engines: .venv-engine/installed ## Build with MkDocs and with ProperDocs, which could take its place, and compare every page
	@.venv-engine/bin/python -m pip -qq --disable-pip-version-check install --no-deps --no-build-isolation --editable .
	@.venv-engine/bin/python -m tests.supply.engines $(ARGS)

package: .venv/dev.stamp ## The wheel and the sdist, checked, in build/package/
	@rm -rf build/package
	@$(BIN)/hatchling build -d build/package >/dev/null
	@$(BIN)/twine --no-color check --strict build/package/*
	@! grep -n "/example/" pyproject.toml || echo "that address is an example: write yours before you publish the files"

wheelhouse: site ## All that a machine without a network needs to build the same site, in build/wheelhouse/
	@rm -rf build/wheelhouse
	@$(PIP_SPEAKS) wheel $(PINNED) $(FROM_SOURCE) --no-deps --wheel-dir build/wheelhouse/wheels --requirement requirements/site.txt
	@$(BIN)/hatchling build -t wheel -d build/wheelhouse/wheels >/dev/null
	@$(BIN)/python -m tests.supply.wheelhouse build/wheelhouse

bench: .venv/dev.stamp .venv-bench/installed ## The product beside its peers (ROW=serve: this row; ROW=steps: a build's parts; SIZE=0.1: of a tenth of the records; TIMES=1)
	@$(with_browser) $(BIN)/python -m tests.bench $(addprefix --row ,$(ROW)) $(addprefix --size ,$(SIZE)) $(addprefix --times ,$(TIMES)) $(ARGS)

bench-lighthouse: .venv/dev.stamp build/node/bench/installed site ## Lighthouse's four scores of the main pages, on a phone
	@$(with_browser) $(BIN)/python -m tests.bench.lighthouse

bench-bytes: .venv/dev.stamp site ## What the first view of the Korean home page costs to load
	@$(with_browser) $(BIN)/python -m tests.bench.bytes

bench-search: .venv/dev.stamp build/node/bench/installed ## What readers find, beside Material's search and Pagefind (ARGS="--filler 10000 --only ours --network")
	@$(with_browser) $(BIN)/python -m tests.bench.search $(ARGS)

shots: .venv/dev.stamp site ## Pictures of every page type, into build/shots/ (PAGES="home forum": of these alone; PAGES=readme: the README's)
	@$(with_browser) $(BIN)/python -m tests.bench.shots $(PAGES)

lock: | $(BIN)/python ## Pin what pyproject.toml asks for (UPGRADE=1: the newest allowed)
	@$(PIP) install $(PINNED) --requirement requirements/uv.txt
	@echo uv | $(LOCK) - --output-file requirements/uv.txt
	@$(LOCK) pyproject.toml --extra search --extra pdf --output-file requirements/site.txt
	@$(LOCK) --group build --constraints requirements/site.txt --output-file requirements/build.txt
	@$(LOCK) pyproject.toml --group dev --extra search --extra pdf --constraints requirements/site.txt \
		--constraints requirements/build.txt --output-file requirements/dev.txt
	@$(LOCK) pyproject.toml --group fuzz --constraints requirements/site.txt --output-file requirements/fuzz.txt
	@$(LOCK) pyproject.toml --group engine --group build --constraints requirements/site.txt \
		--constraints requirements/build.txt --output-file requirements/engine.txt
	@$(LOCK) --group bench --constraints requirements/site.txt --output-file requirements/bench.txt
	@echo 'pip-audit>=2.10,<3' | $(LOCK) - --output-file requirements/audit.txt
	@echo "requirements/: pinned; look at the difference, then make test"

clean: ## Remove what was built; .venv stays
	@rm -rf site site.* site-offline site-offline.* .hypothesis
	@[ ! -d build ] || find build -mindepth 1 ! -type d ! -name .gitkeep -delete
	@[ ! -d build ] || find build -mindepth 1 -type d -empty -delete
	@echo "Removed site/, site-offline/ and what was in build/."

# A stamp is as new as the last time .venv got the packages that its lock names.
define install
@packages=$$(grep -c '^[a-z].*==' $<); case "$${PROCEEDINGS_LANG:-$${LC_ALL:-$${LC_MESSAGES:-$$LANG}}}" in \
	ko*) echo ".venv: $<의 꾸러미 $$packages개를 내려받아 설치합니다. 처음 한 번만 하며, 내려받는 데 가장 오래 걸립니다." ;; \
	*) echo ".venv: downloading and installing the $$packages packages of $< (once; the download takes longest)" ;; esac
@$(PIP) install $(PINNED) --requirement requirements/build.txt
@$(PIP_SPEAKS) install $(PINNED) $(FROM_SOURCE) --requirement $<
@$(PIP) install --no-deps --no-build-isolation --editable .
@conflicts=$$($(BIN)/python -m pip check) || \
	{ echo "$$conflicts" >&2; echo "pyproject.toml and requirements/ differ; run: make lock" >&2; exit 1; }
@touch $@
endef

.venv/site.stamp: requirements/site.txt requirements/build.txt pyproject.toml | $(BIN)/python
	$(install)

# Node.js packages for tests/javascript, tests/quality, tests/programs and tests/bench; the lock there pins each by its hash.
build/node/%/installed: tests/%/package.json tests/%/package-lock.json
	@command -v npm >/dev/null || \
		{ echo "npm was not found; install Node.js 20 or newer with npm (Debian: sudo apt-get install nodejs npm)" >&2; exit 1; }
	@echo "$(@D): installing $< (once)"
	@mkdir -p $(@D)
	@cp tests/$*/package.json tests/$*/package-lock.json tests/$*/.npmrc $(@D)
	@npm ci --ignore-scripts --loglevel=error --prefix $(@D)
	@touch $@

# The development packages include those of the site, so that one set-up serves both.
.venv/dev.stamp: requirements/dev.txt requirements/site.txt requirements/build.txt pyproject.toml | $(BIN)/python
	$(install)
	@touch .venv/site.stamp

# Tools with many packages of their own, each kept apart from what the site is made with.
.venv-%/installed: requirements/%.txt | $(BIN)/python
	@echo "$(@D): installing $< (once)"
	@$(PYTHON) -m venv --clear $(@D)
	@$(@D)/bin/python -m pip -qq --disable-pip-version-check install $(PINNED) --requirement $<
	@touch $@

$(BIN)/python:
	@command -v $(PYTHON) >/dev/null || \
		{ echo "$(PYTHON) was not found; install Python 3.11 or newer, or name it: make PYTHON=/path/to/python3" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "$$($(PYTHON) --version) is too old; Python 3.11 or newer is needed: make PYTHON=/path/to/python3" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
		{ echo "$(PYTHON) lacks the venv module; on Debian and Ubuntu: sudo apt-get install python3-venv" >&2; exit 1; }
	@echo ".venv: made with $$($(PYTHON) --version)"
	@$(PYTHON) -m venv --clear .venv
