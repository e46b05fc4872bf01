//! What is wrong along the citations.

use std::collections::BTreeSet;

use super::{BySource, Case, Entries};
use crate::evaluate::finding::{Code, NextStep};
use crate::evaluate::hop::Hop;
use crate::evaluate::provenance::Said;
use crate::model::links::{Reference, Refers};

impl Case<'_> {
    pub(super) fn links(&mut self) {
        let mut unseen = Entries::default();
        let mut by_source = BySource::new();
        for (word, cited, hop) in &self.hops {
            let code = match hop {
                Hop::Unseen => {
                    unseen.sources.insert(*cited);
                    unseen.attributions.insert(word.at);
                    continue;
                }
                Hop::Standing { .. } => Code::HedgeDropped,
                Hop::Stale { .. } => Code::StaleCitation,
                Hop::Withdrew => Code::OriginWithdrew,
                Hop::Weaker { .. } => Code::QualifierDropped,
                Hop::Misattributed => Code::Misattributed,
            };
            let decided_by = self.deciding(word, *cited, hop);
            let entries = by_source.entry((code, *cited)).or_default();
            entries.sources.insert(*cited);
            entries.attributions.insert(word.at);
            entries.attributions.extend(decided_by);
        }
        if !unseen.sources.is_empty() {
            let next = NextStep::SeekOwnWord { of: self.source_ids(&unseen.sources) };
            self.report(Code::OriginUnseen, &unseen, next);
        }
        for ((code, cited), entries) in &by_source {
            let citing: BTreeSet<u32> =
                self.hops.iter().filter(|(_, source, _)| source == cited).map(|(word, _, _)| word.at).collect();
            let next = NextStep::CheckCitation {
                of: self.attribution_ids(&citing.intersection(&entries.attributions).copied().collect()),
            };
            self.report(*code, entries, next);
        }
    }

    /// The entries that decided what became of a link.
    pub(in crate::evaluate) fn deciding(&self, word: &Said, cited: u32, hop: &Hop) -> BTreeSet<u32> {
        match hop {
            Hop::Unseen => BTreeSet::new(),
            Hop::Standing { .. } => self.standing_words(word, cited),
            Hop::Stale { earlier } => earlier.iter().copied().collect(),
            Hop::Weaker { said } => said.iter().copied().collect(),
            Hop::Withdrew | Hop::Misattributed => self.everything_on_topic(word, cited),
        }
    }

    /// The cited source's own words on the side of the word that cites it.
    fn standing_words(&self, word: &Said, cited: u32) -> BTreeSet<u32> {
        let said = self.bench.said.iter().find(|said| said.contains(word));
        said.into_iter().flatten().map(|said| said.at).filter(|at| self.speaker(*at) == cited).collect()
    }

    /// All that bears on why a link broke: what the cited source said on the topics, or is said to have said where nothing is recorded of it, and what corrects or
    /// withdraws any of it; where it disowned the word, that alone.
    fn everything_on_topic(&self, word: &Said, cited: u32) -> BTreeSet<u32> {
        let standing = self.walker.standing;
        let disowning: BTreeSet<u32> =
            self.referring(word.at, Refers::Disowns).into_iter().filter(|by| self.speaker(*by) == cited).collect();
        if !disowning.is_empty() {
            return disowning;
        }
        let topics: BTreeSet<u32> = [word.spoken, self.claim].map(|claim| self.walker.topic_number(claim)).into();
        let mut entries: BTreeSet<u32> =
            topics.iter().flat_map(|topic| standing.recorded_on(cited, *topic)).map(|r| r.at).collect();
        let words = &standing.words;
        if entries.is_empty() {
            for item in topics.iter().flat_map(|topic| standing.relayed.on(cited, *topic)) {
                let cites =
                    |at: &&u32| words.chains_of(**at).any(|chain| words.chains.get(chain as usize).contains(&cited));
                entries.extend(words.on_claim.get(item.claim as usize).iter().filter(cites));
            }
        }
        entries.extend(words.silent_on(cited, word.spoken));
        let references = &words.reach.references;
        let is_about = |r: &&Reference| r.refers != Refers::Disowns && entries.contains(&r.to);
        let referring: Vec<u32> = references.iter().filter(is_about).map(|r| r.from).collect();
        entries.extend(referring);
        entries
    }
}
