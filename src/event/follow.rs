//! Days that one clause takes over from another: from the scene that the sentences before it have
//! set, or from the hour of an entry in a live report.

use super::reader::Reader;
use super::scene::{self, Scene, Told};
use super::{Certainty, When, anchor, group, place, speech, trigger, when};

impl Reader<'_, '_, '_> {
    /// Dates a clause that states no day from the sentences before it, where it goes on with them.
    pub(super) fn continued(&mut self, told: &Told, draft: &trigger::Draft, group: &group::Group) -> When {
        use super::group::{Link, Tense};
        let none = When { clock: told.clock, ..When::default() };
        // "The ship had left port at 12.40am": on the day told of, if that is no later than what was told.
        let before = group.tense == Tense::PastPerfect && told.clock.is_some();
        let past = matches!(group.tense, Tense::Past | Tense::PastProgressive)
            || (group.tense == Tense::Ing && told.joined)
            || before;
        let main = matches!(group.link, Link::Main | Link::And | Link::When | Link::Content);
        if when::is_unresolved(self.times, self.words.cover(&told.tokens)) {
            return none;
        }
        if !past || !main || draft.certainty == Certainty::Planned {
            return none;
        }
        let speaks = speech::is_speech(&draft.lemma);
        let back_from_history = self.history.is_some_and(|h| told.sentence - h.min(told.sentence) <= 1);
        // What was said and what was done are followed apart; who speaks may go on to act.
        let fits = |scene: &&Scene| {
            let strong = scene.has_subject(told) || told.occasion;
            let same = told.joined && scene.sentence == told.sentence;
            // "She said on Sunday …. She was accused of …": the day of what was said is not that of what was suffered.
            let acts = speaks || !scene.spoken || !group.passive && group.link != Link::Content;
            acts && (strong || (!back_from_history && (speaks || !scene.spoken || same))) && scene.holds(told, speaks)
        };
        let Some(scene) = self.scenes.iter().rev().find(fits) else { return none };
        let time = &self.times[scene.time];
        // "After the case closed, he wrote to them": behind what the scene tells of, on that day or later.
        if let Some(after) = &told.after {
            let shared = super::reader::content_words(self.words, after.clone(), self.masked);
            let same = shared.iter().any(|w| scene.has_word(w));
            let not_before = time.days.filter(|_| same).map(|d| d.from);
            return When { not_before, ..none };
        }
        if let Some(relation) = scene::leaves_scene(self.words, told.tokens.clone()) {
            let Some(days) = time.days else { return none };
            return match relation {
                place::Relation::After => When { not_before: Some(days.from), ..none },
                _ => When { not_after: Some(days.to), ..none },
            };
        }
        // Told of a night, it may be that evening's; told of a day, another's.
        let night = time.value.ends_with("TNI");
        let late =
            |clock: Option<(u8, u8)>| clock.map_or(!night && told.clock >= Some((12, 0)), |c| told.clock > Some(c));
        if before && late(when::clock_of(&time.value)) {
            return When { not_after: time.days.map(|d| d.to), ..none };
        }
        let basis = format!("Goes on with what the text dates “{}” before it.", time.span.of(self.words.document.text));
        let dated = anchor::Dated { time: scene.time, basis, borrowed: true, shift: 0 };
        let when = when::when(&dated, self.times, told.clock, Some(true), self.words.document.article.published_date());
        if before {
            return when;
        }
        self.set_scene(told, dated.time, speaks);
        when
    }

    /// Dates what an entry of a live report tells as new: to the day of its hour, which is not the
    /// hour at which it happened.
    pub(super) fn entered(&mut self, told: &Told, time: usize) -> When {
        let basis = format!("Told in the entry of “{}”.", self.times[time].span.of(self.words.document.text));
        let dated = anchor::Dated { time, basis, borrowed: true, shift: 0 };
        let when = when::when(&dated, self.times, told.clock, Some(true), self.words.document.article.published_date());
        self.set_scene(told, time, false);
        When { clock: told.clock, ..when }
    }

    /// Notes what a dated clause tells of, for the sentences behind it.
    pub(super) fn set_scene(&mut self, told: &Told, time: usize, speaks: bool) {
        let same = |s: &Scene| s.spoken == speaks && self.times[s.time].days == self.times[time].days;
        let mut scene = match self.scenes.iter().position(same) {
            Some(k) => self.scenes.remove(k),
            None => Scene::new(time, speaks),
        };
        scene.add(told);
        self.scenes.push(scene);
        if self.scenes.len() > 4 {
            self.scenes.remove(0);
        }
    }
}
