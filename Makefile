# `make serve` shows the page, `make test` runs every test. Both fetch what they lack, into .tools/
# where they can, and say so.
PORT ?= 8000
export PATH := $(CURDIR)/.tools/bin:$(CURDIR)/.tools/node_modules/.bin:$(PATH)
# Written by scripts/tools.sh where cargo has to build the standard library along.
-include .tools/rust.mk
WASM := wasm32-unknown-unknown

export STORY BASE_URL
# What properties are tried on: the same code passes or fails alike, and another number tries others.
export PROPTEST_RNG_SEED ?= 1
.PHONY: help serve test native dist single npm package bench-page pictures dev tools
.NOTPARALLEL:

help:
	@echo "make serve   build the page and serve it on http://localhost:$(PORT)/ (PORT=8080 for another port)"
	@echo "make test    run every test: native, in WebAssembly, and on the built page in Chromium and Firefox"
	@echo "make native  run those tests that need no page: native and in WebAssembly"
	@echo "make dist    only build the static site, into dist/; STORY=folder bundles other articles,"
	@echo "             BASE_URL=address adds what needs to know where it will be (docs/hosting.md)"
	@echo "make single  build the page as one file that opens from a disk: dateline.html (STORY=folder)"
	@echo "make npm     build the package for other pages and programs into target/npm/ (docs/package.md)"
	@echo "make bench-page  measure drawing, filters and lists with 100,000 events in Chromium"
	@echo "make pictures    take the page in every state, width and mode, into target/pictures/"
	@echo "make dev     build the page fast and unoptimised into dist-dev/ (a rebuild takes seconds) and serve it"

serve: dist
	@cargo run --quiet --example serve -- dist $(PORT)

# What links a program for its size keeps one core busy, so the page is built beside all that does not need it.
test: tools
	@scripts/tools.sh browser
	@scripts/tools.sh packages
	@scripts/together.sh "$(MAKE) --no-print-directory dist" "$(MAKE) --no-print-directory package native"
	DATELINE_SITE=dist cargo test --locked --test browser
	DATELINE_SITE=dist DATELINE_BROWSER=firefox cargo test --locked --test browser

native: tools
	@scripts/tools.sh browser
	cargo test --locked
	CARGO_TARGET_$(shell echo $(WASM) | tr a-z- A-Z_)_RUNNER=wasm-bindgen-test-runner \
		cargo test --locked --profile page-dev --target $(WASM) --test wasm

# Leptos without the types of its views: a third smaller, and no slower where it counts. Addresses
# of sources in messages begin at the registry, whoever builds the page.
PAGE_FLAGS = --cfg erase_components \
	--remap-path-prefix=$(or $(CARGO_HOME),$(HOME)/.cargo)=/cargo --remap-path-prefix=$(CURDIR)=/dateline

dist: export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS = $(PAGE_FLAGS)
dist: tools
	@if [ -e .tools/page.env ]; then . .tools/page.env; fi && trunk build --release --offline --dist target/site
	@node scripts/site/finish.mjs target/site dist

single: dist
	@cp dist/embed.html dateline.html && echo "dateline.html is the whole page, with its articles."

# How the linked program is made smaller; `index.html` says the same for the page. Taken apart into single steps
# and put together again it is a hundredth smaller than without.
SMALLER = -Oz --flatten --rereloop --rse --local-cse -Oz -ocimfs=100 --low-memory-unused

# The package for other programs: the same program in two halves, one that draws and one that reads.
npm: export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS = $(PAGE_FLAGS)
npm: BUILT = $(or $(CARGO_TARGET_DIR),target)/halves
npm: tools
	@if [ -e .tools/page.env ]; then . .tools/page.env; fi && for half in viewer library; do \
		CARGO_TARGET_DIR=$(BUILT) \
			cargo build --locked --offline --profile page --target $(WASM) --bin dateline --features $$half || exit 1; \
		if cmp -s $(BUILT)/$(WASM)/page/dateline.wasm $(BUILT)/$$half/linked.wasm; then continue; fi; \
		wasm-bindgen --target no-modules --no-typescript --out-dir $(BUILT)/$$half $(BUILT)/$(WASM)/page/dateline.wasm && \
		wasm-opt $(SMALLER) -o $(BUILT)/$$half/dateline.wasm $(BUILT)/$$half/dateline_bg.wasm && \
		cp $(BUILT)/$(WASM)/page/dateline.wasm $(BUILT)/$$half/linked.wasm || exit 1; \
	done
	@node scripts/site/npm.mjs target/npm $(BUILT)/viewer $(BUILT)/library
	@echo "target/npm is the package."

# Bundles and frameworks that use the package as anybody would, for the tests.
package: npm
	@scripts/tools.sh packages
	@mkdir -p target/package && cp -r tests/package/. target/package/
	@cd target/package && npm install --no-audit --no-fund --silent && npm install --no-save --no-audit --no-fund --silent ../npm
	@cd target/package && node_modules/.bin/vite build

# The page with made-up stories in it, optimised as it is shipped, and a harness that drives it.
bench-page: export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS = $(PAGE_FLAGS)
bench-page: tools
	@if [ -e .tools/page.env ]; then . .tools/page.env; fi && \
		trunk build --release --offline --features bench-page --dist target/bench-site
	@node scripts/site/finish.mjs target/bench-site target/bench-page
	@scripts/tools.sh browser
	DATELINE_SITE=target/bench-page cargo bench --locked --bench page

# To be looked at after every change of style.css or of a view.
pictures: dist
	@scripts/tools.sh browser
	DATELINE_SITE=dist DATELINE_PICTURES=target/pictures cargo test --locked --test browser

dev: tools
	trunk build --offline --dist dist-dev
	@cargo run --quiet --example serve -- dist-dev $(PORT)

tools:
	@scripts/tools.sh page
