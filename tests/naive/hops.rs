//! Section 4: who relies on whose word, and where that fails.

use corroborate::{Attribution, Claim, OverTime, Source};

use super::bearing::{Bearing, Towards};
use super::time::{Desk, is_before};
use super::words::{Word, Words};

/// What one link of a chain does.
pub(crate) enum Hop<'w, 'a> {
    /// The cited source's own standing words carry on from here.
    Spoken,
    /// It said the same of an earlier time, in these words.
    Stale(Vec<&'w Word<'a>>),
    /// It is known by others' words alone.
    Unseen,
    /// It took back, replaced or disowned what it is cited for.
    Withdrew,
    /// It said something weaker, or something else.
    Misquoted,
}

pub(crate) struct Walker<'w, 'a> {
    pub(crate) desk: &'w Desk<'a>,
    pub(crate) bearing: &'w Bearing<'a>,
    pub(crate) words: &'w Words<'a>,
    pub(crate) claim: &'a Claim,
    pub(crate) side: Towards,
}

impl<'w, 'a> Walker<'w, 'a> {
    /// The links of a chain with what they do, up to the one at which the walk ends.
    pub(crate) fn walk(&self, word: &Word<'a>, chain: &[&'a Source]) -> Vec<(&'a Source, Hop<'w, 'a>)> {
        let mut passed = Vec::new();
        for (at, &cited) in chain.iter().enumerate() {
            let hop = self.hop(word, cited, &chain[at + 1..]);
            let ends = !matches!(hop, Hop::Unseen);
            passed.push((cited, hop));
            if ends {
                break;
            }
        }
        passed
    }

    fn hop(&self, word: &Word<'a>, cited: &'a Source, behind: &[&'a Source]) -> Hop<'w, 'a> {
        let own = || self.words.recorded.iter().filter(|own| own.source.id == cited.id);
        let told = || self.words.relayed.iter().filter(|told| told.source.id == cited.id);
        let this_way = |other: &Word<'a>| self.bears(other, self.side);
        let earlier: Vec<_> = own().filter(|own| own.stands && self.is_stale(own, word)).collect();
        if disowns(self.desk, cited, word.entry) {
            Hop::Withdrew
        } else if own().any(|own| own.stands && this_way(own)) {
            Hop::Spoken
        } else if !earlier.is_empty() {
            Hop::Stale(earlier)
        } else if self.is_unseen(word, cited, behind) {
            Hop::Unseen
        } else if own().chain(told()).any(|other| !other.stands && this_way(other)) {
            Hop::Withdrew
        } else {
            Hop::Misquoted
        }
    }

    fn is_unseen(&self, word: &Word<'a>, cited: &Source, behind: &[&'a Source]) -> bool {
        let other_way = |other: &Word<'a>| {
            let against = if self.side == Towards::Support { Towards::Opposition } else { Towards::Support };
            other.stands && other.is_no_earlier(word) && self.bears(other, against)
        };
        let mut own = self.words.recorded.iter().filter(|own| own.source.id == cited.id);
        let told: Vec<_> = self.words.relayed.iter().filter(|told| told.source.id == cited.id).collect();
        self.words.counts(self.desk, cited, word.claim, behind)
            && !own.any(other_way)
            && (told.iter().any(|told| told.stands && self.bears(told, self.side))
                || !told.iter().any(|told| other_way(told)))
    }

    /// Whether the earlier word says the same as the citing one, of an earlier time of a cumulative count.
    fn is_stale(&self, earlier: &Word<'a>, citing: &Word<'a>) -> bool {
        let (then, now) = (earlier.claim, citing.claim);
        let before = then.when.as_ref().zip(now.when.as_ref()).is_some_and(|(then, now)| is_before(then, now));
        self.desk.attribute(now).over_time == OverTime::Cumulative
            && (&then.subject, &then.attribute) == (&now.subject, &now.attribute)
            && before
            && earlier.stance == citing.stance
            && self.bearing.is_comparable(then, now)
            && self.bearing.extent(then) == self.bearing.extent(now)
    }

    fn bears(&self, word: &Word<'a>, side: Towards) -> bool {
        self.bearing.of(word, self.claim) == Some(side)
    }
}

fn disowns(desk: &Desk<'_>, source: &Source, entry: &Attribution) -> bool {
    desk.known.iter().any(|later| {
        desk.speaker(&later.source).id == source.id && desk.names(&later.disowns, entry) && !desk.is_removed(later)
    })
}
