//! Standing: whose word still counts.

use super::batch::Scene;
use super::crew::Crew;
use super::measure::Measures;
pub(crate) use super::records::Recorded;
use super::records::Records;
use super::relayed::{Relayed, is_eligible};
use super::words::{Voice, Words};
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
    pub(crate) fn of(dossier: &'d Dossier, measures: &Measures, as_of: Option<Moment>, crew: Crew) -> Self {
        Self::without(dossier, measures, as_of, &[], crew)
    }

    /// The same, had some attributions (sorted) not been known.
    pub(crate) fn without(
        dossier: &'d Dossier,
        measures: &Measures,
        as_of: Option<Moment>,
        left_out: &[u32],
        crew: Crew,
    ) -> Self {
        let words = Words::without(dossier, as_of, left_out);
        let is_eligible: Vec<bool> = dossier.sources().iter().map(is_eligible).collect();
        let scene = Scene { dossier, measures, words: &words, is_eligible: &is_eligible };
        let mut stands = vec![false; words.voice.len()];
        let mut chain_stands = vec![false; words.chains.len()];
        let mut recorded = Records::with_capacity(words.on_claim.items().len(), dossier.links().topics.len());
        let mut relayed = Relayed::new(words.chains.items().len());
        let settle = |topics| scene.settle(topics);
        crew.each(scene.batches(crew), settle, |batch| {
            recorded.append(&batch.recorded);
            relayed.append(&batch.told);
            batch.stands.iter().for_each(|at| stands[*at as usize] = true);
            batch.chain_stands.iter().for_each(|chain| chain_stands[*chain as usize] = true);
        });
        for at in &words.reach.corrected {
            stands[*at as usize] = false;
            for chain in words.chains_of(*at) {
                chain_stands[chain as usize] = false;
            }
        }
        Self { words, stands, chain_stands, recorded, relayed }
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
}

/// The stance of a word; a `silent` record is none.
pub(crate) fn stance(words: &Words<'_>, at: u32) -> Stance {
    words.manner[at as usize].says.unwrap_or(Stance::Silent)
}
