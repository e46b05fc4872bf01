//! Parts of months, years and weeks: `mid-November`, `late 2024`, `the second half of May`, `the first quarter of 2024`.

use chrono::{Datelike, NaiveDate};

use super::{
    super::{date::Unresolved, lexicon::Word, line::Line},
    Context,
    atom::{self, Atom, When},
    period::{Period, end_of_month},
    published::{shift, shift_months},
    relative, years,
};

/// A part of a longer time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Early,
    Mid,
    Late,
    /// First, second, third, … of so many.
    Of(u32, u32),
    /// Of weeks, counted from the first day; 0 is the last.
    Week(u32),
    /// That day.
    Day(u32),
    /// So many days from the first on, or up to the last.
    First(u32),
    Last(u32),
}

impl Part {
    /// The days of this part of a month, a year or a week. `None` where the whole has no such part.
    ///
    /// Thirds: of a year four months, of a month ten days (where the middle takes in the tenth), of a week Monday to
    /// Wednesday, Wednesday to Thursday and Thursday to Sunday. The same as Recognizers-Text has them.
    pub(super) fn of(self, whole: Period) -> Option<Period> {
        let (first, last) = (whole.first?, whole.last?);
        let days = last.signed_duration_since(first).num_days() + 1;
        let months = months_between(first, last);
        Some(match (self, months) {
            (Part::Week(week), _) => week_of(week, first, last)?,
            (Part::Day(day), _) => {
                let day = shift(first, i32::try_from(day.checked_sub(1)?).ok()?)?;
                (day <= last).then(|| Period::day(day))?
            }
            (Part::First(days), _) => Period::new(first, shift(first, i32::try_from(days).ok()? - 1)?.min(last)),
            (Part::Last(days), _) => Period::new(shift(last, 1 - i32::try_from(days).ok()?)?.max(first), last),
            (Part::Of(part, parts), Some(months)) if months % parts == 0 => {
                let length = months / parts;
                let begins = shift_months(first, i32::try_from(length * (part.checked_sub(1)?)).ok()?)?;
                Period::new(begins, shift_months(begins, i32::try_from(length).ok()?)?.pred_opt()?)
            }
            (Part::Of(1, 2), Some(1)) => Period::new(first, first.with_day(15)?),
            (Part::Of(2, 2), Some(1)) => Period::new(first.with_day(16)?, last),
            (Part::Of(..), _) => return None,
            (Part::Early, Some(12)) => Period::new(first, shift_months(first, 4)?.pred_opt()?),
            (Part::Mid, Some(12)) => Period::new(shift_months(first, 4)?, shift_months(first, 8)?.pred_opt()?),
            (Part::Late, Some(12)) => Period::new(shift_months(first, 8)?, last),
            (Part::Early, Some(1)) => Period::new(first, first.with_day(10)?),
            (Part::Mid, Some(1)) => Period::new(first.with_day(10)?, first.with_day(20)?),
            (Part::Late, Some(1)) => Period::new(first.with_day(21)?, last),
            (Part::Early, None) if days == 7 => Period::new(first, shift(first, 2)?),
            (Part::Mid, None) if days == 7 => Period::new(shift(first, 2)?, shift(first, 3)?),
            (Part::Late, None) if days == 7 => Period::new(shift(first, 3)?, last),
            // A third of anything else: seasons, decades.
            (part, _) => {
                let third = i32::try_from(days / 3).ok()?;
                match part {
                    Part::Early => Period::new(first, shift(first, third)?),
                    Part::Mid => Period::new(shift(first, third)?, shift(last, -third)?),
                    _ => Period::new(shift(last, -third)?, last),
                }
            }
        })
    }
}

/// How many whole months there are, if they are whole.
fn months_between(first: NaiveDate, last: NaiveDate) -> Option<u32> {
    let is_whole = first.day() == 1 && end_of_month(last)? == last;
    let months =
        (last.year() - first.year()) * 12 + i32::try_from(last.month()).ok()? - i32::try_from(first.month()).ok()? + 1;
    if is_whole { u32::try_from(months).ok() } else { None }
}

/// Weeks of a month count from its first day, those of a year are the weeks of ISO 8601.
fn week_of(week: u32, first: NaiveDate, last: NaiveDate) -> Option<Period> {
    if months_between(first, last)? == 12 {
        let year = first.year();
        let number = if week == 0 { NaiveDate::from_ymd_opt(year, 12, 28)?.iso_week().week() } else { week };
        return Period::week(NaiveDate::from_isoywd_opt(year, number, chrono::Weekday::Mon)?);
    }
    if week == 0 {
        return Some(Period::new(shift(last, -6)?, last));
    }
    let begins = shift(first, i32::try_from((week - 1) * 7).ok()?)?;
    (begins <= last).then(|| shift(begins, 6).map(|ends| Period::new(begins, ends.min(last)))).flatten()
}

/// The part of a month, year or week that begins at this token.
pub(super) fn part(line: &Line<'_, '_>, at: usize, context: &Context) -> Option<Atom> {
    let from = at + usize::from(line.lower(at) == "the");
    if let Some(quarter) = quarter(line, from) {
        return Some(quarter);
    }
    if let Some(found) = week(line, at, from, context).or_else(|| rest(line, from, context)) {
        return Some(found);
    }
    let (part, behind) = named(line, from)?;
    let whole = whole(line, behind, context)?;
    // `earlier this year` ends with publication, `later this year` begins with it.
    if let ("earlier" | "later", When::Known(known)) = (line.lower(from), whole.when)
        && matches!(line.lower(behind), "this" | "in" | "the")
    {
        let period = known.and_then(|whole| {
            let today = context.published.day()?;
            Ok(match line.lower(from) {
                "earlier" => Period { last: Some(today), ..whole },
                _ => Period { first: Some(today), ..whole },
            })
        });
        return Some(Atom { when: When::Known(period), end: whole.end });
    }
    if whole.end <= behind {
        return None;
    }
    let when = match whole.when {
        When::Month(month) => When::Part(part, month),
        When::Known(Err(error)) => When::Known(Err(error)),
        When::Date(_) | When::MonthDay(..) | When::Day(_) => return None,
        other => {
            When::Known(other.resolve(None, context).and_then(|whole| part.of(whole).ok_or(Unresolved::NoSuchDay)))
        }
    };
    Some(Atom { when, end: whole.end })
}

/// `week 27 of last year`, `the week 31`: by ISO 8601.
fn week(line: &Line<'_, '_>, at: usize, from: usize, context: &Context) -> Option<Atom> {
    if line.lower(from) != "week" {
        return None;
    }
    // `the week of 16 September`
    if line.lower(from + 1) == "of"
        && let Some(day) = atom::atom(line, from + 2, false, context)
    {
        let is_day = matches!(day.when, When::Date(_) | When::MonthDay(..));
        let week = |period: Period| period.first.and_then(Period::week).ok_or(Unresolved::NoSuchDay);
        let period = day.when.resolve(None, context).and_then(week);
        return is_day.then_some(Atom { when: When::Known(period), end: day.end });
    }
    let number: u32 = line
        .token(from + 1)
        .filter(|_| line.is_number(from + 1))?
        .text
        .parse()
        .ok()
        .filter(|week| (1..=53).contains(week))?;
    let (year, end) = if line.lower(from + 2) == "of" {
        let year = atom::atom(line, from + 3, true, context)?;
        (year.when.resolve(None, context), year.end)
    } else {
        (from > at).then(|| (relative::current("year", context.published), from + 2))?
    };
    let period = year.and_then(|year| Part::Week(number).of(year).ok_or(Unresolved::NoSuchDay));
    Some(Atom { when: When::Known(period), end })
}

/// `the first Friday of May`, `last Sunday in October 2024`.
pub(super) fn weekday_of_month(line: &Line<'_, '_>, at: usize, context: &Context) -> Option<Atom> {
    let (number, behind) = ordinal(line, at)?;
    let Some(Word::Weekday(weekday)) = line.word(behind) else { return None };
    if !matches!(line.lower(behind + 1), "of" | "in") || number > 5 {
        return None;
    }
    let month = whole(line, behind + 2, context)?;
    let day = match month.when {
        When::Month(_) | When::MonthOfYear(..) | When::Known(_) => month.when.resolve(None, context),
        _ => return None,
    };
    let found = day.and_then(|month| {
        let matches = |day: &NaiveDate| day.weekday().num_days_from_monday() == u32::from(weekday);
        let (first, last) = month.first.zip(month.last).ok_or(Unresolved::NoSuchDay)?;
        let found = if number == 0 {
            (0..7).filter_map(|days| shift(last, -days)).find(matches)
        } else {
            let weeks = i32::try_from(number).unwrap_or_default() - 1;
            (0..7).filter_map(|days| shift(first, days)).find(matches).and_then(|day| shift(day, weeks * 7))
        };
        found.filter(|day| *day <= last).map(Period::day).ok_or(Unresolved::NoSuchDay)
    });
    Some(Atom { when: When::Known(found), end: month.end })
}

/// `the rest of the week`: from publication on.
fn rest(line: &Line<'_, '_>, at: usize, context: &Context) -> Option<Atom> {
    if !matches!(line.lower(at), "rest" | "remainder" | "remaining") || line.lower(at + 1) != "of" {
        return None;
    }
    let whole = whole(line, at + 2, context)?;
    let period = whole.when.resolve(None, context).and_then(|whole| {
        let today = context.published.day()?;
        let first = whole.first.map(|first| first.max(today));
        if whole.last.is_some_and(|last| last >= today) { Ok(Period { first, ..whole }) } else { Ok(whole) }
    });
    Some(Atom { when: When::Known(period), end: whole.end })
}

/// What it is a part of: `the` may stand before it.
fn whole(line: &Line<'_, '_>, at: usize, context: &Context) -> Option<Atom> {
    let the = at + usize::from(line.lower(at) == "the");
    let named = match line.lower(the) {
        "year" => Some("this year"),
        "month" => Some("this month"),
        "week" => Some("this week"),
        _ => None,
    };
    if let Some(named) = named
        && years::four_digits(line, the + 1).is_none()
    {
        let unit = named.strip_prefix("this ").unwrap_or_default();
        let period = relative::current(unit, context.published);
        return Some(Atom { when: When::Known(period), end: the + 1 });
    }
    relative::relative(line, at, context)
        .or_else(|| atom::calendar(line, the))
        .or_else(|| atom::atom(line, at, true, context))
}

fn named(line: &Line<'_, '_>, at: usize) -> Option<(Part, usize)> {
    let of = |part: Part, at: usize| (line.lower(at) == "of").then_some((part, at + 1));
    let dash = usize::from(line.is_dash(at + 1) && line.is_glued(at + 1));
    match line.lower(at) {
        "early" | "earlier" => Some((Part::Early, at + 1 + dash + usize::from(line.lower(at + 1) == "in"))),
        "mid" => Some((Part::Mid, at + 1 + dash)),
        "late" | "later" => Some((Part::Late, at + 1 + dash + usize::from(line.lower(at + 1) == "in"))),
        "beginning" | "start" => of(Part::Early, at + 1),
        "middle" => of(Part::Mid, at + 1),
        "end" | "close" => of(Part::Late, at + 1),
        _ => {
            let (number, behind) = ordinal(line, at)?;
            match line.lower(behind) {
                "half" if number <= 2 => of(Part::Of(number, 2), behind + 1),
                "quarter" if (1..=4).contains(&number) => of(Part::Of(number, 4), behind + 1),
                "week" if number <= 53 => of(Part::Week(number), behind + 1),
                "day" if (1..=31).contains(&number) => of(Part::Day(number), behind + 1),
                "month" if (1..=12).contains(&number) => of(Part::Of(number, 12), behind + 1),
                _ if number <= 1 => {
                    let (count, unit) = match line.word(behind) {
                        Some(Word::Unit(n @ 2..=19)) => (u32::try_from(n).ok()?, behind + 1),
                        _ => (line.token(behind).filter(|_| line.is_number(behind))?.text.parse().ok()?, behind + 1),
                    };
                    let days = match line.lower(unit) {
                        "days" => count,
                        "weeks" => count.checked_mul(7)?,
                        _ => return None,
                    };
                    let part = if number == 1 { Part::First(days) } else { Part::Last(days) };
                    (days < 366).then(|| of(part, unit + 1)).flatten()
                }
                _ => None,
            }
        }
    }
}

/// `first`, `3rd`; `last` is nought.
fn ordinal(line: &Line<'_, '_>, at: usize) -> Option<(u32, usize)> {
    if line.lower(at) == "last" {
        return Some((0, at + 1));
    }
    match line.word(at) {
        Some(Word::Ordinal(n) | Word::Part(n, false)) if line.lower(at) != "half" && line.lower(at) != "quarter" => {
            Some((u32::try_from(n).ok()?, at + 1))
        }
        _ => {
            let number: u32 = line.token(at).filter(|_| line.is_number(at))?.text.parse().ok()?;
            matches!(line.lower(at + 1), "st" | "nd" | "rd" | "th").then_some((number, at + 2))
        }
    }
}

/// `Q1 2024`, `2024 Q1`, `2019-H2`
fn quarter(line: &Line<'_, '_>, at: usize) -> Option<Atom> {
    let part = |at: usize| match line.lower(at) {
        "q1" => Some(Part::Of(1, 4)),
        "q2" => Some(Part::Of(2, 4)),
        "q3" => Some(Part::Of(3, 4)),
        "q4" => Some(Part::Of(4, 4)),
        "h1" => Some(Part::Of(1, 2)),
        "h2" => Some(Part::Of(2, 2)),
        _ => None,
    };
    let (part, year, end) = match part(at) {
        Some(part) => {
            let (year, end) = years::year_behind(line, at + 1)?;
            (part, year, end)
        }
        None => {
            let (year, behind) = years::four_digits(line, at)?;
            let behind = behind + usize::from(line.is_dash(behind) && line.is_glued(behind));
            (part(behind)?, year, behind + 1)
        }
    };
    let period = Period::years(year, year).and_then(|whole| part.of(whole));
    Some(Atom { when: When::Known(period.ok_or(Unresolved::NoSuchDay)), end })
}
