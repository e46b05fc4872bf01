//! Conflicts: claims that cannot hold together, each with sources that stand by it.

use serde::Serialize;

use super::evaluation::Evaluation;
use super::judge::is_opposed;
use super::large::Opponents;
use super::provenance::SideOf;
use super::standing::stance;
use super::time::{Lies, lies};
use crate::model::attribution::Stance;
use crate::model::id::{AttributionId, ClaimId};
use crate::model::names::vocabulary;

vocabulary! {
    /// Why claims cannot hold together.
    #[non_exhaustive]
    pub enum ConflictKind: "conflict" {
        /// Their values exclude each other, for one time.
        Values = "values",
        /// A count that can only grow would have fallen.
        OverTime = "over-time",
        /// A rule of one premise ties their topics.
        Rule = "rule",
        /// The parts do not add up to the total.
        Sum = "sum",
    }
}

/// Claims that cannot hold together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Conflict {
    /// Why.
    pub kind: ConflictKind,
    /// The claims, by id; a smallest set: without any of them the rest can hold.
    pub claims: Vec<ClaimId>,
    /// For each claim, the standing attributions that affirm it.
    pub affirmed_by: Vec<Vec<AttributionId>>,
}

/// So many claims are asked one by one.
const FEW: usize = 32;

impl Evaluation<'_> {
    /// Every conflict, one after another as it is asked for: by the first claim, then the second; broken sums last.
    ///
    /// A topic of n claims that all exclude each other has n²/2 of them; none is made before it is asked for.
    pub fn conflicts(&self) -> impl Iterator<Item = Conflict> {
        (0..self.walker().moves.claims.len())
            .flat_map(move |cluster| self.pairs(cluster))
            .chain(self.sums.iter().cloned())
    }

    /// The conflicts that a claim is in.
    pub(crate) fn conflicts_of(&self, claim: u32) -> impl Iterator<Item = Conflict> {
        let walker = self.walker();
        let cluster = walker.moves.cluster[walker.topic_number(claim) as usize];
        let is_held = self.is_held(claim);
        let others = walker.moves.claims.get(cluster as usize).iter().copied();
        let opposed = others.filter(move |other| {
            is_held && *other != claim && self.is_held(*other) && is_opposed(&walker, claim, *other)
        });
        let id = &self.dossier().claims()[claim as usize].id;
        let sums = self.sums.iter().filter(move |conflict| conflict.claims.contains(id)).cloned();
        opposed.map(move |other| self.pair(claim.min(other), claim.max(other))).chain(sums)
    }

    /// The conflicts between two claims of one cluster.
    fn pairs(&self, cluster: usize) -> impl Iterator<Item = Conflict> {
        let walker = self.walker();
        let claims: Vec<u32> =
            walker.moves.claims.get(cluster).iter().copied().filter(|claim| self.is_held(*claim)).collect();
        let is_one_topic = claims.iter().all(|claim| !walker.moves.is_tied(walker.topic_number(*claim)));
        let opponents = (is_one_topic && claims.len() > FEW).then(|| Opponents::of(&walker, &claims));
        (0..claims.len()).flat_map(move |nth| {
            let first = claims[nth];
            let rest = match &opponents {
                Some(opponents) => opponents.beyond(&walker, first),
                None => {
                    let after = claims[nth + 1..].iter().copied();
                    after.filter(|second| is_opposed(&walker, first, *second)).collect()
                }
            };
            rest.into_iter().map(move |second| self.pair(first, second))
        })
    }

    fn pair(&self, first: u32, second: u32) -> Conflict {
        self.conflict(self.kind(first, second), &[first, second])
    }

    /// Why two opposed claims are.
    pub(crate) fn kind(&self, first: u32, second: u32) -> ConflictKind {
        let walker = self.walker();
        let topic = walker.topic_number(first);
        if topic != walker.topic_number(second) {
            return ConflictKind::Rule;
        }
        let attribute = super::measure::attribute_of(walker.dossier, topic);
        let [a, b] = [first, second].map(|claim| walker.measures.claims[claim as usize].time);
        if lies(attribute, a, b) == Lies::Same { ConflictKind::Values } else { ConflictKind::OverTime }
    }

    pub(crate) fn conflict(&self, kind: ConflictKind, claims: &[u32]) -> Conflict {
        let dossier = self.dossier();
        Conflict {
            kind,
            claims: claims.iter().map(|claim| dossier.claims()[*claim as usize].id.clone()).collect(),
            affirmed_by: claims
                .iter()
                .map(|claim| {
                    self.affirmations(*claim).map(|at| dossier.attributions()[at as usize].id.clone()).collect()
                })
                .collect(),
        }
    }

    /// The standing attributions that affirm a claim itself.
    pub(crate) fn affirmations(&self, claim: u32) -> impl Iterator<Item = u32> {
        let standing = self.walker().standing;
        let on_claim = standing.words.on_claim.get(claim as usize).iter().copied();
        on_claim.filter(move |at| standing.stands[*at as usize] && stance(&standing.words, *at) == Stance::Affirms)
    }

    /// Whether somebody stands by a claim, and support for it carries.
    pub(crate) fn is_held(&self, claim: u32) -> bool {
        self.tally(claim, SideOf::Support).most > 0 && self.affirmations(claim).next().is_some()
    }
}
