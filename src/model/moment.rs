//! Moments: when something was published, as exactly as the desk knows it.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, NaiveTime, TimeDelta, Utc};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use thiserror::Error;

use super::text::excerpt;
use super::wire;

/// What is wrong with a moment.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum MomentError {
    /// It has none of the three forms.
    #[error("`{0}` is not a moment, a day or a month: expected `2024-10-18T09:30:00Z`, `2024-10-18` or `2024-10`")]
    Form(String),
    /// The form is right but there is no such day.
    #[error("there is no such day as `{0}`")]
    NoSuchDay(String),
    /// A moment without a time zone.
    #[error("`{0}` names a time of day without its zone: add `Z` or an offset such as `+09:00`")]
    NoZone(String),
}

/// A moment, a day, or a month.
///
/// Something is known from its moment, from the end of its day, or from the end of its month, all in UTC.
///
/// ```
/// use corroborate::Moment;
/// let day: Moment = "2024-10-18".parse()?;
/// let month: Moment = "2024-10".parse()?;
/// assert!(day.known_from() < month.known_from());
/// assert!("2024-02-30".parse::<Moment>().is_err());
/// # Ok::<(), corroborate::MomentError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Moment {
    /// An instant.
    Instant(DateTime<Utc>),
    /// A day.
    Day(NaiveDate),
    /// A month, held as its first day.
    Month(NaiveDate),
}

impl Moment {
    /// The instant from which it is known.
    #[must_use]
    pub fn known_from(&self) -> DateTime<Utc> {
        match self {
            Self::Instant(instant) => *instant,
            Self::Day(day) => end_of(*day),
            Self::Month(first) => end_of(last_of_month(*first)),
        }
    }

    /// The last day, in UTC, on which it can lie.
    #[must_use]
    pub fn last_day(&self) -> NaiveDate {
        match self {
            Self::Instant(instant) => instant.date_naive(),
            Self::Day(day) => *day,
            Self::Month(first) => last_of_month(*first),
        }
    }
}

fn last_of_month(first: NaiveDate) -> NaiveDate {
    first.checked_add_months(Months::new(1)).and_then(|next| next.checked_sub_days(Days::new(1))).unwrap_or(first)
}

/// The last nanosecond of a day: a word published at the stroke of midnight belongs to the day that begins.
fn end_of(day: NaiveDate) -> DateTime<Utc> {
    let start = day.and_time(NaiveTime::MIN).and_utc();
    start.checked_add_signed(TimeDelta::nanoseconds(86_400_000_000_000 - 1)).unwrap_or(start)
}

impl FromStr for Moment {
    type Err = MomentError;

    fn from_str(text: &str) -> Result<Self, MomentError> {
        let form = || MomentError::Form(excerpt(text));
        let bytes = text.as_bytes();
        let date = text.get(..10).unwrap_or(text);
        if !is_shaped(date.as_bytes()) {
            return Err(form());
        }
        match bytes.len() {
            7 => NaiveDate::parse_from_str(&format!("{text}-01"), "%Y-%m-%d")
                .map(Self::Month)
                .map_err(|_| MomentError::NoSuchDay(excerpt(text))),
            10 => NaiveDate::parse_from_str(text, "%Y-%m-%d")
                .map(Self::Day)
                .map_err(|_| MomentError::NoSuchDay(excerpt(text))),
            _ => instant(text).ok_or_else(|| {
                if NaiveDate::parse_from_str(date, "%Y-%m-%d").is_err() {
                    MomentError::NoSuchDay(excerpt(text))
                } else if chrono::NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S%.f").is_ok()
                    || chrono::NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").is_ok()
                {
                    MomentError::NoZone(excerpt(text))
                } else {
                    form()
                }
            }),
        }
    }
}

/// Whether the text has the shape `0000-00` or `0000-00-00`.
fn is_shaped(text: &[u8]) -> bool {
    matches!(text.len(), 7 | 10)
        && text.iter().enumerate().all(|(at, byte)| match at {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        })
}

fn instant(text: &str) -> Option<Moment> {
    let parsed = DateTime::parse_from_rfc3339(text)
        .or_else(|_| DateTime::parse_from_str(text, "%Y-%m-%dT%H:%M%:z"))
        .or_else(|_| DateTime::parse_from_str(&text.replace('Z', "+00:00"), "%Y-%m-%dT%H:%M%:z"))
        .ok()?;
    let utc = parsed.with_timezone(&Utc);
    // An offset can carry the last day of year 9999 past four digits, which would not be read again.
    (0..=9999).contains(&utc.year()).then_some(Moment::Instant(utc))
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Instant(instant) => f.pad(&instant.to_rfc3339_opts(chrono::SecondsFormat::AutoSi, true)),
            Self::Day(day) => f.pad(&day.format("%Y-%m-%d").to_string()),
            Self::Month(first) => f.pad(&first.format("%Y-%m").to_string()),
        }
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        wire::from_text(deserializer, "a moment, a day or a month")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn moment(text: &str) -> Moment {
        text.parse().unwrap()
    }

    #[test]
    fn prints_what_it_read() {
        for text in ["2024-10", "2024-10-18", "2024-10-18T09:30:00Z", "2024-12-31T23:59:59.500Z"] {
            assert_eq!(moment(text).to_string(), text);
        }
        assert_eq!(moment("2024-10-18T09:30+09:00").to_string(), "2024-10-18T00:30:00Z");
        assert_eq!(moment("2024-10-18T09:30Z").to_string(), "2024-10-18T09:30:00Z");
    }

    #[test]
    fn a_day_is_known_at_its_end_and_a_month_with_its_last_day() {
        assert!(moment("2024-10-18T23:59:59Z").known_from() < moment("2024-10-18").known_from());
        assert!(moment("2024-10-18").known_from() < moment("2024-10-19T00:00:00Z").known_from());
        assert_eq!(moment("2024-02").known_from(), moment("2024-02-29").known_from());
        assert_eq!(moment("9999-12").last_day(), moment("9999-12-31").last_day());
    }

    #[test]
    fn says_what_is_wrong() {
        for (text, message) in [
            (
                "2024",
                "`2024` is not a moment, a day or a month: expected `2024-10-18T09:30:00Z`, `2024-10-18` or `2024-10`",
            ),
            ("2024-02-30", "there is no such day as `2024-02-30`"),
            ("2024-13", "there is no such day as `2024-13`"),
            (
                "2024-10-18T09:30:00",
                "`2024-10-18T09:30:00` names a time of day without its zone: add `Z` or an offset such as `+09:00`",
            ),
            (
                "18 October",
                "`18 October` is not a moment, a day or a month: expected `2024-10-18T09:30:00Z`, `2024-10-18` or `2024-10`",
            ),
        ] {
            assert_eq!(text.parse::<Moment>().unwrap_err().to_string(), message);
        }
    }
}
