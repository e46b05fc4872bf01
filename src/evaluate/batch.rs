//! Batches: what becomes of the words on some topics. The words on one topic have no say on another, so each batch is settled alone.

use std::ops::Range;

use super::clash::Clash;
use super::contest::{Item, latest_rivals, merge};
use super::crew::Crew;
use super::measure::{Measures, attribute_of};
use super::records::{Recorded, Records};
use super::relayed::{Contest, Told};
use super::standing::stance;
use super::words::{Known, Voice, Words};
use crate::model::dossier::Dossier;
use crate::model::links::index;

/// What batches are settled by.
#[derive(Clone, Copy)]
pub(super) struct Scene<'a> {
    pub(super) dossier: &'a Dossier,
    pub(super) measures: &'a Measures,
    pub(super) words: &'a Words<'a>,
    /// For each source, whether its account of another's words can replace an earlier one.
    pub(super) is_eligible: &'a [bool],
}

/// The words on some topics, settled.
#[derive(Debug, Default)]
pub(super) struct Batch {
    pub(super) recorded: Records,
    pub(super) told: Told,
    /// The attributions whose words stand, corrections aside.
    pub(super) stands: Vec<u32>,
    /// The chains along which relays stand, corrections aside.
    pub(super) chain_stands: Vec<u32>,
}

impl Scene<'_> {
    /// The topics of each batch, in order.
    pub(super) fn batches(&self, crew: Crew) -> Vec<Range<usize>> {
        let topics = &self.dossier.links().topic_claims;
        let words = |claim: &u32| self.words.on_claim.span(*claim).len();
        crew.divide((0..topics.len()).map(|topic| topics.get(topic).iter().map(words).sum()))
    }

    /// Settles the words on some topics.
    pub(super) fn settle(&self, topics: Range<usize>) -> Batch {
        let mut batch = Batch::default();
        let mut relays = Vec::new();
        for topic in topics {
            let attribute = attribute_of(self.dossier, index(topic));
            let Scene { measures, words, is_eligible, .. } = *self;
            let on_topic = batch.recorded.add(words, self.dossier.links().topic_claims.get(topic));
            batch.told.add(&Contest { attribute, measures, words, is_eligible }, on_topic);
            let clash = Clash { measures, attribute };
            for of_speaker in on_topic.chunk_by(|a, b| a.speaker == b.speaker) {
                contest_own(words, &clash, of_speaker, &mut batch.stands);
                relays.clear();
                relays.extend(of_speaker.iter().flat_map(|r| relays_of(words, r)));
                if !relays.is_empty() {
                    contest_relays(words, &clash, &mut relays, &mut batch.chain_stands);
                    // A relay stands while it does along any of its chains.
                    relays.retain(|relay| relay.stands);
                    relays.sort_unstable_by_key(|relay| relay.record.at);
                    relays.dedup_by_key(|relay| relay.record.at);
                    batch.stands.extend(relays.iter().map(|relay| relay.record.at));
                }
            }
        }
        batch
    }
}

/// Which words in the own voice of one source on one topic stand.
fn contest_own(words: &Words<'_>, clash: &Clash<'_>, of_speaker: &[Recorded], stands: &mut Vec<u32>) {
    let is_own = |r: &&Recorded| words.voice[r.at as usize] == Voice::Own && !words.removed[r.at as usize];
    let own = || of_speaker.iter().filter(is_own);
    if own().nth(1).is_none() {
        stands.extend(own().map(|r| r.at));
        return;
    }
    let mut items: Vec<Item> = own().filter_map(|r| item(words, r)).collect();
    merge(&mut items);
    let rivals = latest_rivals(&items, clash);
    stands.extend(own().filter(|r| !is_superseded(words, r, &items, &rivals)).map(|r| r.at));
}

/// A relay along one of its chains.
struct Relay {
    first: u32,
    chain: u32,
    record: Recorded,
    stands: bool,
}

fn relays_of<'w>(words: &'w Words<'_>, r: &Recorded) -> impl Iterator<Item = Relay> + use<'w> {
    let is_relay = words.voice[r.at as usize] == Voice::Relay && !words.removed[r.at as usize];
    let (chains, record) = (if is_relay { words.chains_of(r.at) } else { 0..0 }, *r);
    chains.map(move |chain| Relay { first: words.chains.get(chain as usize)[0], chain, record, stands: true })
}

/// Along which chains the relays of one outlet on one topic stand: those with the same first link compete.
fn contest_relays(words: &Words<'_>, clash: &Clash<'_>, relays: &mut [Relay], chain_stands: &mut Vec<u32>) {
    relays.sort_unstable_by_key(|relay| (relay.first, relay.chain));
    for group in relays.chunk_by_mut(|a, b| a.first == b.first).filter(|group| group.len() > 1) {
        let mut items: Vec<Item> = group.iter().filter_map(|relay| item(words, &relay.record)).collect();
        merge(&mut items);
        let rivals = latest_rivals(&items, clash);
        for relay in group {
            relay.stands = !is_superseded(words, &relay.record, &items, &rivals);
        }
    }
    chain_stands.extend(relays.iter().filter(|relay| relay.stands).map(|relay| relay.chain));
}

/// A dated word as an item of a contest.
fn item(words: &Words<'_>, r: &Recorded) -> Option<Item> {
    let latest = words.known[r.at as usize];
    latest.is_dated().then(|| Item { claim: r.claim, stance: stance(words, r.at), latest })
}

/// Whether a dated word is known before the latest rival of its item.
fn is_superseded(words: &Words<'_>, r: &Recorded, items: &[Item], rivals: &[Known]) -> bool {
    let known = words.known[r.at as usize];
    let key = (r.claim, stance(words, r.at));
    known.is_dated()
        && items.binary_search_by_key(&key, |item| (item.claim, item.stance)).is_ok_and(|found| known < rivals[found])
}
