//! What was read, and from which bytes.

use std::ops::Range;

use super::{
    attribution::Attributed, date::Date, figure::Figure, hedge::Hedge, modality::Modal, negation::Negation, said::Said,
    sentence::Sentence, token::Token,
};

/// A range of bytes of the text that was read, on character boundaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl Span {
    pub(super) fn new(start: usize, end: usize) -> Span {
        Span { start, end }
    }

    pub(super) fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// From the start of this span to the end of a later one.
    pub(super) fn to(self, last: Span) -> Span {
        Span { start: self.start.min(last.start), end: self.end.max(last.end) }
    }

    /// The span as a range.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// The words at this span of `text`; nothing where `text` is another one than was read and has no such bytes.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or_default()
    }

    /// Whether all of the other span lies inside this one.
    #[must_use]
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two spans share a byte.
    #[must_use]
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// All that was read in a text, in the order of the text.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading<'t> {
    pub(super) text: &'t str,
    pub(super) tokens: Vec<Token<'t>>,
    pub(super) sentences: Vec<Sentence>,
    pub(super) figures: Vec<Figure>,
    pub(super) dates: Vec<Date>,
    pub(super) said: Said,
}

impl<'t> Reading<'t> {
    /// The text that was read.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// The sentences of the text.
    pub fn sentences(&self) -> impl ExactSizeIterator<Item = Span> + '_ {
        self.sentences.iter().map(|sentence| sentence.span)
    }

    /// The figures of the text, in its order; no two overlap.
    pub fn figures(&self) -> &[Figure] {
        &self.figures
    }

    /// The dates of the text, in its order; no two overlap, nor does one overlap a figure.
    pub fn dates(&self) -> &[Date] {
        &self.dates
    }

    /// The hedges of the text: how sure it is of what.
    pub fn hedges(&self) -> &[Hedge] {
        &self.said.hedges
    }

    /// The negations of the text.
    pub fn negations(&self) -> &[Negation] {
        &self.said.negations
    }

    /// What the text tells as no fact: planned, possible, conditional, required or asked.
    pub fn modals(&self) -> &[Modal] {
        &self.said.modals
    }

    /// Who says what, according to the text.
    pub fn attributions(&self) -> &[Attributed] {
        &self.said.attributions
    }
}
