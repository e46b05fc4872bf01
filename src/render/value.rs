//! Values and times inside a sentence: `at least 10,000 people`, `between 1.5 and 2 million`, `by 31 August 2025`.

use chrono::Datelike;

use super::clean::{NAME, line};
use super::date::month;
use super::list::{digits, join};
use crate::model::edtf::{Day, Edtf};
use crate::model::number::Number;
use crate::model::quantity::Quantity;
use crate::model::unit::Unit;
use crate::model::value::Value;

/// A value with its unit. What is `rough` rests on figures that are themselves approximate.
pub(super) fn value(value: &Value, unit: Option<&str>, rough: bool) -> String {
    match value {
        Value::Quantity(quantity) => quantity_of(quantity, unit, rough),
        Value::Date(date) => date_of(date),
        Value::Text(texts) => {
            join(&texts.iter().map(|text| format!("\"{}\"", line(text, NAME))).collect::<Vec<_>>(), "or")
        }
        Value::Truth(truth) => if *truth { "so" } else { "not so" }.to_owned(),
    }
}

/// A value in words, as news writes it, with its unit: `at least 10,000 troops`, `$1.5 billion`, `on 18 June 2024`.
///
/// With the feature `text`, reading it again gives the same value; the exceptions stand in `docs/text.md`.
///
/// ```
/// use corroborate::{Number, Quantity, Value, render};
///
/// let value = Value::from(Quantity::AtMost(Number::from(15_000)));
/// assert_eq!(render::value(&value, Some("troops")), "no more than 15,000 troops");
/// ```
pub fn value_in_words(of: &Value, unit: Option<&str>) -> String {
    value(of, unit, false)
}

/// A figure that somebody gave, where the sentence has said what is counted: `about 1,100`, `none`; what is measured keeps its unit.
pub(super) fn figure(of: &Value, unit: Option<&str>) -> String {
    match of {
        Value::Quantity(Quantity::Exactly(zero)) if zero.is_zero() => "none".to_owned(),
        Value::Quantity(quantity) if unit.is_none_or(|unit| Noun::of(unit).is_plain()) => count_of(quantity, false),
        _ => value(of, unit, false),
    }
}

/// A quantity without its unit, before a noun.
pub(super) fn count_of(quantity: &Quantity, rough: bool) -> String {
    put(quantity, rough, true, &Noun::NONE)
}

fn quantity_of(quantity: &Quantity, unit: Option<&str>, rough: bool) -> String {
    let noun = unit.map_or(Noun::NONE, Noun::of);
    let is_one = |n: Number| n == Number::from(1);
    let one = match *quantity {
        Quantity::Exactly(n)
        | Quantity::About(n)
        | Quantity::AtLeast(n)
        | Quantity::AtMost(n)
        | Quantity::MoreThan(n)
        | Quantity::FewerThan(n) => is_one(n),
        Quantity::Nearly(_) | Quantity::Between(..) => false,
    };
    format!("{}{}", put(quantity, rough, noun.is_counted, &noun), if one { &noun.one } else { &noun.many })
}

/// The words around a number.
fn put(quantity: &Quantity, rough: bool, is_counted: bool, noun: &Noun) -> String {
    let n = |n: Number| format!("{}{}", noun.before, number(n, is_counted));
    let fewer = if is_counted { "fewer" } else { "less" };
    match *quantity {
        Quantity::Exactly(zero) if zero.is_zero() && is_counted => "no".to_owned(),
        Quantity::Exactly(it) => n(it),
        Quantity::About(it) => format!("about {}", n(it)),
        Quantity::Nearly(it) => format!("nearly {}", n(it)),
        Quantity::AtLeast(it) | Quantity::MoreThan(it) if rough => format!("about {} or more", n(it)),
        Quantity::AtLeast(it) => format!("at least {}", n(it)),
        Quantity::MoreThan(it) => format!("more than {}", n(it)),
        Quantity::AtMost(it) | Quantity::FewerThan(it) if rough => format!("no more than about {}", n(it)),
        Quantity::AtMost(it) => format!("no more than {}", n(it)),
        Quantity::FewerThan(it) => format!("{fewer} than {}", n(it)),
        Quantity::Between(low, high) => {
            let about = if rough { "about " } else { "" };
            // `between one and 2 million` would be between one and two million.
            let is_small = low.abs() < Number::from(1000) && high >= Number::from(1_000_000);
            let (low, high) = (n(low), if is_small { format!("{}{}", noun.before, plain(high)) } else { n(high) });
            let low = match (low.split_once(' '), high.split_once(' ')) {
                (Some((figure, scale)), Some((_, other))) if scale == other => figure.to_owned(),
                _ => low,
            };
            format!("between {about}{low} and {high}")
        }
    }
}

/// What is counted, as it stands before and behind the number.
struct Noun {
    before: &'static str,
    one: String,
    many: String,
    /// Whether single things are counted, not measured.
    is_counted: bool,
}

impl Noun {
    const NONE: Self = Self { before: "", one: String::new(), many: String::new(), is_counted: true };

    /// Whether a number says enough without it: not of percent, kilometres or dollars.
    fn is_plain(&self) -> bool {
        self.is_counted && self.before.is_empty()
    }

    fn of(unit: &str) -> Self {
        const MONEY: [(&str, &str); 4] = [("USD", "$"), ("EUR", "€"), ("GBP", "£"), ("JPY", "¥")];
        if let Some((_, sign)) = MONEY.iter().find(|(code, _)| *code == unit) {
            return Self { before: sign, one: String::new(), many: String::new(), is_counted: false };
        }
        let words = line(unit, NAME).replace("-per-", " a ").replace(['-', '_'], " ");
        let (head, rest) = words.find(" a ").map_or((words.as_str(), ""), |at| words.split_at(at));
        let is_measure = Unit::new(unit).dimension().is_some();
        let one = match head {
            "people" => "person",
            "percent" | "per cent" => head,
            _ if is_measure && head.len() < 4 => head,
            _ => head.strip_suffix('s').unwrap_or(head),
        };
        let behind = |head: &str| if head.is_empty() { String::new() } else { format!(" {head}{rest}") };
        Self { before: "", one: behind(one), many: behind(head), is_counted: !is_measure }
    }
}

/// A number as news writes it: words up to nine for what is counted, digits in groups, millions and more by name where that is as exact.
fn number(n: Number, is_counted: bool) -> String {
    let (units, decimals) = n.parts();
    let sign = if units < 0 { "-" } else { "" };
    let units = units.unsigned_abs();
    let scale = 10_u128.checked_pow(decimals).unwrap_or(1);
    let (whole, rest) = (units / scale, units % scale);
    if rest == 0 && is_counted && sign.is_empty() && (1..10).contains(&whole) {
        return super::list::number(usize::try_from(whole).unwrap_or_default());
    }
    if rest == 0 {
        const NAMES: [(u128, &str); 3] =
            [(1_000_000_000_000, "trillion"), (1_000_000_000, "billion"), (1_000_000, "million")];
        for (size, name) in NAMES {
            // Two decimals at most, or the digits are shorter to read.
            if whole >= size && whole % (size / 100) == 0 {
                let hundredths = whole % size / (size / 100);
                let fraction = format!("{hundredths:02}");
                let fraction = fraction.trim_end_matches('0');
                let point = if fraction.is_empty() { "" } else { "." };
                return format!("{sign}{}{point}{fraction} {name}", grouped(whole / size));
            }
        }
        return format!("{sign}{}", grouped(whole));
    }
    let fraction = format!("{rest:0>width$}", width = decimals as usize);
    format!("{sign}{}.{}", grouped(whole), fraction.trim_end_matches('0'))
}

/// A number in digits alone.
fn plain(n: Number) -> String {
    let (units, decimals) = n.parts();
    if decimals == 0 { grouped(units.unsigned_abs()) } else { number(n, false) }
}

fn grouped(whole: u128) -> String {
    usize::try_from(whole).map_or_else(|_| whole.to_string(), digits)
}

/// A date that a claim states, with its preposition: `on 18 June 2024`, `in June 2024`, `by 31 August 2025`.
pub(super) fn date_of(date: &Edtf) -> String {
    let is_rough = date.wide() != date.core();
    let mut spans = Vec::new();
    for (low, high) in date.core().iter() {
        use std::ops::Bound::{Excluded, Included, Unbounded};
        let first = match low {
            Included(day) => Some(*day),
            Excluded(day) => Some(day.next()),
            Unbounded => None,
        };
        let last = match high {
            Included(day) => Some(*day),
            Excluded(day) => Some(day.previous()),
            Unbounded => None,
        };
        spans.push(span(first, last, is_rough));
    }
    spans.truncate(SPANS);
    join(&spans, "or")
}

/// So many separate spans of one date are named.
const SPANS: usize = 4;

/// By when a count that grows has come to something. What was said at some time of a month still holds at its end where it is a bound from below; a bound from above
/// held at its beginning.
pub(super) fn by(time: &Edtf, is_floor: bool) -> String {
    let Some(last) = time.core().last() else {
        return date_of(time);
    };
    let about = if time.wide() == time.core() { "" } else { "about " };
    match time.core().first().and_then(|first| piece(first, last)) {
        Some(("in", words)) if is_floor => format!("by {about}the end of {words}"),
        Some((_, words)) => format!("by {about}{words}"),
        None => format!("by {about}{}", day(last)),
    }
}

fn span(first: Option<Day>, last: Option<Day>, is_rough: bool) -> String {
    match (first, last) {
        (Some(first), Some(last)) => match piece(first, last) {
            Some((_, words)) if is_rough => format!("around {words}"),
            Some((preposition, words)) => format!("{preposition} {words}"),
            None => {
                let months = month_begins(first).zip(month_ends(last));
                let is_next = match &months {
                    Some(_) => is_next_month(first, last),
                    None => first.next() == last,
                };
                let preposition = if months.is_some() { "in" } else { "on" };
                let (from, to) = months.unwrap_or_else(|| (day(first), day(last)));
                let from = super::date::without_repetition(&from, &to).to_owned();
                match (is_rough, is_next) {
                    (true, _) => format!("around {from} to {to}"),
                    (false, true) => format!("{preposition} {from} or {to}"),
                    (false, false) => format!("between {from} and {to}"),
                }
            }
        },
        (Some(first), None) => format!("on {} or later", day(first)),
        (None, Some(last)) => format!("by {}", day(last)),
        (None, None) => "at some time".to_owned(),
    }
}

/// A span that has a name of its own, a day, a month or a year, with its preposition.
fn piece(first: Day, last: Day) -> Option<(&'static str, String)> {
    if first == last {
        return Some(("on", day(first)));
    }
    let (from, to) = (first.date()?, last.date()?);
    let (starts, ends) = (month_begins(first)?, month_ends(last)?);
    if starts == ends {
        Some(("in", starts))
    } else if from.year() == to.year() && (from.month(), to.month()) == (1, 12) {
        Some(("in", from.year().to_string()))
    } else {
        None
    }
}

fn day(day: Day) -> String {
    day.date().map_or_else(|| day.to_string(), super::date::of_day)
}

/// Whether the second day lies in the month after that of the first.
fn is_next_month(first: Day, last: Day) -> bool {
    let month = |day: Day| day.date().map(|date| date.year() * 12 + date.month0().cast_signed());
    month(first).zip(month(last)).is_some_and(|(first, last)| first + 1 == last)
}

/// The month that begins on this day.
fn month_begins(day: Day) -> Option<String> {
    let date = day.date()?;
    (date.day() == 1).then(|| format!("{} {}", month(date), date.year()))
}

/// The month that ends on this day.
fn month_ends(day: Day) -> Option<String> {
    let next = day.next().date()?;
    let date = day.date()?;
    (next.day() == 1).then(|| format!("{} {}", month(date), date.year()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn n(text: &str) -> Number {
        text.parse().unwrap()
    }

    #[track_caller]
    fn put(quantity: Quantity, unit: &str, words: &str) {
        assert_eq!(value(&Value::from(quantity), (!unit.is_empty()).then_some(unit), false), words);
    }

    #[test]
    fn every_form_of_a_quantity_is_read_as_news_writes_it() {
        use Quantity::*;
        put(Exactly(n("15000")), "people", "15,000 people");
        put(About(n("2000")), "", "about 2,000");
        put(Nearly(n("11000")), "people", "nearly 11,000 people");
        put(AtLeast(n("10000")), "troops", "at least 10,000 troops");
        put(AtMost(n("50")), "missiles", "no more than 50 missiles");
        put(MoreThan(n("65")), "missiles", "more than 65 missiles");
        put(FewerThan(n("5")), "ships", "fewer than five ships");
        put(FewerThan(n("5")), "percent", "less than 5 percent");
        put(Between(n("1500000"), n("2000000")), "", "between 1.5 and 2 million");
        put(Between(n("800000"), n("2000000")), "shells", "between 800,000 and 2 million shells");
        put(Between(n("50"), n("100")), "metres", "between 50 and 100 metres");
        put(Between(n("1"), n("2000000")), "shells", "between one and 2,000,000 shells");
        put(Between(n("2"), n("3")), "modules", "between two and three modules");
    }

    #[test]
    fn numbers_units_and_money_agree_with_each_other() {
        use Quantity::*;
        put(Exactly(n("0")), "people", "no people");
        put(Exactly(n("1")), "people", "one person");
        put(AtLeast(n("1")), "vehicles", "at least one vehicle");
        put(About(n("92")), "people-per-day", "about 92 people a day");
        put(Exactly(n("1")), "people-per-day", "one person a day");
        put(About(n("3.7")), "percent", "about 3.7 percent");
        put(Exactly(n("-0.50")), "percent", "-0.5 percent");
        put(Between(n("1700000000"), n("5500000000")), "USD", "between $1.7 and $5.5 billion");
        put(About(n("2000")), "USD", "about $2,000");
        put(Exactly(n("1234567")), "", "1,234,567");
        put(Exactly(n("4800000")), "", "4.8 million");
        put(Exactly(n("1")), "km", "1 km");
    }

    #[test]
    fn figures_go_without_what_is_counted() {
        let spoken = |n: i64, unit: &str| figure(&Value::from(Quantity::Exactly(n.into())), Some(unit));
        assert_eq!(spoken(0, "people"), "none");
        assert_eq!(spoken(1100, "people"), "1,100");
        assert_eq!(spoken(40, "percent"), "40 percent");
        assert_eq!(spoken(2000, "USD"), "$2,000");
    }

    #[test]
    fn bounds_that_rest_on_rough_figures_say_so() {
        let rough = |quantity: Quantity| value(&Value::from(quantity), Some("people"), true);
        assert_eq!(rough(Quantity::AtLeast(n("10000"))), "about 10,000 or more people");
        assert_eq!(rough(Quantity::AtMost(n("10000"))), "no more than about 10,000 people");
        assert_eq!(rough(Quantity::Between(n("10"), n("20"))), "between about 10 and 20 people");
    }

    #[test]
    fn every_form_of_a_date_has_its_preposition() {
        for (edtf, words) in [
            ("2024-06-18", "on 18 June 2024"),
            ("2024-06-18~", "around 18 June 2024"),
            ("2024-06", "in June 2024"),
            ("2024-06~", "around June 2024"),
            ("2024", "in 2024"),
            ("2024-06-19/2024-06-20", "on 19 or 20 June 2024"),
            ("2024-10-08/2024-10-13", "between 8 and 13 October 2024"),
            ("2024-10-30/2024-11-02", "between 30 October and 2 November 2024"),
            ("2025-01/2025-06", "between January and June 2025"),
            ("2025-07/2025-08", "in July or August 2025"),
            ("2024-12/2025-01", "in December 2024 or January 2025"),
            ("2024-21", "between March and May 2024"),
            ("[2024-10,2024-12]", "in October 2024 or in December 2024"),
            ("../2025-08-31", "by 31 August 2025"),
            ("2016/..", "on 1 January 2016 or later"),
        ] {
            assert_eq!(value(&Value::from(Edtf::parse(edtf).unwrap()), None, false), words, "{edtf}");
        }
    }

    #[test]
    fn counts_that_grow_are_given_by_a_day() {
        for (edtf, is_floor, words) in [
            ("2024-10-28", true, "by 28 October 2024"),
            ("2025-04", true, "by the end of April 2025"),
            ("2025-04", false, "by April 2025"),
            ("2025", true, "by the end of 2025"),
            ("2025-04~", false, "by about April 2025"),
            ("2025-01-15/2025-02-04", true, "by 4 February 2025"),
            ("2025/..", true, "on 1 January 2025 or later"),
        ] {
            assert_eq!(by(&Edtf::parse(edtf).unwrap(), is_floor), words, "{edtf}");
        }
    }

    #[test]
    fn texts_are_quoted_and_truths_are_words() {
        let texts = Value::Text(vec!["Article 3".to_owned(), "Article\u{1b}4".to_owned()]);
        assert_eq!(value(&texts, None, false), "\"Article 3\" or \"Article4\"");
        assert_eq!([true, false].map(|truth| value(&Value::from(truth), None, false)), ["so", "not so"]);
    }
}
