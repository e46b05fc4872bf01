//! What becomes of a citation, by name.

use super::hop::Hop;
use crate::model::names::vocabulary;

vocabulary! {
    /// What becomes of a citation; `docs/semantics.md`, section 4, has the rules.
    pub enum Passage: "passage" {
        /// It carries: the cited source stands by it on record.
        Carries = "carries",
        /// It carries, though the cited source said so of an earlier time.
        Stale = "stale",
        /// It carries: nothing tells what the cited source's own words are.
        Unseen = "unseen",
        /// Broken: the cited source withdrew, replaced or disowned it.
        Withdrawn = "withdrawn",
        /// Broken: the cited source says something weaker.
        Weaker = "weaker",
        /// Broken: the cited source says something else, or does not say it.
        Misattributed = "misattributed",
        /// Never reached: a link nearer to the report is broken.
        Unreached = "unreached",
    }
}

impl Passage {
    pub(super) const fn of(hop: &Hop) -> Self {
        match hop {
            Hop::Standing { .. } => Self::Carries,
            Hop::Stale { .. } => Self::Stale,
            Hop::Unseen => Self::Unseen,
            Hop::Withdrew => Self::Withdrawn,
            Hop::Weaker { .. } => Self::Weaker,
            Hop::Misattributed => Self::Misattributed,
        }
    }

    /// Whether evidence passes.
    #[must_use]
    pub const fn carries(self) -> bool {
        matches!(self, Self::Carries | Self::Stale | Self::Unseen)
    }
}
