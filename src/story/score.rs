//! How surely two clusters of different articles are one event: what they share, and when each was.

use super::features::Features;
use super::merge::Cluster;
use crate::day;

/// What it adds to that likeness that both tell a misfortune of one day that seldom strikes twice in it.
const OF_ONE_DAY: f32 = 0.2;
/// Such misfortunes; of attacks, fires and blasts a day may see several.
pub(super) const ONCE_A_DAY: [&str; 9] =
    ["breach", "collapse", "crash", "derail", "erupt", "hijack", "landslide", "quake", "sink"];

/// How surely two clusters of different articles are one event.
pub(super) fn score(features: &Features, clusters: &[Cluster], a: u32, b: u32) -> f32 {
    let (a, b) = (a as usize, b as usize);
    let mut score = features.likeness(clusters, a, b);
    let (a, b) = (&clusters[a], &clusters[b]);
    match (a.days, b.days) {
        (Some(x), Some(y)) if x == y && x.from == x.to => {
            // "Thursday's collapse" is that of whatever fell, but no bridge is a mine.
            let near = score > 0.0 || a.features.len().min(b.features.len()) < 2;
            score += 0.2 + if a.once && b.once && near { OF_ONE_DAY } else { 0.0 };
        }
        (Some(x), Some(y)) if x == y => score += 0.1,
        _ => {}
    }
    if a.happened != b.happened {
        score -= 0.2;
    }
    // What an article tells without a day is news when it is published: seldom what happened long
    // before, or was news then.
    if (a.days.is_none() || b.days.is_none())
        && let (Some(x), Some(y)) = (a.told, b.told)
    {
        score -= match day::number(x).abs_diff(day::number(y)) {
            0..=14 => 0.0,
            15..=60 => 0.08,
            61..=365 => 0.16,
            366..=1_000 => 0.24,
            _ => 0.32,
        };
    }
    // Done by the same, but to something else.
    if !a.asked.is_empty() && !b.asked.is_empty() && !a.asked.iter().any(|f| b.asked.binary_search(f).is_ok()) {
        score -= 0.15;
    }
    // What both articles come back to is what both are about.
    if score > 0.0 && !a.speech {
        score += 0.08 * a.events.len().min(b.events.len()).saturating_sub(1).min(3) as f32;
    }
    if a.speech || b.speech {
        score -= if a.mere || b.mere { 0.25 } else { 0.1 };
    }
    score
}
