//! Sets the marks of a lane into rows from left to right, and makes bins of what is too dense.

use super::{Bin, DOT, GAP, Item, LABEL_GAP, LEAST_BAR, LEAST_BIN, LONG_BAR, Label, Pens, ROW, WIDE_DAY, WIDEST_LABEL};
use crate::display::days::View;
use crate::display::ticks;
use crate::display::timeline::{Lane, Look};

/// The state of one row while marks are set.
#[derive(Clone, Copy)]
struct Row {
    mark_end: f32,
    label_end: f32,
    last: Option<u32>,
}

struct Setting<'a> {
    rows: Vec<Row>,
    items: Vec<Item>,
    /// Labels that were shortened for a stretch that may yet become a bin.
    undo: Vec<(u32, Option<Label>)>,
    pens: &'a Pens<'a>,
    first_y: f32,
    /// Right end of the whole of time.
    end: f32,
}

/// Sets the marks of a lane into rows within `setting`, a stretch around the view; counted bins where
/// they are too many.
pub(super) fn set(
    lane: &Lane,
    index: u32,
    view: View,
    setting: View,
    width: f32,
    (first_y, rows): (f32, u32),
    pens: &Pens,
) -> (Vec<Item>, Vec<Bin>) {
    let empty = Row { mark_end: f32::MIN, label_end: f32::MIN, last: None };
    let mut state = Setting {
        rows: vec![empty; rows.max(1) as usize],
        items: Vec::new(),
        undo: Vec::new(),
        pens,
        first_y,
        end: view.x(setting.to, width),
    };
    let mut bins = Vec::new();
    let bottom = first_y + rows as f32 * ROW;
    let bin = |from: f64, to: f64, x0: f32, x1: f32, count: usize| Bin {
        x0: x0 + 1.0,
        x1: x1 - 1.0,
        y0: first_y + 1.0,
        y1: bottom - 1.0,
        count: count as u32,
        lane: index,
        from,
        to,
    };
    // What began before and reaches in.
    let begin = lane.from(setting.from);
    let mut unplaced = 0;
    for i in lane.reaching(setting.from)..begin {
        if lane.end[i] > setting.from && !state.add(lane, i, index, view, width) {
            unplaced += 1;
        }
    }
    if unplaced > 0 {
        let from = lane.start.first().copied().unwrap_or(view.from);
        let x0 = view.x(setting.from, width);
        bins.push(bin(from, setting.from, x0, x0 + LEAST_BIN, unplaced));
        state.block(x0, x0 + LEAST_BIN);
    }
    let step = ticks::step_of(view, width, LEAST_BIN);
    let end = lane.from(setting.to);
    let mut i = begin;
    while i < end {
        let from = step.floor(lane.start[i]);
        let to = step.after(from).max(from + 1e-4);
        let after = i + lane.start[i..end].partition_point(|&start| start < to);
        let after = after.max(i + 1);
        if !state.add_all(lane, i..after, index, view, width) {
            let (x0, x1) = (view.x(from, width), view.x(to, width));
            state.block(x0, x1);
            bins.push(bin(from, to, x0, x1, after - i));
        }
        i = after;
    }
    (state.items, bins)
}

impl Setting<'_> {
    /// Sets a stretch of marks, or none of them.
    fn add_all(&mut self, lane: &Lane, marks: std::ops::Range<usize>, index: u32, view: View, width: f32) -> bool {
        // A dot is wider than a row is free for; more than a few a row cannot fit in a bin.
        if marks.len() > self.rows.len() * 6 {
            return false;
        }
        let (rows, items) = (self.rows.clone(), self.items.len());
        self.undo.clear();
        for i in marks {
            if !self.add(lane, i, index, view, width) {
                self.rows = rows;
                self.items.truncate(items);
                for (item, label) in self.undo.drain(..).rev() {
                    if let Some(item) = self.items.get_mut(item as usize) {
                        item.label = label;
                    }
                }
                return false;
            }
        }
        true
    }

    /// Sets one mark into the first row that has room for it.
    fn add(&mut self, lane: &Lane, i: usize, index: u32, view: View, width: f32) -> bool {
        let look = lane.look[i];
        let (mut x0, mut x1) = (view.x(lane.start[i], width), view.x(lane.end[i], width));
        let dot = look.has(Look::DAY) && x1 - x0 < WIDE_DAY;
        let least = if dot { DOT } else { LEAST_BAR };
        if dot || x1 - x0 < least {
            let middle = f32::midpoint(x0, x1);
            (x0, x1) = (middle - least / 2.0, middle + least / 2.0);
        }
        let reach = if look.has(Look::OPEN_END | Look::OPEN_START) { 22.0 } else { 0.0 };
        let (left, right) = (
            if look.has(Look::OPEN_START) { x0 - reach } else { x0 },
            if look.has(Look::OPEN_END) { x1 + reach } else { x1 },
        );
        // At the end of all time a label has to stand on the left of its mark: there the row
        // with the most room is best, everywhere else the first.
        let wanted = || self.pens.width(lane.event[i], lane.slots[i]).min(WIDEST_LABEL);
        let near_end = right + GAP + WIDEST_LABEL > self.end;
        let named = lane.named[i] && self.pens.carries(lane.event[i]);
        let crowded = near_end && named && right + GAP + wanted() > self.end;
        let mut free = self.rows.iter().enumerate().filter(|row| row.1.label_end + LABEL_GAP <= left);
        let free = if crowded { free.min_by(|a, b| a.1.label_end.total_cmp(&b.1.label_end)) } else { free.next() };
        let free = free.map(|row| row.0);
        let row = free.or_else(|| {
            // Bars may touch: those of two days following one another do.
            let apart = if dot { 3.0 } else { -0.5 };
            let with_room = self.rows.iter().enumerate().filter(|(_, r)| r.mark_end + apart <= left);
            with_room.min_by(|a, b| a.1.label_end.total_cmp(&b.1.label_end)).map(|(row, _)| row)
        });
        let Some(row) = row else { return false };
        if free.is_none() {
            self.shorten(row, left - LABEL_GAP);
        }
        let label = named.then(|| self.label((lane.event[i], lane.slots[i]), (x0, x1), right, dot)).flatten();
        let label_end = label.as_ref().map_or(right, |l| right.max(l.x + l.width));
        let item = self.items.len() as u32;
        self.items.push(Item {
            x0,
            x1,
            y: self.first_y + (row as f32 + 0.5) * ROW,
            event: lane.event[i],
            lane: index,
            look,
            dot,
            slots: lane.slots[i],
            label,
            named,
            row: row as u32,
            free: self.rows[row].mark_end.max(self.rows[row].label_end) + LABEL_GAP,
        });
        self.rows[row] = Row { mark_end: right, label_end, last: Some(item) };
        true
    }

    /// A label inside a bar that is long enough, else to the right.
    fn label(&self, told: (u32, u8), (x0, x1): (f32, f32), right: f32, dot: bool) -> Option<Label> {
        let width = self.pens.width(told.0, told.1);
        if !dot && width + GAP * 2.0 <= x1 - x0 {
            return Some(Label { x: x0 + GAP, width, text: self.pens.name(told.0).to_owned() });
        }
        if !dot && x1 - x0 > LONG_BAR {
            return self.pens.fit(told, x1 - x0 - GAP * 2.0, x0 + GAP);
        }
        self.pens.fit(told, WIDEST_LABEL, right + GAP)
    }

    /// Lets the last label of a row end at `end`, or drops it.
    fn shorten(&mut self, row: usize, end: f32) {
        let Some(last) = self.rows[row].last else { return };
        let Some(item) = self.items.get_mut(last as usize) else { return };
        let Some(label) = item.label.take() else { return };
        item.label = self.pens.fit((item.event, item.slots), end - label.x, label.x);
        let state = &mut self.rows[row];
        state.label_end = item.label.as_ref().map_or(state.mark_end, |l| state.mark_end.max(l.x + l.width));
        self.undo.push((last, Some(label)));
    }

    /// Keeps every row free of labels and marks from `x0` to `x1`.
    fn block(&mut self, x0: f32, x1: f32) {
        for row in 0..self.rows.len() {
            if self.rows[row].label_end > x0 - GAP {
                self.shorten(row, x0 - GAP);
            }
            let state = &mut self.rows[row];
            state.label_end = state.label_end.max(x1);
            state.mark_end = state.mark_end.max(x1);
            state.last = None;
        }
    }
}
