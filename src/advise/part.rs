//! Parts of a dossier that are judged apart: what is said in one changes nothing in another.

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use crate::evaluate::Evaluation;
use crate::model::dossier::{Dossier, DossierBuilder};
use crate::model::links::{Lists, NONE, index};
use crate::model::sets::Sets;

/// A dossier, cut into the parts that are judged apart: topics that rules of one premise tie together, and those between which somebody corrects,
/// retracts or disowns.
pub(crate) struct Parts<'d> {
    dossier: &'d Dossier,
    /// For each claim its part.
    of_claim: Vec<u32>,
    /// For each part its claims.
    claims: Lists,
    /// For each part its attributions.
    attributions: Lists,
}

impl<'d> Parts<'d> {
    /// Cuts the dossier of an evaluation; O(n log n).
    pub(crate) fn of(evaluation: &Evaluation<'d>) -> Self {
        let dossier = evaluation.dossier();
        let links = dossier.links();
        // Sets of claims and attributions: claims first, then attributions.
        let claims = index(dossier.claims().len());
        let mut sets = Sets::new(dossier.claims().len() + dossier.attributions().len());
        let clusters = evaluation.clusters();
        for cluster in 0..clusters.len() {
            let together = clusters.get(cluster);
            for (a, b) in together.iter().zip(together.iter().skip(1)) {
                sets.join(*a, *b);
            }
        }
        for (at, claim) in (claims..).zip(&links.claim).filter(|(_, claim)| **claim != NONE) {
            sets.join(at, *claim);
        }
        for reference in &links.references {
            sets.join(claims + reference.from, claims + reference.to);
        }
        let (part, parts) = sets.numbers(dossier.claims().len() + dossier.attributions().len());
        let (of_claim, of_attribution) = part.split_at(dossier.claims().len());
        Self {
            dossier,
            of_claim: of_claim.to_vec(),
            claims: Lists::group(parts, of_claim.iter().copied().zip(0..)),
            attributions: Lists::group(parts, of_attribution.iter().copied().zip(0..)),
        }
    }

    /// How many parts there are.
    pub(crate) fn len(&self) -> usize {
        self.claims.len()
    }

    /// The part that a claim, by its number, is in.
    pub(crate) fn of_claim(&self, claim: u32) -> usize {
        self.of_claim.get(claim as usize).map_or(NONE, |part| *part) as usize
    }

    /// The numbers of the claims of a part, in order.
    pub(crate) fn claims(&self, part: usize) -> &[u32] {
        self.claims.get(part)
    }

    /// The numbers of the attributions of a part, in order.
    pub(crate) fn attributions(&self, part: usize) -> &[u32] {
        self.attributions.get(part)
    }

    /// A part as a dossier to be built, with every attribute and rule and the sources that take part in it. Its claims are judged there as in the whole.
    pub(crate) fn builder(&self, part: usize) -> DossierBuilder {
        let mut builder = Dossier::builder(self.dossier.title());
        for attribute in self.dossier.attributes() {
            builder = builder.attribute(attribute.clone());
        }
        for rule in self.dossier.rules() {
            builder = builder.rule(rule.clone());
        }
        for source in self.sources(part) {
            builder = builder.source(self.dossier.sources()[source as usize].clone());
        }
        for claim in self.claims(part) {
            builder = builder.claim(self.dossier.claims()[*claim as usize].clone());
        }
        for attribution in self.attributions(part) {
            builder = builder.attribution(self.dossier.attributions()[*attribution as usize].clone());
        }
        builder
    }

    /// The numbers of the sources that a part's entries name, with their owners and those whose word their word is.
    pub(crate) fn sources(&self, part: usize) -> BTreeSet<u32> {
        let links = self.dossier.links();
        let mut found = BTreeSet::new();
        let mut waiting: Vec<u32> = Vec::new();
        for at in self.attributions(part) {
            waiting.push(links.source[*at as usize]);
            waiting.extend(links.chains_of(*at as usize).flatten());
        }
        while let Some(source) = waiting.pop() {
            if found.insert(source) {
                let entry = &self.dossier.sources()[source as usize];
                let above = [&entry.speaks_for, &entry.owner].into_iter().flatten();
                waiting.extend(above.filter_map(|id| self.dossier.source_number(id)));
            }
        }
        found
    }
}
