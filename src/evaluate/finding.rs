//! Findings: what exactly is wrong with the sourcing of a claim, as data.

use serde::Serialize;

pub use crate::model::code::{Code, Severity};
use crate::model::id::{AttributionId, ClaimId, SourceId};

/// What a desk can do next about a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "step", rename_all = "kebab-case")]
#[non_exhaustive]
pub enum NextStep {
    /// Find somebody who says so.
    SeekSource,
    /// Find a credible origin that is independent of these sources.
    SeekOrigin {
        /// The sources that it must not rest on.
        beyond: Vec<SourceId>,
    },
    /// Find the own word of these sources.
    SeekOwnWord {
        /// The sources.
        of: Vec<SourceId>,
    },
    /// Ask these sources how they know.
    AskBasis {
        /// The sources.
        of: Vec<SourceId>,
    },
    /// Ask these sources to say it outright.
    AskPlainStatement {
        /// The sources.
        of: Vec<SourceId>,
    },
    /// Check these attributions against what the cited source said.
    CheckCitation {
        /// The attributions.
        of: Vec<AttributionId>,
    },
    /// Ask which of these attributions holds.
    AskWhichHolds {
        /// The attributions.
        of: Vec<AttributionId>,
    },
    /// Find out which of these claims, and the one judged, holds.
    Reconcile {
        /// The claims.
        with: Vec<ClaimId>,
    },
    /// Find the dates of these attributions; of the claim itself, where there are none.
    SeekDate {
        /// The attributions.
        of: Vec<AttributionId>,
    },
    /// State these claims, and the one judged, in one unit and for one time.
    Align {
        /// The claims.
        with: Vec<ClaimId>,
    },
    /// Look for a newer account.
    Refresh,
    /// Carry it with the claim: there is nothing to clear.
    Mention,
}

/// Something that is wrong with the sourcing of a claim, and the entries that caused it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// What is wrong.
    pub code: Code,
    /// How much it matters.
    pub severity: Severity,
    /// The claim that is judged.
    pub claim: ClaimId,
    /// The sources concerned, by id.
    pub sources: Vec<SourceId>,
    /// The attributions that caused it, by id.
    pub attributions: Vec<AttributionId>,
    /// Other claims concerned, by id.
    pub claims: Vec<ClaimId>,
    /// What to do next.
    pub next: NextStep,
}
