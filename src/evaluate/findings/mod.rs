//! Finding out what is wrong with the sourcing of a claim. One family of codes a file; `docs/semantics.md` §8 has the table.

mod comparing;
mod dates;
mod history;
mod links;
mod sourcing;

use std::collections::{BTreeMap, BTreeSet};

use super::evaluation::{Assessment, Evaluation};
use super::finding::{Code, Finding, NextStep};
use super::hop::{Ask, Hop, Walker};
use super::judge::Bench;
use super::lent::Lent;
use super::provenance::{Graph, Said, SideOf};
use crate::model::id::{AttributionId, ClaimId, SourceId};

/// A claim laid out for inspection.
pub(in crate::evaluate) struct Case<'e> {
    evaluation: &'e Evaluation<'e>,
    assessment: Assessment<'e>,
    pub(in crate::evaluate) walker: Walker<'e>,
    claim: u32,
    bench: Lent<'e>,
    support: Graph,
    opposition: Graph,
    /// Links of either side that did not simply carry: the word, the cited source, and what became of the link.
    pub(in crate::evaluate) hops: Vec<(Said, u32, Hop)>,
    found: Vec<Finding>,
}

/// Numbers of entries that a finding names.
#[derive(Debug, Default)]
struct Entries {
    sources: BTreeSet<u32>,
    attributions: BTreeSet<u32>,
    claims: BTreeSet<u32>,
}

impl Assessment<'_> {
    /// What is wrong with the sourcing of the claim: the gravest first, then by code, then by the entries named.
    ///
    /// Worked out when asked for; O(words of the tied topics) but for circles of rules.
    #[must_use]
    pub fn findings(&self) -> Vec<Finding> {
        let mut case = Case::of(*self);
        case.sourcing();
        case.links();
        case.history();
        case.comparing();
        case.dates();
        let mut found = case.found;
        found.sort_by(|a, b| {
            let key = |f: &Finding| (std::cmp::Reverse(f.severity), f.code.as_str());
            key(a).cmp(&key(b)).then_with(|| (&a.sources, &a.attributions).cmp(&(&b.sources, &b.attributions)))
        });
        found
    }
}

impl<'e> Case<'e> {
    pub(in crate::evaluate) fn of(assessment: Assessment<'e>) -> Self {
        let evaluation = assessment.evaluation;
        let walker = evaluation.walker();
        let claim = assessment.claim;
        let mut bench = assessment.gathered(&walker);
        let mut hops = Vec::new();
        let [mut support, mut opposition] = [Graph::default(), Graph::default()];
        for (side, graph) in [(SideOf::Support, &mut support), (SideOf::Opposition, &mut opposition)] {
            let Bench { marks, said, .. } = &mut *bench;
            graph.build(&walker, marks, (claim, side), &said[side as usize], Ask::Why, |word, cited, hop| {
                hops.push((*word, cited, hop.clone()));
            });
        }
        Self { evaluation, assessment, walker, claim, bench, support, opposition, hops, found: Vec::new() }
    }

    /// The words on a side.
    pub(in crate::evaluate) fn said(&self, side: SideOf) -> &[Said] {
        &self.bench.said[side as usize]
    }

    fn speaker(&self, at: u32) -> u32 {
        self.walker.standing.words.speaker[at as usize]
    }

    /// The attributions of a side whose sources are among these.
    fn words_of(&self, side: SideOf, sources: &BTreeSet<u32>) -> BTreeSet<u32> {
        self.said(side).iter().map(|said| said.at).filter(|at| sources.contains(&self.speaker(*at))).collect()
    }

    /// The standing or fallen words on the claim itself.
    fn direct(&self) -> &'e [u32] {
        self.walker.standing.words.on_claim.get(self.claim as usize)
    }

    pub(in crate::evaluate) fn stands(&self, at: u32) -> bool {
        self.walker.standing.stands[at as usize]
    }

    fn source_ids(&self, sources: &BTreeSet<u32>) -> Vec<SourceId> {
        sources.iter().map(|at| self.walker.dossier.sources()[*at as usize].id.clone()).collect()
    }

    fn attribution_ids(&self, attributions: &BTreeSet<u32>) -> Vec<AttributionId> {
        attributions.iter().map(|at| self.walker.dossier.attributions()[*at as usize].id.clone()).collect()
    }

    fn claim_ids(&self, claims: &BTreeSet<u32>) -> Vec<ClaimId> {
        claims.iter().map(|at| self.walker.dossier.claims()[*at as usize].id.clone()).collect()
    }

    fn report(&mut self, code: Code, entries: &Entries, next: NextStep) {
        self.found.push(Finding {
            code,
            severity: self.evaluation.policy().severity_of(code),
            claim: self.assessment.claim().id.clone(),
            sources: self.source_ids(&entries.sources),
            attributions: self.attribution_ids(&entries.attributions),
            claims: self.claim_ids(&entries.claims),
            next,
        });
    }
}

impl Entries {
    fn new(sources: BTreeSet<u32>, attributions: BTreeSet<u32>) -> Self {
        Self { sources, attributions, claims: BTreeSet::new() }
    }
}

/// Entries by the code and the source that they concern.
type BySource = BTreeMap<(Code, u32), Entries>;
