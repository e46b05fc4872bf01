//! Excerpts: what of a dossier takes part in judging one claim, so that trying something out costs as little as it can.

use std::collections::{BTreeMap, BTreeSet};

use crate::advise::excerpt;
use crate::evaluate::Assessment;
use crate::model::dossier::Dossier;
use crate::model::id::AttributeId;
use crate::model::links::{NONE, index};
use crate::model::rule::Rule;

/// What is looked up for every claim: made once, because every source and reference takes part.
pub(super) struct Ties<'d> {
    dossier: &'d Dossier,
    /// For each attribution those that correct, retract or disown it, and those that it does so to.
    taken_back: BTreeMap<u32, Vec<u32>>,
    /// For each attribute the sources with authority on it, of some subject or of all.
    authorities: BTreeMap<&'d AttributeId, Vec<u32>>,
}

impl<'d> Ties<'d> {
    pub(super) fn of(dossier: &'d Dossier) -> Self {
        let mut taken_back: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        for reference in &dossier.links().references {
            taken_back.entry(reference.from).or_default().push(reference.to);
            taken_back.entry(reference.to).or_default().push(reference.from);
        }
        let mut authorities: BTreeMap<&AttributeId, Vec<u32>> = BTreeMap::new();
        for (at, source) in dossier.sources().iter().enumerate() {
            for scope in &source.authority_on {
                authorities.entry(&scope.attribute).or_default().push(index(at));
            }
        }
        Self { dossier, taken_back, authorities }
    }

    /// Those with authority on the topic of a claim.
    pub(super) fn authorities(&self, claim: u32) -> Vec<u32> {
        let topic = &self.dossier.claims()[claim as usize];
        let settles = |at: &&u32| {
            let mut scopes = self.dossier.sources()[**at as usize].authority_on.iter();
            scopes.any(|scope| scope.covers(&topic.subject, &topic.attribute))
        };
        self.authorities.get(&topic.attribute).into_iter().flatten().filter(settles).copied().collect()
    }
}

/// Claims and attributions by number, in a part of the dossier of an evaluation.
pub(super) struct Excerpt<'d> {
    dossier: &'d Dossier,
    claims: BTreeSet<u32>,
    attributions: BTreeSet<u32>,
}

impl<'d> Excerpt<'d> {
    /// All of a part.
    pub(super) fn whole(dossier: &'d Dossier, claims: &[u32], attributions: &[u32]) -> Self {
        let (claims, attributions) = (claims.iter().copied().collect(), attributions.iter().copied().collect());
        Self { dossier, claims, attributions }
    }

    /// Of a part, the topics on which words bear on the claim, and whatever takes words back there. The sides of the claim are the same there as in the whole part;
    /// only claims that oppose it may be judged otherwise.
    pub(super) fn near(
        dossier: &'d Dossier,
        ties: &Ties<'_>,
        assessment: &Assessment<'_>,
        attributions: &[u32],
    ) -> Self {
        let links = dossier.links();
        let topics: BTreeSet<u32> = assessment.topics_that_bear().into_iter().collect();
        let is_on_topic = |at: &u32| {
            let claim = links.claim[*at as usize];
            claim != NONE && topics.contains(&links.claim_topic[claim as usize])
        };
        let mut kept: BTreeSet<u32> = attributions.iter().copied().filter(is_on_topic).collect();
        let mut waiting: Vec<u32> = kept.iter().copied().collect();
        while let Some(at) = waiting.pop() {
            let others = ties.taken_back.get(&at).into_iter().flatten().copied();
            waiting.extend(others.filter(|other| kept.insert(*other)));
        }
        let spoken_of = kept.iter().map(|at| links.claim[*at as usize]).filter(|claim| *claim != NONE);
        let claims = spoken_of.chain([assessment.claim]).collect();
        Self { dossier, claims, attributions: kept }
    }

    /// How many attributions it holds.
    pub(super) fn len(&self) -> usize {
        self.attributions.len()
    }

    /// The excerpt as a dossier, with the sources that its entries name and these others, and the rules that can tie its claims. Sums are left out: they bear on no verdict.
    pub(super) fn dossier(&self, others: Vec<u32>) -> Option<Dossier> {
        let (attributes, rules) = self.tied();
        let claims = self.claims.iter().copied();
        let attributions = self.attributions.iter().copied();
        excerpt::Excerpt { attributes, rules, claims, attributions, others }.builder(self.dossier).build().ok()
    }

    /// The attributes that its claims are on or that rules tie to them, and those rules.
    fn tied(&self) -> (BTreeSet<&'d AttributeId>, Vec<&'d Rule>) {
        let mut attributes: BTreeSet<&AttributeId> =
            self.claims.iter().map(|claim| &self.dossier.claims()[*claim as usize].attribute).collect();
        let ties = |rule: &&Rule| !matches!(rule, Rule::Sum { .. });
        let (mut kept, mut apart) = (Vec::new(), self.dossier.rules().iter().filter(ties).collect::<Vec<_>>());
        loop {
            let touches = |rule: &&Rule| rule.scopes().any(|scope| attributes.contains(&scope.attribute));
            let (near, rest): (Vec<&Rule>, Vec<&Rule>) = apart.into_iter().partition(touches);
            if near.is_empty() {
                return (attributes, kept);
            }
            attributes.extend(near.iter().flat_map(|rule| rule.scopes()).map(|scope| &scope.attribute));
            kept.extend(near);
            apart = rest;
        }
    }
}
