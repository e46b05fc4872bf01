//! Dates, as a text puts them.

use thiserror::Error;

use super::reading::Span;
use crate::model::edtf::Edtf;

/// When, as a text puts it.
///
/// ```
/// use corroborate::text;
///
/// let reading = text::read("It was ratified in November, officials said on Friday.", Some("2024-12-04".parse()?));
/// let dates: Vec<_> = reading.dates().iter().map(|date| date.date.clone()).collect();
/// assert_eq!(dates, [Ok("2024-11".parse()?), Ok("2024-11-29".parse()?)]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Date {
    /// The days that are meant, or why they cannot be told.
    pub date: Result<Edtf, Unresolved>,
    /// All of it, words that open it to one side included: `by August 2025`, `since 2016`; not `in` and `on`.
    pub span: Span,
    /// Whether the words open it to one side: `by`, `since`, `after`.
    pub is_open: bool,
}

/// Why a date in a text stays open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Error)]
#[non_exhaustive]
pub enum Unresolved {
    /// It counts from the day of publication, which is not known.
    #[error("the date counts from the day of publication, which is not known")]
    NeedsPublication,
    /// It counts from the day of publication, of which only the month is known.
    #[error("the date counts from the day of publication, of which only the month is known")]
    NeedsDay,
    /// There is no such day, as 30 February.
    #[error("there is no such day")]
    NoSuchDay,
}
