//! The features of a token: what the model's weights are attached to.
//!
//! A template is a number; its feature's hash mixes it with what the template looks at. The
//! order and meaning of templates are part of the model's format.

use super::hash::feature;
use super::sheet::{Sheet, Stretch, Traits};

/// Which of the features written tell the word itself and its affixes.
pub const OWN: std::ops::Range<usize> = 1..12;

/// Where a template looks beyond the sentence.
const OUTSIDE: Traits = Traits {
    word: 1,
    shape: 1,
    prefix: [1; 5],
    suffix: [1; 5],
    class: 0,
    coarse: 0,
    kind: 0,
    lists: 0,
    part: 0,
    active: false,
    capital: false,
    run: (0, 1),
    signs: 0,
};

/// Writes the features of token `i` of a stretch to `out`. `lists` off leaves list features out.
pub fn write(sheet: &Sheet, stretch: &Stretch, i: usize, lists: bool, out: &mut Vec<u32>) {
    out.clear();
    let (first, last) = (stretch.first as usize, stretch.last as usize);
    let at = |offset: isize| -> &Traits {
        match i.checked_add_signed(offset) {
            Some(j) if j >= first && j < last => sheet.traits.get(j).unwrap_or(&OUTSIDE),
            _ => &OUTSIDE,
        }
    };
    let t = at(0);
    let (p, n, pp, nn) = (at(-1), at(1), at(-2), at(2));
    let opens = u32::from(i == first);
    let mut template = 0;
    let mut add = |a: u32, b: u32| {
        template += 1;
        out.push(feature(template, a, b));
    };
    let pair = |a: u32, b: u32| a.rotate_left(13).wrapping_mul(0x9e37_79b1) ^ b;

    // The word and its parts.
    add(0, 0);
    add(t.word, 0);
    add(t.word, t.shape);
    for k in 1..5 {
        add(t.prefix[k], u32::from(t.capital));
    }
    for k in 0..5 {
        add(t.suffix[k], u32::from(t.capital));
    }
    add(t.shape, opens);
    add(t.shape, t.suffix[2]);
    // Neighbours.
    add(p.word, 0);
    add(n.word, 0);
    add(pp.word, 0);
    add(nn.word, 0);
    add(p.shape, 0);
    add(n.shape, 0);
    add(p.suffix[2], 0);
    add(n.suffix[2], 0);
    add(p.word, t.word);
    add(t.word, n.word);
    add(p.word, t.shape);
    add(n.word, t.shape);
    add(pp.word, p.word);
    add(n.word, nn.word);
    add(p.shape, t.shape);
    add(t.shape, n.shape);
    add(pair(p.shape, t.shape), n.shape);
    add(pair(pp.word, p.shape), t.shape);
    add(pair(nn.word, n.shape), t.shape);
    // Classes of like use.
    let class = |t: &Traits| if t.class == 0 { t.shape } else { u32::from(t.class) };
    let coarse = |t: &Traits| if t.coarse == 0 { t.shape } else { u32::from(t.coarse) };
    add(class(t), t.shape);
    add(class(p), u32::from(t.capital));
    add(class(n), u32::from(t.capital));
    add(class(pp), u32::from(t.capital));
    add(class(nn), u32::from(t.capital));
    add(class(p), class(t));
    add(class(t), class(n));
    add(coarse(t), t.shape);
    add(pair(coarse(p), coarse(t)), t.shape);
    add(pair(coarse(t), coarse(n)), t.shape);
    add(pair(coarse(p), coarse(t)), coarse(n));
    add(class(p), class(n));
    add(class(t), u32::from(p.kind));
    add(class(t), u32::from(n.kind));
    // Word tables.
    add(u32::from(t.kind), t.shape);
    add(u32::from(p.kind), t.shape);
    add(u32::from(n.kind), t.shape);
    add(pair(u32::from(p.kind), u32::from(n.kind)), u32::from(t.kind));
    add(u32::from(pp.kind), pair(p.shape, t.shape));
    // The run of capitals.
    let (start, end) = (t.run.0 as usize, t.run.1 as usize);
    let of = |j: usize| sheet.traits.get(j).unwrap_or(&OUTSIDE);
    let (head, tail) = (of(start), of(end - 1));
    let before = if start > first { of(start - 1) } else { &OUTSIDE };
    let after = if end < last { of(end) } else { &OUTSIDE };
    let beyond = if end + 1 < last { of(end + 1) } else { &OUTSIDE };
    let ahead = if start > first + 1 { of(start - 2) } else { &OUTSIDE };
    let place = ((i - start).min(3) as u32) << 4 | (end - 1 - i).min(3) as u32;
    let length = (end - start).min(4) as u32;
    let goes_on = u32::from(beyond.capital) << 1 | u32::from(ahead.capital && before.word != head.word);
    add(place, u32::from(stretch.capitals));
    add(head.word, place);
    add(tail.word, place);
    add(class(head), place);
    add(class(tail), place);
    add(u32::from(tail.kind), place);
    add(u32::from(head.kind), place);
    add(before.word, length);
    add(after.word, length);
    add(before.word, class(tail));
    add(after.word, class(head));
    add(pair(before.word, after.word), length);
    add(pair(class(head), class(tail)), place);
    add(tail.suffix[2], length);
    add(pair(u32::from(tail.kind), after.word), goes_on);
    add(pair(u32::from(tail.kind), before.word), place);
    add(pair(class(before), class(after)), length);
    add(pair(after.word, goes_on), class(beyond));
    add(pair(before.word, goes_on), class(ahead));
    add(pair(ahead.word, before.word), length);
    // What the document says elsewhere.
    let signs = u32::from(t.signs);
    add(signs & 3, t.shape);
    add(signs & 3, pair(opens, u32::from(stretch.capitals)));
    add(signs >> 2 & 31, place);
    add(u32::from(tail.signs) >> 2, length);
    add(u32::from(head.signs) >> 2, length);
    add(pair(signs & 3, class(t)), opens);
    for sign in (2..13).filter(|sign| signs >> sign & 1 == 1) {
        out.push(feature(180 + sign, place, signs & 3));
    }
    // Lists, each bit of the longest match.
    if lists {
        let near = |o: &Traits| u32::from(o.lists) << 2 | u32::from(o.part);
        let mut add = |template: u32, a: u32, b: u32| out.push(feature(template, a, b));
        add(200, near(t), t.shape);
        add(201, near(t), place);
        add(202, near(p), u32::from(t.capital));
        add(203, near(n), u32::from(t.capital));
        add(204, pair(near(p), near(t)), near(n));
        add(205, near(tail), place);
        add(206, near(head), place);
        for bit in (0..8).filter(|bit| t.lists >> bit & 1 == 1) {
            add(210 + bit, u32::from(t.part), u32::from(t.capital));
            add(220 + bit, u32::from(t.part), before.word);
        }
    }
}
