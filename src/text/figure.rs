//! Figures: numbers with their bound and what they count.

use super::reading::Span;
use crate::model::quantity::Quantity;

/// Which way a figure says that something moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Change {
    /// `rose by 500`, `up 5 %`, `a 5 % increase`.
    Rise,
    /// `fell by 500`, `down 5 %`, `a 5 % drop`.
    Fall,
}

/// A quantity as a text puts it.
///
/// ```
/// use corroborate::{Number, Quantity, text};
///
/// let text = "Up to 15,000 North Korean troops were sent.";
/// let reading = text::read(text, None);
/// let figure = &reading.figures()[0];
/// assert_eq!(figure.quantity, Quantity::AtMost(Number::from(15_000)));
/// assert_eq!(figure.unit.as_deref(), Some("troops"));
/// assert_eq!(figure.bound.map(|span| span.of(text)), Some("Up to"));
/// assert_eq!(figure.number.of(text), "15,000");
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Figure {
    /// How much, with its bound.
    pub quantity: Quantity,
    /// What is counted or measured: the head noun as it is written (`troops`; the plural also where there is one), a unit
    /// (`km`, `percent`), a currency by its ISO 4217 code (`USD`), `fraction` for parts of one, and rates as
    /// `people-per-day`.
    pub unit: Option<String>,
    /// An open count (`dozens`, `several hundred`): the floor is the least that the words can mean.
    pub is_vague: bool,
    /// Whether this is how far something moved, and which way; otherwise it is where it stands.
    pub change: Option<Change>,
    /// All of it: bound, number, unit.
    pub span: Span,
    /// The number, or both numbers of a range.
    pub number: Span,
    /// The words of the bound or approximation: `up to`, `or so`; the first where there are several.
    pub bound: Option<Span>,
    /// The words of the unit.
    pub of: Option<Span>,
}
