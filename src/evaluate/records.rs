//! Records: every recorded word, withdrawn ones included, where it is looked up by topic and by who said it.

use super::words::Words;
use crate::model::dossier::Dossier;
use crate::model::links::{Lists, index};

/// A recorded word, in the order in which the words on one topic are looked up: by speaker and claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Recorded {
    pub(crate) speaker: u32,
    pub(crate) claim: u32,
    pub(crate) at: u32,
}

/// Every recorded word, by topic, speaker and claim: what is asked of the words on one topic stays where they lie.
#[derive(Debug)]
pub(crate) struct Records {
    all: Vec<Recorded>,
    /// Where the words on each topic end, after a first nought.
    ends: Vec<u32>,
}

impl Records {
    /// The words on the claims of each topic; O(n log m) for m words on one topic.
    pub(crate) fn of(dossier: &Dossier, words: &Words<'_>) -> Self {
        let links = dossier.links();
        let claims = Lists::group(links.topics.len(), links.claim_topic.iter().copied().zip(0..));
        let mut all: Vec<Recorded> = Vec::with_capacity(words.on_claim.items().len());
        let mut ends = vec![0];
        for topic in 0..claims.len() {
            let first = all.len();
            for claim in claims.get(topic) {
                let on_claim = words.on_claim.get(*claim as usize).iter();
                all.extend(on_claim.map(|at| Recorded {
                    speaker: words.speaker[*at as usize],
                    claim: *claim,
                    at: *at,
                }));
            }
            all[first..].sort_unstable();
            ends.push(index(all.len()));
        }
        Self { all, ends }
    }

    /// How many topics there are.
    pub(crate) fn topics(&self) -> u32 {
        index(self.ends.len() - 1)
    }

    /// The words on a topic, by speaker.
    pub(crate) fn on_topic(&self, topic: u32) -> &[Recorded] {
        &self.all[self.ends[topic as usize] as usize..self.ends[topic as usize + 1] as usize]
    }

    /// The words on a topic, one slice for each who speaks.
    pub(crate) fn by_speaker(&self, topic: u32) -> impl Iterator<Item = &[Recorded]> {
        self.on_topic(topic).chunk_by(|a, b| a.speaker == b.speaker)
    }

    /// The words of a source on a topic.
    pub(crate) fn on(&self, speaker: u32, topic: u32) -> &[Recorded] {
        let rest = self.on_topic(topic);
        let rest = &rest[rest.partition_point(|r| r.speaker < speaker)..];
        &rest[..rest.partition_point(|r| r.speaker == speaker)]
    }
}
