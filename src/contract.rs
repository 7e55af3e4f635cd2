//! The JSON shapes that leave Rust: command line, JavaScript interface and exports.
//!
//! Inside, a span is a byte range; here every offset counts UTF-16 code units of the same
//! original text, end exclusive, as `string.slice(start, end)` takes them.

use crate::correct::Op;
use crate::display::changes;
use crate::entity::{self, Alias, Entities, EntityKind};
use crate::event::Certainty;
use crate::facts::Facts;
use crate::import::{Article, NoiseKind, PublishedFrom};
use crate::notice::Notice;
use crate::story::{self, Aspect, RowKind, Thing};
use crate::time::{Inferred, Modifier, TimeKind, TimeMention};
use crate::utf16::{Range, Utf16};
use jiff::civil::Date;
use serde::Serialize;

/// What every object that is written whole carries as `version`.
pub const VERSION: u32 = 1;

/// One line of `dateline extract`.
#[derive(Debug, Serialize)]
pub struct Extract<'a> {
    id: &'a str,
    published: Option<String>,
    times: Vec<Time<'a>>,
    entities: Vec<Mention<'a>>,
}

/// An expression of time.
#[derive(Debug, Serialize)]
pub struct Time<'a> {
    #[serde(flatten)]
    range: Range,
    text: &'a str,
    #[serde(rename = "type")]
    kind: TimeKind,
    value: &'a str,
    #[serde(rename = "mod", skip_serializing_if = "Option::is_none")]
    modifier: Option<Modifier>,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<Date>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    inferred: &'a [Inferred],
    #[serde(skip_serializing_if = "Option::is_none")]
    anchor: Option<Date>,
    rule: &'a str,
    #[serde(flatten)]
    hand: ByHand<'a>,
}

/// What a person changed of something, and what they noted; nothing where they did not.
#[derive(Debug, Default, Serialize)]
struct ByHand<'a> {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    corrected: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    verdict: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
}

impl<'a> ByHand<'a> {
    fn new(story: &'a story::Story, thing: Thing) -> Self {
        let mut hand = Self::default();
        for touched in story.hand.on(thing) {
            match touched.op {
                Op::Note => hand.note = Some(&touched.text),
                op => {
                    hand.corrected.push(op.word());
                    hand.verdict = hand.verdict.or((op == Op::Settle).then_some(&touched.text));
                }
            }
        }
        hand.corrected.dedup();
        hand
    }
}

/// An occurrence of a name.
#[derive(Debug, Serialize)]
pub struct Mention<'a> {
    #[serde(flatten)]
    range: Range,
    text: &'a str,
    #[serde(rename = "type")]
    kind: EntityKind,
    name: &'a str,
    id: String,
}

impl<'a> Extract<'a> {
    /// The times and names of one article.
    #[must_use]
    pub fn new(article: &'a Article, times: &'a [TimeMention], entities: &'a Entities) -> Self {
        let utf16 = Utf16::new(&article.text);
        let text = article.text.as_str();
        let mentions = entities.mentions.iter().filter_map(|m| {
            let cluster = entities.clusters.get(m.cluster as usize)?;
            Some(Mention {
                range: utf16.range(m.span),
                text: m.span.of(text),
                kind: m.kind,
                name: &cluster.name,
                id: entity::id(cluster.kind, &cluster.name),
            })
        });
        Self {
            id: &article.id,
            published: published(article),
            times: times.iter().map(|t| time(t, text, &utf16)).collect(),
            entities: mentions.collect(),
        }
    }
}

fn published(article: &Article) -> Option<String> {
    article.published.map(|p| match p.minute {
        Some(minute) => format!("{}T{:02}:{:02}", p.date, minute / 60, minute % 60),
        None => p.date.to_string(),
    })
}

fn time<'a>(mention: &'a TimeMention, text: &'a str, utf16: &Utf16) -> Time<'a> {
    Time {
        range: utf16.range(mention.span),
        text: mention.span.of(text),
        kind: mention.kind,
        value: &mention.value,
        modifier: mention.modifier,
        from: mention.days.map(|d| d.from),
        to: mention.days.map(|d| d.to),
        inferred: &mention.inferred,
        anchor: mention.anchor,
        rule: &mention.rule,
        hand: ByHand::default(),
    }
}

/// The one object of `dateline story`.
#[derive(Debug, Serialize)]
pub struct Story<'a> {
    version: u32,
    articles: Vec<ArticleShape<'a>>,
    entities: Vec<EntityShape<'a>>,
    events: Vec<EventShape<'a>>,
    comparison: Vec<RowShape<'a>>,
    copies: Vec<CopyShape<'a>>,
    notices: Vec<NoticeShape<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    notes: Vec<NoteShape<'a>>,
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    later: Option<Later<'a>>,
}

/// Of a story as known on a day: the day, and what changed after it.
#[derive(Debug, Serialize)]
struct Later<'a> {
    as_of: Date,
    changes: Vec<ChangeShape<'a>>,
}

#[derive(Debug, Serialize)]
struct ChangeShape<'a> {
    change: &'static str,
    before: SideShape<'a>,
    after: SideShape<'a>,
}

#[derive(Debug, Serialize)]
struct SideShape<'a> {
    #[serde(flatten)]
    at: At<'a>,
    text: &'a str,
    published: Option<Date>,
}

/// A note on words that are nothing else.
#[derive(Debug, Serialize)]
struct NoteShape<'a> {
    #[serde(flatten)]
    at: At<'a>,
    note: &'a str,
}

#[derive(Debug, Serialize)]
struct ArticleShape<'a> {
    id: &'a str,
    title: Option<&'a str>,
    source: Option<&'a str>,
    url: Option<&'a str>,
    published: Option<String>,
    published_from: Option<PublishedFrom>,
    #[serde(skip_serializing_if = "Option::is_none")]
    not_before: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    not_after: Option<Date>,
    language: &'a str,
    times: Vec<Time<'a>>,
    noise: Vec<NoiseShape>,
    #[serde(flatten)]
    hand: ByHand<'a>,
}

#[derive(Debug, Serialize)]
struct NoiseShape {
    #[serde(flatten)]
    range: Range,
    kind: NoiseKind,
}

#[derive(Debug, Serialize)]
struct At<'a> {
    article: &'a str,
    #[serde(flatten)]
    range: Range,
}

#[derive(Debug, Serialize)]
struct EntityShape<'a> {
    id: &'a str,
    name: &'a str,
    #[serde(rename = "type")]
    kind: EntityKind,
    aliases: &'a [Alias],
    mentions: Vec<At<'a>>,
    #[serde(flatten)]
    hand: ByHand<'a>,
}

#[derive(Debug, Serialize)]
struct EventShape<'a> {
    id: &'a str,
    label: &'a str,
    from: Option<Date>,
    to: Option<Date>,
    value: Option<&'a str>,
    #[serde(rename = "mod", skip_serializing_if = "Option::is_none")]
    modifier: Option<Modifier>,
    inferred: &'a [Inferred],
    #[serde(skip_serializing_if = "Option::is_none")]
    clock: Option<String>,
    basis: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    not_before: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    not_after: Option<Date>,
    places: Vec<&'a str>,
    actors: Vec<&'a str>,
    certainty: Certainty,
    mentions: Vec<EventMentionShape<'a>>,
    #[serde(flatten)]
    hand: ByHand<'a>,
}

#[derive(Debug, Serialize)]
struct EventMentionShape<'a> {
    #[serde(flatten)]
    at: At<'a>,
    sentence_start: u32,
    sentence_end: u32,
}

#[derive(Debug, Serialize)]
struct RowShape<'a> {
    id: &'a str,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    severity: Option<&'static str>,
    aspect: Aspect,
    event: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    other_event: Option<&'a str>,
    summary: &'a str,
    why: &'a str,
    claims: Vec<ClaimShape<'a>>,
    #[serde(flatten)]
    hand: ByHand<'a>,
}

#[derive(Debug, Serialize)]
struct ClaimShape<'a> {
    #[serde(flatten)]
    at: At<'a>,
    text: &'a str,
    value: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    speaker: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct CopyShape<'a> {
    a: At<'a>,
    b: At<'a>,
    kind: &'static str,
    similarity: f32,
    differs: Vec<Difference>,
}

#[derive(Debug, Serialize)]
struct Difference {
    a: Range,
    b: Range,
}

#[derive(Debug, Serialize)]
struct NoticeShape<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    article: Option<&'a str>,
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    range: Option<Range>,
    message: &'a str,
}

impl<'a> Story<'a> {
    /// The JSON shape of a story.
    #[must_use]
    pub fn new(story: &'a story::Story) -> Self {
        let texts: Vec<Utf16> = story.articles.iter().map(|f| Utf16::new(&f.article.text)).collect();
        let at = |place: story::Place| At {
            article: &story.articles[place.article as usize].article.id,
            range: texts[place.article as usize].range(place.span),
        };
        let ids = |indices: &[u32]| -> Vec<&'a str> {
            indices.iter().map(|&i| story.entities[i as usize].id.as_str()).collect()
        };
        let event_id = |i: u32| story.events.get(i as usize).map(|e| e.id.as_str());
        Self {
            version: VERSION,
            articles: (0u32..)
                .zip(&story.articles)
                .zip(&texts)
                .map(|(f, utf16)| article_shape(story, f, utf16))
                .collect(),
            entities: (0u32..)
                .zip(&story.entities)
                .map(|(i, e)| EntityShape {
                    id: &e.id,
                    name: &e.name,
                    kind: e.kind,
                    aliases: &e.aliases,
                    mentions: e.mentions.iter().map(|&p| at(p)).collect(),
                    hand: ByHand::new(story, Thing::Name(i)),
                })
                .collect(),
            events: (0u32..)
                .zip(&story.events)
                .map(|(i, e)| EventShape {
                    id: &e.id,
                    label: &e.label,
                    from: e.when.days.map(|d| d.from),
                    to: e.when.days.map(|d| d.to),
                    value: e.when.value.as_deref(),
                    modifier: e.when.modifier,
                    inferred: &e.when.inferred,
                    clock: e.when.clock.map(|(h, m)| format!("{h:02}:{m:02}")),
                    basis: &e.when.basis,
                    not_before: e.when.not_before,
                    not_after: e.when.not_after,
                    places: ids(&e.places),
                    actors: ids(&e.actors),
                    certainty: e.certainty,
                    mentions: e
                        .mentions
                        .iter()
                        .map(|m| {
                            let sentence = texts[m.place.article as usize].range(m.sentence);
                            EventMentionShape {
                                at: at(m.place),
                                sentence_start: sentence.start,
                                sentence_end: sentence.end,
                            }
                        })
                        .collect(),
                    hand: ByHand::new(story, Thing::Event(i)),
                })
                .collect(),
            comparison: (0u32..)
                .zip(&story.rows)
                .map(|(i, row)| {
                    let (kind, severity) = row_kind(row.kind);
                    RowShape {
                        id: &row.id,
                        kind,
                        severity,
                        aspect: row.aspect,
                        event: event_id(row.event),
                        other_event: row.other_event.and_then(event_id),
                        summary: &row.summary,
                        why: &row.why,
                        claims: row
                            .claims
                            .iter()
                            .map(|c| ClaimShape {
                                at: at(c.place),
                                text: c.place.span.of(&story.articles[c.place.article as usize].article.text),
                                value: &c.value,
                                speaker: c.speaker.as_deref(),
                            })
                            .collect(),
                        hand: ByHand::new(story, Thing::Row(i)),
                    }
                })
                .collect(),
            copies: story
                .copies
                .iter()
                .map(|c| CopyShape {
                    a: at(c.a),
                    b: at(c.b),
                    kind: if c.verbatim { "verbatim" } else { "edited" },
                    similarity: c.similarity,
                    differs: c
                        .differs
                        .iter()
                        .map(|&(a, b)| Difference {
                            a: texts[c.a.article as usize].range(a),
                            b: texts[c.b.article as usize].range(b),
                        })
                        .collect(),
                })
                .collect(),
            notices: story.notices.iter().map(|n| notice_shape(n, story, &texts)).collect(),
            notes: story
                .hand
                .touched
                .iter()
                .filter_map(|t| match t.thing {
                    Thing::Passage(place) => Some(NoteShape { at: at(place), note: &t.text }),
                    _ => None,
                })
                .collect(),
            later: None,
        }
    }

    /// The same with what the whole story changed after a day, for a story told up to that day.
    #[must_use]
    pub fn as_of(mut self, whole: &'a story::Story, day: Date) -> Self {
        let side = |side: &changes::Side| {
            let article = &whole.articles[side.place.article as usize].article;
            SideShape {
                at: At { article: &article.id, range: Utf16::new(&article.text).range(side.place.span) },
                text: side.place.span.of(&article.text),
                published: side.published,
            }
        };
        let lines = changes::after(whole, day).lines;
        let shape = |line: &changes::Line| ChangeShape {
            change: line.turn.name(),
            before: side(&line.before),
            after: side(&line.after),
        };
        self.later = Some(Later { as_of: day, changes: lines.iter().map(shape).collect() });
        self
    }
}

fn article_shape<'a>(story: &'a story::Story, (index, facts): (u32, &'a Facts), utf16: &Utf16) -> ArticleShape<'a> {
    let article = &facts.article;
    let by_hand = |i: u32| ByHand::new(story, Thing::Time(index, i));
    ArticleShape {
        id: &article.id,
        title: article.title.as_deref(),
        source: article.source.as_deref(),
        url: article.url.as_deref(),
        published: published(article),
        published_from: article.published.map(|p| p.from),
        not_before: facts.not_before,
        not_after: facts.not_after,
        language: &facts.language,
        times: (0u32..)
            .zip(&facts.times)
            .map(|(i, t)| Time { hand: by_hand(i), ..time(t, &article.text, utf16) })
            .collect(),
        noise: article.noise.iter().map(|n| NoiseShape { range: utf16.range(n.span), kind: n.kind }).collect(),
        hand: ByHand::new(story, Thing::Article(index)),
    }
}

fn notice_shape<'a>(notice: &'a Notice, story: &story::Story, texts: &[Utf16]) -> NoticeShape<'a> {
    let index = story.articles.iter().position(|f| Some(&f.article.id) == notice.article.as_ref());
    NoticeShape {
        article: notice.article.as_deref(),
        range: notice.span.zip(index).map(|(span, i)| texts[i].range(span)),
        message: &notice.message,
    }
}

/// `kind` and `severity` of a row.
#[must_use]
pub const fn row_kind(kind: RowKind) -> (&'static str, Option<&'static str>) {
    match kind {
        RowKind::HardConflict => ("conflict", Some("hard")),
        RowKind::SoftConflict => ("conflict", Some("soft")),
        RowKind::OpinionConflict => ("conflict", Some("opinion")),
        RowKind::SingleSource => ("single-source", None),
        RowKind::Agree => ("agree", None),
    }
}
