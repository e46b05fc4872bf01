//! What single words mean as numbers and in the calendar; read once from the word lists.

use std::{collections::HashMap, sync::LazyLock};

use super::phrases::rows;

/// A word that counts or names a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    /// Nought to nineteen.
    Unit(i128),
    /// Twenty to ninety.
    Tens(i128),
    /// A hundred.
    Hundred,
    /// A thousand or more.
    Scale(i128),
    /// A scale that is written on to digits.
    Letter(i128),
    /// A dozen, a score.
    Group(i128),
    /// Dozens, thousands: open to above.
    Plural(i128),
    /// A third, and also the third; the flag says that it is a plural.
    Part(i128, bool),
    /// First, second.
    Ordinal(i128),
    /// `a few` hundred, `several` hundred.
    Few(i128),
    /// `a couple of` hundred.
    Pair,
    /// A month of the year.
    Month(u8),
    /// A day of the week, Monday first.
    Weekday(u8),
    /// One of the four seasons, by its EDTF number.
    Season(u8),
}

static LEXICON: LazyLock<HashMap<&'static str, Word>> = LazyLock::new(|| {
    let numbers = rows(include_str!("cues/numbers.tsv"));
    let calendar = rows(include_str!("cues/calendar.tsv"));
    numbers.chain(calendar).filter_map(|[form, class, value, _]| Some((form, word(form, class, value)?))).collect()
});

/// The word list, by words in lower case.
pub(super) fn lexicon() -> &'static HashMap<&'static str, Word> {
    &LEXICON
}

fn word(form: &str, class: &str, value: &str) -> Option<Word> {
    let value: i128 = value.parse().ok()?;
    let small = u8::try_from(value);
    Some(match class {
        "unit" => Word::Unit(value),
        "tens" => Word::Tens(value),
        "hundred" => Word::Hundred,
        "scale" => Word::Scale(value),
        "letter" => Word::Letter(value),
        "group" => Word::Group(value),
        "plural" => Word::Plural(value),
        "part" => Word::Part(value, form.ends_with('s')),
        "ordinal" => Word::Ordinal(value),
        "few" => Word::Few(value),
        "pair" => Word::Pair,
        "month" => Word::Month(small.ok()?),
        "weekday" => Word::Weekday(small.ok()?),
        "season" => Word::Season(small.ok()?),
        _ => return None,
    })
}
