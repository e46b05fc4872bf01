//! What is known of each cited source while claims are visited: whether its own words stand on a side, and what is told of it.

use super::cast::{Cast, Telling, Word};
use super::lane::NONE;
use super::tracker::Tracker;
use crate::evaluate::provenance::SideOf;
use crate::evaluate::words::Known;

/// What a question about one source can be answered from.
#[derive(Debug, Default)]
struct Memory {
    /// When its own words on either side are known from.
    own: [Tracker; 2],
    /// The same of relayed words that stand.
    told: [Tracker; 2],
    /// Relayed words that were replaced.
    replaced: [u32; 2],
}

/// The sources of a cluster, as those who cite them need to know them.
#[derive(Debug)]
pub(super) struct Heard {
    /// For each source, its words on either side.
    reports: Vec<[u32; 2]>,
    /// For each source whose relayed words can matter, where its memory lies; `NONE` for others.
    memory_of: Vec<u32>,
    memories: Vec<Memory>,
    /// Sources about whom answers may have changed, with the side of those who may care.
    pub(super) stirred: Vec<(u32, SideOf)>,
}

impl Heard {
    pub(super) fn new(cast: &Cast) -> Self {
        let mut memory_of = vec![NONE; cast.sources.len()];
        let mut memories = Vec::new();
        let matters = |source: u32, memories: &mut Vec<Memory>, memory_of: &mut Vec<u32>| {
            if memory_of[source as usize] == NONE {
                memory_of[source as usize] = u32::try_from(memories.len()).unwrap_or(NONE);
                memories.push(Memory::default());
            }
        };
        for link in cast.links.iter().filter(|link| link.counts) {
            matters(link.source, &mut memories, &mut memory_of);
        }
        for telling in (0..).take(cast.has_fallen.len()).flat_map(|group| cast.tellings(group)) {
            matters(telling.source, &mut memories, &mut memory_of);
        }
        Self { reports: vec![[0; 2]; cast.sources.len()], memory_of, memories, stirred: Vec::new() }
    }

    /// A word of a source comes to a side, or goes.
    pub(super) fn word(&mut self, word: &Word, side: SideOf, comes: bool) {
        let reports = &mut self.reports[word.speaker as usize][side as usize];
        if comes {
            *reports += 1
        } else {
            *reports -= 1
        }
        if *reports == u32::from(comes) {
            self.stirred.push((word.speaker, side));
        }
        if let Some(memory) = self.memories.get_mut(self.memory_of[word.speaker as usize] as usize) {
            let own = &mut memory.own[side as usize];
            if shift(own, word.known, comes) {
                self.stirred.push((word.speaker, side.other()));
            }
        }
    }

    /// A relayed word of a source comes to a side, or goes.
    pub(super) fn telling(&mut self, telling: &Telling, side: SideOf, comes: bool) {
        let Some(memory) = self.memories.get_mut(self.memory_of[telling.source as usize] as usize) else {
            return;
        };
        if telling.stands {
            let told = &mut memory.told[side as usize];
            let was_empty = told.is_empty();
            if shift(told, telling.latest, comes) {
                self.stirred.push((telling.source, side.other()));
                if told.is_empty() != was_empty {
                    self.stirred.push((telling.source, side));
                }
            }
        }
        if telling.was_replaced {
            let replaced = &mut memory.replaced[side as usize];
            if comes {
                *replaced += 1
            } else {
                *replaced -= 1
            }
            if *replaced == u32::from(comes) {
                self.stirred.push((telling.source, side));
            }
        }
    }

    /// Whether a source has a standing word of its own on a side.
    pub(super) fn reports(&self, source: u32, side: SideOf) -> bool {
        self.reports[source as usize][side as usize] > 0
    }

    /// Whether a counting relayed word of a source, told by a word known from `known`, carries on a side.
    pub(super) fn carries_unseen(&self, source: u32, side: SideOf, known: Known, stands: bool) -> bool {
        let Some(memory) = self.memories.get(self.memory_of[source as usize] as usize) else {
            return true;
        };
        let other = side.other() as usize;
        !memory.own[other].has_no_earlier(known)
            && (stands || !memory.told[side as usize].is_empty() || !memory.told[other].has_no_earlier(known))
    }

    /// Whether a relayed word of a source on a side was replaced.
    pub(super) fn was_replaced(&self, source: u32, side: SideOf) -> bool {
        let memory = self.memories.get(self.memory_of[source as usize] as usize);
        memory.is_some_and(|memory| memory.replaced[side as usize] > 0)
    }
}

/// Adds or takes a moment; whether that can change an answer.
fn shift(tracker: &mut Tracker, known: Known, comes: bool) -> bool {
    let before = tracker.gist();
    if comes {
        tracker.come(known)
    } else {
        tracker.go(known)
    }
    tracker.gist() != before
}
