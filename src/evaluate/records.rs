//! Records: every recorded word, withdrawn ones included, where it is looked up by who said it.

use super::words::Words;
use crate::model::dossier::Dossier;
use crate::model::links::Lists;

/// A recorded word, in the order in which words are looked up: by speaker, topic and claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Recorded {
    pub(crate) speaker: u32,
    pub(crate) topic: u32,
    pub(crate) claim: u32,
    pub(crate) at: u32,
}

/// Every recorded word, by speaker, topic and claim.
#[derive(Debug)]
pub(crate) struct Records {
    pub(crate) all: Vec<Recorded>,
    /// Where the words of each speaker end, after a first nought.
    ends: Vec<u32>,
}

impl Records {
    /// Words that come by topic and claim need no sorting: they are only dealt out to their speakers.
    pub(crate) fn of(dossier: &Dossier, words: &Words<'_>, by_topic: &[u32]) -> Self {
        let links = dossier.links();
        let of_speaker = by_topic.iter().map(|at| (words.speaker[*at as usize], *at));
        let lists = Lists::group(dossier.sources().len(), of_speaker);
        let record = |at: &u32| {
            let claim = links.claim[*at as usize];
            let topic = links.claim_topic[claim as usize];
            Recorded { speaker: words.speaker[*at as usize], topic, claim, at: *at }
        };
        Self { all: lists.items().iter().map(record).collect(), ends: lists.into_ends() }
    }

    /// The words of a source on any topic.
    pub(crate) fn by(&self, speaker: u32) -> &[Recorded] {
        &self.all[self.ends[speaker as usize] as usize..self.ends[speaker as usize + 1] as usize]
    }

    /// The words of a source on a topic.
    pub(crate) fn on(&self, speaker: u32, topic: u32) -> &[Recorded] {
        let rest = self.by(speaker);
        let rest = &rest[rest.partition_point(|r| r.topic < topic)..];
        &rest[..rest.partition_point(|r| r.topic == topic)]
    }
}
