//! [`Request`] to [`Response`]: one interface in a worker, on the page and on a desktop.
//!
//! Between page and worker both travel as bytes: [`Engine::answer`] takes and gives them. An article's
//! facts are passed on as the bytes that came back for it ([`facts`], [`tell`]), so the page
//! never decodes what only the engine needs.

use crate::bytes;
use crate::correct::Log;
use crate::entity::Model;
use crate::facts::{Facts, Reader};
use crate::import::{Article, Record};
use crate::query::{Index, Query, select};
use crate::story::Story;
use serde::{Deserialize, Serialize};
use std::cell::RefCell;
use std::sync::Arc;

/// What an engine can be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Request {
    /// Read one article.
    Read(Record),
    /// Unite the facts of all articles. Their order does not matter.
    Tell(Vec<Facts>),
    /// As [`Request::Tell`], with what a person corrected.
    TellCorrected(Log, Vec<Facts>),
}

/// What it answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Response {
    /// To [`Request::Read`].
    Facts(Box<Facts>),
    /// To [`Request::Tell`] and [`Request::TellCorrected`].
    Story(Box<Story>),
    /// The bytes were no request.
    Unreadable,
}

/// Two articles for [`Engine::warm_up`], with times, names, figures, causes and contradictions of many
/// kinds: publication day and text.
const WARM: [(&str, &str); 2] = [
    (
        "2023-05-11",
        "PORT ELLIS, May 11 (Coastal Wire) - At least 12 people were killed and more than 40 injured when a ferry sank off \
         Port Ellis on Wednesday night, the coast guard said.\n\n\
         \"We have never seen such waves,\" President Ana Diaz told reporters in Lima on May 10, 2023. She had met Prime \
         Minister Li Wei of Norland two days earlier.\n\n\
         The World Harbour Organization (WHO) blamed a broken engine. Repairs costing about $4.2 million began in \
         mid-April and were to end by late June, it said. The ferry, built in 1998, left at around 9:30 p.m. The union \
         denied that it was overloaded because inspections had been made last week.\n",
    ),
    (
        "2023-05-13",
        "Fourteen people died after a ferry went down near Port Ellis on 10 May, according to Diaz, who arrived on Friday \
         morning. Police arrested the captain yesterday and searched the offices of Norland Lines in Lima.\n\n\
         The Harbour Organization said the ferry was carrying 310 passengers, three times as many as allowed. \"It was not \
         the engine,\" said Maria Costa, a spokeswoman for the company, which has been under investigation since January. \
         At least 12 people were killed and more than 40 injured, the coast guard said.\n",
    ),
];

/// Answers requests.
#[derive(Clone, Debug, Default)]
pub struct Engine {
    reader: RefCell<Reader>,
}

impl Engine {
    /// Answers a request. Never fails; the same request gets the same answer everywhere.
    #[must_use]
    pub fn respond(&self, request: Request) -> Response {
        match request {
            Request::Read(record) => {
                Response::Facts(Box::new(crate::facts::read(Article::new(record), &self.reader.borrow())))
            }
            Request::Tell(facts) => Response::Story(Box::new(crate::story::tell(facts))),
            Request::TellCorrected(log, facts) => {
                Response::Story(Box::new(crate::story::tell_corrected(facts, log.in_force())))
            }
        }
    }

    /// Reads with this model of names from now on; false where the bytes are none: then rules go on
    /// alone. Not a request, because the bytes of a model need no decoding.
    #[must_use]
    pub fn learn(&self, model: &[u8]) -> bool {
        let model = Model::load(model).ok().map(Arc::new);
        let learned = model.is_some();
        self.reader.borrow_mut().model = model;
        learned
    }

    /// Goes through all that a first story needs, with a story of two made-up articles. Browsers
    /// compile each function when it is first called: this has them do so while the articles are
    /// still on their way.
    pub fn warm_up(&self) {
        let mut facts = Vec::new();
        for (i, &(published, text)) in WARM.iter().enumerate() {
            let record = Record {
                id: i.to_string(),
                text: text.into(),
                published: Some(published.into()),
                source: Some(published.into()),
                ..Record::default()
            };
            facts.push(self.answer(&encode(&Request::Read(record))));
        }
        let told = self.answer(&tell(facts.iter().map(|reply| self::facts(reply).unwrap_or_default())));
        // What draws is in the same program there; a library draws nothing.
        if !cfg!(feature = "library")
            && let Some(Response::Story(story)) = decode(&told)
        {
            let index = Index::new(Arc::new(*story));
            let _ = select(&index, &Query::default());
        }
    }

    /// Answers a request in bytes.
    ///
    /// ```
    /// use dateline::{engine::{self, Engine, Request}, import::Record};
    /// let request = Request::Read(Record { id: "a".into(), text: "Rain fell.".into(), ..Record::default() });
    /// let reply = Engine::default().answer(&engine::encode(&request));
    /// assert_eq!(engine::decode(&reply), Some(Engine::default().respond(request)));
    /// ```
    #[must_use]
    pub fn answer(&self, request: &[u8]) -> Vec<u8> {
        encode(&bytes::read(request).map_or(Response::Unreadable, |request| self.respond(request)))
    }
}

/// A request or response as bytes.
#[must_use]
pub fn encode(message: &impl Serialize) -> Vec<u8> {
    // Writing to memory cannot fail, and no type here has a length unknown beforehand.
    postcard::to_allocvec(message).unwrap_or_default()
}

/// A response from its bytes; `None` where they are none.
#[must_use]
pub fn decode(reply: &[u8]) -> Option<Response> {
    bytes::read(reply)
}

/// A story in the reply to [`Request::Tell`], decoded one article at a time: that of a thousand is
/// too much for a page that has to answer its reader meanwhile.
#[derive(Debug)]
pub struct Unfolding<'a> {
    rest: &'a [u8],
    left: u32,
    articles: Vec<Facts>,
}

impl<'a> Unfolding<'a> {
    /// The beginning; `None` where the reply holds no story.
    #[must_use]
    pub fn of(reply: &'a [u8]) -> Option<Self> {
        // The second variant's number, then the story's first field.
        let (left, rest) = bytes::take(reply.strip_prefix(&[1])?)?;
        Some(Self { rest, left, articles: Vec::new() })
    }

    /// Decodes one article more; false where none is left, `None` where the bytes are damaged.
    pub fn step(&mut self) -> Option<bool> {
        if self.left == 0 {
            return Some(false);
        }
        let (facts, rest) = bytes::take(self.rest)?;
        self.articles.push(facts);
        (self.rest, self.left) = (rest, self.left - 1);
        Some(true)
    }

    /// The story.
    #[must_use]
    pub fn finish(mut self) -> Option<Story> {
        while self.step()? {}
        let (entities, events, rows, copies, notices, hand) = decoded(self.rest)?;
        Some(Story { articles: self.articles, entities, events, rows, copies, notices, hand })
    }
}

/// Whatever else was sent as bytes; `None` where they are none of it.
#[must_use]
pub fn decoded<T: serde::de::DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    bytes::read(bytes)
}

/// The facts in the reply to [`Request::Read`], still as bytes.
#[must_use]
pub fn facts(reply: &[u8]) -> Option<&[u8]> {
    // The first variant's number, then what it holds.
    reply.strip_prefix(&[0])
}

/// [`Request::Tell`] as bytes, from the bytes that [`facts`] gave for each article.
#[must_use]
pub fn tell<'a>(facts: impl ExactSizeIterator<Item = &'a [u8]>) -> Vec<u8> {
    tell_corrected(&Log::default(), facts)
}

/// The same, with what a person corrected.
#[must_use]
pub fn tell_corrected<'a>(log: &Log, facts: impl ExactSizeIterator<Item = &'a [u8]>) -> Vec<u8> {
    // The variant's number, what was corrected, how many follow, and they themselves.
    let mut message = if log.done() == 0 { encode(&(1u32, facts.len())) } else { encode(&(2u32, log, facts.len())) };
    facts.for_each(|one| message.extend_from_slice(one));
    message
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::correct::{Anchor, Correction, Op, Subject};

    fn records() -> Vec<Record> {
        let record = |id: &str, text: &str| Record { id: id.into(), text: text.into(), ..Record::default() };
        vec![
            record(
                "a",
                "date 2024-03-28 Ana Diaz said on Friday that at least 12 people were hurt in Port Ellis.\nMore.",
            ),
            record(
                "b",
                "“Rain” fell — 雨 🚢 — in mid-February 2024, about 3.5 million litres.\r\n\r\nAdvertisement\r\n",
            ),
            record("", ""),
        ]
    }

    #[test]
    fn bytes_and_types_say_the_same() {
        let mut read = Vec::new();
        let mut parts = Vec::new();
        let engine = Engine::default();
        for record in records() {
            let reply = engine.answer(&encode(&Request::Read(record.clone())));
            let Some(Response::Facts(facts)) = decode(&reply) else { panic!("no facts of {record:?}") };
            assert_eq!(Response::Facts(facts.clone()), engine.respond(Request::Read(record)));
            parts.push(super::facts(&reply).unwrap().to_vec());
            read.push(*facts);
        }
        let message = tell(parts.iter().map(Vec::as_slice));
        assert_eq!(message, encode(&Request::Tell(read.clone())));
        let mut log = Log::default();
        let anchor = Anchor::new("a", &read[0].article.text, read[0].times[0].span);
        log.push(Correction::new(Op::SetDate, Subject::Time, anchor, "2024-03-21"));
        let corrected = tell_corrected(&log, parts.iter().map(Vec::as_slice));
        assert_eq!(corrected, encode(&Request::TellCorrected(log, read.clone())));
        let Some(Response::Story(told)) = decode(&engine.answer(&corrected)) else { panic!("no story") };
        assert_eq!(told.hand.touched.len(), 1);
        let reply = engine.answer(&message);
        let mut unfolding = Unfolding::of(&reply).unwrap();
        assert_eq!(unfolding.step(), Some(true));
        assert_eq!(unfolding.finish(), Some(crate::story::tell(read.clone())));
        assert_eq!(Unfolding::of(&reply[..reply.len() / 2]).and_then(Unfolding::finish), None);
        assert!(Unfolding::of(&corrected).is_none());
        assert_eq!(decode(&reply), Some(engine.respond(Request::Tell(read))));
    }

    #[test]
    fn a_model_is_learnt_or_refused() {
        let engine = Engine::default();
        let model = include_bytes!("../model/names.model");
        assert!(engine.learn(model));
        engine.warm_up();
        assert!(!engine.learn(&model[..model.len() / 2]));
    }

    #[test]
    fn anything_else_is_unreadable() {
        for bytes in [&b""[..], b"\x07", b"\x00\xff", b"\x01\xff\xff\xff\xff\x0f", b"GET / HTTP/1.1"] {
            let reply = Engine::default().answer(bytes);
            assert_eq!(decode(&reply), Some(Response::Unreadable), "{bytes:?}");
            assert_eq!(super::facts(&reply), None);
        }
    }
}
