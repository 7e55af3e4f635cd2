//! Reads the events of a document, sentence by sentence.

use super::anchor::{self, Bounds, Dated};
use super::group::{Group, Link, Mask, Parsed, Tense};
use super::line::{Line, tells};
use super::listed::{self, Listed};
use super::place::{self, Relation};
use super::scene::{self, Scene, Told};
use super::trigger::{self, Draft, DraftKind};
use super::words::{Kind, Words};
use super::{
    Certainty, Event, TriggerKind, When, ahead, bounds, classes, happened, lead, nouns, parse, present, speaker,
    speech, stem, when, wording,
};
use crate::entity::{Entities, EntityKind};
use crate::span::Span;
use crate::time::{Days, Inferred, TimeKind, TimeMention};
use std::ops::Range;

/// What is known while a document is read.
pub(super) struct Reader<'r, 'd, 'a> {
    pub(super) words: &'r Words<'d, 'a>,
    pub(super) times: &'r [TimeMention],
    entities: &'r Entities,
    pub(super) masked: &'r [Mask],
    /// The days that the sentences before tell of, the latest last.
    pub(super) scenes: Vec<Scene>,
    /// What relative clauses of the sentence being read tell: "the singer, who died on Monday, sold …"
    /// goes on with no Monday, the next sentence may.
    aside: Vec<(Told, usize, bool)>,
    /// The last sentence that tells of times long past.
    pub(super) history: Option<usize>,
    /// Number of sentences so far that tell what happened: what describes takes no time.
    telling: usize,
    /// The person last told to do something: who "he" or "she" is.
    person: Option<u32>,
    /// What was found, in order.
    pub(super) events: Vec<Event>,
}

/// The clause that tells a draft: its tokens, who takes part, and where.
struct Clause {
    tokens: Range<usize>,
    subject: Option<u32>,
    actors: Vec<u32>,
    places: Vec<u32>,
    clock: Option<(u8, u8)>,
}

impl<'r, 'd, 'a> Reader<'r, 'd, 'a> {
    pub(super) fn new(
        words: &'r Words<'d, 'a>,
        times: &'r [TimeMention],
        entities: &'r Entities,
        masked: &'r [Mask],
    ) -> Self {
        Self {
            words,
            times,
            entities,
            masked,
            scenes: Vec::new(),
            aside: Vec::new(),
            history: None,
            telling: 0,
            person: None,
            events: Vec::new(),
        }
    }

    /// Reads the sentence of an index, in which these times stand.
    pub(super) fn sentence(&mut self, index: usize, times: Range<usize>) {
        let line = self.line(index, times);
        let drafts = trigger::find(
            self.words,
            &line.parsed,
            self.masked,
            &|group| {
                line.places.iter().any(|p| p.group == Some(group))
                    || line.published.is_some()
                        && present::said(self.words, &line.parsed, group, &self.times[line.times.clone()]).is_some()
            },
            &|token| line.places.iter().any(|p| p.noun == Some(token)),
        );
        self.telling += usize::from(line.parsed.groups.iter().any(tells));
        let from = self.events.len();
        let mut listed = Vec::new();
        for draft in drafts {
            self.event(&line, draft, &mut listed);
        }
        for event in listed {
            let at = from + self.events[from..].partition_point(|e| e.trigger < event.trigger);
            self.events.insert(at, event);
        }
        for (told, time, speaks) in std::mem::take(&mut self.aside) {
            self.set_scene(&told, time, speaks);
        }
    }

    fn line(&self, index: usize, times: Range<usize>) -> Line {
        let words = self.words;
        let document = words.document;
        let sentence = &document.sentences[index];
        let lead = lead::read(words, &sentence.token_range());
        let range = lead.end..sentence.last as usize;
        let mut parsed = parse::parse(words, range.clone(), self.masked);
        let places = place::places(words, &parsed, range.clone(), self.times, times.clone());
        let lengths = place::lengths(words, self.times, times.clone());
        let entry = lead.stamp.and_then(|s| {
            let within = |t: &usize| s.contains(&document.tokens_in(self.times[*t].span).start);
            times.clone().find(|t| within(t) && self.times[*t].days.is_some())
        });
        let dated = anchor::groups(words, &parsed, &places, self.times, &lengths);
        let published = document.article.published_date();
        ahead::look(words, &mut parsed, &dated, self.times, published);
        let speakers = speaker::find(words, &parsed, &range);
        Line { span: sentence.span, range, times, parsed, places, dated, speakers, entry, published }
    }

    /// Reads a draft; at the further times that its clause lists, what it tells goes to `listed`.
    fn event(&mut self, line: &Line, draft: Draft, listed: &mut Vec<Event>) {
        let words = self.words;
        let group = line.group(&draft);
        let verbal = is_verbal(&draft);
        let clause = self.clause(line, &draft);
        let own = anchor::own(&line.parsed, &draft, &line.places, &line.dated, self.times, words.document.text)
            .filter(|_| !self.is_behind_its_toll(line, &draft))
            .map(std::borrow::Cow::into_owned);
        // "police said": who says so is told with what they say.
        if speech::is_mere_speech(&draft.lemma) && own.is_none() && clause.subject.is_none() {
            return;
        }
        let (when, others) = self.dated(line, &draft, &clause, own.as_ref());
        let ahead = |when: &When| when.days.zip(line.published).is_some_and(|(days, p)| days.from > p);
        let trigger = words.cover(&(*draft.tokens.start()..draft.tokens.end() + 1));
        let said = draft.group.filter(|_| verbal).and_then(|g| speaker::subject(words, &line.parsed, g, &line.range));
        let speaker = draft.group.and_then(|g| line.speakers.get(g).copied().flatten());
        let speaker = speaker.filter(|s| !s.contains(trigger));
        let doubtful = group.is_some() && speaker.is_some_and(|s| doubted(words, &line.parsed, s));
        let loose = !verbal || group.is_some_and(|g| matches!(g.tense, Tense::Infinitive | Tense::Ing));
        let certainty = match draft.certainty {
            Certainty::Reported if doubtful => Certainty::Claimed,
            // "Voters go to the polls on 9 June": what has a day to come is planned.
            Certainty::Reported if loose && ahead(&when) => Certainty::Planned,
            certainty => certainty,
        };
        let event = Event {
            trigger,
            clause: words.cover(&clause.tokens),
            sentence: line.span,
            label: wording::label(words, &line.parsed, &draft, &clause.tokens),
            when,
            actors: clause.actors,
            places: clause.places,
            certainty,
            speaker,
            trigger_kind: match draft.kind {
                DraftKind::Noun { definite: true } | DraftKind::Carried { definite: true } => TriggerKind::Back,
                DraftKind::Noun { definite: false } => TriggerKind::Noun,
                _ => TriggerKind::Clause,
            },
            subject: said.map(|r| words.cover(&r)),
            passive: group.is_some_and(|g| g.passive),
            lemma: draft.lemma,
        };
        listed.extend(others.into_iter().map(|(trigger, when)| Event {
            trigger,
            when,
            trigger_kind: TriggerKind::Listed,
            ..event.clone()
        }));
        self.events.push(event);
    }

    /// The clause of a draft, and who and what stands in it.
    fn clause(&mut self, line: &Line, draft: &Draft) -> Clause {
        let tokens = wording::clause(self.words, &line.parsed, draft);
        let span = self.words.cover(&tokens);
        let (mut actors, places) = self.names(span, line.span);
        let clock = self.clock(span, line.times.clone());
        let subject = self.subject(&line.parsed, draft.group, &line.range);
        // "…, killing two": whoever did the rest.
        if is_verbal(draft)
            && let Some(subject) = subject.filter(|s| !actors.contains(s))
        {
            actors.push(subject);
        }
        Clause { tokens, subject, actors, places, clock }
    }

    /// What a clause has in common with others.
    fn told(&self, line: &Line, draft: &Draft, clause: &Clause) -> Told {
        let group = line.group(draft);
        // What the sentence's own clause goes on with may stand in a clause that hangs on it.
        let (reach, mut names) = if group.is_some_and(|g| g.link == Link::Main) {
            (line.range.clone(), self.names(line.span, line.span))
        } else {
            (clause.tokens.clone(), (clause.actors.clone(), clause.places.clone()))
        };
        names.0.extend(clause.subject);
        Told {
            sentence: self.telling,
            subject: clause.subject,
            tokens: clause.tokens.clone(),
            names: names.0.into_iter().chain(names.1).collect(),
            words: content_words(self.words, reach, self.masked),
            clock: clause.clock,
            points_back: self.points_back(&clause.tokens, group),
            joined: group.is_some_and(|g| {
                let parent = g.parent.filter(|&p| Some(p) < draft.group).and_then(|p| line.parsed.groups.get(p));
                matches!(g.link, Link::And | Link::When) && parent.is_some_and(|p| tells(p) || p.tense == Tense::Ing)
            }),
            occasion: scene::names_occasion(self.words, clause.tokens.clone()),
            back: self.words.is(line.range.start, &["earlier", "previously"]),
            after: line.after_undated(draft.group),
            toll: group.is_some_and(|g| {
                let hospital = g.lemma == "take" && clause.tokens.clone().any(|t| self.words.is(t, &["hospital"]));
                let harmed = g.passive
                    && (hospital || speech::is_harm(&g.lemma) && g.lemma != "claim" || speech::is_rescue(&g.lemma));
                // "died when his own car overturned" is another matter.
                let apart = line.parsed.groups.iter().any(|o| {
                    o.parent == draft.group && matches!(o.link, Link::When | Link::After | Link::Before | Link::Because)
                });
                let perished = matches!(g.lemma.as_str(), "die" | "drown" | "perish" | "collapse");
                (harmed || perished) && !apart
            }),
        }
    }

    /// The date of a draft, and the further ones that its clause lists, with the words of each.
    fn dated(&mut self, line: &Line, draft: &Draft, clause: &Clause, own: Option<&Dated>) -> (When, Vec<(Span, When)>) {
        let text = self.words.document.text;
        let group = line.group(draft);
        let told = self.told(line, draft, clause);
        // "at 22:52": the day is the scene's, and that of the publication only without one.
        let bare = own.is_some_and(|o| when::is_bare_clock(&self.times[o.time]));
        let mut when = self.day(line, draft, &told, own, bare);
        let own = own.filter(|own| is_verbal(draft) && !own.borrowed);
        if let (Some(own), Some(group)) = (own, group) {
            self.note(told, draft, group, own, when.days.is_some() && !bare);
        }
        if when.days.is_none()
            && let Some(group) = draft.group.filter(|_| is_verbal(draft) && draft.certainty == Certainty::Reported)
            && let Some(now) =
                present::present(self.words, &line.parsed, group, &self.times[line.times.clone()], line.published)
        {
            when = now;
        }
        if when.days.is_none() {
            let found = draft.group.filter(|_| is_verbal(draft)).map_or_else(Bounds::default, |g| {
                anchor::bounds(&line.parsed, &line.places, &line.dated, self.times, g, text)
            });
            // "The trial will open" is to come; the crash that "the board will look into" is not.
            let named = !is_verbal(draft) && draft.certainty != Certainty::Planned;
            let subject =
                |g: &&Group| *draft.tokens.end() < g.first && !self.is_under_preposition(*draft.tokens.start());
            let over =
                draft.certainty == Certainty::Planned && happened::happened(self.words, draft, group) == Some(true);
            let tense = group.filter(|g| !over && (!named || subject(g))).map(|g| g.tense);
            bounds::fill(&mut when, found, tense, draft.certainty, line.published);
        }
        let list = own
            .filter(|_| !bare)
            .zip(draft.group)
            .and_then(|(own, group)| listed::listed(self.words, &line.places, self.times, group, own.time));
        match list {
            Some(Listed::Or(all)) => (listed::either(self.words, self.times, &all), Vec::new()),
            Some(Listed::Through(a, b)) => (listed::through(self.words, self.times, a, b).unwrap_or(when), Vec::new()),
            Some(Listed::Ending(length)) => {
                let end = own.and_then(|own| self.times.get(own.time));
                (end.and_then(|end| listed::ending(self.words, end, length)).unwrap_or(when), Vec::new())
            }
            Some(Listed::And(others)) => {
                let happened = happened::happened(self.words, draft, group);
                let further = others.into_iter().map(|other| {
                    let dated = Dated::stated(text, self.times, other, Relation::At);
                    (self.times[other].span, when::when(&dated, self.times, None, happened, line.published))
                });
                (when, further.collect())
            }
            None => (when, Vec::new()),
        }
    }

    /// The day of a draft: its own, or that of the scene it goes on with.
    fn day(&mut self, line: &Line, draft: &Draft, told: &Told, own: Option<&Dated>, bare: bool) -> When {
        let group = line.group(draft);
        let scene = match group {
            // "were surveying it on Friday after a blast rocked the port, |killing nine": not on Friday.
            Some(group) if own.is_none() && line.hangs_on_undated(group) => {
                When { clock: told.clock, ..When::default() }
            }
            Some(group) if is_verbal(draft) && (own.is_none() || bare) => {
                // "In March they signed a truce, but it collapsed": the sentence is of another day than the scene.
                let moved = |when: &When| {
                    let before = line.dated.iter().take(draft.group.unwrap_or_default()).flatten();
                    let mut stated = before.filter(|d| !d.borrowed).filter_map(|d| self.times[d.time].days);
                    when.days.is_some_and(|days| stated.any(|own| own != days))
                };
                let scene = self.continued(told, draft, group);
                let scene = if moved(&scene) { When { clock: told.clock, ..When::default() } } else { scene };
                let main = group.link == Link::Main;
                let fresh = main && scene.days.is_none() && own.is_none() && draft.certainty != Certainty::Planned;
                match line.entry {
                    Some(time) if fresh && (tells(group) || group.tense == Tense::Present) => self.entered(told, time),
                    _ => scene,
                }
            }
            _ => When { clock: told.clock, ..When::default() },
        };
        // "at 9.16" alone tells no day, not even that of writing.
        let figure = |time: &TimeMention| {
            time.span.of(self.words.document.text).bytes().all(|b| matches!(b, b'0'..=b'9' | b'.'))
        };
        // Behind what was told of another day, an hour alone need not be of the day of publication.
        let happened = happened::happened(self.words, draft, group);
        let elsewhere = |s: &Scene| self.times[s.time].days.is_some_and(|d| line.published.is_some_and(|p| d.to < p));
        let open = scene.days.is_none()
            && scene.not_after.is_none()
            && !(happened == Some(true) && self.scenes.last().is_some_and(elsewhere));
        let Some(own) = own.filter(|o| !bare || open && !figure(&self.times[o.time])) else {
            return scene;
        };
        let happened = happened::nearest(happened, group, &self.times[own.time], line.published);
        let when = when::when(own, self.times, told.clock, happened, line.published);
        let when = self.before_that(line, group, own, when);
        let past = is_verbal(draft) && happened == Some(true);
        if past && when::is_unfounded(own, self.times, when.days, line.published) { When::default() } else { when }
    }

    /// "The boat had left port on Friday", told on a Friday: not on that of the telling, but the one before.
    fn before_that(&self, line: &Line, group: Option<&Group>, own: &Dated, when: When) -> When {
        let time = &self.times[own.time];
        let first = self.words.document.tokens_in(time.span).start;
        let told_today = line.published.is_some_and(|p| when.days == Some(Days { from: p, to: p }));
        let earlier = group.is_some_and(|g| g.tense == Tense::PastPerfect && g.link == Link::Main);
        // "as of Wednesday" ends with the telling, "rescheduled for Saturday" is to be after it.
        let by = first > 0 && self.words.is(first - 1, &["by", "for"])
            || first > 1 && self.words.is(first - 1, &["of"]) && self.words.is(first - 2, &["as"])
            // "had rejected it earlier on Thursday": on that of the telling
            || first > 1 && self.words.is(first - 2, &["earlier", "early", "later", "late"]);
        if !(told_today && earlier && time.inferred.contains(&Inferred::Weekday)) || by || own.shift != 0 {
            return when;
        }
        let mut earlier = own.clone();
        earlier.shift = -7;
        when::when(&earlier, self.times, when.clock, Some(true), line.published)
    }

    /// Notes what a clause with a time of its own says of the days that the text tells of.
    fn note(&mut self, told: Told, draft: &Draft, group: &Group, own: &Dated, certain: bool) {
        let Some(days) = self.times[own.time].days else { return };
        let long = crate::day::number(days.to) - crate::day::number(days.from) > 27;
        if long && group.tense == Tense::Past && matches!(group.link, Link::Main | Link::And) {
            // The text has gone over to history.
            self.history = Some(self.telling);
        }
        // "the man arrested on Monday" is told of whatever day the sentence is.
        let aside =
            matches!(group.tense, Tense::Future | Tense::Would | Tense::Possible | Tense::Infinitive | Tense::Reduced);
        if certain && !aside && days.from == days.to {
            let speaks = speech::is_speech(&draft.lemma) || matches!(draft.lemma.as_str(), "cite" | "quote");
            if group.link == Link::Relative && group.tense == Tense::PastPerfect {
                // "a woman who had flown in two days before": what follows is of another day.
            } else if group.link == Link::Relative {
                self.aside.push((told, own.time, speaks));
            } else {
                self.set_scene(&told, own.time, speaks);
            }
        }
    }

    /// The people and organisations, and the places, of a clause; the sentence's places where
    /// the clause has none.
    fn names(&self, clause: Span, sentence: Span) -> (Vec<u32>, Vec<u32>) {
        let from = self.entities.mentions.partition_point(|m| m.span.end <= sentence.start);
        let (mut actors, mut places, mut around) = (Vec::new(), Vec::new(), Vec::new());
        for mention in self.entities.mentions[from..].iter().take_while(|m| m.span.start < sentence.end) {
            let list = match mention.kind {
                EntityKind::Place | EntityKind::Facility if clause.contains(mention.span) => &mut places,
                EntityKind::Place | EntityKind::Facility => &mut around,
                EntityKind::Person | EntityKind::Organization if clause.contains(mention.span) => &mut actors,
                _ => continue,
            };
            if !list.contains(&mention.cluster) {
                list.push(mention.cluster);
            }
        }
        if places.is_empty() && around.len() == 1 {
            places = around;
        }
        (actors, places)
    }

    /// The person or organisation that a clause begins with, or by whom it was done.
    fn subject(&mut self, parsed: &Parsed, group: Option<usize>, sentence: &Range<usize>) -> Option<u32> {
        let verb = parsed.groups.get(group?)?;
        let agent = verb.last + 1;
        let range = if verb.passive && self.words.is(agent, &["by"]) {
            agent + 1..(agent + 6).min(parsed.clause(group?).end)
        } else {
            speaker::subject(self.words, parsed, group?, sentence)?
        };
        let span = self.words.cover(&range);
        let from = self.entities.mentions.partition_point(|m| m.span.end <= span.start);
        let named = self.entities.mentions[from..]
            .iter()
            .take_while(|m| m.span.start < span.end)
            .filter(|m| matches!(m.kind, EntityKind::Person | EntityKind::Organization))
            .last();
        if let Some(named) = named {
            if named.kind == EntityKind::Person {
                self.person = Some(named.cluster);
            }
            return Some(named.cluster);
        }
        if range.clone().any(|t| self.words.is(t, &["he", "she"])) { self.person } else { None }
    }

    /// "The death toll from |an earthquake rose on Saturday", "Two victims of |a crash died": it was before that.
    fn is_behind_its_toll(&self, line: &Line, draft: &Draft) -> bool {
        let first = *draft.tokens.start();
        let own = line.places.iter().any(|p| p.noun.is_some_and(|n| draft.tokens.contains(&n)));
        let leads = line.group(draft).is_some_and(|g| *draft.tokens.end() < g.first);
        !is_verbal(draft) && !own && leads && self.is_under_preposition(first)
    }

    /// "the inquest into the |deaths"
    fn is_under_preposition(&self, noun: usize) -> bool {
        let inside = |t: usize| matches!(self.words.kind(t), Kind::Content | Kind::Number | Kind::Clitic);
        let mut start = noun;
        while start > 0 && inside(start - 1) {
            start -= 1;
        }
        if start > 0 && self.words.kind(start - 1) == Kind::Determiner {
            start -= 1;
        }
        start > 0 && self.words.kind(start - 1) == Kind::Preposition
    }

    /// Whether a clause begins with a pronoun or "this".
    fn points_back(&self, tokens: &Range<usize>, group: Option<&Group>) -> bool {
        let pronouns = ["he", "she", "it", "they", "this", "that", "these", "his", "her", "their", "its"];
        let end = group.map_or(tokens.start, |g| g.first);
        (tokens.start..end)
            .find(|&t| matches!(self.words.kind(t), Kind::Pronoun | Kind::Determiner | Kind::Content))
            .is_some_and(|t| self.words.is(t, &pronouns))
    }

    /// The time of day that a clause states.
    fn clock(&self, clause: Span, times: Range<usize>) -> Option<(u8, u8)> {
        self.times[times]
            .iter()
            .filter(|t| t.kind == TimeKind::Time && clause.contains(t.span))
            .find_map(|t| when::clock_of(&t.value))
    }
}

/// Whether a draft is told by a verb.
fn is_verbal(draft: &Draft) -> bool {
    !matches!(draft.kind, DraftKind::Noun { .. })
}

/// Whether the verb before or behind a speaker leaves open if what is said is so.
fn doubted(words: &Words, parsed: &Parsed, speaker: Span) -> bool {
    parsed.groups.iter().any(|g| {
        speech::is_doubtful(&g.lemma)
            && words.document.tokens.get(g.start).is_some_and(|t| t.start <= speaker.start)
            && words.document.tokens.get(g.last).is_some_and(|t| t.end >= speaker.end)
    })
}

/// The nouns and adjectives of a stretch, as stems, without names and times.
pub(super) fn content_words(words: &Words, range: Range<usize>, masked: &[Mask]) -> Vec<String> {
    range
        .filter(|&t| words.kind(t) == Kind::Content && masked.get(t) == Some(&Mask::None) && words.word(t).len() > 3)
        .map(|t| {
            // "an explosion … the blast"
            let event = nouns::read(words.word(t)).map(|noun| classes::of(&noun.base).to_owned());
            event.unwrap_or_else(|| stem(words.word(t)).to_owned())
        })
        .collect()
}
