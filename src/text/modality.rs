//! Modality: what is told as planned, possible, conditional or required, and so is no fact.

use super::reading::Span;
use crate::model::names::vocabulary;

vocabulary! {
    /// In what way something is told that is no fact (yet).
    pub enum Modality: "modality" {
        /// It is to come, or somebody means to do it: "will", "plans to", "is considering".
        Planned = "planned",
        /// It may come: "might", "could".
        Possible = "possible",
        /// It hangs on something else: "if", "would", "in case of".
        Conditional = "conditional",
        /// It ought to be, or somebody asks for it: "must", "is obliged to", "urged".
        Required = "required",
        /// It is asked: "Will they send more?"
        Asked = "asked",
    }
}

/// Words that tell something as no fact, and the part of the text that they tell so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Modal {
    /// The words; of a question, its mark.
    pub span: Span,
    /// In what way it is no fact.
    pub modality: Modality,
    /// What is told so.
    pub scope: Span,
}
