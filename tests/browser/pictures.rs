//! Pictures of every state at every width and in every mode, for people to look at:
//! `make pictures`. Nothing is judged here.

use crate::flows::offline;
use crate::page::Page;
use crate::states::{self, State};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

/// Windows: a phone, a tablet upright, a laptop, a large screen.
const SIZES: [(u32, u32); 4] = [(390, 844), (768, 1024), (1280, 900), (1920, 1080)];

/// What is taken for paper, colours and reading direction.
const MODES: [Mode; 5] = [
    Mode { name: "light", media: "", features: &[("prefers-color-scheme", "light")], direction: "" },
    Mode { name: "dark", media: "", features: &[("prefers-color-scheme", "dark")], direction: "" },
    Mode { name: "forced", media: "", features: &[("forced-colors", "active")], direction: "" },
    Mode { name: "right-to-left", media: "", features: &[("prefers-color-scheme", "light")], direction: "rtl" },
    Mode { name: "print", media: "print", features: &[("prefers-color-scheme", "light")], direction: "" },
];

/// How much of a long page is taken, in pixels.
const TALLEST: u64 = 2400;

struct Mode {
    name: &'static str,
    media: &'static str,
    features: &'static [(&'static str, &'static str)],
    direction: &'static str,
}

/// Takes all pictures into a folder: `state, width, mode.png`.
pub fn take(site: &Path, folder: &Path) {
    fs::create_dir_all(folder).expect("a folder for pictures");
    let wanted = std::env::args().nth(1).unwrap_or_default();
    let lists = [states::CHOSEN, states::DIALOGS, states::PASSING, states::WRONG, states::BROKEN];
    for state in lists.into_iter().flatten().filter(|s| s.name.contains(&wanted)) {
        at_all_sizes(site, folder, state, &SIZES);
    }
    for state in states::PHONE.iter().filter(|s| s.name.contains(&wanted)) {
        at_all_sizes(site, folder, state, &SIZES[..1]);
    }
    if "a new version is ready".contains(&wanted) {
        let mut page = Page::new(site);
        offline::offered(&mut page);
        for (width, height) in SIZES {
            page.driver.resize(width, height);
            in_all_modes(&page, folder, "a new version is ready", width);
        }
    }
}

fn at_all_sizes(site: &Path, folder: &Path, state: &State, sizes: &[(u32, u32)]) {
    for &(width, height) in sizes {
        // A browser of its own: what is arranged before a page is loaded stays.
        let page = Page::new(site);
        page.driver.resize(width, height);
        state.show(&page);
        in_all_modes(&page, folder, state.name, width);
    }
    println!("{}", state.name);
}

fn in_all_modes(page: &Page, folder: &Path, state: &str, width: u32) {
    for mode in &MODES {
        let features: Vec<Value> = [("prefers-reduced-motion", "reduce")]
            .iter()
            .chain(mode.features)
            .map(|(name, value)| json!({ "name": name, "value": value }))
            .collect();
        let cdp = |command: &str, what: Value| page.driver.cdp(command, &what).unwrap_or_else(|e| panic!("{e}"));
        cdp("Emulation.setEmulatedMedia", json!({ "media": mode.media, "features": features }));
        let whole = page.run(&format!(
            "document.documentElement.dir = '{}';
             if ('{}' === 'print') dispatchEvent(new Event('beforeprint'));
             await new Promise((done) => setTimeout(done, 150));
             // What is far from the window is not drawn: only a page at its top is taken as a whole.
             return scrollY || document.querySelector('dialog[open]') ? 0 : document.documentElement.scrollHeight;",
            mode.direction, mode.media
        ));
        let clip = |height: u64| json!({ "x": 0, "y": 0, "width": width, "height": height.min(TALLEST), "scale": 1 });
        let what = match whole.as_u64() {
            Some(height) if height > 0 => json!({ "captureBeyondViewport": true, "clip": clip(height) }),
            _ => json!({}),
        };
        let picture = cdp("Page.captureScreenshot", what);
        let bytes = decoded(picture["data"].as_str().unwrap_or_default());
        fs::write(folder.join(format!("{state}, {width}, {}.png", mode.name)), bytes).expect("a picture");
        if mode.media == "print" {
            page.run("dispatchEvent(new Event('afterprint'));");
        }
    }
}

/// The bytes that base64 stands for.
fn decoded(text: &str) -> Vec<u8> {
    let value = |c: u8| match c {
        b'A'..=b'Z' => Some(c - b'A'),
        b'a'..=b'z' => Some(c - b'a' + 26),
        b'0'..=b'9' => Some(c - b'0' + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    };
    let sextets: Vec<u32> = text.bytes().filter_map(value).map(u32::from).collect();
    let four = |chunk: &[u32]| {
        let bits = chunk.iter().fold(0, |bits, s| bits << 6 | s) << (6 * (4 - chunk.len()));
        bits.to_be_bytes()[1..chunk.len()].to_vec()
    };
    sextets.chunks(4).flat_map(four).collect()
}
