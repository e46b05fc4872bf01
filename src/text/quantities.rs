//! Finds the figures of a sentence: bound, number or range, unit; and leaves out what only looks like one.

use super::{
    bound::{self, Bound, Negation},
    figure::Figure,
    line::Line,
    numeral::{self, Numeral},
    reading::Span,
    unit::{self, Found},
};
use crate::model::{number::Number, quantity::Quantity};

mod change;
mod range;
mod refused;
mod zero;

/// The figures of a sentence, in order. Linear in the sentence: at each token a few words are looked at, and a figure that
/// was read is not looked at again.
pub(super) fn figures(line: &Line<'_, '_>, into: &mut Vec<Figure>) {
    let mut at = 0;
    while at < line.len() {
        at = match figure(line, at) {
            Some(Read { figure: Some(figure), end }) => {
                into.push(figure);
                end
            }
            Some(Read { figure: None, end }) => end,
            None => at + 1,
        }
        .max(at + 1);
    }
}

/// A figure, or words with numbers in them that are none, up to this token.
struct Read {
    figure: Option<Figure>,
    end: usize,
}

impl Read {
    fn nothing(end: usize) -> Read {
        Read { figure: None, end }
    }
}

/// A number with the currency before it.
#[derive(Clone, Copy)]
struct Amount {
    numeral: Numeral,
    currency: Option<&'static str>,
    /// The first token, sign of the currency included.
    start: usize,
    /// The first token of the number itself.
    first: usize,
}

fn amount(line: &Line<'_, '_>, at: usize) -> Option<Amount> {
    // `-$5m` stays unread rather than losing its sign.
    if let Some((currency, first)) = unit::currency_before(line, at)
        && let Some(numeral) = numeral::numeral(line, first)
    {
        return Some(Amount { numeral, currency: Some(currency), start: at, first });
    }
    let mut numeral = numeral::numeral(line, at)?;
    let scaled = unit::scaled_code(line, numeral.end);
    if let Some((_, scale, end)) = scaled {
        numeral = Numeral { value: numeral.value.times(super::ratio::Ratio::whole(scale))?, end, ..numeral };
    }
    Some(Amount { numeral, currency: scaled.map(|(code, ..)| code), start: at, first: at })
}

fn figure(line: &Line<'_, '_>, at: usize) -> Option<Read> {
    let before = bound::before(line, at);
    let start = before.as_ref().map_or(at, |before| before.end);
    if let Some(read) = zero::none_of(line, at) {
        return Some(read);
    }
    let Some(one) = amount(line, start) else {
        return before.is_none().then(|| refused::unread(line, at)).flatten().map(Read::nothing);
    };
    if let Some(end) = refused::is_no_quantity(line, &one, before.is_some()) {
        return Some(Read::nothing(end));
    }
    let range = range::range(line, at, &one);
    if let Some(range::Outcome::Refused(end)) = range {
        return Some(Read::nothing(end));
    }
    let two = match &range {
        Some(range::Outcome::To(two)) => Some(two),
        _ => None,
    };
    let end = two.map_or(one.numeral.end, |two| two.end);
    let found = unit_of(line, &one, two, end);
    let behind = found.as_ref().map_or(end, |found| found.end.max(end));
    if refused::is_name_or_year(line, &one, two.is_some(), found.as_ref(), before.is_some()) {
        return Some(Read::nothing(end));
    }
    if before.as_ref().is_some_and(|before| before.is_unclear) {
        return Some(Read::nothing(behind));
    }
    let mut words = Words { bound: Bound::Exactly, phrase: None, end: behind };
    if let Some(before) = &before {
        let is_place = before.is_preposition && is_preposition(line, before.start, &one, found.as_ref());
        if !is_place {
            words.bound = before.bound;
            words.phrase = Some(line.span(before.start, before.end));
        }
    }
    match bound::negation(line, at, words.bound) {
        Negation::None => {}
        Negation::To(turned) => words.bound = turned,
        Negation::Unclear => return Some(Read::nothing(behind)),
    }
    // Behind the number, or behind its unit: `1,000 or more troops`, `1,000 troops or more`.
    let after_number = bound::after(line, end);
    let found = match after_number {
        Some((_, end)) if found.is_none() || behind <= end => unit_behind(line, &one, end).or(found),
        _ => found,
    };
    if let Some((after, end)) = after_number.or_else(|| bound::after(line, behind)) {
        if bound::negation(line, at, after) != Negation::None {
            return Some(Read::nothing(end));
        }
        words.bound = words.bound.and(after);
        let from = after_number.map_or(behind, |_| two.map_or(one.numeral.end, |two| two.end));
        words.phrase = words.phrase.or_else(|| Some(line.span(from, end)));
        words.end = words.end.max(end).max(found.as_ref().map_or(0, |found| found.end));
    }
    let figure = build(line, at, &one, two, found, words)?;
    Some(figure)
}

struct Words {
    bound: Bound,
    phrase: Option<Span>,
    end: usize,
}

fn build(
    line: &Line<'_, '_>,
    at: usize,
    one: &Amount,
    two: Option<&range::Second>,
    found: Option<Found>,
    words: Words,
) -> Option<Read> {
    let quantity = match two {
        Some(two) => {
            let (low, high) = (numeral::bounds(two.low)?.0, numeral::bounds(two.high)?.1);
            match words.bound {
                // Both ends included: the model has no open ranges, and this one says no more than was said.
                _ if two.is_open => Quantity::Between(low, high),
                // `up to 5 to 10`: a bound around a range says less than the range; its own side is kept.
                Bound::AtLeast | Bound::MoreThan => Quantity::AtLeast(low),
                Bound::AtMost | Bound::FewerThan => Quantity::AtMost(high),
                Bound::Exactly | Bound::About | Bound::Nearly => Quantity::Between(low, high),
            }
        }
        None => single(&one.numeral, words.bound)?,
    };
    quantity.check().ok()?;
    let number_end = two.map_or(one.numeral.end, |two| two.end);
    let is_share = one.numeral.is_share && one.currency.is_none();
    let of = found.as_ref().map(|found| found.span).filter(|span| !span.is_empty());
    let unit = match (one.currency, found) {
        (Some(currency), rate) => Some(with_rate(currency, rate)),
        (None, Some(found)) if is_share && !found.is_measure => Some("fraction".to_owned()),
        (None, Some(found)) => Some(found.name),
        (None, None) => is_share.then(|| "fraction".to_owned()),
    };
    let start = words.phrase.map_or(one.start, |_| at.min(one.start));
    let mut span = line.span(start, words.end.max(number_end));
    if let Some(phrase) = words.phrase {
        span = span.to(phrase);
    }
    let change = change::change(line, start, words.end.max(number_end), one);
    let figure = Figure {
        quantity,
        unit,
        is_vague: one.numeral.is_vague,
        change,
        span,
        number: line.span(one.first, number_end),
        bound: words.phrase,
        of,
    };
    Some(Read { figure: Some(figure), end: words.end.max(number_end) })
}

/// `$5 a barrel`
fn with_rate(currency: &str, rate: Option<Found>) -> String {
    match rate {
        Some(found) if found.name.starts_with("-per-") => format!("{currency}{}", found.name),
        _ => currency.to_owned(),
    }
}

/// One number with its bound. What no decimal can say, as a third, is rounded away from what the bound leaves open.
fn single(numeral: &Numeral, bound: Bound) -> Option<Quantity> {
    let (low, high): (Number, Number) = numeral::bounds(numeral.value)?;
    let bound = match bound {
        Bound::Exactly if numeral.is_vague => Bound::AtLeast,
        // An open count has no ceiling to be under, but `almost hundreds` may be fewer.
        Bound::About | Bound::Nearly if numeral.is_vague => Bound::About,
        Bound::Exactly if numeral.is_rough || low != high => Bound::About,
        other => other,
    };
    Some(match bound {
        Bound::Exactly => Quantity::Exactly(low),
        Bound::About => Quantity::About(low),
        Bound::Nearly => Quantity::Nearly(high),
        Bound::AtLeast => Quantity::AtLeast(low),
        Bound::AtMost => Quantity::AtMost(high),
        Bound::MoreThan => Quantity::MoreThan(low),
        Bound::FewerThan => Quantity::FewerThan(high),
    })
}

fn unit_of(line: &Line<'_, '_>, one: &Amount, two: Option<&range::Second>, end: usize) -> Option<Found> {
    if let Some(found) = two.and_then(|two| two.unit.clone()) {
        return Some(found);
    }
    unit_behind(line, one, end)
}

fn unit_behind(line: &Line<'_, '_>, one: &Amount, end: usize) -> Option<Found> {
    let is_one = one.numeral.value == super::ratio::Ratio::ONE;
    if one.currency.is_some() {
        return unit::rate(line, end);
    }
    let found = unit::behind(line, end, is_one);
    // `aged 41`, `Anna Petrova, 41, was`
    let comma =
        one.first.checked_sub(1).filter(|comma| *comma > 0 && line.lower(*comma) == "," && line.lower(end) == ",");
    let is_person = comma.is_some_and(|comma| line.is_capitalised(comma - 1) && line.is_word(comma - 1))
        && one.numeral.bare_digits.is_some_and(|digits| digits < 3);
    let is_age = is_person
        || matches!(line.lower_before(one.first, 1), "aged" | "age")
            && found.as_ref().is_none_or(|found| !found.is_measure);
    if is_age { unit::years_of_age(line, end) } else { found }
}

/// `over two bridges`, `$2,000 over three years`: where or during what, not how many.
fn is_preposition(line: &Line<'_, '_>, at: usize, one: &Amount, found: Option<&Found>) -> bool {
    let is_time = found.is_some_and(|found| {
        let name = found.name.as_str();
        ["second", "minute", "hour", "day", "week", "month", "year", "decade"].iter().any(|unit| name.starts_with(unit))
    });
    if is_time {
        return !matches!(
            line.lower_before(at, 1),
            "for"
                | "of"
                | "took"
                | "take"
                | "takes"
                | "lasted"
                | "last"
                | "lasts"
                | "is"
                | "was"
                | "are"
                | "were"
                | "after"
                | "aged"
                | "be"
                | "been"
                | "well"
                | "just"
                | "in"
                | "serve"
                | "served"
                | "spent"
                | "within"
                | "by"
                | "to"
                | ""
        );
    }
    // `handed over 300 prisoners`
    let is_particle = line.lower(at) == "over"
        && matches!(
            line.lower_before(at, 1),
            "handed"
                | "hand"
                | "hands"
                | "handing"
                | "turned"
                | "turn"
                | "turning"
                | "took"
                | "take"
                | "takes"
                | "taken"
                | "taking"
                | "passed"
                | "signed"
                | "carried"
                | "flew"
                | "fly"
                | "flying"
                | "crossed"
                | "spread"
                | "dispute"
                | "war"
                | "row"
                | "control"
                | "concern"
                | "concerns"
                | "won"
                | "victory"
                | "win"
        );
    is_particle || one.numeral.is_small_word && one.currency.is_none() && !found.is_some_and(|found| found.is_measure)
}
