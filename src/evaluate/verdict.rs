//! Verdicts: whether the standard is met, which side outweighs the other, and what follows.

use super::independence::Tally;
use crate::model::names::vocabulary;
use crate::model::number::Number;
use crate::model::policy::Policy;

vocabulary! {
    /// What the recorded sourcing supports, from the least to the most.
    ///
    /// Every verdict but [`Confirmed`](Verdict::Confirmed) flags the claim.
    pub enum Verdict: "verdict" {
        /// The opposition meets the standard, and support is not credible or is outweighed.
        Refuted = "refuted",
        /// Nothing carries any more: what supported it was withdrawn, replaced or disowned.
        Withdrawn = "withdrawn",
        /// Nobody ever affirmed it.
        Unsourced = "unsourced",
        /// Credible sources stand against it, and are not outweighed.
        Contradicted = "contradicted",
        /// The sourcing falls short of the standard.
        Unconfirmed = "unconfirmed",
        /// Support meets the standard, and no credible opposition weighs against it: it may be stated as fact.
        Confirmed = "confirmed",
    }
}

impl Verdict {
    /// Whether the claim must not be stated as fact.
    ///
    /// ```
    /// use corroborate::Verdict;
    /// assert!(Verdict::Unconfirmed.is_flagged());
    /// assert!(!Verdict::Confirmed.is_flagged());
    /// ```
    #[must_use]
    pub const fn is_flagged(self) -> bool {
        !matches!(self, Self::Confirmed)
    }
}

/// Whether a side meets the standard.
pub(crate) fn meets_standard(policy: &Policy, side: &Tally) -> bool {
    (policy.authority_suffices && side.has_authority) || side.credible >= policy.independent_origins
}

/// Whether one side outweighs the other.
pub(crate) fn outweighs(policy: &Policy, side: &Tally, other: &Tally) -> bool {
    let by_authority = side.has_authority && !other.has_authority && !meets_standard(policy, other);
    let times = Number::from(other.credible).checked_mul(policy.outweighs);
    let by_number = times.is_some_and(|times| Number::from(side.credible) >= times);
    by_authority || (by_number && (!other.has_authority || side.has_authority))
}

/// What is known of the support beyond its tally.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct History {
    /// Somebody, at some time, said something that supports the claim.
    pub(crate) was_affirmed: bool,
    /// Something that supported it was withdrawn, replaced or disowned.
    pub(crate) was_withdrawn: bool,
}

/// The first row of the table that matches.
pub(crate) fn verdict(policy: &Policy, support: &Tally, opposition: &Tally, history: History) -> Verdict {
    let opposed = meets_standard(policy, opposition);
    let opposition_counts = opposition.credible > 0 && !outweighs(policy, support, opposition);
    if !history.was_affirmed && !opposed {
        Verdict::Unsourced
    } else if support.most == 0 && history.was_withdrawn && !opposed {
        Verdict::Withdrawn
    } else if opposed && (support.credible == 0 || outweighs(policy, opposition, support)) {
        Verdict::Refuted
    } else if meets_standard(policy, support) && !opposition_counts {
        Verdict::Confirmed
    } else if opposition_counts {
        Verdict::Contradicted
    } else {
        Verdict::Unconfirmed
    }
}
