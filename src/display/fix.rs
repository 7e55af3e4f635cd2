//! A thing that can be corrected as a form, and what a filled form means as corrections.

use crate::correct::{Anchor, Correction, Op, Scope, Target, dated};
use crate::entity::EntityKind;
use crate::story::hand::target;
use crate::story::{Place, Story, Thing};

/// A form on one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// What is corrected.
    pub thing: Thing,
    /// The mention that was chosen, where one was.
    pub at: Option<Place>,
    /// What it is called now.
    pub name: String,
    /// What can be filled in.
    pub fields: Vec<Field>,
    /// What can be done with it.
    pub acts: &'static [Act],
}

/// A field of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// What it is for.
    pub input: Input,
    /// What stands in it at first.
    pub value: String,
    /// What can be chosen: a value and its words. Empty for a field that is typed in.
    pub choices: Vec<(String, String)>,
}

/// What a field is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input {
    /// Name of an entity, label of an event.
    Name,
    /// Kind of an entity.
    Kind,
    /// What else it is: a name or an event of the story.
    Same,
    /// A date.
    Date,
    /// Which mentions are meant.
    Scope,
    /// Which mention of an event is taken away from it.
    Mention,
    /// What is so, of a row that was checked.
    Verdict,
    /// A note.
    Note,
}

impl Input {
    /// Its key in the table of words.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Name => "fix.name",
            Self::Kind => "fix.kind",
            Self::Same => "fix.same",
            Self::Date => "fix.date",
            Self::Scope => "fix.scope",
            Self::Mention => "fix.mention",
            Self::Verdict => "fix.verdict",
            Self::Note => "fix.note",
        }
    }
}

/// What can be done with a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Makes what was changed in the fields so.
    Save,
    /// Gives the chosen mentions a name or an event of their own.
    Split,
    /// Takes it out of the story.
    Hide,
    /// Marks a row as checked.
    Settle,
    /// Takes a row out of the comparison.
    Dismiss,
}

impl Act {
    /// Its key in the table of words.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Save => "fix.save",
            Self::Split => "fix.split",
            Self::Hide => "fix.hide",
            Self::Settle => "fix.settle",
            Self::Dismiss => "fix.dismiss",
        }
    }
}

/// Why a form means nothing; its word is looked up by the key.
pub type Wrong = &'static str;

/// The form on a thing; `None` where the story has no such thing.
#[must_use]
pub fn form(story: &Story, thing: Thing, at: Option<Place>) -> Option<Form> {
    let words = |place: Place| {
        let text = story.articles.get(place.article as usize).map_or("", |f| place.span.of(&f.article.text));
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let typed = |input, value: &str| Field { input, value: value.to_owned(), choices: Vec::new() };
    let mut fields = Vec::new();
    let (name, acts): (String, &'static [Act]) = match thing {
        Thing::Name(i) => {
            let entity = story.entities.get(i as usize)?;
            fields.push(typed(Input::Name, &entity.name));
            let kinds = EntityKind::ALL.iter().map(|k| (k.name().to_owned(), ["kind-", k.name()].concat()));
            let kind = entity.kind.name().to_owned();
            fields.push(Field { input: Input::Kind, value: kind, choices: kinds.collect() });
            fields.push(typed(Input::Same, ""));
            if let (Some(at), 2..) = (at, entity.mentions.len()) {
                let same = entity.mentions.iter().filter(|&&p| words(p) == words(at)).count();
                let counts = [entity.mentions.len(), same, 1];
                let scopes = Scope::ALL
                    .iter()
                    .zip(counts)
                    .filter(|(s, n)| **s != Scope::Spelling || (1..counts[0]).contains(n) && *n > 1);
                let scopes = scopes.map(|(s, n)| (s.word().to_owned(), n.to_string()));
                fields.push(Field {
                    input: Input::Scope,
                    value: Scope::All.word().to_owned(),
                    choices: scopes.collect(),
                });
            }
            (
                entity.name.clone(),
                if entity.mentions.len() > 1 && at.is_some() {
                    &[Act::Save, Act::Split, Act::Hide]
                } else {
                    &[Act::Save, Act::Hide]
                },
            )
        }
        Thing::Time(article, i) => {
            let time = story.articles.get(article as usize)?.times.get(i as usize)?;
            fields.push(typed(Input::Date, time.days.map_or("", |_| &time.value)));
            (words(Place { article, span: time.span }), &[Act::Save])
        }
        Thing::Event(i) => {
            let event = story.events.get(i as usize)?;
            let clock = event.when.clock.map(|(hour, minute)| format!("T{hour:02}:{minute:02}")).unwrap_or_default();
            let value = event.when.days.and(event.when.value.as_deref()).unwrap_or_default();
            fields.push(typed(Input::Date, &[value, &clock].concat()));
            fields.push(typed(Input::Name, &event.label));
            fields.push(typed(Input::Same, ""));
            let several = event.mentions.len() > 1;
            if several {
                let mention = |(n, m): (usize, &crate::story::EventMention)| {
                    let source = crate::story::label(&story.articles, m.place.article);
                    let sentence = words(Place { article: m.place.article, span: m.sentence });
                    (n.to_string(), [&source, ": ", &short(&sentence)].concat())
                };
                let value = event.mentions.iter().position(|m| Some(m.place) == at).unwrap_or_default().to_string();
                let choices = event.mentions.iter().enumerate().map(mention).collect();
                fields.push(Field { input: Input::Mention, value, choices });
            }
            (event.label.clone(), if several { &[Act::Save, Act::Split, Act::Hide] } else { &[Act::Save, Act::Hide] })
        }
        Thing::Row(i) => {
            let row = story.rows.get(i as usize)?;
            let verdict = story.hand.on(thing).find(|t| t.op == Op::Settle).map_or("", |t| &t.text);
            fields.push(typed(Input::Verdict, verdict));
            (row.summary.clone(), &[Act::Settle, Act::Save, Act::Dismiss])
        }
        Thing::Article(i) => {
            story.articles.get(i as usize)?;
            (crate::story::label(&story.articles, i).into_owned(), &[Act::Save])
        }
        Thing::Passage(place) => (words(place), &[Act::Save]),
    };
    let note = story.hand.on(thing).find(|t| t.op == Op::Note).map_or("", |t| &t.text);
    fields.push(typed(Input::Note, note));
    Some(Form { thing, at, name, fields, acts })
}

/// The first words of a sentence.
fn short(sentence: &str) -> String {
    let words: Vec<&str> = sentence.split(' ').collect();
    match words.get(..12).filter(|_| words.len() > 12) {
        Some(head) => [&head.join(" "), "…"].concat(),
        None => sentence.to_owned(),
    }
}

/// What a form can unite its thing with: names or events, most told first.
#[must_use]
pub fn others(story: &Story, thing: Thing) -> Vec<&str> {
    match thing {
        Thing::Name(own) => {
            let others = (0u32..).zip(&story.entities).filter(|(i, _)| *i != own);
            others.map(|(_, e)| e.name.as_str()).take(400).collect()
        }
        Thing::Event(own) => {
            let others = (0u32..).zip(&story.events).filter(|(i, e)| *i != own && e.central);
            others.map(|(_, e)| e.label.as_str()).take(400).collect()
        }
        _ => Vec::new(),
    }
}

/// The corrections that a filled form means; `answers` stand in the order of its fields.
///
/// # Errors
/// The key of a sentence that says what is missing.
pub fn corrections(story: &Story, form: &Form, answers: &[String], act: Act) -> Result<Vec<Correction>, Wrong> {
    let gone = "wrong.gone";
    let mut own = target(story, form.thing).ok_or(gone)?;
    if let (Thing::Name(_), Some(place)) = (form.thing, form.at) {
        own.anchors = vec![anchor(story, place).ok_or(gone)?];
    }
    let answer = |input: Input| {
        let at = form.fields.iter().position(|f| f.input == input)?;
        Some((form.fields[at].value.as_str(), answers.get(at)?.trim()))
    };
    let changed = |input: Input| answer(input).filter(|(before, now)| before.trim() != *now).map(|a| a.1);
    let scope = answer(Input::Scope).and_then(|a| Scope::read(a.1)).unwrap_or(Scope::All);
    let make = |op: Op, value: &str| Correction { op, target: own.clone(), with: None, scope, value: value.to_owned() };
    let mut made = Vec::new();
    match act {
        Act::Hide => return Ok(vec![make(Op::Hide, "")]),
        Act::Dismiss => return Ok(vec![make(Op::Dismiss, "")]),
        Act::Settle => made.push(make(Op::Settle, answer(Input::Verdict).map_or("", |a| a.1))),
        Act::Split => {
            if let Thing::Event(event) = form.thing {
                let event = story.events.get(event as usize).ok_or(gone)?;
                let chosen = answer(Input::Mention).and_then(|a| a.1.parse::<usize>().ok());
                let mention = chosen.and_then(|at| event.mentions.get(at)).ok_or(gone)?;
                let anchors = vec![anchor(story, mention.place).ok_or(gone)?];
                let target = Target { anchors, ..own };
                return Ok(vec![Correction { op: Op::Split, target, with: None, scope, value: String::new() }]);
            }
            if scope == Scope::All {
                return Err("wrong.scope");
            }
            return Ok(vec![make(Op::Split, "")]);
        }
        Act::Save => {}
    }
    if let Some(name) = changed(Input::Name) {
        if name.is_empty() {
            return Err("wrong.name");
        }
        made.push(make(Op::Rename, name));
    }
    made.extend(changed(Input::Kind).map(|kind| make(Op::Retype, kind)));
    if let Some(date) = changed(Input::Date) {
        match dated(date) {
            _ if date.is_empty() => made.push(make(Op::ClearDate, "")),
            Some(_) => made.push(make(Op::SetDate, date)),
            None => return Err("wrong.date"),
        }
    }
    if let Some(other) = changed(Input::Same) {
        let other = named(story, form.thing, other).ok_or("wrong.same")?;
        let with = target(story, other).and_then(|t| t.anchors.into_iter().next());
        made.push(Correction { with, ..make(Op::Merge, "") });
    }
    // A note is about the whole, whatever else was meant.
    made.extend(changed(Input::Note).map(|note| Correction { scope: Scope::All, ..make(Op::Note, note) }));
    if made.is_empty() { Err("wrong.nothing") } else { Ok(made) }
}

fn anchor(story: &Story, place: Place) -> Option<Anchor> {
    let article = &story.articles.get(place.article as usize)?.article;
    Some(Anchor::new(&article.id, &article.text, place.span))
}

/// What else is called so.
fn named(story: &Story, thing: Thing, name: &str) -> Option<Thing> {
    let find = |names: &mut dyn Iterator<Item = &String>, own: u32| {
        names.enumerate().position(|(i, n)| i as u32 != own && n == name).map(|i| i as u32)
    };
    match thing {
        Thing::Name(own) => find(&mut story.entities.iter().map(|e| &e.name), own).map(Thing::Name),
        Thing::Event(own) => find(&mut story.events.iter().map(|e| &e.label), own).map(Thing::Event),
        _ => None,
    }
}

/// A correction in words: what was done, to what, and how.
#[must_use]
pub fn told(correction: &Correction) -> String {
    let anchors = &correction.target.anchors;
    let quote = anchors.first().map_or("", |a| if a.exact.is_empty() { &a.source } else { &a.exact });
    let key = ["op.", correction.op.word()].concat();
    let mut out = [super::strings::word(&key), " “", &short(quote), "”"].concat();
    if let Some(with) = &correction.with {
        out.push_str(&[" = “", &short(&with.exact), "”"].concat());
    }
    if !correction.value.is_empty() {
        out.push_str(&[": ", &short(&correction.value)].concat());
    }
    out
}

/// What a hand did to a thing, in one line; empty where it did nothing but note.
#[must_use]
pub fn by_hand(story: &Story, thing: Thing) -> String {
    let mut done: Vec<&str> = Vec::new();
    for touched in story.hand.on(thing).filter(|t| t.op != Op::Note) {
        let key = ["hand.", touched.op.word()].concat();
        let words =
            super::strings::word(super::strings::strings().words.iter().find(|w| w.0 == key).map_or("hand", |w| w.0));
        if !done.contains(&words) {
            done.push(words);
        }
    }
    done.join(", ")
}

/// What was noted on a thing, or said of a row that was settled.
#[must_use]
pub fn note(story: &Story, thing: Thing, op: Op) -> Option<&str> {
    story.hand.on(thing).find(|t| t.op == op).map(|t| t.text.as_str()).filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::display::strings::word;
    use crate::facts::{self, Reader};
    use crate::import::{Article, Record};
    use crate::story::{tell, tell_corrected};

    fn facts() -> Vec<facts::Facts> {
        let texts = [
            "Ms. Ana Diaz came to Lima on Friday. Gunmen attacked a hotel in Tarnmouth on Monday, killing 12 people.",
            "Monday's assault on a hotel in Tarnmouth killed 15 people. It was calm in Lima, said Ms. Diaz.",
        ];
        let article = |(i, text): (usize, &&str)| {
            let published = Some("2024-05-04".to_owned());
            Article::new(Record { id: format!("a{i}"), text: (*text).to_owned(), published, ..Record::default() })
        };
        texts.iter().enumerate().map(|t| facts::read(article(t), &Reader::default())).collect()
    }

    /// Fills a form on a thing and prints what that means.
    fn filled(thing: Thing, at: Option<Place>, fill: &[(Input, &str)], act: Act) -> Result<Vec<String>, Wrong> {
        let facts = facts();
        let story = tell(facts.clone());
        let form = form(&story, thing, at).unwrap();
        let answer = |f: &Field| fill.iter().find(|(i, _)| *i == f.input).map_or(f.value.clone(), |a| a.1.to_owned());
        let answers: Vec<String> = form.fields.iter().map(answer).collect();
        let made = corrections(&story, &form, &answers, act)?;
        assert_eq!(tell_corrected(facts, &made).hand.lost, [], "{made:?}");
        Ok(made.iter().map(|c| format!("{} {} {}", told(c), c.target.subject.word(), c.scope.word())).collect())
    }

    #[track_caller]
    fn check(thing: Thing, fill: &[(Input, &str)], act: Act, expected: &[&str]) {
        assert_eq!(filled(thing, None, fill, act).unwrap(), expected);
    }

    fn name(of: &str) -> (Thing, Option<Place>) {
        let story = tell(facts());
        let at = story.entities.iter().position(|e| e.name == of).unwrap();
        (Thing::Name(at as u32), story.entities[at].mentions.last().copied())
    }

    fn event(word: &str) -> Thing {
        let story = tell(facts());
        Thing::Event(story.events.iter().position(|e| e.label.contains(word)).unwrap() as u32)
    }

    #[test]
    fn forms_on_names() {
        let (lima, at) = name("Lima");
        let fill = [(Input::Name, "Lima, Peru"), (Input::Kind, "facility"), (Input::Note, "The capital.")];
        check(
            lima,
            &fill,
            Act::Save,
            &[
                "Renamed “Lima”: Lima, Peru name all",
                "Changed the kind of “Lima”: facility name all",
                "Noted on “Lima”: The capital. name all",
            ],
        );
        check(lima, &[(Input::Same, "Tarnmouth")], Act::Save, &["United “Lima” = “Tarnmouth” name all"]);
        check(lima, &[], Act::Hide, &["Hid “Lima” name all"]);
        let one = filled(lima, at, &[(Input::Scope, "one")], Act::Split).unwrap();
        assert_eq!(one, ["Took apart “Lima” name one"]);
        assert_eq!(filled(lima, at, &[], Act::Split), Err("wrong.scope"));
        assert_eq!(filled(lima, at, &[(Input::Same, "Nowhere")], Act::Save), Err("wrong.same"));
        assert_eq!(filled(lima, at, &[(Input::Name, " ")], Act::Save), Err("wrong.name"));
        assert_eq!(filled(lima, at, &[(Input::Name, "Lima ")], Act::Save), Err("wrong.nothing"));
    }

    #[test]
    fn forms_on_times_and_events() {
        check(
            Thing::Time(0, 0),
            &[(Input::Date, "2024-04-26")],
            Act::Save,
            &["Set the date of “Friday”: 2024-04-26 time all"],
        );
        check(Thing::Time(0, 0), &[(Input::Date, "")], Act::Save, &["Cleared the date of “Friday” time all"]);
        assert_eq!(filled(Thing::Time(0, 0), None, &[(Input::Date, "Friday")], Act::Save), Err("wrong.date"));
        check(event("attacked"), &[(Input::Mention, "1")], Act::Split, &["Took apart “assault” event all"]);
        check(event("came"), &[(Input::Date, "2024-05")], Act::Save, &["Set the date of “came”: 2024-05 event all"]);
        check(event("came"), &[], Act::Hide, &["Hid “came” event all"]);
    }

    #[test]
    fn forms_on_rows_articles_and_passages() {
        let story = tell(facts());
        let row = story.rows.iter().position(|r| r.claims.len() > 1).unwrap() as u32;
        let settled = filled(Thing::Row(row), None, &[(Input::Verdict, "15")], Act::Settle).unwrap();
        assert!(settled[0].starts_with("Settled “") && settled[0].contains("”: 15"), "{settled:?}");
        assert_eq!(filled(Thing::Row(row), None, &[], Act::Dismiss).unwrap().len(), 1);
        check(Thing::Article(1), &[(Input::Note, "Late.")], Act::Save, &["Noted on “a1”: Late. article all"]);
        let place = Place { article: 0, span: crate::span::Span::new(0, 12) };
        check(
            Thing::Passage(place),
            &[(Input::Note, "Who?")],
            Act::Save,
            &["Noted on “Ms. Ana Diaz”: Who? passage all"],
        );
        assert_eq!(form(&story, Thing::Row(999), None), None);
    }

    #[test]
    fn every_word_is_there() {
        use Input::{Date, Kind, Mention, Name, Note, Same, Scope, Verdict};
        let inputs = [Date, Kind, Mention, Name, Note, Same, Scope, Verdict].map(Input::key);
        let acts = [Act::Save, Act::Split, Act::Hide, Act::Settle, Act::Dismiss].map(Act::key);
        let ops = Op::ALL.iter().map(|o| format!("op.{}", o.word()));
        let kinds = EntityKind::ALL.iter().map(|k| format!("kind-{}", k.name()));
        let scopes = super::Scope::ALL.iter().map(|s| format!("scope.{}", s.word()));
        let wrong = ["date", "gone", "name", "nothing", "same", "scope"].map(|w| format!("wrong.{w}"));
        for key in
            inputs.iter().chain(&acts).map(ToString::to_string).chain(ops).chain(kinds).chain(scopes).chain(wrong)
        {
            assert_ne!(word(&key), key);
        }
    }
}
