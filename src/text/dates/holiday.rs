//! Feasts that fall on the same day everywhere: Christmas, the new year, Easter.

use chrono::{Datelike, NaiveDate};

use super::{
    super::{date::Unresolved, line::Line},
    Context,
    atom::{Atom, When},
    period::Period,
    published::{Tense, shift},
    years,
};

#[derive(Clone, Copy)]
enum Feast {
    /// The day after the fourth Thursday of November.
    BlackFriday,
    Fixed(u32, u32),
    /// So many days after Easter Sunday.
    Easter(i32),
}

impl Feast {
    fn in_year(self, year: i32) -> Option<NaiveDate> {
        match self {
            Feast::BlackFriday => {
                let thursday = NaiveDate::from_weekday_of_month_opt(year, 11, chrono::Weekday::Thu, 4)?;
                thursday.succ_opt()
            }
            Feast::Fixed(month, day) => NaiveDate::from_ymd_opt(year, month, day),
            Feast::Easter(days) => shift(easter(year)?, days),
        }
    }
}

/// `Christmas Day`, `New Year's Eve 2024`, `last Easter`.
pub(super) fn holiday(line: &Line<'_, '_>, at: usize, context: &Context) -> Option<Atom> {
    let step = matches!(line.lower(at), "last" | "previous" | "next" | "following" | "this");
    let from = at + usize::from(step);
    if !line.is_capitalised(from) && !matches!(line.lower(from), "easter" | "christmas" | "halloween" | "black") {
        return None;
    }
    let (feast, end) = named(line, from)?;
    if let Some((year, end)) = years::year_behind(line, end) {
        let day = feast.in_year(year);
        return Some(Atom { when: When::Known(day.map(Period::day).ok_or(Unresolved::NoSuchDay)), end });
    }
    let tense = match line.lower(at) {
        "next" | "following" => Tense::Future,
        "last" | "previous" => Tense::Past,
        _ => context.tense,
    };
    let nearest = context.published.day().and_then(|today| {
        let mut years = match tense {
            Tense::Past => [today.year(), today.year() - 1],
            Tense::Future => [today.year(), today.year() + 1],
        }
        .into_iter()
        .filter_map(|year| feast.in_year(year));
        let fits = |day: &NaiveDate| if tense == Tense::Past { *day <= today } else { *day >= today };
        years.find(fits).ok_or(Unresolved::NoSuchDay)
    });
    Some(Atom { when: When::Known(nearest.map(Period::day)), end })
}

fn named(line: &Line<'_, '_>, at: usize) -> Option<(Feast, usize)> {
    let next = line.lower(at + 1);
    Some(match line.lower(at) {
        "christmas" if next == "eve" => (Feast::Fixed(12, 24), at + 2),
        "christmas" if next == "day" => (Feast::Fixed(12, 25), at + 2),
        // Christmas by itself is a season.
        "new" if next == "year" && line.lower(at + 2) == "'s" => match line.lower(at + 3) {
            "eve" => (Feast::Fixed(12, 31), at + 4),
            "day" => (Feast::Fixed(1, 1), at + 4),
            _ => return None,
        },
        "halloween" => (Feast::Fixed(10, 31), at + 1),
        "black" if next == "friday" => (Feast::BlackFriday, at + 2),
        "may" if next == "day" => (Feast::Fixed(5, 1), at + 2),
        "workers" if matches!(line.lower(at + 2), "day") => (Feast::Fixed(5, 1), at + 3),
        "valentine" if next == "'s" && line.lower(at + 2) == "day" => (Feast::Fixed(2, 14), at + 3),
        "good" if next == "friday" => (Feast::Easter(-2), at + 2),
        "easter" if next == "monday" => (Feast::Easter(1), at + 2),
        "easter" if next == "sunday" => (Feast::Easter(0), at + 2),
        "easter" => (Feast::Easter(0), at + 1),
        _ => return None,
    })
}

/// Easter Sunday of the western churches: the anonymous Gregorian computus, as Meeus gives it (Astronomical Algorithms, chapter 8).
fn easter(year: i32) -> Option<NaiveDate> {
    let (a, b, c) = (year.rem_euclid(19), year.div_euclid(100), year.rem_euclid(100));
    let (d, e, f) = (b / 4, b % 4, (b + 8) / 25);
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15).rem_euclid(30);
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k).rem_euclid(7);
    let m = (a + 11 * h + 22 * l) / 451;
    let (month, day) = ((h + l - 7 * m + 114) / 31, (h + l - 7 * m + 114) % 31 + 1);
    NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_falls_on_its_sundays() {
        for (year, day) in [(2018, "2018-04-01"), (2019, "2019-04-21"), (2024, "2024-03-31"), (2025, "2025-04-20")] {
            assert_eq!(easter(year), day.parse().ok());
        }
    }
}
