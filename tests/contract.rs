//! The JSON that leaves Rust, whole: a change of shape shows here before it reaches a user.

use dateline::contract::{Extract, Story};
use dateline::facts::{self, Facts, Reader};
use dateline::import::{Article, Record};
use dateline::story::tell;
use serde_json::{Value, json};

fn read(id: &str, published: &str, text: &str) -> Facts {
    let record = Record { id: id.into(), text: text.into(), published: Some(published.into()), ..Record::default() };
    facts::read(Article::new(record), &Reader::default())
}

#[test]
fn a_line_of_extract() {
    let facts = read("a", "2024-05-02", "“Rain” 🚢 fell on 3 May 2024 in Berlin.");
    let line = serde_json::to_value(Extract::new(&facts.article, &facts.times, &facts.entities)).unwrap();
    assert_eq!(line["published"], "2024-05-02");
    // UTF-16 code units: the ship takes two, each quotation mark one.
    let time = json!({"start": 18, "end": 28, "text": "3 May 2024", "type": "DATE", "value": "2024-05-03",
        "from": "2024-05-03", "to": "2024-05-03"});
    for (key, value) in time.as_object().unwrap() {
        assert_eq!(&line["times"][0][key], value, "{key}: {line:#}");
    }
    assert_eq!(line["entities"][0]["text"], "Berlin");
    assert_eq!(line["entities"][0]["type"], "place");
}

#[test]
fn a_story() {
    let story = tell(vec![
        read(
            "b",
            "2024-05-04",
            "At least 12 people were killed when a train derailed in Berlin on Friday, police said.",
        ),
        read("a", "2024-05-05", "The train crash in Berlin on Friday killed at least 15 people, police said."),
    ]);
    let told = serde_json::to_value(Story::new(&story)).unwrap();
    assert_eq!(keys(&told), ["articles", "comparison", "copies", "entities", "events", "notices", "version"]);
    assert_eq!(told["version"], 1);
    assert_eq!(
        keys(&told["articles"][0]),
        ["id", "language", "noise", "published", "published_from", "source", "times", "title", "url"]
    );
    assert_eq!(told["articles"][0]["published_from"], "given");
    for event in told["events"].as_array().unwrap() {
        for key in
            ["id", "label", "from", "to", "value", "inferred", "basis", "places", "actors", "certainty", "mentions"]
        {
            assert!(event.get(key).is_some(), "{key} is missing: {event:#}");
        }
        assert!(event["from"].is_null() || event["from"].as_str().unwrap().len() == 10, "{event:#}");
        let mention = keys(&event["mentions"][0]);
        for key in ["article", "start", "end", "sentence_start", "sentence_end"] {
            assert!(mention.contains(&key), "{mention:?}");
        }
    }
    assert!(!told["events"].as_array().unwrap().is_empty() && !told["comparison"].as_array().unwrap().is_empty());
    for row in told["comparison"].as_array().unwrap() {
        let kind = row["kind"].as_str().unwrap();
        assert_eq!(row.get("severity").is_some(), kind == "conflict", "{row:#}");
        for key in ["id", "aspect", "event", "summary", "why"] {
            assert!(row.get(key).is_some(), "{key} is missing: {row:#}");
        }
        for claim in row["claims"].as_array().unwrap() {
            for key in ["article", "start", "end", "text", "value"] {
                assert!(claim.get(key).is_some(), "{key} is missing: {claim:#}");
            }
        }
    }
}

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}
