//! Dates that count from publication: `yesterday`, `three days ago`, `last week`, `next Friday`, `this September`.

use chrono::{Datelike, NaiveDate};

use super::{
    super::{date::Unresolved, lexicon::Word, line::Line, numeral, ratio::Ratio},
    Context,
    atom::{self, Atom, When},
    period::Period,
    published::{Published, Tense, shift, shift_months},
    years,
};

pub(super) fn relative(line: &Line<'_, '_>, at: usize, context: &Context) -> Option<Atom> {
    let the = at + usize::from(line.lower(at) == "the");
    word(line, at, context)
        .or_else(|| bare_weekend(line, the, context))
        .or_else(|| modified(line, the, the > at, context))
        .or_else(|| counted(line, at, context))
}

/// `today`, `yesterday`, `the day after tomorrow`, `last night`.
fn word(line: &Line<'_, '_>, at: usize, context: &Context) -> Option<Atom> {
    let from = at + usize::from(line.lower(at) == "the");
    let (one, two, three) = (line.lower(from), line.lower(from + 1), line.lower(from + 2));
    let (days, end) = match (one, two, three) {
        ("day", "before", "yesterday") => (-2, from + 3),
        ("day", "after", "tomorrow") => (2, from + 3),
        ("last" | "yesterday", "night" | "evening", _) => (-1, from + 2),
        ("this", "morning" | "afternoon" | "evening", _) => (0, from + 2),
        ("tomorrow" | "tmrw", ..) => (1, from + 1),
        ("yesterday", ..) => (-1, from + 1),
        ("today" | "tonight", ..) => (0, from + 1),
        ("current", "date" | "day", _) => (0, from + 2),
        ("now", ..) if matches!(line.lower_before(from, 1), "and" | "to" | "until" | "till" | "between") => {
            (0, from + 1)
        }
        _ => return None,
    };
    let day = context.published.day().and_then(|day| shift(day, days).ok_or(Unresolved::NoSuchDay));
    Some(Atom { when: When::Known(day.map(Period::day)), end })
}

/// `Tuesday of last week`, `Monday this week`
pub(super) fn of_week(line: &Line<'_, '_>, at: usize, weekday: u8, context: &Context) -> Option<Atom> {
    let of = at + usize::from(line.lower(at) == "of");
    let step = step(line.lower(of)).filter(|_| line.lower(of + 1) == "week")?;
    Some(Atom { when: When::Known(context.published.weekday_of_week(weekday, step).map(Period::day)), end: of + 2 })
}

/// `over the weekend`, `at the weekend`: the one that is over, or the next if it is ahead.
fn bare_weekend(line: &Line<'_, '_>, at: usize, context: &Context) -> Option<Atom> {
    let is_marked = line.lower(at) == "weekend" && matches!(line.lower_before(at, 2), "over" | "at" | "on" | "during");
    if !is_marked {
        return None;
    }
    let weekend = context.published.day().and_then(|today| {
        let is_over = context.tense == Tense::Past && today.weekday().num_days_from_monday() < 5;
        weekend(if is_over { -1 } else { 0 }, context.published)
    });
    Some(Atom { when: When::Known(weekend), end: at + 1 })
}

/// What `last`, `this` and `next` stand for.
fn step(word: &str) -> Option<i32> {
    match word {
        "last" | "previous" | "past" => Some(-1),
        "this" | "current" => Some(0),
        "next" | "coming" | "following" | "upcoming" => Some(1),
        _ => None,
    }
}

/// `last week`, `this September`, `next Friday`, `the past three years`, `later this year`.
fn modified(line: &Line<'_, '_>, at: usize, has_article: bool, context: &Context) -> Option<Atom> {
    let step = step(line.lower(at))?;
    let next = line.lower(at + 1);
    if let Some(several) = several(line, at + 1, step, context) {
        return Some(several);
    }
    let known = |period: Result<Period, Unresolved>, end: usize| Some(Atom { when: When::Known(period), end });
    match line.word(at + 1) {
        Some(Word::Month(_)) => {
            let (month, end) = atom::month(line, at + 1)?;
            // `this May 5`: the day belongs to it; `last October 2023` has a year already.
            if years::year_behind(line, end).is_some() || atom::day_number(line, end).is_some() {
                return None;
            }
            return known(month_of(month, step, context.published), end);
        }
        Some(Word::Season(season)) => {
            let month = if season == 24 { 12 } else { u32::from(season - 20) * 3 };
            let period = month_of(month, step, context.published).and_then(|month| {
                let year = month.first.map(|first| first.year()).ok_or(Unresolved::NoSuchDay)?;
                Period::season(if season == 24 { year + 1 } else { year }, season).ok_or(Unresolved::NoSuchDay)
            });
            return known(period, at + 2);
        }
        Some(Word::Weekday(weekday)) if next.len() > 5 => {
            let day = named_day(line.lower(at), weekday, step, context.published);
            return known(day, at + 2);
        }
        _ => {}
    }
    if matches!(next, "working" | "business") && line.lower(at + 2) == "week" {
        let days = context
            .published
            .weekday_of_week(0, step)
            .and_then(|monday| Ok(Period::new(monday, shift(monday, 4).ok_or(Unresolved::NoSuchDay)?)));
        return known(days, at + 3);
    }
    if next == "weekend" {
        return known(weekend(step, context.published), at + 2);
    }
    // `the last week of May` is a part of May; `the past year` ends today.
    if !is_period(next) || has_article && step == -1 && line.lower(at + 2) == "of" {
        return None;
    }
    if line.lower(at) == "past" || has_article && line.lower(at) == "last" {
        return known(span_of(next, -1, context.published), at + 2);
    }
    let end = at + 2;
    // `next week Wednesday`
    if next == "week"
        && let Some(Word::Weekday(weekday)) = line.word(end + usize::from(line.lower(end) == "on"))
    {
        let end = end + usize::from(line.lower(end) == "on") + 1;
        return known(context.published.weekday_of_week(weekday, step).map(Period::day), end);
    }
    known(shifted(next, step, context.published), end)
}

fn is_period(word: &str) -> bool {
    matches!(word, "day" | "week" | "month" | "quarter" | "year" | "decade" | "century" | "fortnight")
}

/// The week, month, quarter, year or decade of publication.
pub(super) fn current(unit: &str, published: Published) -> Result<Period, Unresolved> {
    shifted(unit, 0, published)
}

/// The calendar unit so many before or after the one of publication.
fn shifted(unit: &str, by: i32, published: Published) -> Result<Period, Unresolved> {
    let found = match unit {
        "day" => shift(published.day()?, by).map(Period::day),
        "week" => shift(published.day()?, by * 7).and_then(Period::week),
        "fortnight" => shift(published.day()?, by * 14).map(Period::day),
        "month" => shift_months(published.month()?, by).and_then(|first| Period::month(first.year(), first.month())),
        "quarter" => shift_months(published.month()?, by * 3).and_then(|then| {
            let first = NaiveDate::from_ymd_opt(then.year(), (then.month() - 1) / 3 * 3 + 1, 1)?;
            Some(Period::new(first, shift_months(first, 3)?.pred_opt()?))
        }),
        "year" => {
            let year = published.month()?.year() + by;
            Period::years(year, year)
        }
        "decade" => {
            let first = published.month()?.year().div_euclid(10) * 10 + by * 10;
            Period::years(first, first + 9)
        }
        _ => {
            let first = (published.month()?.year() - 1).div_euclid(100) * 100 + 1 + by * 100;
            Period::years(first, first + 99)
        }
    };
    found.ok_or(Unresolved::NoSuchDay)
}

/// A month by its distance: the last one before that of publication, that of the same year, the next one after it.
fn month_of(month: u32, step: i32, published: Published) -> Result<Period, Unresolved> {
    let now = published.month()?;
    let year = match step {
        -1 if month >= now.month() => now.year() - 1,
        1 if month <= now.month() => now.year() + 1,
        _ => now.year(),
    };
    Period::month(year, month).ok_or(Unresolved::NoSuchDay)
}

/// `last Friday`: the one before publication, or the one of the week before; where these are two, either.
fn named_day(word: &str, weekday: u8, step: i32, published: Published) -> Result<Period, Unresolved> {
    let today = published.day()?;
    let strictly = |tense: Tense, days: i32| {
        let near = published.weekday(weekday, tense)?;
        if near == today { shift(near, days).ok_or(Unresolved::NoSuchDay) } else { Ok(near) }
    };
    match (word, step) {
        ("past", _) => strictly(Tense::Past, -7).map(Period::day),
        ("coming" | "following", _) => strictly(Tense::Future, 7).map(Period::day),
        (_, 0) => published.weekday_of_week(weekday, 0).map(Period::day),
        (_, -1) => Ok(Period::either(published.weekday_of_week(weekday, -1)?, strictly(Tense::Past, -7)?)),
        _ => Ok(Period::either(strictly(Tense::Future, 7)?, published.weekday_of_week(weekday, 1)?)),
    }
}

fn weekend(step: i32, published: Published) -> Result<Period, Unresolved> {
    let saturday = published.weekday_of_week(5, step)?;
    Ok(Period::new(saturday, shift(saturday, 1).ok_or(Unresolved::NoSuchDay)?))
}

/// `last three days`, `past two years`, `next five months`: up to publication, or from the day after it.
fn several(line: &Line<'_, '_>, at: usize, step: i32, context: &Context) -> Option<Atom> {
    if step == 0 {
        return None;
    }
    let (count, behind) = match line.lower(at) {
        "couple" => (2, at + 1 + usize::from(line.lower(at + 1) == "of")),
        _ => count(line, at)?,
    };
    let unit = unit(line.lower(behind))?;
    // `the last two weeks of February` are weeks of February.
    if line.lower(behind + 1) == "of" {
        return None;
    }
    Some(Atom { when: When::Known(span_of(unit, step * count, context.published)), end: behind + 1 })
}

/// The days of so many units up to the day before publication, or from the day after it.
fn span_of(unit: &str, count: i32, published: Published) -> Result<Period, Unresolved> {
    // Quarters are those of the calendar.
    if unit == "quarter" {
        let (near, far) = (shifted(unit, count.signum(), published)?, shifted(unit, count, published)?);
        let (first, last) = if count < 0 { (far, near) } else { (near, far) };
        let period = first.first.zip(last.last).map(|(first, last)| Period::new(first, last));
        return period.ok_or(Unresolved::NoSuchDay);
    }
    let today = published.day()?;
    let period = if count < 0 {
        away(today, unit, count).zip(today.pred_opt()).map(|(first, last)| Period::new(first, last))
    } else {
        today.succ_opt().zip(away(today, unit, count)).map(|(first, last)| Period::new(first, last))
    };
    period.ok_or(Unresolved::NoSuchDay)
}

fn away(from: NaiveDate, unit: &str, count: i32) -> Option<NaiveDate> {
    match unit {
        "day" => shift(from, count),
        "week" => shift(from, count.checked_mul(7)?),
        "fortnight" => shift(from, count.checked_mul(14)?),
        "month" => shift_months(from, count),
        "quarter" => shift_months(from, count.checked_mul(3)?),
        "year" => shift_months(from, count.checked_mul(12)?),
        "decade" => shift_months(from, count.checked_mul(120)?),
        _ => None,
    }
}

/// The singular of a unit of the calendar.
fn unit(word: &str) -> Option<&str> {
    let singular = word.strip_suffix('s').unwrap_or(word);
    (is_period(singular) && singular != "century").then_some(singular)
}

/// A small whole number, or `a`.
fn count(line: &Line<'_, '_>, at: usize) -> Option<(i32, usize)> {
    if matches!(line.lower(at), "a" | "an") {
        return Some((1, at + 1));
    }
    // `three quarters` are no fraction here.
    if let Some(Word::Unit(n @ 1..=19)) = line.word(at)
        && unit(line.lower(at + 1)).is_some()
    {
        return Some((i32::try_from(n).ok()?, at + 1));
    }
    let read = numeral::numeral(line, at).filter(|read| !read.is_vague && !read.is_share)?;
    let count = (1..=1000).find(|n| read.value == Ratio::whole(i128::from(*n)))?;
    Some((count, read.end))
}

/// `three days ago`, `in two weeks`, `two months from today`, `three days after 12 January`.
fn counted(line: &Line<'_, '_>, at: usize, context: &Context) -> Option<Atom> {
    let is_in = line.lower(at) == "in";
    let is_start = line.word(at + usize::from(is_in)).is_some()
        || line.is_number(at + usize::from(is_in))
        || matches!(line.lower(at + usize::from(is_in)), "a" | "an");
    if !is_start {
        return None;
    }
    let (count, behind) = count(line, at + usize::from(is_in))?;
    // `the five past years`
    if let Some(step @ (-1 | 1)) = step(line.lower(behind))
        && let Some(unit) = unit(line.lower(behind + 1))
        && line.lower(behind + 1).ends_with('s')
    {
        return Some(Atom { when: When::Known(span_of(unit, step * count, context.published)), end: behind + 2 });
    }
    let unit = unit(line.lower(behind))?;
    let end = behind + 1;
    if let Some(span) = lasting(line, at, count, unit, end, context) {
        return Some(span);
    }
    // `in two weeks' time`
    let is_ahead = is_in && matches!((line.lower(end), line.lower(end + 1)), ("'s" | "'" | "’", "time"));
    if is_ahead {
        return known_day(away_from_today(context, unit, count), end + 2);
    }
    // `more than two weeks ago` is not two weeks ago, `for three days from today` no day at all.
    let before = line.lower_before(at, 1);
    if line.lower(end) == "ago" && !is_in {
        let sided = match (before, line.lower_before(at, 2)) {
            ("than", "more") | ("over", _) | ("least", "at") => Some(true),
            ("than", "less" | "fewer") | ("under", _) => Some(false),
            _ => None,
        };
        if let Some(is_before) = sided {
            let period = away_from_today(context, unit, -count).and_then(|then| {
                let last = if is_before { then } else { context.published.day()? };
                Ok(Period { first: (!is_before).then_some(then), last: Some(last), ..Period::day(then) })
            });
            return Some(Atom { when: When::Known(period), end: end + 1 });
        }
    }
    if matches!(
        before,
        "than" | "least" | "most" | "over" | "under" | "within" | "for" | "to" | "as" | "every" | "-" | "–"
    ) {
        return None;
    }
    let is_rough = matches!(before, "about" | "around" | "some" | "nearly" | "almost" | "roughly" | "approximately");
    let known = known_day;
    let from_today = |count: i32| away_from_today(context, unit, count);
    match line.lower(end) {
        // Months and years ago name the month or year, not the day.
        "ago" | "back" if line.lower(end) == "ago" => {
            let when = match unit {
                "month" | "quarter" | "year" | "decade" => context.published.month().and_then(|first| {
                    let then = away(first, unit, -count).ok_or(Unresolved::NoSuchDay)?;
                    let whole = if unit == "month" || unit == "quarter" {
                        Period::month(then.year(), then.month())
                    } else {
                        Period::years(then.year(), then.year())
                    };
                    whole.ok_or(Unresolved::NoSuchDay)
                }),
                _ => from_today(-count).map(Period::day),
            };
            let when = when.map(|period| Period { is_rough, ..period });
            Some(Atom { when: When::Known(when), end: end + 1 })
        }
        "from" if matches!(line.lower(end + 1), "today" | "now") => known(from_today(count), end + 2),
        "after" | "before" | "from" | "since" => {
            let sign = if line.lower(end) == "before" { -count } else { count };
            let origin = atom::atom(line, end + 1, false, context)?;
            if matches!(origin.when, When::Month(_) | When::Year(_) | When::Season(_) | When::MonthOfYear(..)) {
                return None;
            }
            let day = origin.when.resolve(None, context).and_then(|period| match (period.first, period.last) {
                (Some(first), Some(last)) if first == last => away(first, unit, sign).ok_or(Unresolved::NoSuchDay),
                _ => Err(Unresolved::NoSuchDay),
            });
            known(day, origin.end)
        }
        // `in three days` says how long it took, unless it lies ahead.
        _ if is_in && context.tense == Tense::Future => known(from_today(count), end),
        _ => None,
    }
}

fn known_day(day: Result<NaiveDate, Unresolved>, end: usize) -> Option<Atom> {
    Some(Atom { when: When::Known(day.map(Period::day)), end })
}

fn away_from_today(context: &Context, unit: &str, count: i32) -> Result<NaiveDate, Unresolved> {
    context.published.day().and_then(|day| away(day, unit, count).ok_or(Unresolved::NoSuchDay))
}

/// `for three days from Monday`, `two weeks starting 20 May`: so long from that day on.
fn lasting(line: &Line<'_, '_>, at: usize, count: i32, unit: &str, end: usize, context: &Context) -> Option<Atom> {
    let comma = end + usize::from(line.lower(end) == ",");
    let is_from = match line.lower(comma) {
        "starting" | "beginning" => true,
        "from" => line.lower_before(at, 1) == "for",
        _ => false,
    };
    if !is_from {
        return None;
    }
    let behind = comma + 1 + usize::from(matches!(line.lower(comma + 1), "on" | "from"));
    let origin = atom::atom(line, behind, false, context)?;
    let period = origin.when.resolve(None, context).and_then(|period| match (period.first, period.last) {
        (Some(first), Some(last)) if first == last => {
            let last = away(first, unit, count).and_then(|day| day.pred_opt()).ok_or(Unresolved::NoSuchDay)?;
            Ok(Period::new(first, last))
        }
        _ => Err(Unresolved::NoSuchDay),
    });
    Some(Atom { when: When::Known(period), end: origin.end })
}
