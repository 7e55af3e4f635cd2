//! The phrases and words by which causes are told.

use crate::claim::Turns;

/// Phrases before a cause, behind what it brought about.
pub(super) static CAUSED_BY: Turns = Turns::new(&[
    "caused by",
    "triggered by",
    "sparked by",
    "started by",
    "ignited by",
    "set off by",
    "brought on by",
    "brought down by",
    "resulted from",
    "was the result of",
    "were the result of",
    "as a result of",
    "blamed on",
    "the blame on",
    "attributed to",
    "traced to",
    "owing to",
    "because of",
    "because a",
    "because an",
    "after striking",
    "after hitting",
    "after colliding with",
    "due to",
]);

/// Phrases before a cause that leave what it brought about to the sentence before.
pub(super) static POINT_TO: Turns = Turns::new(&[
    "the cause was",
    "the trigger was",
    "the culprit was",
    "an act of",
    "suspected a",
    "suspects a",
    "indications pointed to",
    "evidence pointed to",
    "signs pointed to",
    "evidence points to",
    "data point to",
    "data pointed to",
    "findings point to",
    "findings pointed to",
    "signs point to",
    "speculation about",
    "blamed",
    "blames",
    "blaming",
]);

/// Verbs between a cause and what it brought about.
pub(super) static LED_TO: Turns =
    Turns::new(&["led to", "caused", "triggered", "gave rise to", "brought down", "touched off", "brought"]);

/// What is brought about by a single cause: a mishap, and what gives way in one.
pub(super) static MISHAPS: Turns = Turns::new(&[
    "disaster",
    "tragedy",
    "accident",
    "catastrophe",
    "crash",
    "collapse",
    "fire",
    "blaze",
    "explosion",
    "blast",
    "derailment",
    "sinking",
    "spill",
    "leak",
    "outage",
    "blackout",
    "failure",
    "breach",
    "landslide",
    "slide",
    "avalanche",
    "fall",
    "roof",
    "slope",
    "gate",
    "bridge",
    "dam",
    "wall",
    "tower",
    "rock",
    "plane",
    "aircraft",
    "helicopter",
    "balloon",
    "cabin",
    "deaths",
]);

/// Things that are causes by nature, with the word before what they come from.
pub(super) static FAULTS: Turns = Turns::new(&[
    "spark from",
    "sparks from",
    "fault in",
    "faults in",
    "leak in",
    "leak from",
    "defect in",
    "defects in",
    "error by",
    "error in",
    "crack in",
    "cracks in",
    "failure of",
    "negligence of",
    "negligence by",
]);

/// Phrases before a reason.
pub(super) static REASONS: Turns = Turns::new(&["based on", "in response to", "on account of", "on grounds of"]);

/// Words before causes that are thought of and not held.
pub(super) static WEIGHED: Turns = Turns::new(&["hypotheses", "theories", "scenarios", "whether", "possible causes"]);

/// What is known or reckoned from, which is no reason.
pub(super) static KNOWN: Turns = Turns::new(&[
    "video",
    "videos",
    "rate",
    "data",
    "figures",
    "reports",
    "estimates",
    "interviews",
    "documents",
    "images",
    "footage",
    "records",
    "findings",
    "survey",
]);

/// Words that begin a noun phrase.
pub(super) static DETERMINERS: Turns = Turns::new(&["a", "an", "the", "its", "his", "her", "their", "this", "several"]);

/// Words for whatever went wrong.
pub(super) static VAGUE: Turns = Turns::new(&[
    "disaster",
    "accident",
    "tragedy",
    "incident",
    "event",
    "catastrophe",
    "mishap",
    "death",
    "deaths",
    "damage",
    "it",
    "this",
]);
