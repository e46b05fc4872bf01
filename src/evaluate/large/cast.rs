//! The cast of a cluster: its words, their chains and their sources under small numbers, and how the sources can be tied.

use std::collections::HashMap;

use super::lane::NONE;
use super::paths::Plan;
use super::stale::earlier;
use crate::evaluate::hop::Walker;
use crate::evaluate::judge::Group;
use crate::evaluate::relayed::RelayedItem;
use crate::evaluate::standards::Owners;
use crate::evaluate::standing::stance;
use crate::evaluate::words::Known;
use crate::model::attribution::{Basis, Certainty, Stance};
use crate::model::links::{Lists, index};

/// A standing word.
#[derive(Debug)]
pub(super) struct Word {
    pub(super) at: u32,
    pub(super) spoken: u32,
    pub(super) stance: Stance,
    pub(super) known: Known,
    pub(super) speaker: u32,
    /// Its walks, from and to.
    pub(super) walks: (u32, u32),
}

/// A chain along which the word may be walked.
#[derive(Debug)]
pub(super) struct Walk {
    pub(super) word: u32,
    /// Its links, from and to, nearest first.
    pub(super) links: (u32, u32),
}

/// A link of a walk.
#[derive(Debug)]
pub(super) struct Link {
    pub(super) walk: u32,
    pub(super) source: u32,
    /// The edge to the one who cites; `NONE` where that is the cited source itself.
    pub(super) edge: u32,
    pub(super) is_disowned: bool,
    /// Whether the relayed word counts, and stands.
    pub(super) counts: bool,
    pub(super) stands: bool,
}

/// What a group tells of a source's relayed word.
#[derive(Debug, Clone, Copy)]
pub(super) struct Telling {
    pub(super) source: u32,
    pub(super) latest: Known,
    pub(super) stands: bool,
    pub(super) was_replaced: bool,
}

/// Everything about a cluster that no claim changes.
#[derive(Debug, Default)]
pub(super) struct Cast {
    /// The source behind each number: first those that are tied to another, then those that stand alone.
    pub(super) sources: Vec<u32>,
    pub(super) plan: Plan,
    pub(super) words: Vec<Word>,
    pub(super) walks: Vec<Walk>,
    pub(super) links: Vec<Link>,
    /// The standing words of each group.
    pub(super) of_group: Lists,
    /// For each group, whether some of its words no longer stand.
    pub(super) has_fallen: Vec<bool>,
    /// For each link, the cited source's standing words that say the same of an earlier time.
    pub(super) earlier: Lists,
    tellings: Vec<Telling>,
    tellings_of: Lists,
}

impl Cast {
    pub(super) fn of(walker: &Walker<'_>, groups: &[Group<'_>]) -> Self {
        let mut cast = Self::default();
        for group in groups {
            let mut has_fallen = false;
            for at in walker.standing.words.on_claim.get(group.claim as usize) {
                if stance(&walker.standing.words, *at) != group.stance {
                    continue;
                }
                has_fallen |= walker.standing.is_taken_back(walker.dossier, *at);
                if walker.standing.stands[*at as usize] {
                    cast.of_group.push_item(index(cast.words.len()));
                    cast.add(walker, *at, group);
                }
            }
            cast.of_group.end_list();
            cast.has_fallen.push(has_fallen);
        }
        cast.words.shrink_to_fit();
        cast.walks.shrink_to_fit();
        cast.links.shrink_to_fit();
        cast.earlier = earlier(walker, &cast);
        cast.number(walker);
        cast.retell(walker, groups);
        cast
    }

    /// Adds a word; its sources keep their own numbers for now.
    fn add(&mut self, walker: &Walker<'_>, at: u32, group: &Group<'_>) {
        let words = &walker.standing.words;
        let relayed = &walker.standing.relayed;
        let disowned = &words.reach.disowned;
        let word = index(self.words.len());
        let first_walk = index(self.walks.len());
        for chain in words.chains_of(at).filter(|chain| walker.chain_stands(at, *chain)) {
            let walk = index(self.walks.len());
            let first_link = index(self.links.len());
            for (link, source) in words.chains.span(chain).zip(words.chains.get(chain as usize)) {
                self.links.push(Link {
                    walk,
                    source: *source,
                    edge: NONE,
                    is_disowned: !disowned.is_empty() && disowned.contains(&(at, *source)),
                    counts: relayed.counts(link),
                    stands: relayed.stands(link),
                });
            }
            self.walks.push(Walk { word, links: (first_link, index(self.links.len())) });
        }
        self.words.push(Word {
            at,
            spoken: group.claim,
            stance: group.stance,
            known: words.known[at as usize],
            speaker: words.speaker[at as usize],
            walks: (first_walk, index(self.walks.len())),
        });
    }

    /// Whether an anonymous source and a named one may share a gate: by the owner of the one, or an anonymous owner of the other.
    pub(super) fn mixes_gates(&self, walker: &Walker<'_>) -> bool {
        let is_anonymous = |source: u32| walker.standards.is_anonymous(source);
        self.sources.iter().any(|source| {
            let top = walker.standards.top(*source);
            top != *source && (is_anonymous(*source) || is_anonymous(top))
        })
    }

    /// Whether every path is credible: all is stated, by named sources that can be relied on and have no stake, and the policy does not ask how they know.
    pub(super) fn is_all_credible(&self, walker: &Walker<'_>) -> bool {
        let standards = walker.standards;
        let is_sound = |source: &u32| {
            standards.is_usable(*source) && !standards.is_anonymous(*source) && !standards.has_any_stake(*source)
        };
        let manner = |word: &Word| walker.standing.words.manner[word.at as usize];
        !standards.is_first_hand_only()
            && self.sources.iter().all(is_sound)
            && self.words.iter().all(|word| manner(word).certainty == Certainty::Stated)
    }

    /// Whether every origin is declared, whoever comes to be one.
    pub(super) fn is_all_declared(&self, walker: &Walker<'_>) -> bool {
        let (standards, words) = (walker.standards, &walker.standing.words);
        let is_undeclared = |word: &Word, source: u32, basis: Basis| {
            let against = words.manner[word.at as usize].against_interest;
            standards.is_undeclared(self.sources[source as usize], basis, against, walker.topic_of(word.spoken))
        };
        let word_of = |link: &Link| &self.words[self.walks[link.walk as usize].word as usize];
        let by_its_own = |word: &Word| is_undeclared(word, word.speaker, words.manner[word.at as usize].basis);
        !self.words.iter().any(|word| words.is_origin(word.at) && by_its_own(word))
            && !self.links.iter().any(|link| is_undeclared(word_of(link), link.source, Basis::Undeclared))
    }

    /// Gives the sources small numbers, those that are tied first, and the edges theirs.
    fn number(&mut self, walker: &Walker<'_>) {
        let standards = walker.standards;
        let drain = |source: u32| standards.drain_gate(source, Owners::Count);
        let feed = |source: u32| standards.feed_gate(source, Owners::Count);
        let mut tied: Vec<u32> = self.links.iter().map(|link| link.source).collect();
        let mut speakers: Vec<u32> = self.words.iter().map(|word| word.speaker).collect();
        tied.extend(self.words.iter().filter(|word| word.walks.0 < word.walks.1).map(|word| word.speaker));
        for source in &speakers {
            if drain(*source) != *source || feed(*source) != *source || standards.is_anonymous(*source) {
                tied.push(*source);
            }
        }
        for at in 0..tied.len() {
            tied.extend([drain(tied[at]), feed(tied[at])]);
        }
        tied.sort_unstable();
        tied.dedup();
        let number: HashMap<u32, u32> = tied.iter().copied().zip(0..).collect();
        speakers.sort_unstable();
        speakers.dedup();
        speakers.retain(|source| !number.contains_key(source));
        let local = |source: u32| match number.get(&source) {
            Some(number) => *number,
            None => index(tied.len() + speakers.binary_search(&source).unwrap_or(0)),
        };
        for word in &mut self.words {
            word.speaker = local(word.speaker);
        }
        for link in &mut self.links {
            link.source = local(link.source);
        }
        self.plan.sources = tied.len();
        self.plan.drain_gate = tied.iter().map(|source| local(drain(*source))).collect();
        let all_feeds: Vec<u32> = tied.iter().map(|source| local(feed(*source))).collect();
        let all_anonymous = index(tied.len());
        let credible = tied.iter().zip(&all_feeds);
        let credible = credible.map(|(s, gate)| if standards.is_anonymous(*s) { all_anonymous } else { *gate });
        self.plan.feed_gate = [credible.collect(), all_feeds];
        self.plan.feed_gate.reverse();
        self.sources = tied;
        self.sources.extend(speakers);
        self.number_edges();
    }

    fn number_edges(&mut self) {
        let ends = |cast: &Self, at: usize| {
            let link = &cast.links[at];
            let walk = &cast.walks[link.walk as usize];
            let is_first = walk.links.0 as usize == at;
            let citing = if is_first { cast.words[walk.word as usize].speaker } else { cast.links[at - 1].source };
            (link.source, citing)
        };
        let mut edges: Vec<(u32, u32)> = (0..self.links.len()).map(|at| ends(self, at)).collect();
        edges.retain(|(cited, citing)| cited != citing);
        edges.sort_unstable();
        edges.dedup();
        for at in 0..self.links.len() {
            self.links[at].edge = edges.binary_search(&ends(self, at)).map_or(NONE, index);
        }
        self.plan.edges = edges;
    }

    /// Which groups tell a source's relayed word, where that can matter.
    fn retell(&mut self, walker: &Walker<'_>, groups: &[Group<'_>]) {
        let mut cited: Vec<u32> = self.links.iter().map(|link| link.source).collect();
        cited.sort_unstable();
        cited.dedup();
        let mut topics: Vec<u32> = groups.iter().map(|group| walker.topic_number(group.claim)).collect();
        topics.dedup();
        topics.sort_unstable();
        topics.dedup();
        let mut told: Vec<(u32, Telling)> = Vec::new();
        for source in cited {
            for topic in &topics {
                for item in walker.standing.relayed.on(self.sources[source as usize], *topic) {
                    let key = (item.claim, item.stance);
                    if let Ok(group) = groups.binary_search_by_key(&key, |group| (group.claim, group.stance)) {
                        let RelayedItem { latest_of_all: latest, stands, was_replaced, .. } = *item;
                        told.push((index(group), Telling { source, latest, stands, was_replaced }));
                    }
                }
            }
        }
        told.sort_by_key(|(group, _)| *group);
        self.tellings_of = Lists::group(groups.len(), told.iter().map(|(group, _)| *group).zip(0..));
        self.tellings = told.into_iter().map(|(_, telling)| telling).collect();
    }

    /// What a group tells of others' relayed words.
    pub(super) fn tellings(&self, group: u32) -> &[Telling] {
        let span = self.tellings_of.span(group);
        &self.tellings[span]
    }
}
