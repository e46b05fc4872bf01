//! Explanations: why a verdict is what it is, down to the entries, as data. [`Assessment::explanation`](crate::Assessment::explanation) works them out.

use serde::Serialize;

use super::compare::Axis;
use super::conflict::Conflict;
pub use super::passage::Passage;
use super::verdict::Verdict;
use crate::model::id::{AttributionId, ClaimId, SourceId};
use crate::model::names::vocabulary;
use crate::model::policy::rule::PolicyRule;
use crate::model::rule::Rule;

vocabulary! {
    /// The row of the table of `docs/semantics.md`, section 6, that gives a verdict; and what comes after the table.
    pub enum Row: "row" {
        /// Nobody ever said so, and the opposition is below the standard: unsourced.
        NobodySaysSo = "nobody-says-so",
        /// Nothing carries any more, something was taken back, and the opposition is below the standard: withdrawn.
        NothingLeft = "nothing-left",
        /// The opposition meets the standard, and support is not credible or is outweighed: refuted.
        OppositionPrevails = "opposition-prevails",
        /// Support meets the standard, and the opposition is not credible or is outweighed: confirmed.
        SupportPrevails = "support-prevails",
        /// The opposition is credible and not outweighed: contradicted.
        OppositionStands = "opposition-stands",
        /// None of these: unconfirmed.
        FallsShort = "falls-short",
        /// Support prevails here, and just so for a claim that this one excludes: both are contradicted.
        RivalPrevailsToo = "rival-prevails-too",
    }
}

vocabulary! {
    /// Why an origin, a word or a link on its way does not count as credible.
    pub enum Lack: "lack" {
        /// It is not stated outright.
        Hedged = "hedged",
        /// The source is graded D or E.
        Unreliable = "unreliable",
        /// The source has no grade, and is of a kind that needs one: a social account, blog, aggregator or private person.
        Ungraded = "ungraded",
        /// The source has a stake in the matter, and does not speak against its interest.
        Stake = "stake",
        /// The source has no name: all such count once together, beside a credible named one; not at all, where the policy counts named ones only.
        Anonymous = "anonymous",
        /// A medium that cites nobody and does not say how it knows: it counts only where nobody else does, and as one.
        Undeclared = "undeclared",
        /// It is not on record how the source knows, and the policy asks for that.
        BasisUnknown = "basis-unknown",
        /// Every way from it to a report passes somebody who is not credible.
        NoCredibleWay = "no-credible-way",
    }
}

vocabulary! {
    /// How a word comes to bear on a claim.
    pub enum Way: "way" {
        /// It is on the claim itself.
        Itself = "itself",
        /// It is on another claim of the topic, about the same time.
        Topic = "topic",
        /// It is on another claim of the topic, about another time of a count that can only grow.
        OverTime = "over-time",
        /// It is on another topic, from which rules lead here.
        Rules = "rules",
    }
}

vocabulary! {
    /// Why an entry that speaks of the matter plays no part.
    pub enum Omission: "omission" {
        /// A later word of its source stands in its place.
        Replaced = "replaced",
        /// Its source corrected it.
        Corrected = "corrected",
        /// Its source withdrew it.
        Withdrawn = "withdrawn",
        /// It was published after the moment of judgement.
        NotYetKnown = "not-yet-known",
        /// It has no date, and a moment of judgement is given.
        Undated = "undated",
        /// Its source only says that it does not know, or cannot confirm it.
        Doubts = "doubts",
        /// It records that its source does not say so.
        Silent = "silent",
    }
}

/// Why the verdict on a claim is what it is, down to the entries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Explanation<'e> {
    /// The claim.
    pub claim: &'e ClaimId,
    /// The verdict.
    pub verdict: Verdict,
    /// What gives it.
    pub decision: Decision<'e>,
    /// What stands for the claim.
    pub support: Argument<'e>,
    /// What stands against it.
    pub opposition: Argument<'e>,
    /// Entries that speak of the matter and play no part, by id.
    pub left_out: Vec<LeftOut<'e>>,
    /// Other claims of the topic on which words stand that bear on neither side, by id.
    pub neither: Vec<Neither<'e>>,
    /// The conflicts that the claim is in.
    pub conflicts: Vec<Conflict>,
    /// The attributions that the verdict rests on, by id; see [`Assessment::rests_on`](crate::Assessment::rests_on).
    pub rests_on: Vec<&'e AttributionId>,
}

/// What gives a verdict.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Decision<'e> {
    /// The row of the table.
    pub row: Row,
    /// The rules of the policy that it turns on, in the order of [`PolicyRule::ALL`].
    pub rules: Vec<PolicyRule>,
    /// Where a rival prevails too: the claims that this one excludes.
    pub rivals: Vec<&'e ClaimId>,
}

/// One side of a claim, from those who know to those who report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Argument<'e> {
    /// Independent origins at the least.
    pub least: u32,
    /// Independent origins at the most.
    pub most: u32,
    /// Credible independent origins.
    pub credible: u32,
    /// Whether it rests on an authority.
    pub authority: bool,
    /// Whether it meets the standard.
    pub meets_standard: bool,
    /// The sources that everything on this side must pass, by id.
    pub chokepoints: Vec<&'e SourceId>,
    /// The origins, by id.
    pub origins: Vec<Origin<'e>>,
    /// The words that stand on this side, by the id of their attribution.
    pub words: Vec<Word<'e>>,
}

/// A source that knows, or that leaves open how it knows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Origin<'e> {
    /// The source.
    pub source: &'e SourceId,
    /// The words that make it an origin: its own, and where none is on record, those that cite it.
    pub by: Vec<&'e AttributionId>,
    /// Whether it counts as a credible one, alone or with others.
    pub is_credible: bool,
    /// Whether its word settles the matter.
    pub settles: bool,
    /// Why it does not count, or not fully.
    pub lacks: Vec<Lack>,
    /// Another origin, the first by id, with which it counts as one: they have one owner, or are anonymous under one description.
    pub counts_with: Option<&'e SourceId>,
}

/// A word that stands on a side, with what becomes of its citations.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Word<'e> {
    /// The attribution.
    pub attribution: &'e AttributionId,
    /// Whose word it is, spokesmen followed to their end.
    pub speaker: &'e SourceId,
    /// Whether it only relays those whom it cites.
    pub is_relay: bool,
    /// How it comes to bear on the claim.
    pub way: Way,
    /// Where it comes from another topic: rules by which that topic is tied to this one.
    pub rules: Vec<&'e Rule>,
    /// Why it does not count as credible at its source.
    pub lacks: Vec<Lack>,
    /// What becomes of its chains.
    pub chains: Vec<Chain<'e>>,
}

/// A chain of citations, followed as far as it goes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Chain<'e> {
    /// Whether a later account of the same outlet, of the same cited source, has taken its place: then it is not followed.
    pub is_replaced: bool,
    /// Its links, nearest first; those behind a broken one, or behind one whose own words say where it has it from, are not reached.
    pub links: Vec<Link<'e>>,
}

/// One link of a chain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Link<'e> {
    /// The cited source.
    pub cited: &'e SourceId,
    /// What becomes of it.
    pub passage: Passage,
    /// The entries that decide that.
    pub decided_by: Vec<&'e AttributionId>,
    /// Why what passes here does not count as credible.
    pub lacks: Vec<Lack>,
}

/// An entry that speaks of the matter and plays no part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct LeftOut<'e> {
    /// The attribution.
    pub attribution: &'e AttributionId,
    /// Why.
    pub why: Omission,
    /// The entries that took its place or withdrew it.
    pub by: Vec<&'e AttributionId>,
}

/// A claim of the topic on which words stand that say nothing for or against the one explained.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Neither<'e> {
    /// The claim.
    pub claim: &'e ClaimId,
    /// Along what they cannot be compared; `None` where both can be so.
    pub apart: Option<Axis>,
}
