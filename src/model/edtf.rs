//! Date expressions: the text as the desk wrote it, and the days that it means.

use std::{cmp::Ordering, fmt, hash, str::FromStr};

use edtf_core::{IntervalEndpoint, SetElement};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use thiserror::Error;

use super::{ranges::Ranges, text::excerpt};

mod day;
mod meaning;

pub use day::Day;
use meaning::Pieces;

/// A date expression of EDTF (ISO 8601-2, annex A; levels 0 to 2) for the years −9999 to 9999.
///
/// It means a set of days, and means it twice: [`core`](Edtf::core) is what is literally said, and
/// [`wide`](Edtf::wide) lets `~` and `%` reach one unit of their own precision further either way (a day, a month, a
/// season, a year, a decade). `?` doubts the source, not the day, and widens nothing.
///
/// ```
/// use corroborate::Edtf;
///
/// let about_june = Edtf::parse("2024-06~")?;
/// assert_eq!(about_june.core().first(), Some("2024-06-01".parse()?));
/// assert_eq!(about_june.start(), Some("2024-05-01".parse()?));
/// assert_eq!(about_june.end(), Some("2024-07-31".parse()?));
///
/// let since = Edtf::parse("2016/..")?;
/// assert_eq!((since.start(), since.end()), (Some("2016-01-01".parse()?), None));
/// # Ok::<(), corroborate::EdtfError>(())
/// ```
///
/// What is read, beyond single dates and intervals: open (`..`) and unknown (nothing) ends of intervals, which are both
/// unbounded; `[…]` (one of) and `{…}` (all of), which mean the union; digits left open with `X`, which mean every date
/// that fits, as long as the first digit of the year is known; the seasons and groupings 21 to 41, where 21 to 24 are
/// the northern ones, by whole months (`2001-24`, winter, is December 2001 to February 2002); and moments, which mean
/// the day that is written.
///
/// Two expressions are equal when their *texts* are.
#[derive(Debug, Clone)]
pub struct Edtf {
    text: String,
    core: Ranges<Day>,
    /// Only where it differs from `core`.
    wide: Option<Ranges<Day>>,
}

impl Edtf {
    /// Reads a date expression.
    ///
    /// # Errors
    ///
    /// Where the text is empty or no EDTF, names a day that no calendar has, or an interval that ends before it begins;
    /// where it leaves the year open, leaves the years −9999 to 9999, or means more than a few hundred separate days.
    pub fn parse(text: &str) -> Result<Edtf, EdtfError> {
        if text.trim().is_empty() {
            return Err(EdtfError::Empty);
        }
        let expression = edtf_core::Edtf::parse(text).map_err(|error| EdtfError::from_parser(text, error))?;
        let mut pieces = Pieces::new(text);
        match &expression {
            edtf_core::Edtf::Date(date) => pieces.add_date(date)?,
            edtf_core::Edtf::DateTime(moment) => pieces.add_date(&moment.date)?,
            edtf_core::Edtf::Interval(interval) => {
                let start = match &interval.start {
                    IntervalEndpoint::Date(date) | IntervalEndpoint::OnOrAfter(date) => Some(date),
                    IntervalEndpoint::Open | IntervalEndpoint::Unknown | IntervalEndpoint::OnOrBefore(_) => None,
                };
                let end = match &interval.end {
                    IntervalEndpoint::Date(date) | IntervalEndpoint::OnOrBefore(date) => Some(date),
                    IntervalEndpoint::Open | IntervalEndpoint::Unknown | IntervalEndpoint::OnOrAfter(_) => None,
                };
                pieces.add_span(start, end)?;
            }
            edtf_core::Edtf::Set(set) => {
                for element in &set.elements {
                    match element {
                        SetElement::Date(date) => pieces.add_date(date)?,
                        SetElement::OnOrBefore(date) => pieces.add_span(None, Some(date))?,
                        SetElement::OnOrAfter(date) => pieces.add_span(Some(date), None)?,
                        SetElement::Range(first, last) => pieces.add_span(Some(first), Some(last))?,
                    }
                }
            }
        }
        let (core, wide) = pieces.into_ranges();
        if core.is_empty() {
            return Err(EdtfError::Reversed(excerpt(text)));
        }
        let wide = (wide != core).then_some(wide);
        Ok(Edtf { text: text.to_owned(), core, wide })
    }

    /// The expression as it was written.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The days that the expression literally means; never none.
    pub fn core(&self) -> &Ranges<Day> {
        &self.core
    }

    /// The days that it may mean once `~` and `%` are taken into account; all of [`core`](Edtf::core) among them.
    pub fn wide(&self) -> &Ranges<Day> {
        self.wide.as_ref().unwrap_or(&self.core)
    }

    /// The first day that it may mean; `None` where that is open.
    pub fn start(&self) -> Option<Day> {
        self.wide().first()
    }

    /// The last day that it may mean; `None` where that is open.
    pub fn end(&self) -> Option<Day> {
        self.wide().last()
    }
}

/// One day.
impl From<Day> for Edtf {
    fn from(day: Day) -> Edtf {
        Edtf { text: day.to_string(), core: Ranges::point(day), wide: None }
    }
}

/// Why a text is not an [`Edtf`] date expression.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum EdtfError {
    /// There is nothing to read.
    #[error("a date is missing")]
    Empty,
    /// A month or day that no calendar has.
    #[error("`{0}` names a day or month that does not exist")]
    Impossible(String),
    /// An interval that ends before it begins.
    #[error("`{0}` ends before it begins")]
    Reversed(String),
    /// A date of any year, or of one whose first digit is open.
    #[error("`{0}` needs a year")]
    NeedsYear(String),
    /// A year before −9999 or after 9999.
    #[error("`{0}` is outside the years -9999 to 9999")]
    YearOutOfRange(String),
    /// Open digits that fit hundreds of days far apart.
    #[error("`{0}` means too many separate days")]
    TooScattered(String),
    /// More or less than one day where one is needed.
    #[error("`{0}` is not one day")]
    NotADay(String),
    /// The text is no EDTF.
    #[error("`{text}` is not an EDTF date: {reason}, at byte {offset}")]
    Malformed {
        /// What was written.
        text: String,
        /// What is wrong with it.
        reason: &'static str,
        /// How many bytes into the text.
        offset: usize,
    },
}

impl EdtfError {
    fn from_parser(text: &str, error: edtf_core::ParseError) -> EdtfError {
        let (quoted, reason) = (excerpt(text), error.message);
        // The parser tells its errors apart by their words alone. Should those change, the error is still one, and says
        // the same less briefly.
        if reason.contains("precedes") {
            EdtfError::Reversed(quoted)
        } else if reason.starts_with("month must be 01-12")
            || reason.starts_with("no calendar month")
            || reason.starts_with("day is out of range")
        {
            EdtfError::Impossible(quoted)
        } else if reason.ends_with("out of supported range") {
            EdtfError::YearOutOfRange(quoted)
        } else {
            EdtfError::Malformed { text: quoted, reason, offset: error.offset }
        }
    }
}

impl FromStr for Edtf {
    type Err = EdtfError;

    fn from_str(text: &str) -> Result<Edtf, EdtfError> {
        Edtf::parse(text)
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl PartialEq for Edtf {
    fn eq(&self, other: &Edtf) -> bool {
        self.text == other.text
    }
}

impl Eq for Edtf {}

impl hash::Hash for Edtf {
    fn hash<H: hash::Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}

impl PartialOrd for Edtf {
    fn partial_cmp(&self, other: &Edtf) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Edtf {
    fn cmp(&self, other: &Edtf) -> Ordering {
        self.text.cmp(&other.text)
    }
}

impl Serialize for Edtf {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl<'de> Deserialize<'de> for Edtf {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Edtf, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests;
