//! What became of earlier words on the claim.

use std::collections::BTreeSet;

use super::{Case, Entries};
use crate::evaluate::clash::Clash;
use crate::evaluate::finding::{Code, NextStep};
use crate::evaluate::grounds::fallen;
use crate::evaluate::measure::attribute_of;
use crate::evaluate::standing::{Recorded, stance};
use crate::evaluate::words::Voice;
use crate::model::attribution::Stance;
use crate::model::links::Refers;

impl Case<'_> {
    pub(super) fn history(&mut self) {
        let (mut doubted, mut revised, mut withdrawn) = (Entries::default(), Entries::default(), Entries::default());
        let mut spoken: BTreeSet<u32> = self.direct().iter().copied().collect();
        if self.assessment.judged.sides[0].most == 0 {
            // Where nothing carries any more, whatever else supported the claim and fell says why.
            spoken.extend(fallen(&self.walker, self.claim));
        }
        for at in &spoken {
            let removed = self.walker.standing.words.removed[*at as usize];
            let (entries, others) = if self.stands(*at) {
                if stance(&self.walker.standing.words, *at) != Stance::Doubts {
                    continue;
                }
                (&mut doubted, Vec::new())
            } else if removed {
                (&mut withdrawn, self.referring(*at, Refers::Retracts))
            } else {
                (&mut revised, self.replacing(*at).into_iter().filter(|other| self.stands(*other)).collect())
            };
            entries.sources.insert(self.speaker(*at));
            entries.attributions.insert(*at);
            entries.attributions.extend(others);
        }
        if !doubted.attributions.is_empty() {
            self.report(Code::Doubted, &doubted, NextStep::Mention);
        }
        if !revised.attributions.is_empty() {
            self.report(Code::Revised, &revised, NextStep::Mention);
        }
        if !withdrawn.attributions.is_empty() {
            let next = NextStep::SeekOrigin { beyond: self.source_ids(&withdrawn.sources) };
            self.report(Code::Withdrawn, &withdrawn, next);
        }
        self.self_contradiction();
    }

    /// The live references of a kind to an attribution.
    pub(in crate::evaluate) fn referring(&self, to: u32, refers: Refers) -> Vec<u32> {
        let references = &self.walker.standing.words.reach.references;
        references.iter().filter(|r| r.to == to && r.refers == refers).map(|r| r.from).collect()
    }

    /// What superseded a word: corrections, and later words of the same source, superseded themselves or not.
    pub(in crate::evaluate) fn replacing(&self, at: u32) -> Vec<u32> {
        let words = &self.walker.standing.words;
        let claim = self.walker.dossier.links().claim[at as usize];
        let own = (claim, stance(&self.walker.standing.words, at));
        let topic = self.walker.topic_number(claim);
        let clash = Clash { measures: self.walker.measures, attribute: attribute_of(self.walker.dossier, topic) };
        let is_rival = |r: &&Recorded| {
            let other = (r.claim, stance(&self.walker.standing.words, r.at));
            let is_doubt = other.1 == Stance::Doubts && clash.is_same_time(own.0, other.0);
            !words.removed[r.at as usize]
                && words.known[at as usize].is_dated()
                && words.known[r.at as usize] > words.known[at as usize]
                && (other.0 == own.0 || is_doubt || clash.is_clash(own, other))
        };
        let said = self.walker.standing.recorded_on(self.speaker(at), topic);
        let mut replacing = self.referring(at, Refers::Corrects);
        replacing.extend(said.iter().filter(is_rival).map(|r| r.at));
        replacing
    }

    fn self_contradiction(&mut self) {
        let words = &self.walker.standing.words;
        let topic = self.walker.topic_number(self.claim);
        let clash = Clash { measures: self.walker.measures, attribute: attribute_of(self.walker.dossier, topic) };
        let mut sources: BTreeSet<u32> = BTreeSet::new();
        let mut entries = Entries::default();
        for at in self.direct() {
            let known = words.known[*at as usize];
            if !self.stands(*at) || words.voice[*at as usize] != Voice::Own || !known.is_dated() {
                continue;
            }
            let own = (self.claim, stance(&self.walker.standing.words, *at));
            let is_other = |r: &&Recorded| {
                words.voice[r.at as usize] == Voice::Own
                    && self.stands(r.at)
                    && words.known[r.at as usize] == known
                    && clash.is_clash(own, (r.claim, stance(&self.walker.standing.words, r.at)))
            };
            for other in self.walker.standing.recorded_on(self.speaker(*at), topic).iter().filter(is_other) {
                sources.insert(self.speaker(*at));
                entries.attributions.extend([*at, other.at]);
                if other.claim != self.claim {
                    entries.claims.insert(other.claim);
                }
            }
        }
        if !sources.is_empty() {
            entries.sources = sources;
            let next = NextStep::AskWhichHolds { of: self.attribution_ids(&entries.attributions) };
            self.report(Code::SelfContradiction, &entries, next);
        }
    }
}
