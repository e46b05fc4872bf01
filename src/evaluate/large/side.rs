//! One side of the claim under judgement: which sources report, who knows, who cites whom, each with how many words say so.

use std::collections::BTreeMap;

use super::cast::Cast;
use super::paths::{Paths, Plan};
use super::search::Search;
use crate::evaluate::independence::Tally;

/// All origins; the declared ones; the credible declared ones, on credible paths.
const ALL: usize = 0;
const DECLARED: usize = 1;
const CREDIBLE: usize = 2;

/// Something a word says about an origin.
#[derive(Debug, Clone, Copy)]
pub(super) struct Origin {
    pub(super) is_declared: bool,
    pub(super) is_credible: bool,
    pub(super) is_named: bool,
    /// It settles the matter, if it is declared, credible and named.
    pub(super) settles: bool,
    /// Its word is credible, but the one that leads to it is not: it may lead nowhere by credible ways.
    pub(super) is_loose: bool,
}

/// Which facts stand on one side, and the paths that follow.
#[derive(Debug)]
pub(super) struct Side {
    paths: [Paths; 3],
    /// For each kind, the one whose paths are also its own: where all origins are declared, or all paths credible, they are counted once.
    counted: [usize; 3],
    /// For each source, words by which it reports: all, credible ones.
    reports: Vec<[u32; 2]>,
    /// For each source, words by which it is an origin of each kind.
    origins: Vec<[u32; 3]>,
    /// For each edge, links along it: all, credible ones.
    edges: Vec<[u32; 2]>,
    /// Sources that stand alone, each a path of its own, of each kind.
    alone: [u32; 3],
    /// Words that make a named source a credible origin, declared or not.
    named: u32,
    named_undeclared: u32,
    settled: u32,
    /// Loose credible named origins, and how many words make each one declared, undeclared, settling.
    loose: BTreeMap<u32, [u32; 3]>,
}

impl Side {
    pub(super) fn new(cast: &Cast, counted: [usize; 3]) -> Self {
        let nothing = Plan::default();
        let paths =
            |kind: usize, gates: usize| Paths::new(if counted[kind] == kind { &cast.plan } else { &nothing }, gates);
        Self {
            // Credible ones are fed through gates of their own kind.
            paths: [paths(ALL, 0), paths(DECLARED, 0), paths(CREDIBLE, 1)],
            counted,
            reports: vec![[0; 2]; cast.plan.sources],
            origins: vec![[0; 3]; cast.sources.len()],
            edges: vec![[0; 2]; cast.plan.edges.len()],
            alone: [0; 3],
            named: 0,
            named_undeclared: 0,
            settled: 0,
            loose: BTreeMap::new(),
        }
    }

    /// A word by which a source reports comes (or goes). A source that stands alone needs no counting: it is its own origin.
    pub(super) fn report(&mut self, cast: &Cast, search: &mut Search, source: u32, is_credible: bool, comes: bool) {
        if source as usize >= cast.plan.sources {
            return;
        }
        let [all, credible] = &mut self.reports[source as usize];
        let turns = [turns(all, comes), is_credible && turns(credible, comes)];
        for kind in self.kinds(turns) {
            if comes {
                self.paths[kind].open_drain(&cast.plan, search, source);
            } else {
                self.paths[kind].close_drain(&cast.plan, search, source);
            }
        }
    }

    /// A citation comes or goes.
    pub(super) fn cite(&mut self, cast: &Cast, search: &mut Search, edge: u32, is_credible: bool, comes: bool) {
        let Some([all, credible]) = self.edges.get_mut(edge as usize) else {
            return;
        };
        let turns = [turns(all, comes), is_credible && turns(credible, comes)];
        for kind in self.kinds(turns) {
            if comes {
                self.paths[kind].add_edge(&cast.plan, search, edge);
            } else {
                self.paths[kind].remove_edge(&cast.plan, search, edge);
            }
        }
    }

    /// A word that makes a source an origin comes or goes.
    pub(super) fn know(&mut self, cast: &Cast, search: &mut Search, source: u32, origin: Origin, comes: bool) {
        let Origin { is_declared, is_credible, is_named, settles, is_loose } = origin;
        let kinds = [true, is_declared, is_declared && is_credible];
        for kind in [ALL, DECLARED, CREDIBLE] {
            if !kinds[kind] || !turns(&mut self.origins[source as usize][kind], comes) {
                continue;
            }
            if source as usize >= cast.plan.sources {
                count(&mut self.alone[kind], comes);
            } else if self.counted[kind] != kind {
                // Another kind has the same.
            } else if comes {
                self.paths[kind].open_feed(&cast.plan, search, source);
            } else {
                self.paths[kind].close_feed(&cast.plan, search, source);
            }
        }
        if is_credible && is_named && is_loose {
            let loose = self.loose.entry(source).or_default();
            for (number, _) in loose.iter_mut().zip([is_declared, !is_declared, is_declared && settles]).filter(|n| n.1)
            {
                count(number, comes);
            }
            if *loose == [0; 3] {
                self.loose.remove(&source);
            }
        } else if is_credible && is_named {
            count(if is_declared { &mut self.named } else { &mut self.named_undeclared }, comes);
            if is_declared && settles {
                count(&mut self.settled, comes);
            }
        }
    }

    /// The kinds of paths that a fact matters to, by whether it turned, and turned credibly.
    fn kinds(&self, [turned, credibly]: [bool; 2]) -> impl Iterator<Item = usize> + use<> {
        let counted = self.counted;
        let kinds = [(ALL, turned), (DECLARED, turned), (CREDIBLE, credibly)].into_iter();
        kinds.filter(move |(kind, turned)| *turned && counted[*kind] == *kind).map(|(kind, _)| kind)
    }

    /// What the side comes to.
    pub(super) fn tally(&self, cast: &Cast) -> Tally {
        let firm = [self.named > 0, self.named_undeclared > 0, self.settled > 0];
        let [named, named_undeclared, settled] = self.with_loose(cast, firm);
        let number = |kind: usize| self.paths[self.counted[kind]].number() + self.alone[kind];
        let (most, declared) = (number(ALL), number(DECLARED));
        Tally {
            least: if declared > 0 { declared } else { most.min(1) },
            most,
            credible: if named { number(CREDIBLE) } else { u32::from(named_undeclared) },
            has_authority: settled,
        }
    }

    /// Adds what loose origins come to from which a credible way leads to a credible report.
    fn with_loose(&self, cast: &Cast, mut found: [bool; 3]) -> [bool; 3] {
        let adds =
            |found: &[bool; 3], loose: &[u32; 3]| loose.iter().zip(found).any(|(loose, found)| *loose > 0 && !found);
        for (source, loose) in &self.loose {
            if adds(&found, loose) && self.paths[self.counted[CREDIBLE]].leads_on(&cast.plan, *source) {
                for (found, loose) in found.iter_mut().zip(loose) {
                    *found |= *loose > 0;
                }
            }
        }
        found
    }
}

/// Which kinds of paths have paths of their own.
pub(super) fn counted(is_all_declared: bool, is_all_credible: bool) -> [usize; 3] {
    let declared = if is_all_declared { ALL } else { DECLARED };
    [ALL, declared, if is_all_credible { declared } else { CREDIBLE }]
}

fn count(number: &mut u32, comes: bool) {
    if comes { *number += 1 } else { *number -= 1 }
}

/// Counts, and says whether there were none before or are none now.
fn turns(number: &mut u32, comes: bool) -> bool {
    count(number, comes);
    *number == u32::from(comes)
}
