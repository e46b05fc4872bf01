//! What a draft lacks.

use thiserror::Error;

use crate::model::text::excerpt;
use crate::text::date::Unresolved;
use crate::text::modality::Modality;

/// Something that a person has to fill in, or to decide, before a draft is an entry.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum Missing {
    /// What it is about, and what is said of that: no draft has it.
    #[error("say what it is about (the subject) and what is said of that (the attribute)")]
    Topic,
    /// What is said is no sentence.
    #[error("`{}` is no sentence: put what is claimed as one", excerpt(.0))]
    Statement(String),
    /// A hedge stands in the statement, and belongs to the attribution.
    #[error("put the statement without `{}`, which is kept as the hedge", excerpt(.0))]
    Hedge(String),
    /// A negation stands in the statement.
    #[error("put the statement without `{}`: the stance says that it is not so", excerpt(.0))]
    Negation(String),
    /// It is told as no fact.
    #[error("this is {modality} (`{}`), and no fact: choose an attribute that says so", excerpt(.words))]
    Modality {
        /// In what way.
        modality: Modality,
        /// The words that tell it so.
        words: String,
    },
    /// A number without what is counted.
    #[error("say what is counted")]
    Unit,
    /// An open count, of which only the floor is known.
    #[error("`{}` is an open count: only its floor is taken", excerpt(.0))]
    Vague(String),
    /// How far something moved, and not where it stands.
    #[error("`{}` is how far it moved, not where it stands: choose an attribute that says so", excerpt(.0))]
    Change(String),
    /// The date cannot be told.
    #[error("`{}`: {why}", excerpt(.words))]
    Date {
        /// The words of the date.
        words: String,
        /// Why not.
        why: Unresolved,
    },
    /// A date that may be that of the fact, or another.
    #[error("`{}`: say whether that is when it was so, or when it was said", excerpt(.0))]
    When(String),
    /// A speaker without a name.
    #[error("say who is meant by `{}`", excerpt(.0))]
    Speaker(String),
    /// It is not said who says so.
    #[error("`{}`: the text does not say who says so", excerpt(.0))]
    Nobody(String),
    /// Somebody who was told, and may be whom the text has it from.
    #[error("it was told to `{}`: say whether the text has it from there", excerpt(.0))]
    Told(String),
    /// Words that stand for a claim made elsewhere.
    #[error("`{}` may stand for this claim: say whether it does", excerpt(.0))]
    Refers(String),
    /// Somebody declines to say, which is no stance.
    #[error("`{}` is no stance: leave it out, or record it elsewhere", excerpt(.0))]
    Stance(String),
}
