//! What evaluation asks of every attribution again and again, one small array a question: an entry with its texts is some hundred times as large.

use chrono::{DateTime, Utc};

use super::attribution::{Attribution, Basis, Certainty, Stance};
use super::dossier::Dossier;
use super::links::{Links, Lists};
use super::moment::Moment;

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

/// How an attribution says what it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Manner {
    /// What it says of the claim; nothing, where it retracts or disowns.
    pub(crate) says: Option<Stance>,
    pub(crate) certainty: Certainty,
    pub(crate) basis: Basis,
    pub(crate) against_interest: bool,
}

impl From<&Attribution> for Manner {
    fn from(entry: &Attribution) -> Self {
        Self {
            says: entry.says(),
            certainty: entry.certainty,
            basis: entry.basis,
            against_interest: entry.against_interest,
        }
    }
}

/// The attributions of a dossier, by number.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Columns {
    /// Who speaks, spokesmen resolved.
    pub(crate) speaker: Vec<u32>,
    pub(crate) manner: Vec<Manner>,
    pub(crate) known: Vec<Known>,
    /// The moments behind the ranks, from the first on.
    moments: Vec<DateTime<Utc>>,
    /// For each attribution its first chain; one more at the end.
    pub(crate) first_chain: Vec<u32>,
    /// Chains of speakers, nearest first, links of a source to itself dropped; a chain left with no link is dropped too.
    pub(crate) chains: Lists,
}

impl Columns {
    /// The columns of a dossier whose ids are resolved; O(n log n).
    pub(crate) fn of(dossier: &Dossier, links: &Links) -> Self {
        let entries = dossier.attributions();
        let speaker = links.source.iter().map(|source| links.speaker[*source as usize]).collect();
        let instant = |entry: &Attribution| entry.published.map(|moment| moment.known_from());
        let moments = distinct(entries.iter().filter_map(instant));
        let mut columns = Self {
            speaker,
            manner: entries.iter().map(Manner::from).collect(),
            moments,
            first_chain: Vec::with_capacity(entries.len() + 1),
            ..Self::default()
        };
        let known = |entry| instant(entry).map_or(Known::UNDATED, |instant| columns.until(instant));
        columns.known = entries.iter().map(known).collect();
        columns.first_chain.push(0);
        for at in 0..entries.len() {
            columns.add_chains(at, links);
            columns.first_chain.push(columns.chains.number());
        }
        columns.chains.shrink_to_fit();
        columns
    }

    fn add_chains(&mut self, at: usize, links: &Links) {
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

    /// The rank of the last moment up to this one.
    fn until(&self, instant: DateTime<Utc>) -> Known {
        let passed = self.moments.partition_point(|moment| *moment <= instant);
        Known(u32::try_from(passed).unwrap_or(u32::MAX))
    }

    /// What is known as of a moment: every dated word whose rank is no higher.
    pub(crate) fn known_by(&self, as_of: Moment) -> Known {
        self.until(as_of.known_from())
    }
}

/// Each moment once, in order. Very many words are known from few moments, so what repeats is dropped on the way.
fn distinct(all: impl Iterator<Item = DateTime<Utc>>) -> Vec<DateTime<Utc>> {
    let mut moments: Vec<DateTime<Utc>> = Vec::new();
    let mut enough = 1 << 12;
    for moment in all {
        moments.push(moment);
        if moments.len() >= enough {
            moments.sort_unstable();
            moments.dedup();
            enough = 2 * moments.len().max(1 << 11);
        }
    }
    moments.sort_unstable();
    moments.dedup();
    moments.shrink_to_fit();
    moments
}
