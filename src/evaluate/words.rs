//! Words: what each attribution says, in whose voice, from when it is known, and along which chains.

use super::removal::Reach;
use crate::model::attribution::{Basis, Stance};
pub(crate) use crate::model::columns::Known;
use crate::model::columns::Manner;
use crate::model::dossier::Dossier;
use crate::model::links::{Lists, NONE, index};
use crate::model::moment::Moment;

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
pub(crate) struct Words<'d> {
    pub(crate) voice: Vec<Voice>,
    pub(crate) manner: &'d [Manner],
    pub(crate) known: &'d [Known],
    /// Who speaks, spokesmen resolved.
    pub(crate) speaker: &'d [u32],
    /// For each source, whether it is a medium.
    pub(crate) is_medium: Vec<bool>,
    /// Whether a word was withdrawn.
    pub(crate) removed: Vec<bool>,
    /// For each attribution its first chain; one more at the end.
    first_chain: &'d [u32],
    /// Chains of speakers, nearest first.
    pub(crate) chains: &'d Lists,
    /// For each claim, the attributions that are words on it (also withdrawn ones), in order.
    pub(crate) on_claim: Lists,
    /// Records that a source does not say a claim: source, claim, record; sorted.
    silent: Vec<(u32, u32, u32)>,
    pub(crate) reach: Reach,
}

impl<'d> Words<'d> {
    /// The words known by a moment, except those of some attributions (sorted), which are then not known.
    pub(crate) fn without(dossier: &'d Dossier, as_of: Option<Moment>, left_out: &[u32]) -> Self {
        let links = dossier.links();
        let columns = &links.columns;
        let limit = as_of.map(|moment| columns.known_by(moment));
        let is_left_out = |at: usize| !left_out.is_empty() && left_out.binary_search(&index(at)).is_ok();
        let is_known = |at: usize| {
            let known = columns.known[at];
            limit.is_none_or(|limit| known.is_dated() && known <= limit) && !is_left_out(at)
        };
        let reach = Reach::of(dossier, |at| is_known(at as usize));
        let mut removed = vec![false; columns.manner.len()];
        for at in &reach.removed {
            removed[*at as usize] = true;
        }
        let is_medium: Vec<bool> = dossier.sources().iter().map(|source| source.kind.is_medium()).collect();
        let voice = |at: usize| {
            let manner = columns.manner[at];
            let cites = || columns.first_chain[at] < columns.first_chain[at + 1];
            match manner.says {
                _ if !is_known(at) => Voice::None,
                None => Voice::None,
                Some(Stance::Silent) => Voice::Silent,
                Some(_) if manner.basis == Basis::Undeclared && is_medium[columns.speaker[at] as usize] && cites() => {
                    Voice::Relay
                }
                Some(_) => Voice::Own,
            }
        };
        let voice = (0..columns.manner.len()).map(voice).collect();
        let mut words = Self {
            voice,
            manner: &columns.manner,
            known: &columns.known,
            speaker: &columns.speaker,
            is_medium,
            removed,
            first_chain: &columns.first_chain,
            chains: &columns.chains,
            on_claim: Lists::default(),
            silent: Vec::new(),
            reach,
        };
        words.silent = (0..)
            .zip(&links.claim)
            .filter(|(at, _)| words.voice[*at as usize] == Voice::Silent && !words.removed[*at as usize])
            .map(|(at, claim)| (words.speaker[at as usize], *claim, at))
            .collect();
        words.silent.sort_unstable();
        words.on_claim = words.group_by_claim(&links.claim, dossier.claims().len());
        words
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
    pub(crate) fn is_origin(&self, at: u32) -> bool {
        self.voice[at as usize] == Voice::Own
            && (self.manner[at as usize].basis != Basis::Undeclared || self.chains_of(at).is_empty())
    }
}
