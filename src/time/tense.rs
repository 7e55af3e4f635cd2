//! Whether the clause around a place looks ahead or back.
//!
//! The verb nearest before the place decides ("said on Friday that it will"), else the nearest
//! one behind it ("On Friday, voters will"). Sentence borders are stops; so are semicolons.

use super::lexed::Lexed;
use crate::text::TokenKind;

/// How far a verb is looked for, in tokens.
const REACH: usize = 14;

/// Which way a word points.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Ahead,
    Back,
}

/// Whether what the tokens `first..last` date lies ahead.
pub(super) fn is_future(t: &Lexed, first: usize, last: usize) -> bool {
    direction(t, first, last) == Some(Way::Ahead)
}

/// Whether what the tokens `first..last` date lies behind, as a verb says.
pub(super) fn is_past(t: &Lexed, first: usize, last: usize) -> bool {
    direction(t, first, last) == Some(Way::Back)
}

fn direction(t: &Lexed, first: usize, last: usize) -> Option<Way> {
    let mut at = first;
    for _ in 0..REACH {
        let Some(before) = at.checked_sub(1) else { break };
        if is_border(t, before) {
            break;
        }
        at = before;
        if let Some(way) = points(t, at) {
            return Some(way);
        }
    }
    for at in last..last + REACH {
        if at >= t.len() || is_border(t, at) {
            break;
        }
        if let Some(way) = points(t, at) {
            return Some(way);
        }
    }
    None
}

fn is_border(t: &Lexed, at: usize) -> bool {
    t.kind(at) == Some(TokenKind::Mark)
        && matches!(t.text(at), "." | "!" | "?" | ";" | "”" | "…")
        && (t.spaced(at + 1) || t.text(at) != ".")
        && !(t.text(at) == "." && !t.capital(at + 1) && at + 1 < t.len())
}

/// Which way the word at `at` points, if it is a verb or as good as one.
fn points(t: &Lexed, at: usize) -> Option<Way> {
    if t.kind(at) == Some(TokenKind::Mark) || t.kind(at) == Some(TokenKind::Number) {
        return None;
    }
    let text = t.text(at);
    let ahead = t.is_any(
        at,
        &[
            "will",
            "'ll",
            "’ll",
            "shall",
            "would",
            "won't",
            "won’t",
            "scheduled",
            "expected",
            "expects",
            "expect",
            "plans",
            "plan",
            "planned",
            "planning",
            "due",
            "going",
            "intends",
            "intend",
            "hopes",
            "slated",
            "until",
            "deadline",
            "upcoming",
            "set",
            "may",
            "could",
            "might",
            "should",
            "must",
            "next",
            "forecast",
            "predicts",
            "aims",
            "starts",
            "begins",
            "opens",
            "can",
            "ready",
            "await",
            "awaits",
            "ahead",
            "postponed",
            "rescheduled",
            "delayed",
            "expires",
        ],
    );
    if ahead && text != "May" {
        return Some(Way::Ahead);
    }
    // "to meet", "to be held": an infinitive looks ahead, but not behind "used" or "began".
    let infinitive = t.is(at, "to")
        && t.kind(at + 1) == Some(TokenKind::Word)
        && t.is_any(
            at + 1,
            &[
                "be", "begin", "start", "meet", "open", "close", "vote", "decide", "hold", "take", "visit", "return",
                "leave", "arrive", "attend", "go", "discuss", "report", "announce", "release", "complete", "finish",
            ],
        )
        && !t.is_any(at.wrapping_sub(1), &["used", "began", "had", "failed", "forced", "seemed"]);
    if infinitive {
        return Some(Way::Ahead);
    }
    let back = t.is_any(
        at,
        &[
            "was", "were", "had", "did", "said", "told", "has", "have", "been", "since", "went", "came", "took",
            "made", "gave", "got", "saw", "met", "held", "won", "lost", "fell", "rose", "began", "broke", "sent",
            "left", "found", "led", "ran", "shot", "struck", "grew", "drew", "wrote", "brought", "sold", "bought",
            "became", "spoke", "sank", "dropped", "ago", "after", "died", "paid", "put", "hit",
        ],
    );
    let ed = text.len() > 4
        && text.ends_with("ed")
        && !t.capital(at)
        && !t.is_any(at, &["united", "indeed", "need", "proceed", "hundred", "exceed", "succeed"]);
    (back || ed).then_some(Way::Back)
}
