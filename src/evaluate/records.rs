//! Records: every recorded word, withdrawn ones included, where it is looked up by topic and by who said it.

use super::words::Words;
use crate::model::links::index;

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

impl Default for Records {
    fn default() -> Self {
        Self { all: Vec::new(), ends: vec![0] }
    }
}

impl Records {
    /// Room for so many words on so many topics.
    pub(crate) fn with_capacity(words: usize, topics: usize) -> Self {
        let mut ends = Vec::with_capacity(topics + 1);
        ends.push(0);
        Self { all: Vec::with_capacity(words), ends }
    }

    /// Adds the words on the next topic, by its claims; O(m log m) for m words on it.
    pub(crate) fn add(&mut self, words: &Words<'_>, claims: &[u32]) -> &[Recorded] {
        let first = self.all.len();
        for claim in claims {
            let record = |at: &u32| Recorded { speaker: words.speaker[*at as usize], claim: *claim, at: *at };
            self.all.extend(words.on_claim.get(*claim as usize).iter().map(record));
        }
        self.all[first..].sort_unstable();
        self.ends.push(index(self.all.len()));
        &self.all[first..]
    }

    /// Adds the words on further topics.
    pub(crate) fn append(&mut self, more: &Self) {
        let first = index(self.all.len());
        self.all.extend(&more.all);
        self.ends.extend(more.ends.iter().skip(1).map(|end| first + end));
    }

    fn on_topic(&self, topic: u32) -> &[Recorded] {
        &self.all[self.ends[topic as usize] as usize..self.ends[topic as usize + 1] as usize]
    }

    /// The words of a source on a topic.
    pub(crate) fn on(&self, speaker: u32, topic: u32) -> &[Recorded] {
        of_speaker(self.on_topic(topic), speaker)
    }
}

/// The words of a source, of those on one topic.
pub(crate) fn of_speaker(on_topic: &[Recorded], speaker: u32) -> &[Recorded] {
    let rest = &on_topic[on_topic.partition_point(|r| r.speaker < speaker)..];
    &rest[..rest.partition_point(|r| r.speaker == speaker)]
}
