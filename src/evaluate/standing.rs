//! Standing: whose word still counts.

use super::clash::Clash;
use super::contest::{Item, latest_rivals, merge};
use super::measure::{Measures, attribute_of};
pub(crate) use super::records::Recorded;
use super::records::Records;
use super::relayed::Relayed;
use super::words::{Known, Voice, Words};
use crate::model::attribution::Stance;
use crate::model::dossier::Dossier;
use crate::model::moment::Moment;

/// Which words stand, as of the moment of judgement.
#[derive(Debug)]
pub(crate) struct Standing<'d> {
    pub(crate) words: Words<'d>,
    /// For each attribution, whether its word stands; for a relay, whether any of its chains does.
    pub(crate) stands: Vec<bool>,
    /// For each chain of a relay, whether the relay along it stands.
    pub(crate) chain_stands: Vec<bool>,
    pub(crate) recorded: Records,
    pub(crate) relayed: Relayed,
}

impl<'d> Standing<'d> {
    pub(crate) fn of(dossier: &'d Dossier, measures: &Measures, as_of: Option<Moment>) -> Self {
        Self::without(dossier, measures, as_of, &[])
    }

    /// The same, had some attributions (sorted) not been known.
    pub(crate) fn without(dossier: &'d Dossier, measures: &Measures, as_of: Option<Moment>, left_out: &[u32]) -> Self {
        let words = Words::without(dossier, as_of, left_out);
        let recorded = Records::of(dossier, &words);
        let relayed = Relayed::of(dossier, measures, &words, &recorded);
        let mut standing = Self {
            stands: words.voice.iter().zip(&words.removed).map(|(v, removed)| *v == Voice::Own && !removed).collect(),
            chain_stands: vec![false; words.chains.len()],
            words,
            recorded,
            relayed,
        };
        standing.contest_own(dossier, measures);
        standing.contest_relays(dossier, measures);
        standing
    }

    /// Whether a word, or one of the relays of which it consists, was withdrawn or superseded.
    pub(crate) fn fell(&self, at: u32) -> bool {
        !self.stands[at as usize]
            || (self.words.voice[at as usize] == Voice::Relay
                && self.words.chains_of(at).any(|chain| !self.chain_stands[chain as usize]))
    }

    /// Whether a word no longer stands and its source stands by nothing to the same effect: who merely repeats itself takes nothing back.
    pub(crate) fn is_taken_back(&self, dossier: &Dossier, at: u32) -> bool {
        let links = dossier.links();
        let claim = links.claim[at as usize];
        let repeats = |r: &Recorded| {
            r.claim == claim && self.stands[r.at as usize] && stance(&self.words, r.at) == stance(&self.words, at)
        };
        !self.stands[at as usize] && {
            let topic = links.claim_topic[claim as usize];
            !self.recorded_on(self.words.speaker[at as usize], topic).iter().any(repeats)
        }
    }

    /// The recorded words of a source on a topic.
    pub(crate) fn recorded_on(&self, speaker: u32, topic: u32) -> &[Recorded] {
        self.recorded.on(speaker, topic)
    }

    fn contest_own(&mut self, dossier: &Dossier, measures: &Measures) {
        for topic in 0..self.recorded.topics() {
            let clash = Clash { measures, attribute: attribute_of(dossier, topic) };
            for group in self.recorded.by_speaker(topic).filter(|group| group.len() > 1) {
                let own = |r: &&Recorded| self.stands[r.at as usize];
                if group.iter().filter(own).count() > 1 {
                    let mut items = group.iter().filter(own).filter_map(|r| item(&self.words, r)).collect::<Vec<_>>();
                    merge(&mut items);
                    let rivals = latest_rivals(&items, &clash);
                    for r in group {
                        if superseded(&self.words, r, &items, &rivals) {
                            self.stands[r.at as usize] = false;
                        }
                    }
                }
            }
        }
        for at in &self.words.reach.corrected {
            self.stands[*at as usize] = false;
        }
    }

    fn contest_relays(&mut self, dossier: &Dossier, measures: &Measures) {
        // One relay for each chain, in groups of one outlet, topic and first link.
        let mut relays: Vec<(u32, u32, Recorded)> = Vec::new();
        for topic in 0..self.recorded.topics() {
            let clash = Clash { measures, attribute: attribute_of(dossier, topic) };
            for of_outlet in self.recorded.by_speaker(topic) {
                relays.clear();
                for r in of_outlet {
                    let at = r.at as usize;
                    if self.words.voice[at] != Voice::Relay || self.words.removed[at] {
                        continue;
                    }
                    for chain in self.words.chains_of(r.at) {
                        self.chain_stands[chain as usize] = true;
                        let first = self.words.chains.get(chain as usize)[0];
                        relays.push((first, chain, *r));
                    }
                }
                if relays.len() < 2 {
                    continue;
                }
                relays.sort_unstable();
                for group in relays.chunk_by(|a, b| a.0 == b.0).filter(|group| group.len() > 1) {
                    let mut items = group.iter().filter_map(|relay| item(&self.words, &relay.2)).collect::<Vec<_>>();
                    merge(&mut items);
                    let rivals = latest_rivals(&items, &clash);
                    for relay in group {
                        if superseded(&self.words, &relay.2, &items, &rivals) {
                            self.chain_stands[relay.1 as usize] = false;
                        }
                    }
                }
            }
        }
        for at in &self.words.reach.corrected {
            for chain in self.words.chains_of(*at) {
                self.chain_stands[chain as usize] = false;
            }
        }
        for (at, voice) in (0..).zip(&self.words.voice) {
            if *voice == Voice::Relay {
                let mut chains = self.words.chains_of(at);
                self.stands[at as usize] = chains.any(|chain| self.chain_stands[chain as usize]);
            }
        }
    }
}

/// The stance of a word; a `silent` record is none.
pub(crate) fn stance(words: &Words<'_>, at: u32) -> Stance {
    words.manner[at as usize].says.unwrap_or(Stance::Silent)
}

/// A dated word as an item of a contest.
fn item(words: &Words<'_>, r: &Recorded) -> Option<Item> {
    let latest = words.known[r.at as usize];
    latest.is_dated().then(|| Item { claim: r.claim, stance: stance(words, r.at), latest })
}

/// Whether a dated word is known before the latest rival of its item.
fn superseded(words: &Words<'_>, r: &Recorded, items: &[Item], rivals: &[Known]) -> bool {
    let known = words.known[r.at as usize];
    let key = (r.claim, stance(words, r.at));
    known.is_dated()
        && items.binary_search_by_key(&key, |item| (item.claim, item.stance)).is_ok_and(|found| known < rivals[found])
}
