//! Hedges: words that say how sure a statement is.

use super::reading::Span;
use crate::model::attribution::Certainty;

/// Words that say how sure a statement is, and the part of the text that they say it of.
///
/// A hedge of a standard scale is a term of that scale still: its words can be read as a [`Phia`](crate::scales::Phia), [`Icd203`](crate::scales::Icd203) and so on.
///
/// ```
/// use corroborate::{Certainty, scales::Phia, text};
/// let line = "The dam is highly likely to hold.";
/// let reading = text::read(line, None);
/// let hedge = &reading.hedges()[0];
/// assert_eq!(hedge.certainty, Certainty::Probable);
/// assert_eq!(hedge.span.of(line).parse(), Ok(Phia::HighlyLikely));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Hedge {
    /// The words.
    pub span: Span,
    /// How sure they are.
    pub certainty: Certainty,
    /// Whether they are so sure that it is *not* so: "unlikely", "doubtful".
    pub against: bool,
    /// What they say it of.
    pub scope: Span,
}
