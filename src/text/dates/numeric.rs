//! Dates in digits: `2024-10-18`, `18.10.2024`, `10/18/2024`, `2024-10`.

use chrono::NaiveDate;

use super::{
    super::{date::Unresolved, lexicon::Word, line::Line},
    atom::{Atom, When},
    period::Period,
};

pub(super) fn numeric(line: &Line<'_, '_>, at: usize) -> Option<Atom> {
    let text = line.token(at).filter(|_| line.is_number(at))?.text;
    if line.is_glued(at)
        && at > 0
        && !line.is_dash(at - 1)
        && line.lower(at - 1) != "("
        && !is_quote(line.lower(at - 1))
    {
        return None;
    }
    let mut dots = text.split('.');
    if let (Some(a), Some(b), Some(c), None) = (dots.next(), dots.next(), dots.next(), dots.next()) {
        // Where dates have full stops the day comes first.
        let day_first =
            NaiveDate::from_ymd_opt(c.parse().ok()?, b.parse().ok()?, a.parse().ok()?).filter(|_| c.len() == 4);
        return Some(Atom { when: day_first.map(When::Date).map_or_else(|| settle(a, b, c), Some)?, end: at + 1 });
    }
    if let Some(named) = named(line, at) {
        return Some(named);
    }
    // `20241018`, `2024 10 18`
    if text.len() == 8 && (text.starts_with("19") || text.starts_with("20")) {
        let (year, rest) = text.split_at_checked(4)?;
        let (month, day) = rest.split_at_checked(2)?;
        let date = NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)?;
        return Some(Atom { when: When::Date(date), end: at + 1 });
    }
    let two_digits =
        |at: usize| line.token(at).filter(|token| token.text.len() == 2 && line.is_number(at)).map(|token| token.text);
    if text.len() == 4
        && let (Some(month), Some(day)) = (two_digits(at + 1), two_digits(at + 2))
        && !line.is_glued(at + 1)
        && !line.is_glued(at + 2)
        && let Some(when @ When::Date(_)) = settle(text, month, day)
    {
        return Some(Atom { when, end: at + 3 });
    }
    let sign = line.lower(at + 1);
    let is_tied = |at: usize| line.is_glued(at) && line.is_glued(at + 1) && line.is_number(at + 1);
    if !(sign == "/" || line.is_dash(at + 1)) || !is_tied(at + 1) {
        return None;
    }
    let token = |at: usize| line.token(at).map_or("", |token| token.text);
    if line.lower(at + 3) == sign && is_tied(at + 3) {
        return Some(Atom { when: settle(text, token(at + 2), token(at + 4))?, end: at + 5 });
    }
    // `2024-10`; `2014-2018` is a span of years.
    let (year, month): (i32, u32) = (text.parse().ok()?, token(at + 2).parse().ok()?);
    let is_month =
        text.len() == 4 && token(at + 2).len() <= 2 && (1..=12).contains(&month) && (1000..2200).contains(&year);
    let is_longer = line.is_glued(at + 3) && (line.is_word(at + 3) || line.is_dash(at + 3));
    (is_month && !is_longer).then_some(Atom { when: When::MonthOfYear(month, year), end: at + 3 })
}

/// `22/Jan/2019`, `05-Aug-2016`, `2019-aug-01`
fn named(line: &Line<'_, '_>, at: usize) -> Option<Atom> {
    let sign = line.lower(at + 1);
    let is_tied = (sign == "/" || line.is_dash(at + 1))
        && line.lower(at + 3) == sign
        && (1..=4).all(|places| line.is_glued(at + places));
    let Some(Word::Month(month)) = line.word(at + 2).filter(|_| is_tied) else { return None };
    let token = |at: usize| line.token(at).map_or("", |token| token.text);
    let (day, year) = if token(at).len() == 4 { (token(at + 4), token(at)) } else { (token(at), token(at + 4)) };
    let (day, year): (u32, i32) =
        (day.parse().ok().filter(|_| day.len() <= 2)?, year.parse().ok().filter(|_| year.len() == 4)?);
    let date = NaiveDate::from_ymd_opt(year, u32::from(month), day);
    Some(Atom { when: date.map_or(When::Known(Err(Unresolved::NoSuchDay)), When::Date), end: at + 5 })
}

fn is_quote(text: &str) -> bool {
    matches!(text, "\"" | "“" | "'" | "‘" | "[")
}

/// Year first, or last; of day and month, the one above twelve is the day. Where both can be either, one of both dates is
/// meant.
fn settle(a: &str, b: &str, c: &str) -> Option<When> {
    let number = |text: &str| text.parse::<u32>().ok();
    let year = |text: &str| text.parse::<i32>().ok().filter(|year| text.len() == 4 && (1000..2200).contains(year));
    let is_short = |text: &str| text.len() <= 2;
    let date = |year: i32, month: Option<u32>, day: Option<u32>| NaiveDate::from_ymd_opt(year, month?, day?);
    if let Some(year) = year(a)
        && is_short(b)
        && is_short(c)
    {
        return Some(date(year, number(b), number(c)).map_or(When::Known(Err(Unresolved::NoSuchDay)), When::Date));
    }
    let year = year(c).filter(|_| is_short(a) && is_short(b))?;
    let (day_first, month_first) = (date(year, number(b), number(a)), date(year, number(a), number(b)));
    Some(match (day_first, month_first) {
        (Some(one), Some(two)) if one == two => When::Date(one),
        (Some(one), Some(two)) => When::Known(Ok(Period::either(one, two))),
        (Some(one), None) | (None, Some(one)) => When::Date(one),
        (None, None) => When::Known(Err(Unresolved::NoSuchDay)),
    })
}
