//! Excerpts: some claims and attributions of a dossier, with all that they need to be judged there as they are in the whole.

use std::collections::BTreeSet;

use crate::model::dossier::{Dossier, DossierBuilder};
use crate::model::id::AttributeId;
use crate::model::rule::Rule;

/// What is taken from a dossier, entries by number.
pub(crate) struct Excerpt<'d, C, A> {
    /// The attributes of the claims, and those that the rules tie to them.
    pub(crate) attributes: BTreeSet<&'d AttributeId>,
    pub(crate) rules: Vec<&'d Rule>,
    pub(crate) claims: C,
    pub(crate) attributions: A,
    /// Sources that no entry need name.
    pub(crate) others: Vec<u32>,
}

impl<'d, C, A> Excerpt<'d, C, A>
where
    C: Iterator<Item = u32>,
    A: Iterator<Item = u32> + Clone,
{
    /// The excerpt, with the sources that take part in it, of whose stakes and authority only those on these attributes are kept.
    pub(crate) fn builder(self, dossier: &'d Dossier) -> DossierBuilder {
        let mut builder = Dossier::builder(dossier.title());
        for id in &self.attributes {
            if let Some(attribute) = dossier.attribute(id) {
                builder = builder.attribute(attribute.clone());
            }
        }
        for rule in self.rules {
            builder = builder.rule(rule.clone());
        }
        for source in sources(dossier, self.attributions.clone(), self.others) {
            builder = builder.source(dossier.sources()[source as usize].pared(|id| self.attributes.contains(id)));
        }
        for claim in self.claims {
            builder = builder.claim(dossier.claims()[claim as usize].clone());
        }
        for attribution in self.attributions {
            builder = builder.attribution(dossier.attributions()[attribution as usize].clone());
        }
        builder
    }
}

/// The sources that attributions name, and some others, with their owners and those whose word their word is.
fn sources(dossier: &Dossier, attributions: impl Iterator<Item = u32>, others: Vec<u32>) -> BTreeSet<u32> {
    let links = dossier.links();
    let mut found = BTreeSet::new();
    let mut waiting = others;
    for at in attributions {
        waiting.push(links.source[at as usize]);
        waiting.extend(links.chains_of(at as usize).flatten());
    }
    while let Some(source) = waiting.pop() {
        if found.insert(source) {
            let entry = &dossier.sources()[source as usize];
            let above = [&entry.speaks_for, &entry.owner].into_iter().flatten();
            waiting.extend(above.filter_map(|id| dossier.source_number(id)));
        }
    }
    found
}
