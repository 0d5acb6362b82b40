# Everything a newcomer or the continuous integration types. `make help` lists it.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help setup build run test test-in-full bench bench-instructions guide-pictures lint format clean

help: ## This list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):[^#]*## (.*)/  make \1\t\2/' | expand -t 22

setup: ## Install, or name, what a Debian with a Swift toolchain lacks
	@Scripts/setup.sh

build: setup ## Build the program and all tests, unoptimised, as one develops
	@Scripts/swift-build.sh --build-tests

run: setup ## Build, then do the whole job before your eyes and keep serving (DEMO="--port 9090")
	@Scripts/run.sh

test: setup ## All tests; the last line says how many passed and failed
	@Scripts/test.sh

test-in-full: setup ## The crowd of lives and the year in full size on PostgreSQL too; prints how long each took
	@Scripts/swift-build.sh --tested
	@SHIMING_TEST_ENGINE=postgres SHIMING_TEST_LIVES=$${SHIMING_TEST_LIVES:-10000} SHIMING_TEST_YEAR=$${SHIMING_TEST_YEAR:-100000} \
		Scripts/with-postgres.sh swift test --skip-build -c release --scratch-path .build/tested -Xswiftc -enable-testing \
		--explicit-target-dependency-import-check error --filter '\.(CrowdTests|YearTests)/'

bench: ## Measure both engines against the peers; writes docs/performance.md (BENCH=--short tries it)
	@Scripts/setup.sh --bench
	@.venv/bin/python Benchmarks/run.py $(BENCH)

bench-instructions: setup ## Count instructions of the hottest paths; fails when one became a tenth dearer (BENCH=--renew)
	@Scripts/swift-build.sh --tested
	@.venv/bin/python Benchmarks/instructions.py $(BENCH)

guide-pictures: build ## Make the pictures of the guides anew, from a running server
	@SHIMING_BIN=.build/debug/shiming .venv/bin/python Scripts/guide-pictures.py

lint: setup ## The formatter's rules and those of the house; changes nothing
	@Scripts/lint.sh

format: ## Lay out the Swift sources
	@Scripts/swift-sources.sh | xargs -0 swift format format --in-place --parallel

clean: ## Remove what was built, the demonstration's data and the Python environment
	rm -rf .build .venv .demo .pytest_cache .hypothesis
