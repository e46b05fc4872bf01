//! Remedies, as data: what would have to be added to the dossier.

use serde::Serialize;

use crate::evaluate::Verdict;
use crate::model::id::{AttributionId, ClaimId, SourceId};
use crate::model::moment::Moment;

/// Which way a claim is to be settled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Outcome {
    /// It may be stated as fact.
    Confirmed,
    /// The opposition meets the standard, and support does not stand up to it.
    Refuted,
}

impl Outcome {
    /// Either way.
    pub const BOTH: [Self; 2] = [Self::Confirmed, Self::Refuted];

    /// The verdict that it is.
    ///
    /// ```
    /// use corroborate::{Outcome, Verdict};
    /// assert_eq!(Outcome::Refuted.verdict(), Verdict::Refuted);
    /// ```
    #[must_use]
    pub const fn verdict(self) -> Verdict {
        match self {
            Self::Confirmed => Verdict::Confirmed,
            Self::Refuted => Verdict::Refuted,
        }
    }
}

/// How a source that is to say it itself is heard now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Heard {
    /// Through those who cite it alone.
    ThroughOthers,
    /// In words that do not say how it knows.
    Undeclared,
    /// In hedged words, or through others only in part.
    Hedging,
}

/// Something to be added to the dossier.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(tag = "add", rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Addition {
    /// Credible origins, each named, with a stake in nothing and owned by nobody, independent of each other and of all recorded, who say so at first hand (toward
    /// [`Refuted`](Outcome::Refuted): who deny it). Each is one attribution.
    Origins {
        /// How many.
        count: u32,
        /// The credible origins that the side has already, by id.
        beyond: Vec<SourceId>,
    },
    /// The own word, from its records, of an authority on the topic that has not spoken on the claim. One attribution.
    Authority {
        /// Those of the dossier, by id, any of whom will do; where there is none, somebody whom the dossier does not know yet.
        one_of: Vec<SourceId>,
    },
    /// A named source on whom the side rests says it itself: outright, at first hand, and in place of what it said. One attribution.
    OwnWord {
        /// The source.
        source: SourceId,
        /// How it is heard now.
        heard: Heard,
        /// Its earlier words that this one replaces.
        corrects: Vec<AttributionId>,
    },
    /// A named source on the other side takes it back: all that it said there itself, and all that others say there in its name. One attribution.
    Withdrawal {
        /// The source.
        source: SourceId,
        /// Its own words.
        retracts: Vec<AttributionId>,
        /// The words of others that cite it.
        disowns: Vec<AttributionId>,
    },
}

impl Addition {
    /// How many attributions it adds.
    #[must_use]
    pub const fn size(&self) -> u32 {
        match self {
            Self::Origins { count, .. } => *count,
            Self::Authority { .. } | Self::OwnWord { .. } | Self::Withdrawal { .. } => 1,
        }
    }
}

/// Additions to a dossier that together settle a claim.
///
/// [`apply`](Self::apply) makes them, so that everybody can check what a remedy promises.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Remedy {
    /// The claim that it settles.
    pub claim: ClaimId,
    /// Which way.
    pub toward: Outcome,
    /// What is to be added; new origins come last.
    pub additions: Vec<Addition>,
    /// When the new attributions are published: at the moment of judgement, where there is one; else on the day after the last that is recorded; never, where nothing is
    /// dated.
    pub published: Option<Moment>,
}

impl Remedy {
    /// How many attributions it adds.
    #[must_use]
    pub fn size(&self) -> u32 {
        self.additions.iter().fold(0, |sum, addition| sum.saturating_add(addition.size()))
    }
}
