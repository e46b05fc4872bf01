//! Years: behind a month, by themselves, in words, and by the decade or century.

use super::{
    super::{date::Unresolved, lexicon::Word, line::Line, unit},
    atom::{Atom, When, month},
    period::Period,
};

/// A year behind a month or day: `2024`, `, 2024`, `of 2024`.
pub(super) fn year_behind(line: &Line<'_, '_>, at: usize) -> Option<(i32, usize)> {
    let joint = usize::from(matches!(line.lower(at), "," | "of" | "in"));
    // `of 87`, `of '87`
    let apostrophe = usize::from(matches!(line.lower(at + 1), "'" | "’" | "‘"));
    if line.lower(at) == "of"
        && let Some(short) = line.token(at + 1 + apostrophe).filter(|token| token.text.len() == 2)
        && let Ok(year) = short.text.parse::<i32>()
        && line.ends_at(at + 2 + apostrophe)
    {
        return Some((if year < 30 { 2000 + year } else { 1900 + year }, at + 2 + apostrophe));
    }
    let (year, end) = four_digits(line, at + joint).or_else(|| year_in_words(line, at + joint))?;
    // `on 5 May, 2000 soldiers` counts soldiers.
    let is_count = joint > 0
        && line.lower(at) == ","
        && unit::noun(line, end, false).is_some_and(|(from, to)| to - from < 3)
        && year % 100 == 0;
    (!is_count).then_some((year, end))
}

/// Four digits that can be a year.
pub(super) fn four_digits(line: &Line<'_, '_>, at: usize) -> Option<(i32, usize)> {
    let text = line.token(at)?.text;
    let is_year = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit()) && !text.starts_with('0');
    let is_tied =
        line.is_glued(at + 1) && (line.is_word(at + 1) || matches!(line.lower(at + 1), "/" | ":" | "%" | "°"));
    if !is_year || is_tied && line.lower(at + 1) != "'s" {
        return None;
    }
    let year: i32 = text.parse().ok()?;
    (1000..2200).contains(&year).then_some((year, at + 1))
}

/// `two thousand and twenty`, `nineteen eighty six`
fn year_in_words(line: &Line<'_, '_>, at: usize) -> Option<(i32, usize)> {
    let value = |at: usize| match line.word(at) {
        Some(Word::Unit(n) | Word::Tens(n)) => i32::try_from(n).ok(),
        _ => None,
    };
    let pair = |at: usize| {
        let tens = value(at)?;
        match value(at + 1) {
            Some(ones @ 1..=9) if tens >= 20 => Some((tens + ones, at + 2)),
            _ => Some((tens, at + 1)),
        }
    };
    if line.lower(at) == "two" && line.lower(at + 1) == "thousand" {
        let and = usize::from(line.lower(at + 2) == "and");
        return Some(pair(at + 2 + and).map_or((2000, at + 2), |(rest, end)| (2000 + rest, end)));
    }
    let century = value(at).filter(|century| (15..=20).contains(century))?;
    let (rest, end) = pair(at + 1).filter(|(rest, _)| (10..100).contains(rest))?;
    Some((century * 100 + rest, end))
}

/// `the 1990s`, `1990s`, `the 21st century`
pub(super) fn decade(line: &Line<'_, '_>, at: usize, has_article: bool) -> Option<Atom> {
    let text = line.token(at).filter(|_| line.is_number(at))?.text;
    let suffix = line.lower(at + 1);
    if text.len() == 4 && text.ends_with('0') && suffix == "s" && line.is_glued(at + 1) {
        let first: i32 = text.parse().ok()?;
        return Some(Atom {
            when: When::Known(Period::years(first, first + 9).ok_or(Unresolved::NoSuchDay)),
            end: at + 2,
        });
    }
    let century: i32 = text.parse().ok().filter(|century| (10..=22).contains(century))?;
    let is_century = matches!(suffix, "st" | "nd" | "rd" | "th")
        && line.lower(at + 2) == "century"
        && (has_article || at == 0 || line.lower(at + 3) != "fox");
    // As EDTF has `20XX`, and most people.
    let period = Period::years((century - 1) * 100, (century - 1) * 100 + 99).ok_or(Unresolved::NoSuchDay);
    is_century.then_some(Atom { when: When::Known(period), end: at + 3 })
}

/// A year by itself.
pub(super) fn year(line: &Line<'_, '_>, at: usize, after_time_word: bool) -> Option<Atom> {
    let is_named = line.lower(at) == "year";
    let (year, end) = four_digits(line, at + usize::from(is_named)).or_else(|| {
        let words = year_in_words(line, at).filter(|_| after_time_word)?;
        line.ends_at(words.1).then_some(words)
    })?;
    let is_round = year % 100 == 0;
    let counts = unit::noun(line, end, false).is_some_and(|(from, _)| unit::noun_is_plural(line, from));
    let is_modifier =
        matches!(line.lower_before(at, 1), "the" | "its" | "their" | "'s" | "this" | "a") && line.is_word(end);
    // `2017 April`
    if let Some((month, end)) = month(line, end)
        && !line.is_number(end)
        && after_time_word
    {
        return Some(Atom { when: When::MonthOfYear(month, year), end });
    }
    // `2014-2018`
    let is_span = (line.is_dash(end) || line.lower(end) == "~")
        && line.is_glued(end)
        && line.is_glued(end + 1)
        && four_digits(line, end + 1).is_some();
    let is_time = after_time_word
        || is_span && (1900..2100).contains(&year)
        || is_named
        || is_modifier && !is_round && (1900..2100).contains(&year);
    let is_count =
        is_round && counts || unit::measure(line, end).is_some() || matches!(line.word(end), Some(Word::Scale(_)));
    (is_time && !is_count).then_some(Atom { when: When::Year(year), end })
}
