#!/bin/sh
# Makes sure that what a build or a test needs is there, and fetches what is not.
#
#   scripts/tools.sh page      Rust's WebAssembly target, wasm-bindgen, trunk, wasm-opt
#   scripts/tools.sh browser   Chromium and Firefox and their drivers
#   scripts/tools.sh packages  npm, for the frameworks that the package is tested with
#
# A tool on PATH in the right version is used. Others go into .tools/, which the Makefile puts in
# front of PATH. Only the browsers, Node.js, and Rust where rustup cannot help, come from the system's own
# packages. What cannot be had is named in one sentence, and the exit status is 1.
set -u
cd "$(dirname "$0")/.." || exit 1

TOOLS=$PWD/.tools
TRUNK=0.21.14 # The last one that the Rust of this project builds.
WASM_OPT=120  # The oldest that knows all that Rust emits.
BINARYEN=132.0.0
GECKODRIVER=0.37.1
TIMELINEJS=3.9.11
AXE=4.10.3
PATH=$TOOLS/bin:$TOOLS/node_modules/.bin:$PATH
export PATH

say() { printf 'dateline: %s\n' "$*" >&2; }
give_up() {
    say "$*"
    exit 1
}
have() { command -v "$1" >/dev/null 2>&1; }

# Debian and its relatives: installs packages, as root or with sudo, and says so.
debian() {
    have apt-get || return 1
    if [ "$(id -u)" = 0 ]; then
        say "installing with apt-get: $*"
        apt-get install -y --no-install-recommends "$@" >&2 ||
            { apt-get update >&2 && apt-get install -y --no-install-recommends "$@" >&2; }
    elif have sudo; then
        say "installing with sudo apt-get: $* (sudo may ask for your password)"
        sudo apt-get install -y --no-install-recommends "$@" >&2 ||
            { sudo apt-get update >&2 && sudo apt-get install -y --no-install-recommends "$@" >&2; }
    else
        return 1
    fi
}

# The version of a package in Cargo.lock.
locked() { sed -n "/^name = \"$1\"\$/{n;s/^version = \"\(.*\)\"\$/\1/p;}" Cargo.lock | head -n 1; }

# A tool from a crate: name of the crate, version, the binaries.
crate() {
    say "building $1 $2 into .tools/ (some minutes, once)"
    # Apart from the project's own target folder and settings; offline mode is for the page.
    for strict in --locked ""; do
        (cd "$TOOLS" && CARGO_TARGET_DIR="$TOOLS/target" \
            cargo install --quiet $strict --root "$TOOLS" --version "=$2" "$1" >&2) && break
        [ -n "$strict" ] && say "one of its locked versions is missing; trying with others"
    done
    rm -rf "$TOOLS/target"
}

rust() {
    have cargo && have rustc || debian_rust ||
        give_up "Rust is missing: install it from https://rustup.rs and run make again."
    sysroot=$(rustc --print sysroot) || give_up "rustc does not run: see its message above."
    [ -d "$sysroot/lib/rustlib/wasm32-unknown-unknown/lib" ] && return
    [ -e "$TOOLS/rust.mk" ] && return
    if have rustup; then
        say "adding Rust's WebAssembly target with rustup"
        rustup target add wasm32-unknown-unknown >&2 && return
    fi
    debian_rust || give_up "Rust's WebAssembly target is missing: run 'rustup target add wasm32-unknown-unknown'."
}

# Debian's Rust has no standard library for WebAssembly, but its source: cargo builds it along.
debian_rust() {
    have rustc-web || debian rustc-web cargo-web rust-web-src lld-22 || return 1
    mkdir -p "$TOOLS"
    cat >"$TOOLS/rust.mk" <<'MK'
export RUSTC_BOOTSTRAP := 1
export CARGO_UNSTABLE_BUILD_STD := std,panic_abort
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER := wasm-ld-22
MK
}

# Where the standard library's source can be had it is built along with the page, for size, and
# without the texts of breakdowns, which nobody would see: a tenth less to download. Writes what
# `make dist` sets for it; without the source the page is built with the library as it comes.
small_std() {
    rm -f "$TOOLS/page.env"
    [ -e "$TOOLS/rust.mk" ] && return
    library=$sysroot/lib/rustlib/src/rust/library
    if [ ! -e "$library/Cargo.lock" ] && have rustup; then
        say "adding the standard library's source with rustup"
        rustup component add rust-src >&2
    fi
    [ -e "$library/Cargo.lock" ] || return 0
    flags="-Zunstable-options -Cpanic=immediate-abort -Zfmt-debug=none -Zlocation-detail=none"
    RUSTC_BOOTSTRAP=1 rustc $flags --print cfg >/dev/null 2>&1 || return 0
    RUSTC_BOOTSTRAP=1 cargo fetch --quiet --locked -Zbuild-std=std,panic_abort --target wasm32-unknown-unknown \
        >/dev/null 2>&1 || return 0
    mkdir -p "$TOOLS"
    cat >"$TOOLS/page.env" <<ENV
export RUSTC_BOOTSTRAP=1 CARGO_UNSTABLE_BUILD_STD=std,panic_abort CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size
CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="\$CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS $flags --remap-path-prefix=$library=/library"
ENV
}

page() {
    rust
    cargo fetch --quiet --locked >&2 ||
        give_up "The project's crates could not be fetched: is there a network, and a crate registry?"
    small_std

    bindgen=$(locked wasm-bindgen)
    if [ "$(wasm-bindgen --version 2>/dev/null)" != "wasm-bindgen $bindgen" ] || ! have wasm-bindgen-test-runner; then
        mkdir -p "$TOOLS" && crate wasm-bindgen-cli "$bindgen"
        [ "$(wasm-bindgen --version 2>/dev/null)" = "wasm-bindgen $bindgen" ] ||
            give_up "wasm-bindgen-cli $bindgen could not be built: try 'cargo install wasm-bindgen-cli --version $bindgen'."
    fi

    if [ "$(trunk --version 2>/dev/null)" != "trunk $TRUNK" ]; then
        mkdir -p "$TOOLS" && crate trunk "$TRUNK"
        [ "$(trunk --version 2>/dev/null)" = "trunk $TRUNK" ] ||
            give_up "trunk $TRUNK could not be built: try 'cargo install trunk --version $TRUNK'."
    fi

    have node || debian nodejs ||
        give_up "Node.js is missing: install version 20 or newer."

    if ! wasm_opt; then
        have npm || debian nodejs npm ||
            give_up "wasm-opt $WASM_OPT or newer is missing, and npm to get it: install Binaryen or Node.js."
        say "installing wasm-opt (binaryen $BINARYEN from npm) into .tools/"
        mkdir -p "$TOOLS" && npm install --prefix "$TOOLS" --no-audit --no-fund --silent "binaryen@$BINARYEN" >&2
        wasm_opt || give_up "wasm-opt $WASM_OPT or newer could not be had: install Binaryen $WASM_OPT or newer."
    fi
}

# Whether a wasm-opt that is new enough is there: "wasm-opt version 132 (version_132)".
wasm_opt() {
    version=$(wasm-opt --version 2>/dev/null | sed -n 's/^wasm-opt version \([0-9]*\).*/\1/p')
    [ "${version:-0}" -ge "$WASM_OPT" ]
}

browser() {
    # Functions of the browsers' own names would be found in place of the browsers.
    has_chromium() {
        { have chromium || have chromium-browser || have google-chrome || have google-chrome-stable; } && have chromedriver
    }
    has_chromium || debian chromium chromium-driver || debian chromium-browser chromium-chromedriver
    has_chromium || give_up "The browser tests need Chromium (or Chrome) and chromedriver of the same version: install both."

    has_firefox() { have firefox || have firefox-esr; }
    has_firefox || debian firefox-esr || debian firefox
    has_firefox || give_up "The browser tests need Firefox: install it."
    have geckodriver || { mkdir -p "$TOOLS" && crate geckodriver "$GECKODRIVER"; }
    have geckodriver || give_up "geckodriver could not be built: try 'cargo install geckodriver'."

    # It loads what the page exports for it.
    if [ ! -e "$TOOLS/node_modules/@knight-lab/timelinejs" ]; then
        have npm || debian nodejs npm || give_up "TimelineJS is tested with itself: install Node.js with npm."
        say "installing TimelineJS $TIMELINEJS from npm into .tools/"
        mkdir -p "$TOOLS" && npm install --prefix "$TOOLS" --no-audit --no-fund --silent \
            "@knight-lab/timelinejs@$TIMELINEJS" >&2
    fi

    # What judges whether everybody can use the page.
    if [ ! -e "$TOOLS/node_modules/axe-core/axe.min.js" ]; then
        have npm || debian nodejs npm || give_up "axe-core comes from npm: install Node.js with npm."
        say "installing axe-core $AXE from npm into .tools/"
        mkdir -p "$TOOLS" && npm install --prefix "$TOOLS" --no-audit --no-fund --silent "axe-core@$AXE" >&2
    fi
}

packages() {
    have npm || debian nodejs npm || give_up "npm is missing, to test the package with others: install Node.js."
}

for part in "$@"; do
    case $part in
        page | browser | packages) "$part" ;;
        *) give_up "usage: scripts/tools.sh [page] [browser] [packages]" ;;
    esac
done
