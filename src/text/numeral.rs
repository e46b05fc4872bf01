//! Numbers: digits, words, and both together; exact.

use super::{lexicon::Word, line::Line, ratio::Ratio};
use crate::model::number::Number;

mod cardinal;
mod digits;
mod share;

/// A number in a sentence.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Numeral {
    pub(super) value: Ratio,
    /// The token behind it.
    pub(super) end: usize,
    /// What the last scale word multiplied, and by how much: 1.5 and a million in `1.5 million`.
    pub(super) scaled: Option<(Ratio, Ratio)>,
    /// How many digits, if there are only digits: `2024`, not `2,024`.
    pub(super) bare_digits: Option<usize>,
    /// A part of one, as `a third` and `one in five` say it.
    pub(super) is_share: bool,
    /// `dozens`, `several hundred`: at least that many.
    pub(super) is_vague: bool,
    /// `a couple of hundred`.
    pub(super) is_rough: bool,
    /// A number below ten in words.
    pub(super) is_small_word: bool,
}

impl Numeral {
    pub(super) fn new(value: Ratio, end: usize) -> Numeral {
        Numeral {
            value,
            end,
            scaled: None,
            bare_digits: None,
            is_share: false,
            is_vague: false,
            is_rough: false,
            is_small_word: false,
        }
    }
}

/// No number of the news is written in more tokens. What is longer ends here, which keeps reading linear.
const LONGEST: usize = 24;

/// The number that begins at this token.
pub(super) fn numeral(line: &Line<'_, '_>, at: usize) -> Option<Numeral> {
    if let Some(unsigned) = sign(line, at) {
        let mut read = numeral_without_sign(line, unsigned)?;
        read.value = read.value.negated();
        read.scaled = None;
        read.bare_digits = None;
        return Some(read);
    }
    numeral_without_sign(line, at)
}

fn numeral_without_sign(line: &Line<'_, '_>, at: usize) -> Option<Numeral> {
    // Most tokens begin no number.
    if !line.is_number(at) && line.word(at).is_none() && !matches!(line.lower(at), "a" | "an") {
        return None;
    }
    share::part(line, at)
        .or_else(|| share::plural(line, at))
        .or_else(|| cardinal::cardinal(line, at).map(|read| share::of_many(line, at, read)))
}

/// The token behind a sign that makes the number behind it negative.
fn sign(line: &Line<'_, '_>, at: usize) -> Option<usize> {
    let is_between = at.checked_sub(1).is_some_and(|before| line.is_number(before));
    let is_free = at == 0 || line.token(at).is_some_and(|token| token.spaced) || line.lower_before(at, 1) == "(";
    let follows = line.is_number(at + 1) || line.word(at + 1).is_some();
    match line.lower(at) {
        "minus" | "negative" if follows => Some(at + 1),
        "-" | "−" if is_free && !is_between && line.is_number(at + 1) && (line.is_glued(at + 1) || at == 0) => {
            Some(at + 1)
        }
        _ => None,
    }
}

/// The nearest decimal numbers below and above, or the number itself twice.
pub(super) fn bounds(value: Ratio) -> Option<(Number, Number)> {
    value.decimals()
}

fn is_small_word(line: &Line<'_, '_>, at: usize) -> bool {
    matches!(line.word(at), Some(Word::Unit(0..=9)))
}
