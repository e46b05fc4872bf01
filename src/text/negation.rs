//! Negations.

use super::reading::Span;
use crate::model::names::vocabulary;

vocabulary! {
    /// How something is negated.
    pub enum NegationKind: "kind of negation" {
        /// It is not so: "did not", "never", "nor".
        Not = "not",
        /// There is none: "no losses", "nobody".
        None = "none",
        /// "Without".
        Without = "without",
        /// It was so before.
        NoLonger = "no longer",
        /// Nothing was found that shows it, which does not say that it is not so: "no evidence that".
        NoEvidence = "no evidence",
        /// It was to be so, and is not: "failed to".
        Failed = "failed",
        /// What is reported is called false.
        False = "false",
    }
}

/// Words that negate, and the part of the text that they negate. That somebody *denies* something is an [attribution](super::Attributed).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Negation {
    /// The words.
    pub span: Span,
    /// How they negate.
    pub kind: NegationKind,
    /// What they negate.
    pub scope: Span,
}
