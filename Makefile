# Two commands for people: `make serve` and `make test`. Both install what is missing first.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.PHONY: bench serve build zip package lighthouse test tools test-tools lint test-native test-wasm test-page test-tables deny fuzz screenshots clean

PORT ?= 8080
DIST ?= dist
ZIP ?= target/yaolan-page.zip
FUZZ_SECONDS ?= 20
PYTHON = $(shell .ci/tools python)
# trunk reads NO_COLOR as a truth value and stops at anything but true or false.
unexport NO_COLOR
export TRUNK_OFFLINE := true
export TRUNK_SKIP_VERSION_CHECK := true
export PATH := $(shell .ci/tools path):$(PATH)

SOURCES := $(shell find src style -type f) index.html Trunk.toml build.mjs Cargo.toml Cargo.lock package-lock.json
STAMP := target/page.stamp

# Builds the page and serves it at http://127.0.0.1:8080/ until it is interrupted.
serve: build
	@echo "yaolan: http://127.0.0.1:$(PORT)/  (Ctrl-C ends)"
	@sirv dist --host 127.0.0.1 --port $(PORT) --brotli --gzip --quiet

build: tools $(STAMP)

# The stamp is of the time when building began: what is changed meanwhile is built the next time.
$(STAMP): $(SOURCES)
	@mkdir -p $(@D) && touch $@.new
	trunk build --release
	@mv $@.new $@

# The built page in one file, for any static server.
zip:
	@[ -f $(DIST)/index.html ] || { echo "$(DIST) holds no page: make build" >&2; exit 1; }
	@mkdir -p $(dir $(ZIP)) && rm -f $(ZIP)
	@cd $(DIST) && python3 -m zipfile -c $(abspath $(ZIP)) *

# The npm package in target/npm, made from the built page.
package: build
	@node src/web/embed/package.mjs

# Performance, accessibility, best practices and search engine optimisation of the built page.
lighthouse: test-tools build
	@node tests/e2e/lighthouse.mjs
	@node tests/e2e/lighthouse.mjs 5 mobile

# Formatting, clippy for both targets, native tests, fuzzing, wasm tests, the page in Chromium; ends with the totals.
test: test-tools
	@node tests/run.mjs

tools:
	@.ci/tools build

test-tools:
	@.ci/tools test

lint:
	cargo fmt --check
	cargo clippy --all-targets -- -D warnings
	cargo clippy --target wasm32-unknown-unknown --lib --bins -- -D warnings

test-native:
	cargo test

test-wasm:
	cargo test --target wasm32-unknown-unknown --test wasm

test-page: build
	node --test 'tests/e2e/*.test.mjs'

# DuckDB and Spark over the tables of a corpus.
test-tables:
	cargo build --bin yaolan --example generate
	$(PYTHON)/python tests/spark/tables.py target/debug

# Licences, sources and duplicates of what is depended on.
deny:
	PATH="$(PYTHON):$$PATH" cargo deny --log-level error check bans licenses sources

# Every fuzz target for FUZZ_SECONDS.
fuzz:
	PATH="$(PYTHON):$$PATH" fuzz/run $(FUZZ_SECONDS)

# yaolan beside jieba-wasm and Intl.Segmenter; what the page weighs.
bench: test-tools build
	node benches/run.mjs
	node benches/budget.mjs --print

# The pictures of the README, made from the built page.
screenshots: test-tools build
	node tests/e2e/screenshots.mjs

clean:
	rm -rf dist target node_modules
