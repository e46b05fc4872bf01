//! Camps: the largest sets of claims of one dispute that can hold together.
//!
//! A camp is a maximal clique of the graph of claims that do not oppose each other. They are enumerated in lexicographic order after Johnson, Yannakakis and Papadimitriou,
//! "On generating all maximal independent sets" (Information Processing Letters 27, 1988): polynomial work between two of them, a queue of those found and not yet
//! given, and no recursion.

use std::collections::BTreeSet;

use super::Topic;
use super::sweep;
use crate::model::claim::Claim;
use crate::model::id::SourceId;

/// Claims that can hold together, though not with any further claim of their dispute.
#[derive(Debug, Clone)]
pub struct Camp<'e> {
    topic: Topic<'e>,
    claims: Vec<u32>,
}

impl<'e> Camp<'e> {
    /// Its claims, by id.
    #[must_use]
    pub fn claims(&self) -> Vec<&'e Claim> {
        self.topic.claims(self.claims.iter().copied())
    }

    /// The sources that stand by one of its claims, relaying ones among them, by id; of a spokesman, whom he speaks for.
    #[must_use]
    pub fn sources(&self) -> Vec<&'e SourceId> {
        let evaluation = self.topic.evaluation();
        let (dossier, links) = (evaluation.dossier(), evaluation.dossier().links());
        let words = self.claims.iter().flat_map(|claim| evaluation.affirmations(*claim));
        let mut speakers: Vec<u32> = words.map(|at| links.speaker[links.source[at as usize] as usize]).collect();
        speakers.sort_unstable();
        speakers.dedup();
        speakers.into_iter().map(|source| &dossier.sources()[source as usize].id).collect()
    }

    /// Independent origins at the least: as many as stand behind the best supported of its claims. Those behind different claims are not added up, for
    /// one may rest on another.
    #[must_use]
    pub fn least(&self) -> u32 {
        self.best(|claim| self.topic.evaluation().assessment_at(claim).support().least())
    }

    /// Credible independent origins, counted likewise.
    #[must_use]
    pub fn credible(&self) -> u32 {
        self.best(|claim| self.topic.evaluation().assessment_at(claim).support().credible())
    }

    fn best(&self, of: impl Fn(u32) -> u32) -> u32 {
        self.claims.iter().map(|claim| of(*claim)).max().unwrap_or_default()
    }
}

/// The camps of a dispute, one after another; see [`Dispute::camps`](super::Dispute::camps).
#[derive(Debug, Clone)]
pub struct Camps<'e> {
    topic: Topic<'e>,
    found: Found,
}

#[derive(Debug, Clone)]
enum Found {
    Swept(sweep::Camps),
    Searched(Cliques),
}

impl<'e> Camps<'e> {
    pub(super) fn of(topic: Topic<'e>, claims: &[u32]) -> Self {
        let evaluation = topic.evaluation();
        let found = match sweep::intervals(evaluation, claims) {
            Some(line) => Found::Swept(sweep::Camps::of(line)),
            None => Found::Searched(Cliques::of(claims, |a, b| !evaluation.opposes(a, b))),
        };
        Self { topic, found }
    }
}

impl<'e> Iterator for Camps<'e> {
    type Item = Camp<'e>;

    fn next(&mut self) -> Option<Self::Item> {
        let claims = match &mut self.found {
            Found::Swept(camps) => camps.next(),
            Found::Searched(cliques) => cliques.next(),
        }?;
        Some(Camp { topic: self.topic.clone(), claims })
    }
}

/// A set of small numbers.
type Bits = Vec<u64>;

fn has(bits: &Bits, at: usize) -> bool {
    bits.get(at / 64).is_some_and(|word| word >> (at % 64) & 1 == 1)
}

fn put(bits: &mut Bits, at: usize) {
    if let Some(word) = bits.get_mut(at / 64) {
        *word |= 1 << (at % 64);
    }
}

/// Maximal cliques, in lexicographic order of their members.
#[derive(Debug, Clone)]
struct Cliques {
    members: Vec<u32>,
    /// For each member those that it goes together with.
    with: Vec<Bits>,
    /// Found and not yet given, as members in order. What is found from one comes after it, so that none comes twice.
    waiting: BTreeSet<Vec<u32>>,
}

impl Cliques {
    fn of(members: &[u32], goes: impl Fn(u32, u32) -> bool) -> Self {
        let room = members.len().div_ceil(64);
        let mut with = vec![vec![0; room]; members.len()];
        for (nth, a) in members.iter().enumerate() {
            for (mth, b) in members.iter().enumerate().skip(nth + 1) {
                if goes(*a, *b) {
                    put(&mut with[nth], mth);
                    put(&mut with[mth], nth);
                }
            }
        }
        let mut cliques = Self { members: members.to_vec(), with, waiting: BTreeSet::new() };
        if !members.is_empty() {
            let first = cliques.completed(vec![0; room]);
            cliques.add(&first);
        }
        cliques
    }

    /// The lexicographically first maximal clique around one.
    fn completed(&self, mut clique: Bits) -> Bits {
        for at in 0..self.members.len() {
            if !has(&clique, at) && self.goes_with(&clique, at) {
                put(&mut clique, at);
            }
        }
        clique
    }

    fn goes_with(&self, clique: &Bits, at: usize) -> bool {
        clique.iter().zip(&self.with[at]).all(|(clique, with)| clique & !with == 0)
    }

    fn add(&mut self, clique: &Bits) {
        let members: Vec<u32> = (0..).zip(&self.members).filter(|(at, _)| has(clique, *at)).map(|(_, m)| *m).collect();
        self.waiting.insert(members);
    }

    fn next(&mut self) -> Option<Vec<u32>> {
        let given = self.waiting.pop_first()?;
        let mut clique = vec![0; self.members.len().div_ceil(64)];
        for (at, _) in self.members.iter().enumerate().filter(|(_, member)| given.binary_search(member).is_ok()) {
            put(&mut clique, at);
        }
        // For each member that does not go with a smaller one of these: those up to it that it goes with, and it, unless another smaller one could join them.
        for at in 0..self.members.len() {
            let drops_smaller = (0..at).any(|before| has(&clique, before) && !has(&self.with[at], before));
            if has(&clique, at) || !drops_smaller {
                continue;
            }
            let mut part = vec![0; clique.len()];
            for before in (0..at).filter(|before| has(&clique, *before) && has(&self.with[at], *before)) {
                put(&mut part, before);
            }
            put(&mut part, at);
            let is_first = (0..at).all(|before| has(&part, before) || !self.goes_with(&part, before));
            if is_first {
                let next = self.completed(part);
                self.add(&next);
            }
        }
        Some(given)
    }
}
