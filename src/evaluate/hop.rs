//! Hops: whether a word may rely on the source that it cites.

use super::compare::Bearing;
use super::measure::Measures;
use super::moves::{Moves, Reading};
use super::provenance::{Marks, Said, SideOf};
use super::relayed::RelayedItem;
use super::standards::{Standards, Test};
use super::standing::{Recorded, Standing, stance};
use super::time::{Lies, lies};
use super::words::Voice;
use crate::model::attribute::OverTime;
use crate::model::attribution::{Certainty, Stance};
use crate::model::dossier::Dossier;
use crate::model::links::Topic;

/// What became of one link of a chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Hop {
    /// (i) The cited source has a standing word of its own on this side. It carries, and the cited source's own words say where it has it from.
    Standing { hedge_dropped: bool },
    /// (i) The cited source said the same for an earlier time of a cumulative count. It carries.
    Stale { earlier: Vec<u32> },
    /// (ii) Nothing is recorded of the cited source itself, and nothing speaks against it. It carries.
    Unseen,
    /// (iii) The cited source withdrew, replaced or disowned it.
    Withdrew,
    /// (iv) The cited source says something weaker.
    Weaker { said: Vec<u32> },
    /// (v) The cited source says something else.
    Misattributed,
}

impl Hop {
    pub(crate) const fn is_worth_noting(&self) -> bool {
        !matches!(self, Self::Standing { hedge_dropped: false })
    }
}

/// How much a walk wants to know of a broken link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ask {
    /// That it is broken; it is called misattributed, whatever the cause.
    WhetherItCarries,
    /// The cause too, which takes a look at all that the cited source said.
    Why,
}

/// Everything that a walk along the chains asks for.
#[derive(Clone, Copy)]
pub(crate) struct Walker<'a> {
    pub(crate) dossier: &'a Dossier,
    pub(crate) measures: &'a Measures,
    pub(crate) moves: &'a Moves,
    pub(crate) standing: &'a Standing<'a>,
    pub(crate) standards: &'a Standards<'a>,
    /// What makes a path credible; parts of it are asked for alone to find what is lacking.
    pub(crate) test: Test,
}

impl<'a> Walker<'a> {
    pub(crate) fn topic_number(&self, claim: u32) -> u32 {
        self.dossier.links().claim_topic[claim as usize]
    }

    pub(crate) fn topic_of(&self, claim: u32) -> &'a Topic {
        &self.dossier.links().topics[self.topic_number(claim) as usize]
    }

    /// Whether the walk may go along a chain: a relay only along those that were not superseded.
    pub(crate) fn chain_stands(&self, at: u32, chain: u32) -> bool {
        self.standing.words.voice[at as usize] != Voice::Relay || self.standing.chain_stands[chain as usize]
    }

    /// What a word with this stance on one claim means for another.
    pub(crate) fn bearing(&self, spoken: (u32, Stance), claim: u32) -> Bearing {
        let [from, to] = [spoken.0, claim].map(|c| self.topic_number(c));
        if from != to && self.moves.cluster[from as usize] != self.moves.cluster[to as usize] {
            return Bearing::Silent;
        }
        let readings = if from == to { &[] } else { self.readings(spoken) };
        self.moves.bearing(self.dossier, self.measures, spoken, readings, claim)
    }

    /// What a word with this stance on a claim says of other topics; remembered.
    pub(crate) fn readings(&self, (claim, stance): (u32, Stance)) -> &'a [Reading] {
        if !self.moves.is_tied(self.topic_number(claim)) {
            return &[];
        }
        self.moves.remembered(self.dossier, self.measures, claim, stance)
    }

    /// The same for one who asks once, and not remembered.
    pub(crate) fn readings_once(&self, (claim, stance): (u32, Stance)) -> Vec<Reading> {
        if !self.moves.is_tied(self.topic_number(claim)) {
            return Vec::new();
        }
        self.moves.readings(self.dossier, self.measures, claim, stance)
    }

    /// The recorded words of a source on the topics that are tied to a claim's: no other can bear on it.
    pub(crate) fn recorded_near(&self, source: u32, claim: u32) -> impl Iterator<Item = &'a Recorded> + use<'a> {
        let standing = self.standing;
        self.topics_near(claim).iter().flat_map(move |topic| standing.recorded_on(source, *topic))
    }

    /// The counting relayed words of a source on those topics.
    pub(crate) fn told_near(&self, source: u32, claim: u32) -> impl Iterator<Item = &'a RelayedItem> + use<'a> {
        let relayed = &self.standing.relayed;
        self.topics_near(claim).iter().flat_map(move |topic| relayed.on(source, *topic))
    }

    /// The topics that readings can move to from that of a claim.
    fn topics_near(&self, claim: u32) -> &'a [u32] {
        self.moves.topics.get(self.moves.cluster[self.topic_number(claim) as usize] as usize)
    }

    /// What becomes of the link number `link`, to `cited`, of a word that bears a side on a claim.
    pub(crate) fn hop(
        &self,
        marks: &Marks,
        (claim, side): (u32, SideOf),
        word: &Said,
        link: usize,
        cited: u32,
        ask: Ask,
    ) -> Hop {
        let words = &self.standing.words;
        let disowned = &words.reach.disowned;
        if !disowned.is_empty() && disowned.contains(&(word.at, cited)) {
            return Hop::Withdrew;
        }
        let mark = marks.get(cited);
        if mark.reports[side as usize] {
            let certainty = words.manner[word.at as usize].certainty;
            return Hop::Standing { hedge_dropped: is_surer(certainty, mark.surest[side as usize]) };
        }
        let earlier = self.stale(word, cited);
        if !earlier.is_empty() {
            return Hop::Stale { earlier };
        }
        let known = words.known[word.at as usize];
        if self.standing.relayed.counts(link)
            && !marks.has_no_earlier(cited, side.other(), known)
            && (self.standing.relayed.stands(link) || self.relayed_allows((claim, side), word, cited))
        {
            return Hop::Unseen;
        }
        match ask {
            Ask::WhetherItCarries => Hop::Misattributed,
            Ask::Why => self.broken((claim, side), word, cited),
        }
    }

    /// The recorded words of the cited source that stand and say the same of an earlier time of a cumulative count.
    fn stale(&self, word: &Said, cited: u32) -> Vec<u32> {
        let topic = self.topic_number(word.spoken);
        let attribute = &self.dossier.attributes()[self.dossier.links().topics[topic as usize].attribute as usize];
        if attribute.over_time != OverTime::Cumulative {
            return Vec::new();
        }
        let spoken = &self.measures.claims[word.spoken as usize];
        let is_earlier = |r: &&Recorded| {
            let other = &self.measures.claims[r.claim as usize];
            self.standing.stands[r.at as usize]
                && stance(&self.standing.words, r.at) == word.stance
                && lies(attribute, other.time, spoken.time) == Lies::Earlier
                && self.measures.units.is_comparable(other.unit, spoken.unit)
                && other.extent == spoken.extent
        };
        self.standing.recorded_on(cited, topic).iter().filter(is_earlier).map(|r| r.at).collect()
    }

    /// Of a word whose own telling was superseded: whether another telling stands on this side, or none that is no earlier bears the other way.
    fn relayed_allows(&self, (claim, side): (u32, SideOf), word: &Said, cited: u32) -> bool {
        let known = self.standing.words.known[word.at as usize];
        let mut opposed = false;
        for item in self.told_near(cited, claim).filter(|item| item.stands) {
            match SideOf::of(self.bearing((item.claim, item.stance), claim)) {
                Some(on) if on == side => return true,
                Some(_) if item.latest_of_all.is_no_earlier(known) => opposed = true,
                _ => {}
            }
        }
        !opposed
    }

    /// Why a link is broken: (iii), (iv) or (v).
    fn broken(&self, (claim, side): (u32, SideOf), word: &Said, cited: u32) -> Hop {
        let bore =
            |claim_said: u32, stance: Stance| SideOf::of(self.bearing((claim_said, stance), claim)) == Some(side);
        let withdrew = self
            .recorded_near(cited, claim)
            .any(|r| !self.standing.stands[r.at as usize] && bore(r.claim, stance(&self.standing.words, r.at)))
            || self.told_near(cited, claim).any(|item| item.was_replaced && bore(item.claim, item.stance));
        if withdrew {
            return Hop::Withdrew;
        }
        let said: Vec<u32> = self
            .recorded_near(cited, claim)
            .filter(|r| self.standing.stands[r.at as usize] && self.entails(word, r))
            .map(|r| r.at)
            .collect();
        if said.is_empty() { Hop::Misattributed } else { Hop::Weaker { said } }
    }

    /// Whether a word entails a recorded one.
    fn entails(&self, word: &Said, other: &Recorded) -> bool {
        let bearing = self.bearing((word.spoken, word.stance), other.claim);
        match stance(&self.standing.words, other.at) {
            Stance::Affirms => bearing == Bearing::Supports,
            Stance::Denies => bearing == Bearing::Opposes,
            Stance::Doubts | Stance::Silent => false,
        }
    }
}

/// Whether the first is surer than the second.
fn is_surer(first: Certainty, second: Certainty) -> bool {
    first < second
}
