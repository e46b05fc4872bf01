//! Spans of days, and how EDTF writes them.

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::model::edtf::Edtf;

/// The days from the first to the last, either of which may be open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Period {
    pub(super) first: Option<NaiveDate>,
    pub(super) last: Option<NaiveDate>,
    /// `about`, `around`
    pub(super) is_rough: bool,
    /// Only the first or the last day, not those between.
    pub(super) is_either: bool,
}

impl Period {
    pub(super) fn new(first: NaiveDate, last: NaiveDate) -> Period {
        Period { first: Some(first), last: Some(last), is_rough: false, is_either: false }
    }

    pub(super) fn day(day: NaiveDate) -> Period {
        Period::new(day, day)
    }

    /// One of two days.
    pub(super) fn either(one: NaiveDate, two: NaiveDate) -> Period {
        Period { is_either: one != two, ..Period::new(one.min(two), one.max(two)) }
    }

    pub(super) fn month(year: i32, month: u32) -> Option<Period> {
        let first = NaiveDate::from_ymd_opt(year, month, 1)?;
        Some(Period::new(first, end_of_month(first)?))
    }

    pub(super) fn years(first: i32, last: i32) -> Option<Period> {
        Some(Period::new(NaiveDate::from_ymd_opt(first, 1, 1)?, NaiveDate::from_ymd_opt(last, 12, 31)?))
    }

    /// The season by its EDTF number, in whole months as the model has them: winter begins in the December before.
    pub(super) fn season(year: i32, season: u8) -> Option<Period> {
        let (year, month) = match season {
            21 => (year, 3),
            22 => (year, 6),
            23 => (year, 9),
            _ => (year - 1, 12),
        };
        let first = NaiveDate::from_ymd_opt(year, month, 1)?;
        Some(Period::new(first, first.checked_add_months(Months::new(3))?.pred_opt()?))
    }

    /// The seven days from the Monday of this day's week on.
    pub(super) fn week(of: NaiveDate) -> Option<Period> {
        let first = of.checked_sub_days(Days::new(u64::from(of.weekday().num_days_from_monday())))?;
        Some(Period::new(first, first.checked_add_days(Days::new(6))?))
    }

    /// The expression for these days, as short as it can be.
    pub(super) fn edtf(self) -> Option<Edtf> {
        let rough = if self.is_rough { "~" } else { "" };
        let text = match (self.first, self.last) {
            (None, None) => return None,
            (Some(first), Some(last)) if self.is_either => format!("[{},{}]", day(first), day(last)),
            (Some(first), Some(last)) => match single(first, last) {
                Some(one) => format!("{one}{rough}"),
                None => {
                    let (first, last) = ends(first, last);
                    format!("{first}{rough}/{last}{rough}")
                }
            },
            (Some(first), None) => format!("{}{rough}/..", opening(first)),
            (None, Some(last)) => format!("../{}{rough}", closing(last)),
        };
        Edtf::parse(&text).ok()
    }
}

/// All of (`and`) or one of (`or`) these periods.
pub(super) fn set(one: Period, two: Period, is_all: bool) -> Option<Edtf> {
    let text = |period: Period| {
        let (first, last) = (period.first?, period.last?);
        Some(single(first, last).unwrap_or_else(|| {
            let (first, last) = ends(first, last);
            format!("{first}..{last}")
        }))
    };
    let (open, close) = if is_all { ('{', '}') } else { ('[', ']') };
    Edtf::parse(&format!("{open}{},{}{close}", text(one)?, text(two)?)).ok()
}

pub(super) fn end_of_month(day: NaiveDate) -> Option<NaiveDate> {
    day.with_day(1)?.checked_add_months(Months::new(1))?.pred_opt()
}

/// A day, a month, a year or a season.
fn single(first: NaiveDate, last: NaiveDate) -> Option<String> {
    if first == last {
        return Some(day(first));
    }
    let (from, to) = (month(first).filter(|_| first.day() == 1)?, closing_month(last)?);
    if from == to {
        return Some(from);
    }
    if first.year() == last.year() && (first.month(), last.month()) == (1, 12) {
        return Some(format!("{:04}", first.year()));
    }
    let (season, year) = match (first.month(), last.month()) {
        (3, 5) => (21, first.year()),
        (6, 8) => (22, first.year()),
        (9, 11) => (23, first.year()),
        (12, 2) => (24, last.year()),
        _ => return None,
    };
    let is_short = last.signed_duration_since(first).num_days() < 100;
    is_short.then(|| format!("{year:04}-{season}"))
}

fn day(day: NaiveDate) -> String {
    day.format("%Y-%m-%d").to_string()
}

fn month(first: NaiveDate) -> Option<String> {
    Some(first.format("%Y-%m").to_string())
}

/// The month that ends on this day.
fn closing_month(last: NaiveDate) -> Option<String> {
    (end_of_month(last)? == last).then(|| last.format("%Y-%m").to_string())
}

/// Both ends in months or years where both are whole.
fn ends(first: NaiveDate, last: NaiveDate) -> (String, String) {
    match (first.day() == 1, closing_month(last)) {
        (true, Some(_)) if (first.month(), last.month()) == (1, 12) => {
            (format!("{:04}", first.year()), format!("{:04}", last.year()))
        }
        (true, Some(last)) => (first.format("%Y-%m").to_string(), last),
        _ => (day(first), day(last)),
    }
}

fn opening(first: NaiveDate) -> String {
    match (first.month(), first.day()) {
        (1, 1) => format!("{:04}", first.year()),
        (_, 1) => first.format("%Y-%m").to_string(),
        _ => day(first),
    }
}

fn closing(last: NaiveDate) -> String {
    match (last.month(), closing_month(last)) {
        (12, Some(_)) => format!("{:04}", last.year()),
        (_, Some(month)) => month,
        (_, None) => day(last),
    }
}
