//! Dates in the reader's own language and order, through the browser's `Intl`.

use crate::time::Days;
use jiff::civil::Date;
use js_sys::{Array, Intl, Object, Reflect};
use std::cell::RefCell;
use std::collections::BTreeMap;
use wasm_bindgen::JsValue;

/// Names and values of `Intl.DateTimeFormat` options.
pub type Options = &'static [(&'static str, &'static str)];

/// "8 March 2024"
pub const LONG: Options = &[("day", "numeric"), ("month", "long"), ("year", "numeric")];
/// "8 Mar 2024"
pub const SHORT: Options = &[("day", "numeric"), ("month", "short"), ("year", "numeric")];
/// "Fri 8 March 2024"
pub const WEEKDAY: Options = &[("weekday", "short"), ("day", "numeric"), ("month", "long"), ("year", "numeric")];
/// "March 2024"
pub const MONTH: Options = &[("month", "long"), ("year", "numeric")];
/// "8 Mar"
pub const DAY_MONTH: Options = &[("day", "numeric"), ("month", "short")];

thread_local! {
    /// The language asked for, where the browser's own does not count.
    static LANGUAGE: RefCell<Option<String>> = const { RefCell::new(None) };
    /// A formatter takes longer to make than to use a hundred times.
    static FORMATTERS: RefCell<BTreeMap<usize, Intl::DateTimeFormat>> = const { RefCell::new(BTreeMap::new()) };
}

/// A day, and the hour of it where the options ask for one, as the options say.
#[must_use]
pub fn write(date: Date, hour: u8, options: Options) -> String {
    let at = js_sys::Date::new(&JsValue::from_f64(js_sys::Date::utc(0.0, 0.0)));
    // `Date.UTC` takes the years 0 to 99 for 19xx, so the year is set by itself.
    at.set_utc_full_year_with_month_date(
        i32::from(date.year()) as u32,
        i32::from(date.month()) - 1,
        i32::from(date.day()),
    );
    at.set_utc_hours(u32::from(hour));
    FORMATTERS.with_borrow_mut(|known| {
        let formatter = known.entry(options.as_ptr() as usize).or_insert_with(|| make(options));
        let format = formatter.format();
        format
            .call1(&JsValue::UNDEFINED, &at)
            .ok()
            .and_then(|text| text.as_string())
            .unwrap_or_else(|| date.to_string())
    })
}

/// Writes dates of this document as readers of a language do, from now on.
pub fn speak(language: Option<String>) {
    if LANGUAGE.replace(language.clone()) != language {
        FORMATTERS.set(BTreeMap::new());
    }
}

fn make(options: Options) -> Intl::DateTimeFormat {
    let bag = Object::new();
    for (name, value) in options.iter().chain(&[("timeZone", "UTC")]) {
        Reflect::set(&bag, &(*name).into(), &(*value).into()).ok(); // Setting on a fresh object cannot fail.
    }
    // The page is written in English, and so are its dates, in the reader's own order.
    let asked = LANGUAGE.with_borrow(|language| language.as_deref().map(JsValue::from_str));
    let languages = leptos::prelude::window().navigator().languages();
    let mut known = asked.into_iter().chain(languages.iter());
    let english = known.find(|l| l.as_string().is_some_and(|l| l.starts_with("en")));
    Intl::DateTimeFormat::new(&Array::of1(&english.unwrap_or_else(|| "en-GB".into())), &bag)
}

/// "8 March 2024".
#[must_use]
pub fn long(date: Date) -> String {
    write(date, 12, LONG)
}

/// "8 Mar 2024".
#[must_use]
pub fn short(date: Date) -> String {
    write(date, 12, SHORT)
}

/// "8 March 2024", or for longer spans the month, the years or both ends: "March 2024", "2024",
/// "2019 – 2020", "8 – 10 Mar 2024".
#[must_use]
pub fn span(days: Days) -> String {
    let Days { from, to } = days;
    if from == to {
        return write(from, 12, LONG);
    }
    if from.day() == 1 && to == to.last_of_month() {
        if from.first_of_month() == to.first_of_month() {
            return write(from, 12, MONTH);
        }
        if from.month() == 1 && to.month() == 12 {
            let [first, last] = [from.year(), to.year()].map(|year| year.to_string());
            return if first == last { first } else { [&first, " – ", &last].concat() };
        }
    }
    if from.year() == to.year() {
        return [&write(from, 12, DAY_MONTH), " – ", &write(to, 12, SHORT)].concat();
    }
    [&write(from, 12, SHORT), " – ", &write(to, 12, SHORT)].concat()
}
