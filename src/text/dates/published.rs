//! The day that relative dates count from.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::{super::date::Unresolved, period::Period};
use crate::model::moment::Moment;

/// When the text was published, as far as it is known.
#[derive(Debug, Clone, Copy)]
pub(in crate::text) struct Published(Option<Moment>);

/// How a date without a year, or a bare weekday, lies to the day of publication.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tense {
    /// Nothing says that it is ahead.
    Past,
    /// `will`, `is due to` and the like stand before it.
    Future,
}

impl Published {
    pub(in crate::text) fn new(moment: Option<Moment>) -> Published {
        Published(moment)
    }

    /// The day, in UTC.
    pub(super) fn day(self) -> Result<NaiveDate, Unresolved> {
        match self.0 {
            Some(Moment::Instant(instant)) => Ok(instant.date_naive()),
            Some(Moment::Day(day)) => Ok(day),
            Some(Moment::Month(_)) => Err(Unresolved::NeedsDay),
            None => Err(Unresolved::NeedsPublication),
        }
    }

    /// The first day of the month.
    pub(super) fn month(self) -> Result<NaiveDate, Unresolved> {
        match self.0 {
            Some(Moment::Month(first)) => Ok(first),
            _ => self.day().map(|day| day.with_day(1).unwrap_or(day)),
        }
    }

    /// The year in which something of this month happened: the twelve months that end with that of publication; or, if
    /// it is ahead, the twelve that begin with it.
    pub(super) fn year_of(self, month: u32, tense: Tense) -> Result<i32, Unresolved> {
        let now = self.month()?;
        let ahead = (i64::from(month) - i64::from(now.month())).rem_euclid(12);
        let is_ahead = tense == Tense::Future || ahead == 0;
        let months = u32::try_from(if is_ahead { ahead } else { 12 - ahead }).unwrap_or_default();
        let then = if is_ahead {
            now.checked_add_months(Months::new(months))
        } else {
            now.checked_sub_months(Months::new(months))
        };
        Ok(then.unwrap_or(now).year())
    }

    /// The day of this name: the last one, the day of publication included; or the next, if it is ahead.
    pub(super) fn weekday(self, weekday: u8, tense: Tense) -> Result<NaiveDate, Unresolved> {
        let today = self.day()?;
        let ahead = (u32::from(weekday) + 7 - today.weekday().num_days_from_monday()) % 7;
        let day = match tense {
            Tense::Future => today.checked_add_days(Days::new(u64::from(ahead))),
            Tense::Past => today.checked_sub_days(Days::new(u64::from((7 - ahead) % 7))),
        };
        Ok(day.unwrap_or(today))
    }

    /// The nearest day of this name that is that day of its month.
    pub(super) fn weekday_and_day(self, weekday: u8, day: u32, tense: Tense) -> Result<NaiveDate, Unresolved> {
        let first = self.weekday(weekday, tense)?;
        // A day from the 1st to the 31st falls on every day of the week within a few years.
        let around = (0..200).flat_map(|weeks| [shift(first, -7 * weeks), shift(first, 7 * weeks)]);
        around.flatten().find(|date| date.day() == day).ok_or(Unresolved::NoSuchDay)
    }

    /// The last, or the next, day with this number.
    pub(super) fn day_of_month(self, day: u32, tense: Tense) -> Result<NaiveDate, Unresolved> {
        let today = self.day()?;
        let step = if tense == Tense::Future { 1 } else { -1 };
        // No number but those of the last days is missing from a month, and none from two in a row.
        (0..64).filter_map(|days| shift(today, step * days)).find(|date| date.day() == day).ok_or(Unresolved::NoSuchDay)
    }

    /// The day of this name in the week so many weeks from this one.
    pub(super) fn weekday_of_week(self, weekday: u8, weeks: i32) -> Result<NaiveDate, Unresolved> {
        let today = self.day()?;
        let monday = Period::week(today).and_then(|week| week.first).unwrap_or(today);
        Ok(shift(monday, weeks * 7 + i32::from(weekday)).unwrap_or(monday))
    }
}

/// The day so many days later or earlier.
pub(super) fn shift(day: NaiveDate, days: i32) -> Option<NaiveDate> {
    let by = Days::new(u64::from(days.unsigned_abs()));
    if days < 0 { day.checked_sub_days(by) } else { day.checked_add_days(by) }
}

/// The day so many months later or earlier; the last of the month where it has no such day.
pub(super) fn shift_months(day: NaiveDate, months: i32) -> Option<NaiveDate> {
    let by = Months::new(months.unsigned_abs());
    if months < 0 { day.checked_sub_months(by) } else { day.checked_add_months(by) }
}
