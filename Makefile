# What a person types. Each is a line or two on the tools below it; works with GNU make 3.81 and later.

BIN := .venv/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
SITE := .venv/.site-installed
ALL := .venv/.all-installed
BENCH := .venv/.bench-installed
AUDIT := .venv/.audit-installed
LOCKS := requirements.lock requirements-audit.lock benchmarks/requirements.lock

.PHONY: help install site serve check test coverage audit bench dist pictures lock clean

help: ## Say what can be typed
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1	\2/p' Makefile | expand -t 16

install: $(SITE) ## Install what the site needs into .venv

site: $(SITE) ## Check the events and build the site into site/
	@$(BIN)/timeline build
	@echo "To look at it: make serve, then http://127.0.0.1:8000/timeline/"

serve: $(SITE) ## Show the site at http://127.0.0.1:8000/timeline/ and build it anew at each change
	@$(BIN)/timeline serve

check: $(ALL) ## Check the events, the code's style and its types
	$(BIN)/timeline check
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/actionlint -no-color -shellcheck= -pyflakes= .github/workflows/*.yml
	$(BIN)/zizmor --offline --quiet --persona=pedantic .github timeline/starter/files/.github
	tools/scripts

test: check ## Check everything and run every test, in a browser too
	@browser=$$(tools/browser) && TIMELINE_BROWSER="$$browser" $(BIN)/python -m pytest --numprocesses=auto --dist=worksteal

coverage: $(ALL) ## Run every test, in twice the time, and tell which lines none of them runs
	@browser=$$(tools/browser) && TIMELINE_BROWSER="$$browser" $(BIN)/python -m pytest --numprocesses=auto --dist=worksteal --cov

audit: $(AUDIT) ## Ask whether a vulnerability is known of any pinned package
	$(BIN)/pip-audit --disable-pip --require-hashes $(foreach lock,$(LOCKS),--requirement $(lock))
	@for folder in . benchmarks/axis benchmarks/lighthouse; do (cd $$folder && npm audit --package-lock-only) || exit 1; done

bench: $(BENCH) $(ALL) ## Measure the build beside Hugo, search and axis beside others, and the pages
	@$(BIN)/python -m benchmarks
	@browser=$$(tools/browser) && TIMELINE_BROWSER="$$browser" $(BIN)/python -m benchmarks.serving
	@browser=$$(tools/browser) && TIMELINE_BROWSER="$$browser" $(BIN)/python -m benchmarks.search
	@browser=$$(tools/browser) && TIMELINE_BROWSER="$$browser" $(BIN)/python -m benchmarks.axis
	@browser=$$(tools/browser) && TIMELINE_BROWSER="$$browser" $(BIN)/python -m benchmarks.lighthouse

dist: $(SITE) ## Build the wheel and the sdist into dist/ and try the wheel in an empty environment
	@rm -rf dist
	@$(BIN)/python -m hatchling build
	@$(BIN)/python -m devtools.wheel dist/*.whl

pictures: $(ALL) ## Take the pictures in docs/
	@browser=$$(tools/browser) && TIMELINE_BROWSER="$$browser" $(BIN)/python -m tests.pictures

lock: ## Pin the dependencies anew (needs uv)
	@tools/lock

clean: ## Remove all that was made here, the environment too
	@rm -rf .venv site .site-* .cache build dist export pictures benchmarks/.work benchmarks/*/node_modules .coverage \
		.coverage.* .hypothesis .mypy_cache .pytest_cache .ruff_cache *.egg-info

$(SITE): requirements-site.lock pyproject.toml
	@PYTHON="$(PYTHON)" tools/environment
	@echo "Installing what the site needs (once) …"
	@$(PIP) install --require-hashes --no-deps -r requirements-site.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(ALL): $(SITE) requirements.lock
	@echo "Installing what the tests need (once) …"
	@$(PIP) install --require-hashes --no-deps -r requirements.lock
	@touch $@

$(BENCH): $(SITE) benchmarks/requirements.lock
	@echo "Installing what is measured beside (once) …"
	@$(PIP) install --require-hashes --no-deps -r benchmarks/requirements.lock
	@touch $@

$(AUDIT): $(SITE) requirements-audit.lock
	@$(PIP) install --require-hashes --no-deps -r requirements-audit.lock
	@touch $@
