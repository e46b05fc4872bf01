//! One date: a day, month, year, season, or a part of one, with whatever it leaves to its surroundings.

use chrono::{Datelike, NaiveDate};

use super::{
    super::{date::Unresolved, lexicon::Word, line::Line},
    Context, holiday, numeric, part,
    period::Period,
    relative,
    years::{decade, year, year_behind},
};

/// A date, and the token behind it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Atom {
    pub(super) when: When,
    pub(super) end: usize,
}

/// What a date says, before its surroundings are asked for the rest.
#[derive(Debug, Clone, Copy)]
pub(super) enum When {
    /// Days that are settled, or cannot be.
    Known(Result<Period, Unresolved>),
    Date(NaiveDate),
    Day(u32),
    MonthDay(u32, u32),
    Month(u32),
    MonthOfYear(u32, i32),
    Year(i32),
    Weekday(u8),
    Season(u8),
    SeasonOfYear(u8, i32),
    /// A part of a month or year whose year is open.
    Part(part::Part, u32),
}

impl When {
    /// The year that it names itself.
    pub(super) fn year(&self) -> Option<i32> {
        match *self {
            When::Date(date) => Some(date.year()),
            When::MonthOfYear(_, year) | When::Year(year) | When::SeasonOfYear(_, year) => Some(year),
            When::Known(Ok(period)) => period.last.or(period.first).map(|day| day.year()),
            _ => None,
        }
    }

    /// A bare day takes the month of the date beside it.
    pub(super) fn with_month_of(&self, other: &When) -> When {
        match (*self, *other) {
            (When::Day(day), When::MonthDay(month, _) | When::Month(month) | When::MonthOfYear(month, _)) => {
                When::MonthDay(month, day)
            }
            (When::Day(day), When::Date(date)) => When::MonthDay(date.month(), day),
            (itself, _) => itself,
        }
    }

    /// The days; `year` where a date beside it names one.
    pub(super) fn resolve(&self, year: Option<i32>, context: &Context) -> Result<Period, Unresolved> {
        let year_of = |month: u32| year.map_or_else(|| context.published.year_of(month, context.tense), Ok);
        let found = match *self {
            When::Known(known) => return known,
            When::Date(date) => Some(Period::day(date)),
            When::Day(_) => None,
            When::MonthDay(month, day) => NaiveDate::from_ymd_opt(year_of(month)?, month, day).map(Period::day),
            When::Month(month) => Period::month(year_of(month)?, month),
            When::MonthOfYear(month, year) => Period::month(year, month),
            When::Year(year) => Period::years(year, year),
            When::Weekday(weekday) => Some(Period::day(context.published.weekday(weekday, context.tense)?)),
            When::Season(season) => {
                let first = if season == 24 { 12 } else { u32::from(season - 20) * 3 };
                let begins = year_of(first)?;
                Period::season(if season == 24 && year.is_none() { begins + 1 } else { begins }, season)
            }
            When::SeasonOfYear(season, year) => Period::season(year, season),
            When::Part(part, month) => Period::month(year_of(month)?, month).and_then(|whole| part.of(whole)),
        };
        found.ok_or(Unresolved::NoSuchDay)
    }
}

/// The date that begins at this token. Bare years count where the words before them speak of time.
pub(super) fn atom(line: &Line<'_, '_>, at: usize, after_time_word: bool, context: &Context) -> Option<Atom> {
    let context = &Context { depth: context.depth.checked_sub(1)?, ..*context };
    let read = any(line, at, after_time_word, context)?;
    let month = match read.when {
        When::Month(_) | When::MonthDay(..) | When::Season(_) => read.when,
        _ => return Some(read),
    };
    // `March last year`, `5 May of this year`
    let of = read.end + usize::from(line.lower(read.end) == "of");
    let step = match (line.lower(of), line.lower(of + 1)) {
        ("last" | "previous", "year") => -1,
        ("this", "year") => 0,
        ("next", "year") => 1,
        _ => return Some(read),
    };
    let year = context.published.month().map(|first| first.year() + step);
    Some(Atom { when: When::Known(year.and_then(|year| month.resolve(Some(year), context))), end: of + 2 })
}

fn any(line: &Line<'_, '_>, at: usize, after_time_word: bool, context: &Context) -> Option<Atom> {
    let the = usize::from(line.lower(at) == "the");
    // `$12 December 27`: the number is money.
    if at > 0 && line.is_glued(at) && line.is_number(at) && super::super::unit::currency_before(line, at - 1).is_some()
    {
        return None;
    }
    numeric::numeric(line, at)
        .or_else(|| holiday::holiday(line, at, context))
        .or_else(|| part::part(line, at, context))
        .or_else(|| relative::relative(line, at, context))
        .or_else(|| weekday(line, at, context))
        .or_else(|| part::weekday_of_month(line, at + the, context))
        .or_else(|| calendar(line, at + the))
        .or_else(|| bare(line, at, context))
        .or_else(|| season(line, at + the, the > 0 || after_time_word))
        .or_else(|| decade(line, at + the, the > 0))
        .or_else(|| year(line, at, after_time_word))
}

/// A bare day of a month that the date before it names: `October 8-13`.
pub(super) fn bare_day(line: &Line<'_, '_>, at: usize, before: &When) -> Option<Atom> {
    if !matches!(before, When::MonthDay(..) | When::Date(_)) {
        return None;
    }
    let (day, end) = day_number(line, at + usize::from(line.lower(at) == "the"))?;
    // `October 8-13, 2024`: the year belongs to both.
    match (before, year_behind(line, end)) {
        (When::MonthDay(month, _), Some((year, end))) => Some(Atom {
            when: NaiveDate::from_ymd_opt(year, *month, day)
                .map_or(When::Known(Err(Unresolved::NoSuchDay)), When::Date),
            end,
        }),
        _ => {
            let is_counted = line.is_word(end) && !super::super::unit::is_stop(line.lower(end));
            (!is_counted).then_some(Atom { when: When::Day(day), end })
        }
    }
}

/// `Friday`, and the date behind it: `Friday, 18 October`.
fn weekday(line: &Line<'_, '_>, at: usize, context: &Context) -> Option<Atom> {
    let Some(Word::Weekday(weekday)) = line.word(at) else { return None };
    let is_short = line.lower(at).len() < 6;
    let stop = usize::from(is_short && line.lower(at + 1) == ".");
    let comma = usize::from(line.lower(at + 1 + stop) == ",");
    let behind = at + 1 + stop + comma;
    let the = usize::from(line.lower(behind) == "the");
    if let Some(date) =
        calendar(line, behind + the).filter(|date| matches!(date.when, When::Date(_) | When::MonthDay(..)))
    {
        return Some(date);
    }
    if let Some(date) = relative::of_week(line, at + 1, weekday, context) {
        return Some(date);
    }
    // `Monday 21`, `Wed 13th`: the nearest that is both.
    if let Some((day, end)) = day_number(line, behind + the)
        && (is_short || the > 0 || line.is_number(behind))
        && (line.ends_at(end) || super::super::unit::is_stop(line.lower(end)))
        && comma == 0
        && line.lower(end) != "/"
    {
        return Some(Atom {
            when: When::Known(context.published.weekday_and_day(weekday, day, context.tense).map(Period::day)),
            end,
        });
    }
    let is_marked = matches!(line.lower_before(at, 1), "on" | "to" | "until" | "till" | "by" | "since");
    if is_short || !line.is_capitalised(at) && !is_marked {
        return None;
    }
    // `every Friday`, `on Fridays`, `Black Friday` say no day.
    let before = line.lower_before(at, 1);
    if matches!(before, "every" | "each" | "black" | "good" | "any" | "a" | "bloody" | "ash") {
        return None;
    }
    Some(Atom { when: When::Weekday(weekday), end: at + 1 })
}

/// A day of a month, written as number or ordinal.
pub(super) fn day_number(line: &Line<'_, '_>, at: usize) -> Option<(u32, usize)> {
    if line.is_number(at) {
        let text = line.token(at)?.text;
        let day: u32 = text.parse().ok().filter(|_| text.len() <= 2)?;
        let is_ordinal = line.is_glued(at + 1) && matches!(line.lower(at + 1), "st" | "nd" | "rd" | "th");
        return (1..=31).contains(&day).then_some((day, at + 1 + usize::from(is_ordinal)));
    }
    let ordinal = |at: usize| match line.word(at) {
        Some(Word::Part(n, false) | Word::Ordinal(n)) if n != 2 || line.lower(at) == "second" => u32::try_from(n).ok(),
        _ => None,
    };
    if let Some(Word::Tens(tens @ (20 | 30))) = line.word(at) {
        let next = at + 1 + usize::from(line.is_dash(at + 1));
        let ones = match line.word(next) {
            Some(Word::Unit(ones @ 1..=9)) => u32::try_from(ones).ok(),
            _ => ordinal(next).filter(|ones| *ones < 10),
        }?;
        let day = u32::try_from(tens).ok()? + ones;
        return (day <= 31).then_some((day, next + 1));
    }
    let is_quarter = matches!(line.lower(at), "quarter" | "half");
    ordinal(at).filter(|day| (1..=31).contains(day) && !is_quarter).map(|day| (day, at + 1))
}

/// `on the 12th`: the nearest before publication, or ahead.
fn bare(line: &Line<'_, '_>, at: usize, context: &Context) -> Option<Atom> {
    let is_marked = line.lower(at) == "the" && line.lower_before(at, 1) == "on" && line.is_number(at + 1);
    let (day, end) = day_number(line, at + 1).filter(|(_, end)| is_marked && *end == at + 3)?;
    let is_alone = line.ends_at(end) || super::super::unit::is_stop(line.lower(end)) && line.lower(end) != "of";
    let found = context.published.day_of_month(day, context.tense).map(Period::day);
    is_alone.then_some(Atom { when: When::Known(found), end })
}

/// The month at this token, its full stop passed over.
pub(super) fn month(line: &Line<'_, '_>, at: usize) -> Option<(u32, usize)> {
    let Some(Word::Month(month)) = line.word(at) else { return None };
    // `may` and `march` are verbs first; `Mar` and `Dec` need their capital too.
    let is_doubtful = matches!(line.lower(at), "may" | "march" | "mar" | "jan" | "dec" | "sep" | "jun" | "oct");
    if is_doubtful && !line.is_capitalised(at) && !is_beside_digits(line, at) {
        return None;
    }
    let is_short = line.lower(at).len() <= 4 && line.lower(at) != "may";
    let end = at + 1 + usize::from(is_short && line.lower(at + 1) == "." && line.is_glued(at + 1));
    Some((u32::from(month), end))
}

fn is_beside_digits(line: &Line<'_, '_>, at: usize) -> bool {
    let is_preposition = matches!(
        line.lower_before(at, 1),
        "in" | "of" | "by" | "since" | "until" | "to" | "on" | "this" | "last" | "next"
    );
    line.is_number(at + 1)
        || is_preposition
        || at > 0 && (line.is_number(at - 1) || line.is_dash(at - 1))
        || matches!(line.lower_before(at, 1), "st" | "nd" | "rd" | "th")
        || line.word(at + 1).is_some()
}

/// `18 October 2024`, `October 18, 2024`, `the 18th of October`, `October 2024`, `October`.
pub(super) fn calendar(line: &Line<'_, '_>, at: usize) -> Option<Atom> {
    if let Some((day, end)) = day_number(line, at) {
        let of = usize::from(line.lower(end) == "of")
            + usize::from(line.lower(end) == "day" && line.lower(end + 1) == "of") * 2;
        let joint = of + usize::from(line.is_dash(end) && line.is_glued(end));
        if let Some((month, end)) = month(line, end + joint) {
            let dash = usize::from(joint > of && line.is_dash(end));
            return Some(with_year(line, month, day, end + dash));
        }
        // `8 to 13 October`, `19 or 20 June`, `8-13 October`
        if is_joint(line, end)
            && let Some((_, behind)) = day_number(line, end + 1 + usize::from(line.lower(end + 1) == "the"))
            && month(line, behind + usize::from(line.lower(behind) == "of")).is_some()
        {
            return Some(Atom { when: When::Day(day), end });
        }
        return None;
    }
    let (month, end) = month(line, at)?;
    let the = usize::from(line.lower(end) == "the") + usize::from(line.lower(end) == "/" && line.is_glued(end));
    if let Some((day, behind)) = day_number(line, end + the) {
        let is_counted = line.is_word(behind) && the == 0 && is_counted(line, behind);
        if !is_counted {
            return Some(with_year(line, month, day, behind));
        }
    }
    let slash = usize::from(line.lower(end) == "/" && line.is_glued(end));
    let dash = usize::from(line.is_dash(end) && line.is_glued(end) && line.is_glued(end + 1));
    if let Some((year, end)) = year_behind(line, end + slash.max(dash)) {
        return Some(Atom { when: When::MonthOfYear(month, year), end });
    }
    // `May` alone is a name and a verb too.
    let before = line.lower_before(at, 1);
    let is_bare_doubtful = matches!(line.lower(at), "may" | "march")
        && !matches!(
            before,
            "in" | "of"
                | "by"
                | "since"
                | "until"
                | "from"
                | "to"
                | "last"
                | "this"
                | "next"
                | "early"
                | "late"
                | "mid"
                | "before"
                | "after"
                | "between"
                | "and"
                | "or"
                | "through"
                | "during"
                | "-"
                | "–"
                | "till"
                | "/"
                | "around"
        );
    (!is_bare_doubtful).then_some(Atom { when: When::Month(month), end })
}

/// `in May 5 soldiers fell`: the number counts what follows.
fn is_counted(line: &Line<'_, '_>, at: usize) -> bool {
    super::super::unit::measure(line, at).is_some()
}

fn is_joint(line: &Line<'_, '_>, at: usize) -> bool {
    matches!(line.lower(at), "to" | "or" | "and" | "through" | "until" | "till") || line.is_dash(at)
}

fn with_year(line: &Line<'_, '_>, month: u32, day: u32, end: usize) -> Atom {
    let when = |year: i32| {
        NaiveDate::from_ymd_opt(year, month, day).map_or(When::Known(Err(Unresolved::NoSuchDay)), When::Date)
    };
    match year_behind(line, end) {
        Some((year, end)) => Atom { when: when(year), end },
        None if NaiveDate::from_ymd_opt(2000, month, day).is_none() => {
            Atom { when: When::Known(Err(Unresolved::NoSuchDay)), end }
        }
        None => Atom { when: When::MonthDay(month, day), end },
    }
}

/// `summer 2024`, `the winter of 2023`, `in the summer`.
fn season(line: &Line<'_, '_>, at: usize, is_marked: bool) -> Option<Atom> {
    let Some(Word::Season(season)) = line.word(at) else { return None };
    if let Some((year, end)) = year_behind(line, at + 1) {
        return Some(Atom { when: When::SeasonOfYear(season, year), end });
    }
    // `fall` and `spring` are verbs too: bare, they need their words around them.
    let is_noun = line.ends_at(at + 1) || super::super::unit::is_stop(line.lower(at + 1)) && line.lower(at + 1) != "to";
    let is_marked =
        is_marked && (line.lower(at) != "fall" || line.lower_before(at, 1) == "the") && line.lower(at + 1) != "of";
    (is_marked && is_noun).then_some(Atom { when: When::Season(season), end: at + 1 })
}
