//! Roles: what every source is on a side of a claim, and all that was ever said there.

use super::compare::Bearing;
use super::evaluation::{Assessment, Side};
use super::hop::Ask;
use super::judge;
use super::provenance::{Part, SideOf};
use super::standing::stance;
use super::words::Voice;

/// A recorded word that bears on a side of a claim and was not withdrawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Spoken {
    pub(crate) at: u32,
    pub(crate) speaker: u32,
    /// It says so itself, and does not only relay.
    pub(crate) is_own_voice: bool,
    /// Nothing has replaced it.
    pub(crate) stands: bool,
}

impl Side<'_> {
    /// What every source is on this side whose word, or relay, stands on it or reaches it.
    pub(crate) fn roles(&self) -> Vec<Part> {
        let walker = self.assessment.evaluation.walker();
        let mut bench = self.assessment.gathered(&walker);
        bench.graph(&walker, self.assessment.claim, self.side, Ask::WhetherItCarries, |_, _, _| {}).parts.clone()
    }

    /// All words on this side that were not withdrawn, replaced ones too, in order.
    pub(crate) fn ever_said(&self) -> Vec<Spoken> {
        let walker = self.assessment.evaluation.walker();
        let claim = self.assessment.claim;
        let words = &walker.standing.words;
        let cluster = walker.moves.cluster[walker.topic_number(claim) as usize];
        let mut said = Vec::new();
        for group in judge::groups(&walker, cluster as usize) {
            let bearing: Bearing = walker.bearing((group.claim, group.stance), claim);
            if SideOf::of(bearing) != Some(self.side) {
                continue;
            }
            for at in words.on_claim.get(group.claim as usize).iter().copied() {
                if stance(words, at) == group.stance && !words.removed[at as usize] {
                    said.push(Spoken {
                        at,
                        speaker: words.speaker[at as usize],
                        is_own_voice: words.voice[at as usize] == Voice::Own,
                        stands: walker.standing.stands[at as usize],
                    });
                }
            }
        }
        said.sort_unstable_by_key(|word| word.at);
        said
    }
}

impl Assessment<'_> {
    /// The topic of the claim, and those on which a word was ever said that bears on it.
    pub(crate) fn topics_that_bear(&self) -> Vec<u32> {
        let walker = self.evaluation.walker();
        let own = walker.topic_number(self.claim);
        let mut topics = vec![own];
        for group in judge::groups(&walker, walker.moves.cluster[own as usize] as usize) {
            let topic = walker.topic_number(group.claim);
            if topic != own && SideOf::of(walker.bearing((group.claim, group.stance), self.claim)).is_some() {
                topics.push(topic);
            }
        }
        topics
    }
}
