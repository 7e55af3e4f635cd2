//! The repository's own rules, as tests.

use std::fs;
use std::path::{Path, PathBuf};

/// The stages in flow order; a stage uses those before it, never those behind it. Modules on
/// one line stand beside each other and do not use one another.
const FLOW: &[&[&str]] = &[
    &["span", "id", "error", "day", "order", "real", "letter", "json", "bytes"],
    &["notice", "utf16", "hashed"],
    &["import"],
    &["text"],
    &["time", "entity"],
    &["event"],
    &["claim"],
    &["facts"],
    &["correct"],
    &["story"],
    &["query"],
    &["display"],
    &["contract"],
    &["export"],
    &["explain"],
    &["engine"],
    &["finished"],
    &["browser", "cli", "files"],
];

/// Names of the bundled story that belong to no general list: no source or table may know them.
const STORY_NAMES: &[&str] = &["crocus", "kaluga", "peskov", "zvezda", "khorasan", "wilayat"];

#[test]
fn stages_use_only_the_stages_before_them() {
    let rank = |module: &str| FLOW.iter().position(|level| level.contains(&module));
    let mut wrong = Vec::new();
    for file in sources() {
        let Some(own) = module_of(&file) else { continue };
        let Some(own_rank) = rank(&own) else { panic!("{own} is a stage that FLOW does not name") };
        let text = fs::read_to_string(&file).unwrap();
        // The tests inside a module may set the stage with whatever they need.
        let text = text.split("#[cfg(test)]").next().unwrap_or_default();
        // A comment may point anywhere; only code makes a stage depend on another.
        let code: Vec<&str> = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        for used in code.join("\n").split("crate::").skip(1).flat_map(modules_named) {
            if used != own && rank(&used).is_some_and(|r| r >= own_rank) {
                wrong.push(format!("{} uses {used}", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_source_says_what_it_is_for() {
    let silent: Vec<_> =
        sources().into_iter().filter(|f| !fs::read_to_string(f).unwrap().trim_start().starts_with("//!")).collect();
    assert!(silent.is_empty(), "these begin without a `//!` heading: {silent:#?}");
}

#[test]
fn the_page_carries_no_table_of_every_script() {
    let mut wrong = Vec::new();
    for file in sources() {
        let text = fs::read_to_string(&file).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        if ["to_lowercase", "to_uppercase", "parse::<f64>"].iter().any(|used| code.contains(used)) {
            wrong.push(file.display().to_string());
        }
    }
    assert!(wrong.is_empty(), "`letter` and `real` do without 35 KB of tables; use them in {wrong:#?}");
}

#[test]
fn no_source_knows_the_bundled_story() {
    let mut found = Vec::new();
    for file in sources() {
        let text = fs::read_to_string(&file).unwrap().to_lowercase();
        for name in STORY_NAMES.iter().filter(|name| text.contains(**name)) {
            found.push(format!("{} names {name}", file.display()));
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn nothing_is_left_for_later() {
    let marks =
        [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("unimplemented", "!"), concat!("allow(dead", "_code)")];
    let mut found = Vec::new();
    for file in sources() {
        let text = fs::read_to_string(&file).unwrap();
        found.extend(marks.iter().filter(|m| text.contains(**m)).map(|m| format!("{}: {m}", file.display())));
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn views_carry_no_inline_style() {
    // The page's Content-Security-Policy blocks style attributes; `style:name=` sets a property instead.
    let found: Vec<_> = sources()
        .into_iter()
        .filter(|f| f.starts_with(root().join("src/browser")))
        .filter(|f| fs::read_to_string(f).unwrap().contains(" style=\""))
        .collect();
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn every_seed_is_listed_and_its_origin_stated() {
    let index = fs::read_to_string(root().join("seeds/index.json")).unwrap();
    let readme = fs::read_to_string(root().join("seeds/README.md")).unwrap();
    let stories: Vec<PathBuf> = entries(&root().join("seeds")).into_iter().filter(|p| p.is_dir()).collect();
    assert!(!stories.is_empty());
    for story in stories {
        let name = story.file_name().unwrap().to_string_lossy().into_owned();
        assert!(readme.contains(&name), "seeds/README.md does not state the origin of {name}");
        for file in entries(&story) {
            let path = format!("{name}/{}", file.file_name().unwrap().to_string_lossy());
            assert!(index.contains(&path), "seeds/index.json does not list {path}");
        }
    }
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    paths.sort();
    paths
}

/// Every Rust source under `src/`.
fn sources() -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root().join("src")];
    while let Some(folder) = folders.pop() {
        for path in entries(&folder) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// The top-level module that a source belongs to; `None` for the crate roots.
fn module_of(file: &Path) -> Option<String> {
    let inside = file.strip_prefix(root().join("src")).ok()?;
    let first = inside.components().next()?.as_os_str().to_string_lossy().into_owned();
    let module = first.trim_end_matches(".rs").to_owned();
    (!matches!(module.as_str(), "lib" | "main")).then_some(module)
}

/// The top-level modules named right behind `crate::`: one, or several in braces.
fn modules_named(rest: &str) -> Vec<String> {
    let word = |s: &str| s.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let Some(list) = rest.strip_prefix('{') else { return vec![word(rest)] };
    let mut depth = 0;
    let mut parts = vec![String::new()];
    for c in list.chars() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => parts.push(String::new()),
            _ if depth == 0 => parts.last_mut().unwrap().push(c),
            _ => {}
        }
    }
    parts.iter().map(|p| word(p.trim())).collect()
}
