# `make serve` shows the page, `make test` runs every test. Both fetch what they lack.
PORT ?= 8000
export PATH := $(CURDIR)/.tools/bin:$(CURDIR)/.tools/node_modules/.bin:$(PATH)

.PHONY: help serve dist dev

help:
	@echo "make serve   build the page and serve it on http://localhost:$(PORT)/"
	@echo "make dist    only build the static site into dist/"
	@echo "make dev     build the page fast, without optimising, into dist-dev/ (a rebuild takes seconds);"
	@echo "             serve it with: python3 -m http.server -d dist-dev $(PORT)"

serve: dist
	@echo "Serving dist/ on http://localhost:$(PORT)/ (Ctrl-C stops it)."
	@python3 -m http.server --bind 127.0.0.1 --directory dist $(PORT)

dist:
	trunk build --release --offline

dev:
	trunk build --offline --dist dist-dev
