//! Words: what each attribution says, in whose voice, from when it is known, and along which chains.

use chrono::{DateTime, Utc};

use super::removal::Reach;
use crate::model::attribution::{Attribution, Basis, Stance};
use crate::model::dossier::Dossier;
use crate::model::links::{Lists, NONE, index};
use crate::model::moment::Moment;

/// From when a word is known, as a rank among all such moments: equal moments have equal ranks, `UNDATED` comes before all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Known(u32);

impl Known {
    pub(crate) const UNDATED: Self = Self(0);

    pub(crate) fn is_dated(self) -> bool {
        self != Self::UNDATED
    }

    /// Whether a word known from `self` is not older than one known from `other`; where either is undated, nobody can say that it is.
    pub(crate) fn is_no_earlier(self, other: Self) -> bool {
        !self.is_dated() || !other.is_dated() || self >= other
    }
}

/// In whose voice an attribution speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Voice {
    /// It is not known yet, or retracts, or disowns: it is no word.
    None,
    /// Somebody looked: the source does not say it.
    Silent,
    /// Its own.
    Own,
    /// It only relays those that it cites.
    Relay,
}

/// Every attribution as a word.
#[derive(Debug)]
pub(crate) struct Words {
    pub(crate) voice: Vec<Voice>,
    /// What is said of the claim; `Silent` where it is no word. Kept here because it is asked for in every order.
    pub(crate) stance: Vec<Stance>,
    pub(crate) known: Vec<Known>,
    /// Who speaks, spokesmen resolved.
    pub(crate) speaker: Vec<u32>,
    /// Whether a word was withdrawn.
    pub(crate) removed: Vec<bool>,
    /// For each attribution its first chain; one more at the end.
    pub(crate) first_chain: Vec<u32>,
    /// Chains of speakers, nearest first, links of a source to itself dropped; a chain left with no link is dropped too.
    pub(crate) chains: Lists,
    /// For each claim, the attributions that are words on it (also withdrawn ones), in order.
    pub(crate) on_claim: Lists,
    /// Records that a source does not say a claim: source, claim, record; sorted.
    silent: Vec<(u32, u32, u32)>,
    pub(crate) reach: Reach,
}

impl Words {
    /// The words known by a moment, except those of some attributions (sorted), which are then not known.
    pub(crate) fn without(dossier: &Dossier, as_of: Option<Moment>, left_out: &[u32]) -> Self {
        let links = dossier.links();
        let entries = dossier.attributions();
        let instants: Vec<Option<DateTime<Utc>>> =
            entries.iter().map(|entry| entry.published.map(|moment| moment.known_from())).collect();
        let limit = as_of.map(|moment| moment.known_from());
        let is_left_out = |at: usize| !left_out.is_empty() && left_out.binary_search(&index(at)).is_ok();
        let is_known = |at: usize| {
            limit.is_none_or(|limit| instants[at].is_some_and(|instant| instant <= limit)) && !is_left_out(at)
        };
        let reach = Reach::of(dossier, |at| is_known(at as usize));

        let speaker: Vec<u32> = links.source.iter().map(|source| links.speaker[*source as usize]).collect();
        let mut removed = vec![false; entries.len()];
        for at in &reach.removed {
            removed[*at as usize] = true;
        }
        let mut words = Self {
            voice: Vec::with_capacity(entries.len()),
            stance: entries.iter().map(|entry| entry.says().unwrap_or(Stance::Silent)).collect(),
            known: ranks(&instants),
            speaker,
            removed,
            first_chain: vec![0],
            chains: Lists::default(),
            on_claim: Lists::default(),
            silent: Vec::new(),
            reach,
        };
        for (at, entry) in entries.iter().enumerate() {
            if is_known(at) {
                words.add_chains(at, dossier);
            }
            let chains = words.chains.number();
            let cites = chains > words.first_chain[at];
            words.first_chain.push(chains);
            let is_medium = dossier.sources()[words.speaker[at] as usize].kind.is_medium();
            words.voice.push(match entry.says() {
                _ if !is_known(at) => Voice::None,
                None => Voice::None,
                Some(Stance::Silent) => Voice::Silent,
                Some(_) if is_medium && cites && entry.basis == Basis::Undeclared => Voice::Relay,
                Some(_) => Voice::Own,
            });
        }
        words.silent = (0..)
            .zip(&links.claim)
            .filter(|(at, _)| words.voice[*at as usize] == Voice::Silent && !words.removed[*at as usize])
            .map(|(at, claim)| (words.speaker[at as usize], *claim, at))
            .collect();
        words.silent.sort_unstable();
        words.on_claim = words.group_by_claim(&links.claim, dossier.claims().len());
        words
    }

    fn add_chains(&mut self, at: usize, dossier: &Dossier) {
        let links = dossier.links();
        for written in links.chains_of(at) {
            let mut before = self.speaker[at];
            let mut is_empty = true;
            for source in written {
                let speaker = links.speaker[*source as usize];
                if speaker != before {
                    self.chains.push_item(speaker);
                    before = speaker;
                    is_empty = false;
                }
            }
            if !is_empty {
                self.chains.end_list();
            }
        }
    }

    fn group_by_claim(&self, claim: &[u32], claims: usize) -> Lists {
        let words = (0..).zip(claim).filter(|(at, claim)| **claim != NONE && self.is_word(*at));
        Lists::group(claims, words.map(|(at, claim)| (*claim, at)))
    }

    /// Whether an attribution is a word: in its own voice or a relay, withdrawn or not.
    pub(crate) fn is_word(&self, at: u32) -> bool {
        matches!(self.voice[at as usize], Voice::Own | Voice::Relay)
    }

    /// The records that a source does not say a claim.
    pub(crate) fn silent_on(&self, source: u32, claim: u32) -> impl Iterator<Item = u32> {
        let from = self.silent.partition_point(|record| (record.0, record.1) < (source, claim));
        self.silent[from..].iter().take_while(move |r| (r.0, r.1) == (source, claim)).map(|record| record.2)
    }

    /// The numbers of the chains of an attribution.
    pub(crate) fn chains_of(&self, at: u32) -> std::ops::Range<u32> {
        self.first_chain[at as usize]..self.first_chain[at as usize + 1]
    }

    /// Whether an attribution makes its source an origin: it declares a basis, or speaks for itself and cites nobody.
    pub(crate) fn is_origin(&self, at: u32, entry: &Attribution) -> bool {
        self.voice[at as usize] == Voice::Own && (entry.basis != Basis::Undeclared || self.chains_of(at).is_empty())
    }
}

fn ranks(instants: &[Option<DateTime<Utc>>]) -> Vec<Known> {
    let mut distinct: Vec<DateTime<Utc>> = instants.iter().flatten().copied().collect();
    distinct.sort_unstable();
    distinct.dedup();
    let rank = |instant: &DateTime<Utc>| distinct.partition_point(|other| other < instant) + 1;
    let known = |instant: &Option<DateTime<Utc>>| {
        instant.as_ref().map_or(Known::UNDATED, |i| Known(u32::try_from(rank(i)).unwrap_or(u32::MAX)))
    };
    instants.iter().map(known).collect()
}
