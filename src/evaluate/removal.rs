//! What corrections, retractions and disownings reach, twins included.

use std::collections::{HashMap, HashSet};

use crate::model::attribution::Attribution;
use crate::model::dossier::Dossier;
use crate::model::links::{Reference, Refers};

/// The reach of every reference that is known.
#[derive(Debug, Default)]
pub(crate) struct Reach {
    /// Removed attributions.
    pub(crate) removed: HashSet<u32>,
    /// Attributions that a live one corrects.
    pub(crate) corrected: HashSet<u32>,
    /// An attribution, and a source that says it never said so.
    pub(crate) disowned: HashSet<(u32, u32)>,
    /// What each live reference reaches, twins included; sorted.
    pub(crate) references: Vec<Reference>,
}

impl Reach {
    pub(crate) fn of(dossier: &Dossier, is_known: impl Fn(u32) -> bool) -> Self {
        let links = dossier.links();
        let mut references: Vec<Reference> =
            links.references.iter().filter(|r| is_known(r.from) && is_known(r.to)).copied().collect();
        if references.is_empty() {
            return Self::default();
        }
        with_twins(dossier, &is_known, &mut references);

        let removed = removed(&references);
        references.retain(|r| !removed.contains(&r.from));
        let mut reach = Self { removed, ..Self::default() };
        for reference in &references {
            match reference.refers {
                Refers::Corrects => {
                    reach.corrected.insert(reference.to);
                }
                Refers::Retracts => {}
                Refers::Disowns => {
                    let source = links.source[reference.from as usize];
                    reach.disowned.insert((reference.to, links.speaker[source as usize]));
                }
            }
        }
        reach.references = references;
        reach
    }
}

/// Adds, for every target, its twins: what names one of them names all.
fn with_twins(dossier: &Dossier, is_known: &impl Fn(u32) -> bool, references: &mut Vec<Reference>) {
    let links = dossier.links();
    let key = |at: u32| (links.source[at as usize], links.claim[at as usize], links.columns.known[at as usize]);
    let mut alike: HashMap<_, Vec<u32>> = references.iter().map(|r| (key(r.to), Vec::new())).collect();
    for at in (0..).take(dossier.attributions().len()).filter(|at| is_known(*at)) {
        if let Some(group) = alike.get_mut(&key(at)) {
            group.push(at);
        }
    }
    let mut twins: HashMap<u32, Vec<u32>> = HashMap::new();
    for group in alike.values_mut() {
        // Entries that say the same stand side by side once sorted, so a large group costs no more than a sort.
        group.sort_by_cached_key(|at| content(&dossier.attributions()[*at as usize]));
        let same = |a: &u32, b: &u32| {
            let [a, b] = [a, b].map(|at| content(&dossier.attributions()[*at as usize]));
            a == b
        };
        for class in group.chunk_by(same) {
            for at in class {
                twins.insert(*at, class.to_vec());
            }
        }
    }
    let named = std::mem::take(references);
    for reference in named {
        for to in twins.get(&reference.to).map_or(&[reference.to][..], Vec::as_slice) {
            if *to != reference.from {
                references.push(Reference { to: *to, ..reference });
            }
        }
    }
    references.sort_unstable();
    references.dedup();
}

/// Everything an attribution says but its id and address. Source, claim and date are the same within a group.
fn content(entry: &Attribution) -> impl Ord + use<> {
    (
        (entry.says(), entry.certainty, entry.hedge.clone(), entry.cites.clone(), entry.basis),
        (entry.against_interest, entry.published.map(|moment| moment.to_string()), entry.quote.clone()),
        (entry.corrects.clone(), entry.retracts.clone(), entry.disowns.clone()),
    )
}

/// Follows retractions from those that nobody retracts: a retraction that is itself removed removes nothing. A checked dossier has no circle of them.
fn removed(references: &[Reference]) -> HashSet<u32> {
    let retractions: Vec<&Reference> = references.iter().filter(|r| r.refers == Refers::Retracts).collect();
    let mut waiting: HashMap<u32, u32> = HashMap::new();
    let mut targets: HashMap<u32, Vec<u32>> = HashMap::new();
    for r in &retractions {
        *waiting.entry(r.to).or_default() += 1;
        targets.entry(r.from).or_default().push(r.to);
    }
    let mut ready: Vec<u32> = retractions.iter().map(|r| r.from).filter(|from| !waiting.contains_key(from)).collect();
    ready.dedup();
    let mut removed = HashSet::new();
    while let Some(from) = ready.pop() {
        for to in targets.remove(&from).unwrap_or_default() {
            if !removed.contains(&from) {
                removed.insert(to);
            }
            if let Some(left) = waiting.get_mut(&to) {
                *left -= 1;
                if *left == 0 {
                    ready.push(to);
                }
            }
        }
    }
    removed
}
