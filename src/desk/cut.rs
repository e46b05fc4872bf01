//! Cutting: some claims of a story as a dossier of their own, with all that they are judged by.

use std::collections::BTreeSet;

use super::reach::Cut;
use super::story::{HeldWord, Story, of};
use crate::model::dossier::{Dossier, DossierBuilder};
use crate::model::id::AttributeId;
use crate::model::links::NONE;
use crate::model::problem::Problems;

/// The claims of a cut as a dossier: with every attribution on them, whatever names these or is named by them, the sources that take part with their owners and principals, and the
/// rules. O(k log n) for k entries.
pub(super) fn dossier(story: &Story, cut: &Cut) -> Result<Dossier, Problems> {
    builder(story, cut).build()
}

fn builder(story: &Story, cut: &Cut) -> DossierBuilder {
    let mut words: Vec<u32> = cut.claims.iter().flat_map(|claim| of(&story.on_claim, *claim)).collect();
    words.extend(&cut.words);
    words.sort_unstable();
    words.dedup();
    let mut claims: BTreeSet<u32> = cut.claims.iter().copied().collect();
    let own = words.len();
    let mut beyond: BTreeSet<u32> = BTreeSet::new();
    let mut at = 0;
    // What takes a word back may be said elsewhere; nothing else that is said there matters.
    let mut held: Vec<&HeldWord> = Vec::with_capacity(own);
    while let Some(number) = words.get(at).copied() {
        let word = story.word(number);
        held.extend(word);
        let refers = word.into_iter().flat_map(|word| word.refers.iter().copied());
        for other in refers.chain(of(&story.referring, number)) {
            if words[..own].binary_search(&other).is_err() && beyond.insert(other) {
                words.push(other);
            }
        }
        at += 1;
    }
    let mut sources: BTreeSet<u32> = BTreeSet::new();
    let mut waiting: Vec<u32> = Vec::new();
    let mut attributes: BTreeSet<AttributeId> = BTreeSet::new();
    let mut builder = Dossier::builder("");
    for word in held {
        waiting.extend(&*word.cast);
        if word.claim != NONE {
            claims.insert(word.claim);
        }
        builder = builder.attribution(word.entry.clone());
    }
    while let Some(number) = waiting.pop() {
        if number != NONE && sources.insert(number) {
            waiting.extend(story.source(number).into_iter().flat_map(|source| source.above));
        }
    }
    for claim in claims.iter().filter_map(|claim| story.claim(*claim)) {
        if !attributes.contains(&claim.entry.attribute) {
            attributes.insert(claim.entry.attribute.clone());
        }
        builder = builder.claim(claim.entry.clone());
    }
    for rule in cut.rules.iter().filter_map(|at| story.rules.get(*at)) {
        attributes.extend(rule.scopes().map(|scope| scope.attribute.clone()));
        builder = builder.rule((**rule).clone());
    }
    for id in &attributes {
        let number = story.attribute_ids.number(id.as_str());
        if let Some(attribute) = number.and_then(|number| story.attribute(number)) {
            let mut attribute = attribute.clone();
            // How a sentence says it is nothing to judge by.
            attribute.phrase = None;
            builder = builder.attribute(attribute);
        }
    }
    for source in sources.iter().filter_map(|source| story.source(*source)) {
        builder = builder.source(source.entry.pared(|id| attributes.contains(id)));
    }
    builder
}
