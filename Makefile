# `make serve` shows the page, `make test` runs every test. Both fetch what they lack, into .tools/
# where they can, and say so.
PORT ?= 8000
export PATH := $(CURDIR)/.tools/bin:$(CURDIR)/.tools/node_modules/.bin:$(PATH)
# Written by scripts/tools.sh where cargo has to build the standard library along.
-include .tools/rust.mk
WASM := wasm32-unknown-unknown

export STORY BASE_URL
.PHONY: help serve test dist single dev tools
.NOTPARALLEL:

help:
	@echo "make serve   build the page and serve it on http://localhost:$(PORT)/ (PORT=8080 for another port)"
	@echo "make test    run every test: native, in WebAssembly, and on the built page in Chromium and Firefox"
	@echo "make dist    only build the static site, into dist/; STORY=folder bundles other articles,"
	@echo "             BASE_URL=address adds what needs to know where it will be (docs/hosting.md)"
	@echo "make single  build the page as one file that opens from a disk: dateline.html (STORY=folder)"
	@echo "make dev     build the page fast and unoptimised into dist-dev/ (a rebuild takes seconds) and serve it"

serve: dist
	@cargo run --quiet --example serve -- dist $(PORT)

test: dist
	@scripts/tools.sh browser
	cargo test --locked
	CARGO_TARGET_$(shell echo $(WASM) | tr a-z- A-Z_)_RUNNER=wasm-bindgen-test-runner \
		cargo test --locked --profile page-dev --target $(WASM) --test wasm
	DATELINE_SITE=dist cargo test --locked --test browser
	DATELINE_SITE=dist DATELINE_BROWSER=firefox cargo test --locked --test browser

# Leptos without the types of its views: a third smaller, and no slower where it counts. Addresses
# of sources in messages begin at the registry, whoever builds the page.
dist: export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS = --cfg erase_components \
	--remap-path-prefix=$(or $(CARGO_HOME),$(HOME)/.cargo)=/cargo --remap-path-prefix=$(CURDIR)=/dateline
dist: tools
	@if [ -e .tools/page.env ]; then . .tools/page.env; fi && trunk build --release --offline --dist target/site
	@node scripts/site/finish.mjs target/site dist

single: dist
	@cp dist/embed.html dateline.html && echo "dateline.html is the whole page, with its articles."

dev: tools
	trunk build --offline --dist dist-dev
	@cargo run --quiet --example serve -- dist-dev $(PORT)

tools:
	@scripts/tools.sh page
