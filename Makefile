# `make serve` shows the page, `make test` runs every test. Both fetch what they lack, into .tools/
# where they can, and say so.
PORT ?= 8000
export PATH := $(CURDIR)/.tools/bin:$(CURDIR)/.tools/node_modules/.bin:$(PATH)
# Written by scripts/tools.sh where cargo has to build the standard library along.
-include .tools/rust.mk
WASM := wasm32-unknown-unknown

.PHONY: help serve test dist dev tools
.NOTPARALLEL:

help:
	@echo "make serve   build the page and serve it on http://localhost:$(PORT)/ (PORT=8080 for another port)"
	@echo "make test    run every test: native, in WebAssembly, and on the built page in Chromium"
	@echo "make dist    only build the static site, into dist/"
	@echo "make dev     build the page fast and unoptimised into dist-dev/ (a rebuild takes seconds) and serve it"

serve: dist
	@cargo run --quiet --example serve -- dist $(PORT)

test: dist
	@scripts/tools.sh browser
	cargo test --locked
	CARGO_TARGET_$(shell echo $(WASM) | tr a-z- A-Z_)_RUNNER=wasm-bindgen-test-runner \
		cargo test --locked --profile page-dev --target $(WASM) --test wasm
	DATELINE_SITE=dist cargo test --locked --test browser

# Leptos without the types of its views: a third smaller, and no slower where it counts. Addresses
# of sources in messages begin at the registry, whoever builds the page.
dist: export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS = --cfg erase_components \
	--remap-path-prefix=$(or $(CARGO_HOME),$(HOME)/.cargo)=/cargo --remap-path-prefix=$(CURDIR)=/dateline
dist: tools
	trunk build --release --offline

dev: tools
	trunk build --offline --dist dist-dev
	@cargo run --quiet --example serve -- dist-dev $(PORT)

tools:
	@scripts/tools.sh page
