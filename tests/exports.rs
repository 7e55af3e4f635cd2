//! Every form that a story can be taken away in, read by somebody else's reader of it.

use dateline::correct::{Anchor, Correction, Log, Op, Subject};
use dateline::export::{FORMATS, Material, Order, Seen, stem, workspace, write};
use dateline::facts::{self, Reader};
use dateline::import::{self, Article, Record};
use dateline::span::Span;
use dateline::story::tell_corrected;
use serde_json::Value;
use std::collections::BTreeSet;

/// Articles with all that a form may stumble over.
fn records() -> Vec<Record> {
    let record = |id: &str, source: Option<&str>, title: Option<&str>, published: &str, text: &str| Record {
        id: id.into(),
        text: text.into(),
        published: (!published.is_empty()).then(|| published.into()),
        published_from: None,
        title: title.map(Into::into),
        source: source.map(Into::into),
        url: source.map(|_| format!("https://example.org/{id}?a=1&b=(2)")),
    };
    vec![
        record(
            "one",
            Some("The \"Post\", Ltd"),
            Some("=HYPERLINK(\"x\")"),
            "2024-05-03T10:30:00+02:00",
            "Gunmen attacked a hotel in Tarnmouth on Monday, killing 12 people. \
             The “Water & Power” board <b>closed</b> the dam in mid-February.",
        ),
        record(
            "two",
            Some("Gazette {x} 100%"),
            None,
            "2024-05-04",
            "Monday's assault on a hotel in Tarnmouth killed 15 people, police said.\r\nA ferry sank off Port Ellis at \
             14:30 on 28 April 2024 — 🚢 — and divers found it between March and April 2023.",
        ),
        record("three, of \"many\"", None, Some("- Rain;\nand snow"), "", "A bridge collapsed near Osk. It rained."),
    ]
}

/// Calls with the story of [`records`], corrected and noted.
fn with(check: impl FnOnce(&Material)) {
    let records = records();
    let read = |r: &Record| facts::read(Article::new(r.clone()), &Reader::default());
    let anchor = |i: usize, words: &str| {
        let from = records[i].text.find(words).unwrap_or_default() as u32;
        Anchor::new(&records[i].id, &records[i].text, Span::new(from, from + words.len() as u32))
    };
    let mut log = Log::default();
    log.push(Correction::new(Op::SetDate, Subject::Event, anchor(2, "collapsed"), "2024-05-01"));
    log.push(Correction::new(Op::Note, Subject::Event, anchor(0, "attacked"), "=cmd|' /C calc'!A0\nand <i>more</i>"));
    log.push(Correction::new(Op::Rename, Subject::Name, anchor(0, "Tarnmouth"), "Tarnmouth, \"Ardal\""));
    log.push(Correction::new(Op::Note, Subject::Passage, anchor(2, "rained"), "Undone."));
    log.undo();
    let story = tell_corrected(records.iter().map(read).collect(), log.in_force());
    assert!(story.hand.lost.is_empty(), "{:?}", story.hand.lost);
    check(&Material {
        title: "Rain & <fire> in \"Tarnmouth\"",
        story: &story,
        records: &records,
        log: &log,
        seen: Seen::default(),
    });
}

/// The story of [`records`] in a form.
fn written(word: &str) -> String {
    let mut out = String::new();
    with(|material| {
        out = write(word, material).unwrap();
        assert_eq!(Some(&out), write(word, material).as_ref(), "the same story, other bytes");
    });
    out
}

/// The lines of a table as a reader of RFC 4180 sees them, with its head.
fn table(word: &str) -> (Vec<String>, Vec<Vec<String>>) {
    let text = written(word);
    assert!(text.ends_with("\r\n"));
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let head = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let rows = reader.records().map(|r| r.unwrap().iter().map(str::to_owned).collect()).collect();
    (head, rows)
}

#[test]
fn a_workspace_is_read_again_without_loss() {
    with(|material| {
        let text = written("workspace");
        assert!(workspace::recognise(&text));
        let read = workspace::read(&text).unwrap();
        assert_eq!((read.title.as_str(), read.records.as_slice()), (material.title, material.records));
        assert_eq!((&read.log, read.errors.len()), (material.log, 0));
        let again = workspace::write_parts(&read.title, &read.records, &read.log);
        assert_eq!(again, text);
        // Whoever knows nothing of workspaces still finds the articles.
        assert_eq!(import::read("a.json", text.as_bytes()).records, material.records);
    });
    for text in ["", "{}", "[]", r#"{"version":1,"type":"other","articles":[],"corrections":{}}"#] {
        assert!(workspace::read(text).is_err(), "{text}");
    }
}

#[test]
fn articles_are_read_again_from_ndjson() {
    assert_eq!(import::read("a.ndjson", written("ndjson").as_bytes()).records, records());
}

#[test]
fn tables() {
    let (head, events) = table("csv-events");
    let column = |name: &str| head.iter().position(|h| h == name).unwrap();
    with(|material| assert_eq!(events.len(), material.story.events.len()));
    let attacked = events.iter().find(|e| e[column("label")].contains("attacked")).unwrap();
    assert_eq!(attacked[column("note")], "'=cmd|' /C calc'!A0\nand <i>more</i>", "guarded, and else whole");
    let collapsed = events.iter().find(|e| e[column("label")].contains("collapsed")).unwrap();
    assert_eq!(
        (collapsed[column("from")].as_str(), collapsed[column("corrected")].as_str()),
        ("2024-05-01", "set-date")
    );
    let (head, names) = table("csv-names");
    let name = head.iter().position(|h| h == "name").unwrap();
    assert!(names.iter().any(|n| n[name] == "Tarnmouth, \"Ardal\""));
    let (head, claims) = table("csv-claims");
    let (quote, article) =
        (head.iter().position(|h| h == "quote").unwrap(), head.iter().position(|h| h == "article").unwrap());
    for claim in &claims {
        let record = records().into_iter().find(|r| r.id == claim[article]).unwrap();
        let words = record.text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words.contains(&claim[quote]), "{claim:?}");
    }
    assert!(!claims.is_empty());
}

#[test]
fn no_cell_is_a_formula() {
    for word in ["csv-events", "csv-claims", "csv-names", "timelinejs-csv"] {
        for cell in table(word).1.into_iter().flatten() {
            assert!(!cell.trim_start().starts_with(['=', '+', '-', '@']), "{word}: {cell}");
        }
    }
}

#[test]
fn a_calendar() {
    let text = written("ics");
    assert!(text.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')));
    let calendar: icalendar::Calendar =
        icalendar::parser::read_calendar(&icalendar::parser::unfold(&text)).unwrap().into();
    let events: Vec<&icalendar::Event> = calendar.components.iter().filter_map(|c| c.as_event()).collect();
    use icalendar::{Component, EventLike};
    with(|material| {
        let dated = material.story.events.iter().filter(|e| e.central && e.when.days.is_some());
        assert_eq!(events.len(), dated.count());
    });
    let uids: BTreeSet<_> = events.iter().map(|e| e.get_uid().unwrap()).collect();
    assert_eq!(uids.len(), events.len());
    let collapsed = events.iter().find(|e| e.get_summary().unwrap().contains("collapsed")).unwrap();
    assert_eq!(collapsed.property_value("DTSTART"), Some("20240501"));
    assert_eq!(collapsed.property_value("DTEND"), Some("20240502"));
    let sank = events.iter().find(|e| e.get_summary().unwrap().contains("sank")).unwrap();
    assert_eq!(sank.property_value("DTSTART"), Some("20240428T143000"));
    let places: Vec<_> = events.iter().filter_map(|e| e.get_location()).collect();
    assert!(places.iter().any(|p| p.contains("Tarnmouth, \"Ardal\"")), "{places:?}");
    assert!(events.iter().all(|e| e.property_value("DTSTAMP") == Some("20240504T000000Z")));
}

#[test]
fn slides_of_timelinejs() {
    let slides: Value = serde_json::from_str(&written("timelinejs")).unwrap();
    assert_eq!(slides["title"]["text"]["headline"], "Rain &amp; &lt;fire&gt; in &quot;Tarnmouth&quot;");
    let events = slides["events"].as_array().unwrap();
    let of = |word: &str| events.iter().find(|e| e["text"]["headline"].as_str().unwrap().contains(word)).unwrap();
    let start = &of("sank")["start_date"];
    assert_eq!(*start, serde_json::json!({"year": 2024, "month": 4, "day": 28, "hour": 14, "minute": 30}));
    let closed = of("closed");
    assert_eq!(closed["start_date"], serde_json::json!({"year": 2024, "month": 2}), "a month is no first of the month");
    for event in events {
        let text = event["text"]["text"].as_str().unwrap();
        assert!(!text.contains("<b>") && text.contains("<p>"), "{text}");
    }
    let (head, rows) = table("timelinejs-csv");
    assert_eq!((head.len(), rows.len()), (19, events.len() + 1));
}

#[test]
fn a_chronology_in_markdown() {
    use pulldown_cmark::{Event, Options, Parser};
    let text = written("markdown");
    let events: Vec<Event> = Parser::new_ext(&text, Options::ENABLE_FOOTNOTES).collect();
    let html = events.iter().filter(|e| matches!(e, Event::Html(_) | Event::InlineHtml(_))).count();
    assert_eq!(html, 0, "{text}");
    let cited: BTreeSet<_> = events
        .iter()
        .filter_map(|e| if let Event::FootnoteReference(n) = e { Some(n.to_string()) } else { None })
        .collect();
    let given: BTreeSet<_> = events
        .iter()
        .filter_map(|e| {
            if let Event::Start(pulldown_cmark::Tag::FootnoteDefinition(n)) = e { Some(n.to_string()) } else { None }
        })
        .collect();
    assert_eq!(cited, given);
    assert!(cited.len() > 3, "{text}");
    let plain: String =
        events.iter().filter_map(|e| if let Event::Text(t) = e { Some(t.to_string()) } else { None }).collect();
    assert!(plain.contains("<b>closed</b>") && plain.contains("1 May 2024"), "{plain}");
}

#[test]
fn a_chronology_to_print() {
    let text = written("html");
    // But for its first line and the tags that HTML leaves open, the page is XML as well.
    let xml = text.replace("<!doctype html>", "").replace("<br>", "<br/>");
    let xml: String = xml
        .split_inclusive('>')
        .map(|t| if t.contains("<meta") { t.replace('>', "/>") } else { t.to_owned() })
        .collect();
    let page = roxmltree::Document::parse(&xml).unwrap_or_else(|e| panic!("{e}: {xml}"));
    let tags: BTreeSet<_> = page.descendants().map(|n| n.tag_name().name().to_owned()).collect();
    assert!(
        !tags.contains("b") && !tags.contains("i") && !tags.contains("script") && !tags.contains("fire"),
        "{tags:?}"
    );
    let ids: BTreeSet<_> = page.descendants().filter_map(|n| n.attribute("id")).collect();
    let links = page.descendants().filter_map(|n| n.attribute("href")).filter_map(|h| h.strip_prefix('#'));
    let links: BTreeSet<_> = links.collect();
    assert_eq!(ids, links);
    assert!(text.contains("corrected by hand"));
}

#[test]
fn a_drawing() {
    let text = written("svg");
    let drawing = roxmltree::Document::parse(&text).unwrap();
    let root = drawing.root_element();
    assert_eq!((root.tag_name().name(), root.attribute("width")), ("svg", Some("1200")));
    let texts: Vec<_> = drawing
        .descendants()
        .filter(|n| n.has_tag_name(("http://www.w3.org/2000/svg", "text")))
        .filter_map(|n| n.text())
        .collect();
    assert_eq!(texts[0], "Rain & <fire> in \"Tarnmouth\"");
    assert!(texts.iter().any(|t| t.contains("bridge")), "{texts:?}");
    assert!(texts.contains(&"The \"Post\", Ltd"));
    assert!(!text.contains("NaN") && !text.contains("\"inf"));
}

#[test]
fn references() {
    use biblatex::{Bibliography, ChunksExt, PermissiveType, Type};
    let bibliography = Bibliography::parse(&written("bibtex")).unwrap();
    assert_eq!(bibliography.len(), 3);
    let entry = bibliography.iter().find(|e| e.title().unwrap().format_verbatim().contains("HYPERLINK")).unwrap();
    assert_eq!(entry.title().unwrap().format_verbatim(), "=HYPERLINK(\"x\")");
    assert_eq!(entry.url().unwrap(), "https://example.org/one?a=1&b=%282%29");
    let Ok(PermissiveType::Typed(date)) = entry.date() else { panic!("no date") };
    assert_eq!(date.to_chunks().format_verbatim(), "2024-05-03");
    let organizations: Vec<_> =
        bibliography.iter().filter_map(|e| e.organization().ok()).map(|o| o[0].format_verbatim()).collect();
    assert!(organizations.contains(&"Gazette {x} 100%".to_owned()), "{organizations:?}");
    let ris = written("ris");
    let entries: Vec<&str> = ris.split_terminator("ER  - \r\n\r\n").collect();
    assert_eq!(entries.len(), 3);
    for line in entries.iter().flat_map(|e| e.split_terminator("\r\n")) {
        assert!(
            line.len() > 6
                && &line[2..6] == "  - "
                && line[..2].bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit()),
            "{line}"
        );
    }
    assert!(ris.contains("TI  - - Rain; and snow\r\n") && ris.contains("DA  - 2024/05/04/\r\n"), "{ris}");
}

#[test]
fn nothing_is_a_story_too() {
    let (story, log) = (tell_corrected(Vec::new(), &[]), Log::default());
    let material = Material { title: "", story: &story, records: &[], log: &log, seen: Seen::default() };
    for format in FORMATS {
        let text = write(format.word, &material).unwrap();
        assert!(
            format.word == "ndjson" || format.word == "bibtex" || format.word == "ris" || !text.is_empty(),
            "{}",
            format.word
        );
    }
}

#[test]
fn names_of_files() {
    for (title, expected) in
        [("Rain & <fire>", "rain-fire"), ("", "story"), ("../../etc", "etc"), ("Ärger im Büro!", "ärger-im-büro")]
    {
        assert_eq!(stem(title), expected);
    }
}

#[test]
fn an_order_is_carried_out_elsewhere() {
    with(|material| {
        let order = Order {
            word: "svg".to_owned(),
            title: material.title.to_owned(),
            story: material.story.clone(),
            records: material.records.to_vec(),
            log: material.log.clone(),
            by_source: false,
            view: None,
            events: (0..material.story.events.len() as u32)
                .filter(|&e| material.story.events[e as usize].central)
                .collect(),
            width: 0.0,
        };
        let made = Order::carry_out(&order.message()).unwrap();
        assert_eq!(Some(made), write("svg", material));
    });
    assert_eq!(Order::carry_out(b"nothing of the kind"), None);
}
