//! Days, counted, and the calendar that names them.

use std::{fmt, str::FromStr};

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::{Edtf, EdtfError};
use crate::model::{
    ranges::{Point, Ranges},
    text::excerpt,
};

/// A day of the Gregorian calendar, carried on before its beginning; written `YYYY-MM-DD`.
///
/// ```
/// use corroborate::Day;
///
/// let day: Day = "2024-06-18".parse()?;
/// assert_eq!(day.next().to_string(), "2024-06-19");
/// assert_eq!(day.days_until("2024-07-18".parse()?), 30);
/// # Ok::<(), corroborate::EdtfError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i32);

impl Day {
    /// The day that is this many days after 1 January 1970.
    pub fn from_number(number: i32) -> Day {
        Day(number)
    }

    /// How many days after 1 January 1970 the day is.
    pub fn number(self) -> i32 {
        self.0
    }

    /// The next day; the last one that can be counted stays.
    #[must_use]
    pub fn next(self) -> Day {
        self.plus(1)
    }

    /// The day before; the first one that can be counted stays.
    #[must_use]
    pub fn previous(self) -> Day {
        self.plus(-1)
    }

    /// The day that many days later (or earlier), as far as days can be counted.
    #[must_use]
    pub fn plus(self, days: i32) -> Day {
        Day(self.0.saturating_add(days))
    }

    /// How many days later `other` is; negative if it is earlier.
    pub fn days_until(self, other: Day) -> i64 {
        i64::from(other.0) - i64::from(self.0)
    }

    /// The day as a `chrono` date; `None` beyond the years that `chrono` knows.
    pub fn date(self) -> Option<NaiveDate> {
        // `chrono` counts from 1 January of year 1, which is this many days before 1970.
        NaiveDate::from_num_days_from_ce_opt(self.0.checked_add(DAYS_TO_1970)?)
    }

    /// The day of this date. `month` is 1 to 12; a `day` beyond the month's end is its last.
    pub(super) fn from_calendar(year: i32, month: u8, day: u8) -> Day {
        let day = i64::from(day.clamp(1, month_length(year, month)));
        // Years begin in March here, so that the leap day is the last of its year.
        let (year, month) = (i64::from(year), i64::from(month.clamp(1, 12)));
        let year = if month <= 2 { year - 1 } else { year };
        let (era, year_of_era) = (year.div_euclid(400), year.rem_euclid(400));
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        let number = era * DAYS_IN_ERA + day_of_era - MARCH_0000;
        Day(i32::try_from(number).unwrap_or(if number < 0 { i32::MIN } else { i32::MAX }))
    }

    /// Year, month and day of the month.
    pub(super) fn calendar(self) -> (i32, u8, u8) {
        let number = i64::from(self.0) + MARCH_0000;
        let (era, day_of_era) = (number.div_euclid(DAYS_IN_ERA), number.rem_euclid(DAYS_IN_ERA));
        let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
        let month = (shifted_month + 2) % 12 + 1;
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        // All three are small by construction; the fallbacks are never taken.
        (i32::try_from(year).unwrap_or_default(), u8::try_from(month).unwrap_or(1), u8::try_from(day).unwrap_or(1))
    }

    /// The same day of the month that many months later (or earlier), or that month's last day.
    pub(super) fn plus_months(self, months: i32) -> Day {
        let (year, month, day) = self.calendar();
        let count = i64::from(year) * 12 + i64::from(month) - 1 + i64::from(months);
        let year = i32::try_from(count.div_euclid(12)).unwrap_or(year);
        let month = u8::try_from(count.rem_euclid(12) + 1).unwrap_or(month);
        Day::from_calendar(year, month, day)
    }
}

/// Days from 1 January of year 1, counted as day 1, to 1 January 1970.
const DAYS_TO_1970: i32 = 719_163;
/// Days from 1 March of year 0 to 1 January 1970.
const MARCH_0000: i64 = 719_468;
/// Days in 400 years, after which the calendar repeats.
const DAYS_IN_ERA: i64 = 146_097;

/// Days in the month.
pub(super) fn month_length(year: i32, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

impl Point for Day {
    fn successor(&self) -> Option<Day> {
        self.0.checked_add(1).map(Day)
    }
}

impl Ranges<Day> {
    /// The first day of the set; `None` if there is none.
    pub fn first(&self) -> Option<Day> {
        match self.lower()? {
            std::ops::Bound::Included(day) => Some(*day),
            std::ops::Bound::Excluded(day) => Some(day.next()),
            std::ops::Bound::Unbounded => None,
        }
    }

    /// The last day of the set; `None` if there is none.
    ///
    /// ```
    /// let june = corroborate::Edtf::parse("2024-06")?;
    /// assert_eq!(june.core().last(), Some("2024-06-30".parse()?));
    /// # Ok::<(), corroborate::EdtfError>(())
    /// ```
    pub fn last(&self) -> Option<Day> {
        match self.upper()? {
            std::ops::Bound::Included(day) => Some(*day),
            std::ops::Bound::Excluded(day) => Some(day.previous()),
            std::ops::Bound::Unbounded => None,
        }
    }
}

impl From<NaiveDate> for Day {
    fn from(date: NaiveDate) -> Day {
        use chrono::Datelike;
        Day(date.num_days_from_ce().saturating_sub(DAYS_TO_1970))
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.calendar();
        let sign = if year < 0 { "-" } else { "" };
        write!(f, "{sign}{:04}-{month:02}-{day:02}", year.unsigned_abs())
    }
}

/// Reads every date expression that means exactly one day.
impl FromStr for Day {
    type Err = EdtfError;

    fn from_str(text: &str) -> Result<Day, EdtfError> {
        let date = Edtf::parse(text)?;
        match (date.start(), date.end()) {
            (Some(first), Some(last)) if first == last => Ok(first),
            _ => Err(EdtfError::NotADay(excerpt(text))),
        }
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Day, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}
