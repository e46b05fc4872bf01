//! Parts of a dossier that are judged apart: what is said in one changes nothing in another.

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use super::excerpt::Excerpt;
use crate::evaluate::Evaluation;
use crate::model::dossier::{Dossier, DossierBuilder};
use crate::model::links::{Lists, NONE, index};
use crate::model::rule::Rule;
use crate::model::sets::Sets;
use crate::model::source::Scope;

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
    /// For each attribute its family: attributes that rules tie together, for whatever subjects.
    family: Vec<u32>,
    /// For each family its attributes, and its rules.
    attributes: Lists,
    rules: Lists,
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
        let number = |scope: &Scope| dossier.attributes().binary_search_by(|a| a.id.cmp(&scope.attribute)).ok();
        let tied = |rule: &Rule| rule.scopes().filter_map(number).map(index).collect::<Vec<u32>>();
        let mut families = Sets::new(dossier.attributes().len());
        for rule in dossier.rules() {
            tied(rule).windows(2).for_each(|two| families.join(two[0], two[1]));
        }
        let (family, count) = families.numbers(dossier.attributes().len());
        let first = dossier.rules().iter().map(|rule| tied(rule).first().map_or(NONE, |at| family[*at as usize]));
        let rules = first.collect::<Vec<u32>>().into_iter().zip(0..).filter(|(family, _)| *family != NONE);
        Self {
            dossier,
            attributes: Lists::group(count, family.iter().copied().zip(0..)),
            rules: Lists::group(count, rules.collect::<Vec<_>>().into_iter()),
            family,
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

    /// Some parts as a dossier to be built, with the attributes of their claims, those that rules tie to them, and these rules. Their claims are judged there as in the whole.
    pub(crate) fn builder(&self, parts: &[usize]) -> DossierBuilder {
        let links = self.dossier.links();
        let claims = parts.iter().flat_map(|part| self.claims(*part));
        let topic = |claim: &u32| &links.topics[links.claim_topic[*claim as usize] as usize];
        let families: BTreeSet<u32> =
            claims.clone().map(|claim| self.family[topic(claim).attribute as usize]).collect();
        let attributes = families.iter().flat_map(|family| self.attributes.get(*family as usize));
        // Of rules the order is kept: conflicts follow it.
        let mut rules: Vec<u32> =
            families.iter().flat_map(|family| self.rules.get(*family as usize)).copied().collect();
        rules.sort_unstable();
        let excerpt = Excerpt {
            attributes: attributes.map(|at| &self.dossier.attributes()[*at as usize].id).collect(),
            rules: rules.into_iter().map(|rule| &self.dossier.rules()[rule as usize]).collect(),
            claims: claims.copied(),
            attributions: parts.iter().flat_map(|part| self.attributions(*part)).copied(),
            others: Vec::new(),
        };
        excerpt.builder(self.dossier)
    }
}
